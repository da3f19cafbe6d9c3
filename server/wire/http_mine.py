"""The evening after, for a student: the class's cards, the own session by the seat's token, and the race with ghosts.

The cards and the race name nobody, so the room's link is enough for them. The token comes in a header alone: an address
is kept in histories and logs.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from flask import Flask, Response, request

from server.rooms.token_bucket import TokenBuckets
from server.rules.ids import PlayerId, RoomId
from server.rules.refusals import Refusal, RefusalCode
from server.rules.room import Answer
from server.wire.http_law import answer, player_asking, posted
from server.wire.join_address import qr_svg
from server.wire.packed import Packed
from server.wire.race_message import RaceMessage
from server.wire.services import Services
from server.wire.sessions import room_of

RACES_PER_SECOND = 40.0
RACES_AT_ONCE = 400.0
"""By address: a whole class may race from behind one."""
LONGEST_RACE = 64 * 1024
"""Every answer so far comes along; a deck of sixty cards needs half of it."""


@dataclass(frozen=True, slots=True)
class MineSource:
    """What review makes of a room's sitting. Each raises Refusal ROOM_NOT_FOUND, and StoreUnavailable.

    `own_session_of` is None for who has no seat. `place_after` takes the number of a card and the answers so far, and
    raises Refusal NOT_NOW, BAD_REQUEST or BAD_PICK.
    """

    cards_of: Callable[[RoomId], Packed]
    own_session_of: Callable[[RoomId, PlayerId], object | None]
    race_of: Callable[[RoomId], Packed]
    place_after: Callable[[RoomId, int, Sequence[Answer]], object]


class MineRoutes:
    """Thin: who is asking, read, ask, answer."""

    def __init__(self, services: Services, source: MineSource) -> None:
        self._services = services
        self._source = source
        self._races = TokenBuckets(RACES_PER_SECOND, RACES_AT_ONCE)

    def attach(self, app: Flask) -> None:
        """Puts the addresses on an app."""
        at = "/api/rooms/<room_id>"
        app.add_url_rule(f"{at}/cards", "session_cards", self.cards)
        app.add_url_rule(f"{at}/mine", "own_session", self.mine)
        app.add_url_rule(f"{at}/mine-qr.svg", "mine_qr", self.qr)
        app.add_url_rule(f"{at}/ghosts", "ghosts", self.ghosts)
        app.add_url_rule(f"{at}/ghosts/<int:number>", "race", self.race, methods=["POST"])

    def cards(self, room_id: str) -> Response:
        """The revealed cards of a class, with their truth and its counts."""
        return self._source.cards_of(room_of(room_id)).answer()

    def mine(self, room_id: str) -> Response:
        """A student's own session. Whoever has no seat here is told no more than who sends nonsense."""
        player = player_asking()
        own = self._source.own_session_of(room_of(room_id), player)
        if own is None:
            raise Refusal(RefusalCode.TOKEN_INVALID)
        return answer(own)

    def qr(self, room_id: str) -> Response:
        """A picture to scan of where a student finds the own session."""
        return Response(qr_svg(self._mine_url(room_id)), mimetype="image/svg+xml")

    def _mine_url(self, room_id: str) -> str:
        with self._services.room(room_id) as (known_id, _):
            return f"{self._services.join_address.base_url}/mine/{known_id}"

    def ghosts(self, room_id: str) -> Response:
        """All that a race with a class begins with."""
        return self._source.race_of(room_of(room_id)).answer()

    def race(self, room_id: str, number: int) -> Response:
        """Where answers would stand after a card of the race. Nothing of them is kept."""
        if not self._races.take(request.remote_addr, self._services.clock.now()):
            raise Refusal(RefusalCode.TOO_FAST)
        request.max_content_length = LONGEST_RACE
        message = posted(RaceMessage)
        return answer(self._source.place_after(room_of(room_id), number, message.to_answers()))
