"""How much one seat may send: a person's pace passes, a flood does not. The clock comes in with each question."""

from collections.abc import Hashable

from server.rules.ids import ServerMillis

PER_SECOND = 10.0
BURST = 20.0
BUCKETS_FEW = 512
"""From this many on, and then whenever they have doubled, those that have filled up again are forgotten: a full bucket
is as good as a new one. So a server keeps as many as there are people now, not as there were in its life."""


class TokenBucket:
    """Holds at most `burst` tokens and gains `per_second`; it begins full."""

    __slots__ = ("_at", "_burst", "_per_second", "_tokens")

    def __init__(self, now: ServerMillis, per_second: float = PER_SECOND, burst: float = BURST) -> None:
        self._per_second = per_second
        self._burst = burst
        self._tokens = burst
        self._at = now

    def take(self, now: ServerMillis) -> bool:
        """Takes one token; False when there is none."""
        self._gain(now)
        if self._tokens < 1:
            return False
        self._tokens -= 1
        return True

    def give_back(self, now: ServerMillis) -> None:
        """One token was not needed after all."""
        self._gain(now)
        self._tokens = min(self._burst, self._tokens + 1)

    def is_full(self, now: ServerMillis) -> bool:
        """Whether nothing is owed any more."""
        self._gain(now)
        return self._tokens >= self._burst

    def _gain(self, now: ServerMillis) -> None:
        if now > self._at:  # a clock may be set back
            tokens = self._tokens + (now - self._at) * self._per_second / 1000
            self._tokens = tokens if tokens < self._burst else self._burst
        self._at = now


class TokenBuckets:
    """One bucket per key: a seat, so that a new connection is not a new bucket."""

    def __init__(self, per_second: float = PER_SECOND, burst: float = BURST) -> None:
        self._per_second = per_second
        self._burst = burst
        self._buckets: dict[Hashable, TokenBucket] = {}
        self._look_at = BUCKETS_FEW

    def take(self, key: Hashable, now: ServerMillis) -> bool:
        """Takes one token from the key's bucket; False when there is none."""
        bucket = self._buckets.get(key)
        if bucket is None:
            if len(self._buckets) >= self._look_at:
                self._forget_full(now)
            bucket = self._buckets[key] = TokenBucket(now, self._per_second, self._burst)
        return bucket.take(now)

    def give_back(self, key: Hashable, now: ServerMillis) -> None:
        """One token of the key's bucket was not needed after all."""
        bucket = self._buckets.get(key)
        if bucket is not None:
            bucket.give_back(now)

    def _forget_full(self, now: ServerMillis) -> None:
        self._buckets = {key: bucket for key, bucket in self._buckets.items() if not bucket.is_full(now)}
        self._look_at = max(BUCKETS_FEW, 2 * len(self._buckets))
