"""The shape of a file of axes/."""

from typing import Annotated, Literal

from pydantic import Field

from server.content.shapes import OPTIONS_MOST, Cell, Id, Model, Shape, Spot, TextShape, Words
from server.rules.cards import AxisKind, PictureKind


class OptionShape(Shape):
    """One value on an axis. `short` is its label on the projector, 17 characters at most."""

    id: Id
    label: TextShape
    short: TextShape
    hint: TextShape


class PartMarksShape(Shape):
    """What a near miss earns on an ordinal axis: the share of the step beside the key; pairs without any."""

    neighbour: Annotated[float, Field(ge=0, lt=1, allow_inf_nan=False)]
    no_credit_across: list[Annotated[list[Id], Field(min_length=2, max_length=2)]] = Field(default_factory=list)


class EmptyCellShape(Shape):
    """A cell of the grid that no option has, and why. `at` is [row, column], counted from 0 at the top left."""

    at: Cell
    why: TextShape


class PictureShape(Shape):
    """The theory's own picture of an axis. `columns`, `rows`, `cells` and `empty` are for a grid alone.

    `cells` gives each option its [row, column], counted from 0 at the top left.
    """

    kind: Annotated[PictureKind, Field(strict=False)]
    columns: list[TextShape] = Field(default_factory=list)
    rows: list[TextShape] = Field(default_factory=list)
    cells: dict[Id, Cell] | None = None
    empty: EmptyCellShape | None = None


class ScaleShape(Shape):
    """What stands at the two ends of one side of a plane."""

    low: TextShape
    high: TextShape


class TelltaleShape(Shape):
    """Single words that would give an answer on this axis away in a story, in small letters: "calcul" is calculates."""

    nl: list[Words] = Field(default_factory=list)
    en: list[Words] = Field(default_factory=list)

    def in_language(self, language: str) -> list[str]:
        """The words in "nl" or "en"."""
        return self.nl if language == "nl" else self.en


class UntangleShape(Shape):
    """Two options that are often mixed up, and the question that pulls them apart (60 characters at most)."""

    pair: Annotated[list[Id], Field(min_length=2, max_length=2)]
    question: TextShape


class AxisShape(Shape):
    """One scale that cards are classified on. Options stand in the order of the scale, lowest first.

    `uses` takes the options of another axis. `asks` says what a multi asks for. `map` gives each option its
    [x, y] on a plane, 0 to 1 from the left and from the bottom; `x_axis` and `y_axis` name its sides. No key is an
    option of `never_keyed`. A story holds none of the `telltales`. `untangles` are the pairs that are often mixed up.
    """

    format: Literal[1] = 1
    id: Id
    kind: Annotated[AxisKind, Field(strict=False)]
    label: TextShape
    short_label: TextShape
    question: TextShape
    model: Model
    asks: TextShape | None = None
    part_marks: PartMarksShape | None = None
    picture: PictureShape
    x_axis: ScaleShape | None = None
    y_axis: ScaleShape | None = None
    map: dict[Id, Spot] | None = None
    never_keyed: list[Id] = Field(default_factory=list)
    telltales: TelltaleShape = TelltaleShape()
    untangles: list[UntangleShape] = Field(default_factory=list)
    uses: Id | None = None
    options: Annotated[list[OptionShape], Field(max_length=OPTIONS_MOST)] = Field(default_factory=list)
