"""Lets go of rooms that another process has deleted: the log is the truth, and without one there is no room."""

from collections.abc import Callable

from server.rooms.looking import look_now_and_then
from server.rooms.ports import Concurrency, RoomLog
from server.rooms.room_service import RoomService
from server.rules.ids import RoomId

LOOK_SECONDS = 2.0


class GoneRooms:
    """Looks now and then whether the rooms in memory are still there."""

    def __init__(self, rooms: RoomService, room_log: RoomLog, let_go: Callable[[RoomId], None]) -> None:
        self._rooms = rooms
        self._log = room_log
        self._let_go = let_go

    def start(self, concurrency: Concurrency) -> Callable[[], None]:
        """Looks beside the caller; returns what stops it."""
        away = "It could not be seen which rooms are still there; they stay until it can."
        return look_now_and_then(concurrency, LOOK_SECONDS, self.look, away)

    def look(self) -> None:
        """Lets go of those that are gone. Raises StoreUnavailable."""
        for room in self._rooms.held():
            if not self._log.newest_version(room):
                self._let_go(room)
