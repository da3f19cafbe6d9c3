"""What looks by itself: a store that goes and comes, and refusals in sums."""

import logging
from typing import Any

import pytest

from server.watch.measures import Measures
from server.watch.watcher import REFUSALS_WORTH_A_LINE, Watcher
from tests.support.plain_threads import PlainThreads, eventually


class Watched:
    """A watcher whose time and store are the test's."""

    def __init__(self) -> None:
        self.seconds = 100.0
        self.is_up = True
        self.threads = PlainThreads()
        self.measures = Measures(lambda: self.seconds, "1", 0.0, {})
        self.watcher = Watcher(self.measures, self.threads, lambda: self.is_up)

    @property
    def away(self) -> float:
        return self.measures.store_away.values[()]


@pytest.fixture(autouse=True)
def _hear_all(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "server.watch")


def told(caplog: pytest.LogCaptureFixture) -> list[tuple[str, dict[str, Any]]]:
    return [(record.getMessage(), record.fields) for record in caplog.records]  # type: ignore[attr-defined]


def test_a_stores_absence_is_told_at_both_ends_and_counted_while_it_lasts(caplog: pytest.LogCaptureFixture) -> None:
    watched = Watched()
    watched.watcher.look_at_store()
    assert told(caplog) == []
    watched.is_up = False
    watched.watcher.look_at_store()
    assert (watched.measures.is_store_up, watched.away) == (0.0, 0.0)
    watched.seconds += 3
    watched.watcher.look_at_store()
    assert watched.away == 3
    watched.seconds += 1.5
    watched.is_up = True
    watched.watcher.look_at_store()
    watched.watcher.look_at_store()
    assert (watched.measures.is_store_up, watched.away) == (1.0, 4.5)
    assert told(caplog) == [("store lost", {}), ("store back", {"seconds": 4.5})]


def test_many_refusals_are_one_line_and_few_are_none(caplog: pytest.LogCaptureFixture) -> None:
    watched = Watched()
    for _ in range(REFUSALS_WORTH_A_LINE - 1):
        watched.measures.refusals.add("socket", "NAME_TAKEN")
    watched.watcher.sum_up()
    assert told(caplog) == []
    for _ in range(5_000):
        watched.measures.refusals.add("socket", "TOO_FAST")
    watched.watcher.sum_up()
    watched.watcher.sum_up()
    ((what, fields),) = told(caplog)
    assert (what, fields["counts"]) == ("refusals in bulk", {"TOO_FAST (socket)": 5_000})


def test_one_error_of_our_own_is_worth_a_line(caplog: pytest.LogCaptureFixture) -> None:
    watched = Watched()
    watched.measures.refusals.add("socket", "SERVER_ERROR")
    watched.watcher.sum_up()
    assert [fields["counts"] for _, fields in told(caplog)] == [{"SERVER_ERROR (socket)": 1}]


def test_connections_that_were_hung_up_on_are_told_in_sums(caplog: pytest.LogCaptureFixture) -> None:
    watched = Watched()
    for _ in range(3):
        watched.measures.hang_ups.add()
    watched.watcher.sum_up()
    watched.watcher.sum_up()
    assert [(what, fields["count"]) for what, fields in told(caplog)] == [("connections hung up", 3)]


def test_a_watcher_measures_the_loops_lag_and_ends_when_it_is_told(caplog: pytest.LogCaptureFixture) -> None:
    watched = Watched()
    stop = watched.watcher.start()
    eventually(lambda: sum(watched.measures.loop_lag.counts) > 0)
    watched.is_up = False  # the store of a server that stops is no loss
    stop()
    watched.threads.join()
    assert "store lost" not in [what for what, _ in told(caplog)]
