"""Sittings as they are read for reports and for everybody's own page: folded once per version of a log."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from server.rooms.ports import Concurrency
from server.rules.events import Event
from server.rules.ids import RoomId, Version
from server.rules.refusals import Refusal, RefusalCode

Read = TypeVar("Read")

KEPT = 8
"""The sitting of a thousand people and twenty cards takes some 30 MB."""

ReadEvents = Callable[[RoomId], Sequence[Event]]
"""All of a room's events. Raises Refusal ROOM_NOT_FOUND, and StoreUnavailable."""
NewestVersion = Callable[[RoomId], Version]
"""RoomLog.newest_version: 0 for a room that is not there. Raises StoreUnavailable."""


class SittingShelf(Generic[Read]):
    """Keeps what was made of a log until the log goes on, or is deleted: three hundred students come at once.

    `make` turns a room's events into what is kept. One log is read at a time.
    """

    def __init__(
        self,
        newest_version: NewestVersion,
        read_events: ReadEvents,
        make: Callable[[RoomId, Sequence[Event]], Read],
        concurrency: Concurrency,
    ) -> None:
        self._newest_version = newest_version
        self._read_events = read_events
        self._make = make
        self._making = concurrency.lock()
        self._kept: OrderedDict[RoomId, tuple[Version, Read]] = OrderedDict()

    def get(self, room: RoomId) -> Read:
        """What is made of a log as it stands now. Raises Refusal ROOM_NOT_FOUND, and StoreUnavailable."""
        version = self._newest_version(room)
        if not version:
            self._kept.pop(room, None)
            raise Refusal(RefusalCode.ROOM_NOT_FOUND)
        return self._at(room, version) or self._read(room, version)

    def _at(self, room: RoomId, version: Version) -> Read | None:
        found = self._kept.get(room)
        if found is None or found[0] != version:
            return None
        self._kept.move_to_end(room)
        return found[1]

    def _read(self, room: RoomId, version: Version) -> Read:
        with self._making:
            found = self._at(room, version)
            if found is not None:
                return found
            events = self._read_events(room)
            made = self._make(room, events)
            self._kept[room] = (Version(len(events)), made)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
            return made
