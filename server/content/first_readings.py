"""The records of blind readers -> how often the readers and the keys agreed at the very first reading.

What was mended afterwards and read again counts as it was read first: a key that readers had to be led to is no key
that they found. Open questions have no key.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from server.content.exam_sheet import asked_in
from server.content.exams import ChoiceItem, Exam
from server.content.fingerprint import content_of
from server.content.review_record import read_card_reviews, read_item_reviews, read_lost, review_file
from server.content.review_shapes import CardReviewShape, EarlierShape
from server.rules.cards import AxisKind, Card, Deck


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many cards and keys two readers have read, and on how many both chose the key at once.

    `lost` of those that differed are known by number only, `fresh` are the cards that stand as they were read last.
    """

    cards: int
    cards_agreed: int
    keys: int
    keys_agreed: int
    lost: int
    fresh: int


@dataclass(frozen=True, slots=True)
class ItemAgreement:
    """The same for the items of an exam; those answered in words have no key to agree with."""

    items: int
    keys: int
    keys_agreed: int


def first_agreement(folder: Path, decks: Iterable[Deck]) -> Agreement:
    """What the records of a content folder say of the cards of its decks."""
    read = [
        (deck, card, reviews[card.id])
        for deck in decks
        for reviews in [read_card_reviews(review_file(folder, deck.id))]
        for card in deck.cards
        if card.id in reviews
    ]
    missed = [_missed(review.earlier[0] if review.earlier else review) for _, _, review in read]
    lost = read_lost(folder)
    keys = sum(_keys(deck, card) for deck, card, _ in read)
    return Agreement(
        cards=len(read),
        cards_agreed=max(0, sum(not each for each in missed) - sum(one.cards for one in lost)),
        keys=keys,
        keys_agreed=max(0, keys - sum(missed) - sum(one.keys for one in lost)),
        lost=sum(one.cards for one in lost),
        fresh=sum(review.content == content_of(card) for _, card, review in read),
    )


def first_item_agreement(folder: Path, exam: Exam) -> ItemAgreement:
    """What the record of an exam says of its items."""
    reviews = read_item_reviews(review_file(folder, exam.id))
    read = {name: asked for name, asked in asked_in(exam).items() if name in reviews}
    keyed = [name for name, asked in read.items() if isinstance(asked.item, ChoiceItem)]
    firsts: Mapping[str, str] = {
        name: (review.earlier[0].verdict if review.earlier else review.verdict) for name, review in reviews.items()
    }
    return ItemAgreement(len(read), len(keyed), sum(firsts[name] == "agrees" for name in keyed))


def _missed(reading: CardReviewShape | EarlierShape) -> int:
    """On how many axes one of the readers did not choose the key; where it was not kept which, on one at least."""
    return len(reading.missed) or (1 if reading.verdict == "differs" else 0)


def _keys(deck: Deck, card: Card) -> int:
    return sum(deck.axis(axis).kind is not AxisKind.OPEN for axis in card.keys)
