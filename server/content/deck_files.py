"""One file of decks/ -> the deck it describes, or what is wrong with it."""

from collections.abc import Mapping
from pathlib import Path

from server.content.building import build_deck
from server.content.card_checks import check_card
from server.content.deck_checks import check_card_ids, check_id_is_file_name, check_spread, deck_axes
from server.content.documents import Document, parse
from server.content.problems import Problem
from server.content.shape_check import fit, is_newer
from server.content.shapes import AxisShape, CardShape, DeckHead
from server.content.sources import read_text
from server.rules.cards import Deck


def read_deck(path: Path, axes: Mapping[str, AxisShape | None]) -> tuple[Deck | None, list[Problem]]:
    """The deck, or None when a problem keeps it from being used; and all that there is to say about the file.

    `axes` are the known ones by id, None for one that has problems of its own. A card that does not fit does not
    keep the others from being looked at.
    """
    text = read_text(path)
    if isinstance(text, Problem):
        return None, [text]
    document = parse(str(path), text)
    if document.value is None or is_newer(document):
        return None, document.problems
    head = fit(document, DeckHead, document.value)
    asked = None
    if head is not None:
        check_id_is_file_name(document, head.id)
        asked = deck_axes(document, head.axes, axes)
    cards = _fitting_cards(document)
    check_card_ids(document, {place: card.id for place, card in cards.items()})
    if head is None or asked is None:
        return None, document.problems
    for place, card in cards.items():
        check_card(document, ("cards", place), card, asked)
    if len(cards) == len(head.cards):
        check_spread(document, list(cards.values()), asked)
    if not document.is_sound:
        return None, document.problems
    return build_deck(head, asked.values(), cards.values()), document.problems


def _fitting_cards(document: Document) -> dict[int, CardShape]:
    """The cards that have the shape of a card, by their place; the others are noted."""
    listed = document.value.get("cards") if isinstance(document.value, dict) else None
    if not isinstance(listed, list):
        return {}
    fitted = {place: fit(document, CardShape, card, ("cards", place)) for place, card in enumerate(listed)}
    return {place: card for place, card in fitted.items() if card is not None}
