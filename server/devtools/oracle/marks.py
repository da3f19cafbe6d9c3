"""What an answer is worth, worked out from the words of the subject brief and of nothing else.

The shares of shares.py make points; what words are worth the host says. Where the card asks for confidence, certainty
wins more and loses more (no confidence is a guess); what can be defended on a contested card loses nothing, and nobody
loses by words or by leaving an axis open. With the room's speed bonus on, a clear card with a deadline adds up to half
a point per share earned, in proportion to the fair time left; words earn none. All in whole thousandths of a point.
"""

from collections.abc import Mapping, Sequence

from server.devtools.oracle.quiz import QuizAxis, QuizCard
from server.devtools.oracle.rounds import Counted
from server.devtools.oracle.shares import share_of

POINT = 1000
BONUS = 500
NETWORK_ALLOWANCE_MILLIS = 300
GRACE_MILLIS = 750

LIVE_TABLE: Mapping[str, tuple[int, int]] = {"guess": (1, 0), "fairly_sure": (2, -1), "certain": (3, -3)}
"""What is gained where a pick is right, and lost where it is wrong, in points."""


def points_of(card: QuizCard, axes: Sequence[QuizAxis], answer: Counted) -> int:
    """The thousandths that an answer earns on a card asked along these axes."""
    earned, timed = 0, 0.0
    for axis in axes:
        if axis.kind == "open":
            earned += round(POINT * answer.marks.get(axis.id, 0.0))
            continue
        pick = answer.picks.get(axis.id)
        if pick is not None:
            share = share_of(axis, card.keys[axis.id], pick)
            timed += share
            is_defensible = isinstance(pick, str) and pick in card.keys[axis.id].accepted
            earned += round(POINT * _worth(share, answer.confidence, is_defensible))
    if answer.limit_millis and not card.is_contested:
        left = max(0.0, 1 - answer.thinking_millis / answer.limit_millis)
        earned += round(BONUS * timed * left)
    return earned


def _worth(share: float, confidence: str | None, is_defensible: bool) -> float:
    """Points for a pick that is right by a share: as much of the gain, and the rest of the loss."""
    if confidence is None:
        return share
    gain, loss = LIVE_TABLE[confidence]
    return share * gain + (1 - share) * (0 if is_defensible else loss)


def fair_millis(claimed: int, arrived_after: int) -> int:
    """How long somebody thought: what the phone says, never more than the server saw, never less by the allowance."""
    seen = max(0, arrived_after)
    return min(seen, max(claimed, seen - NETWORK_ALLOWANCE_MILLIS, 0))
