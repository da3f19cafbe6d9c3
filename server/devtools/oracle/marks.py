"""What an answer is worth, worked out from the words of the subject brief and of nothing else.

Per axis: an accepted option earns its own share. A step beside an accepted one earns the axis's part mark (half a point
on the pyramid, a quarter on the trust stair), but nothing across a wall: whether somebody has bought is a fact. Other
picks earn nothing. With the room's speed bonus on, a clear card with a deadline adds up to half a point per point
earned, in proportion to the fair time left. All in whole thousandths of a point.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from server.devtools.oracle.quiz import QuizAxis, QuizCard

POINT = 1000
BONUS = 500
NETWORK_ALLOWANCE_MILLIS = 300
GRACE_MILLIS = 750


def share_of(axis: QuizAxis, accepted: Mapping[str, float], pick: str | None) -> float:
    """The share (0..1) that a pick earns; None: the axis was left open."""
    if pick is None:
        return 0.0
    if pick in accepted:
        return accepted[pick]
    if axis.neighbour is None or pick not in axis.options:
        return 0.0
    place = axis.options.index(pick)
    beside = set(axis.options[max(0, place - 1) : place] + axis.options[place + 1 : place + 2])
    near = [right for right in accepted if right in beside and frozenset((pick, right)) not in axis.walls]
    return max((axis.neighbour * accepted[right] for right in near), default=0.0)


def points_of(
    card: QuizCard, axes: Sequence[QuizAxis], answer: Mapping[str, Any], limit_millis: int | None, speed_bonus: bool
) -> int:
    """The thousandths that an answer earns on a card asked along these axes.

    `answer` has `picks` and `thinking_millis`; `limit_millis` is the length of the round, None without a deadline.
    """
    shares = [share_of(axis, card.accepted[axis.id], answer["picks"].get(axis.id)) for axis in axes]
    earned = sum(round(POINT * share) for share in shares)
    if speed_bonus and limit_millis and not card.is_contested:
        left = max(0.0, 1 - answer["thinking_millis"] / limit_millis)
        earned += round(BONUS * sum(shares) * left)
    return earned


def fair_millis(claimed: int, arrived_after: int) -> int:
    """How long somebody thought: what the phone says, never more than the server saw, never less by the allowance."""
    seen = max(0, arrived_after)
    return min(seen, max(claimed, seen - NETWORK_ALLOWANCE_MILLIS, 0))
