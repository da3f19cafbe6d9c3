"""The messages that clients send, by event name."""

from collections.abc import Mapping

from pydantic import BaseModel, Field

from server.rules.ids import AxisId, CardId, CommandId, OptionId, PlayerId


class JoinMessage(BaseModel):
    """Takes a seat under a name. Repeated by a device that has a seat, it is answered as the first time."""

    command_id: CommandId
    name: str


class AnswerMessage(BaseModel):
    """All a player says on the open card; the newest whole answer counts until the round closes.

    `shown_millis` is how long this device's own screen has shown the open card.
    """

    command_id: CommandId
    card: CardId
    picks: Mapping[AxisId, OptionId]
    shown_millis: int


class StepMessage(BaseModel):
    """The host's one key. `step` is the id of HostView.next_step, so that a double press is one."""

    command_id: CommandId
    step: str


class BackMessage(BaseModel):
    """Back to the picture before this one. `step` is the id of HostView.back_step."""

    command_id: CommandId
    step: str


class ExtendMessage(BaseModel):
    """Gives the open round of this card more time."""

    command_id: CommandId
    card: CardId
    seconds: int


class ChooseAxesMessage(BaseModel):
    """The next cards are asked on these axes of the deck."""

    command_id: CommandId
    axes: tuple[AxisId, ...]


class LockMessage(BaseModel):
    """Shuts the door for new players, or opens it."""

    command_id: CommandId
    locked: bool


class RemoveMessage(BaseModel):
    """Takes a player out of the room."""

    command_id: CommandId
    player: PlayerId


class LetBackMessage(BaseModel):
    """Undoes a removal."""

    command_id: CommandId
    player: PlayerId


class EndMessage(BaseModel):
    """Ends the sitting, from any phase."""

    command_id: CommandId


class OpenRoomMessage(BaseModel):
    """Opens a room on a deck; what is left away is the default. `answer_seconds` null: no limit."""

    command_id: CommandId
    deck: str
    axes: tuple[AxisId, ...] | None = None
    reading_seconds: int = 10
    answer_seconds: int | None = Field(default=60)
    speed_bonus: bool = False


PLAYER_COMMANDS: Mapping[str, type[BaseModel]] = {"join": JoinMessage, "answer": AnswerMessage}
HOST_COMMANDS: Mapping[str, type[BaseModel]] = {
    "step": StepMessage,
    "back": BackMessage,
    "extend": ExtendMessage,
    "choose_axes": ChooseAxesMessage,
    "lock": LockMessage,
    "remove": RemoveMessage,
    "let_back": LetBackMessage,
    "end": EndMessage,
}
