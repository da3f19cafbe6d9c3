"""Beside the server, in green threads of its own: the event loop's lag, the store's absence, and sums of refusals."""

import logging
from collections.abc import Callable

from server.rooms.ports import Concurrency
from server.watch.log_lines import tell
from server.watch.measures import Measures

LAG_REST_SECONDS = 0.25
STORE_REST_SECONDS = 1.0
SUM_SECONDS = 60.0
REFUSALS_WORTH_A_LINE = 20
"""So many of one code within SUM_SECONDS; a class mistypes its PIN and taps twice, and nobody need know."""
TOLD_AT_ONCE = frozenset({"SERVER_ERROR", "SERVER_BUSY", "STORAGE_FULL"})
"""Codes that speak of the server: told from the first one on."""


class Watcher:
    """`is_store_up` asks the store once, and waits no longer than a command would."""

    def __init__(self, measures: Measures, concurrency: Concurrency, is_store_up: Callable[[], bool]) -> None:
        self._measures = measures
        self._concurrency = concurrency
        self._is_store_up = is_store_up
        self._ask = concurrency.signal()
        self._stop_sums = concurrency.signal()
        self._is_stopped = False
        self._away_since: float | None = None
        self._counted_until = 0.0
        self._told_refusals: dict[tuple[str, ...], float] = {}
        self._told_hang_ups = 0.0

    def start(self) -> Callable[[], None]:
        """Begins to watch; returns what ends it."""
        self._concurrency.spawn(self._watch_loop)
        self._concurrency.spawn(self._watch_store)
        self._concurrency.spawn(self._watch_sums)
        return self._stop

    def ask_after_store(self) -> None:
        """Somebody got no answer from the store: looks at once."""
        self._ask.set()

    def look_at_store(self) -> None:
        """One look: the time of absence is counted as it passes, so that an alert need not wait for its end."""
        measures = self._measures
        is_up, now = self._is_store_up(), measures.stopwatch()
        if self._is_stopped:  # a store that was told to stop is not away
            return
        if self._away_since is not None:
            measures.store_away.add(by=now - self._counted_until)
            self._counted_until = now
        if not is_up and self._away_since is None:
            self._away_since = self._counted_until = now
            measures.is_store_up = 0.0
            tell("store lost", logging.ERROR)
        elif is_up and self._away_since is not None:
            tell("store back", logging.WARNING, seconds=round(now - self._away_since, 3))
            self._away_since = None
            measures.is_store_up = 1.0

    def sum_up(self) -> None:
        """One line for what was refused since the last sum, if that was much; one for connections that were ended."""
        much: dict[str, int] = {}
        for labels, count in list(self._measures.refusals.values.items()):
            new = int(count - self._told_refusals.get(labels, 0))
            self._told_refusals[labels] = count
            if new >= REFUSALS_WORTH_A_LINE or (new and labels[1] in TOLD_AT_ONCE):
                much[f"{labels[1]} ({labels[0]})"] = new
        if much:
            tell("refusals in bulk", logging.WARNING, counts=much, within_seconds=SUM_SECONDS)
        hang_ups = self._measures.hang_ups.values[()]
        if hang_ups > self._told_hang_ups:
            tell("connections hung up", count=int(hang_ups - self._told_hang_ups), within_seconds=SUM_SECONDS)
            self._told_hang_ups = hang_ups

    def _watch_loop(self) -> None:
        stopwatch, lag = self._measures.stopwatch, self._measures.loop_lag
        while not self._is_stopped:
            began = stopwatch()
            self._concurrency.sleep(LAG_REST_SECONDS)
            lag.observe(max(0.0, stopwatch() - began - LAG_REST_SECONDS))

    def _watch_store(self) -> None:
        while not self._is_stopped:
            self._ask.wait(STORE_REST_SECONDS)
            if not self._is_stopped:
                self.look_at_store()

    def _watch_sums(self) -> None:
        while not self._stop_sums.wait(SUM_SECONDS):
            self.sum_up()

    def _stop(self) -> None:
        self._is_stopped = True
        self._ask.set()
        self._stop_sums.set()
        self.sum_up()
