"""How students behave in a round: when they answer, whether at all, and how often their line breaks."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

LONG_ROUND_SECONDS = 40.0
"""How long a round without a deadline seems to a student."""
BURST_AFTER_SECONDS = 1.0
BURST_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class Habits:
    """Shares (0..1) of students or rounds, but for the two of the thinking time.

    Thinking is lognormal with its median at `median_share` of the round; besides, `last_second` and `last_moment` of
    the class answer just before the end. `is_burst`: all answer within 200 ms, once. `stands_by_it`: who answered, and
    says nothing more in a second vote.
    """

    answers: float = 0.9
    stands_by_it: float = 0.15
    changes: float = 0.15
    breaks_off: float = 0.06
    loses_ack: float = 0.03
    median_share: float = 0.45
    spread: float = 0.45
    last_second: float = 0.1
    last_moment: float = 0.05
    is_burst: bool = False

    def moments(self, dice: Random, limit_seconds: float | None) -> Sequence[float]:
        """When somebody answers and, perhaps, changes the answer: seconds since the card opened. Empty: never."""
        if self.is_burst:
            return [BURST_AFTER_SECONDS + dice.uniform(0, BURST_SECONDS)]
        if dice.random() >= self.answers:
            return []
        limit = LONG_ROUND_SECONDS if limit_seconds is None else limit_seconds
        first = self._first(dice, limit)
        if dice.random() >= self.changes:
            return [first]
        return [first, first + dice.uniform(0.05, 1.0) * max(0.2, limit - first)]

    def is_silent_now(self, dice: Random, has_answered: bool) -> bool:
        """Whether a student lets the first answer stand, in the second vote on a card."""
        return has_answered and not self.is_burst and dice.random() < self.stands_by_it

    def _first(self, dice: Random, limit: float) -> float:
        kind = dice.random()
        if kind < self.last_moment:
            return max(0.0, limit - dice.uniform(0.02, 0.2))
        if kind < self.last_moment + self.last_second:
            return max(0.0, limit - dice.uniform(0.2, 1.0))
        thought = limit * self.median_share * math.exp(dice.gauss(0, self.spread))
        return min(max(thought, 0.3), max(0.3, limit - 0.05))
