"""A content folder with one deck of shipped cards on which every picture of a model is seen at its reveal."""

from pathlib import Path

from server.rules.cards import Deck
from tests.browser.shipped_cards import Authored, copied_axes, first_card, is_contested, open_card, write_deck

DECK = "every-picture"
SHEETS = (
    ("stage", "commitment-form", "trust-level"),  # pyramid, grid, stair
    ("commitment-grid", "source"),  # grid of four, treads
    ("commitment-component",),  # stacks
    ("emotion", "chain"),  # carvings, climb
    ("power", "focus"),  # scales
    ("trust-basis",),  # pillars
    ("resource-map", "reciprocity-principle"),  # plane, treads of several
    ("resource-rank",),  # climb, with a tie where the card has one
    ("exchange-pair",),  # pairs
    ("sales-curve",),  # Levitt's two profiles
)
"""What one card asks together, and what that is shown on."""
CONTESTED = "commitment-form"


def write_every_picture(folder: Path) -> Deck:
    """Writes the folder; returns its deck: a card for each sheet, one that can be defended twice, one in own words."""
    axes = copied_axes(folder)
    cards = [_card_of(sheet) for sheet in SHEETS]
    pairs = next(card for card in cards if any(axes[axis]["kind"] == "pair" for axis in card["key"]))
    return write_deck(folder, DECK, [*cards, _contested_card(), open_card(pairs)])


def _card_of(sheet: tuple[str, ...]) -> Authored:
    """The first shipped card that is keyed on all of them, each with one answer."""

    def fits(card: Authored) -> tuple[str, ...]:
        keyed = all(axis in card["key"] and not is_contested(card["key"][axis]) for axis in sheet)
        return sheet if keyed else ()

    return first_card(fits)


def _contested_card() -> Authored:
    return first_card(lambda card: (CONTESTED,) if is_contested(card["key"].get(CONTESTED, {})) else ())
