"""What crosses the wire, once for both generated files: who gets which view, who may send what."""

from collections.abc import Mapping

from pydantic import BaseModel

from server.devtools.wire_export.bodies import HTTP_BODIES
from server.devtools.wire_export.requests import HOST_COMMANDS, PLAYER_COMMANDS, OpenRoomMessage
from server.devtools.wire_export.shapes import Shape, shapes_of
from server.rules import settings, view_types
from server.rules.refusals import RETRY_CODES, RefusalCode

PROTOCOL = 1
"""The number that a client says in its handshake. It rises when an old client would misread a new server."""

VIEW_EVENTS: Mapping[str, tuple[str, str]] = {
    "room": ("RoomView", "player"),
    "seat": ("SeatView | null", "player"),
    "screen": ("ScreenView", "screen"),
    "host": ("HostView", "host"),
    "roster": ("RosterView", "host"),
}
"""What the server sends: event -> its body's type and the role that hears it."""

COMMANDS: Mapping[str, type[BaseModel]] = {**PLAYER_COMMANDS, **HOST_COMMANDS}

ROLES = ("player", "screen", "host")

HOST_CHOICES: Mapping[str, int] = {
    name: getattr(settings, name)
    for name in ("READING_SECONDS_MOST", "ANSWER_SECONDS_LEAST", "ANSWER_SECONDS_MOST", "EXTEND_SECONDS")
}
"""The bounds of what a host may choose, which forms show."""


def wire_shapes() -> list[Shape]:
    """Every shape that a client can meet."""
    roots = [
        view_types.RoomView,
        view_types.SeatView,
        view_types.ScreenView,
        view_types.HostView,
        view_types.RosterView,
        RefusalCode,
        *COMMANDS.values(),
        OpenRoomMessage,
        *HTTP_BODIES,
    ]
    return shapes_of(roots)


def retry_codes() -> tuple[str, ...]:
    """The codes after which the same command may be sent again, in the order of the list of codes."""
    return tuple(code.value for code in RefusalCode if code in RETRY_CODES)
