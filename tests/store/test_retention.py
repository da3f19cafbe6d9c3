"""A month and half a year go by over a real Valkey: keys, file, replay and sitting hold no marked name any more."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from redis import Redis

from server.review.replay import make_replay
from server.review.sitting import read_sitting
from server.rooms.forgetting import Forgetting
from server.rooms.outcomes import Accepted
from server.rooms.retention import DAY_MILLIS, Retention, Terms
from server.rooms.rewriting import LogRewriter
from server.rooms.room_service import RoomService
from server.rooms.skimmed_log import skimmed
from server.rules.commands import EndRoom, JoinRoom
from server.rules.events import Event
from server.rules.ids import CommandId, PlayerId, RoomId, Version
from server.rules.settings import RoomSettings
from server.store.connections import open_client
from server.store.courses import RedisCourses
from server.store.file_cleaning import FileCleaning
from server.store.register import RedisRegister
from server.store.rewriting import RedisRewriting
from server.store.room_keys import RedisRoomKeys
from server.store.room_log import RedisRoomLog
from server.store.server_time import redis_time
from server.store.shelves import RedisShelves
from tests.store.own_stores import new_store, programs
from tests.support.memory_store import MemoryStore, MemoryTail
from tests.support.plain_threads import PlainThreads, eventually
from tests.support.rooms_bench import HandClock, NextInLine, Published
from tests.support.sample_deck import DECK

MARKED = ("Xanthippe", "Zebedeus")


class House:
    """The rooms of one server over its own Valkey, and a calendar that a test turns."""

    def __init__(self, client: Redis, folder: Path) -> None:
        self.client, self.folder = client, folder
        threads = self.threads = PlainThreads()
        self.start = redis_time(client)
        self.clock = HandClock(self.start)
        self.log, register, chance = RedisRoomLog(client, threads), RedisRegister(client), NextInLine()
        self.rooms = RoomService(
            self.log,
            MemoryTail(MemoryStore()),
            register,
            RedisRoomKeys(client),
            RedisCourses(client),
            Published(),
            self.clock,
            chance,
            threads,
        )
        self.cleaning = FileCleaning(client, threads)
        self.rewriter = LogRewriter(self.log, RedisRewriting(client, threads), chance, threads)
        self.waiting: list[RoomId] = []
        self.rooms.set_forgotten_listener(self.waiting.append)
        self.shelves = RedisShelves(client)
        forgetting = Forgetting(self.rooms, register, self.shelves, chance, threads, lambda _room: None)
        self.retention = Retention(Terms(), self.shelves, register, forgetting, self.rewriter, self.clock)

    def play(self) -> RoomId:
        """A class of two with marked names."""
        room_id, _ = self.rooms.open_room(DECK, RoomSettings(tuple(axis.id for axis in DECK.axes)), CommandId("open"))
        for name in MARKED:
            self.ask(room_id, JoinRoom(CommandId(f"join-{name[:1]}"), PlayerId(f"id-{name[:1]}"), name))
        self.ask(room_id, EndRoom(CommandId("end")))
        return room_id

    def ask(self, room_id: RoomId, command: JoinRoom | EndRoom) -> None:
        """One command."""
        outcomes: list[object] = []
        self.rooms.submit(room_id, command, outcomes.append)
        eventually(lambda: outcomes)
        assert isinstance(outcomes[0], Accepted)
        self.threads.join()

    def after(self, days: int) -> None:
        """That many days later the sweep comes, what it found is written anew, and so is the file."""
        self.clock.millis = self.start + days * DAY_MILLIS
        self.retention.sweep()
        for room in self.waiting:
            assert self.rewriter.rewrite(room)
        self.threads.join()
        assert self.cleaning.clean()

    def events(self, room_id: RoomId) -> list[Event]:
        """The kept log."""
        return [event for chunk in self.log.read(room_id, Version(0)) for event in chunk]

    def kept(self) -> bytes:
        """Every value of every key, and every byte of the data folder."""
        values = [self.client.dump(name) or b"" for name in self.client.scan_iter()]
        files = [path.read_bytes() for path in self.folder.rglob("*") if path.is_file()]
        return b"".join([*values, *files])


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """A house of its own, whose file keeps names as they are written."""
    store = new_store(tmp_path, PlainThreads(), programs)
    store.start()
    with closing(open_client(store.address)) as client:
        client.config_set("rdbcompression", "no")
        yield House(client, tmp_path)
    store.stop()


def whole_replay(room_id: RoomId, events: list[Event]) -> str:
    """Everything that a replay with names shows."""
    playback = make_replay(room_id, skimmed(events), True, lambda: None)
    parts = [playback.part(number, lambda: None) for number in range(len(playback.head.parts))]
    assert parts
    return f"{playback.head} {parts}"


def test_after_a_month_no_name_is_kept_anywhere_and_after_half_a_year_no_room(house: House) -> None:
    room_id = house.play()
    names = [name.encode() for name in MARKED]
    house.after(29)
    assert all(name in house.kept() for name in names)
    assert MARKED[0] in whole_replay(room_id, house.events(room_id))

    house.after(31)
    assert not any(name in house.kept() for name in names)
    events = house.events(room_id)
    assert [seat.name for seat in read_sitting(room_id, events).room.seats.values()] == ["P1", "P2"]
    assert not any(name in whole_replay(room_id, events) for name in MARKED)

    house.after(181)
    assert house.shelves.rooms() == set()
    assert list(house.client.scan_iter()) == []
    assert room_id.encode() not in house.kept()


def test_no_key_is_ever_without_a_lifetime(house: House) -> None:
    house.play()
    house.after(31)
    lifetimes = {name: house.client.ttl(name) for name in house.client.scan_iter()}
    assert lifetimes
    assert all(seconds > 0 for seconds in lifetimes.values())


def test_forgetting_does_not_lengthen_the_life_of_a_room(house: House) -> None:
    room_id = house.play()
    (log,) = house.client.scan_iter(match=f"*{room_id}*:log")
    house.client.expire(log, 1000)
    house.after(31)
    assert 0 < house.client.ttl(log) <= 1000


def test_the_file_is_cleaned_when_asked_and_not_for_each_of_many(house: House) -> None:
    house.play()
    cleaning = FileCleaning(house.client, house.threads, rest_seconds=0.2)
    before = house.client.info("stats").get("total_forks", 0)
    cleaning.start()
    for _ in range(50):
        cleaning.ask()
    eventually(lambda: house.client.info("stats").get("total_forks", 0) > before)
    cleaning.stop()
    house.threads.join()
    assert house.client.info("stats").get("total_forks", 0) - before <= 2
