"""What may be asked of a room: orders, in the imperative. Who asks is part of the command, never of the message."""

from collections.abc import Mapping
from dataclasses import dataclass

from server.rules.cards import Deck
from server.rules.ids import AxisId, CardId, CommandId, Pin, PlayerId
from server.rules.picks import AnswerGroup, Pick
from server.rules.settings import RoomSettings


@dataclass(frozen=True, slots=True)
class OpenRoom:
    """Begins a room. The deck travels with it, so that the log is whole by itself."""

    command_id: CommandId
    pin: Pin
    deck: Deck
    settings: RoomSettings


@dataclass(frozen=True, slots=True)
class JoinRoom:
    """Takes a seat. The same player again is answered as the first time, whatever the name."""

    command_id: CommandId
    player: PlayerId
    name: str


@dataclass(frozen=True, slots=True)
class GiveAnswer:
    """Says all a player says in a round, or changes it; the newest whole answer counts.

    `shown_millis` is the phone's claim of how long its screen had shown the open card.
    """

    command_id: CommandId
    player: PlayerId
    card: CardId
    picks: Mapping[AxisId, Pick]
    shown_millis: int


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
class ExtendRound:
    """Gives an open round more time."""

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
class EndRoom:
    """Ends the sitting, from any phase. The log stays for the replay."""

    command_id: CommandId


PlayerCommand = JoinRoom | GiveAnswer
HostCommand = (
    TakeStep
    | GoBack
    | ExtendRound
    | ChooseAxes
    | LockRoom
    | RemovePlayer
    | LetPlayerBack
    | GroupAnswers
    | GoToPodium
    | EndRoom
)
DueCommand = OpenDueRound | CloseDueRound
Command = OpenRoom | PlayerCommand | HostCommand | DueCommand
