"""A class hour as anybody with its link may read it afterwards: its revealed cards, and where the class stood.

Only counts, and none of a handful: who knows four of five people would read the fifth out of them. Words that somebody
wrote stay with whoever wrote them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from server.review.pace import Rest, at_once, paced
from server.review.sitting import Sitting, SittingCard
from server.rules.cards import Text
from server.rules.ids import AxisId, MilliPoints, PlayerId, RoomId, ServerMillis
from server.rules.reveal_types import AxisReveal, ItemDetail, KindDetail, OrderDetail
from server.rules.reveals import picks_on
from server.rules.room import Room
from server.rules.scoring import POINT
from server.rules.settings import ScoreMode
from server.rules.view_types import RoundView
from server.rules.views_of_card import axis_reveals, round_as_asked

FEW = 5
"""Of fewer answers than this nothing is counted, and of fewer people there is no mean."""


@dataclass(frozen=True, slots=True)
class SessionCard:
    """A revealed card. Its axes without counts where `few` names them: fewer than five people answered there.

    `mean` is what stood in the middle of the class after this card: points, or how right it was, of 1000 a card.
    """

    number: int
    round: RoundView
    axes: tuple[AxisReveal, ...]
    few: tuple[AxisId, ...]
    debate: Text | None
    mean: MilliPoints | None


@dataclass(frozen=True, slots=True)
class ClassSession:
    """A sitting without a person in it. `can_race`: the class may be raced against as it was."""

    room: RoomId
    deck: str
    deck_title: Text
    opened_at: ServerMillis
    is_live: bool
    players: int
    scoring: ScoreMode
    can_race: bool
    cards: tuple[SessionCard, ...]


def make_class_session(sitting: Sitting, rest: Rest = at_once) -> ClassSession:
    """What everybody may read of a sitting, as far as it has been revealed. Each card is followed by a rest."""
    room = sitting.room
    return ClassSession(
        room=sitting.id,
        deck=room.deck.id,
        deck_title=room.deck.title,
        opened_at=room.opened_at,
        is_live=sitting.ended_at is None,
        players=len(sitting.players),
        scoring=room.settings.scoring,
        can_race=can_be_raced(sitting),
        cards=tuple(
            _session_card(room, card, mean)
            for card, mean in paced(zip(sitting.cards, _means(sitting), strict=True), rest, 1)
        ),
    )


def is_without_points(sitting: Sitting) -> bool:
    """Whether nobody collected points: then it is told how right everything was."""
    return sitting.room.settings.scoring is ScoreMode.NONE


def earned(sitting: Sitting, card: SittingCard, player: PlayerId) -> MilliPoints:
    """Points, or how right a card was in a room without. What nobody marked is neither right nor wrong."""
    if not is_without_points(sitting):
        return card.points_of(player) or MilliPoints(0)
    score = (card.asked.scores or {}).get(player)
    if score is None or not score.shares:
        return MilliPoints(0)
    return MilliPoints(round(POINT * sum(score.shares.values()) / len(card.asked.axes)))


def _means(sitting: Sitting) -> Iterator[MilliPoints | None]:
    """The class's mean after each card; None for a handful of people."""
    together, people = 0, len(sitting.players)
    for card in sitting.cards:
        together += sum(earned(sitting, card, player) for player in sitting.players)
        yield MilliPoints(round(together / people)) if people >= FEW else None


def can_be_raced(sitting: Sitting) -> bool:
    """Whether there is a class to race: over, with standings that it might see, and not only a handful of people."""
    is_over = sitting.ended_at is not None and bool(sitting.cards)
    return is_over and sitting.room.settings.shows_standings and len(sitting.players) >= FEW


def _session_card(room: Room, card: SittingCard, mean: MilliPoints | None) -> SessionCard:
    asked = card.asked
    few = tuple(axis for axis in asked.axes if len(picks_on(room, asked, axis)) < FEW)
    return SessionCard(
        number=card.number,
        round=round_as_asked(room, asked),
        axes=tuple(
            without_counts(axis) if axis.axis in few else _without_words(axis) for axis in axis_reveals(room, asked)
        ),
        few=few,
        debate=card.card.debate,
        mean=mean,
    )


def _without_words(axis: AxisReveal) -> AxisReveal:
    if axis.detail.open is None:
        return axis
    return replace(axis, detail=KindDetail(open=replace(axis.detail.open, groups=(), apart=0)))


def without_counts(axis: AxisReveal) -> AxisReveal:
    """The truth on an axis alone, with nothing of where anybody stood."""
    counts = tuple(replace(one, count=0) for one in axis.counts)
    detail = _detail_alone(axis.detail)
    return replace(axis, counts=counts, trap_counts=tuple(0 for _ in axis.traps), detail=detail, flow=None)


def _detail_alone(detail: KindDetail) -> KindDetail:
    order, plane, words = detail.order, detail.plane, detail.open
    return KindDetail(
        order=OrderDetail(order.key, (), ()) if order else None,
        items=tuple(ItemDetail(item.item, item.label, item.key, ()) for item in detail.items),
        plane=replace(plane, taps=(), centre=None) if plane else None,
        open=replace(words, groups=(), apart=0) if words else None,
    )
