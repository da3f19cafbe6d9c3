"""Composes YAML within bounds, so that no file costs more than a large deck does, whatever stands in it.

What is too long for a deck never reaches the parser. What lies too deep ends it at the very bracket: for each bracket
that is open the parser looks at every word again, and the place of every value is as long as it lies deep.
"""

import re
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.nodes import Node
from ruamel.yaml.scanner import Scanner

PARTS_MOST = 40_000
"""Three hundred cards as full as the fullest shipped; counted by the signs that YAML sets between values."""
DEPTH_MOST = 32
"""Lists and fields inside each other; the deepest shipped file has 8."""

_SIGNS = re.compile(r"[,:?\[{]|-\s")


class TooManyParts(Exception):
    """The text may hold more values than a deck can."""


class TooDeep(Exception):
    """Lists or fields stand too deep inside each other. `line` counts from 1."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class _Scanner(Scanner):
    """Reads no further than DEPTH_MOST."""

    def add_indent(self, column: int) -> bool:
        """Fields or a list begin, by their indent."""
        is_deeper: bool = super().add_indent(column)
        if is_deeper:
            self._check_depth()
        return is_deeper

    def fetch_flow_collection_start(self, TokenClass: Any, to_push: str) -> None:
        """A bracket opens."""
        super().fetch_flow_collection_start(TokenClass, to_push)
        self._check_depth()

    def _check_depth(self) -> None:
        if len(self.flow_context) + len(self.indents) > DEPTH_MOST:
            raise TooDeep(self.reader.get_mark().line + 1)


def compose(text: str) -> Node | None:
    """The tree of a text; None where there are only comments. Raises TooManyParts, TooDeep and ruamel's YAMLError."""
    if sum(1 for _ in _SIGNS.finditer(text)) > PARTS_MOST:
        raise TooManyParts
    yaml = YAML(typ="safe", pure=True)
    yaml.Scanner = _Scanner
    root: Node | None = yaml.compose(text)
    return root
