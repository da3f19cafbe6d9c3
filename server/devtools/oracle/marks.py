"""What an answer is worth, worked out from the words of the subject brief and of nothing else.

The shares of shares.py make points; what words are worth the host says. With the room's speed bonus on, a clear card
with a deadline adds up to half a point per point earned, in proportion to the fair time left; words earn none. All in
whole thousandths of a point.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from server.devtools.oracle.quiz import QuizAxis, QuizCard
from server.devtools.oracle.shares import share_of

POINT = 1000
BONUS = 500
NETWORK_ALLOWANCE_MILLIS = 300
GRACE_MILLIS = 750

NO_MARKS: Mapping[str, float] = {}


def points_of(
    card: QuizCard,
    axes: Sequence[QuizAxis],
    answer: Mapping[str, Any],
    limit_millis: int | None,
    speed_bonus: bool,
    marks: Mapping[str, float] = NO_MARKS,
) -> int:
    """The thousandths that an answer earns on a card asked along these axes.

    `answer` has `picks` and `thinking_millis`; `limit_millis` is the length of the round, None without a deadline;
    `marks` are the shares that the host gave for this player's words, by axis.
    """
    picked = [axis for axis in axes if axis.kind != "open"]
    shares = [share_of(axis, card.keys[axis.id], answer["picks"].get(axis.id)) for axis in picked]
    said = [marks.get(axis.id, 0.0) for axis in axes if axis.kind == "open"]
    earned = sum(round(POINT * share) for share in [*shares, *said])
    if speed_bonus and limit_millis and not card.is_contested:
        left = max(0.0, 1 - answer["thinking_millis"] / limit_millis)
        earned += round(BONUS * sum(shares) * left)
    return earned


def fair_millis(claimed: int, arrived_after: int) -> int:
    """How long somebody thought: what the phone says, never more than the server saw, never less by the allowance."""
    seen = max(0, arrived_after)
    return min(seen, max(claimed, seen - NETWORK_ALLOWANCE_MILLIS, 0))
