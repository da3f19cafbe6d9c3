"""The tail hears what others append, whatever comes and goes meanwhile: rooms, connections, the store itself."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest
from redis import Redis

from server.rules.events import Event
from server.rules.ids import RoomId, Version
from server.store import keys
from server.store.connections import open_client
from server.store.embedded import EmbeddedStore
from server.store.room_log import RedisRoomLog
from server.store.tail import RedisTail
from tests.store.own_stores import new_store
from tests.store.samples import OTHER_ROOM, ROOM, answered
from tests.support.plain_threads import PlainThreads, eventually

REPOSITORY = Path(__file__).parents[2]
AT_ONCE = 1.0
"""Seconds. Well below the two seconds after which a blocked read ends by itself."""


@dataclass
class Ear:
    """A listener that keeps what it hears. `fails_for`: in this room it raises."""

    versions: dict[RoomId, list[int]] = field(default_factory=dict)
    events: dict[RoomId, list[Event]] = field(default_factory=dict)
    losses: int = 0
    fails_for: RoomId | None = None
    wrote: dict[RoomId, Version] = field(default_factory=dict)

    def known(self, room: RoomId) -> Version:
        """What it says it needs not be told."""
        return self.wrote.get(room, Version(0))

    def heard(self, room: RoomId, first_version: Version, events: Sequence[Event]) -> None:
        """Keeps them with their versions."""
        if room == self.fails_for:
            raise RuntimeError("a bug in the listener")
        self.versions.setdefault(room, []).extend(range(first_version, first_version + len(events)))
        self.events.setdefault(room, []).extend(events)

    def connection_lost(self) -> None:
        """Counts."""
        self.losses += 1

    def has(self, room: RoomId, versions: Sequence[int]) -> bool:
        """Whether exactly these versions were heard, in this order."""
        return self.versions.get(room, []) == list(versions)


@pytest.fixture
def ear() -> Ear:
    """Who listens."""
    return Ear()


@pytest.fixture
def tail(address: str, client: Redis, threads: PlainThreads, ear: Ear) -> Iterator[RedisTail]:
    """A tail that runs."""
    tail = RedisTail(address, client, threads)
    tail.set_listener(ear)
    tail.start()
    yield tail
    tail.stop()


def append(client: Redis, room: RoomId, after: int, count: int = 1) -> None:
    events = [answered(number) for number in range(after, after + count)]
    assert RedisRoomLog(client, PlainThreads()).append(room, Version(after), events, None)


def is_blocked(client: Redis) -> bool:
    """Whether a read waits for news in the store."""
    return bool(client.info("clients")["blocked_clients"])


def has_lost(ear: Ear, count: int) -> bool:
    return ear.losses == count


# --- hearing ----------------------------------------------------------------------------------------------------------


def test_the_first_room_is_heard_at_once(tail: RedisTail, ear: Ear, client: Redis) -> None:
    append(client, ROOM, after=0)
    eventually(lambda: len(client.client_list()) == 2, what="the tail is there, without rooms")

    tail.watch(ROOM, Version(0))

    eventually(lambda: ear.has(ROOM, [1]), within=AT_ONCE)


def test_it_hears_what_another_process_appends(tail: RedisTail, ear: Ear, address: str) -> None:
    tail.watch(ROOM, Version(0))

    command = [sys.executable, "-m", "tests.store.writer_process", address, ROOM, "0", "300"]
    subprocess.run(command, cwd=REPOSITORY, check=True, timeout=60)

    eventually(lambda: ear.has(ROOM, range(1, 301)))
    assert ear.events[ROOM] == [answered(number) for number in range(300)]


def test_it_hears_from_the_given_version_on(tail: RedisTail, ear: Ear, client: Redis) -> None:
    append(client, ROOM, after=0, count=3)

    tail.watch(ROOM, Version(2))

    eventually(lambda: ear.has(ROOM, [3]))


def test_it_hears_news_at_once(tail: RedisTail, ear: Ear, client: Redis) -> None:
    tail.watch(ROOM, Version(0))
    eventually(lambda: is_blocked(client))

    append(client, ROOM, after=0)

    eventually(lambda: ear.has(ROOM, [1]), within=AT_ONCE)


def test_rooms_of_other_processes_are_not_heard(tail: RedisTail, ear: Ear, client: Redis) -> None:
    tail.watch(ROOM, Version(0))
    append(client, OTHER_ROOM, after=0)
    append(client, ROOM, after=0)

    eventually(lambda: ear.has(ROOM, [1]))
    assert OTHER_ROOM not in ear.versions


# --- rooms that come and go -------------------------------------------------------------------------------------------


def test_a_room_that_comes_while_the_read_is_blocked_is_heard_at_once(tail: RedisTail, ear: Ear, client: Redis) -> None:
    tail.watch(ROOM, Version(0))
    eventually(lambda: is_blocked(client))
    append(client, OTHER_ROOM, after=0)

    tail.watch(OTHER_ROOM, Version(0))

    eventually(lambda: ear.has(OTHER_ROOM, [1]), within=AT_ONCE)


def test_of_rooms_that_come_one_upon_the_other_none_waits(tail: RedisTail, ear: Ear, client: Redis) -> None:
    rooms = [RoomId(f"room-{number}") for number in range(100)]
    for room in rooms:
        tail.watch(room, Version(0))
        append(client, room, after=0)

    eventually(lambda: all(ear.has(room, [1]) for room in rooms), within=AT_ONCE)


def test_a_room_that_went_is_not_heard_and_can_come_back(tail: RedisTail, ear: Ear, client: Redis) -> None:
    tail.watch(ROOM, Version(0))
    tail.watch(OTHER_ROOM, Version(0))
    eventually(lambda: is_blocked(client))

    tail.unwatch(ROOM)
    append(client, ROOM, after=0)
    append(client, OTHER_ROOM, after=0)
    eventually(lambda: ear.has(OTHER_ROOM, [1]))
    assert ROOM not in ear.versions

    tail.watch(ROOM, Version(0))
    eventually(lambda: ear.has(ROOM, [1]), within=AT_ONCE)


def test_what_this_process_wrote_itself_is_not_brought_back_to_it(tail: RedisTail, ear: Ear, client: Redis) -> None:
    ear.wrote[ROOM] = Version(2)
    for after in range(3):
        append(client, ROOM, after=after)
    tail.watch(ROOM, Version(0))
    eventually(lambda: ear.has(ROOM, [3]))


def test_a_room_that_goes_while_its_news_is_on_the_way_is_not_told(
    address: str, client: Redis, threads: PlainThreads
) -> None:
    class LetsGo(Ear):
        """On the first news of the one room it lets go of the other."""

        def heard(self, room: RoomId, first_version: Version, events: Sequence[Event]) -> None:
            """Keeps them."""
            reader.unwatch(OTHER_ROOM)
            super().heard(room, first_version, events)

    ear, reader = LetsGo(), RedisTail(address, client, threads)
    for room in (ROOM, OTHER_ROOM):
        append(client, room, after=0)
        reader.watch(room, Version(0))
    reader.set_listener(ear)

    reader.start()
    eventually(lambda: ear.has(ROOM, [1]))
    reader.stop()

    assert OTHER_ROOM not in ear.versions


def test_a_wake_that_came_before_the_read_was_blocked_is_repeated(
    tail: RedisTail, ear: Ear, client: Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    unblock = client.client_unblock
    unheard = [1, 2, 3]
    monkeypatch.setattr(client, "client_unblock", lambda reader: unheard.pop() if unheard else unblock(reader))
    tail.watch(ROOM, Version(0))
    eventually(lambda: is_blocked(client))
    unheard[:] = [1, 2, 3]
    append(client, OTHER_ROOM, after=0)

    tail.watch(OTHER_ROOM, Version(0))

    eventually(lambda: ear.has(OTHER_ROOM, [1]), within=AT_ONCE)
    assert unheard == []


def test_a_room_that_is_heard_already_is_not_heard_twice(tail: RedisTail, ear: Ear, client: Redis) -> None:
    tail.watch(ROOM, Version(0))
    append(client, ROOM, after=0, count=3)
    eventually(lambda: ear.has(ROOM, [1, 2, 3]))

    tail.watch(ROOM, Version(3))
    tail.watch(ROOM, Version(9))
    append(client, ROOM, after=3)

    eventually(lambda: ear.has(ROOM, [1, 2, 3, 4]))


def test_who_asks_for_an_older_version_hears_from_there_again(tail: RedisTail, ear: Ear, client: Redis) -> None:
    tail.watch(ROOM, Version(0))
    append(client, ROOM, after=0, count=3)
    eventually(lambda: ear.has(ROOM, [1, 2, 3]))

    tail.watch(ROOM, Version(1))

    eventually(lambda: ear.has(ROOM, [1, 2, 3, 2, 3]), within=AT_ONCE)


# --- trouble ----------------------------------------------------------------------------------------------------------


def test_a_lost_connection_is_told_when_it_is_back_and_nothing_is_missed(
    tail: RedisTail, ear: Ear, client: Redis, caplog: pytest.LogCaptureFixture
) -> None:
    tail.watch(ROOM, Version(0))
    append(client, ROOM, after=0)
    eventually(lambda: ear.has(ROOM, [1]))
    assert ear.losses == 0

    client.client_kill_filter(_type="normal", skipme=True)
    append(client, ROOM, after=1)

    eventually(lambda: ear.losses == 1 and ear.has(ROOM, [1, 2]), within=AT_ONCE)
    assert "The tail has lost the store" in caplog.text


def test_it_outlives_every_kill_of_the_store(watched_store: EmbeddedStore, threads: PlainThreads, ear: Ear) -> None:
    client = open_client(watched_store.address)
    tail = RedisTail(watched_store.address, client, threads)
    tail.set_listener(ear)
    tail.start()
    tail.watch(ROOM, Version(0))
    append(client, ROOM, after=0)
    eventually(lambda: ear.has(ROOM, [1]))

    for kill in (1, 2):
        os.kill(watched_store.process_id, signal.SIGKILL)
        eventually(partial(has_lost, ear, kill))
        append(client, ROOM, after=kill)
        eventually(partial(ear.has, ROOM, range(1, kill + 2)))

    tail.stop()
    client.close()


def test_a_store_that_went_back_in_time_is_heard_from_where_it_now_is(tail: RedisTail, ear: Ear, client: Redis) -> None:
    tail.watch(ROOM, Version(0))
    append(client, ROOM, after=0, count=5)
    eventually(lambda: ear.has(ROOM, range(1, 6)))

    client.delete(keys.room_log(ROOM).name)
    append(client, ROOM, after=0, count=2)
    client.client_kill_filter(_type="normal", skipme=True)
    eventually(lambda: ear.losses == 1)
    append(client, ROOM, after=2)

    eventually(lambda: ear.has(ROOM, [1, 2, 3, 4, 5, 3]))


def test_it_may_start_before_the_store_does(tmp_path: Path, threads: PlainThreads, ear: Ear) -> None:
    address = f"unix://{tmp_path}/store.sock"
    client = open_client(address)
    tail = RedisTail(address, client, threads)
    tail.set_listener(ear)
    tail.start()
    tail.watch(ROOM, Version(0))

    store = new_store(tmp_path, threads)
    assert store.start() == address
    append(client, ROOM, after=0)

    eventually(lambda: ear.has(ROOM, [1]))
    assert ear.losses == 0
    tail.stop()
    client.close()
    store.stop()


def test_a_listener_that_fails_for_one_room_goes_on_hearing_the_others(
    tail: RedisTail, ear: Ear, client: Redis, caplog: pytest.LogCaptureFixture
) -> None:
    ear.fails_for = ROOM
    tail.watch(ROOM, Version(0))
    tail.watch(OTHER_ROOM, Version(0))
    append(client, ROOM, after=0)
    append(client, OTHER_ROOM, after=0)

    eventually(lambda: ear.has(OTHER_ROOM, [1]) and "from version 1 on" in caplog.text)
    ear.fails_for = None
    append(client, ROOM, after=1)

    eventually(lambda: ear.has(ROOM, [2]))


def test_a_broken_log_is_reported_and_silences_no_other_room(
    tail: RedisTail, ear: Ear, client: Redis, caplog: pytest.LogCaptureFixture
) -> None:
    client.xadd(keys.room_log(ROOM).name, {"e": "nonsense"}, id="1-0")
    tail.watch(ROOM, Version(0))
    tail.watch(OTHER_ROOM, Version(0))
    append(client, OTHER_ROOM, after=0)

    eventually(lambda: ear.has(OTHER_ROOM, [1]) and "version 1: not an event" in caplog.text)
    append(client, OTHER_ROOM, after=1)
    eventually(lambda: ear.has(OTHER_ROOM, [1, 2]))


# --- the end ----------------------------------------------------------------------------------------------------------


def test_after_stop_nothing_is_heard(address: str, client: Redis, threads: PlainThreads, ear: Ear) -> None:
    tail = RedisTail(address, client, threads)
    tail.set_listener(ear)
    tail.start()
    tail.watch(ROOM, Version(0))
    eventually(lambda: is_blocked(client))

    tail.stop()
    threads.join(AT_ONCE)
    append(client, ROOM, after=0)

    assert ear.versions == {}


def test_a_tail_without_rooms_stops_at_once_too(address: str, client: Redis, threads: PlainThreads, ear: Ear) -> None:
    tail = RedisTail(address, client, threads)
    tail.stop()
    tail.set_listener(ear)
    tail.start()

    tail.stop()

    threads.join(AT_ONCE)
