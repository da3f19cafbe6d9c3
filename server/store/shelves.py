"""All that is kept of rooms, looked through by what is there and not by a list: what no list knows is found too."""

from collections.abc import Set
from dataclasses import dataclass
from typing import Any

from redis import Redis

from server.rules.events import Event
from server.rules.ids import RoomId
from server.store import keys
from server.store.connections import store_errors
from server.store.event_codec import decode_event

LOOKED_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class RedisShelves:
    """Shelves on Redis. Every method raises StoreUnavailable."""

    client: Redis

    def rooms(self) -> Set[RoomId]:
        """Every room of which a log or a line is kept."""
        with store_errors():
            names = [name for pattern in keys.ALL_ROOMS for name in self._fitting(pattern)]
        return {keys.room_of_key(name) for name in names}

    def last_event(self, room: RoomId) -> Event | None:
        """The newest event of a room; None without a log. Raises UnreadableEvent."""
        with store_errors():
            newest: Any = self.client.xrevrange(keys.room_log(room).name, count=1)
        return decode_event(newest[0][1][b"e"]) if newest else None

    def erase(self, room: RoomId) -> None:
        """Throws away all that is kept of a room. The line goes last: what is left half done is still found."""
        line = keys.room_line(room).name
        with store_errors():
            names = [name for name in self._fitting(keys.all_of_room(room)) if name != line]
            if names:
                self.client.unlink(*names)
            self.client.srem(keys.rooms_to_forget().name, room)
            self.client.zrem(keys.rooms_by_age().name, room)
            self.client.unlink(line)

    def take_turn(self) -> bool:
        """Whether this process is the one that may look through them now."""
        turn = keys.sweep_lock()
        with store_errors():
            return bool(self.client.set(turn.name, "taken", nx=True, ex=turn.seconds))

    def end_turn(self) -> None:
        """Lets another process have its turn."""
        with store_errors():
            self.client.delete(keys.sweep_lock().name)

    def _fitting(self, pattern: str) -> list[str]:
        return [name.decode() for name in self.client.scan_iter(match=pattern, count=LOOKED_AT_ONCE)]
