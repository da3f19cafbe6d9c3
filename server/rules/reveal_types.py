"""The shapes of what a reveal tells: the truth on an axis, and where the class stood, kind by kind.

Part of the views of view_types.py, and so of the wire: field by field, nothing of the rules' own types.
"""

from dataclasses import dataclass

from server.rules.board_types import FlowView
from server.rules.cards import Point, Text
from server.rules.ids import AxisId, OptionId


@dataclass(frozen=True, slots=True)
class AcceptedOption:
    """An option that is right, with its share of the point (0..1)."""

    option: OptionId
    share: float


@dataclass(frozen=True, slots=True)
class TrapView:
    """A tempting wrong option of an axis and why it fails."""

    pick: OptionId
    text: Text


@dataclass(frozen=True, slots=True)
class OptionCount:
    """How many players chose an option."""

    option: OptionId
    count: int


@dataclass(frozen=True, slots=True)
class Combination:
    """Options that were chosen together on a multi, in the order of the axis, and by how many."""

    options: tuple[OptionId, ...]
    count: int


@dataclass(frozen=True, slots=True)
class OptionSteps:
    """How often an option of an order was put on each step, the first step first."""

    option: OptionId
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class OrderDetail:
    """An order: the key's steps (several options on one are a tie), and where the class broke it.

    `reached` counts, from 0 to all, how many players had so many steps right before their first mistake.
    """

    key: tuple[tuple[OptionId, ...], ...]
    reached: tuple[int, ...]
    steps: tuple[OptionSteps, ...]


@dataclass(frozen=True, slots=True)
class ItemDetail:
    """One item of a pair: the option it goes with, and what the class put with it. `counts` has every option."""

    item: str
    label: Text
    key: OptionId
    counts: tuple[OptionCount, ...]


@dataclass(frozen=True, slots=True)
class OptionPlace:
    """Where an option lies on a plane."""

    option: OptionId
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class PlaceCount:
    """How many players tapped here, rounded to a grid of 25 by 25."""

    x: float
    y: float
    count: int


@dataclass(frozen=True, slots=True)
class PlaneDetail:
    """A plane: where every option lies, where the class tapped, and its centre (None under five taps)."""

    places: tuple[OptionPlace, ...]
    taps: tuple[PlaceCount, ...]
    centre: Point | None


@dataclass(frozen=True, slots=True)
class GroupView:
    """Open answers that the host put together: how many, and words that were chosen to be shown."""

    title: str
    count: int
    quotes: tuple[str, ...]
    share: float | None


@dataclass(frozen=True, slots=True)
class OpenDetail:
    """Open answers. `apart` counts those in no group."""

    groups: tuple[GroupView, ...]
    apart: int
    model_answer: Text | None


@dataclass(frozen=True, slots=True)
class KindDetail:
    """What only some kinds of axis have. At most one of these is there; combinations are a multi's."""

    combinations: tuple[Combination, ...] = ()
    order: OrderDetail | None = None
    items: tuple[ItemDetail, ...] = ()
    plane: PlaneDetail | None = None
    open: OpenDetail | None = None


@dataclass(frozen=True, slots=True)
class AxisReveal:
    """The truth on one axis, with where the class stood.

    `counts` has every option, also at 0: who chose it, or on a plane who tapped nearest to it. `trap_counts` says how
    many fell into each of `traps`, in their order. `flow` is there when the axis was voted on twice.
    """

    axis: AxisId
    is_contested: bool
    accepted: tuple[AcceptedOption, ...]
    cue: Text
    why: Text
    traps: tuple[TrapView, ...]
    counts: tuple[OptionCount, ...]
    trap_counts: tuple[int, ...]
    detail: KindDetail
    flow: FlowView | None


@dataclass(frozen=True, slots=True)
class RevealView:
    """A revealed card. `shown_axis` is the one whose picture the screen shows; `shows_flow`: who moved, in its place.

    `is_earlier`: the card was revealed before, and is on the screen again.
    """

    shown_axis: AxisId
    shows_flow: bool
    is_earlier: bool
    axes: tuple[AxisReveal, ...]
    debate: Text | None
