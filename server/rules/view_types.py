"""The shapes of what leaves the server: one closed type per audience, built field by field in views.py.

These are also the wire's message bodies: the TypeScript types and docs/protocol.md are generated from them. Times are
milliseconds on the server's clock, points are thousandths of a point.
"""

from dataclasses import dataclass
from enum import StrEnum

from server.rules.cards import AxisKind, CardStatus, Picture, Scale, Text
from server.rules.ids import (
    AxisId,
    CardId,
    MilliPoints,
    OptionId,
    Pin,
    PlayerId,
    RoomId,
    ServerMillis,
    Version,
)
from server.rules.phases import Phase
from server.rules.picks import AnswerGroup, Pick
from server.rules.reveal_types import AcceptedOption, KindDetail, OptionCount, RevealView, TrapView


@dataclass(frozen=True, slots=True)
class OptionView:
    """One value of an axis, in the order of the scale."""

    id: OptionId
    label: Text
    short: Text
    hint: Text


@dataclass(frozen=True, slots=True)
class ItemView:
    """Something of the story that is to be paired with an option."""

    id: str
    label: Text


@dataclass(frozen=True, slots=True)
class AxisView:
    """An axis as a student may see it: no key, no marks.

    The options of a rank or a sequence come shuffled, the same way for everybody, and only those that the card asks.
    `asks` says what a multi asks for; `items` are a pair's; `x_axis` and `y_axis` what stands at the sides of a plane.
    """

    id: AxisId
    kind: AxisKind
    label: Text
    short_label: Text
    question: Text
    options: tuple[OptionView, ...]
    picture: Picture
    asks: Text | None
    items: tuple[ItemView, ...]
    x_axis: Scale | None
    y_axis: Scale | None


@dataclass(frozen=True, slots=True)
class RoundView:
    """The card on the screen. `closes_at` is None while there is no deadline, `limit_millis` without a limit."""

    card: CardId
    title: Text
    person: str
    story: Text
    axes: tuple[AxisView, ...]
    opens_at: ServerMillis
    closes_at: ServerMillis | None
    limit_millis: int | None


@dataclass(frozen=True, slots=True)
class StandingRow:
    """One row of the leaderboard or podium. Ties share a rank; `previous_rank` is None for a newcomer."""

    rank: int
    previous_rank: int | None
    name: str
    points: MilliPoints


@dataclass(frozen=True, slots=True)
class RoomView:
    """What all phones share; encoded once and broadcast.

    `deck_kinds` are the ways of answering that the deck asks for, so that a phone has them ready before a round opens.
    """

    version: Version
    server_now: ServerMillis
    room: RoomId
    phase: Phase
    deck_title: Text
    deck_kinds: tuple[AxisKind, ...]
    card_number: int
    card_count: int
    players: int
    round: RoundView | None
    reveal: RevealView | None
    podium: tuple[StandingRow, ...]


@dataclass(frozen=True, slots=True)
class ScreenView:
    """What the projector shows. `newest_names` are the last to arrive, the newest last."""

    version: Version
    server_now: ServerMillis
    room: RoomId
    pin: Pin
    phase: Phase
    is_locked: bool
    deck_title: Text
    card_number: int
    card_count: int
    players: int
    answered: int
    newest_names: tuple[str, ...]
    round: RoundView | None
    reveal: RevealView | None
    leaderboard: tuple[StandingRow, ...]
    podium: tuple[StandingRow, ...]


class Verdict(StrEnum):
    """How a pick did, in a word."""

    RIGHT = "right"
    ALMOST = "almost"
    WRONG = "wrong"
    NONE = "none"
    WAITING = "waiting"
    """An open answer that the host has not marked yet."""


@dataclass(frozen=True, slots=True)
class AnswerView:
    """What the server holds of a player's answer to the card on the screen."""

    card: CardId
    picks: dict[AxisId, Pick]
    at: ServerMillis


@dataclass(frozen=True, slots=True)
class AxisResult:
    """How one pick did. `points` is without the speed bonus."""

    axis: AxisId
    pick: Pick | None
    verdict: Verdict
    points: MilliPoints


@dataclass(frozen=True, slots=True)
class ResultView:
    """A player's result on the revealed card. `points` includes `bonus`; `most` is what could be earned at best."""

    card: CardId
    axes: tuple[AxisResult, ...]
    points: MilliPoints
    bonus: MilliPoints
    most: MilliPoints


@dataclass(frozen=True, slots=True)
class SeatView:
    """What one phone alone knows. Ranks are None before the first reveal and while removed."""

    version: Version
    server_now: ServerMillis
    player: PlayerId
    name: str
    is_removed: bool
    came_in_at_card: int
    answer: AnswerView | None
    result: ResultView | None
    points: MilliPoints
    rank: int | None
    previous_rank: int | None
    ranked: int


class StepAction(StrEnum):
    """What the host's one key does next."""

    SHOW_CARD = "show_card"
    OPEN_ROUND = "open_round"
    CLOSE_ROUND = "close_round"
    REVEAL = "reveal"
    SHOW_AXIS = "show_axis"
    SHOW_LEADERBOARD = "show_leaderboard"
    SHOW_PODIUM = "show_podium"
    END_ROOM = "end_room"


@dataclass(frozen=True, slots=True)
class StepView:
    """The next (or previous) step; its id goes back with the press, so that a double press is one."""

    id: str
    action: StepAction


class CardState(StrEnum):
    """Where a card stands in the run."""

    DONE = "done"
    CURRENT = "current"
    COMING = "coming"


@dataclass(frozen=True, slots=True)
class CardOutline:
    """A card in the host's run. `right_share` (0..1) is the mean share over its asked axes once revealed."""

    id: CardId
    title: Text
    status: CardStatus
    state: CardState
    right_share: float | None


@dataclass(frozen=True, slots=True)
class PlayerWords:
    """An open answer, for the host to group."""

    player: PlayerId
    text: str


@dataclass(frozen=True, slots=True)
class HostAxis:
    """The card's key and live counts on one asked axis. `right_share` (0..1) is None while nobody answered.

    `trap_counts` says how many fell into each of `traps`, in their order. `words` are open answers in order of arrival,
    `groups` how the host has put them together: as it was sent, so also with those who were removed since.
    """

    axis: AxisId
    is_contested: bool
    accepted: tuple[AcceptedOption, ...]
    cue: Text
    why: Text
    traps: tuple[TrapView, ...]
    counts: tuple[OptionCount, ...]
    detail: KindDetail
    trap_counts: tuple[int, ...]
    words: tuple[PlayerWords, ...]
    groups: tuple[AnswerGroup, ...]
    right_share: float | None


@dataclass(frozen=True, slots=True)
class HostView:
    """The lecturer's own console; never projected.

    `keys` are of the card on the screen, and stay while its standings are shown: open answers may still be marked then.
    """

    version: Version
    server_now: ServerMillis
    room: RoomId
    pin: Pin
    phase: Phase
    is_locked: bool
    deck_title: Text
    deck_axes: tuple[AxisView, ...]
    asked_axes: tuple[AxisId, ...]
    reading_seconds: int
    answer_seconds: int | None
    speed_bonus: bool
    cards: tuple[CardOutline, ...]
    card_number: int
    card_count: int
    players: int
    answered: int
    round: RoundView | None
    keys: tuple[HostAxis, ...]
    debate: Text | None
    note: Text | None
    shown_axis: AxisId | None
    leaderboard: tuple[StandingRow, ...]
    podium: tuple[StandingRow, ...]
    next_step: StepView | None
    back_step: StepView | None


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One seat in the host's list."""

    player: PlayerId
    name: str
    is_removed: bool
    has_answered: bool
    points: MilliPoints
    rank: int | None


@dataclass(frozen=True, slots=True)
class RosterView:
    """Everybody with a seat, in order of arrival; for the host alone."""

    version: Version
    rows: tuple[RosterRow, ...]
