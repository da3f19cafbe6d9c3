"""YAML text -> plain values, with the line of each field. Nothing here knows decks or axes.

Only what a deck needs is let in: fields, lists, text, numbers, true/false and null. A tag never makes an object, an
anchor never multiplies, and a field that stands twice is said instead of silently winning.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from server.content.bounded_yaml import DEPTH_MOST, PARTS_MOST, TooDeep, TooManyParts, compose
from server.content.problems import FieldPath, Problem, Rule

Value = None | bool | int | float | str | list["Value"] | dict[str, "Value"]

_CORE = "tag:yaml.org,2002:"
_SAID_LONGEST = 400
_NO_NUMBERS = re.compile(r"\.(nan|inf)$")


@dataclass(frozen=True, slots=True)
class _Note:
    """A problem before it is put in words of place: the values around it may not have been read yet."""

    path: FieldPath
    line: int
    rule: Rule
    message: str
    remedy: str
    is_warning: bool = False


@dataclass(slots=True)
class Document:
    """One file's values, the line on which each field stands, and what is wrong with it so far."""

    file: str
    value: Value = None
    lines: dict[FieldPath, int] = field(default_factory=dict)
    notes: list[_Note] = field(default_factory=list)

    @property
    def is_sound(self) -> bool:
        """Whether nothing but warnings was found."""
        return all(note.is_warning for note in self.notes)

    @property
    def problems(self) -> list[Problem]:
        """All that was found, in the order of finding."""
        return [
            Problem(
                self.file,
                note.line,
                printable(self.name(note.path)),
                note.rule,
                printable(note.message),
                printable(note.remedy),
                note.is_warning,
            )
            for note in self.notes
        ]

    def problem(self, path: FieldPath, rule: Rule, message: str, remedy: str, line: int | None = None) -> None:
        """Notes what keeps this file from being used. `line`: another than the field's own."""
        self.notes.append(_Note(path, line or self.line(path), rule, message, remedy))

    def warning(self, path: FieldPath, rule: Rule, message: str, remedy: str) -> None:
        """Notes what is worth a look, and no more."""
        self.notes.append(_Note(path, self.line(path), rule, message, remedy, is_warning=True))

    def part(self, path: FieldPath) -> "Document":
        """What stands at a place, as a document by itself; `take_notes` brings back what was found in it."""
        value: Any = self.value
        for step in path:
            value = _inside(value, step)
        deep = len(path)
        lines = {field[deep:]: line for field, line in self.lines.items() if field[:deep] == path}
        return Document(self.file, value, lines)

    def take_notes(self, path: FieldPath, part: "Document") -> None:
        """Notes what was found in the part that stands at a place."""
        self.notes += [replace(note, path=(*path, *note.path)) for note in part.notes]

    def is_said(self, path: FieldPath) -> bool:
        """Whether something about this very field has been noted, so that it need not be said twice."""
        return any(note.path == path for note in self.notes)

    def line(self, path: FieldPath) -> int:
        """The line of a field, or of the nearest thing around it that is there."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def name(self, path: FieldPath) -> str:
        """A field as a teacher would point at it: cards[baker].key.stage.cue.nl."""
        said = ""
        here: Any = self.value
        for step in path:
            here = _inside(here, step)
            if isinstance(step, int):
                said += f"[{_id_of(here) or step + 1}]"
            else:
                said += f".{step}" if said else step
        return said


def printable(text: str) -> str:
    """Text that a terminal can show as it is, cut short: what an author escaped into it cannot steer the terminal."""
    shown = text if len(text) <= _SAID_LONGEST else f"{text[:_SAID_LONGEST]}..."
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in shown)


def parse(file: str, text: str) -> Document:
    """Reads YAML. What cannot be read is among the document's problems, and its value is then None."""
    document = Document(file)
    try:
        root = compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f" (column {mark.column + 1})" if mark else ""
        message = f"The YAML stops making sense here{place}: {error.problem or error.context}."
        document.problem((), Rule.YAML, message, _YAML_REMEDY, line=mark.line + 1 if mark else 1)
        return document
    except YAMLError as error:
        line = text.count("\n", 0, getattr(error, "position", 0)) + 1
        document.problem((), Rule.YAML, f"This is not YAML: {_first_line(error)}.", _YAML_REMEDY, line=line)
        return document
    except TooManyParts:
        message = f"The file seems to hold more than {PARTS_MOST:,} fields and texts, and was not read."
        document.problem((), Rule.FILE_SIZE, message, "Split the deck.")
        return document
    except TooDeep as error:
        message = f"Lists and fields stand more than {DEPTH_MOST} deep inside each other."
        document.problem((), Rule.PLAIN_YAML, message, "Compare a shipped file.", line=error.line)
        return document
    if root is None:
        document.problem((), Rule.FILE_SIZE, "The file holds only comments.", "Start from a copy of a shipped one.")
        return document
    document.value = _Reader(document).read(root, ())
    return document


class _Reader:
    """Walks the composed nodes once; a node met twice came in by an alias."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.met: set[int] = set()

    def read(self, node: Node, path: FieldPath) -> Value:
        """The node's value; what is not let in becomes None and a problem."""
        self.document.lines.setdefault(path, node.start_mark.line + 1)
        if id(node) in self.met:
            message = "An alias (*name) stands for something written elsewhere."
            self.document.problem(path, Rule.PLAIN_YAML, message, "Write the text out here.")
            return None
        self.met.add(id(node))
        if isinstance(node, MappingNode):
            return self._mapping(node, path)
        if isinstance(node, SequenceNode):
            self._refuse_tag(node, path, "seq")
            return [self.read(item, (*path, place)) for place, item in enumerate(node.value)]
        return self._scalar(str(node.value), str(node.tag).removeprefix(_CORE), path)

    def _mapping(self, node: MappingNode, path: FieldPath) -> Value:
        self._refuse_tag(node, path, "map")
        found: dict[str, Value] = {}
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                self.document.problem(path, Rule.PLAIN_YAML, "A field's name must be a word.", _YAML_REMEDY)
                continue
            inner = (*path, str(key.value))
            if key.value in found:
                first, second = self.document.line(inner), key.start_mark.line + 1
                message = f"The field '{key.value}' stands here a second time; the first is on line {first}."
                self.document.problem(inner, Rule.FIELD_ONCE, message, "Keep one of the two.", line=second)
                continue
            self.document.lines[inner] = key.start_mark.line + 1
            found[str(key.value)] = self.read(value, inner)
        return found

    def _scalar(self, written: str, kind: str, path: FieldPath) -> Value:
        match kind:
            case "str":
                return written
            case "null":
                return None
            case "bool":
                return written.lower() == "true"
            case "int" | "float":
                return self._number(written, kind, path)
            case "timestamp":
                self.document.problem(path, Rule.PLAIN_YAML, "This reads as a date.", "Put quotes around the text.")
            case _:
                self._say_tag(_CORE + kind if "!" not in kind else kind, path)
        return None

    def _number(self, written: str, kind: str, path: FieldPath) -> Value:
        plain = written.lower().replace("_", "")
        try:
            # YAML writes the numbers that are none as .nan and .inf; the shapes refuse them by name.
            return int(plain, 10) if kind == "int" else float(_NO_NUMBERS.sub(r"\1", plain))
        except ValueError:
            message = f"{written} is not a number as people write it."
            self.document.problem(path, Rule.PLAIN_YAML, message, "Write digits only, or quotes around a text.")
            return None

    def _refuse_tag(self, node: Node, path: FieldPath, kind: str) -> None:
        if node.tag != _CORE + kind:
            self._say_tag(str(node.tag), path)

    def _say_tag(self, tag: str, path: FieldPath) -> None:
        message = f"The tag {tag.replace(_CORE, '!!')} is not allowed; nothing was made of it."
        self.document.problem(path, Rule.PLAIN_YAML, message, "Remove the word that begins with an exclamation mark.")


def _inside(value: Any, step: str | int) -> Any:
    if isinstance(step, int) and isinstance(value, Sequence) and not isinstance(value, str):
        return value[step] if step < len(value) else None
    return value.get(step) if isinstance(value, Mapping) else None


def _id_of(value: Any) -> str | None:
    named = value.get("id") if isinstance(value, Mapping) else None
    return named if isinstance(named, str) else None


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or ["unreadable"])[0].rstrip(".")


_YAML_REMEDY = "Compare with a shipped file; put double quotes around texts, and spaces, not tabs, before fields."
