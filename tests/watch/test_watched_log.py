"""A room's log with a watch beside it: the same to its rooms, and what it lives through is told once."""

import logging
from typing import Any

import pytest

from server.rooms.ports import StoreFull, StoreUnavailable
from server.rules.events import AnswerGiven, Event, RoomEnded, RoundClosed
from server.rules.ids import CardId, CommandId, RoomId, ServerMillis, Version
from server.watch.measures import Measures
from server.watch.watched_log import TOLD, WatchedRoomLog
from tests.store.samples import answered, opened
from tests.support.memory_store import MemoryRoomLog, MemoryStore

ROOM = RoomId("r" * 32)


class Times:
    """A stopwatch that runs `step` on at each look, and a clock that stands."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.step = 0.001
        self.millis = 0

    def stopwatch(self) -> float:
        self.seconds += self.step
        return self.seconds

    def now(self) -> ServerMillis:
        return ServerMillis(self.millis)


class Watched:
    """A log in memory, watched."""

    def __init__(self) -> None:
        self.times = Times()
        self.store = MemoryStore()
        self.measures = Measures(self.times.stopwatch, "1", 0.0, {})
        self.asked = 0
        self.log = WatchedRoomLog(MemoryRoomLog(self.store), self.measures, self.times, self._ask)

    def _ask(self) -> None:
        self.asked += 1


def told(caplog: pytest.LogCaptureFixture) -> list[tuple[str, dict[str, Any]]]:
    return [(record.getMessage(), record.fields) for record in caplog.records]  # type: ignore[attr-defined]


@pytest.fixture(autouse=True)
def _hear_all(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "server.watch")


def test_a_rooms_opening_and_end_are_told_with_their_versions_and_nothing_else_of_it(
    caplog: pytest.LogCaptureFixture,
) -> None:
    watched = Watched()
    events: list[Event] = [opened(), *(answered(number) for number in range(2, 5))]
    assert watched.log.append(ROOM, Version(0), events, None)
    assert watched.log.append(ROOM, Version(4), [RoomEnded(ServerMillis(9), CommandId("x" * 24))], {})
    assert told(caplog) == [
        ("room opened", {"room": ROOM, "version": 1}),
        ("room ended", {"room": ROOM, "version": 5}),
    ]
    assert watched.measures.append_events.sum == 5
    assert [event for chunk in watched.log.read(ROOM, Version(0)) for event in chunk][:4] == events
    assert watched.log.newest_version(ROOM) == 5


def test_an_append_that_came_too_late_is_counted_and_tells_nothing(caplog: pytest.LogCaptureFixture) -> None:
    watched = Watched()
    assert not watched.log.append(ROOM, Version(3), [opened()], None)
    assert watched.measures.appends_stale.values[()] == 1
    assert sum(watched.measures.append_events.counts) == 0
    assert told(caplog) == []


def test_a_store_that_is_away_is_counted_and_asked_after_at_once() -> None:
    watched = Watched()
    watched.store.is_down = True
    with pytest.raises(StoreUnavailable):
        watched.log.append(ROOM, Version(0), [opened()], None)
    assert watched.asked == 1
    assert watched.measures.store_failures.values[("unavailable",)] == 1


def test_a_store_that_is_full_is_an_error_with_the_room(caplog: pytest.LogCaptureFixture) -> None:
    watched = Watched()
    watched.store.is_full = True
    with pytest.raises(StoreFull):
        watched.log.append(ROOM, Version(0), [opened()], None)
    assert told(caplog) == [("the store is full", {"room": ROOM, "version": 0})]
    assert watched.measures.store_failures.values[("full",)] == 1


def test_a_slow_append_is_told(caplog: pytest.LogCaptureFixture) -> None:
    watched = Watched()
    watched.times.step = 0.75
    watched.log.append(ROOM, Version(0), [opened()], None)
    assert ("slow append", {"room": ROOM, "version": 0, "seconds": 0.75, "events": 1}) in told(caplog)
    assert watched.measures.append_seconds.counts[-4] == 1  # up to one second


@pytest.mark.parametrize(("late", "tells"), [(0, False), (900, False), (1_500, True)])
def test_a_round_that_is_closed_late_is_told_and_measured(
    caplog: pytest.LogCaptureFixture, late: int, tells: bool
) -> None:
    watched = Watched()
    watched.log.append(ROOM, Version(0), [opened()], None)
    caplog.clear()
    watched.times.millis = 60_000 + late
    watched.log.append(ROOM, Version(1), [RoundClosed(ServerMillis(60_000), CommandId("y" * 24), CardId("a"))], None)
    assert watched.measures.closed_late.sum == late / 1000
    assert [what for what, _ in told(caplog)] == ["round closed late"] * tells


def test_an_answer_is_none_of_the_watchs_business() -> None:
    assert AnswerGiven not in TOLD
