"""Who is asking: worked out once, when a connection begins, from its token or cookie; never from a socket's id."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Annotated, Any, Literal, Protocol

from pydantic import StringConstraints
from werkzeug.http import parse_cookie

from server.rooms.ports import Concurrency, RoomKey
from server.rules.ids import CourseId, MemberId, PlayerId, RoomId
from server.rules.refusals import Refusal, RefusalCode
from server.wire import channels
from server.wire.client_messages import ClientMessage
from server.wire.reading import read_message
from server.wire.rights import Leader, leader_of
from server.wire.staff import Staff

KEY_COOKIE = "trede_key_"
"""With the room's id after it: a device may hold the keys of several rooms."""
PLAYER_ID_LENGTH = 24
_TOKEN = re.compile(r"[0-9a-f]{32}")
_COURSE = re.compile(r"[0-9a-f]{24}")
_ROOM = re.compile(r"[A-Za-z0-9_-]{1,64}")


class Handshake(ClientMessage):
    """What a client says when it connects. `token`: players only."""

    protocol: Literal[2]
    role: Literal["player", "screen", "host"]
    room: Annotated[str, StringConstraints(max_length=100)]
    token: str | None = None


@dataclass(frozen=True, slots=True)
class PlayerAsking:
    """A phone."""

    room: RoomId
    player: PlayerId


@dataclass(frozen=True, slots=True)
class ScreenAsking:
    """A projector."""

    room: RoomId


@dataclass(frozen=True, slots=True)
class HostAsking:
    """A device that leads: the owner's, or one that holds the key of that id, for this room alone.

    `session`: that of the lecturer whose room it is, where it is a lecturer's.
    """

    room: RoomId
    leader: Leader = Leader.OWNER
    key: str | None = None
    session: str | None = None


Asker = PlayerAsking | ScreenAsking | HostAsking


FittingKey = Callable[[RoomId, str], RoomKey | None]
"""KeyRing.fitting. Raises StoreUnavailable."""


def leading(room: RoomId, environ: Mapping[str, Any], staff: Staff, fitting_key: FittingKey) -> HostAsking:
    """Who leads a room by the cookies of a request. Raises Refusal FORBIDDEN or ROOM_NOT_FOUND, and StoreUnavailable.

    A lecturer whose room it is not may hold a key of it all the same.
    """
    member = staff.asking(environ)
    if member is not None and staff.owns_room(member, room):
        return HostAsking(room, session=member.session)
    secret = parse_cookie(environ.get("HTTP_COOKIE", "")).get(KEY_COOKIE + room)
    key = fitting_key(room, secret) if secret else None
    if key is None:
        raise Refusal(RefusalCode.FORBIDDEN)
    return HostAsking(room, leader_of(key.role), key.id)


def player_of(token: str) -> PlayerId:
    """A seat's public id. Raises Refusal TOKEN_INVALID for what no client of ours would have made."""
    if not _TOKEN.fullmatch(token):
        raise Refusal(RefusalCode.TOKEN_INVALID)
    return PlayerId(sha256(token.encode()).hexdigest()[:PLAYER_ID_LENGTH])


def member_of(token: str, course: CourseId) -> MemberId:
    """Who a device is in a course. Raises Refusal TOKEN_INVALID for what no client of ours would have made."""
    if not _TOKEN.fullmatch(token):
        raise Refusal(RefusalCode.TOKEN_INVALID)
    return MemberId(sha256(f"{token}{course}".encode()).hexdigest()[:PLAYER_ID_LENGTH])


def course_of(text: str) -> CourseId:
    """A course's id as it stands in an address. Raises Refusal COURSE_NOT_FOUND for what is never one."""
    if not _COURSE.fullmatch(text):
        raise Refusal(RefusalCode.COURSE_NOT_FOUND)
    return CourseId(text)


def room_of(text: str) -> RoomId:
    """A room's id as it stands in an address. Raises Refusal ROOM_NOT_FOUND for what is never one."""
    if not _ROOM.fullmatch(text):
        raise Refusal(RefusalCode.ROOM_NOT_FOUND)
    return RoomId(text)


def identify(auth: Any, environ: Mapping[str, Any], staff: Staff, fitting_key: FittingKey) -> Asker:
    """Who connects. Raises Refusal BAD_REQUEST, ROOM_NOT_FOUND, TOKEN_INVALID or FORBIDDEN, and StoreUnavailable."""
    handshake = read_message(Handshake, auth)
    room = room_of(handshake.room)
    match handshake.role:
        case "player":
            if handshake.token is None:
                raise Refusal(RefusalCode.TOKEN_INVALID)
            return PlayerAsking(room, player_of(handshake.token))
        case "screen":
            return ScreenAsking(room)
        case "host":
            return leading(room, environ, staff, fitting_key)


@dataclass(slots=True)
class Session:
    """One connection. `strikes` counts its unreadable messages, `refused_fast` how often in a row it was too fast."""

    sid: str
    eio_sid: str
    asker: Asker
    strikes: int = 0
    refused_fast: int = 0

    @property
    def channels(self) -> tuple[str, ...]:
        """Where this connection listens."""
        match self.asker:
            case PlayerAsking(room=room):
                return (channels.phones_of(room),)
            case ScreenAsking(room):
                return (channels.screens_of(room),)
            case HostAsking(room=room):
                return (channels.hosts_of(room),)

    @property
    def role(self) -> str:
        """What this connection came as, in the words of the handshake."""
        match self.asker:
            case PlayerAsking():
                return "player"
            case ScreenAsking():
                return "screen"
            case HostAsking():
                return "host"

    @property
    def pace_key(self) -> object:
        """Whose pace this connection's messages count to: a player's, over all its devices; else its own."""
        return self.asker if isinstance(self.asker, PlayerAsking) else self.sid


@dataclass(frozen=True, slots=True)
class Present:
    """Who listens in a room: whether any screen or host does, and which players, each with the lines of his devices."""

    screens: bool
    hosts: bool
    players: Mapping[PlayerId, Sequence[str]]


class Lines(Protocol):
    """The connections themselves, by the id that the transport gave them; implemented by the engine."""

    def is_open(self, eio_sid: str) -> bool:
        """False as soon as a connection has begun to end."""
        ...

    def hang_up(self, eio_sid: str) -> None:
        """Ends a connection, without waiting for it."""
        ...


class Sessions:
    """The connections of this process."""

    def __init__(self, concurrency: Concurrency) -> None:
        self._lock = concurrency.lock()
        self._by_sid: dict[str, Session] = {}
        self._by_line: dict[str, Session] = {}
        self._by_room: dict[RoomId, dict[str, Session]] = {}

    def add(self, session: Session) -> None:
        """A connection has begun."""
        with self._lock:
            self._by_sid[session.sid] = self._by_line[session.eio_sid] = session
            self._by_room.setdefault(session.asker.room, {})[session.sid] = session

    def remove(self, sid: str) -> Session | None:
        """A connection has ended; None if it was not known any more."""
        with self._lock:
            session = self._by_sid.pop(sid, None)
            if session is not None:
                self._by_line.pop(session.eio_sid, None)
                in_room = self._by_room[session.asker.room]
                del in_room[sid]
                if not in_room:
                    del self._by_room[session.asker.room]
            return session

    def get(self, sid: str) -> Session | None:
        """The connection of this id."""
        return self._by_sid.get(sid)

    def on_line(self, eio_sid: str) -> Session | None:
        """The connection on a line of the transport."""
        return self._by_line.get(eio_sid)

    def by_role(self) -> dict[str, float]:
        """How many connections there are of each role."""
        with self._lock:
            sessions = list(self._by_sid.values())
        roles = Counter(session.role for session in sessions)
        return {role: roles[role] for role in ("player", "screen", "host")}

    def in_room(self, room: RoomId) -> list[Session]:
        """The connections of a room."""
        with self._lock:
            return list(self._by_room.get(room, {}).values())

    def with_keys(self) -> list[Session]:
        """The connections that lead a room by a key."""
        with self._lock:
            sessions = list(self._by_sid.values())
        return [session for session in sessions if isinstance(session.asker, HostAsking) and session.asker.key]

    def of_lecturers(self) -> list[Session]:
        """The connections that lead a room by a lecturer's session."""
        with self._lock:
            sessions = list(self._by_sid.values())
        return [session for session in sessions if isinstance(session.asker, HostAsking) and session.asker.session]

    def is_empty(self, room: RoomId) -> bool:
        """Whether nobody is connected to a room."""
        return room not in self._by_room

    def present_in(self, room: RoomId) -> Present:
        """Who listens in a room, at this process."""
        screens = hosts = False
        players: dict[PlayerId, list[str]] = {}
        for session in self.in_room(room):
            asker = session.asker
            if isinstance(asker, PlayerAsking):
                players.setdefault(asker.player, []).append(session.eio_sid)
            elif isinstance(asker, HostAsking):
                hosts = True
            else:
                screens = True
        return Present(screens, hosts, players)


def hang_up_room(sessions: Sessions, lines: Lines, room: RoomId) -> None:
    """Ends every connection to a room: who comes back is told what has become of it."""
    for session in sessions.in_room(room):
        lines.hang_up(session.eio_sid)
