"""One student's own hour: what was said and earned card by card, what slipped, what was mixed up, and how sure.

Of everybody else there are only counts and a mean (see class_session.py). Right and wrong, points and places come from
the rules.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from server.review.class_session import FEW, earned, is_without_points
from server.review.sitting import SaidPick, Sitting
from server.rules.board_types import ConfusionView
from server.rules.class_review import Said, everything_said, worst_confusions
from server.rules.ids import AxisId, CardId, MilliPoints, PlayerId
from server.rules.picks import Confidence
from server.rules.room import Seat
from server.rules.scoring import POINT, most_points
from server.rules.standings import Standings
from server.rules.view_types import ResultView
from server.rules.views_of_seat import result_on

MIXED_UP_LEAST = 2
"""Once is a slip; twice the same way is worth a word. For a whole class more is asked."""
SUREST_FIRST = tuple(reversed(Confidence))


@dataclass(frozen=True, slots=True)
class OwnCard:
    """A card as it went for this student; `result` is None for a card before they came in.

    `earned`, `most` and `total` are points in thousandths; in a room without points how right it was, of 1000 a card.
    """

    number: int
    card: CardId
    result: ResultView | None
    has_answered: bool
    earned: MilliPoints
    most: MilliPoints
    total: MilliPoints


@dataclass(frozen=True, slots=True)
class Miss:
    """Something said that was not right. `others` stood there too; None where only a handful answered."""

    number: int
    card: CardId
    axis: AxisId
    share: float
    confidence: Confidence | None
    others: int | None


@dataclass(frozen=True, slots=True)
class OwnSureness:
    """How the own answers of one confidence did."""

    confidence: Confidence
    answers: int
    right: int


@dataclass(frozen=True, slots=True)
class OwnSession:
    """A student's own session. Who was taken out has no cards of their own.

    Beside it stands the ClassSession, with the cards themselves. `total` of `most` points, or shares in a room without;
    `rank` only where the host shows it. `misses`: what was certain first.
    """

    name: str
    is_removed: bool
    came_in_at_card: int
    cards: tuple[OwnCard, ...]
    total: MilliPoints
    most: MilliPoints
    rank: int | None
    ranked: int
    misses: tuple[Miss, ...]
    confusions: tuple[ConfusionView, ...]
    sureness: tuple[OwnSureness, ...]


def make_own_session(sitting: Sitting, player: PlayerId) -> OwnSession | None:
    """A student's own session; None for who has no seat."""
    room = sitting.room
    seat = room.seats.get(player)
    if seat is None:
        return None
    cards = () if seat.is_removed else tuple(_own_cards(sitting, seat))
    here = [card for card in cards if card.result is not None]
    places = Standings.of(room)
    said = [] if seat.is_removed else list(everything_said(room, player))
    return OwnSession(
        name=seat.name,
        is_removed=seat.is_removed,
        came_in_at_card=max(1, room.card_number_after(seat.joined_at_card)),
        cards=cards,
        total=cards[-1].total if cards else MilliPoints(0),
        most=MilliPoints(sum(card.most for card in here)),
        rank=places.rank_of.get(player) if room.settings.shows_standings else None,
        ranked=len(places.rows) if room.settings.shows_standings else 0,
        misses=_misses(sitting, player),
        confusions=worst_confusions(room, said, least=MIXED_UP_LEAST),
        sureness=_sureness(said),
    )


def _own_cards(sitting: Sitting, seat: Seat) -> Iterator[OwnCard]:
    room, total = sitting.room, 0
    came_in = room.card_number_after(seat.joined_at_card)
    for card in sitting.cards:
        points = earned(sitting, card, seat.player)
        total += points
        result = result_on(room, card.asked, seat.player)
        was_here = card.number >= came_in
        yield OwnCard(
            number=card.number,
            card=card.asked.card,
            result=result if was_here else None,
            has_answered=any(one.pick is not None or one.first_pick is not None for one in result.axes),
            earned=points,
            most=MilliPoints(POINT if is_without_points(sitting) else most_points(room.deck, card.card, card.asked)),
            total=MilliPoints(total),
        )


def _misses(sitting: Sitting, player: PlayerId) -> tuple[Miss, ...]:
    """What counted and was not right; certain first, then the furthest off, then in the order of the hour."""
    slipped = [one for one in sitting.said_by(player) if one.counts and not one.is_right and one.share is not None]
    slipped.sort(key=lambda one: (_how_sure(one), one.share or 0.0, one.number))
    return tuple(
        Miss(one.number, one.card, one.axis, one.share or 0.0, one.confidence, _others(sitting, one)) for one in slipped
    )


def _how_sure(one: SaidPick) -> int:
    return SUREST_FIRST.index(one.confidence) if one.confidence else len(SUREST_FIRST)


def _others(sitting: Sitting, own: SaidPick) -> int | None:
    there = sitting.said_on(own.card, own.axis, own.vote)
    return sum(one.pick == own.pick for one in there) - 1 if len(there) >= FEW else None


def _sureness(said: list[Said]) -> tuple[OwnSureness, ...]:
    steps = []
    for confidence in Confidence:
        those = [one.is_right for one in said if one.confidence is confidence]
        if those:
            steps.append(OwnSureness(confidence, len(those), sum(those)))
    return tuple(steps)
