"""The rules on cards that name each other, over all decks of a library: twins, and cards to contrast with."""

from collections.abc import Iterable, Mapping, Sequence

from server.content.deck_shapes import CardShape, KeyShape
from server.content.documents import Document
from server.content.problems import FieldPath, Rule
from server.content.wording import nearest_name

KnownCards = Mapping[str, Sequence[CardShape]]
"""The cards of a library by id: the same card may stand in several decks."""


def known_cards(cards: Iterable[CardShape]) -> KnownCards:
    """The cards by their id."""
    known: dict[str, list[CardShape]] = {}
    for card in cards:
        known.setdefault(card.id, []).append(card)
    return known


def names_others(card: CardShape) -> list[str]:
    """The ids of the other cards that a card names."""
    return [other for other in (card.twin_of, card.contrast_with) if other is not None]


def check_kin(document: Document, cards: Mapping[int, CardShape], known: KnownCards) -> None:
    """Notes each card, by its place in its deck, that names another which is not there or not its twin."""
    for place, card in cards.items():
        at = ("cards", place)
        if card.contrast_with is not None:
            _is_there(document, (*at, "contrast_with"), Rule.CONTRAST, card, card.contrast_with, known)
        if card.twin_of is not None and _is_there(document, (*at, "twin_of"), Rule.TWIN, card, card.twin_of, known):
            _check_twin(document, (*at, "twin_of"), card, known[card.twin_of])


def _is_there(document: Document, path: FieldPath, rule: Rule, card: CardShape, named: str, known: KnownCards) -> bool:
    if named != card.id and named in known:
        return True
    near = nearest_name(named, [other for other in known if other != card.id])
    remedy = f"Did you mean '{near}'?" if near else "Name a card of this deck or of another, by its id."
    message = "The card names itself." if named == card.id else f"There is no card '{named}' in any deck."
    document.problem(path, rule, message, remedy)
    return False


def _check_twin(document: Document, path: FieldPath, card: CardShape, twins: Sequence[CardShape]) -> None:
    if any(_differing_axes(card, twin) == [] for twin in twins):
        return
    differing = _differing_axes(card, twins[0])
    if differing is None:
        message = f"'{card.id}' and '{twins[0].id}' are asked on no axis together."
        document.problem(path, Rule.TWIN, message, "Name a card with a key on the same axis.")
    else:
        message = f"The keys of '{card.id}' and '{twins[0].id}' differ on '{differing[0]}'."
        document.problem(path, Rule.TWIN, message, "Give both the same key there, or write contrast_with.")


def _differing_axes(card: CardShape, twin: CardShape) -> list[str] | None:
    """The shared axes on which the keys differ; None when no axis is shared."""
    shared = [axis for axis in card.key if axis in twin.key]
    if not shared:
        return None
    return [axis for axis in shared if _said(card.key[axis]) != _said(twin.key[axis])]


def _said(key: KeyShape) -> object:
    """What a key says, apart from its words: another story has other items, and a tie has no order."""
    if key.pairs:
        return sorted(key.pairs.values())
    if key.steps:
        return [sorted(step) for step in key.steps] if len(key.steps) > 1 else sorted(key.steps[0])
    return key.shares
