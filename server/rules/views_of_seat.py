"""What one phone alone knows."""

from collections.abc import Sequence
from typing import NamedTuple

from server.rules.allowances import Allowance
from server.rules.callers import Caller
from server.rules.cards import Axis, AxisKind, Card, Key
from server.rules.ids import AxisId, MilliPoints, PlayerId, ServerMillis
from server.rules.phases import ROUND_PHASES, Phase
from server.rules.picks import Pick
from server.rules.room import Answer, Room, Round, Score, Seat
from server.rules.scoring import counted_answer, is_accepted, most_points
from server.rules.standings import Standings
from server.rules.time_limits import own_closes_at, own_limit_millis
from server.rules.view_types import (
    AnswerView,
    AxisResult,
    OwnTime,
    ResultView,
    SeatView,
    Verdict,
)


class SeatViews:
    """The seat views of one room at one version: what they share is worked out once."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self._places = Standings.of(room) if room.settings.shows_standings else Standings((), {}, {})
        self._judged = room.judged_rounds
        self._revealed = _revealed_round(room)
        self._most = _most_on(room, self._revealed) if self._revealed else MilliPoints(0)
        self._known: dict[tuple[object, ...], AxisResult] = {}
        self._results: dict[tuple[object, ...], ResultView] = {}
        self._answered = room.round_on_screen if room.phase in ROUND_PHASES else None
        self._came_in_at = tuple(room.card_number_after(rounds) for rounds in range(len(room.rounds) + 1))

    def of(self, player: PlayerId, now: ServerMillis) -> SeatView | None:
        """What one phone alone knows; None when the player has no seat and asked for none."""
        room, places = self.room, self._places
        seat = room.seats.get(player)
        if seat is None:
            caller = room.callers.get(player)
            return None if caller is None else _caller_view(room, caller, now)
        return SeatView(
            version=room.version,
            server_now=now,
            player=player,
            name=seat.name,
            is_removed=seat.is_removed,
            door=None,
            came_in_at_card=self._came_in_at[min(seat.joined_at_card, len(room.rounds))],
            answer=_answer_view(self._answered, player),
            points=room.points.get(player, MilliPoints(0)),
            rank=places.rank_of.get(player),
            previous_rank=places.previous_rank_of.get(player),
            ranked=len(places.rows),
            team=seat.team,
            streak=_streak(self._judged, player),
            own_time=_own_time(room, seat),
            result=self._result_view(player),
        )

    def _result_view(self, player: PlayerId) -> ResultView | None:
        """A player's own result, from the reveal until the next card comes up."""
        if self._revealed is None:
            return None
        as_others = _as_others(self._revealed, player)
        result = self._results.get(as_others) if as_others else None
        if result is None:
            result = result_on(self.room, self._revealed, player, self._most, self._known)
            if as_others is not None:
                self._results[as_others] = result
        return result


def _as_others(asked: Round, player: PlayerId) -> tuple[object, ...] | None:
    """All that a result is made of: a class of hundreds says the same few things. None where that is not so."""
    last, first = asked.answers.get(player), (asked.first_answers or {}).get(player)
    if last is None or first is not None or not all(isinstance(pick, str) for pick in last.picks.values()):
        return None
    score = (asked.scores or {}).get(player)
    earned = score and (score.bonus, *score.by_axis.values(), *score.shares.values())
    return (last.vote, last.confidence, *last.picks.items(), earned)


def _caller_view(room: Room, caller: Caller, now: ServerMillis) -> SeatView:
    """What somebody knows who has no seat yet, or will have none: nothing but that."""
    return SeatView(
        version=room.version,
        server_now=now,
        player=caller.player,
        name=caller.name,
        is_removed=False,
        door=caller.state,
        came_in_at_card=0,
        answer=None,
        points=MilliPoints(0),
        rank=None,
        previous_rank=None,
        ranked=0,
        team=None,
        streak=0,
        own_time=None,
        result=None,
    )


def seat_view(room: Room, player: PlayerId, now: ServerMillis) -> SeatView | None:
    """What one phone alone knows; None when the player has no seat. For many of one room: SeatViews."""
    return SeatViews(room).of(player, now)


def _answer_view(asked: Round | None, player: PlayerId) -> AnswerView | None:
    answer = asked.answers.get(player) if asked else None
    if asked is None or answer is None:
        return None
    return AnswerView(asked.card, dict(answer.picks), answer.at, answer.vote, answer.confidence)


def _revealed_round(room: Room) -> Round | None:
    asked = room.round_on_screen
    if asked is None or asked.scores is None or room.phase not in {Phase.REVEAL, Phase.LEADERBOARD}:
        return None
    return asked


def _most_on(room: Room, asked: Round) -> MilliPoints:
    card = room.card_of(asked.card)
    return MilliPoints(0) if room.is_trial_card(card.id) else most_points(room.deck, card, asked)


def result_on(
    room: Room,
    asked: Round,
    player: PlayerId,
    most: MilliPoints | None = None,
    known: dict[tuple[object, ...], AxisResult] | None = None,
) -> ResultView:
    """What somebody earned on a card that was revealed, and by which picks.

    For a whole class: `most` is what it could be, `known` what was found for others who said the same.
    """
    card = room.card_of(asked.card)
    score, counted = (asked.scores or {}).get(player), counted_answer(asked, player)
    says = _Says(asked.answers.get(player), (asked.first_answers or {}).get(player), counted, score)
    is_trial = room.is_trial_card(card.id)
    nothing = score is None or is_trial
    known = {} if known is None else known
    return ResultView(
        card=asked.card,
        axes=tuple(_axis_result(room, asked, card, axis, says, known) for axis in asked.axes),
        points=MilliPoints(0) if nothing or score is None else score.total,
        bonus=MilliPoints(0) if nothing or score is None else score.bonus,
        most=_most_on(room, asked) if most is None else most,
        confidence=counted.confidence if counted else None,
        is_trial=is_trial,
        counted_vote=counted.vote if counted else asked.vote,
    )


class _Says(NamedTuple):
    """What somebody said on a card: at last, before the talk, and what counts; and what that earned."""

    last: Answer | None
    first: Answer | None
    counted: Answer | None
    score: Score | None


def _axis_result(
    room: Room, asked: Round, card: Card, axis_id: AxisId, says: _Says, known: dict[tuple[object, ...], AxisResult]
) -> AxisResult:
    pick = says.last.picks.get(axis_id) if says.last else None
    first = says.first.picks.get(axis_id) if says.first and axis_id in asked.revote_axes else None
    judged = says.counted.picks.get(axis_id) if says.counted else None
    points = says.score.by_axis[axis_id] if says.score else MilliPoints(0)
    earned = says.score.shares.get(axis_id) if says.score else None
    as_others = None
    if all(said is None or isinstance(said, str) for said in (pick, first, judged)):
        as_others = (axis_id, pick, first, judged, points, earned, says.score is None)
        if as_others in known:
            return known[as_others]
    verdict = verdict_of(room.deck.axis(axis_id), card.keys[axis_id], judged, says.score, axis_id)
    result = AxisResult(axis_id, pick, first, verdict, points)
    if as_others is not None:
        known[as_others] = result
    return result


def verdict_of(axis: Axis, key: Key, pick: Pick | None, score: Score | None, axis_id: AxisId) -> Verdict:
    """How a pick did on an axis, in a word; without a score there is none."""
    if pick is None or score is None:
        return Verdict.NONE
    earned = score.shares.get(axis_id)
    if earned is None:
        return Verdict.WAITING
    if earned >= 1 or (axis.kind is not AxisKind.OPEN and is_accepted(key, pick)):
        return Verdict.RIGHT
    return Verdict.ALMOST if earned else Verdict.WRONG


def _streak(judged: Sequence[Round], player: PlayerId) -> int:
    """Cards in a row, back from the last revealed one, on which every pick was wholly right."""
    streak = 0
    for asked in reversed(judged):
        score = (asked.scores or {}).get(player)
        if score is None or len(score.shares) < len(asked.axes) or min(score.shares.values()) < 1:
            break
        streak += 1
    return streak


def _own_time(room: Room, seat: Seat) -> OwnTime | None:
    """The time of a person who was given more, while it matters."""
    if seat.allowance is Allowance.USUAL or room.phase not in {Phase.READING, Phase.ANSWERING, Phase.CLOSED}:
        return None
    asked = room.round
    if asked is None:
        return None
    return OwnTime(own_closes_at(asked, seat), own_limit_millis(asked, seat))
