"""A log is written anew under the feet of everybody who reads it, whole or not at all, and no longer kept for it."""

import itertools
import threading
from collections.abc import Iterator, Sequence

import pytest
from redis import Redis
from redis.exceptions import ResponseError

from server.rooms.ports import RoomLog
from server.rooms.ports_after_class import Rewriting
from server.rules.events import Event, PlayersForgotten, RoomEnded
from server.rules.forgetting import without_names
from server.rules.ids import CommandId, PlayerId, RoomId, Version
from server.store import keys
from server.store.rewriting import LATER_MOST, PIECE, RedisRewriting
from server.store.room_log import RedisRoomLog
from server.store.scripts import REWRITE
from server.store.tail import RedisTail
from tests.store.samples import AT, ROOM, answered, command_ids, joined, opened
from tests.support.memory_store import MemoryRewriting, MemoryRoomLog, MemoryStore
from tests.support.plain_threads import PlainThreads, eventually

FORGOTTEN = PlayersForgotten(AT, CommandId("forget"), (PlayerId("p1"),))
Kept = tuple[RoomLog, Rewriting]


@pytest.fixture(params=["memory", "valkey"])
def kept(request: pytest.FixtureRequest) -> Iterator[Kept]:
    """Each implementation in turn."""
    if request.param == "memory":
        store = MemoryStore()
        yield MemoryRoomLog(store), MemoryRewriting(store)
    else:
        client = request.getfixturevalue("client")
        yield RedisRoomLog(client, PlainThreads()), RedisRewriting(client, PlainThreads())


def read_all(log: RoomLog) -> list[Event]:
    return [event for chunk in log.read(ROOM, Version(0)) for event in chunk]


def nameless(events: Sequence[Event]) -> list[Event]:
    return list(without_names(events, {PlayerId("p1")}))


def test_the_names_are_gone_and_every_version_stays(kept: Kept) -> None:
    log, rewriting = kept
    log.append(ROOM, Version(0), [opened(), joined(1), joined(2)], None)
    assert rewriting.rewrite(ROOM, nameless(read_all(log)), "draft")
    assert [getattr(event, "name", "") for event in read_all(log)] == ["", "P1", "Player 2"]
    assert log.newest_version(ROOM) == 3
    assert log.append(ROOM, Version(3), [joined(3)], None)


def test_what_was_appended_meanwhile_comes_along(kept: Kept) -> None:
    log, rewriting = kept
    log.append(ROOM, Version(0), [opened(), joined(1)], None)
    written = nameless(read_all(log))
    log.append(ROOM, Version(2), [joined(2), answered(3)], None)
    assert rewriting.rewrite(ROOM, written, "draft")
    assert command_ids(read_all(log)) == ["open", "join-1", "join-2", "p-3"]
    assert "Player 1" not in str(read_all(log))


def test_a_log_that_is_gone_or_went_back_in_time_does_not_come_back(kept: Kept) -> None:
    log, rewriting = kept
    assert not rewriting.rewrite(ROOM, [opened(), joined(1)], "draft")
    assert log.newest_version(ROOM) == 0
    log.append(ROOM, Version(0), [opened()], None)
    assert not rewriting.rewrite(ROOM, [opened(), joined(1)], "draft")
    assert log.newest_version(ROOM) == 1


def test_a_room_is_noted_before_its_log_says_so_and_crossed_off_afterwards(kept: Kept) -> None:
    log, rewriting = kept
    log.append(ROOM, Version(0), [opened(), joined(1)], None)
    assert rewriting.to_forget() == set()
    assert not log.append(ROOM, Version(9), [FORGOTTEN], None)
    assert rewriting.to_forget() == {ROOM}
    rewriting.forgotten(ROOM)
    assert rewriting.to_forget() == set()


# --- what only a real store can go through ----------------------------------------------------------------------------


def test_the_log_is_kept_no_longer_because_names_went(client: Redis) -> None:
    log, rewriting = RedisRoomLog(client, PlainThreads()), RedisRewriting(client, PlainThreads())
    log.append(ROOM, Version(0), [opened(), joined(1)], {PlayerId("p1"): 1})  # type: ignore[dict-item]
    for key in (keys.room_log(ROOM), keys.room_standings(ROOM)):
        client.expire(key.name, 50)
    log.append(ROOM, Version(2), [FORGOTTEN], None)
    assert rewriting.rewrite(ROOM, nameless(read_all(log)), "draft")
    assert 0 < client.ttl(keys.room_log(ROOM).name) <= 50
    assert 0 < client.ttl(keys.room_standings(ROOM).name) <= 50
    log.append(ROOM, Version(3), [RoomEnded(AT, CommandId("end"))], None)
    assert client.ttl(keys.room_log(ROOM).name) > 50


class Looking(PlainThreads):
    """Looks how long the draft will live whenever others get their turn."""

    def __init__(self, client: Redis) -> None:
        super().__init__()
        self.client = client
        self.lifetimes: list[int] = []

    def sleep(self, seconds: float) -> None:
        """Looks."""
        self.lifetimes.append(int(self.client.ttl(keys.room_draft(ROOM, "draft").name)))


def test_no_draft_is_left_and_none_is_ever_without_a_lifetime(client: Redis) -> None:
    looking = Looking(client)
    log, rewriting = RedisRoomLog(client, PlainThreads()), RedisRewriting(client, looking)
    events: list[Event] = [opened(), *(joined(number) for number in range(1, PIECE + 10))]
    log.append(ROOM, Version(0), events, None)
    assert rewriting.rewrite(ROOM, nameless(events), "draft")
    assert [name.decode() for name in client.scan_iter()] == [keys.room_log(ROOM).name]
    assert len(looking.lifetimes) == 2
    assert all(0 < seconds <= keys.DRAFT_SECONDS for seconds in looking.lifetimes)


def test_a_draft_that_is_not_whole_never_takes_the_place(client: Redis) -> None:
    log = RedisRoomLog(client, PlainThreads())
    log.append(ROOM, Version(0), [opened(), joined(1)], None)
    draft = keys.room_draft(ROOM, "half")
    client.xadd(draft.name, {"e": b"x"}, id="2-0")
    with pytest.raises(ResponseError, match="BADDRAFT"):
        REWRITE.run(client, (keys.room_log(ROOM), draft), 2, LATER_MOST)
    assert command_ids(read_all(log)) == ["open", "join-1"]


def test_a_reader_that_follows_the_log_misses_nothing_and_hears_nothing_twice(
    address: str, client: Redis, threads: PlainThreads
) -> None:
    log, rewriting = RedisRoomLog(client, threads), RedisRewriting(client, threads)
    tail, heard = RedisTail(address, client, threads), Heard()
    tail.set_listener(heard)
    log.append(ROOM, Version(0), [opened(), joined(1)], None)
    tail.start()
    tail.watch(ROOM, Version(0))
    eventually(lambda: len(heard.ids) == 2)
    stop = threading.Event()

    def rewrite_all_the_time() -> None:
        for draft in itertools.count():
            if stop.is_set():
                return
            assert rewriting.rewrite(ROOM, nameless(read_all(log)), f"draft-{draft}")

    threads.spawn(rewrite_all_the_time)
    for number in range(2, 202):
        assert log.append(ROOM, Version(number), [joined(number)], None)
    stop.set()
    eventually(lambda: len(heard.ids) == 202)
    tail.stop()
    assert heard.ids == command_ids(read_all(log))


class Heard:
    """A listener that notes what it hears."""

    def __init__(self) -> None:
        self.ids: list[str] = []

    def known(self, room: RoomId) -> Version:
        """It wrote nothing itself."""
        return Version(0)

    def heard(self, room: RoomId, first_version: Version, events: Sequence[Event]) -> None:
        """Events came."""
        assert room == ROOM
        assert first_version == len(self.ids) + 1
        self.ids += command_ids(list(events))

    def connection_lost(self) -> None:
        """Not here."""
        raise AssertionError("the store was never away")
