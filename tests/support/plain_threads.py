"""The Concurrency port on plain threads, and waiting for other threads or processes."""

import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, TypeVar

T = TypeVar("T")


class PlainSignal:
    """A flag that is lowered when a wait has seen it."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def set(self) -> None:
        """Wakes whoever waits."""
        self._event.set()

    def wait(self, timeout: float) -> bool:
        """Waits at most `timeout` seconds; True when it was set."""
        was_set = self._event.wait(timeout)
        if was_set:  # else it might be raised just now, and nobody would ever have seen it
            self._event.clear()
        return was_set


class PlainThreads:
    """Concurrency on daemon threads. An exception in one reaches threading.excepthook, and pytest fails on it."""

    def __init__(self) -> None:
        self.threads: list[threading.Thread] = []

    def spawn(self, work: Callable[..., Any], *args: Any) -> None:
        """Runs work beside the caller."""
        thread = threading.Thread(target=work, args=args, daemon=True)
        self.threads.append(thread)
        thread.start()

    def sleep(self, seconds: float) -> None:
        """Rests."""
        time.sleep(seconds)

    def signal(self) -> PlainSignal:
        """A new flag."""
        return PlainSignal()

    def lock(self) -> AbstractContextManager[Any]:
        """A new lock."""
        return threading.Lock()

    def in_thread(self, work: Callable[[], T]) -> T:
        """Every thread here is a real one already."""
        return work()

    def join(self, timeout: float = 30.0) -> None:
        """Waits until everything that was spawned has ended; fails when something has not."""
        deadline = time.monotonic() + timeout
        for thread in self.threads:
            thread.join(max(0.0, deadline - time.monotonic()))
            assert not thread.is_alive(), f"{thread.name} is still running after {timeout} s"


def eventually(is_so: Callable[[], Any], within: float = 30.0, what: str = "") -> None:
    """Polls until `is_so()` is true; fails after `within` seconds. For real sockets and processes only."""
    deadline = time.monotonic() + within
    while not is_so():
        assert time.monotonic() < deadline, f"not within {within} s: {what or is_so}"
        time.sleep(0.005)
