"""How an answer is marked: part marks by domain rules, and the optional bonus for fair time.

Edition 1. A room remembers the edition it was played under (RoomOpened.rules), so that an old log folds to the
points it had.
"""

from collections.abc import Mapping

from server.rules.cards import AxisKind, Card, CardStatus, Deck
from server.rules.ids import AxisId, MilliPoints, PlayerId
from server.rules.marking import share
from server.rules.room import Answer, Round, Score

POINT = 1000
"""One point, in thousandths: what an axis earns at best without a bonus."""
BONUS_MOST = 500
"""What fair time adds to a right axis at best, in thousandths."""
NETWORK_ALLOWANCE_MILLIS = 300
"""How much of the time that the server saw a phone may put down to the network; a phone that lies gains no more."""


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


def score_answer(deck: Deck, card: Card, asked: Round, player: PlayerId, answer: Answer, speed_bonus: bool) -> Score:
    """What one answer earns on one card. An open answer earns what its group was marked with, and never for speed."""
    by_axis: dict[AxisId, MilliPoints] = {}
    total_share = 0.0
    for axis_id in asked.axes:
        axis, pick = deck.axis(axis_id), answer.picks.get(axis_id)
        if axis.kind is AxisKind.OPEN:
            by_axis[axis_id] = MilliPoints(round(POINT * (asked.mark_of(axis_id, player) or 0.0)))
            continue
        earned = share(axis, card.keys[axis_id], pick) if pick is not None else 0.0
        by_axis[axis_id] = MilliPoints(round(POINT * earned))
        total_share += earned
    bonus = 0
    limit = limit_millis(asked)
    if limit and bonus_counts(card, asked, speed_bonus):
        time_left = max(0.0, 1 - answer.thinking_millis / limit)
        bonus = round(BONUS_MOST * total_share * time_left)
    return Score(by_axis, MilliPoints(bonus))


def most_points(deck: Deck, card: Card, asked: Round, speed_bonus: bool) -> MilliPoints:
    """What the best answer at once would earn on a card."""
    timed = sum(deck.axis(axis_id).kind is not AxisKind.OPEN for axis_id in asked.axes)
    bonus = BONUS_MOST * timed if bonus_counts(card, asked, speed_bonus) else 0
    return MilliPoints(POINT * len(asked.axes) + bonus)


def mean_share(deck: Deck, asked: Round, scores: Mapping[PlayerId, Score]) -> float | None:
    """The mean share (0..1) over axes and players of a scored round, without bonus; None when nothing is marked.

    Open answers count once the host has marked them: until then they are neither right nor wrong.
    """
    open_axes = {axis for axis in asked.axes if deck.axis(axis).kind is AxisKind.OPEN}
    marks = [
        points
        for player, score in scores.items()
        for axis, points in score.by_axis.items()
        if axis not in open_axes or asked.mark_of(axis, player) is not None
    ]
    return sum(marks) / (POINT * len(marks)) if marks else None
