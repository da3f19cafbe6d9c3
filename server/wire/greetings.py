"""The view that phones are greeted with, written once for all who come to a room as it is: only the time is each one's.

After a restart two thousand phones come back within a second, to one and the same room.
"""

from dataclasses import replace

from server.rules.ids import RoomId, ServerMillis
from server.rules.room import Room
from server.rules.views import room_view
from server.wire.sheets import TakenApart, WrittenLately, taken_apart
from server.wire.strict_json import Written

NO_TIME = ServerMillis(0)
TIME = '"server_now":'
"""Where the time stands in a view: before any text of people or decks, in which it could not stand unescaped anyway."""


class Greetings:
    """The last one of each room of this process."""

    def __init__(self) -> None:
        self._last: dict[RoomId, tuple[Room, TakenApart]] = {}

    def of(self, room_id: RoomId, room: Room, now: ServerMillis, lately: WrittenLately) -> TakenApart:
        """The view of a room for its phones, taken apart; `lately` as there."""
        known = self._last.get(room_id)
        if known is None or known[0] is not room:
            known = self._last[room_id] = room, taken_apart(room_view(room, room_id, NO_TIME), lately)
        parts = known[1]
        return replace(parts, view=Written(parts.view.text.replace(f"{TIME}{NO_TIME}", f"{TIME}{now}", 1)))

    def forget(self, room_id: RoomId) -> None:
        """Nobody listens there any more."""
        self._last.pop(room_id, None)
