"""Garbage is looked for while nobody waits: in quiet moments, and never in the midst of a burst."""

import gc
import weakref
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from server.engine import quiet_walks
from server.engine.quiet_walks import LONG_QUIET_LOOKS, WALKS_MANY, YOUNG_MANY, QuietWalks
from tests.support.plain_threads import PlainThreads


class Knot:
    """An object that holds itself: only a walk finds that nobody else does."""

    def __init__(self) -> None:
        self.itself = self


@dataclass
class Process:
    """A process that has used as much of its core as a test says."""

    at: float = 0.0
    used: float = 0.0
    walks: QuietWalks = field(init=False)

    def __post_init__(self) -> None:
        self.walks = QuietWalks(PlainThreads(), lambda: self.at, lambda: self.used)

    def look_after(self, share: float) -> None:
        """A tenth of a second goes by, in which this share of a core was used; then it is looked."""
        self.at += 0.1
        self.used += share * 0.1
        self.walks.look()


@pytest.fixture
def process() -> Iterator[Process]:
    """One that nothing else has left garbage in, and in which Python itself walks not at all."""
    was_enabled = gc.isenabled()
    gc.collect()
    gc.disable()
    yield Process()
    if was_enabled:
        gc.enable()


def a_burst() -> list[list[int]]:
    """As many new objects as are worth a walk."""
    return [[] for _ in range(YOUNG_MANY + 1)]


def a_knot() -> "weakref.ref[Knot]":
    """Garbage, that tells whether it is still there."""
    return weakref.ref(Knot())


def test_in_a_burst_nothing_is_walked_and_in_the_quiet_after_it_all_that_is_new(process: Process) -> None:
    kept, garbage = a_burst(), a_knot()
    process.look_after(share=0.9)
    assert garbage() is not None
    process.look_after(share=0.01)
    assert garbage() is None
    assert kept


def test_a_little_that_is_new_is_not_worth_a_walk(process: Process) -> None:
    garbage = a_knot()
    process.look_after(share=0.01)
    assert garbage() is not None


def grown_old() -> "weakref.ref[Knot]":
    """Garbage that was none at the last walk over what was new."""
    knot = Knot()
    gc.collect(1)
    return weakref.ref(knot)


def test_a_long_quiet_has_everything_walked(process: Process) -> None:
    garbage = grown_old()
    for _ in range(WALKS_MANY - 1):
        gc.collect(1)
    for _ in range(LONG_QUIET_LOOKS - 1):
        process.look_after(share=0.01)
    assert garbage() is not None
    process.look_after(share=0.01)
    assert garbage() is None


def test_a_process_that_has_no_long_quiet_is_walked_at_last(process: Process, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quiet_walks, "WALKS_TOO_MANY", 3)
    garbage = grown_old()
    gc.collect(1)
    process.look_after(share=0.01)
    assert garbage() is not None
    gc.collect(1)
    process.look_after(share=0.9)
    assert garbage() is not None
    process.look_after(share=0.01)
    assert garbage() is None


def test_pythons_own_walks_stay_for_a_process_that_is_never_quiet() -> None:
    thresholds = gc.get_threshold()
    try:
        stop = QuietWalks(PlainThreads()).start()
        stop()
        assert gc.get_threshold() == quiet_walks.THRESHOLDS
        assert 0 < quiet_walks.THRESHOLDS[0] < 100_000
    finally:
        gc.set_threshold(*thresholds)
