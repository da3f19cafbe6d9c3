"""The only readers of time and chance. The one clock is the store's, kept as an offset per process."""

import logging
import random
import secrets
import time
from collections.abc import Callable, Sequence

from server.rooms.ports import Concurrency, StoreUnavailable
from server.rules.ids import Pin, RoomId, ServerMillis

SAMPLES = 5
MEASURE_EVERY_SECONDS = 20.0
LARGEST_HELD_STEP_MILLIS = 2_000
"""A correction back by less than this is waited out, so that time does not run backwards between two events."""

log = logging.getLogger(__name__)


class StoreClock:
    """Milliseconds since 1970 on the store's clock, without asking the store each time."""

    def __init__(
        self, read_store_millis: Callable[[], int], read_local_millis: Callable[[], int] | None = None
    ) -> None:
        """`read_store_millis` asks the store for its time; it may raise StoreUnavailable."""
        self._read_store = read_store_millis
        self._read_local = read_local_millis or local_millis
        self._offset = 0
        self._last = 0

    def now(self) -> ServerMillis:
        """Milliseconds since 1970 by the store's clock."""
        now = self._read_local() + self._offset
        if 0 < self._last - now < LARGEST_HELD_STEP_MILLIS:
            return ServerMillis(self._last)
        self._last = now
        return ServerMillis(now)

    def measure(self) -> None:
        """Sets the offset by the quickest of a few questions. Raises StoreUnavailable."""
        tries = []
        for _ in range(SAMPLES):
            asked = self._read_local()
            told = self._read_store()
            heard = self._read_local()
            tries.append((heard - asked, told - (asked + heard) // 2))
        self._offset = min(tries)[1]

    def keep_in_step(self, concurrency: Concurrency) -> Callable[[], None]:
        """Measures now and then beside the caller; returns what stops it."""
        stop = concurrency.signal()

        def work() -> None:
            while not stop.wait(MEASURE_EVERY_SECONDS):
                try:
                    self.measure()
                except StoreUnavailable:
                    log.warning("The store's clock could not be read; the last offset stays.")

        concurrency.spawn(work)
        return stop.set


def local_millis() -> int:
    """This machine's own wall clock. Not the monotonic one, which stands still while a laptop sleeps."""
    return time.time_ns() // 1_000_000


def stopwatch() -> float:
    """Seconds that only rise, for measuring how long something took. No moment of the game is told by it."""
    return time.perf_counter()


def cpu_seconds() -> float:
    """Seconds of a core that this process has used, in all its threads."""
    return time.process_time()


class SystemChance:
    """Dice from the operating system."""

    def __init__(self) -> None:
        self._dice = random.SystemRandom()

    def pin(self) -> Pin:
        """Six digits, the first not 0."""
        return Pin(str(100_000 + secrets.randbelow(900_000)))

    def room_id(self) -> RoomId:
        """128 bits, safe in an address."""
        return RoomId(secrets.token_hex(16))

    def command_id(self) -> str:
        """An id for a command that the house itself sends."""
        return secrets.token_hex(12)

    def secret(self) -> str:
        """A token that nobody can guess, safe in an address."""
        return secrets.token_hex(24)

    def share(self) -> float:
        """Somewhere from 0 to 1."""
        return self._dice.random()

    def sample(self, choices: Sequence[str], count: int) -> list[str]:
        """`count` different ones, or all of them."""
        return self._dice.sample(list(choices), min(count, len(choices)))
