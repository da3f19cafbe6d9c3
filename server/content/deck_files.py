"""One file of decks/ with scenario cards -> the deck it describes, or what is wrong with it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from server.content.axis_shapes import AxisShape
from server.content.building import build_deck
from server.content.card_checks import check_card
from server.content.deck_checks import check_card_ids, check_id_is_file_name, check_spread, deck_axes
from server.content.deck_shapes import CardShape, DeckHead
from server.content.documents import Document
from server.content.kin_checks import KnownCards, check_kin, known_cards, names_others
from server.content.opened import open_document
from server.content.problems import Problem
from server.content.shape_check import fit
from server.content.text_checks import check_markup
from server.rules.cards import Deck


@dataclass(slots=True)
class OpenDeck:
    """A deck's file with all that could be read of it, and what there is to say of it by itself."""

    document: Document
    head: DeckHead | None = None
    axes: dict[str, AxisShape] | None = None
    cards: dict[int, CardShape] = field(default_factory=dict)
    """The cards that have the shape of a card, by their place in the file."""

    def among(self, known: KnownCards) -> Deck | None:
        """The deck, once its cards are held against those of the library; None when a problem keeps it out."""
        check_kin(self.document, self.cards, known)
        if self.head is None or self.axes is None or not self.document.is_sound:
            return None
        return build_deck(self.head, self.axes.values(), self.cards.values())


def read_deck(
    path: Path, axes: Mapping[str, AxisShape | None], beside: Iterable[Path] = ()
) -> tuple[Deck | None, list[Problem]]:
    """The deck, or None when a problem keeps it from being used; and all that there is to say about the file.

    `axes` are the known ones by id, None for one that has problems of its own. `beside` are the files in which cards
    may stand that its own cards name.
    """
    opened = open_deck(open_document(path), axes)
    own = list(opened.cards.values())
    named = {other for card in own for other in names_others(card)}
    elsewhere = beside if named - {card.id for card in own} else ()
    others = [card for file in elsewhere for card in _fitting_cards(open_document(file)).values()]
    deck = opened.among(known_cards([*own, *others]))
    return deck, opened.document.problems


def open_deck(document: Document, axes: Mapping[str, AxisShape | None]) -> OpenDeck:
    """Looks at a deck's file by itself. A card that does not fit does not keep the others from being looked at."""
    deck = OpenDeck(document)
    if document.value is None:
        return deck
    deck.head = fit(document, DeckHead, document.value)
    check_markup(document)
    if deck.head is not None:
        check_id_is_file_name(document, deck.head.id)
        deck.axes = deck_axes(document, deck.head.axes, axes)
    deck.cards = _fitting_cards(document)
    check_card_ids(document, {place: card.id for place, card in deck.cards.items()})
    if deck.head is None or deck.axes is None:
        return deck
    for place, card in deck.cards.items():
        check_card(document, ("cards", place), card, deck.axes)
    if len(deck.cards) == len(deck.head.cards):
        check_spread(document, list(deck.cards.values()), deck.axes)
    return deck


def _fitting_cards(document: Document) -> dict[int, CardShape]:
    """The cards that have the shape of a card, by their place; the others are noted."""
    listed = document.value.get("cards") if isinstance(document.value, dict) else None
    if not isinstance(listed, list):
        return {}
    fitted = {place: fit(document, CardShape, card, ("cards", place)) for place, card in enumerate(listed)}
    return {place: card for place, card in fitted.items() if card is not None}
