"""The path of one command: kept before it is acknowledged, whoever else writes and whatever the store does."""

import threading

import pytest

from server.rooms.committer import BATCH_MOST, PATIENCE_MILLIS
from server.rooms.outcomes import Accepted, Outcome
from server.rooms.ports import StoreUnavailable
from server.rules.commands import EndRoom, GiveAnswer, JoinRoom, RemovePlayer, TakeStep
from server.rules.events import PlayerJoined
from server.rules.evolve import evolve_all
from server.rules.ids import CommandId, OptionId, PlayerId, RoomId, Version
from server.rules.refusals import Refusal, RefusalCode
from server.rules.steps import next_step
from tests.support.memory_store import MemoryStore
from tests.support.rooms_bench import Process, codes, refused
from tests.support.sample_deck import DECK, FORM


@pytest.fixture
def store() -> MemoryStore:
    """The Redis of all pretended processes."""
    return MemoryStore()


@pytest.fixture
def process(store: MemoryStore) -> Process:
    """One server process."""
    return Process(store)


def _step(process: Process, room_id: RoomId) -> None:
    step = next_step(process.room(room_id))
    assert step is not None
    version = process.room(room_id).version
    assert codes(process.ask(room_id, TakeStep(CommandId(f"step-{version}"), step.id))) == ["ok"]


def test_what_is_acknowledged_is_in_the_log(process: Process, store: MemoryStore) -> None:
    room_id = process.open_room()
    outcomes = process.join(room_id, "Noor", "Sem")
    assert codes(outcomes) == ["ok", "ok"]
    joined = [event.name for event in store.logs[room_id] if isinstance(event, PlayerJoined)]
    assert joined == ["Noor", "Sem"]
    assert evolve_all(None, store.logs[room_id]) == process.room(room_id)


def test_what_this_process_wrote_it_knows_before_the_tail_can_bring_it(process: Process, store: MemoryStore) -> None:
    """Else a hall's answers are read and folded twice; the tail is as quick as the question after the store's file."""
    room_id = process.open_room()
    known: list[Version] = []
    store.asked_after = lambda: known.append(process.rooms.known(room_id))
    process.join(room_id, "Noor")
    assert known == [Version(len(store.logs[room_id]))]


def test_the_tail_need_not_bring_what_is_on_its_way_into_the_log(process: Process, store: MemoryStore) -> None:
    room_id = process.open_room()
    known: list[tuple[Version, Version]] = []
    store.after_append = lambda: known.append((process.rooms.known(room_id), process.room(room_id).version))
    process.join(room_id, "Noor")
    assert known == [(Version(2), Version(1))]


@pytest.mark.parametrize("is_full", [False, True])
def test_what_the_tail_left_out_for_an_append_that_failed_is_read_all_the_same(
    store: MemoryStore, is_full: bool
) -> None:
    one, other = Process(store), Process(store)
    room_id = one.open_room()
    other.rooms.keep(room_id)

    def another_is_quicker() -> None:
        store.before_append = lambda: None
        other.join(room_id, "Sem")
        assert one.tail.deliver() == 1, "taken for the append that is on its way"
        store.is_full = is_full

    store.before_append = another_is_quicker
    assert codes(one.join(room_id, "Noor")) == ["STORAGE_FULL" if is_full else "ok"]
    one.tail.deliver()
    assert one.room(room_id) == evolve_all(None, store.logs[room_id])
    names = [seat.name for seat in one.room(room_id).active_seats]
    assert names == (["Sem"] if is_full else ["Sem", "Noor"])


def test_a_class_that_speaks_at_once_costs_few_appends(process: Process, store: MemoryStore) -> None:
    room_id = process.open_room()
    before = store.appends
    outcomes = process.join(room_id, *(f"Player {number}" for number in range(300)))
    assert set(codes(outcomes)) == {"ok"}
    assert store.appends - before < 60


def test_a_refusal_harms_nobody_else_of_its_batch(process: Process) -> None:
    room_id = process.open_room()
    outcomes = process.join(room_id, "Noor", "noor", "Sem", "")
    assert sorted(codes(outcomes)) == ["NAME_EMPTY", "NAME_TAKEN", "ok", "ok"]


def test_two_processes_write_one_room_without_loss(store: MemoryStore) -> None:
    one, other = Process(store), Process(store)
    room_id = one.open_room()
    other.rooms.keep(room_id)
    results: list[list[Outcome]] = []

    def join(process: Process, first: int) -> None:
        results.append(process.join(room_id, *(f"Player {number}" for number in range(first, first + 100))))

    threads = [threading.Thread(target=join, args=(process, first)) for process, first in ((one, 0), (other, 100))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {code for outcomes in results for code in codes(outcomes)} == {"ok"}
    names = [event.name for event in store.logs[room_id] if isinstance(event, PlayerJoined)]
    assert sorted(names) == sorted(f"Player {number}" for number in range(200))
    one.tail.deliver()
    other.tail.deliver()
    assert one.room(room_id) == other.room(room_id) == evolve_all(None, store.logs[room_id])


def test_who_was_too_late_once_reads_what_others_wrote_before_it_decides_again(store: MemoryStore) -> None:
    """A hall that answers at two processes is else decided nearly twice."""
    one, other = Process(store), Process(store)
    room_id = one.open_room()
    other.rooms.keep(room_id)
    tries: list[int] = []

    def others_then_one(theirs: str, ours: str) -> int:
        assert codes(other.join(room_id, theirs)) == ["ok"]  # the tail of the first brings nothing of it
        tries.clear()
        assert codes(one.join(room_id, ours)) == ["ok"]
        return len(tries)

    store.before_append = lambda: tries.append(1)
    assert others_then_one("Sem", "Noor") == 2
    assert others_then_one("Kim", "Bas") == 1


def test_a_process_that_is_behind_reads_before_it_refuses(store: MemoryStore) -> None:
    """A phone that took its seat through one process is known to the other at its next word."""
    one, other = Process(store), Process(store)
    room_id = one.open_room()
    other.rooms.keep(room_id)
    one.join(room_id, "Noor")
    _step(one, room_id)
    _step(one, room_id)
    assert PlayerId("Noor") not in other.room(room_id).seats  # its tail has brought nothing yet
    answer = GiveAnswer(CommandId("a"), PlayerId("Noor"), DECK.cards[0].id, {FORM: OptionId("moral")}, 0)
    assert codes(other.ask(room_id, answer)) == ["ok"]


def test_a_repeat_is_answered_as_the_first_time_and_changes_nothing(process: Process, store: MemoryStore) -> None:
    room_id = process.open_room()
    process.join(room_id, "Noor")
    length = len(store.logs[room_id])
    assert codes(process.join(room_id, "Noor")) == ["ok"]
    assert len(store.logs[room_id]) == length


def test_a_write_whose_reply_is_lost_is_found_and_not_doubled(process: Process, store: MemoryStore) -> None:
    room_id = process.open_room()
    store.loses_replies = True
    waiting: list[Outcome] = []
    done = threading.Event()

    def reply(outcome: Outcome) -> None:
        waiting.append(outcome)
        done.set()

    process.rooms.submit(room_id, JoinRoom(CommandId("join"), PlayerId("Noor"), "Noor"), reply)
    while not any(isinstance(event, PlayerJoined) for event in store.logs[room_id]):
        done.wait(0.001)
    store.loses_replies = False
    assert done.wait(10)
    assert isinstance(waiting[0], Accepted)
    assert sum(isinstance(event, PlayerJoined) for event in store.logs[room_id]) == 1


def test_while_the_store_is_away_nothing_is_acknowledged(process: Process, store: MemoryStore) -> None:
    room_id = process.open_room()
    store.is_down = True
    process.clock.millis_per_look = 1000  # time goes by whenever somebody looks, so that patience ends
    (outcome,) = process.join(room_id, "Noor")
    assert refused(outcome).code is RefusalCode.SERVER_BUSY
    store.is_down = False
    assert codes(process.join(room_id, "Noor")) == ["ok"]


def test_who_queued_behind_a_batch_that_found_no_store_is_told_with_it(process: Process, store: MemoryStore) -> None:
    room_id = process.open_room()
    store.is_down = True
    process.clock.millis_per_look = 400
    names = [f"Player {number}" for number in range(BATCH_MOST * 3)]
    looks_before = process.clock.millis
    assert set(codes(process.join(room_id, *names))) == {"SERVER_BUSY"}
    assert process.clock.millis - looks_before < 2 * PATIENCE_MILLIS


def test_a_full_store_says_so(process: Process, store: MemoryStore) -> None:
    room_id = process.open_room()
    store.is_full = True
    assert codes(process.join(room_id, "Noor")) == ["STORAGE_FULL"]
    store.is_full = False
    assert codes(process.join(room_id, "Noor")) == ["ok"]


def test_what_is_in_memory_alone_is_told_to_nobody_as_kept_whoever_asks_again(store: MemoryStore) -> None:
    """The disk is full: Redis has the answer, shows it to every process, and would lose it if it were killed now."""
    one, other = Process(store), Process(store)
    room_id = one.open_room()
    other.rooms.keep(room_id)
    store.cannot_write_its_file = True
    assert codes(one.join(room_id, "Noor")) == ["STORAGE_FULL"]
    other.tail.deliver()
    assert PlayerId("Noor") in other.room(room_id).seats
    assert codes(one.join(room_id, "Noor")) == codes(other.join(room_id, "Noor")) == ["STORAGE_FULL"]
    store.cannot_write_its_file = False
    assert codes(one.join(room_id, "Noor")) == codes(other.join(room_id, "Noor")) == ["ok"]
    assert sum(isinstance(event, PlayerJoined) for event in store.logs[room_id]) == 1


def test_a_repeat_of_what_the_store_has_forgotten_is_kept_anew(process: Process, store: MemoryStore) -> None:
    """The room still shows it, since nobody has noticed yet that the store went back."""
    room_id = process.open_room()
    process.join(room_id, "Noor", "Sem")
    store.go_back(room_id, Version(2))
    assert codes(process.join(room_id, "Sem")) == ["ok"]
    assert [event.name for event in store.logs[room_id] if isinstance(event, PlayerJoined)] == ["Noor", "Sem"]


def test_a_store_that_went_back_in_time_is_folded_anew_and_never_appended_to(
    process: Process, store: MemoryStore
) -> None:
    room_id = process.open_room()
    process.join(room_id, "Noor", "Sem")
    store.go_back(room_id, Version(2))
    assert codes(process.join(room_id, "Eva")) == ["ok"]
    assert [event.name for event in store.logs[room_id] if isinstance(event, PlayerJoined)] == ["Noor", "Eva"]
    assert process.room(room_id) == evolve_all(None, store.logs[room_id])


def test_after_a_lost_connection_every_room_is_folded_anew_and_told_to_all(
    process: Process, store: MemoryStore
) -> None:
    room_id = process.open_room()
    process.join(room_id, "Noor", "Sem")
    store.go_back(room_id, Version(2))
    process.tail.lose_connection()
    process.threads.join()
    assert list(process.room(room_id).seats) == ["Noor"]
    assert process.published.times_anew == 1


def test_a_room_that_does_not_exist_is_refused_and_leaves_no_trace(process: Process) -> None:
    with pytest.raises(Refusal) as asked:
        process.rooms.keep(RoomId("nowhere"))
    assert asked.value.code is RefusalCode.ROOM_NOT_FOUND
    assert codes(process.join(RoomId("nowhere"), "Noor")) == ["ROOM_NOT_FOUND"]
    assert process.rooms.held() == {}
    assert process.tail.positions == {}


def test_a_room_without_sockets_is_forgotten_and_comes_back_from_its_log(process: Process) -> None:
    room_id = process.open_room()
    process.join(room_id, "Noor")
    process.rooms.let_go(room_id)
    assert process.rooms.held() == {}
    assert list(process.rooms.keep(room_id).seats) == ["Noor"]


def test_a_room_with_a_deadline_is_kept_when_its_host_is_away(process: Process) -> None:
    room_id = process.open_room()
    _step(process, room_id)
    process.rooms.let_go(room_id)
    assert room_id in process.rooms.held()


def test_views_are_published_in_order_of_version(process: Process) -> None:
    room_id = process.open_room()
    process.join(room_id, *(f"Player {number}" for number in range(50)))
    versions = [room.version for room in process.published.rooms]
    assert versions == sorted(versions)


def test_a_pin_is_free_again_when_its_room_has_ended(process: Process, store: MemoryStore) -> None:
    room_id = process.open_room()
    assert list(store.pins.values()) == [room_id]
    process.ask(room_id, EndRoom(CommandId("end")))
    assert store.pins == {}
    assert store.lines[room_id].ended_at is not None


def test_removing_a_player_rewrites_the_leaderboard_beside_the_log(process: Process, store: MemoryStore) -> None:
    room_id = process.open_room()
    process.join(room_id, "Noor", "Sem")
    assert room_id not in store.standings
    process.ask(room_id, RemovePlayer(CommandId("out"), PlayerId("Noor")))
    assert store.standings[room_id] == {"Sem": 0}


def test_a_store_that_fails_while_a_room_is_opened_lends_no_pin(process: Process, store: MemoryStore) -> None:
    store.loses_replies = True
    with pytest.raises(StoreUnavailable):
        process.open_room()
    assert store.pins == {}
