"""The contract of the room log, on memory and on a real Valkey; then what only a real store can go through."""

import os
import signal
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from redis import Redis

from server.rooms.ports import Leaderboards, RoomLog, StoreUnavailable
from server.rules.events import Event
from server.rules.ids import MilliPoints, PlayerId, RoomId, Version
from server.store.connections import open_client
from server.store.embedded import EmbeddedStore
from server.store.leaderboards import RedisLeaderboards
from server.store.room_log import CHUNK, SKIMMED_AT_ONCE, BrokenLog, RedisRoomLog
from tests.store.samples import AT, OTHER_ROOM, ROOM, answered, command_ids, joined, opened
from tests.support.memory_store import MemoryLeaderboards, MemoryRoomLog, MemoryStore
from tests.support.plain_threads import PlainThreads, eventually

ANNA, BRAM = PlayerId("anna"), PlayerId("bram")


@dataclass
class Kept:
    """A log and the standings beside it."""

    log: RoomLog
    boards: Leaderboards


@pytest.fixture(params=["memory", "valkey"])
def kept(request: pytest.FixtureRequest) -> Iterator[Kept]:
    """Each implementation in turn."""
    if request.param == "memory":
        store = MemoryStore()
        yield Kept(MemoryRoomLog(store), MemoryLeaderboards(store))
    else:
        client = request.getfixturevalue("client")
        yield Kept(RedisRoomLog(client, PlainThreads()), RedisLeaderboards(client))


def read_all(log: RoomLog, room: RoomId = ROOM, after: int = 0) -> list[Event]:
    return [event for chunk in log.read(room, Version(after)) for event in chunk]


# --- the contract -----------------------------------------------------------------------------------------------------


def test_what_is_appended_is_read_back_in_order(kept: Kept) -> None:
    assert kept.log.append(ROOM, Version(0), [opened(), joined(1)], None)
    assert kept.log.append(ROOM, Version(2), [joined(2)], None)

    assert read_all(kept.log) == [opened(), joined(1), joined(2)]
    assert read_all(kept.log, after=2) == [joined(2)]
    assert read_all(kept.log, after=3) == []


@pytest.mark.parametrize("expected", [1, 3, 4])
def test_an_append_from_any_other_version_is_stale_and_writes_nothing(kept: Kept, expected: int) -> None:
    kept.log.append(ROOM, Version(0), [joined(1), joined(2)], {ANNA: MilliPoints(1000)})

    assert not kept.log.append(ROOM, Version(expected), [joined(3)], {BRAM: MilliPoints(9)})

    assert read_all(kept.log) == [joined(1), joined(2)]
    assert kept.boards.top(ROOM, 5) == [(ANNA, 1000)]


def test_a_log_that_is_not_there_is_at_version_0(kept: Kept) -> None:
    assert read_all(kept.log) == []
    assert not kept.log.append(ROOM, Version(1), [joined(1)], None)
    assert kept.log.append(ROOM, Version(0), [joined(1)], None)


def test_rooms_do_not_mix(kept: Kept) -> None:
    kept.log.append(ROOM, Version(0), [joined(1)], {ANNA: MilliPoints(1)})
    kept.log.append(OTHER_ROOM, Version(0), [joined(2)], None)

    assert read_all(kept.log, OTHER_ROOM) == [joined(2)]
    assert kept.boards.top(OTHER_ROOM, 5) == []


def test_a_log_that_is_skimmed_is_the_log_that_is_read(kept: Kept) -> None:
    many = [answered(number) for number in range(SKIMMED_AT_ONCE)]
    events: list[Event] = [opened(), joined(1), *many, joined(2), answered(1)]
    kept.log.append(ROOM, Version(0), events, None)

    skimmed = kept.log.skim(ROOM)

    assert len(skimmed) == len(events)
    assert list(skimmed.came_at) == [event.at for event in events]
    assert list(skimmed.others.items()) == [(0, events[0]), (1, events[1]), (len(events) - 2, events[-2])]
    assert list(skimmed.read(0, len(events))) == events
    assert list(skimmed.read(1, 4)) == events[1:4]
    assert list(skimmed.read(4, 4)) == []


def test_a_log_that_is_not_there_is_skimmed_to_nothing(kept: Kept) -> None:
    assert len(kept.log.skim(ROOM)) == 0


def test_a_long_log_is_read_in_chunks_without_gap_or_double(kept: Kept) -> None:
    events = [answered(number) for number in range(2 * CHUNK + 1)]
    kept.log.append(ROOM, Version(0), events, None)

    chunks = list(kept.log.read(ROOM, Version(0)))

    assert [len(chunk) for chunk in chunks] == [CHUNK, CHUNK, 1]
    assert [event for chunk in chunks for event in chunk] == events


def test_standings_are_replaced_whole_with_the_append_that_brings_them(kept: Kept) -> None:
    kept.log.append(ROOM, Version(0), [joined(1)], {ANNA: MilliPoints(1500), BRAM: MilliPoints(1000)})
    kept.log.append(ROOM, Version(1), [joined(2)], None)
    assert kept.boards.top(ROOM, 5) == [(ANNA, 1500), (BRAM, 1000)]

    kept.log.append(ROOM, Version(2), [joined(3)], {BRAM: MilliPoints(2000)})
    assert kept.boards.top(ROOM, 5) == [(BRAM, 2000)]

    kept.log.append(ROOM, Version(3), [joined(4)], {})
    assert kept.boards.top(ROOM, 5) == []


def test_of_two_writers_with_200_events_each_none_is_lost_or_doubled(kept: Kept) -> None:
    def write(by: str) -> None:
        version = 0
        for number in range(200):
            while not kept.log.append(ROOM, Version(version), [answered(number, by)], None):
                version += sum(len(chunk) for chunk in kept.log.read(ROOM, Version(version)))
            version += 1

    writers = [threading.Thread(target=write, args=(by,)) for by in ("a", "b")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    written = command_ids(read_all(kept.log))
    assert [one for one in written if one.startswith("a")] == [f"a-{number}" for number in range(200)]
    assert [one for one in written if one.startswith("b")] == [f"b-{number}" for number in range(200)]
    assert len(written) == 400


# --- a real store only ------------------------------------------------------------------------------------------------


def test_a_batch_with_an_event_that_cannot_be_written_writes_none(client: Redis) -> None:
    log = RedisRoomLog(client, PlainThreads())
    broken = replace(joined(2), name="lone surrogate \ud800")

    with pytest.raises(ValueError, match="PlayerJoined"):
        log.append(ROOM, Version(0), [joined(1), broken], {ANNA: MilliPoints(1)})

    assert client.dbsize() == 0


def test_standings_for_a_hall_of_4000_fit_in_one_append(client: Redis) -> None:
    standings = {PlayerId(f"p{number}"): MilliPoints(number) for number in range(4000)}

    assert RedisRoomLog(client, PlainThreads()).append(ROOM, Version(0), [joined(1)], standings)

    assert RedisLeaderboards(client).top(ROOM, 1) == [(PlayerId("p3999"), 3999)]
    assert RedisLeaderboards(client).rank(ROOM, PlayerId("p0")) == 4000


def test_a_redis_that_forgets_its_scripts_in_mid_run_is_not_noticed(client: Redis) -> None:
    log = RedisRoomLog(client, PlainThreads())
    for version in range(20):
        if version % 5 == 3:
            client.script_flush()
        assert log.append(ROOM, Version(version), [answered(version)], None)

    assert len(read_all(log)) == 20


def test_an_entry_of_a_foreign_hand_is_reported_with_room_and_version(client: Redis) -> None:
    log = RedisRoomLog(client, PlainThreads())
    log.append(ROOM, Version(0), [joined(1)], None)
    client.xadd("trede:{r0om}:log", {"e": "nonsense"}, id="2-0")

    with pytest.raises(BrokenLog, match="room r0om, version 2: not an event"):
        read_all(log)


def test_a_hole_in_a_log_is_reported_with_room_and_version(client: Redis) -> None:
    log = RedisRoomLog(client, PlainThreads())
    log.append(ROOM, Version(0), [joined(1), joined(2), joined(3)], None)
    client.xdel("trede:{r0om}:log", "2-0")

    with pytest.raises(BrokenLog, match="room r0om: version 2 is missing"):
        read_all(log)


def test_a_skim_reports_a_hole_and_what_is_no_event(client: Redis) -> None:
    log = RedisRoomLog(client, PlainThreads())
    log.append(ROOM, Version(0), [opened(), answered(1), answered(2)], None)
    client.xadd("trede:{r0om}:log", {"e": "nonsense"}, id="4-0")
    with pytest.raises(BrokenLog, match="room r0om, version 4: not an event"):
        log.skim(ROOM)

    client.xdel("trede:{r0om}:log", "2-0")
    with pytest.raises(BrokenLog, match="room r0om: version 2 is missing"):
        log.skim(ROOM)


def test_an_answer_that_cannot_be_read_is_reported_when_it_is_looked_at(client: Redis) -> None:
    log = RedisRoomLog(client, PlainThreads())
    log.append(ROOM, Version(0), [opened(), answered(1)], None)
    client.xadd("trede:{r0om}:log", {"e": '["AnswerGiven",{"at":5,"command_id":7}]'}, id="3-0")

    skimmed = log.skim(ROOM)

    assert list(skimmed.came_at) == [AT, AT, 5]
    assert list(skimmed.read(0, 2)) == [opened(), answered(1)]
    with pytest.raises(BrokenLog, match="room r0om, version 3: AnswerGiven"):
        list(skimmed.read(0, 3))


def test_others_get_their_turn_while_a_long_log_is_skimmed(client: Redis) -> None:
    turns: list[float] = []

    class Noted(PlainThreads):
        def sleep(self, seconds: float) -> None:
            turns.append(seconds)

    log = RedisRoomLog(client, Noted())
    log.append(ROOM, Version(0), [answered(number) for number in range(4 * SKIMMED_AT_ONCE)], None)
    turns.clear()

    log.skim(ROOM)

    assert turns == [0, 0, 0, 0]


def test_what_was_acknowledged_is_there_after_each_kill_of_the_store(watched_store: EmbeddedStore) -> None:
    client = open_client(watched_store.address)
    log = RedisRoomLog(client, PlainThreads())
    acknowledged: list[str] = []
    is_over = threading.Event()

    def write() -> None:
        number = version = 0
        while not is_over.is_set():
            try:
                if log.append(ROOM, Version(version), [answered(number)], None):
                    acknowledged.append(answered(number).command_id)
                    number, version = number + 1, version + 1
                    continue
            except StoreUnavailable:
                pass
            # Stale or unknown: read again, and an event of ours that is there already counts as written.
            try:
                known = command_ids(read_all(log))
            except StoreUnavailable:
                continue
            number = version = len(known)

    def let_it_write() -> None:
        count = len(acknowledged)
        eventually(lambda: len(acknowledged) > count + 50, what="appends go on")

    writer = threading.Thread(target=write)
    writer.start()
    for _ in range(5):
        let_it_write()
        os.kill(watched_store.process_id, signal.SIGKILL)
    let_it_write()
    is_over.set()
    writer.join()

    written = command_ids(read_all(log))
    client.close()
    assert set(acknowledged) <= set(written)
    assert written == [f"p-{number}" for number in range(len(written))]
