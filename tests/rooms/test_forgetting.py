"""Forgetting over several processes: what was asked for is done everywhere, also when who was asked is killed."""

import pytest

from server.rooms.gone_rooms import GoneRooms
from server.rules.commands import EndRoom, JoinRoom
from server.rules.events import PlayerJoined
from server.rules.ids import CommandId, PlayerId, RoomId
from server.rules.refusals import Refusal, RefusalCode
from tests.support.memory_store import MemoryRoomLog, MemoryStore
from tests.support.plain_threads import eventually
from tests.support.rooms_bench import Process, codes


@pytest.fixture
def store() -> MemoryStore:
    """The Redis of all pretended processes."""
    return MemoryStore()


@pytest.fixture
def one(store: MemoryStore) -> Process:
    """The process that is asked."""
    return Process(store)


@pytest.fixture
def other(store: MemoryStore) -> Process:
    """Another that holds the same room."""
    return Process(store)


def two_hold(one: Process, other: Process, forgets_names: bool = False) -> RoomId:
    """A room with two people, held by both."""
    room_id = one.open_room(forgets_names)
    other.rooms.keep(room_id)
    one.join(room_id, "Noor", "Sem")
    other.tail.deliver()
    return room_id


def end(process: Process, room_id: RoomId) -> None:
    """The host ends it."""
    assert codes(process.ask(room_id, EndRoom(CommandId("end")))) == ["ok"]


def names(process: Process, room_id: RoomId) -> list[str]:
    """What everybody is called there."""
    return [seat.name for seat in process.room(room_id).seats.values()]


def names_in_log(store: MemoryStore, room_id: RoomId) -> list[str]:
    """What is kept."""
    return [event.name for event in store.logs[room_id] if isinstance(event, PlayerJoined)]


def test_every_process_forgets_and_goes_on_at_the_same_version(
    one: Process, other: Process, store: MemoryStore
) -> None:
    room_id = two_hold(one, other)
    one.forgetting.forget_me(room_id, PlayerId("Noor"))
    assert one.to_rewrite == [room_id]
    assert one.rewriter.rewrite(room_id)
    assert names_in_log(store, room_id) == ["P1", "Sem"]
    assert names(other, room_id) == ["Noor", "Sem"]
    other.tail.deliver()
    assert names(other, room_id) == names(one, room_id) == ["P1", "Sem"]
    assert codes(other.ask(room_id, JoinRoom(CommandId("new"), PlayerId("Eva"), "Noor"))) == ["ok"]
    one.tail.deliver()
    assert other.room(room_id) == one.room(room_id)
    assert Process(store).rooms.hold(room_id).seats.keys() == one.room(room_id).seats.keys()


def test_what_a_killed_process_left_undone_is_finished_by_the_next(
    one: Process, other: Process, store: MemoryStore
) -> None:
    room_id = two_hold(one, other)
    one.forgetting.forget_me(room_id, PlayerId("Noor"))  # and it dies before it writes the log anew
    successor = Process(store)
    successor.rewriter.start()
    successor.rewriter.want_all_noted()
    eventually(lambda: store.to_forget == set())
    successor.rewriter.stop()
    successor.threads.join()
    assert names_in_log(store, room_id) == ["P1", "Sem"]


def test_a_room_that_keeps_no_names_is_listed_so(one: Process, other: Process, store: MemoryStore) -> None:
    room_id = two_hold(one, other, forgets_names=True)
    end(one, room_id)
    one.threads.join()
    assert names(one, room_id) == ["P1", "P2"]
    assert room_id in one.to_rewrite
    assert store.lines[room_id].ended_at is not None
    assert not store.lines[room_id].names_kept


def test_the_end_looks_once_more_for_words_of_somebody_who_was_forgotten(one: Process, other: Process) -> None:
    room_id = two_hold(one, other)
    one.forgetting.forget_me(room_id, PlayerId("Noor"))
    end(one, room_id)
    assert one.to_rewrite == [room_id, room_id]


def test_names_of_an_open_room_are_not_the_host_s_to_forget(one: Process, other: Process, store: MemoryStore) -> None:
    room_id = two_hold(one, other)
    with pytest.raises(Refusal) as refusal:
        one.forgetting.forget_names(room_id)
    assert refusal.value.code is RefusalCode.NOT_NOW
    end(one, room_id)
    one.threads.join()
    one.forgetting.forget_names(room_id)
    assert not store.lines[room_id].names_kept


def test_who_has_no_seat_is_told_and_a_room_that_is_none_too(one: Process, other: Process) -> None:
    room_id = two_hold(one, other)
    for room, code in ((room_id, RefusalCode.NO_SEAT), (RoomId("none"), RefusalCode.ROOM_NOT_FOUND)):
        with pytest.raises(Refusal) as refusal:
            one.forgetting.forget_me(room, PlayerId("stranger"))
        assert refusal.value.code is code


def test_a_deleted_room_is_gone_from_the_store_and_from_every_process(
    one: Process, other: Process, store: MemoryStore
) -> None:
    room_id = two_hold(one, other)
    one.forgetting.delete(room_id)
    assert not store.logs
    assert not store.lines
    assert not store.pins
    assert one.leaving == [(room_id, True)]  # told while its log could still be read
    assert one.hung_up == [room_id]
    assert room_id not in one.rooms.held()
    assert codes(other.ask(room_id, JoinRoom(CommandId("late"), PlayerId("Eva"), "Eva"))) == ["ROOM_NOT_FOUND"]
    watch = GoneRooms(other.rooms, MemoryRoomLog(store), other.forgetting.let_go)
    watch.look()
    assert room_id not in other.rooms.held()
    assert not store.logs


def test_a_process_that_looks_lets_go_of_a_deleted_room_and_of_no_other(
    one: Process, other: Process, store: MemoryStore
) -> None:
    gone, stays = two_hold(one, other), two_hold(one, other)
    one.forgetting.delete(gone)
    GoneRooms(other.rooms, MemoryRoomLog(store), other.forgetting.let_go).look()
    assert other.hung_up == [gone]
    assert set(other.rooms.held()) == {stays}


def test_who_hears_late_of_the_end_of_a_deleted_room_brings_no_line_back(
    one: Process, other: Process, store: MemoryStore
) -> None:
    room_id = two_hold(one, other)
    end(one, room_id)
    (ended,) = store.logs[room_id][-1:]
    one.forgetting.delete(room_id)
    other.rooms.heard(room_id, other.room(room_id).version + 1, (ended,))
    other.threads.join()
    assert room_id not in store.lines
