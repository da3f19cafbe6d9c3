"""What the clients do when the store is busy, full, away or silent: nobody is told "kept" wrongly, none waits long."""

import contextlib
import os
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from redis import Redis
from redis.exceptions import ResponseError

from server.rooms.ports import StoreFull, StoreUnavailable
from server.rules.ids import MilliPoints, Pin, PlayerId, RoomId, ServerMillis, Version
from server.store import connections
from server.store.addresses import without_password
from server.store.connections import open_client, open_tail_client, store_errors
from server.store.embedded import EmbeddedStore
from server.store.leaderboards import RedisLeaderboards
from server.store.register import RedisRegister
from server.store.room_log import RedisRoomLog
from server.store.server_time import redis_time
from tests.store.own_stores import new_store
from tests.store.samples import AT, ROOM, answered, joined
from tests.support.plain_threads import PlainThreads

ANNA = PlayerId("anna")
PIN, OTHER_PIN = Pin("111111"), Pin("222222")


@pytest.fixture
def own_store(tmp_path: Path, threads: PlainThreads) -> Iterator[EmbeddedStore]:
    """A store of this test's own, to be stopped and gone on with."""
    store = new_store(tmp_path, threads)
    store.start()
    yield store
    os.kill(store.process_id, signal.SIGCONT)
    store.stop()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waits for replies, and for connections, end soon."""
    monkeypatch.setattr(connections, "REPLY_SECONDS", 0.2)


@contextmanager
def setting(client: Redis, name: str, value: str) -> Iterator[None]:
    before: Any = client.config_get(name)[name]
    client.config_set(name, value)
    try:
        yield
    finally:
        client.config_set(name, before)


def at_once(count: int, work: Callable[[int], object]) -> list[Exception]:
    """Runs work(0) .. work(count-1) beside each other; returns what they raised."""
    raised: list[Exception] = []

    def run(number: int) -> None:
        try:
            work(number)
        except Exception as error:
            raised.append(error)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


# --- busy -------------------------------------------------------------------------------------------------------------


def test_a_burst_far_above_the_number_of_connections_loses_nothing(address: str) -> None:
    client = open_client(address, most_connections=4)
    log = RedisRoomLog(client, PlainThreads())

    raised = at_once(200, lambda number: log.append(RoomId(f"r{number}"), Version(0), [answered(number)], None))

    assert raised == []
    assert client.dbsize() == 200
    client.close()


# --- full -------------------------------------------------------------------------------------------------------------


def test_a_full_store_says_so_and_keeps_nothing_of_the_append(client: Redis) -> None:
    log = RedisRoomLog(client, PlainThreads())
    log.append(ROOM, Version(0), [joined(1)], {ANNA: MilliPoints(1)})

    with setting(client, "maxmemory", "1"), pytest.raises(StoreFull):
        log.append(ROOM, Version(1), [joined(2)], {ANNA: MilliPoints(2)})

    assert [list(chunk) for chunk in log.read(ROOM, Version(0))] == [[joined(1)]]
    assert RedisLeaderboards(client).top(ROOM, 1) == [(ANNA, 1)]


def test_a_full_store_lends_no_pin_and_still_answers_what_it_has(client: Redis) -> None:
    register = RedisRegister(client)
    register.lend(PIN, ROOM)

    with setting(client, "maxmemory", "1"):
        with pytest.raises(StoreFull):
            register.lend(OTHER_PIN, ROOM)
        assert register.find(PIN) == ROOM


# --- away -------------------------------------------------------------------------------------------------------------


def test_a_store_that_is_not_there_is_unavailable_for_everything(tmp_path: Path) -> None:
    address = f"unix://{tmp_path}/nobody.sock"
    client = open_client(address)
    log, boards, register = RedisRoomLog(client, PlainThreads()), RedisLeaderboards(client), RedisRegister(client)
    attempts: list[Callable[[], object]] = [
        lambda: log.append(ROOM, Version(0), [joined(1)], None),
        lambda: list(log.read(ROOM, Version(0))),
        lambda: boards.top(ROOM, 1),
        lambda: boards.rank(ROOM, ANNA),
        lambda: register.lend(PIN, ROOM),
        lambda: register.find(PIN),
        partial(register.give_back, PIN, ROOM),
        lambda: register.latest(1),
        lambda: redis_time(client),
        lambda: open_tail_client(address),
    ]

    for attempt in attempts:
        with pytest.raises(StoreUnavailable):
            attempt()


def test_connections_that_died_with_the_store_are_not_felt_when_it_is_back(
    tmp_path: Path, threads: PlainThreads
) -> None:
    store = new_store(tmp_path, threads)
    client = open_client(store.start(), most_connections=8)
    assert at_once(8, lambda _: client.ping()) == []
    os.kill(store.process_id, signal.SIGKILL)
    store.stop()

    store = new_store(tmp_path, threads)
    store.start()

    assert at_once(50, lambda _: client.ping()) == []
    client.close()
    store.stop()


def test_a_primary_that_misses_its_replicas_is_unavailable_for_writes(client: Redis) -> None:
    with setting(client, "min-replicas-to-write", "1"), pytest.raises(StoreUnavailable):
        RedisRoomLog(client, PlainThreads()).append(ROOM, Version(0), [joined(1)], None)


def test_a_primary_that_became_a_replica_is_unavailable_for_writes(client: Redis) -> None:
    client.replicaof("127.0.0.1", "1")
    try:
        with pytest.raises(StoreUnavailable):
            RedisRoomLog(client, PlainThreads()).append(ROOM, Version(0), [joined(1)], None)
    finally:
        client.replicaof("NO", "ONE")


def test_a_mistake_of_ours_passes_through_as_it_is(client: Redis) -> None:
    client.set("text", "not a list")

    with pytest.raises(ResponseError, match="WRONGTYPE"), store_errors():
        client.lpush("text", "x")


# --- silent -----------------------------------------------------------------------------------------------------------


def test_a_silent_store_costs_everybody_the_same_short_wait(own_store: EmbeddedStore, impatient: None) -> None:
    client = open_client(own_store.address, most_connections=2)
    os.kill(own_store.process_id, signal.SIGSTOP)

    def ask(_: int) -> None:
        with store_errors():
            client.ping()

    raised = at_once(6, ask)

    assert [type(error) for error in raised] == [StoreUnavailable] * 6
    client.close()


def test_a_command_whose_connection_breaks_is_not_sent_again(tmp_path: Path, threads: PlainThreads) -> None:
    calls: list[bytes] = []
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(tmp_path / "store.sock"))
    listener.listen()

    def hang_up_on_everybody() -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = listener.accept()
                calls.append(connection.recv(1000))
                connection.close()

    threads.spawn(hang_up_on_everybody)
    client = open_client(f"unix://{tmp_path}/store.sock")

    with pytest.raises(StoreUnavailable):
        RedisRoomLog(client, threads).append(ROOM, Version(0), [joined(1)], None)

    assert len(calls) == 1
    client.close()
    listener.shutdown(socket.SHUT_RDWR)
    listener.close()


def test_an_append_without_reply_may_have_been_kept(own_store: EmbeddedStore, impatient: None) -> None:
    client = open_client(own_store.address)
    log = RedisRoomLog(client, PlainThreads())
    assert log.append(ROOM, Version(0), [joined(1)], None)
    os.kill(own_store.process_id, signal.SIGSTOP)

    with pytest.raises(StoreUnavailable):
        log.append(ROOM, Version(1), [joined(2)], None)

    os.kill(own_store.process_id, signal.SIGCONT)
    assert [list(chunk) for chunk in log.read(ROOM, Version(0))] == [[joined(1), joined(2)]]
    assert not log.append(ROOM, Version(1), [joined(2)], None)
    client.close()


def test_the_tail_waits_for_news_longer_than_a_read_may_block(address: str) -> None:
    reader = open_tail_client(address)
    allowed = reader.connection_pool.connection_kwargs["socket_timeout"]
    reader.close()

    assert allowed > connections.TAIL_BLOCK_MILLIS / 1000


# --- addresses and time -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", ["http://localhost", "localhost:6379", ""])
def test_an_address_of_another_kind_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="must begin with redis://"):
        open_client(address)


def test_what_the_address_says_cannot_undo_our_limits(address: str) -> None:
    client = open_client(address + "?socket_timeout=99&retry_on_timeout=yes&db=3")
    options = client.connection_pool.connection_kwargs

    assert options["socket_timeout"] == connections.REPLY_SECONDS
    assert options["db"] == 3
    client.close()


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("redis://user:secret@store.example:6380/1", "redis://***@store.example:6380/1"),
        ("rediss://:secret@store.example", "rediss://***@store.example"),
        ("redis://store.example", "redis://store.example"),
        ("unix:///run/store.sock", "unix:///run/store.sock"),
    ],
)
def test_an_address_is_shown_without_its_password(address: str, shown: str) -> None:
    assert without_password(address) == shown


def test_the_one_clock_is_the_stores_in_milliseconds(client: Redis) -> None:
    first, second = redis_time(client), redis_time(client)

    assert AT - 10 * 365 * 86_400_000 < first <= second < first + 60_000
    assert ServerMillis(first) == first
