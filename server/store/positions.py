"""How far each room was heard: what every tail keeps, whatever way it reads."""

import logging
from collections.abc import Mapping

from server.rooms.ports import Concurrency, TailListener
from server.rules.ids import RoomId, Version
from server.store.room_log import Entries, decode_entries

_log = logging.getLogger(__name__)


class Positions:
    """The rooms that are heard, each with the version up to which it was."""

    def __init__(self, concurrency: Concurrency) -> None:
        self._lock = concurrency.lock()
        self._positions: dict[RoomId, Version] = {}

    def watch(self, room: RoomId, after: Version) -> bool:
        """Begins with a room, or goes back in it, never forward; False when that changes nothing."""
        with self._lock:
            position = self._positions.get(room)
            if position is not None and position <= after:
                return False
            self._positions[room] = after
            return True

    def unwatch(self, room: RoomId) -> bool:
        """Lets a room go; False when it was not heard."""
        with self._lock:
            return self._positions.pop(room, None) is not None

    def asked(self) -> Mapping[RoomId, Version]:
        """The rooms and places of the next read."""
        with self._lock:
            return dict(self._positions)

    def cut(self, room: RoomId, end: Version) -> bool:
        """No place in a log lies beyond its end; True when one did, since the store went back in time."""
        with self._lock:
            position = self._positions.get(room)
            if position is None or position <= end:
                return False
            self._positions[room] = end
            return True

    def hand_on(self, listener: TailListener, room: RoomId, after: Version, entries: Entries) -> None:
        """Tells the listener what a read found that asked for what comes after a version. Never raises."""
        with self._lock:
            if self._positions.get(room) != after:
                return  # let go, or sent back, while the read was on its way: the next read knows better
            self._positions[room] = Version(after + len(entries))
        known = max(0, listener.known(room) - after)  # mostly all of it: this process wrote it itself
        if known >= len(entries):
            return
        first_version = Version(after + known + 1)
        try:
            listener.heard(room, first_version, decode_entries(room, first_version, entries[known:]))
        except Exception:
            # One room's trouble must not silence the others. It is behind now: the next event shows it the gap.
            _log.exception("Room %s could not take the events from version %d on", room, first_version)
