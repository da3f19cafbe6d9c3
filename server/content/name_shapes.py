"""The shapes of the files of names: those on offer, and words that may stand in none."""

from typing import Annotated, Literal

from pydantic import Field

from server.content.shapes import Shape, Words

NAMES_FILE = "offered_names.yaml"
BLOCKED_FILE = "blocked_names.yaml"
BLOCKED_MOST = 200
"""Both languages together: a room takes no more."""


class NamesShape(Shape):
    """Names that a student may take instead of an own one, per language."""

    format: Literal[1] = 1
    nl: Annotated[list[Words], Field(min_length=3)]
    en: Annotated[list[Words], Field(min_length=3)]


class BlockedShape(Shape):
    """Words that may stand in no student's name, per language."""

    format: Literal[1] = 1
    nl: list[Words]
    en: list[Words]
