"""Each part of a replay is made once; what the log no longer says is not sent any more."""

import gzip
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

from server.rooms.skimmed_log import SkimmedLog
from server.rules.ids import RoomId, ServerMillis, Version
from server.rules.refusals import Refusal, RefusalCode
from server.wire.packed import Packed
from server.wire.replay_shelf import FRESH_MILLIS, HALF_MADE, KEPT, LIVE_FOR_MILLIS, ReplayShelf
from tests.support.plain_threads import PlainThreads

ROOM = RoomId("a")
PARTS = 2


@dataclass(frozen=True)
class Head:
    """A head of two parts; `making` tells one making from the next."""

    room: str
    version: Version
    is_live: bool
    with_names: bool
    making: int
    parts: Sequence[int] = (0, 1)


@dataclass
class Played:
    """A playback that notes which parts are made."""

    head: Head
    made: list[int]

    def part(self, number: int, rest: Callable[[], None]) -> object:
        """A part that says where it is from."""
        rest()
        self.made.append(number)
        return {"number": number, "making": self.head.making}


@dataclass
class World:
    """A store of one log per room, a clock, and a maker of replays; all noted."""

    versions: dict[str, int] = field(default_factory=lambda: {"a": 10})
    is_live: bool = False
    time: int = 1_000_000
    heads: list[Head] = field(default_factory=list)
    parts: list[int] = field(default_factory=list)

    def newest_version(self, room: RoomId) -> Version:
        """How long the log is."""
        return Version(self.versions.get(room, 0))

    def skim(self, room: RoomId) -> SkimmedLog:
        """As many events as the log is long; nobody looks into them here."""
        return SkimmedLog([ServerMillis(0)] * self.versions[room], {}, lambda start, end: [])

    def make(self, room: RoomId, log: SkimmedLog, with_names: bool, rest: Callable[[], None]) -> Played:
        """A replay of them."""
        rest()
        self.heads.append(Head(room, Version(len(log)), self.is_live, with_names, len(self.heads) + 1))
        return Played(self.heads[-1], self.parts)

    def now(self) -> ServerMillis:
        """The clock."""
        return ServerMillis(self.time)

    def shelf(self) -> ReplayShelf:
        """A shelf in this world."""
        return ReplayShelf(self.newest_version, self.skim, self.make, PlainThreads(), self)


def _read(packed: Packed) -> Any:
    assert gzip.decompress(packed.squeezed) == packed.plain
    return json.loads(packed.plain)


def _refusal(ask: Callable[[], object]) -> RefusalCode:
    with pytest.raises(Refusal) as caught:
        ask()
    return caught.value.code


def test_a_finished_room_is_made_once_with_names_and_once_without() -> None:
    world = World()
    shelf = world.shelf()
    for with_names in (False, True, False, True):
        assert _read(shelf.head(ROOM, with_names))["with_names"] is with_names
        for number in range(PARTS):
            assert _read(shelf.part(ROOM, Version(10), number, with_names))["number"] == number
    assert [head.with_names for head in world.heads] == [False, True]
    assert world.parts == [0, 1, 0, 1]


def test_a_part_is_made_when_it_is_asked_for_and_no_other() -> None:
    world = World()
    shelf = world.shelf()
    shelf.head(ROOM, False)
    shelf.part(ROOM, Version(10), 1, False)
    assert world.parts == [1]


def test_names_are_never_taken_from_the_shelf_for_those_who_may_not_see_them() -> None:
    world = World()
    shelf = world.shelf()
    with_names = shelf.part(ROOM, Version(10), 0, True)
    assert _read(shelf.part(ROOM, Version(10), 0, False))["making"] != _read(with_names)["making"]


def test_a_part_that_is_not_there_is_refused() -> None:
    shelf = World().shelf()
    assert _refusal(lambda: shelf.part(ROOM, Version(10), PARTS, False)) is RefusalCode.BAD_NUMBER
    assert _refusal(lambda: shelf.part(RoomId("nowhere"), Version(10), 0, False)) is RefusalCode.ROOM_NOT_FOUND
    assert _refusal(lambda: shelf.head(RoomId("nowhere"), False)) is RefusalCode.ROOM_NOT_FOUND


def test_a_log_that_was_rewritten_is_read_anew_and_what_was_made_before_is_gone() -> None:
    world = World()
    shelf = world.shelf()
    shelf.head(ROOM, True)
    shelf.part(ROOM, Version(10), 0, True)
    world.versions["a"] = 11  # somebody was forgotten
    assert _refusal(lambda: shelf.part(ROOM, Version(10), 0, True)) is RefusalCode.NOT_NOW
    assert _read(shelf.head(ROOM, True))["version"] == 11
    assert _read(shelf.part(ROOM, Version(11), 0, True))["making"] == 2


def test_a_log_that_was_deleted_is_played_back_no_more() -> None:
    world = World()
    shelf = world.shelf()
    shelf.head(ROOM, False)
    shelf.part(ROOM, Version(10), 0, False)
    world.versions.clear()
    assert _refusal(lambda: shelf.head(ROOM, False)) is RefusalCode.ROOM_NOT_FOUND
    assert _refusal(lambda: shelf.part(ROOM, Version(10), 0, False)) is RefusalCode.ROOM_NOT_FOUND
    world.versions["a"] = 10
    assert _read(shelf.head(ROOM, False))["making"] == 2


def test_the_parts_of_a_sitting_that_goes_on_can_be_fetched_to_the_end() -> None:
    world = World(is_live=True)
    shelf = world.shelf()
    shelf.head(ROOM, False)
    world.versions["a"] = 15
    world.time += LIVE_FOR_MILLIS - 1
    assert _read(shelf.part(ROOM, Version(10), 1, False))["making"] == 1
    world.time += 1
    assert _refusal(lambda: shelf.part(ROOM, Version(10), 1, False)) is RefusalCode.NOT_NOW


def test_a_sitting_that_goes_on_is_made_anew_but_not_for_everybody_at_once() -> None:
    world = World(is_live=True)
    shelf = world.shelf()
    versions = []
    for _ in range(3):
        versions.append(_read(shelf.head(ROOM, False))["version"])
        world.versions["a"] += 1
        world.time += FRESH_MILLIS // 2
    assert versions == [10, 10, 12]


def test_a_version_that_never_was_is_not_made() -> None:
    world = World()
    shelf = world.shelf()
    for version in (9, 11, 0):
        assert _refusal(lambda version=version: shelf.part(ROOM, Version(version), 0, False)) is RefusalCode.NOT_NOW  # type: ignore[misc]
    assert world.heads == []


def test_only_the_last_few_are_kept_and_of_those_that_still_need_their_log_fewer() -> None:
    world = World(versions={f"room-{number}": 10 for number in range(KEPT + 1)})
    shelf = world.shelf()
    for room in world.versions:
        shelf.head(RoomId(room), False)
        for number in range(PARTS):
            shelf.part(RoomId(room), Version(10), number, False)
    shelf.head(RoomId(f"room-{KEPT}"), False)
    shelf.head(RoomId("room-1"), False)
    assert len(world.heads) == KEPT + 1
    shelf.head(RoomId("room-0"), False)
    assert len(world.heads) == KEPT + 2

    unfinished = World(versions={f"room-{number}": 10 for number in range(HALF_MADE + 1)})
    shelf = unfinished.shelf()
    for room in [*unfinished.versions, "room-1", "room-0"]:
        shelf.head(RoomId(room), False)
    assert [head.room for head in unfinished.heads] == ["room-0", "room-1", "room-2", "room-3", "room-0"]
