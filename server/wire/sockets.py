"""Every message of every connection: parse, who are you, call, answer. Exactly one answer, whatever comes in."""

import contextlib
import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import socketio
from socketio.exceptions import ConnectionRefusedError

from server.rooms.outcomes import Accepted, Outcome, Refused
from server.rooms.ports import Clock, Concurrency, StoreUnavailable
from server.rooms.room_keys import KeyRing, can_be_led
from server.rooms.room_service import RoomService
from server.rooms.token_bucket import TokenBuckets
from server.rules.commands import Command, JoinRoom
from server.rules.ids import Version
from server.rules.refusals import Refusal, RefusalCode
from server.rules.room import Room
from server.watch.measures import Measures
from server.wire.client_messages import AGAIN, HOST_COMMANDS, PLAYER_COMMANDS, AgainMessage
from server.wire.pin_guard import PinGuard
from server.wire.presence import Presence
from server.wire.publisher import ViewPublisher
from server.wire.reading import read_message
from server.wire.rights import may
from server.wire.senders import whence
from server.wire.server_messages import ack_body
from server.wire.sessions import Asker, HostAsking, Lines, PlayerAsking, Session, Sessions, identify, member_of
from server.wire.socket_server import GreetingManager
from server.wire.staff import Staff
from server.wire.strict_packet import CALL, EVENT_MARK, IncomingCall, encoded_ack, read_call
from server.wire.whereabouts import Whereabouts

HOST_PER_SECOND = 50.0
HOST_BURST = 100.0
"""The host has shown a token, and may be a program that leads a class of simulated students."""
STRIKES_MOST = 3
"""So many unreadable messages, and the connection ends."""
REFUSED_FAST_MOST = 100
"""So many messages in a row that came too fast, and the connection ends."""
FLOOD_REST_SECONDS = 0.05
"""How long the reading of a connection rests after a message that came too fast: a flood waits for itself."""

KNOWN_EVENTS = PLAYER_COMMANDS.keys() | HOST_COMMANDS.keys()
"""What is told apart in the figures; what else a client may think of is one kind."""

log = logging.getLogger(__name__)


class Sockets:
    """Ties the Socket.IO server to the rooms."""

    def __init__(
        self,
        server: socketio.Server,
        rooms: RoomService,
        sessions: Sessions,
        publisher: ViewPublisher,
        staff: Staff,
        key_ring: KeyRing,
        clock: Clock,
        concurrency: Concurrency,
        lines: Lines,
        presence: Presence,
        measures: Measures,
        whereabouts: Whereabouts,
        pin_guard: PinGuard,
    ) -> None:
        self._server = server
        self._rooms = rooms
        self._sessions = sessions
        self._publisher = publisher
        self._staff = staff
        self._key_ring = key_ring
        self._clock = clock
        self._concurrency = concurrency
        self._lines = lines
        self._presence = presence
        self._measures = measures
        self._whereabouts = whereabouts
        self._pin_guard = pin_guard
        self._pace = TokenBuckets()
        self._host_pace = TokenBuckets(HOST_PER_SECOND, HOST_BURST)

    def attach(self) -> None:
        """Begins to listen."""
        assert isinstance(self._server.manager, GreetingManager)
        self._server.manager.on_standing = self.on_standing
        self._server.on("connect", self.on_connect)
        self._server.on("disconnect", self.on_disconnect)
        self._server.on(CALL, self.on_call)

    def on_connect(self, sid: str, environ: dict[str, Any], auth: Any) -> None:
        """A client says who it is. Raises ConnectionRefusedError with a code."""
        try:
            asker = identify(auth, environ, self._staff, self._key_ring.fitting)
            room = self._rooms.keep(asker.room)
            if _has_key(asker) and not can_be_led(room):
                self._rooms.let_go(asker.room)
                raise Refusal(RefusalCode.ROOM_ENDED)
        except Refusal as refusal:
            raise self._not_let_in(refusal.code) from None
        except StoreUnavailable:
            raise self._not_let_in(RefusalCode.SERVER_BUSY) from None
        except Exception:
            log.exception("A connection could not be made.")
            raise self._not_let_in(RefusalCode.SERVER_ERROR) from None
        eio_sid = self._server.manager.eio_sid_from_sid(sid, "/")
        session = Session(sid, eio_sid, asker)
        self._sessions.add(session)
        self._measures.came_in(session.role, isinstance(asker, PlayerAsking) and asker.player in room.seats)
        self._presence.changed(asker.room)
        self._pin_guard.make_known(whence(environ), asker.room)

    def _not_let_in(self, code: RefusalCode) -> ConnectionRefusedError:
        self._measures.refusals.add("connect", code.value)
        return ConnectionRefusedError(code.value)

    def on_standing(self, sid: str) -> None:
        """The client has been told that it is connected: it joins its channels and gets its first views."""
        session = self._sessions.get(sid)
        if session is None:
            return
        if not self._lines.is_open(session.eio_sid):  # it went away while its room was being loaded
            self.on_disconnect(sid)
            self._server.manager.disconnect(sid, "/")
            return
        with contextlib.suppress(KeyError):  # it goes away at this moment
            for channel in session.channels:
                self._server.enter_room(sid, channel)
        try:
            if isinstance(session.asker, HostAsking):
                self._whereabouts.meet(session.asker.room)
            # Taken last, for what waits for the store lets the room go on: an older view would follow a newer one.
            room = self._rooms.hold(session.asker.room)
            self._publisher.greet(session, room)
            self._tell_of_line(session, room)
        except (Refusal, StoreUnavailable):
            self._lines.hang_up(session.eio_sid)

    def on_disconnect(self, sid: str, _reason: str = "") -> None:
        """A connection has ended."""
        session = self._sessions.remove(sid)
        if session is None:
            return
        room_id = session.asker.room
        self._presence.changed(room_id)
        if isinstance(session.asker, PlayerAsking):
            self._presence.line_broke(room_id, session.asker.player)
        room = self._rooms.held().get(room_id)
        if room is not None:
            self._tell_of_line(session, room)
        self._rooms.let_go(room_id)
        if self._sessions.is_empty(room_id):
            self._publisher.emptied(room_id)

    def _tell_of_line(self, session: Session, room: Room) -> None:
        if isinstance(session.asker, PlayerAsking):  # the publisher looks once a second whether a host listens
            self._publisher.line_changed(session.asker.room, room)

    def on_call(self, sid: str, call: IncomingCall) -> None:
        """One message. It is answered here when it is refused, else by the rooms, later."""
        session = self._sessions.get(sid)
        if session is not None:
            self._take(session, call)

    def hear(self, eio_sid: str, text: str) -> bool:
        """The same, straight from the transport; False for what is no event, or nobody's who stands.

        python-socketio would look up three times who it is, and by which name it is handled.
        """
        session = self._sessions.on_line(eio_sid)
        if session is None or not text.startswith(EVENT_MARK):
            return False
        self._take(session, read_call(text))
        return True

    def _take(self, session: Session, call: IncomingCall) -> None:
        reply = self._reply(session, call, self._measures.stopwatch())
        pace = self._host_pace if isinstance(session.asker, HostAsking) else self._pace
        if not pace.take(session.pace_key, self._clock.now()):
            self._refuse_fast(session, reply)
            return
        session.refused_fast = 0
        try:
            if call.event == AGAIN:
                reply(Accepted(self._greet_again(session, call)))
                return
            command = self._with_member(session, call, command_of(session, call))
            self._check_key(session)
            self._rooms.submit(session.asker.room, command, reply)
        except Refusal as refusal:
            reply(Refused(refusal.code, refusal.suggestion))
        except StoreUnavailable:
            reply(Refused(RefusalCode.SERVER_BUSY))
        except Exception:
            room = self._rooms.held().get(session.asker.room)
            version = room.version if room else None
            log.exception("Room %s at version %s: %r failed.", session.asker.room, version, call.event)
            reply(Refused(RefusalCode.SERVER_ERROR))
        if call.problem is not None:
            self._strike(session)

    def _greet_again(self, session: Session, call: IncomingCall) -> Version:
        """A client lacks a sheet, and gets its first views anew. Raises Refusal, and StoreUnavailable."""
        read_message(AgainMessage, _one_argument(call))
        self._check_key(session)
        room = self._rooms.hold(session.asker.room)
        self._publisher.greet(session, room)
        return room.version

    def _with_member(self, session: Session, call: IncomingCall, command: Command) -> Command:
        """Who takes a seat says by its token who it is in the room's course, where the room has one.

        Raises Refusal, and StoreUnavailable.
        """
        if not isinstance(command, JoinRoom) or call.arguments[0].get("course_token") is None:
            return command
        course = self._rooms.hold(session.asker.room).course
        return replace(command, member=member_of(call.arguments[0]["course_token"], course)) if course else command

    def _check_key(self, session: Session) -> None:
        """Asked of the store for each command: a key may have been taken back, a lecturer signed out, elsewhere.

        Raises Refusal FORBIDDEN, and StoreUnavailable.
        """
        asker = session.asker
        if isinstance(asker, HostAsking) and asker.key and not self._key_ring.stands(asker.room, asker.key):
            raise Refusal(RefusalCode.FORBIDDEN)
        if isinstance(asker, HostAsking) and asker.session and not self._staff.stands(asker.session):
            raise Refusal(RefusalCode.FORBIDDEN)

    def _reply(self, session: Session, call: IncomingCall, came: float) -> Callable[[Outcome], None]:
        return lambda outcome: self._answer(session, call, came, outcome)

    def _answer(self, session: Session, call: IncomingCall, came: float, outcome: Outcome) -> None:
        if call.ack_id is not None:
            self._server.eio.send(session.eio_sid, encoded_ack(call.ack_id, ack_body(outcome)))
        code = outcome.code.value if isinstance(outcome, Refused) else None
        self._measures.answered(call.event if call.event in KNOWN_EVENTS else "unknown", code, came)

    def _strike(self, session: Session) -> None:
        session.strikes += 1
        if session.strikes >= STRIKES_MOST:
            self._lines.hang_up(session.eio_sid)

    def _refuse_fast(self, session: Session, reply: Callable[[Outcome], None]) -> None:
        reply(Refused(RefusalCode.TOO_FAST))
        session.refused_fast += 1
        if session.refused_fast >= REFUSED_FAST_MOST:
            self._lines.hang_up(session.eio_sid)
        self._concurrency.sleep(FLOOD_REST_SECONDS)


def _has_key(asker: Asker) -> bool:
    return isinstance(asker, HostAsking) and asker.key is not None


def command_of(session: Session, call: IncomingCall) -> Command:
    """The order that a message is. Raises Refusal for what it cannot be, or may not be from this asker."""
    if call.problem is not None:
        raise Refusal(call.problem)
    asker = session.asker
    if call.event not in PLAYER_COMMANDS and call.event not in HOST_COMMANDS:
        raise Refusal(RefusalCode.UNKNOWN_EVENT)
    body = _one_argument(call)
    if isinstance(asker, PlayerAsking) and call.event in PLAYER_COMMANDS:
        return read_message(PLAYER_COMMANDS[call.event], body, call.is_plain).to_command(asker.player)
    if isinstance(asker, HostAsking) and call.event in HOST_COMMANDS and may(asker.leader, call.event):
        return read_message(HOST_COMMANDS[call.event], body, call.is_plain).to_command()
    raise Refusal(RefusalCode.FORBIDDEN)


def _one_argument(call: IncomingCall) -> Any:
    if len(call.arguments) != 1:
        raise Refusal(RefusalCode.BAD_REQUEST)
    return call.arguments[0]
