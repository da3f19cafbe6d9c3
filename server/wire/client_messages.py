"""Everything a client may say, one type per message, with the order that it becomes. Who asks is never in a message."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from server.rules import commands as c
from server.rules.cards import Deck, Point
from server.rules.ids import AxisId, CardId, CommandId, OptionId, PlayerId
from server.rules.picks import OPEN_LONGEST, AnswerGroup, Pairs, Pick, Words
from server.rules.refusals import Refusal, RefusalCode
from server.rules.settings import ANSWER_SECONDS_LEAST, ANSWER_SECONDS_MOST, READING_SECONDS_MOST, RoomSettings

AXES_MOST = 16
DECK_AXES_MOST = 64
"""A deck may be asked on many more axes than one card is."""
CARDS_MOST = 500
OPTIONS_MOST = 16
GROUPS_MOST = 40
SHOWN_MILLIS_MOST = 86_400_000

ClientCommandId = Annotated[CommandId, StringConstraints(pattern=r"^[0-9a-f]{16,64}$")]
ShortText = StringConstraints(max_length=100)
Axes = Annotated[tuple[AxisId, ...], Field(strict=False, max_length=DECK_AXES_MOST)]
Cards = Annotated[tuple[Annotated[CardId, ShortText], ...], Field(strict=False, max_length=CARDS_MOST)]


class ClientMessage(BaseModel):
    """What all messages share: exact types, and no field that is not documented."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, allow_inf_nan=False)


class PlayerMessage(ClientMessage, ABC):
    """What a player sends. The client gives each command its id and keeps it over repeats."""

    command_id: ClientCommandId

    @abstractmethod
    def to_command(self, player: PlayerId) -> c.PlayerCommand:
        """The order, with who gives it."""


class HostMessage(ClientMessage, ABC):
    """What the host sends. The client gives each command its id and keeps it over repeats."""

    command_id: ClientCommandId

    @abstractmethod
    def to_command(self) -> c.HostCommand:
        """The order."""


class PointMessage(ClientMessage):
    """A place on a plane: 0 to 1 from the left and from the bottom."""

    x: Annotated[float, Field(ge=0, le=1)]
    y: Annotated[float, Field(ge=0, le=1)]


class PairsMessage(ClientMessage):
    """Items of the story, each with the option that it goes with."""

    pairs: Annotated[Mapping[Annotated[str, ShortText], Annotated[OptionId, ShortText]], Field(max_length=OPTIONS_MOST)]


class WordsMessage(ClientMessage):
    """An answer in words of one's own."""

    text: Annotated[str, StringConstraints(max_length=OPEN_LONGEST)]


PickMessage = (
    Annotated[OptionId, ShortText]
    | Annotated[tuple[Annotated[OptionId, ShortText], ...], Field(strict=False, max_length=OPTIONS_MOST)]
    | PointMessage
    | PairsMessage
    | WordsMessage
)
"""What is said on one axis; its shape goes by the axis's kind."""


def _pick(said: PickMessage) -> Pick:
    match said:
        case PointMessage():
            return Point(said.x, said.y)
        case PairsMessage():
            return Pairs(dict(said.pairs))
        case WordsMessage():
            return Words(said.text)
        case _:
            return said


class JoinMessage(PlayerMessage):
    """Takes a seat under a name. Repeated by a device that has a seat, it is answered as the first time."""

    name: str

    def to_command(self, player: PlayerId) -> c.JoinRoom:
        """The order, with who gives it."""
        return c.JoinRoom(self.command_id, player, self.name)


class AnswerMessage(PlayerMessage):
    """All a player says on the open card; the newest whole answer counts until the round closes.

    `shown_millis` is how long this device's own screen has shown the open card.
    """

    card: Annotated[CardId, ShortText]
    picks: Annotated[Mapping[AxisId, PickMessage], Field(max_length=AXES_MOST)]
    shown_millis: Annotated[int, Field(ge=0, le=SHOWN_MILLIS_MOST)]

    def to_command(self, player: PlayerId) -> c.GiveAnswer:
        """The order, with who gives it."""
        return c.GiveAnswer(
            self.command_id,
            player,
            self.card,
            {axis: _pick(said) for axis, said in self.picks.items()},
            self.shown_millis,
        )


class StepMessage(HostMessage):
    """The host's one key. `step` is the id of HostView.next_step, so that a double press is one."""

    step: Annotated[str, ShortText]

    def to_command(self) -> c.TakeStep:
        """The order."""
        return c.TakeStep(self.command_id, self.step)


class BackMessage(HostMessage):
    """Back to the picture before this one. `step` is the id of HostView.back_step."""

    step: Annotated[str, ShortText]

    def to_command(self) -> c.GoBack:
        """The order."""
        return c.GoBack(self.command_id, self.step)


class ExtendMessage(HostMessage):
    """Gives the open round of this card more time."""

    card: Annotated[CardId, ShortText]
    seconds: int

    def to_command(self) -> c.ExtendRound:
        """The order."""
        return c.ExtendRound(self.command_id, self.card, self.seconds)


class ChooseAxesMessage(HostMessage):
    """The next cards are asked on these axes of the deck."""

    axes: Axes

    def to_command(self) -> c.ChooseAxes:
        """The order."""
        return c.ChooseAxes(self.command_id, self.axes)


class LockMessage(HostMessage):
    """Shuts the door for new players, or opens it."""

    locked: bool

    def to_command(self) -> c.LockRoom:
        """The order."""
        return c.LockRoom(self.command_id, self.locked)


class RemoveMessage(HostMessage):
    """Takes a player out of the room."""

    player: Annotated[PlayerId, ShortText]

    def to_command(self) -> c.RemovePlayer:
        """The order."""
        return c.RemovePlayer(self.command_id, self.player)


class LetBackMessage(HostMessage):
    """Undoes a removal."""

    player: Annotated[PlayerId, ShortText]

    def to_command(self) -> c.LetPlayerBack:
        """The order."""
        return c.LetPlayerBack(self.command_id, self.player)


class GroupMessage(ClientMessage):
    """Open answers that belong together. `share` (0 to 1) is what they earn; left away or null: not marked yet."""

    title: Annotated[str, ShortText]
    players: Annotated[tuple[Annotated[PlayerId, ShortText], ...], Field(strict=False)]
    quotes: Annotated[tuple[Annotated[str, ShortText], ...], Field(strict=False, max_length=4)] = ()
    share: Annotated[float, Field(ge=0, le=1)] | None = None


class GroupAnswersMessage(HostMessage):
    """Puts the open answers of an axis into groups, with marks or without; replaces all earlier groups."""

    card: Annotated[CardId, ShortText]
    axis: Annotated[AxisId, ShortText]
    groups: Annotated[tuple[GroupMessage, ...], Field(strict=False, max_length=GROUPS_MOST)]

    def to_command(self) -> c.GroupAnswers:
        """The order."""
        groups = tuple(AnswerGroup(group.title, group.players, group.quotes, group.share) for group in self.groups)
        return c.GroupAnswers(self.command_id, self.card, self.axis, groups)


class PodiumMessage(HostMessage):
    """Leaves the cards that are still to come out: the podium is next. Between a reveal and the next card."""

    def to_command(self) -> c.GoToPodium:
        """The order."""
        return c.GoToPodium(self.command_id)


class EndMessage(HostMessage):
    """Ends the sitting, from any phase."""

    def to_command(self) -> c.EndRoom:
        """The order."""
        return c.EndRoom(self.command_id)


class OpenRoomMessage(ClientMessage):
    """Opens a room on a deck; what is left away is the default. `answer_seconds` null: no limit.

    `cards` are played in this order; left away: all of the deck, in its own.
    """

    command_id: ClientCommandId
    deck: Annotated[str, ShortText]
    cards: Cards | None = None
    axes: Axes | None = None
    reading_seconds: Annotated[int, Field(ge=0, le=READING_SECONDS_MOST)] = 10
    answer_seconds: Annotated[int, Field(ge=ANSWER_SECONDS_LEAST, le=ANSWER_SECONDS_MOST)] | None = 60
    speed_bonus: bool = False

    def to_deck(self, deck: Deck) -> Deck:
        """The deck with the chosen cards. Raises Refusal BAD_PICK for none, one that it lacks, or one twice."""
        if self.cards is None:
            return deck
        if not self.cards or len(set(self.cards)) != len(self.cards):
            raise Refusal(RefusalCode.BAD_PICK)
        try:
            return deck.with_cards(self.cards)
        except KeyError:
            raise Refusal(RefusalCode.BAD_PICK) from None

    def to_settings(self, deck_axes: tuple[AxisId, ...]) -> RoomSettings:
        """The room's settings; the axes in the order of the deck. Raises Refusal BAD_PICK for an axis it lacks."""
        wanted = deck_axes if self.axes is None else self.axes
        axes = tuple(axis for axis in deck_axes if axis in wanted)
        if not axes or len(axes) != len(set(wanted)):
            raise Refusal(RefusalCode.BAD_PICK)
        return RoomSettings(axes, self.reading_seconds, self.answer_seconds, self.speed_bonus)


class SignInMessage(ClientMessage):
    """Signs the host in with the token of the host link."""

    token: Annotated[str, ShortText]


PLAYER_COMMANDS: Mapping[str, type[PlayerMessage]] = {"join": JoinMessage, "answer": AnswerMessage}
HOST_COMMANDS: Mapping[str, type[HostMessage]] = {
    "step": StepMessage,
    "back": BackMessage,
    "extend": ExtendMessage,
    "choose_axes": ChooseAxesMessage,
    "lock": LockMessage,
    "remove": RemoveMessage,
    "let_back": LetBackMessage,
    "group": GroupAnswersMessage,
    "podium": PodiumMessage,
    "end": EndMessage,
}
