"""The shapes of what leaves the server: one closed type per audience, built field by field in views.py.

These are also the wire's message bodies: the TypeScript types and docs/protocol.md are generated from them. Times are
milliseconds on the server's clock, points are thousandths of a point.
"""

from dataclasses import dataclass
from enum import StrEnum

from server.rules.board_types import BoardView, HonourView, TeamView
from server.rules.callers import DoorState
from server.rules.cards import AxisKind, Picture, Scale, Text
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
from server.rules.picks import Confidence, Pick
from server.rules.quickly_made import quickly_made
from server.rules.reveal_types import RevealView
from server.rules.settings import LeaderboardMode, ScoreMode


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
    """The card on the screen. `closes_at` is None while there is no deadline, `limit_millis` without a limit.

    `vote` is 1, or 2 from the end of the talk on; `open_axes` are what it asks (in a talk: what will be asked again).
    `talk_ends_at`: while the class talks, None without a limit.
    """

    card: CardId
    title: Text
    person: str
    story: Text
    axes: tuple[AxisView, ...]
    opens_at: ServerMillis
    closes_at: ServerMillis | None
    limit_millis: int | None
    is_trial: bool
    asks_confidence: bool
    vote: int
    open_axes: tuple[AxisId, ...]
    talk_ends_at: ServerMillis | None


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
    `team_names` are empty without teams. `offered_names_only`: nobody chooses a name of his own.
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
    scoring: ScoreMode
    leaderboard_mode: LeaderboardMode
    offered_names_only: bool
    team_names: tuple[str, ...]
    round: RoundView | None
    reveal: RevealView | None
    podium: tuple[StandingRow, ...]
    honours: tuple[HonourView, ...]


@dataclass(frozen=True, slots=True)
class ScreenView:
    """What the projector shows. `newest_names` are the last to arrive, the newest last.

    `teams` stand where the leaderboard or the podium does, in a room of teams.
    """

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
    scoring: ScoreMode
    round: RoundView | None
    reveal: RevealView | None
    leaderboard: tuple[StandingRow, ...]
    podium: tuple[StandingRow, ...]
    honours: tuple[HonourView, ...]
    teams: tuple[TeamView, ...]
    board: BoardView | None


class Verdict(StrEnum):
    """How a pick did, in a word."""

    RIGHT = "right"
    ALMOST = "almost"
    WRONG = "wrong"
    NONE = "none"
    WAITING = "waiting"
    """An open answer that the host has not marked yet."""


@quickly_made
@dataclass(frozen=True, slots=True)
class AnswerView:
    """What the server holds of a player's answer to the card on the screen; `vote` is the one it was last said in."""

    card: CardId
    picks: dict[AxisId, Pick]
    at: ServerMillis
    vote: int
    confidence: Confidence | None


@dataclass(frozen=True, slots=True)
class AxisResult:
    """How one pick did. `points` is without the speed bonus. `first_pick`: of an axis that was voted on twice.

    With the first vote counting, verdict and points are those of `first_pick`.
    """

    axis: AxisId
    pick: Pick | None
    first_pick: Pick | None
    verdict: Verdict
    points: MilliPoints


@dataclass(frozen=True, slots=True)
class ResultView:
    """A player's result on the revealed card. `points` includes `bonus`; `most` is what could be earned at best.

    With confidence `points` may be below zero. A trial earns nothing, whatever its axes say. `counted_vote`: which of
    the picks of an axis that was voted on twice the verdict is about.
    """

    card: CardId
    axes: tuple[AxisResult, ...]
    points: MilliPoints
    bonus: MilliPoints
    most: MilliPoints
    confidence: Confidence | None
    is_trial: bool
    counted_vote: int


@dataclass(frozen=True, slots=True)
class OwnTime:
    """The time of a person whom the host gave more: in place of the round's own. `closes_at` None: until the reveal."""

    closes_at: ServerMillis | None
    limit_millis: int | None


@quickly_made
@dataclass(frozen=True, slots=True)
class SeatView:
    """What one phone alone knows. Ranks are None before the first reveal, while removed, and where the host hides them.

    `team` is the place of the player's team in RoomView.team_names. `streak` counts cards in a row, up to the last
    revealed one, on which every pick was right. `own_time` is there for a person with time of his own. `door`: this
    person has no seat, and waits for one or was told no.
    """

    version: Version
    server_now: ServerMillis
    player: PlayerId
    name: str
    is_removed: bool
    door: DoorState | None
    came_in_at_card: int
    answer: AnswerView | None
    points: MilliPoints
    rank: int | None
    previous_rank: int | None
    ranked: int
    team: int | None
    streak: int
    own_time: OwnTime | None
    result: ResultView | None
