"""What has happened in a room: facts, in the past tense, for ever.

Fields may be added with a default; a meaning is never changed (old shapes are upgraded in store/event_codec.py).
`at` is the server's time in milliseconds; `command_id` names the command that caused the event.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from server.rules.allowances import Allowance
from server.rules.boards import BoardKind
from server.rules.cards import Deck
from server.rules.ids import AxisId, CardId, CommandId, CourseId, MemberId, Pin, PlayerId, ServerMillis
from server.rules.picks import AnswerGroup, Confidence, Pick
from server.rules.quickly_made import quickly_made
from server.rules.settings import ChangeableSettings, RoomSettings


@dataclass(frozen=True, slots=True)
class RoomOpened:
    """The first event of every log. `rules` names the edition of scoring under which the room is folded.

    `course` is the season that the room counts to; None: it stands alone.
    """

    at: ServerMillis
    command_id: CommandId
    pin: Pin
    deck: Deck
    settings: RoomSettings
    rules: int = 1
    course: CourseId | None = None


@dataclass(frozen=True, slots=True)
class PlayerJoined:
    """A seat was taken under this name; `team` is the place of the player's team in the list, from 0.

    `member` is the device that took it, as the room's course knows it over the weeks; None: it did not say.
    """

    at: ServerMillis
    command_id: CommandId
    player: PlayerId
    name: str
    team: int | None = None
    member: MemberId | None = None


@dataclass(frozen=True, slots=True)
class PlayerRenamed:
    """The host gave a player another name."""

    at: ServerMillis
    command_id: CommandId
    player: PlayerId
    name: str


@dataclass(frozen=True, slots=True)
class TeamChanged:
    """A player stands with another team."""

    at: ServerMillis
    command_id: CommandId
    player: PlayerId
    team: int


@dataclass(frozen=True, slots=True)
class ExtraTimeGiven:
    """A player has more time from now on, or the usual time again."""

    at: ServerMillis
    command_id: CommandId
    player: PlayerId
    allowance: Allowance


@dataclass(frozen=True, slots=True)
class PlayerRemoved:
    """The host took a player out."""

    at: ServerMillis
    command_id: CommandId
    player: PlayerId


@dataclass(frozen=True, slots=True)
class PlayerLetBack:
    """The host let a player back in."""

    at: ServerMillis
    command_id: CommandId
    player: PlayerId


@dataclass(frozen=True, slots=True)
class EntryApprovalChanged:
    """From now on the host lets in who is new, or everybody comes in by themselves."""

    at: ServerMillis
    command_id: CommandId
    approves: bool


@dataclass(frozen=True, slots=True)
class EntryAsked:
    """Somebody waits at the door under this name; whom the host lets in takes a seat by PlayerJoined.

    `member` is as in PlayerJoined.
    """

    at: ServerMillis
    command_id: CommandId
    player: PlayerId
    name: str
    member: MemberId | None = None


@dataclass(frozen=True, slots=True)
class PlayerTurnedAway:
    """The host told somebody at the door that there is no seat for them."""

    at: ServerMillis
    command_id: CommandId
    player: PlayerId


@dataclass(frozen=True, slots=True)
class PlayersForgotten:
    """These players are nobody any more: P1, P2, ... by order of arrival, from here on and, soon, in the whole log.

    `keeps_season`: the course still knows the devices again, so that a season goes on without names; who asked for it
    in person is no longer known there either.
    """

    at: ServerMillis
    command_id: CommandId
    players: tuple[PlayerId, ...]
    keeps_season: bool = False


@dataclass(frozen=True, slots=True)
class RoomLockChanged:
    """The door for new players was locked or opened."""

    at: ServerMillis
    command_id: CommandId
    locked: bool


@dataclass(frozen=True, slots=True)
class SettingsChanged:
    """These choices hold from now on; the card on the screen keeps what held when it came up."""

    at: ServerMillis
    command_id: CommandId
    settings: ChangeableSettings


@dataclass(frozen=True, slots=True)
class CardsArranged:
    """The cards that come next, in this order."""

    at: ServerMillis
    command_id: CommandId
    cards: tuple[CardId, ...]


@dataclass(frozen=True, slots=True)
class CardSkipped:
    """The card was left without a reveal; its answers earn nothing."""

    at: ServerMillis
    command_id: CommandId
    card: CardId


@dataclass(frozen=True, slots=True)
class StepUndone:
    """The last step was taken back. `until`: when the reading, or the open round, that is back on the screen ends."""

    at: ServerMillis
    command_id: CommandId
    until: ServerMillis | None


@dataclass(frozen=True, slots=True)
class TalkStarted:
    """The vote is locked, and the class talks about these axes until `ends_at` (None: until the host ends it)."""

    at: ServerMillis
    command_id: CommandId
    card: CardId
    axes: tuple[AxisId, ...]
    ends_at: ServerMillis | None


@dataclass(frozen=True, slots=True)
class TalkExtended:
    """The end of the talk moved to `ends_at`."""

    at: ServerMillis
    command_id: CommandId
    card: CardId
    ends_at: ServerMillis


@dataclass(frozen=True, slots=True)
class AxesChosen:
    """The next cards are asked on these axes."""

    at: ServerMillis
    command_id: CommandId
    axes: tuple[AxisId, ...]


@dataclass(frozen=True, slots=True)
class CardShown:
    """A card came up to be read; its round opens at `opens_at` unless the host is quicker."""

    at: ServerMillis
    command_id: CommandId
    card: CardId
    axes: tuple[AxisId, ...]
    opens_at: ServerMillis


@dataclass(frozen=True, slots=True)
class RoundOpened:
    """Answers are taken from `at` on, until `closes_at` (None: until the host closes). `vote` is 2 after a talk."""

    at: ServerMillis
    command_id: CommandId
    card: CardId
    closes_at: ServerMillis | None
    vote: int = 1


@dataclass(frozen=True, slots=True)
class RoundExtended:
    """The deadline moved to `closes_at`."""

    at: ServerMillis
    command_id: CommandId
    card: CardId
    closes_at: ServerMillis


@quickly_made
@dataclass(frozen=True, slots=True)
class AnswerGiven:
    """A player's whole answer. `thinking_millis` is fair time: the phone's claim, bounded by what the server saw."""

    at: ServerMillis
    command_id: CommandId
    player: PlayerId
    card: CardId
    picks: Mapping[AxisId, Pick]
    thinking_millis: int
    confidence: Confidence | None = None


@dataclass(frozen=True, slots=True)
class RoundClosed:
    """The round is over; `at` is the deadline, or the moment the host closed it early."""

    at: ServerMillis
    command_id: CommandId
    card: CardId


@dataclass(frozen=True, slots=True)
class CardRevealed:
    """The key, the reasons and the points became known; the first axis is on the screen."""

    at: ServerMillis
    command_id: CommandId
    card: CardId


@dataclass(frozen=True, slots=True)
class AnswersGrouped:
    """The host put the open answers of an axis into these groups, which replace all earlier ones."""

    at: ServerMillis
    command_id: CommandId
    card: CardId
    axis: AxisId
    groups: tuple[AnswerGroup, ...]


@dataclass(frozen=True, slots=True)
class AxisShown:
    """The screen shows the picture of this axis of the revealed card, or (`flow`) who moved between its two votes."""

    at: ServerMillis
    command_id: CommandId
    axis: AxisId
    flow: bool = False


@dataclass(frozen=True, slots=True)
class EarlierShown:
    """The screen is back at the reveal of a card that was shown before."""

    at: ServerMillis
    command_id: CommandId
    card: CardId


@dataclass(frozen=True, slots=True)
class BoardShown:
    """A board lies over what is projected, or (None) none any more."""

    at: ServerMillis
    command_id: CommandId
    board: BoardKind | None
    axis: AxisId | None = None


@dataclass(frozen=True, slots=True)
class LeaderboardShown:
    """The screen shows who stands highest."""

    at: ServerMillis
    command_id: CommandId


@dataclass(frozen=True, slots=True)
class PodiumShown:
    """The screen shows the podium."""

    at: ServerMillis
    command_id: CommandId


@dataclass(frozen=True, slots=True)
class RoomEnded:
    """The sitting is over; the PIN is free, the log stays."""

    at: ServerMillis
    command_id: CommandId


Event = (
    RoomOpened
    | PlayerJoined
    | PlayerRemoved
    | PlayerLetBack
    | EntryApprovalChanged
    | EntryAsked
    | PlayerTurnedAway
    | PlayersForgotten
    | PlayerRenamed
    | TeamChanged
    | ExtraTimeGiven
    | RoomLockChanged
    | SettingsChanged
    | CardsArranged
    | CardSkipped
    | StepUndone
    | TalkStarted
    | TalkExtended
    | EarlierShown
    | BoardShown
    | AxesChosen
    | CardShown
    | RoundOpened
    | RoundExtended
    | AnswerGiven
    | RoundClosed
    | CardRevealed
    | AnswersGrouped
    | AxisShown
    | LeaderboardShown
    | PodiumShown
    | RoomEnded
)
