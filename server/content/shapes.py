"""The shapes of content files: what may stand in an axis, a deck, a list of names. The JSON schemas come from here.

Only what can be seen in one field is asked here; what depends on other fields or files is asked in the checks.
"""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from server.content.wording import odd_character, tidy
from server.rules.cards import AxisKind, CardStatus, PictureKind

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
Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Share = Annotated[float, Field(gt=0, le=1, allow_inf_nan=False)]
Model = Annotated[str, Field(pattern=r"^M([1-9]|1[0-9]|20)[a+]?$")]
Place = Annotated[int, Field(ge=0, le=OPTIONS_MOST)]


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


class OptionShape(Shape):
    """One value on an axis. `short` is its label on the projector, 17 characters at most."""

    id: Id
    label: TextShape
    short: TextShape
    hint: TextShape


class PartMarksShape(Shape):
    """What a near miss earns on an ordinal axis: the share of the step beside the key; pairs without any."""

    neighbour: Annotated[float, Field(ge=0, lt=1, allow_inf_nan=False)]
    no_credit_across: list[Annotated[list[Id], Field(min_length=2, max_length=2)]] = []


class EmptyCellShape(Shape):
    """A cell of the grid that no option has, and why. `at` is [row, column], counted from 0 at the top left."""

    at: Annotated[list[Place], Field(min_length=2, max_length=2)]
    why: TextShape


class PictureShape(Shape):
    """The theory's own picture of an axis. `columns`, `rows`, `cells` and `empty` are for a grid alone.

    `cells` gives each option its [row, column], counted from 0 at the top left.
    """

    kind: Annotated[PictureKind, Field(strict=False)]
    columns: list[TextShape] = []
    rows: list[TextShape] = []
    cells: dict[Id, Annotated[list[Place], Field(min_length=2, max_length=2)]] | None = None
    empty: EmptyCellShape | None = None


class AxisShape(Shape):
    """One scale that cards are classified on. Options stand in the order of the scale, lowest first."""

    format: Literal[1] = 1
    id: Id
    kind: Annotated[AxisKind, Field(strict=False)]
    label: TextShape
    short_label: TextShape
    question: TextShape
    model: Model
    part_marks: PartMarksShape | None = None
    picture: PictureShape
    options: Annotated[list[OptionShape], Field(min_length=2, max_length=OPTIONS_MOST)]


class KeyShape(Shape):
    """What is right on one axis, the words of the story that decide it, and why (35 words at most).

    `is` names the one right option; a contested card has `accept` instead: each option that can be defended with its
    share of the point.
    """

    model_config = ConfigDict(json_schema_extra={"oneOf": [{"required": ["is"]}, {"required": ["accept"]}]})

    is_: Id | None = Field(default=None, alias="is")
    accept: Annotated[dict[str, Share], Field(min_length=1)] | None = None
    cue: TextShape
    why: TextShape

    @property
    def shares(self) -> dict[str, float]:
        """Each accepted option with its share, whichever way it is written."""
        if self.accept is not None:
            return dict(self.accept)
        return {self.is_: 1.0} if self.is_ is not None else {}


class TrapShape(Shape):
    """A tempting wrong option and why it fails (30 words at most)."""

    axis: Id
    pick: Id
    text: TextShape


class CardShape(Shape):
    """One scenario: a story of 60 words at most with one named person, a key per axis, and the traps."""

    id: Id
    title: TextShape
    person: Words
    story: TextShape
    models: Annotated[list[Model], Field(min_length=1)]
    theme: Literal["cg", "cl", "dm", "cs"]
    difficulty: Annotated[int, Field(ge=1, le=3)]
    status: Annotated[CardStatus, Field(strict=False)]
    version: Annotated[int, Field(ge=1)] = 1
    key: Annotated[dict[str, KeyShape], Field(min_length=1)]
    traps: list[TrapShape] = []
    debate: TextShape | None = None
    note: TextShape | None = None


class DeckHead(Shape):
    """What stands above the cards; the cards themselves are read one by one."""

    format: Literal[1] = 1
    id: Id
    title: TextShape
    about: TextShape
    axes: Annotated[list[Id], Field(min_length=1)]
    cards: Annotated[list[Any], Field(min_length=1, max_length=CARDS_MOST)]


class DeckShape(DeckHead):
    """A set of cards with the axes they are asked on."""

    cards: Annotated[list[CardShape], Field(min_length=1, max_length=CARDS_MOST)]


class NamesShape(Shape):
    """Names that a student may take instead of an own one, per language."""

    format: Literal[1] = 1
    nl: Annotated[list[Words], Field(min_length=3)]
    en: Annotated[list[Words], Field(min_length=3)]
