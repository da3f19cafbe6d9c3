"""A seat's pace: bursts pass, floods do not."""

from server.rooms.token_bucket import BUCKETS_FEW, TokenBucket, TokenBuckets
from server.rules.ids import ServerMillis

NOON = ServerMillis(1_700_000_000_000)


def later(millis: int) -> ServerMillis:
    return ServerMillis(NOON + millis)


def test_a_burst_of_twenty_passes_and_the_next_is_refused() -> None:
    bucket = TokenBucket(NOON)
    assert [bucket.take(NOON) for _ in range(21)] == [True] * 20 + [False]


def test_ten_a_second_come_back() -> None:
    bucket = TokenBucket(NOON)
    for _ in range(20):
        bucket.take(NOON)
    assert not bucket.take(later(90))
    assert bucket.take(later(100))
    assert not bucket.take(later(100))


def test_a_long_pause_gives_no_more_than_a_burst() -> None:
    bucket = TokenBucket(NOON)
    taken = [bucket.take(later(3_600_000)) for _ in range(21)]
    assert taken.count(True) == 20


def test_a_clock_that_steps_back_gives_and_takes_nothing() -> None:
    bucket = TokenBucket(NOON, per_second=10, burst=1)
    assert bucket.take(NOON)
    assert not bucket.take(later(-60_000))
    assert bucket.take(later(-60_000 + 100))


def test_each_seat_has_its_own_bucket() -> None:
    buckets = TokenBuckets(per_second=1, burst=1)
    assert buckets.take("noor", NOON)
    assert not buckets.take("noor", NOON)
    assert buckets.take("sem", NOON)


def test_buckets_that_filled_up_again_are_forgotten_but_a_flooding_seat_is_not() -> None:
    buckets = TokenBuckets(per_second=1, burst=1)
    for seat in range(BUCKETS_FEW - 1):
        buckets.take(seat, NOON)
    buckets.take("flood", later(1_000))
    assert buckets.take("newcomer", later(1_000))
    assert not buckets.take("flood", later(1_000))
    assert len(buckets._buckets) == 2


def test_a_semester_of_classes_leaves_no_more_buckets_than_one_hour() -> None:
    buckets = TokenBuckets()
    for hour in range(100):
        for student in range(120):
            assert buckets.take((hour, student), later(hour * 3_600_000))
    assert len(buckets._buckets) <= BUCKETS_FEW + 120


def test_a_hall_larger_than_that_is_looked_through_only_when_it_has_doubled() -> None:
    buckets = TokenBuckets(per_second=1, burst=1)
    for seat in range(4_000):
        assert buckets.take(seat, NOON)
    assert not buckets.take(0, NOON)
    assert buckets._look_at == 4096
