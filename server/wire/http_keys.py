"""The addresses of keys to lead a room: made, listed and taken back by whoever leads, changed for a cookie by a device.

A secret is in one answer and in one link, behind its #, which no browser sends and no server logs; the page at its end
posts it at once. The cookie goes to the room's own addresses and to the sockets, and is no script's to read.
"""

from flask import Flask, Response, request

from server.rooms.room_keys import KEY_MILLIS, can_be_led
from server.rooms.token_bucket import TokenBuckets
from server.rules.ids import RoomId
from server.rules.refusals import Refusal, RefusalCode
from server.wire.client_messages import LeadMessage, MakeKeyMessage
from server.wire.http_bodies import KeyLine, Leading, MadeKey
from server.wire.http_law import answer, check_room, is_secure, nothing, posted
from server.wire.key_watch import KeyWatch
from server.wire.rights import COMMANDS_OF, KEYS_MADE_BY, Leader, leader_of
from server.wire.services import Services
from server.wire.sessions import KEY_COOKIE, HostAsking, leading, room_of

GUESSES_PER_SECOND = 0.2
GUESSES_AT_ONCE = 10.0
GUESS_REST_SECONDS = 1.0


class KeyRoutes:
    """Thin: who leads, read, ask, answer."""

    def __init__(self, services: Services, key_watch: KeyWatch) -> None:
        self._services = services
        self._key_watch = key_watch
        self._guesses = TokenBuckets(GUESSES_PER_SECOND, GUESSES_AT_ONCE)

    def attach(self, app: Flask) -> None:
        """Puts the addresses on an app."""
        app.add_url_rule("/api/rooms/<room_id>/keys", "make_key", self.make, methods=["POST"])
        app.add_url_rule("/api/rooms/<room_id>/keys", "keys", self.keys)
        app.add_url_rule("/api/rooms/<room_id>/keys/<key_id>", "take_key", self.take_back, methods=["DELETE"])
        app.add_url_rule("/api/rooms/<room_id>/lead", "lead", self.lead, methods=["POST"])
        app.add_url_rule("/api/rooms/<room_id>/lead", "leading", self.leading)

    def make(self, room_id: str) -> Response:
        """A new key. Nobody gives away more than is theirs."""
        asker = self._leading(room_id)
        message = posted(MakeKeyMessage)
        if message.role not in KEYS_MADE_BY[asker.leader]:
            raise Refusal(RefusalCode.FORBIDDEN)
        self._check_open(room_id)
        key, secret = self._services.key_ring.make(asker.room, message.role, asker.key)
        link = f"{self._services.join_address.base_url}/remote/{asker.room}#{secret}"
        return answer(MadeKey(key.id, key.role, key.ends_at, link), 201)

    def keys(self, room_id: str) -> Response:
        """The good keys of a room, for the owner."""
        room = self._owned(room_id)
        here = self._key_watch.here(room)
        return answer(
            [
                KeyLine(key.id, key.role, key.made_at, key.ends_at, key.made_by, key.id in here)
                for key in self._services.key_ring.all(room)
            ]
        )

    def take_back(self, room_id: str, key_id: str) -> Response:
        """Ends a key, and the connections of its devices with it."""
        self._key_watch.take_back(self._owned(room_id), key_id)
        return nothing()

    def lead(self, room_id: str) -> Response:
        """Changes a secret for a cookie. Wrong guesses are slowed down; a right secret always opens."""
        message = posted(LeadMessage)
        room = room_of(room_id)
        key = self._services.key_ring.fitting(room, message.secret)
        if key is None:
            if not self._guesses.take(request.remote_addr, self._services.clock.now()):
                self._services.concurrency.sleep(GUESS_REST_SECONDS)
                raise Refusal(RefusalCode.TOO_FAST)
            raise Refusal(RefusalCode.FORBIDDEN)
        self._check_open(room_id)
        response = answer(_leading_body(room, leader_of(key.role)))
        for path in (f"/api/rooms/{room}", "/socket.io"):
            response.set_cookie(
                KEY_COOKIE + room,
                message.secret,
                max_age=KEY_MILLIS // 1000,
                path=path,
                httponly=True,
                samesite="Strict",
                secure=is_secure(),
            )
        return response

    def leading(self, room_id: str) -> Response:
        """In what quality this browser leads the room."""
        asker = self._leading(room_id)
        return answer(_leading_body(asker.room, asker.leader))

    def _leading(self, room_id: str) -> HostAsking:
        return leading(room_of(room_id), request.environ, self._services.staff, self._services.key_ring.fitting)

    def _owned(self, room_id: str) -> RoomId:
        return check_room(self._services.staff, room_id)

    def _check_open(self, room_id: str) -> None:
        """Raises Refusal ROOM_NOT_FOUND or ROOM_ENDED, and StoreUnavailable."""
        with self._services.room(room_id) as (_, room):
            if not can_be_led(room):
                raise Refusal(RefusalCode.ROOM_ENDED)


def _leading_body(room: RoomId, leader: Leader) -> Leading:
    return Leading(room, leader, tuple(sorted(COMMANDS_OF[leader])), tuple(sorted(KEYS_MADE_BY[leader])))
