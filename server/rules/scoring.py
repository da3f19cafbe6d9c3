"""How an answer is marked: part marks by domain rules, what confidence makes of them, and the bonus for fair time.

Edition 1. A room remembers the edition it was played under (RoomOpened.rules), so that an old log folds to the
points it had.
"""

from collections.abc import Callable, Mapping
from typing import cast

from server.rules.allowances import own_limit
from server.rules.cards import Axis, AxisKind, Card, CardStatus, Deck, Key
from server.rules.ids import AxisId, MilliPoints, OptionId, PlayerId
from server.rules.marking import share
from server.rules.picks import Confidence, Pick
from server.rules.room import Answer, Round, Score, Seat
from server.rules.settings import CountingVote
from server.rules.time_limits import limit_millis, own_limit_millis

POINT = 1000
"""One point, in thousandths: what an axis earns at best without a bonus."""
BONUS_MOST = 500
"""What fair time adds to a right axis at best, in thousandths."""
NETWORK_ALLOWANCE_MILLIS = 300
"""How much of the time that the server saw a phone may put down to the network; a phone that lies gains no more."""


GAIN: Mapping[Confidence, int] = {Confidence.GUESS: 1, Confidence.FAIRLY_SURE: 2, Confidence.CERTAIN: 3}
LOSS: Mapping[Confidence, int] = {Confidence.GUESS: 0, Confidence.FAIRLY_SURE: -1, Confidence.CERTAIN: -3}
"""Points for a right and for a wrong pick. Milder than Gardner-Medwin's marks for practice (0, -2, -6): being fairly
sure pays from half right on, being certain from two thirds. Honest certainty earns the most in the long run."""


def fair_thinking_millis(claimed: int, seen_by_server: int) -> int:
    """How long a player thought: the phone's claim, bounded by what the server saw minus the network allowance.

    Both in milliseconds since the round opened, for the phone on its own screen, for the server at arrival.
    """
    least = max(0, seen_by_server - NETWORK_ALLOWANCE_MILLIS)
    return max(least, min(claimed, max(0, seen_by_server)))


def counted_answer(asked: Round, player: PlayerId) -> Answer | None:
    """The answer that earns the points: of two votes the one that the room counts, else what there is."""
    if asked.first_answers is not None and asked.settings.counting_vote is CountingVote.FIRST:
        return asked.first_answers.get(player) or asked.answers.get(player)
    return asked.answers.get(player)


def bonus_counts(card: Card, asked: Round) -> bool:
    """Whether fair time is worth anything: with the setting on, a deadline, no contest, and no talk before it."""
    talked = asked.first_answers is not None and asked.settings.counting_vote is CountingVote.SECOND
    is_clear = card.status is CardStatus.CLEAR
    return asked.settings.speed_bonus and is_clear and limit_millis(asked) is not None and not talked


def is_right(axis: Axis, key: Key, pick: Pick) -> bool:
    """Whatever can be defended is right, also where the experts gave it less than the whole point."""
    return is_accepted(key, pick) or share(axis, key, pick) >= 1


def judge(axis: Axis, key: Key) -> Callable[[Pick], bool]:
    """`is_right` for the picks of a whole class on one axis: each option is looked up once."""
    known: dict[OptionId, bool] = {}

    def right(pick: Pick) -> bool:
        if not isinstance(pick, str):
            return is_right(axis, key, pick)
        if pick not in known:
            known[pick] = is_right(axis, key, pick)
        return known[pick]

    return right


def is_accepted(key: Key, pick: Pick) -> bool:
    """Whether the card's key names this one option, whatever it is worth."""
    return isinstance(pick, str) and pick in key.accept


def share_said(deck: Deck, card: Card, asked: Round, player: PlayerId, axis_id: AxisId, pick: Pick) -> float | None:
    """How right (0..1) a pick is: an open answer as its group was marked, None until then."""
    axis = deck.axis(axis_id)
    if axis.kind is AxisKind.OPEN:
        return asked.mark_of(axis_id, player)
    return share(axis, card.keys[axis_id], pick)


def points_for(axis: Axis, key: Key, pick: Pick, earned: float, confidence: Confidence | None) -> MilliPoints:
    """What a pick earns that is right by `earned` (0..1): s of the gain and the rest of the loss of its confidence.

    `confidence` None: one point, and nothing to lose. Who said something that can be defended loses nothing.
    """
    if confidence is None or axis.kind is AxisKind.OPEN:
        return MilliPoints(round(POINT * earned))
    loss = 0 if is_accepted(key, pick) else LOSS[confidence]
    return MilliPoints(round(POINT * (earned * GAIN[confidence] + (1 - earned) * loss)))


class CardScores:
    """Scores the answers to one card: what holds for all of them, and what an option earns, is worked out once."""

    def __init__(self, deck: Deck, card: Card, asked: Round) -> None:
        self._deck, self._card, self._asked = deck, card, asked
        self._axes = [(deck.axis(axis_id), card.keys[axis_id]) for axis_id in asked.axes]
        self._has_bonus = bonus_counts(card, asked)
        self._known: dict[tuple[AxisId, OptionId, Confidence | None], tuple[float, MilliPoints]] = {}

    def of(self, seat: Seat, answer: Answer) -> Score:
        """What one answer earns. An open answer earns what its group was marked with, and never for speed.

        Where confidence is asked, picks without one count as a guess.
        """
        by_axis: dict[AxisId, MilliPoints] = {}
        shares: dict[AxisId, float] = {}
        timed = 0.0
        confidence = (answer.confidence or Confidence.GUESS) if self._asked.settings.asks_confidence else None
        for axis, key in self._axes:
            earned, by_axis[axis.id] = self._earned(axis, key, answer.picks.get(axis.id), seat.player, confidence)
            if earned is not None:
                shares[axis.id] = earned
                timed += earned if axis.kind is not AxisKind.OPEN else 0.0
        return Score(by_axis, self._bonus(seat, answer, timed), shares)

    def _earned(
        self, axis: Axis, key: Key, pick: Pick | None, player: PlayerId, confidence: Confidence | None
    ) -> tuple[float | None, MilliPoints]:
        """The share (0..1; None: not marked yet) and the points of what somebody said on an axis, or did not."""
        if pick is None:
            return 0.0, MilliPoints(0)
        is_option = isinstance(pick, str) and axis.kind is not AxisKind.OPEN
        if is_option and (known := self._known.get((axis.id, cast("OptionId", pick), confidence))):
            return known
        earned = share_said(self._deck, self._card, self._asked, player, axis.id, pick)
        points = points_for(axis, key, pick, earned or 0.0, confidence)
        if is_option and earned is not None:
            self._known[axis.id, cast("OptionId", pick), confidence] = earned, points
        return earned, points

    def _bonus(self, seat: Seat, answer: Answer, timed: float) -> MilliPoints:
        limit = _bonus_limit(self._asked, seat, answer) if self._has_bonus else None
        if not limit:
            return MilliPoints(0)
        return MilliPoints(round(BONUS_MOST * timed * max(0.0, 1 - answer.thinking_millis / limit)))


def score_answer(deck: Deck, card: Card, asked: Round, seat: Seat, answer: Answer) -> Score:
    """What one answer earns on one card; for those of a whole class: CardScores."""
    return CardScores(deck, card, asked).of(seat, answer)


def _bonus_limit(asked: Round, seat: Seat, answer: Answer) -> int | None:
    """What fair time is measured by: the vote in which the answer was given. After a talk time is worth nothing."""
    if asked.first_answers is None:
        return own_limit_millis(asked, seat)
    return own_limit(asked.first_limit_millis, seat.allowance) if answer.vote == 1 else None


def most_points(deck: Deck, card: Card, asked: Round) -> MilliPoints:
    """What the best answer at once would earn on a card."""
    timed = sum(deck.axis(axis_id).kind is not AxisKind.OPEN for axis_id in asked.axes)
    best = GAIN[Confidence.CERTAIN] if asked.settings.asks_confidence else 1
    bonus = BONUS_MOST * timed if bonus_counts(card, asked) else 0
    return MilliPoints(POINT * (best * timed + len(asked.axes) - timed) + bonus)


def mean_share(scores: Mapping[PlayerId, Score]) -> float | None:
    """The mean share (0..1) over axes and players of a scored round; None when nothing is marked.

    Open answers count once the host has marked them: until then they are neither right nor wrong.
    """
    shares = [earned for score in scores.values() for earned in score.shares.values()]
    return sum(shares) / len(shares) if shares else None
