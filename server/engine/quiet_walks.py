"""The walk for garbage is taken while nobody waits.

Python walks all that is new whenever so many more objects were made than let go of, and what is older at every tenth
and hundredth such moment: with a thousand phones 10 and 100 ms, that find next to nothing, in the midst of whatever
the class does. Here the first quiet moment after a burst has the walk over what is new, once, and a longer quiet the
one over everything. Python's own walks stay, for a process that is never quiet, at thresholds that no burst reaches.
"""

import gc
from collections.abc import Callable

from server.clock import cpu_seconds, stopwatch
from server.rooms.ports import Concurrency

THRESHOLDS = (50_000, 10, 100)
"""Python's own, with quiet walks beside them. Higher ones let a storm that leaves garbage take too much memory."""
LOOK_SECONDS = 0.1
QUIET_SHARE = 0.2
"""A process is quiet that used less than this share of a core since the last look."""
YOUNG_MANY = 5_000
"""So many objects more than at the last walk are worth one: it takes some milliseconds."""
WALKS_MANY, WALKS_TOO_MANY = 20, 100
"""So many walks leave enough behind for one over everything: after a long quiet, or at last at the next one."""
LONG_QUIET_LOOKS = 100


class QuietWalks:
    """Looks again and again whether the process is quiet. `stopwatch` and `cpu_seconds` give seconds that only rise."""

    def __init__(
        self,
        concurrency: Concurrency,
        stopwatch: Callable[[], float] = stopwatch,
        cpu_seconds: Callable[[], float] = cpu_seconds,
    ) -> None:
        self._concurrency = concurrency
        self._stopwatch = stopwatch
        self._cpu_seconds = cpu_seconds
        self._stop = concurrency.signal()
        self._looked_at, self._used = stopwatch(), cpu_seconds()
        self._quiet_looks = 0

    def start(self) -> Callable[[], None]:
        """Begins to look, with Python's own walks put off; returns what ends the looking."""
        gc.set_threshold(*THRESHOLDS)
        self._concurrency.spawn(self._work)
        return self._stop.set

    def look(self) -> None:
        """One look, and the walk that is due, if any."""
        now, used = self._stopwatch(), self._cpu_seconds()
        is_quiet = used - self._used < QUIET_SHARE * (now - self._looked_at)
        self._quiet_looks = self._quiet_looks + 1 if is_quiet else 0
        if is_quiet:
            self._walk()
        self._looked_at, self._used = self._stopwatch(), self._cpu_seconds()

    def _work(self) -> None:
        while not self._stop.wait(LOOK_SECONDS):
            self.look()

    def _walk(self) -> None:
        young, _, walks = gc.get_count()
        if walks >= WALKS_TOO_MANY or (walks >= WALKS_MANY and self._quiet_looks >= LONG_QUIET_LOOKS):
            gc.collect()
        elif young >= YOUNG_MANY:
            gc.collect(1)
