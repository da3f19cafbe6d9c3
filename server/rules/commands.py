"""What may be asked of a room: orders, in the imperative. Who asks is part of the command, never of the message."""

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
class OpenRoom:
    """Begins a room. The deck travels with it, so that the log is whole by itself."""

    command_id: CommandId
    pin: Pin
    deck: Deck
    settings: RoomSettings
    course: CourseId | None = None


@dataclass(frozen=True, slots=True)
class JoinRoom:
    """Takes a seat, or waits at the door where the host approves entry. The same player again is answered as before.

    `member` is kept where the room belongs to a course, and dropped elsewhere.
    """

    command_id: CommandId
    player: PlayerId
    name: str
    member: MemberId | None = None


@quickly_made
@dataclass(frozen=True, slots=True)
class GiveAnswer:
    """Says all a player says in a round, or changes it; the newest whole answer counts.

    `shown_millis` is the phone's claim of how long its screen had shown the open card; `vote` (1 or 2) the vote that
    it was meant for. In a second vote `picks` are of the axes that are asked again.
    """

    command_id: CommandId
    player: PlayerId
    card: CardId
    picks: Mapping[AxisId, Pick]
    shown_millis: int
    vote: int = 1
    confidence: Confidence | None = None


@dataclass(frozen=True, slots=True)
class ChooseTeam:
    """A player goes and stands with a team, named by its place in the list, from 0; between cards only."""

    command_id: CommandId
    player: PlayerId
    team: int


@dataclass(frozen=True, slots=True)
class ForgetMe:
    """A player wants to be nobody here: out of an open room, and without a name in it for good."""

    command_id: CommandId
    player: PlayerId


@dataclass(frozen=True, slots=True)
class TakeStep:
    """The host's one key. `step` is the id of the step the host saw, so that a double press is one."""

    command_id: CommandId
    step: str


@dataclass(frozen=True, slots=True)
class GoBack:
    """Back to the picture before this one, within the reveal of a card."""

    command_id: CommandId
    step: str


@dataclass(frozen=True, slots=True)
class UndoStep:
    """Takes the last step back, as if it had not been pressed. `step` is the id that the host saw."""

    command_id: CommandId
    step: str


@dataclass(frozen=True, slots=True)
class StartTalk:
    """Lets the class talk about some axes before they vote on them again; no axes: about all that can be asked again.

    `seconds` None: until the host ends it.
    """

    command_id: CommandId
    card: CardId
    axes: tuple[AxisId, ...]
    seconds: int | None


@dataclass(frozen=True, slots=True)
class SkipCard:
    """Leaves the card on the screen without a reveal, and goes on to the next. Its answers earn nothing."""

    command_id: CommandId
    card: CardId


@dataclass(frozen=True, slots=True)
class ArrangeCards:
    """Which cards come next, in this order; what is left out is set aside and may be taken up again."""

    command_id: CommandId
    cards: tuple[CardId, ...]


@dataclass(frozen=True, slots=True)
class ShowEarlier:
    """Back to the reveal of a card that was shown before."""

    command_id: CommandId
    card: CardId


@dataclass(frozen=True, slots=True)
class ShowBoard:
    """Lays a board over what is projected, or takes it away (None). `axis`: that of a matrix."""

    command_id: CommandId
    board: BoardKind | None
    axis: AxisId | None = None


@dataclass(frozen=True, slots=True)
class ChangeSettings:
    """Other choices from now on."""

    command_id: CommandId
    settings: ChangeableSettings


@dataclass(frozen=True, slots=True)
class PutInTeam:
    """The host puts a player with a team, named by its place in the list, from 0."""

    command_id: CommandId
    player: PlayerId
    team: int


@dataclass(frozen=True, slots=True)
class RenamePlayer:
    """The host gives a player another name."""

    command_id: CommandId
    player: PlayerId
    name: str


@dataclass(frozen=True, slots=True)
class GiveExtraTime:
    """The host gives a player more time for every round, or the usual time again."""

    command_id: CommandId
    player: PlayerId
    allowance: Allowance


@dataclass(frozen=True, slots=True)
class RemoveSince:
    """Takes out everybody who came in from a moment on: for a flood of strangers."""

    command_id: CommandId
    since: ServerMillis


@dataclass(frozen=True, slots=True)
class ExtendRound:
    """Gives an open round, or a talk, more time."""

    command_id: CommandId
    card: CardId
    seconds: int


@dataclass(frozen=True, slots=True)
class OpenDueRound:
    """The reading time is over. Sent by any process that holds the room."""

    command_id: CommandId
    card: CardId


@dataclass(frozen=True, slots=True)
class CloseDueRound:
    """The deadline has passed. Sent by any process that holds the room; a second one is harmless."""

    command_id: CommandId
    card: CardId


@dataclass(frozen=True, slots=True)
class ChooseAxes:
    """Which axes the next cards are asked on."""

    command_id: CommandId
    axes: tuple[AxisId, ...]


@dataclass(frozen=True, slots=True)
class LockRoom:
    """Opens or shuts the door for new players; who has a seat keeps it."""

    command_id: CommandId
    locked: bool


@dataclass(frozen=True, slots=True)
class RemovePlayer:
    """Takes a player out: no answers, no place in the standings, until let back."""

    command_id: CommandId
    player: PlayerId


@dataclass(frozen=True, slots=True)
class LetPlayerBack:
    """Undoes a removal; seat, answers and points are as they were."""

    command_id: CommandId
    player: PlayerId


@dataclass(frozen=True, slots=True)
class LetAllBack:
    """Undoes a removal of many at once. `removal` is the command that took them out."""

    command_id: CommandId
    removal: CommandId


@dataclass(frozen=True, slots=True)
class ApproveEntry:
    """From now on who is new waits at the door, or comes in at once again. Who waits goes on waiting."""

    command_id: CommandId
    approves: bool


@dataclass(frozen=True, slots=True)
class LetIn:
    """Gives somebody who asked a seat, also after having been turned away."""

    command_id: CommandId
    player: PlayerId


@dataclass(frozen=True, slots=True)
class LetInUntil:
    """Gives a seat to all who wait and asked up to a moment."""

    command_id: CommandId
    until: ServerMillis


@dataclass(frozen=True, slots=True)
class TurnAway:
    """Tells somebody who waits that there is no seat for them."""

    command_id: CommandId
    player: PlayerId


@dataclass(frozen=True, slots=True)
class TurnAwaySince:
    """Tells so to all who wait and asked from a moment on."""

    command_id: CommandId
    since: ServerMillis


@dataclass(frozen=True, slots=True)
class GroupAnswers:
    """Puts the open answers of an axis into groups, with marks or without; replaces all earlier groups."""

    command_id: CommandId
    card: CardId
    axis: AxisId
    groups: tuple[AnswerGroup, ...]


@dataclass(frozen=True, slots=True)
class GoToPodium:
    """Leaves the cards that are still to come out: the podium is next."""

    command_id: CommandId


@dataclass(frozen=True, slots=True)
class ForgetNames:
    """Everybody's name goes, for good; in a room that has ended too."""

    command_id: CommandId


@dataclass(frozen=True, slots=True)
class EndRoom:
    """Ends the sitting, from any phase. The log stays for the replay."""

    command_id: CommandId


PlayerCommand = JoinRoom | GiveAnswer | ChooseTeam | ForgetMe
HostCommand = (
    TakeStep
    | GoBack
    | UndoStep
    | StartTalk
    | SkipCard
    | ArrangeCards
    | ShowEarlier
    | ShowBoard
    | ChangeSettings
    | PutInTeam
    | RenamePlayer
    | GiveExtraTime
    | RemoveSince
    | ExtendRound
    | ChooseAxes
    | LockRoom
    | RemovePlayer
    | LetPlayerBack
    | LetAllBack
    | ApproveEntry
    | LetIn
    | LetInUntil
    | TurnAway
    | TurnAwaySince
    | GroupAnswers
    | GoToPodium
    | ForgetNames
    | EndRoom
)
DueCommand = OpenDueRound | CloseDueRound
Command = OpenRoom | PlayerCommand | HostCommand | DueCommand
