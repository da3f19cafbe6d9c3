"""The views that phones are greeted with, made once for all who come to a room as it is: only the time is each one's,
and of a seat's view what is its own.

After a restart two thousand phones come back within a second, to one and the same room.
"""

from server.rules.ids import RoomId, ServerMillis
from server.rules.room import Room
from server.rules.views import SeatViews, room_view
from server.wire.sheets import TakenApart, WrittenLately, taken_apart, written_sheets
from server.wire.strict_json import Written
from server.wire.told import Sheets

NO_TIME = ServerMillis(0)
TIME = '"server_now":'
"""Where the time stands in a view: before any text of people or decks, in which it could not stand unescaped anyway."""


class _Greeting:
    """What phones are greeted with that come to a room at one version of it. `sheets` are those that the view needs."""

    __slots__ = ("_before", "_behind", "_told", "room", "seats", "sheets")

    def __init__(self, room: Room, parts: TakenApart) -> None:
        self.room = room
        self.sheets = parts.sheets
        self.seats = SeatViews(room)
        self._before, _, self._behind = parts.view.text.partition(f"{TIME}{NO_TIME}")
        self._told: dict[tuple[str, ...], Written] = {}

    def view_at(self, now: ServerMillis) -> Written:
        """The view of the room, with the time in its place."""
        return Written(f"{self._before}{TIME}{now}{self._behind}")

    def written(self, sheets: Sheets) -> Written:
        """Sheets as they go out. They are told apart by their ids, which say what is on them."""
        ids = tuple(sheets)
        known = self._told.get(ids)
        if known is None:
            known = self._told[ids] = written_sheets(sheets)
        return known


class Greetings:
    """The last one of each room of this process."""

    def __init__(self) -> None:
        self._last: dict[RoomId, _Greeting] = {}

    def of(self, room_id: RoomId, room: Room, lately: WrittenLately) -> _Greeting:
        """What phones are greeted with that come to this room; `lately` as in sheets.py."""
        known = self._last.get(room_id)
        if known is None or known.room is not room:
            parts = taken_apart(room_view(room, room_id, NO_TIME), lately)
            known = self._last[room_id] = _Greeting(room, parts)
        return known

    def forget(self, room_id: RoomId) -> None:
        """Nobody listens there any more."""
        self._last.pop(room_id, None)
