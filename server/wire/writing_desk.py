"""Where what takes long is written: by one at a time, and with a rest every few milliseconds.

So a class that plays in this process notices nothing of somebody else's report.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from server.rooms.ports import Concurrency
from server.rules.refusals import Refusal, RefusalCode

AT_DESK_MOST = 12
"""Who writes, and those who wait for it; a lecturer's browser asks for one or two at a time."""

Rest = Callable[[], None]
"""Lets others have their turn."""


class WritingDesk:
    """Reports and files to take home are made here, one after the other. `here`: who writes or waits for it."""

    def __init__(self, concurrency: Concurrency) -> None:
        self._concurrency = concurrency
        self._writing = concurrency.lock()
        self.here: set[object] = set()

    @contextmanager
    def turn(self) -> Iterator[Rest]:
        """Waits for the desk, and has it for the length of the block; gives the rest to be called often.

        Raises Refusal SERVER_BUSY where AT_DESK_MOST are there already: the same request may be sent again.
        """
        if len(self.here) >= AT_DESK_MOST:
            raise Refusal(RefusalCode.SERVER_BUSY)
        me = object()
        self.here.add(me)
        try:
            with self._writing:
                yield self.rest
        finally:
            self.here.discard(me)

    def rest(self) -> None:
        """Lets everybody else have their turn."""
        self._concurrency.sleep(0)
