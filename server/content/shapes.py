"""What the shapes of content files are built of. The JSON schemas for editors come from the shapes too.

Only what can be seen in one field is asked in a shape; what depends on other fields or files is asked in the checks.
"""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from server.content.wording import odd_character, tidy

NEWEST_FORMAT = 1
TEXT_LONGEST = 500
CARDS_MOST = 500
OPTIONS_MOST = 8


def _readable(text: str) -> str:
    odd = odd_character(text)
    if odd:
        raise PydanticCustomError("odd_character", "holds the character {odd}", {"odd": odd})
    tidied = tidy(text)
    if not tidied:
        raise PydanticCustomError("text_empty", "is empty")
    if len(tidied) > TEXT_LONGEST:
        raise PydanticCustomError("text_long", "has {count} characters", {"count": len(tidied)})
    return tidied


Words = Annotated[
    str,
    AfterValidator(_readable),
    Field(json_schema_extra={"minLength": 1, "maxLength": TEXT_LONGEST}),
]
ID = r"[a-z0-9]+(-[a-z0-9]+)*"
Id = Annotated[str, Field(pattern=rf"^{ID}$", max_length=60)]
TrapPick = Annotated[str, Field(pattern=rf"^{ID}([:>]{ID})?$", max_length=121)]
Share = Annotated[float, Field(gt=0, le=1, allow_inf_nan=False)]
Model = Annotated[str, Field(pattern=r"^M([1-9]|1[0-9]|20)[a+]?$")]
Place = Annotated[int, Field(ge=0, le=OPTIONS_MOST)]
Cell = Annotated[list[Place], Field(min_length=2, max_length=2)]
Coordinate = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Spot = Annotated[list[Coordinate], Field(min_length=2, max_length=2)]


class Shape(BaseModel):
    """What all shapes share: no unknown fields, and a number is not a text."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, populate_by_name=False)


class TextShape(Shape):
    """One text in both languages of the course."""

    nl: Words
    en: Words

    def in_language(self, language: str) -> str:
        """The text in "nl" or "en"."""
        return self.nl if language == "nl" else self.en
