"""The shapes of a deck's file and of the cards in it."""

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Discriminator, Field, Tag

from server.content.shapes import CARDS_MOST, Id, Model, Shape, Share, TextShape, TrapPick, Words
from server.rules.cards import CardStatus


def _written_as(value: Any) -> str:
    """Which way a key is written. The brackets tell a reader of errors that no author wrote this word."""
    if isinstance(value, dict):
        return "(pairs)"
    return "(list)" if isinstance(value, list) else "(option)"


def _step_as(value: Any) -> str:
    return "(tie)" if isinstance(value, list) else "(option)"


Step = Annotated[
    Annotated[Id, Tag("(option)")] | Annotated[list[Id], Field(min_length=2), Tag("(tie)")],
    Discriminator(_step_as),
]
Right = Annotated[
    Annotated[Id, Tag("(option)")]
    | Annotated[list[Step], Field(min_length=1), Tag("(list)")]
    | Annotated[dict[Id, Id], Field(min_length=1), Tag("(pairs)")],
    Discriminator(_written_as),
]
"""One option; several, or several in their order with ties as lists; or items with the option of each."""


class KeyShape(Shape):
    """What is right on one axis, the words of the story that decide it, and why (35 words at most).

    `is` names the one right option. On a multi it lists all that are right; on a rank or a sequence all in their
    order, a list in the list being a tie; on a pair it gives each item its option, and `items` names the items.
    A contested card has `accept` instead: each option that can be defended with its share of the point. An open
    question has a `model_answer`.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [{"required": ["is"]}, {"required": ["accept"]}, {"required": ["model_answer"]}],
        }
    )

    is_: Right | None = Field(default=None, alias="is")
    accept: Annotated[dict[str, Share], Field(min_length=1)] | None = None
    items: dict[Id, TextShape] | None = None
    model_answer: TextShape | None = None
    cue: TextShape
    why: TextShape

    @property
    def steps(self) -> tuple[tuple[str, ...], ...]:
        """The steps of an order, a tie being a step of several; empty when the key is written in another way."""
        if not isinstance(self.is_, list):
            return ()
        return tuple((step,) if isinstance(step, str) else tuple(step) for step in self.is_)

    @property
    def pairs(self) -> dict[str, str]:
        """The option of each item; empty when the key is written in another way."""
        return self.is_ if isinstance(self.is_, dict) else {}

    @property
    def shares(self) -> dict[str, float]:
        """Each option that is right with its share, whichever way it is written: those of an order or of pairs too."""
        if self.accept is not None:
            return dict(self.accept)
        if isinstance(self.is_, str):
            return {self.is_: 1.0}
        named = (*(option for step in self.steps for option in step), *self.pairs.values())
        return dict.fromkeys(named, 1.0)


class TrapShape(Shape):
    """A tempting wrong option and why it fails (30 words at most).

    `pick` is an option; on a pair it is item:option, on a rank or a sequence first>second, which is the wrong order.
    """

    axis: Id
    pick: TrapPick
    text: TextShape


class CardShape(Shape):
    """One scenario: a story of 60 words at most with one named person, a key for one to four axes, and the traps.

    `twin_of` names a card with the same keys and another story, `contrast_with` one that is easily taken for the same.
    """

    id: Id
    title: TextShape
    person: Words
    twin_of: Id | None = None
    contrast_with: Id | None = None
    story: TextShape
    models: Annotated[list[Model], Field(min_length=1)]
    theme: Literal["cg", "cl", "dm", "cs"]
    difficulty: Annotated[int, Field(ge=1, le=3)]
    status: Annotated[CardStatus, Field(strict=False)]
    version: Annotated[int, Field(ge=1)] = 1
    key: Annotated[dict[str, KeyShape], Field(min_length=1)]
    traps: list[TrapShape] = Field(default_factory=list)
    debate: TextShape | None = None
    note: TextShape | None = None


class DeckHead(Shape):
    """What stands above the cards; the cards themselves are read one by one.

    Decks with a low `shelf` stand first; those without one come last, by their id.
    """

    format: Literal[1] = 1
    id: Id
    type: Literal["scenario", "exam"] = "scenario"
    title: TextShape
    about: TextShape
    shelf: Annotated[int, Field(ge=1)] | None = None
    axes: Annotated[list[Id], Field(min_length=1)]
    cards: Annotated[list[Any], Field(min_length=1, max_length=CARDS_MOST)]


class DeckShape(DeckHead):
    """A set of cards with the axes they are asked on."""

    type: Literal["scenario"] = "scenario"
    cards: Annotated[list[CardShape], Field(min_length=1, max_length=CARDS_MOST)]
