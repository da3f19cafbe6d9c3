"""The class as it was, to be raced against: when answers came in, and how many points stood on each tread.

Raced is what everybody could say alone: of two votes the first, and no words of one's own, which only a host can mark.
The class is held to the same, so its points are worked out on just that; elsewhere they are those it had. Nothing here
says who answered, or what: moments and points are sorted, so that no ghost can be followed from card to card.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from server.review.class_session import can_be_raced, without_counts
from server.review.pace import Rest, at_once, paced
from server.review.sitting import Sitting, SittingCard
from server.rules.cards import AxisKind, Text
from server.rules.ids import AxisId, CardId, MilliPoints, PlayerId, RoomId, ServerMillis
from server.rules.picks import can_be_said
from server.rules.refusals import Refusal, RefusalCode
from server.rules.reveal_types import AxisReveal
from server.rules.room import Answer, Room, Round, Seat
from server.rules.scoring import most_points, score_answer
from server.rules.standings import rank_players
from server.rules.time_limits import limit_millis, own_limit_millis
from server.rules.view_types import ResultView, RoundView
from server.rules.views_of_card import axis_reveals, round_as_asked
from server.rules.views_of_seat import result_on

RACER = PlayerId("racer")
"""Stands among the ghosts for a moment, and is kept nowhere."""
PEOPLE_AT_ONCE = 100
"""So many people between two rests."""
ARRIVAL_GRID = 100
"""Moments are told in tenths of a second."""


class NoRace(StrEnum):
    """Why a class cannot be raced."""

    LIVE = "live"
    """It is still going on."""
    HIDDEN = "hidden"
    """It kept no points, or its host does not show who stood where."""
    FEW = "few"
    """Only a handful of people played, or no card was revealed."""


@dataclass(frozen=True, slots=True)
class GhostCard:
    """A card to race. Times are in milliseconds since its answers opened; `arrivals` are when the class's came in.

    Each stands at its part of its own limit, put on that of the room. `votes`: 2 where the class voted again.
    """

    number: int
    round: RoundView
    reading_millis: int
    arrivals: tuple[int, ...]
    votes: int
    most: MilliPoints


@dataclass(frozen=True, slots=True)
class GhostRace:
    """All that a race needs to begin with. Without cards `why_not` says why."""

    room: RoomId
    deck_title: Text
    opened_at: ServerMillis
    ghosts: int
    why_not: NoRace | None
    cards: tuple[GhostCard, ...]


@dataclass(frozen=True, slots=True)
class TreadCount:
    """How many ghosts had so many points."""

    points: MilliPoints
    count: int


@dataclass(frozen=True, slots=True)
class RacedMark:
    """How the racer did on a card so far. `missed` are the axes on which something was said that was not right."""

    number: int
    card: CardId
    points: MilliPoints
    missed: tuple[AxisId, ...]


@dataclass(frozen=True, slots=True)
class RacedCard:
    """Where the racer would stand after a card, and its truth. `beside`: ghosts with just as many points."""

    number: int
    result: ResultView
    axes: tuple[AxisReveal, ...]
    debate: Text | None
    total: MilliPoints
    most: MilliPoints
    rank: int
    ranked: int
    beside: int
    treads: tuple[TreadCount, ...]
    marks: tuple[RacedMark, ...]


@dataclass(frozen=True)
class Ghosts:
    """A class made ready to be raced: worked out once, asked by everybody who races."""

    race: GhostRace
    room: Room
    raced: tuple[tuple[SittingCard, Round], ...]
    totals: tuple[tuple[MilliPoints, ...], ...]
    """The points of all ghosts after each card, highest first."""

    def after(self, number: int, answers: Sequence[Answer]) -> RacedCard:
        """Where these answers, one a card, would stand after so many cards; one without picks is none.

        Raises Refusal NOT_NOW where there is no race, and BAD_PICK for what could not have been said.
        """
        if not self.race.cards or not 1 <= number <= len(self.raced) or len(answers) != number:
            raise Refusal(RefusalCode.NOT_NOW if not self.race.cards else RefusalCode.BAD_REQUEST)
        scored = [
            _answered(self.room, card, asked, said) for (card, asked), said in zip(self.raced, answers, strict=False)
        ]
        card, asked = self.raced[number - 1]
        results = [result_on(self.room, one, RACER) for one in scored]
        total = MilliPoints(sum(result.points for result in results))
        ghosts = self.totals[number - 1]
        places = rank_players({RACER: total, **{PlayerId(str(place)): points for place, points in enumerate(ghosts)}})
        return RacedCard(
            number=number,
            result=results[-1],
            axes=tuple(without_counts(axis) for axis in axis_reveals(self.room, replace(asked, answers={}))),
            debate=card.card.debate,
            total=total,
            most=MilliPoints(sum(each.most for each in self.race.cards[:number])),
            rank=next(place.rank for place in places if place.player == RACER),
            ranked=len(places),
            beside=ghosts.count(total),
            treads=tuple(TreadCount(points, count) for points, count in sorted(Counter(ghosts).items(), reverse=True)),
            marks=tuple(_mark(one.number, result) for one, result in zip(self.race.cards, results, strict=False)),
        )


def raise_ghosts(sitting: Sitting, rest: Rest = at_once) -> Ghosts:
    """Makes a class ready to be raced, or says why it cannot be. `rest` is called often."""
    room = sitting.room
    raced = tuple((card, asked) for card in sitting.cards if (asked := _raced_round(room, card)).axes)
    why_not = _why_not(sitting) or (None if raced else NoRace.FEW)
    if why_not is not None:
        raced = ()
    race = GhostRace(
        room=sitting.id,
        deck_title=room.deck.title,
        opened_at=room.opened_at,
        ghosts=len(sitting.players),
        why_not=why_not,
        cards=tuple(
            _ghost_card(room, number, card, asked)
            for number, (card, asked) in enumerate(paced(raced, rest, 1), start=1)
        ),
    )
    return Ghosts(race, room, raced, _totals(sitting, raced, rest))


def _why_not(sitting: Sitting) -> NoRace | None:
    if can_be_raced(sitting):
        return None
    if sitting.ended_at is None:
        return NoRace.LIVE
    return NoRace.FEW if sitting.room.settings.shows_standings else NoRace.HIDDEN


def _raced_round(room: Room, card: SittingCard) -> Round:
    """A card as its first vote asked it, without what only a host can mark."""
    asked = card.asked
    limit = asked.first_limit_millis if asked.first_answers is not None else limit_millis(asked)
    return replace(
        asked,
        axes=tuple(axis for axis in asked.axes if room.deck.axis(axis).kind is not AxisKind.OPEN),
        opens_at=ServerMillis(0),
        opened_at=ServerMillis(0),
        closes_at=None if limit is None else ServerMillis(limit),
        answers=asked.untalked_answers,
        first_answers=None,
        vote=1,
        revote_axes=(),
    )


def _ghost_card(room: Room, number: int, card: SittingCard, asked: Round) -> GhostCard:
    arrivals = [
        _arrival(room.seats[player], card, asked, answer)
        for player, answer in asked.answers.items()
        if not room.seats[player].is_removed
    ]
    return GhostCard(
        number=number,
        round=round_as_asked(room, asked),
        reading_millis=max(0, card.opened_at - card.shown_at),
        arrivals=tuple(sorted(arrivals)),
        votes=2 if card.second_opened_at is not None else 1,
        most=most_points(room.deck, card.card, asked),
    )


def _arrival(seat: Seat, card: SittingCard, asked: Round, answer: Answer) -> int:
    """When an answer came, as a part of the time that its player had: who was given more cannot be told from it."""
    after = max(0, answer.at - card.opened_at)
    usual = limit_millis(asked)
    if usual is not None:
        own = own_limit_millis(asked, seat) or usual
        after = min(usual, after * usual // own)
    return round(after / ARRIVAL_GRID) * ARRIVAL_GRID


def _totals(
    sitting: Sitting, raced: Sequence[tuple[SittingCard, Round]], rest: Rest
) -> tuple[tuple[MilliPoints, ...], ...]:
    room = sitting.room
    points = dict.fromkeys(sitting.players, 0)
    after = []
    for card, asked in raced:
        for player in paced(sitting.players, rest, PEOPLE_AT_ONCE):
            if player in asked.answers:
                score = score_answer(room.deck, card.card, asked, room.seats[player], asked.answers[player])
                points[player] += score.total
        after.append(tuple(MilliPoints(total) for total in sorted(points.values(), reverse=True)))
    return tuple(after)


def _answered(room: Room, card: SittingCard, asked: Round, said: Answer) -> Round:
    """The card with the racer's answer alone on it. Raises Refusal BAD_PICK."""
    picks = {axis: pick for axis, pick in said.picks.items() if axis in asked.axes}
    if len(picks) != len(said.picks):
        raise Refusal(RefusalCode.BAD_PICK)
    for axis, pick in picks.items():
        if not can_be_said(room.deck.axis(axis), card.card.keys[axis], pick):
            raise Refusal(RefusalCode.BAD_PICK)
    if not picks:
        return replace(asked, answers={}, scores={})
    limit = limit_millis(asked)
    thinking = said.thinking_millis if limit is None else min(limit, said.thinking_millis)
    confidence = said.confidence if asked.settings.asks_confidence else None
    answer = Answer(picks, ServerMillis(thinking), thinking, confidence)
    seat = Seat(RACER, "", 0, ServerMillis(0))
    score = score_answer(room.deck, card.card, asked, seat, answer)
    return replace(asked, answers={RACER: answer}, scores={RACER: score})


def _mark(number: int, result: ResultView) -> RacedMark:
    missed = tuple(one.axis for one in result.axes if one.verdict in {"wrong", "almost"})
    return RacedMark(number, result.card, result.points, missed)
