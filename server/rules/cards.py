"""What an author writes: axes, cards and decks. Values only; how they are read from files is content's business."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from server.rules.ids import AxisId, CardId, OptionId

WARM_UP_DECK = "warm-up"
"""The id of a deck that is made of cards of several, for one sitting."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text in both languages of the course."""

    nl: str
    en: str


class AxisKind(StrEnum):
    """How an axis is answered and marked."""

    ORDINAL = "ordinal"
    SINGLE = "single"
    GRID = "grid"
    MULTI = "multi"
    MAP2D = "map2d"
    RANK = "rank"
    SEQUENCE = "sequence"
    PAIR = "pair"
    OPEN = "open"


class PictureKind(StrEnum):
    """Which of the theory's own pictures an axis is shown on."""

    PYRAMID = "pyramid"
    STAIR = "stair"
    GRID = "grid"
    BARS = "bars"
    CARVINGS = "carvings"
    SCALE = "scale"
    STACKS = "stacks"
    PILLARS = "pillars"
    PLANE = "plane"
    CLIMB = "climb"
    LEVITT = "levitt"
    QUOTES = "quotes"


class CardStatus(StrEnum):
    """A contested card has more than one defensible answer on at least one axis."""

    CLEAR = "clear"
    CONTESTED = "contested"


@dataclass(frozen=True, slots=True)
class Option:
    """One value on an axis. `short` is the authored label for the projector (18 characters at most)."""

    id: OptionId
    label: Text
    short: Text
    hint: Text


@dataclass(frozen=True, slots=True)
class PartMarks:
    """What a near miss earns on an ordinal axis.

    `neighbour` is the share (0..1) for the step beside the key; `no_credit_across` names neighbouring pairs
    between which a fact lies, so that a miss there earns nothing.
    """

    neighbour: float
    no_credit_across: tuple[tuple[OptionId, OptionId], ...] = ()


@dataclass(frozen=True, slots=True)
class GridCell:
    """A place on a grid picture, counted from the top left."""

    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Point:
    """A place on a plane, 0 to 1 from the left and from the bottom."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Scale:
    """What stands at the two ends of one side of a plane."""

    low: Text
    high: Text


@dataclass(frozen=True, slots=True)
class Picture:
    """The diagram of an axis. The grid's own parts are empty for the other kinds."""

    kind: PictureKind
    columns: tuple[Text, ...] = ()
    rows: tuple[Text, ...] = ()
    cells: Mapping[OptionId, GridCell] | None = None
    empty_at: GridCell | None = None
    empty_why: Text | None = None


@dataclass(frozen=True, slots=True)
class Untangle:
    """Two options that are often mixed up, and the question that pulls them apart. The order of the two is nothing."""

    one: OptionId
    other: OptionId
    question: Text


@dataclass(frozen=True, slots=True)
class Axis:
    """One scale a card is classified on. Options stand in the order of the scale, lowest first.

    `asks` says what a multi asks for (what is shown, what is missing). A plane has `map`, where each option lies, and
    what stands at its sides.
    """

    id: AxisId
    kind: AxisKind
    label: Text
    short_label: Text
    question: Text
    model: str
    options: tuple[Option, ...]
    picture: Picture
    part_marks: PartMarks | None = None
    asks: Text | None = None
    map: Mapping[OptionId, Point] | None = None
    x_axis: Scale | None = None
    y_axis: Scale | None = None
    untangles: tuple[Untangle, ...] = ()

    def untangle(self, one: OptionId, other: OptionId) -> Text | None:
        """The question that pulls two options apart, where the authors wrote one."""
        for pair in self.untangles:
            if {pair.one, pair.other} == {one, other}:
                return pair.question
        return None

    def position(self, option: OptionId) -> int:
        """The place of an option on the scale, from 0. Raises KeyError for an option of another axis."""
        for place, candidate in enumerate(self.options):
            if candidate.id == option:
                return place
        raise KeyError(option)


@dataclass(frozen=True, slots=True)
class Key:
    """What is right on one axis of one card.

    `accept` gives each defensible option its share (0..1): a clear key has one option with share 1; on a multi it holds
    all options that are right, on a plane the one whose place is right. `order` is the key of a rank or a sequence, a
    step of several options being a tie; `pairs` and `items` (their names) that of a pair; `model_answer` that of an
    open question. `cue` stands literally in the story of the same language.
    """

    accept: Mapping[OptionId, float]
    cue: Text
    why: Text
    order: tuple[tuple[OptionId, ...], ...] = ()
    pairs: Mapping[str, OptionId] = field(default_factory=dict)
    items: Mapping[str, Text] = field(default_factory=dict)
    model_answer: Text | None = None

    def is_contested_on(self, axis: "Axis") -> bool:
        """Whether more than one answer can be defended."""
        return len(self.accept) > 1 and axis.kind is not AxisKind.MULTI


@dataclass(frozen=True, slots=True)
class Trap:
    """A tempting wrong pick and why it fails. In a pair it is "item:option", in an order "first>second"."""

    axis: AxisId
    pick: OptionId
    text: Text


@dataclass(frozen=True, slots=True)
class Card:
    """One scenario with a key per axis."""

    id: CardId
    title: Text
    person: str
    story: Text
    models: tuple[str, ...]
    theme: str
    difficulty: int
    status: CardStatus
    version: int
    keys: Mapping[AxisId, Key]
    traps: tuple[Trap, ...]
    debate: Text | None = None
    note: Text | None = None
    twin_of: CardId | None = None


@dataclass(frozen=True, slots=True)
class Trial:
    """A card that teaches how to answer, with axes of its own; nobody earns anything on it."""

    card: Card
    axes: tuple[Axis, ...]


@dataclass(frozen=True, slots=True)
class Deck:
    """An authored set of cards with the axes they are asked on. `trial` belongs to no count of cards."""

    id: str
    title: Text
    about: Text
    axes: tuple[Axis, ...]
    cards: tuple[Card, ...]
    trial: Trial | None = None

    def axis(self, axis_id: AxisId) -> Axis:
        """The axis of that id. Raises KeyError for one that the deck does not ask."""
        for axes in (self.axes, self.trial.axes if self.trial else ()):
            for axis in axes:
                if axis.id == axis_id:
                    return axis
        raise KeyError(axis_id)

    def with_cards(self, card_ids: Sequence[CardId]) -> "Deck":
        """The same deck with only these cards, in this order. Raises KeyError for a card that it lacks."""
        by_id = {card.id: card for card in self.cards}
        return replace(self, cards=tuple(by_id[card_id] for card_id in card_ids))
