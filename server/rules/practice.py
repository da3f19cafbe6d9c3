"""A card asked outside any room, of one person at his own pace: what he sees, and how he did. Nothing is kept here.

The same rules as in a room: the card becomes a round without a deadline, with one answer in it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from server.rules.cards import Card, CardStatus, Deck, Text
from server.rules.ids import AxisId, CardId, MilliPoints, PlayerId, ServerMillis
from server.rules.phases import ROUND_PHASES, Phase
from server.rules.picks import Confidence, Pick, can_be_said
from server.rules.refusals import Refusal, RefusalCode
from server.rules.reveal_types import AxisReveal
from server.rules.room import Answer, Room, Round, Seat
from server.rules.scoring import mean_share, most_points, score_answer
from server.rules.settings import RoomSettings
from server.rules.view_types import AxisResult, ResultView, RoundView, Verdict
from server.rules.views_of_card import axis_view, truth_on
from server.rules.views_of_seat import verdict_of

NEVER = ServerMillis(0)
SOMEBODY = PlayerId("somebody")


@dataclass(frozen=True, slots=True)
class PracticeResult:
    """How an answer did. `is_hit`: right on every axis that was asked; None where only words of one's own were.

    `shares` (0..1) say how right each axis was, but words; `axes` are the truth, its counts those of this one answer.
    """

    card: CardId
    is_hit: bool | None
    shares: dict[AxisId, float]
    result: ResultView
    axes: tuple[AxisReveal, ...]
    debate: Text | None


def card_of(deck: Deck, card_id: str) -> Card:
    """The deck's card of that id. Raises Refusal CARD_NOT_FOUND."""
    for card in deck.cards:
        if card.id == card_id:
            return card
    raise Refusal(RefusalCode.CARD_NOT_FOUND)


def axes_of(deck: Deck, card: Card) -> tuple[AxisId, ...]:
    """The axes that a card has a key on, in the order of the deck."""
    return tuple(axis.id for axis in deck.axes if axis.id in card.keys)


def practice_round(deck: Deck, card: Card) -> RoundView:
    """The card as it is seen before it is answered: no key, no cue, no trap, and not whether it is contested."""
    axes = axes_of(deck, card)
    return RoundView(
        card=card.id,
        title=card.title,
        person=card.person,
        story=card.story,
        axes=tuple(axis_view(deck.axis(axis_id), card) for axis_id in axes),
        opens_at=NEVER,
        closes_at=None,
        limit_millis=None,
        is_trial=False,
        asks_confidence=False,
        vote=1,
        open_axes=axes,
        talk_ends_at=None,
    )


def mark_card(
    deck: Deck, card: Card, axes: Sequence[AxisId], picks: Mapping[AxisId, Pick], confidence: Confidence | None
) -> PracticeResult:
    """Marks what was said on `axes`; an axis without a pick is missed. Raises Refusal BAD_PICK."""
    asked_axes = tuple(axis for axis in axes_of(deck, card) if axis in axes)
    if not asked_axes or len(asked_axes) != len(set(axes)) or not set(picks).issubset(asked_axes):
        raise Refusal(RefusalCode.BAD_PICK)
    if not all(can_be_said(deck.axis(axis), card.keys[axis], pick) for axis, pick in picks.items()):
        raise Refusal(RefusalCode.BAD_PICK)
    settings = RoomSettings(asked_axes, answer_seconds=None, asks_confidence=confidence is not None)
    asked = Round(card.id, asked_axes, settings, opens_at=NEVER)
    answer = Answer(picks, NEVER, 0, confidence)
    score = score_answer(deck, card, asked, Seat(SOMEBODY, "", 0, NEVER), answer)
    results = tuple(
        AxisResult(
            axis=axis,
            pick=picks.get(axis),
            first_pick=None,
            verdict=verdict_of(deck.axis(axis), card.keys[axis], picks.get(axis), score, axis),
            points=score.by_axis[axis],
        )
        for axis in asked_axes
    )
    judged = [result.verdict for result in results if result.verdict is not Verdict.WAITING]
    return PracticeResult(
        card=card.id,
        shares=dict(score.shares),
        is_hit=all(verdict is Verdict.RIGHT for verdict in judged) if judged else None,
        result=ResultView(
            card=card.id,
            axes=results,
            points=score.total,
            bonus=MilliPoints(0),
            most=most_points(deck, card, asked),
            confidence=confidence,
            is_trial=False,
            counted_vote=1,
        ),
        axes=tuple(
            truth_on(deck.axis(axis), card, asked, {SOMEBODY: picks[axis]} if axis in picks else {})
            for axis in asked_axes
        ),
        debate=card.debate,
    )


def is_secret_in(room: Room, card_id: str) -> bool:
    """Whether a room is asking this card right now: until its reveal nobody is told its truth, by whatever door."""
    return secret_card_of(room) == card_id


def secret_card_of(room: Room) -> CardId | None:
    """The card that a room is asking right now, and has not revealed."""
    if room.round is None or room.phase not in ROUND_PHASES - {Phase.REVEAL}:
        return None
    return room.round.card


def worst_cards(room: Room, count: int) -> tuple[CardId, ...]:
    """The cards of a sitting that went worst, the worst first; contested ones aside, and those that all had right."""
    shares = [
        (share, place, asked.card)
        for place, asked in enumerate(room.judged_rounds)
        if room.card_of(asked.card).status is CardStatus.CLEAR
        and (share := mean_share(asked.scores or {})) is not None
        and share < 1
    ]
    return tuple(card for _, _, card in sorted(shares)[:count])
