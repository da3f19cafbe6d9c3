"""What everybody knew apart from one card or one axis: the rest score, against which that one is held.

Counted are picks of the first vote that somebody could judge, on axes with one right answer: talk levels what people
know, and on a contested axis knowing more does not show. An item must not be held against itself, so its own share is
taken out (the corrected item-rest correlation; domain.md, section 6, "Difficulty and discrimination").
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from server.review.pace import Rest, at_once, paced
from server.review.sitting import SAID_AT_ONCE, SaidPick, Sitting
from server.rules.cards import AxisKind
from server.rules.ids import AxisId, CardId, PlayerId

SAME_FROM = 9
"""Decimals in which two rest scores are compared: beyond them it is the order of adding that differs, not people."""


class RestScores:
    """The first vote, by card and axis, and each person's mean share (0..1) over all of it but a part."""

    def __init__(self, sitting: Sitting, pause: Rest = at_once) -> None:
        self.contested = frozenset(
            (asked.card.id, axis)
            for asked in sitting.cards
            for axis in asked.asked.axes
            if asked.card.keys[axis].is_contested_on(sitting.room.deck.axis(axis))
        )
        self._words = frozenset(axis.id for axis in sitting.room.deck.axes if axis.kind is AxisKind.OPEN)
        self._said: dict[tuple[CardId, AxisId], list[SaidPick]] = defaultdict(list)
        self._sums: dict[PlayerId, float] = defaultdict(float)
        self._counts: dict[PlayerId, int] = defaultdict(int)
        for one in paced(sitting.said, pause, SAID_AT_ONCE):
            if one.vote == 1:
                self._said[one.card, one.axis].append(one)
                if self.counts(one):
                    self._sums[one.player] += one.share or 0.0
                    self._counts[one.player] += 1

    def said_on(self, card: CardId, axis: AxisId) -> list[SaidPick]:
        """The picks of the first vote on an axis of a card, in order of arrival."""
        return self._said[card, axis]

    def counts(self, one: SaidPick) -> bool:
        """Whether a pick of the first vote tells what its player knows."""
        return one.share is not None and (one.card, one.axis) not in self.contested

    def is_staked(self, one: SaidPick) -> bool:
        """Whether a confidence stood on it: all that counts but words, on which nothing can be lost."""
        return self.counts(one) and one.axis not in self._words

    def without(self, left_out: Iterable[SaidPick]) -> Mapping[PlayerId, float]:
        """The rest scores without some picks; of those who said nothing else there is none."""
        sums, counts = dict(self._sums), dict(self._counts)
        for one in left_out:
            if self.counts(one):
                sums[one.player] -= one.share or 0.0
                counts[one.player] -= 1
        return {player: round(sums[player] / count, SAME_FROM) for player, count in counts.items() if count}
