"""How an answer is marked: part marks by domain rules, and the optional bonus for fair time.

Edition 1. A room remembers the edition it was played under (RoomOpened.rules), so that an old log folds to the
points it had.
"""

from collections.abc import Mapping

from server.rules.cards import Axis, AxisKind, Card, CardStatus, Deck, Key
from server.rules.ids import AxisId, MilliPoints, OptionId, PlayerId
from server.rules.room import Answer, Round, Score

POINT = 1000
"""One point, in thousandths: what an axis earns at best without a bonus."""
BONUS_MOST = 500
"""What fair time adds to a right axis at best, in thousandths."""
NETWORK_ALLOWANCE_MILLIS = 300
"""How much of the time that the server saw a phone may put down to the network; a phone that lies gains no more."""


def share(axis: Axis, key: Key, pick: OptionId) -> float:
    """The share (0..1) of the point that a pick earns on an axis.

    An accepted option earns its own share. On an ordinal axis the step beside an accepted one earns the axis's part
    mark, unless a fact lies between the two. Raises KeyError for an option of another axis.
    """
    place = axis.position(pick)
    if pick in key.accept:
        return key.accept[pick]
    if axis.kind is not AxisKind.ORDINAL or axis.part_marks is None:
        return 0.0
    marks = axis.part_marks
    return max(
        (
            marks.neighbour * worth
            for accepted, worth in key.accept.items()
            if abs(axis.position(accepted) - place) == 1
            and not any({pick, accepted} == set(pair) for pair in marks.no_credit_across)
        ),
        default=0.0,
    )


def fair_thinking_millis(claimed: int, seen_by_server: int) -> int:
    """How long a player thought: the phone's claim, bounded by what the server saw minus the network allowance.

    Both in milliseconds since the round opened, for the phone on its own screen, for the server at arrival.
    """
    least = max(0, seen_by_server - NETWORK_ALLOWANCE_MILLIS)
    return max(least, min(claimed, max(0, seen_by_server)))


def limit_millis(asked: Round) -> int | None:
    """The time that a round gave, in milliseconds; None without a deadline or before it opened."""
    if asked.opened_at is None or asked.closes_at is None:
        return None
    return asked.closes_at - asked.opened_at


def bonus_counts(card: Card, asked: Round, speed_bonus: bool) -> bool:
    """Whether fair time is worth anything: only with the setting on, a deadline, and a card that is not contested."""
    return speed_bonus and card.status is CardStatus.CLEAR and limit_millis(asked) is not None


def score_answer(deck: Deck, card: Card, asked: Round, answer: Answer, speed_bonus: bool) -> Score:
    """What one answer earns on one card."""
    by_axis: dict[AxisId, MilliPoints] = {}
    total_share = 0.0
    for axis_id in asked.axes:
        pick = answer.picks.get(axis_id)
        earned = share(deck.axis(axis_id), card.keys[axis_id], pick) if pick is not None else 0.0
        by_axis[axis_id] = MilliPoints(round(POINT * earned))
        total_share += earned
    bonus = 0
    limit = limit_millis(asked)
    if limit and bonus_counts(card, asked, speed_bonus):
        time_left = max(0.0, 1 - answer.thinking_millis / limit)
        bonus = round(BONUS_MOST * total_share * time_left)
    return Score(by_axis, MilliPoints(bonus))


def most_points(card: Card, asked: Round, speed_bonus: bool) -> MilliPoints:
    """What the best answer at once would earn on a card."""
    per_axis = POINT + (BONUS_MOST if bonus_counts(card, asked, speed_bonus) else 0)
    return MilliPoints(per_axis * len(asked.axes))


def mean_share(scores: Mapping[PlayerId, Score]) -> float | None:
    """The mean share (0..1) over axes and players of a scored round, without bonus; None when nobody answered."""
    marks = [points for score in scores.values() for points in score.by_axis.values()]
    return sum(marks) / (POINT * len(marks)) if marks else None
