"""The one guarded door to a room's fold."""

from collections.abc import Iterator, Sequence

from server.rooms.held_room import HeldRoom
from server.rules.commands import JoinRoom
from server.rules.events import Event
from server.rules.evolve import evolve_all
from server.rules.ids import PlayerId, RoomId, Version
from tests.support.classroom import ROOM, Classroom
from tests.support.memory_store import MemoryRoomLog, MemoryStore
from tests.support.plain_threads import PlainThreads
from tests.support.rooms_bench import Published


def _a_log_of_five() -> Classroom:
    classroom = Classroom()
    classroom.join("Noor", "Sem", "Eva", "Tom")
    return classroom


def _held(store: MemoryStore) -> HeldRoom:
    held = HeldRoom(ROOM, MemoryRoomLog(store), Published(), PlainThreads(), lambda held, events: None)
    held.load()
    return held


def test_what_is_known_is_skipped_and_what_is_new_is_folded() -> None:
    log = _a_log_of_five().log
    held = _held(MemoryStore(logs={ROOM: log[:3]}))
    assert held.apply(2, log[1:4])
    assert held.room == evolve_all(None, log[:4])


def test_nothing_is_folded_over_a_gap() -> None:
    log = _a_log_of_five().log
    held = _held(MemoryStore(logs={ROOM: log[:2]}))
    assert not held.apply(4, log[3:])
    assert held.version == 2


def test_what_comes_twice_is_published_once() -> None:
    log = _a_log_of_five().log
    held = _held(MemoryStore(logs={ROOM: log[:2]}))
    published = Published()
    held.publisher = published
    held.apply(3, log[2:])
    held.apply(3, log[2:])
    assert [room.version for room in published.rooms] == [5]


def test_catching_up_reads_what_the_log_has_beyond_the_fold() -> None:
    classroom = _a_log_of_five()
    store = MemoryStore(logs={ROOM: classroom.log[:2]})
    held = _held(store)
    assert not held.catch_up()
    store.logs[ROOM] = list(classroom.log)
    assert held.catch_up()
    assert held.room == classroom.room


def test_a_room_that_the_store_forgot_is_forgotten() -> None:
    classroom = _a_log_of_five()
    store = MemoryStore(logs={ROOM: list(classroom.log)})
    held = _held(store)
    store.logs.clear()
    published = Published()
    held.publisher = published
    held.fold_anew()
    assert held.room is None
    assert published.gone_rooms == [ROOM], "whoever sits in it is told, also who says nothing"


def test_events_may_arrive_while_the_log_is_read() -> None:
    """The tail brings version 6 while the fold is at 5 and a reader is still at 3."""
    classroom = _a_log_of_five()
    held = _held(MemoryStore(logs={ROOM: list(classroom.log)}))
    sixth = classroom.do(JoinRoom(classroom.new_id(), PlayerId("Uma"), "Uma"))
    assert held.apply(6, sixth)
    assert held.apply(3, classroom.log[2:5])
    assert held.room == classroom.room


def test_who_asks_while_the_log_is_read_anew_waits_for_what_it_says() -> None:
    """The store went back in time: what is in memory is true no more."""
    classroom = _a_log_of_five()
    store = MemoryStore(logs={ROOM: list(classroom.log)})
    held = _held(store)
    store.go_back(ROOM, Version(3))
    asked: list[str] = []
    threads = PlainThreads()
    read = held.log.read

    def read_while_somebody_asks(room: RoomId, after: Version) -> Iterator[Sequence[Event]]:
        if after == 0 and not asked:
            asked.append("")
            threads.spawn(lambda: asked.append(str(held.load().version)))
        return read(room, after)

    held.log.read = read_while_somebody_asks  # type: ignore[method-assign]
    held.fold_anew()
    threads.join()
    assert asked == ["", "3"]
