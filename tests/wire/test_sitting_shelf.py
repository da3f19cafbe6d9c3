"""What is made of a log is made once per version, however many ask."""

from collections.abc import Sequence

import pytest

from server.rules.events import Event
from server.rules.ids import RoomId, Version
from server.rules.refusals import Refusal
from server.wire.sitting_shelf import KEPT, SittingShelf
from tests.store.samples import joined, opened
from tests.support.memory_store import MemoryRoomLog, MemoryStore
from tests.support.plain_threads import PlainThreads

ROOM = RoomId("a")


class Library:
    """A shelf over logs in memory, and how often something was made."""

    def __init__(self) -> None:
        self.store = MemoryStore()
        self.log = MemoryRoomLog(self.store)
        self.made: list[int] = []
        self.shelf: SittingShelf[int] = SittingShelf(self.log.newest_version, self._read, self._make, PlainThreads())

    def _read(self, room: RoomId) -> Sequence[Event]:
        return self.store.logs[room]

    def _make(self, room: RoomId, events: Sequence[Event]) -> int:
        self.made.append(len(events))
        return len(events)


def test_it_is_made_once_until_the_log_goes_on() -> None:
    library = Library()
    library.log.append(ROOM, Version(0), [opened()], None)
    assert [library.shelf.get(ROOM) for _ in range(3)] == [1, 1, 1]
    library.log.append(ROOM, Version(1), [joined(1)], None)
    assert library.shelf.get(ROOM) == 2
    assert library.made == [1, 2]


def test_a_store_that_went_back_in_time_is_believed() -> None:
    library = Library()
    library.log.append(ROOM, Version(0), [opened(), joined(1)], None)
    assert library.shelf.get(ROOM) == 2
    library.store.go_back(ROOM, Version(1))
    assert library.shelf.get(ROOM) == 1


def test_a_room_that_was_deleted_is_gone_from_the_shelf_too() -> None:
    library = Library()
    library.log.append(ROOM, Version(0), [opened()], None)
    library.shelf.get(ROOM)
    del library.store.logs[ROOM]
    with pytest.raises(Refusal, match="ROOM_NOT_FOUND"):
        library.shelf.get(ROOM)


def test_only_the_last_few_are_kept() -> None:
    library = Library()
    rooms = [RoomId(f"room-{number}") for number in range(KEPT + 1)]
    for room in rooms:
        library.log.append(room, Version(0), [opened()], None)
        library.shelf.get(room)
    library.shelf.get(rooms[-1])
    assert len(library.made) == KEPT + 1
    library.shelf.get(rooms[0])
    assert len(library.made) == KEPT + 2
