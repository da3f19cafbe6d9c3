"""The shapes of what the lecturer alone sees. Part of the wire, as view_types.py is."""

from dataclasses import dataclass
from enum import StrEnum

from server.rules.allowances import Allowance
from server.rules.board_types import BoardView, ConfusionView, FlowView, HonourView, TeamView
from server.rules.callers import DoorState
from server.rules.cards import CardStatus, Text
from server.rules.ids import (
    AxisId,
    CardId,
    CommandId,
    MilliPoints,
    Pin,
    PlayerId,
    RoomId,
    ServerMillis,
    Version,
)
from server.rules.phases import Phase
from server.rules.picks import AnswerGroup
from server.rules.reveal_types import AcceptedOption, KindDetail, OptionCount, TrapView
from server.rules.settings import CountingVote, LeaderboardMode, ScoreMode
from server.rules.view_types import AxisView, RoundView, StandingRow


class StepAction(StrEnum):
    """What the host's one key does next."""

    SHOW_CARD = "show_card"
    OPEN_ROUND = "open_round"
    CLOSE_ROUND = "close_round"
    REVEAL = "reveal"
    SHOW_AXIS = "show_axis"
    SHOW_FLOW = "show_flow"
    OPEN_SECOND_VOTE = "open_second_vote"
    SHOW_LEADERBOARD = "show_leaderboard"
    SHOW_PODIUM = "show_podium"
    END_ROOM = "end_room"


@dataclass(frozen=True, slots=True)
class StepView:
    """The next (or previous) step; its id goes back with the press, so that a double press is one."""

    id: str
    action: StepAction


class CardState(StrEnum):
    """Where a card stands in the run. Who is set aside comes up only if the host takes it up again."""

    DONE = "done"
    CURRENT = "current"
    COMING = "coming"
    SKIPPED = "skipped"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class CardOutline:
    """A card in the host's run: those that came up, those to come, those set aside.

    `right_share` (0..1) is the mean share over its asked axes once revealed; `twin_of` names the card that asks the
    same with another story.
    """

    id: CardId
    title: Text
    status: CardStatus
    state: CardState
    right_share: float | None
    is_trial: bool
    twin_of: CardId | None


class Suggestion(StrEnum):
    """What the share of right answers speaks for: the step that pays most now."""

    WAIT = "wait"
    EXPLAIN = "explain"
    TALK = "talk"
    MOVE_ON = "move_on"
    ASK_TWIN = "ask_twin"
    DEBATE = "debate"


@dataclass(frozen=True, slots=True)
class AxisAdvice:
    """For the lecturer alone: how the class stands on an axis, and what to do about it.

    `answers` are few below 30: the shares then say little. `agreement` (0..1) is the chance that two who answered said
    the same. `certain_wrong` answers were certain and wrong. `confused`: the wrong pick that most fell for.
    """

    suggestion: Suggestion
    answers: int
    agreement: float | None
    certain_wrong: int
    confused: ConfusionView | None


@dataclass(frozen=True, slots=True)
class SettingsView:
    """What holds in the room now, as the host may see and change it; `offered_names_only` and `scoring` stand."""

    reading_seconds: int
    answer_seconds: int | None
    speed_bonus: bool
    asks_confidence: bool
    closes_when_all_answered: bool
    counting_vote: CountingVote
    leaderboard: LeaderboardMode
    talk_seconds: int | None
    talk_from: float
    talk_to: float
    blocked_words: tuple[str, ...]
    scoring: ScoreMode
    teams: tuple[str, ...]
    offered_names_only: bool


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
    flow: FlowView | None
    advice: AxisAdvice


@dataclass(frozen=True, slots=True)
class RemovalView:
    """The newest removal of many at once that can be undone by one press: what it was called, and how many are out."""

    id: CommandId
    players: int


@dataclass(frozen=True, slots=True)
class DoorView:
    """How people come in: whether the host lets in who is new, how many wait for it, and whom one press lets back."""

    approves_entry: bool
    waiting: int
    removal: RemovalView | None


@dataclass(frozen=True, slots=True)
class HostView:
    """The lecturer's own console; never projected.

    `keys` are of the card on the screen, and stay while its standings are shown: open answers may still be marked then.
    `answered` counts the newest vote. `still_writing` people have time of their own left. `talk_axes` can be voted on
    again. `twin` is a card to come, or set aside, that asks the same as the one on the screen. `undo` takes the last
    step back, and is None where that would lose an answer.
    """

    version: Version
    server_now: ServerMillis
    room: RoomId
    pin: Pin
    phase: Phase
    is_locked: bool
    door: DoorView
    deck_title: Text
    deck_axes: tuple[AxisView, ...]
    asked_axes: tuple[AxisId, ...]
    settings: SettingsView
    cards: tuple[CardOutline, ...]
    card_number: int
    card_count: int
    players: int
    answered: int
    still_writing: int
    round: RoundView | None
    keys: tuple[HostAxis, ...]
    debate: Text | None
    note: Text | None
    shown_axis: AxisId | None
    shows_flow: bool
    talk_axes: tuple[AxisId, ...]
    twin: CardId | None
    leaderboard: tuple[StandingRow, ...]
    podium: tuple[StandingRow, ...]
    honours: tuple[HonourView, ...]
    teams: tuple[TeamView, ...]
    confusions: tuple[ConfusionView, ...]
    board: BoardView | None
    next_step: StepView | None
    back_step: StepView | None
    undo: StepView | None


class LineState(StrEnum):
    """How a player's connection does."""

    HERE = "here"
    SHAKY = "shaky"
    """Connected, but it broke off several times of late."""
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One seat in the host's list. `joined_at` tells a flood of strangers from a class."""

    player: PlayerId
    name: str
    joined_at: ServerMillis
    line: LineState
    team: int | None
    allowance: Allowance
    is_removed: bool
    has_answered: bool
    points: MilliPoints
    rank: int | None


@dataclass(frozen=True, slots=True)
class CallerRow:
    """Somebody who asked to come in where the host approves entry."""

    player: PlayerId
    name: str
    asked_at: ServerMillis
    line: LineState
    state: DoorState


@dataclass(frozen=True, slots=True)
class RosterView:
    """Everybody with a seat, in order of arrival; for the host alone.

    `callers` are those who came to the door, in order of asking; a room that lets everybody in has none.
    """

    version: Version
    rows: tuple[RosterRow, ...]
    callers: tuple[CallerRow, ...] = ()
