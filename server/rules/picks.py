"""What a player says on one axis, whatever its kind, and whether it can be said there."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from server.rules.cards import Axis, AxisKind, Key, Option, Point
from server.rules.ids import OptionId, PlayerId

OPEN_LONGEST = 140
"""The most characters of an open answer."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Items of a story, each with the option that it goes with. An item may be left out."""

    pairs: Mapping[str, OptionId]


@dataclass(frozen=True, slots=True)
class Words:
    """A short text of one's own."""

    text: str


Pick = OptionId | tuple[OptionId, ...] | Point | Pairs | Words
"""By kind: one option (single, ordinal, grid); options (multi: a set; rank and sequence: in order, all that are asked);
a point (map2d); pairs (pair); words (open)."""


class Confidence(StrEnum):
    """How sure a player is of an answer, least first."""

    GUESS = "guess"
    FAIRLY_SURE = "fairly_sure"
    CERTAIN = "certain"


@dataclass(frozen=True, slots=True)
class AnswerGroup:
    """Open answers that the host has put together. `share` (0..1) is None until they are marked.

    `quotes` are the words that the screen shows, chosen by the host, without names.
    """

    title: str
    players: tuple[PlayerId, ...]
    quotes: tuple[str, ...] = ()
    share: float | None = None


ONE_OPTION = frozenset({AxisKind.SINGLE, AxisKind.ORDINAL, AxisKind.GRID})
IN_ORDER = frozenset({AxisKind.RANK, AxisKind.SEQUENCE})


def asked_options(axis: Axis, key: Key) -> tuple[Option, ...]:
    """The options that a card asks on an axis: all, but on a rank only those that its key puts in order."""
    if axis.kind is not AxisKind.RANK:
        return axis.options
    asked = {option for step in key.order for option in step}
    return tuple(option for option in axis.options if option.id in asked)


def can_be_said(axis: Axis, key: Key, pick: Pick) -> bool:
    """Whether a pick is of the axis's kind and speaks only of what the card asks."""
    if isinstance(pick, str):
        return axis.kind in ONE_OPTION and pick in [option.id for option in axis.options]
    known = {option.id for option in asked_options(axis, key)}
    match pick:
        case tuple():
            if axis.kind is AxisKind.MULTI:
                return 0 < len(pick) == len(set(pick)) and known.issuperset(pick)
            return axis.kind in IN_ORDER and len(pick) == len(known) and set(pick) == known
        case Point(x, y):
            return axis.kind is AxisKind.MAP2D and 0 <= x <= 1 and 0 <= y <= 1
        case Pairs(pairs):
            fits = key.items.keys() >= pairs.keys() and known.issuperset(pairs.values())
            return axis.kind is AxisKind.PAIR and bool(pairs) and fits
        case Words(text):
            return axis.kind is AxisKind.OPEN and len(text.strip()) > 0 and len(text) <= OPEN_LONGEST
