"""What crosses the wire, once for both generated files: who gets which view, who may send what."""

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from server.devtools.wire_export.bodies import HTTP_BODIES, ScreenChange
from server.devtools.wire_export.requests import HOST_COMMANDS, PLAYER_COMMANDS, OpenRoomMessage
from server.devtools.wire_export.shapes import Shape, shapes_of
from server.rules import commands as c
from server.rules import settings
from server.rules.phases import PHASES_ALLOWING, Phase
from server.rules.refusals import RETRY_CODES, RefusalCode
from server.rules.view_types import HostView, RoomView, RosterView, ScreenView, SeatView

PROTOCOL = 1
"""The number that a client says in its handshake. It rises when an old client would misread a new server."""

ROLES = ("player", "screen", "host")


@dataclass(frozen=True, slots=True)
class ViewEvent:
    """One event that the server sends, to the connections of one role."""

    body: type
    role: str
    when: str
    is_nullable: bool = False

    @property
    def type(self) -> str:
        """The body's type in TypeScript."""
        return f"{self.body.__name__} | null" if self.is_nullable else self.body.__name__


VIEW_EVENTS: Mapping[str, ViewEvent] = {
    "room": ViewEvent(RoomView, "player", "each change of phase (not for each player or answer)"),
    "seat": ViewEvent(SeatView, "player", "its own data changed: seat, kept answer, result, place", is_nullable=True),
    "screen": ViewEvent(ScreenView, "screen", "anything on it changed; at most 4 a second"),
    "host": ViewEvent(HostView, "host", "anything on it changed; at most 4 a second, phases at once"),
    "roster": ViewEvent(RosterView, "host", "a player came, answered or scored; at most 1 a second"),
}

COMMANDS: Mapping[str, type[BaseModel]] = {**PLAYER_COMMANDS, **HOST_COMMANDS}

ORDERED: Mapping[str, type] = {
    "join": c.JoinRoom,
    "answer": c.GiveAnswer,
    "step": c.TakeStep,
    "back": c.GoBack,
    "extend": c.ExtendRound,
    "choose_axes": c.ChooseAxes,
    "lock": c.LockRoom,
    "remove": c.RemovePlayer,
    "let_back": c.LetPlayerBack,
    "end": c.EndRoom,
}
"""Which order of the rules each message becomes."""

HOST_CHOICES: Mapping[str, int] = {
    name: getattr(settings, name)
    for name in ("READING_SECONDS_MOST", "ANSWER_SECONDS_LEAST", "ANSWER_SECONDS_MOST", "EXTEND_SECONDS")
}
"""The bounds of what a host may choose, which forms show."""


def view_shapes() -> list[Shape]:
    """What the server sends, with the list of codes."""
    return shapes_of([*(event.body for event in VIEW_EVENTS.values()), RefusalCode])


def wire_shapes() -> list[Shape]:
    """Every shape that a client can meet, those of the views first; generated_ts writes ScreenChange."""
    views = [event.body for event in VIEW_EVENTS.values()]
    shapes = shapes_of([*views, RefusalCode, *COMMANDS.values(), OpenRoomMessage, *HTTP_BODIES])
    return [shape for shape in shapes if shape.name != ScreenChange.__name__]


def allowing_phases(event: str) -> list[Phase]:
    """The phases in which a command is not refused out of hand, in order."""
    allowing = PHASES_ALLOWING[ORDERED[event]]
    return [phase for phase in Phase if phase in allowing]


def retry_codes() -> tuple[str, ...]:
    """The codes after which the same command may be sent again, in the order of the list of codes."""
    return tuple(code.value for code in RefusalCode if code in RETRY_CODES)
