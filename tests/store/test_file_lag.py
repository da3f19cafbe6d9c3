"""An acknowledged append is in the store's file, so that the store may be killed the moment after."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from redis import Redis

from server.rooms.ports import StoreUnavailable
from server.rules.ids import Version
from server.store.connections import open_client
from server.store.embedded import EmbeddedStore
from server.store.file_lag import wait_until_in_file
from server.store.room_log import RedisRoomLog
from server.store.server_time import redis_time
from tests.store.own_stores import file_of_writes, new_store, programs
from tests.store.samples import ROOM, answered
from tests.support.plain_threads import PlainThreads

SYNCS_SEEN_MILLIS = 2500
"""Long enough for two syncs of the file, one a second."""


@pytest.fixture
def store(tmp_path: Path, threads: PlainThreads) -> Iterator[EmbeddedStore]:
    """A store whose file can be looked at."""
    store = new_store(tmp_path, threads, programs)
    store.start()
    yield store
    store.stop()


class Disk:
    """A Redis of which only what it says of its file is known; None: it says nothing of one."""

    def __init__(self, *syncs_and_waiting_bytes: tuple[int, int] | None) -> None:
        self._answers = iter(syncs_and_waiting_bytes)

    def info(self, section: str) -> dict[str, Any]:
        """The next answer."""
        answer = next(self._answers)
        return {} if answer is None else {"aof_pending_bio_fsync": answer[0], "aof_buffer_length": answer[1]}


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


def test_it_waits_until_nothing_is_held_back(client: Redis) -> None:
    wait_until_in_file(Disk((1, 300), (1, 300), (1, 0)), PlainThreads())  # type: ignore[arg-type]
    wait_until_in_file(Disk((1, 300), (0, 600)), PlainThreads())  # type: ignore[arg-type]
    wait_until_in_file(Disk(None), PlainThreads())  # type: ignore[arg-type]
    wait_until_in_file(client, PlainThreads())


def test_a_disk_that_hangs_is_a_store_that_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.store.file_lag.LOOK_AGAIN_SECONDS", 0.5)

    with pytest.raises(StoreUnavailable, match="too slow"):
        wait_until_in_file(Disk(*[(1, 300)] * 9), Instant())  # type: ignore[arg-type]


class Instant(PlainThreads):
    """Rests that take no time."""

    def sleep(self, seconds: float) -> None:
        """Does not."""
