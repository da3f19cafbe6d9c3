"""The warm-up of the week after: the cards that slipped, each as another story with the same key.

Memory of a story is no skill, so a card comes back as its twin; where there is none as any other card with the same key
on the axis that went wrong; only where there is neither as itself, and then that is said.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass, replace
from enum import StrEnum

from server.review.sitting import SaidPick, Sitting
from server.rules.cards import WARM_UP_DECK, Axis, AxisKind, Card, CardStatus, Deck, Key, Text
from server.rules.ids import AxisId, CardId, CourseId
from server.rules.picks import Confidence
from server.rules.settings import RoomSettings

CARDS_MOST = 4
"""Four cards take about five minutes."""
WENT_WELL = 0.70
"""From this share right on a card need not come back; the same bound as for talking about it."""


class StandIn(StrEnum):
    """What comes back for a card that slipped."""

    TWIN = "twin"
    SAME_KEY = "same_key"
    ITSELF = "itself"


@dataclass(frozen=True, slots=True)
class WarmUpCard:
    """A card that comes back, and why: of a card's axes the one that went worst at the first vote.

    `right_share` and `certain_wrong` (0..1) are parts of its answers there. `title` is the card that is asked now.
    """

    slipped: CardId
    slipped_title: Text
    axis: AxisId
    axis_label: Text
    right_share: float
    certain_wrong: float
    card: CardId
    title: Text
    stand_in: StandIn


@dataclass(frozen=True, slots=True)
class WarmUpView:
    """The cards that come back after a sitting, worst first; none: nothing slipped."""

    cards: tuple[WarmUpCard, ...]


@dataclass(frozen=True, slots=True)
class WarmUp:
    """What comes back, and the room that it is played in. Without cards there is no deck."""

    view: WarmUpView
    deck: Deck | None
    settings: RoomSettings
    course: CourseId | None


@dataclass(frozen=True, slots=True)
class _Slipped:
    card: Card
    axis: Axis
    right_share: float
    certain_wrong: float

    @property
    def weight(self) -> tuple[float, str]:
        """What comes first: few right, and of the wrong ones many who were certain."""
        return self.right_share - self.certain_wrong, self.card.id


def warm_up_of(sitting: Sitting, library: Mapping[str, Deck], known: Set[CardId] = frozenset()) -> WarmUp:
    """The warm-up that a sitting asks for, from all decks of a library.

    `known` are stories that the class has met in other sittings: they stand in for nothing.
    """
    shelf = _Shelf(library, known | {card.card.id for card in sitting.cards})
    chosen: list[WarmUpCard] = []
    asked: list[tuple[Card, Axis]] = []
    for slipped in sorted(_slipped(sitting), key=lambda each: each.weight)[:CARDS_MOST]:
        card, stand_in = shelf.stand_in_for(slipped)
        shelf.take(card)
        asked.append((card, slipped.axis))
        chosen.append(_warm_up_card(slipped, card, stand_in))
    axes = tuple({axis.id: axis for _, axis in asked}.values())
    settings = replace(sitting.room.settings, axes=tuple(axis.id for axis in axes), has_trial=False)
    deck = _deck(sitting, axes, asked) if asked else None
    return WarmUp(WarmUpView(tuple(chosen)), deck, settings, sitting.room.course)


def _slipped(sitting: Sitting) -> list[_Slipped]:
    """The cards below the bound, each on its worst axis. Contested cards and words of one's own stay out."""
    deck = sitting.room.deck
    found: list[_Slipped] = []
    first_votes: dict[tuple[CardId, AxisId], list[SaidPick]] = {}
    for one in sitting.said:
        if one.vote == 1:
            first_votes.setdefault((one.card, one.axis), []).append(one)
    for each in sitting.cards:
        card = each.card
        if card.status is CardStatus.CONTESTED:
            continue
        axes = [deck.axis(axis) for axis in each.asked.axes]
        judged = [
            _judged(card, axis, first_votes[card.id, axis.id])
            for axis in axes
            if axis.kind is not AxisKind.OPEN
            and (card.id, axis.id) in first_votes
            and not card.keys[axis.id].is_contested_on(axis)
        ]
        if judged:
            worst = min(judged, key=lambda one: one.weight)
            found += [worst] if worst.right_share < WENT_WELL else []
    return found


def _judged(card: Card, axis: Axis, said: list[SaidPick]) -> _Slipped:
    right = sum(one.is_right for one in said)
    certain_wrong = sum(one.confidence is Confidence.CERTAIN and not one.is_right for one in said)
    return _Slipped(card, axis, right / len(said), certain_wrong / len(said))


class _Shelf:
    """The cards of a library that may stand in: none is taken twice, none that the class has met."""

    def __init__(self, library: Mapping[str, Deck], known: Set[CardId]) -> None:
        self._axes = {deck.id: {axis.id: axis for axis in deck.axes} for deck in library.values()}
        self._cards = [(deck.id, card) for deck in library.values() for card in deck.cards]
        self._gone = set(known)

    def take(self, card: Card) -> None:
        """The card stands in for another from now on."""
        self._gone.add(card.id)

    def stand_in_for(self, slipped: _Slipped) -> tuple[Card, StandIn]:
        """What comes back for a card: never the same story, unless there is no other."""
        able = [card for deck, card in self._cards if self._is_able(deck, card, slipped)]
        twins = [card for card in able if _are_twins(card, slipped.card)]
        if twins:
            return twins[0], StandIn.TWIN
        if able:
            return min(able, key=lambda card: self._distance(card, slipped.card)), StandIn.SAME_KEY
        return slipped.card, StandIn.ITSELF

    def _is_able(self, deck: str, card: Card, slipped: _Slipped) -> bool:
        axis, key = slipped.axis, card.keys.get(slipped.axis.id)
        return (
            key is not None
            and self._axes[deck].get(axis.id) == axis  # an axis that was changed since asks something else
            and _same_key(card, slipped.card, axis.id)
            and card.id not in self._gone
            and card.story != slipped.card.story
            and card.status is not CardStatus.CONTESTED
        )

    @staticmethod
    def _distance(card: Card, slipped: Card) -> tuple[int, bool, str]:
        """As hard as the one that slipped, about something else; the name decides, so that it is no chance."""
        return abs(card.difficulty - slipped.difficulty), card.theme == slipped.theme, card.id


def _same_key(one: Card, other: Card, axis: AxisId) -> bool:
    return _says(one.keys[axis]) == _says(other.keys[axis])


def _says(key: Key) -> object:
    """What a key says, apart from its words: another story has other items, and a tie has no order."""
    return dict(key.accept), [set(step) for step in key.order], sorted(key.pairs.values())


def _are_twins(one: Card, other: Card) -> bool:
    if one.twin_of is None and other.twin_of is None:
        return False
    return one.twin_of == other.id or other.twin_of == one.id or one.twin_of == other.twin_of


def _warm_up_card(slipped: _Slipped, card: Card, stand_in: StandIn) -> WarmUpCard:
    return WarmUpCard(
        slipped=slipped.card.id,
        slipped_title=slipped.card.title,
        axis=slipped.axis.id,
        axis_label=slipped.axis.short_label,
        right_share=slipped.right_share,
        certain_wrong=slipped.certain_wrong,
        card=card.id,
        title=card.title,
        stand_in=stand_in,
    )


def _deck(sitting: Sitting, axes: tuple[Axis, ...], asked: list[tuple[Card, Axis]]) -> Deck:
    """A deck of cards from several others, each asked only on the axis that slipped: five minutes are short."""
    played = sitting.room.deck
    title = Text(nl=f"Opwarmen na {played.title.nl}", en=f"Warm-up after {played.title.en}")
    return Deck(
        id=WARM_UP_DECK,
        title=played.title if played.id == WARM_UP_DECK else title,
        about=Text(nl="Wat de vorige keer wegglipte.", en="What slipped the last time."),
        axes=axes,
        cards=tuple(
            replace(
                card,
                keys={axis.id: card.keys[axis.id]},
                traps=tuple(trap for trap in card.traps if trap.axis == axis.id),
            )
            for card, axis in asked
        ),
    )
