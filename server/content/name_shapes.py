"""The shape of the file of offered names."""

from typing import Annotated, Literal

from pydantic import Field

from server.content.shapes import Shape, Words

NAMES_FILE = "offered_names.yaml"


class NamesShape(Shape):
    """Names that a student may take instead of an own one, per language."""

    format: Literal[1] = 1
    nl: Annotated[list[Words], Field(min_length=3)]
    en: Annotated[list[Words], Field(min_length=3)]
