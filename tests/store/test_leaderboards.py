"""Top and rank, on memory and on a real Valkey."""

from collections.abc import Mapping
from typing import Protocol

import pytest

from server.rooms.ports import Leaderboards
from server.rules.ids import MilliPoints, PlayerId, Version
from server.store.leaderboards import RedisLeaderboards
from server.store.room_log import RedisRoomLog
from tests.store.samples import OTHER_ROOM, ROOM, joined
from tests.support.memory_store import MemoryLeaderboards, MemoryRoomLog, MemoryStore
from tests.support.plain_threads import PlainThreads

POINTS = {"anna": 2500, "bram": 1000, "cleo": 2500, "daan": 0, "eva": 1500}


class Boards(Protocol):
    """Makes leaderboards of a room with these points."""

    def __call__(self, points: Mapping[str, int]) -> Leaderboards: ...


@pytest.fixture(params=["memory", "valkey"])
def boards_of(request: pytest.FixtureRequest) -> Boards:
    """Each implementation in turn."""
    client = request.getfixturevalue("client") if request.param == "valkey" else None
    memory = MemoryStore()
    log = RedisRoomLog(client, PlainThreads()) if client else MemoryRoomLog(memory)

    def make(points: Mapping[str, int]) -> Leaderboards:
        log.append(ROOM, Version(0), [joined(1)], {PlayerId(who): MilliPoints(much) for who, much in points.items()})
        return RedisLeaderboards(client) if client else MemoryLeaderboards(memory)

    return make


def test_the_top_is_highest_first_and_ties_have_one_fixed_order(boards_of: Boards) -> None:
    boards = boards_of(POINTS)

    assert boards.top(ROOM, 3) == [("cleo", 2500), ("anna", 2500), ("eva", 1500)]
    assert [player for player, _ in boards.top(ROOM, 99)] == ["cleo", "anna", "eva", "bram", "daan"]


@pytest.mark.parametrize("count", [0, -1])
def test_a_top_of_nobody_is_empty(boards_of: Boards, count: int) -> None:
    assert boards_of(POINTS).top(ROOM, count) == []


@pytest.mark.parametrize(("player", "rank"), [("anna", 1), ("cleo", 1), ("eva", 3), ("bram", 4), ("daan", 5)])
def test_ties_share_a_rank_and_the_next_rank_is_left_out(boards_of: Boards, player: str, rank: int) -> None:
    assert boards_of(POINTS).rank(ROOM, PlayerId(player)) == rank


def test_who_has_no_place_has_no_rank(boards_of: Boards) -> None:
    boards = boards_of(POINTS)

    assert boards.rank(ROOM, PlayerId("fien")) is None
    assert boards.rank(OTHER_ROOM, PlayerId("anna")) is None


def test_points_stay_whole_thousandths(boards_of: Boards) -> None:
    boards = boards_of({"anna": 123_456_789_001, "bram": 123_456_789_000})

    assert boards.top(ROOM, 2) == [("anna", 123_456_789_001), ("bram", 123_456_789_000)]
    assert all(type(points) is int for _, points in boards.top(ROOM, 2))
