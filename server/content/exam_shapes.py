"""The shapes of a deck of the type exam: a mock exam with its sections, and what a whole exam would have."""

from typing import Annotated, Literal

from pydantic import Field

from server.content.shapes import CARDS_MOST, Id, Model, Shape, TextShape, Words

SectionName = Literal["theory", "case", "open"]
Theme = Literal["cg", "cl", "dm", "cs"]
MINUTES_LEAST, MINUTES_MOST = 5, 300
Count = Annotated[int, Field(ge=0, le=CARDS_MOST)]


class TotalShape(Shape):
    """How many items a section has in the real exam (`wanted`; empty where nobody said) and here (`filled`).

    `hole` says why fewer are here; without it a hole is a warning.
    """

    section: SectionName
    wanted: Count | None = None
    filled: Count | None = None
    hole: TextShape | None = None


class BlueprintShape(Shape):
    """The same for the theory on one theme and model. Without a model: on what no model of the notes covers."""

    theme: Theme
    model: Model | None = None
    wanted: Count | None = None
    filled: Count | None = None
    hole: TextShape | None = None


class ParagraphShape(Shape):
    """A paragraph of a case, with its number, by which items name it."""

    number: Annotated[int, Field(ge=1)]
    text: TextShape


class CaseShape(Shape):
    """The case that the items of its section are about."""

    title: TextShape
    paragraphs: Annotated[list[ParagraphShape], Field(min_length=1)]


class ChoiceShape(Shape):
    """One answer to an item, or one point of a rubric."""

    id: Id
    text: TextShape


class ItemShape(Shape):
    """A question. In theory and case it has options, a key and a why; in open a model answer and a rubric.

    In a case `paragraph` is the one that decides it. `also` names models that it touches besides its own, `seed` where
    in the notes it rests; both are for who writes.
    """

    id: Id
    theme: Theme | None = None
    model: Model
    also: list[Model] = Field(default_factory=list)
    seed: Words | None = None
    paragraph: Annotated[int, Field(ge=1)] | None = None
    question: TextShape
    options: list[ChoiceShape] | None = None
    key: Id | None = None
    why: TextShape | None = None
    model_answer: TextShape | None = None
    rubric: list[ChoiceShape] | None = None

    @property
    def right(self) -> list[ChoiceShape]:
        """The option that is the key; none when the key names no option."""
        return [option for option in self.options or () if option.id == self.key]


class SectionShape(Shape):
    """A part of an exam: theory, a case with items on it, or open questions."""

    id: SectionName
    title: TextShape
    case: CaseShape | None = None
    items: Annotated[list[ItemShape], Field(min_length=1, max_length=CARDS_MOST)]


class ExamShape(Shape):
    """A mock exam: no points, no speed, no contested items; what is right is said after handing in.

    `theme` is that of the items which name none. `minutes`: how long one has; left away where nobody said.
    """

    format: Literal[1] = 1
    id: Id
    type: Literal["exam"]
    title: TextShape
    about: TextShape
    theme: Theme = "cg"
    minutes: Annotated[int, Field(ge=MINUTES_LEAST, le=MINUTES_MOST)] | None = None
    sections: Annotated[list[SectionShape], Field(min_length=1)]
    totals: list[TotalShape] = Field(default_factory=list)
    blueprint: list[BlueprintShape] = Field(default_factory=list)
