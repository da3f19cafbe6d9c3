"""The one clock is the store's; the dice are fair enough."""

from dataclasses import dataclass, field

import pytest

from server.clock import StoreClock, SystemChance
from server.rooms.ports import StoreUnavailable
from tests.support.plain_threads import PlainThreads


@dataclass
class TwoClocks:
    """This machine's clock and the store's, which is ahead of it; each question takes a while."""

    local: int = 1_000_000
    ahead: int = 5_000
    trips: list[int] = field(default_factory=lambda: [10, 10, 10, 10, 10])

    def read_local(self) -> int:
        """This machine's."""
        return self.local

    def read_store(self) -> int:
        """The store's, read half-way through the trip."""
        trip = self.trips.pop(0)
        self.local += trip
        return self.local - trip // 2 + self.ahead


def clock_on(clocks: TwoClocks) -> StoreClock:
    """A clock that was measured once."""
    clock = StoreClock(clocks.read_store, clocks.read_local)
    clock.measure()
    return clock


def test_it_tells_the_stores_time_without_asking_again() -> None:
    clocks = TwoClocks()
    clock = clock_on(clocks)
    clocks.local += 60_000
    assert clocks.trips == []
    assert clock.now() == clocks.local + 5_000


def test_one_slow_question_does_not_bend_it() -> None:
    clocks = TwoClocks(trips=[2_000, 2, 900, 4, 1_500])
    assert clock_on(clocks).now() == clocks.local + 5_000


def test_a_small_correction_back_is_waited_out() -> None:
    clocks = TwoClocks(trips=[10] * 10)
    clock = clock_on(clocks)
    before = clock.now()
    clocks.ahead -= 500
    clock.measure()
    assert clock.now() == before
    clocks.local += 1_000
    assert clock.now() == clocks.local + 4_500


def test_a_large_correction_back_is_taken_at_once() -> None:
    clocks = TwoClocks(trips=[10] * 10)
    clock = clock_on(clocks)
    clock.now()
    clocks.ahead -= 3_600_000
    clock.measure()
    assert clock.now() == clocks.local + 5_000 - 3_600_000


def test_a_store_that_is_away_leaves_the_offset_as_it_was() -> None:
    clocks = TwoClocks()
    clock = clock_on(clocks)

    def away() -> int:
        raise StoreUnavailable

    clock._read_store = away
    with pytest.raises(StoreUnavailable):
        clock.measure()
    assert clock.now() == clocks.local + 5_000


def test_keeping_in_step_ends_when_it_is_told_to() -> None:
    threads = PlainThreads()
    clock_on(TwoClocks()).keep_in_step(threads)()
    threads.join()


def test_a_pin_has_six_digits_and_ids_are_long_and_different() -> None:
    chance = SystemChance()
    pins = {chance.pin() for _ in range(200)}
    assert all(len(pin) == 6 and pin.isdigit() and pin[0] != "0" for pin in pins)
    assert len(pins) > 190
    assert len({chance.room_id() for _ in range(200)}) == 200
    assert len(chance.room_id()) >= 24
    assert len(chance.secret()) >= 32


def test_a_sample_has_no_twins_and_never_more_than_there_is() -> None:
    chance = SystemChance()
    assert sorted(chance.sample(["a", "b", "c"], 5)) == ["a", "b", "c"]
    assert len(set(chance.sample([str(number) for number in range(100)], 3))) == 3
