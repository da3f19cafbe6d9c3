"""What crosses the wire, once for both generated files: who gets which view, who may send what."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args, get_type_hints

from server.devtools.wire_export.bodies import HTTP_BODIES
from server.devtools.wire_export.shapes import ObjectShape, Shape, shapes_of
from server.review.replay_types import Frame
from server.rooms.token_bucket import BURST, PER_SECOND
from server.rules import settings
from server.rules.decide_run import EXTEND_SECONDS_MOST
from server.rules.host_view_types import (
    HostView,
    RosterView,
)
from server.rules.names import COURSE_TITLE_LONGEST, NAME_LONGEST
from server.rules.phases import PHASES_ALLOWING, Phase
from server.rules.refusals import RETRY_CODES, RefusalCode
from server.rules.view_types import (
    RoomView,
    ScreenView,
    SeatView,
)
from server.wire.client_messages import (
    AXES_MOST,
    HOST_COMMANDS,
    PLAYER_COMMANDS,
    ClientMessage,
    LeadMessage,
    MakeCourseMessage,
    MakeKeyMessage,
    OpenRoomMessage,
    SignInMessage,
    WarmUpMessage,
)
from server.wire.http_law import LONGEST_BODY, STATUS
from server.wire.lecturer_messages import (
    AcceptInvitationMessage,
    ChangePassphraseMessage,
    LecturerSignInMessage,
    LookAtInvitationMessage,
    MakeInvitationMessage,
    SignOutMessage,
)
from server.wire.practice_messages import (
    CloseHomeworkMessage,
    HandInExamMessage,
    HomeworkAnswerMessage,
    PracticeMessage,
    SetHomeworkMessage,
)
from server.wire.race_message import RaceMessage
from server.wire.server_messages import ViewEvent
from server.wire.sessions import Handshake
from server.wire.sockets import STRIKES_MOST
from server.wire.strict_packet import LONGEST_FRAME, LONGEST_MESSAGE
from server.wire.writing_desk import AT_DESK_MOST

_HANDSHAKE_TYPES = get_type_hints(Handshake)
PROTOCOL: int = get_args(_HANDSHAKE_TYPES["protocol"])[0]
ROLES: tuple[str, ...] = get_args(_HANDSHAKE_TYPES["role"])


@dataclass(frozen=True, slots=True)
class SentView:
    """The body of an event that the server sends to the connections of one role."""

    body: type
    role: str
    when: str
    is_nullable: bool = False

    @property
    def type(self) -> str:
        """The body's type in TypeScript."""
        return f"{self.body.__name__} | null" if self.is_nullable else self.body.__name__


POSTED: tuple[type[ClientMessage], ...] = (
    OpenRoomMessage,
    SignInMessage,
    LecturerSignInMessage,
    SignOutMessage,
    ChangePassphraseMessage,
    MakeInvitationMessage,
    LookAtInvitationMessage,
    AcceptInvitationMessage,
    MakeKeyMessage,
    LeadMessage,
    PracticeMessage,
    HandInExamMessage,
    SetHomeworkMessage,
    CloseHomeworkMessage,
    HomeworkAnswerMessage,
    MakeCourseMessage,
    WarmUpMessage,
    RaceMessage,
)
"""What is posted over HTTP."""

VIEWS: Mapping[ViewEvent, SentView] = {
    ViewEvent.ROOM: SentView(RoomView, "player", "each change of phase (not for each player or answer)"),
    ViewEvent.SEAT: SentView(SeatView, "player", "its own data changed: seat, kept answer, result, place", True),
    ViewEvent.SCREEN: SentView(ScreenView, "screen", "anything on it changed; at most 4 a second, phases at once"),
    ViewEvent.HOST: SentView(HostView, "host", "anything on it changed; at most 4 a second, phases at once"),
    ViewEvent.ROSTER: SentView(RosterView, "host", "a player came, answered or scored; at most 1 a second"),
}

COMMANDS: Mapping[str, type[ClientMessage]] = {**PLAYER_COMMANDS, **HOST_COMMANDS}

HOST_CHOICES: Mapping[str, int] = {
    name: getattr(settings, name)
    for name in (
        "READING_SECONDS_MOST",
        "ANSWER_SECONDS_LEAST",
        "ANSWER_SECONDS_MOST",
        "EXTEND_SECONDS",
        "TALK_SECONDS_LEAST",
        "TALK_SECONDS_MOST",
        "TEAMS_MOST",
        "TEAM_NAME_LONGEST",
        "BLOCKED_WORDS_MOST",
    )
} | {"COURSE_TITLE_LONGEST": COURSE_TITLE_LONGEST}
"""The bounds of what a host may choose, which forms show."""

LIMITS: Mapping[str, str] = {
    "message_kilobytes": str(LONGEST_MESSAGE // 1024),
    "frame_kilobytes": str(LONGEST_FRAME // 1024),
    "commands_per_second": f"{PER_SECOND:g}",
    "commands_burst": f"{BURST:g}",
    "body_kilobytes": str(LONGEST_BODY // 1024),
    "at_desk_most": str(AT_DESK_MOST),
    "strikes": str(STRIKES_MOST),
    "axes_most": str(AXES_MOST),
    "extend_seconds_most": str(EXTEND_SECONDS_MOST),
    "name_longest": str(NAME_LONGEST),
}
"""What a client should keep within, by its place in the page."""

CONFLICT = 409
"""The HTTP status of a code that http_law has none for."""


def view_shapes() -> list[Shape]:
    """What the server sends, with the list of codes."""
    return shapes_of([*(view.body for view in VIEWS.values()), RefusalCode])


def wire_shapes() -> list[Shape]:
    """Every shape that a client can meet, those of the views first."""
    views = [view.body for view in VIEWS.values()]
    sent: list[type] = [Handshake, *COMMANDS.values(), *POSTED]
    return [_said_closer(shape) for shape in shapes_of([*views, RefusalCode, *sent, *HTTP_BODIES])]


def allowing_phases(event: str) -> list[Phase]:
    """The phases in which a command is not refused out of hand, in order."""
    order = get_type_hints(COMMANDS[event].__dict__["to_command"])["return"]
    return [phase for phase in Phase if phase in PHASES_ALLOWING[order]]


def retry_codes() -> tuple[str, ...]:
    """The codes after which the same command may be sent again, in the order of the list of codes."""
    return tuple(code.value for code in RefusalCode if code in RETRY_CODES)


def http_status(code: RefusalCode) -> int:
    """How a code is said in HTTP."""
    return STATUS.get(code, CONFLICT)


def _said_closer(shape: Shape) -> Shape:
    """A frame's change is a mapping in Python; in TypeScript it can be said that it is part of a ScreenView."""
    if not isinstance(shape, ObjectShape) or shape.name != Frame.__name__:
        return shape
    fields = tuple(
        dataclasses.replace(field, type="ScreenChange") if field.name == "change" else field for field in shape.fields
    )
    return dataclasses.replace(shape, fields=fields)
