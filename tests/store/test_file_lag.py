"""An acknowledged append is in the store's file, so that the store may be killed the moment after."""

import resource
from collections.abc import Iterator
from pathlib import Path

import pytest
from redis import Redis

from server.devtools.drill.store_process import StoreProcess
from server.rooms.ports import StoreFull, StoreUnavailable
from server.rules.ids import Version
from server.store import keys
from server.store.connections import open_client
from server.store.embedded import EmbeddedStore
from server.store.file_lag import wait_until_in_file
from server.store.room_log import RedisRoomLog
from server.store.server_time import redis_time
from tests.store.own_stores import file_of_writes, new_store, programs
from tests.store.samples import ROOM, answered
from tests.support.plain_threads import PlainThreads, eventually

LOG = keys.room_log(ROOM)
SYNCS_SEEN_MILLIS = 2500
"""Long enough for two syncs of the file, one a second."""


@pytest.fixture
def store(tmp_path: Path, threads: PlainThreads) -> Iterator[EmbeddedStore]:
    """A store whose file can be looked at."""
    store = new_store(tmp_path, threads, programs)
    store.start()
    yield store
    store.stop()


FINE, FAILED = "ok", "err"


class Disk:
    """A Redis that only speaks of its file: how the last write to it went, syncs under way, bytes held back.

    None: it keeps no file.
    """

    def __init__(self, *said: tuple[str, int, int] | None) -> None:
        self._said = iter(said)

    def execute_command(self, *words: str) -> bytes:
        """The next of them."""
        assert words == ("INFO persistence",)
        said = next(self._said)
        if said is None:
            return b"# Persistence\r\nloading:0\r\naof_enabled:0\r\naof_last_write_status:ok\r\n"
        status, syncs, waiting = said
        lines = (f"aof_last_write_status:{status}", f"aof_buffer_length:{waiting}", f"aof_pending_bio_fsync:{syncs}")
        return "\r\n".join(("# Persistence", "aof_enabled:1", *lines, "")).encode()

    @property
    def questions_left(self) -> int:
        """How many of them nobody has asked for."""
        return len(list(self._said))


def wait_for(disk: Disk, may_lag: bool = True) -> None:
    """Waits until an append to ROOM is in this file."""
    wait_until_in_file(disk, PlainThreads(), LOG, may_lag)  # type: ignore[arg-type]


def test_every_acknowledged_append_is_in_the_file_also_while_the_file_is_synced(
    store: EmbeddedStore, tmp_path: Path
) -> None:
    client = open_client(store.address)
    log, written = RedisRoomLog(client, PlainThreads()), file_of_writes(tmp_path)
    until = redis_time(client) + SYNCS_SEEN_MILLIS
    number = 0
    while number % 100 or redis_time(client) < until:
        assert log.append(ROOM, Version(number), [answered(number)], None)
        with written.open("rb") as file:
            file.seek(-min(2000, written.stat().st_size), 2)
            assert f'"p-{number}"'.encode() in file.read(), f"append {number} was acknowledged and is in memory alone"
        number += 1
    client.close()


@pytest.mark.parametrize(
    "said",
    [
        [(FINE, 1, 300), (FINE, 1, 300), (FINE, 1, 0)],
        [(FINE, 1, 300), (FINE, 0, 600), (FINE, 0, 600)],  # it goes to the file after the second answer: how did it go?
        [(FINE, 0, 0)],
        [None],
    ],
)
def test_it_waits_until_nothing_is_held_back(said: list[tuple[str, int, int] | None]) -> None:
    disk = Disk(*said)
    wait_for(disk)
    assert disk.questions_left == 0


def test_what_was_not_held_back_costs_one_question() -> None:
    disk = Disk((FINE, 1, 300), (FINE, 1, 300))
    wait_for(disk, may_lag=False)
    assert disk.questions_left == 1


@pytest.mark.parametrize("may_lag", [True, False])
def test_a_write_that_failed_is_not_kept(may_lag: bool) -> None:
    with pytest.raises(StoreFull, match="its disk full"):
        wait_for(Disk((FAILED, 0, 300)), may_lag)


def test_what_was_held_back_and_then_failed_is_not_kept() -> None:
    with pytest.raises(StoreFull):
        wait_for(Disk((FINE, 1, 300), (FINE, 0, 300), (FAILED, 0, 300)))


def test_a_real_store_says_how_its_file_is(client: Redis) -> None:
    wait_until_in_file(client, PlainThreads(), LOG)
    client.config_set("appendonly", "no")
    try:
        wait_until_in_file(client, PlainThreads(), LOG)
        assert RedisRoomLog(client, PlainThreads()).append(ROOM, Version(0), [answered(0)], None)
    finally:
        client.config_set("appendonly", "yes")


def test_a_disk_that_hangs_is_a_store_that_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.store.file_lag.LOOK_AGAIN_SECONDS", 0.5)

    with pytest.raises(StoreUnavailable, match="too slow"):
        wait_until_in_file(Disk(*[(FINE, 1, 300)] * 9), Instant(), LOG)  # type: ignore[arg-type]


@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="only Linux fills another process's disk")
def test_nothing_is_acknowledged_that_a_full_disk_could_lose(tmp_path: Path) -> None:
    store = StoreProcess(tmp_path)
    store.start()
    try:
        _append_to_a_full_disk(store)
    finally:
        store.end()


def _append_to_a_full_disk(store: StoreProcess) -> None:
    client = open_client(store.url())
    log = RedisRoomLog(client, PlainThreads())
    assert log.append(ROOM, Version(0), [answered(0)], None)
    store.may_not_grow()

    with pytest.raises(StoreFull):
        log.append(ROOM, Version(1), [answered(1)], None)  # Redis itself answers this one as if all were well
    assert [list(chunk) for chunk in log.read(ROOM, Version(0))] == [[answered(0), answered(1)]], "in memory, then"
    with pytest.raises(StoreFull):
        log.check_kept(ROOM)  # and so no repeat of it, at this process or another, may be told that it is in
    with pytest.raises(StoreFull):
        log.append(ROOM, Version(2), [answered(2)], None)

    store.may_grow()
    eventually(lambda: is_kept(log), 30.0, "the store has written what it had in memory")
    assert b'"p-1"' in store.growing_file().read_bytes()
    client.close()


def is_kept(log: RedisRoomLog) -> bool:
    """Whether all that can be read is in the file."""
    try:
        log.check_kept(ROOM)
    except StoreFull:
        return False
    return True


class Instant(PlainThreads):
    """Rests that take no time."""

    def sleep(self, seconds: float) -> None:
        """Does not."""
