"""What the commands for one deck share: how the deck is named on the command line and found."""

import argparse
from pathlib import Path

from server.content.library import SHIPPED_CONTENT, load_library
from server.content.wording import nearest_name, one_of
from server.rules.cards import Deck


def add_deck_options(parser: argparse.ArgumentParser) -> None:
    """Adds the deck and the content folder to a command's options."""
    parser.add_argument("deck", metavar="DECK", help="the id of a deck that can be played")
    parser.add_argument("--content", type=Path, default=SHIPPED_CONTENT, metavar="FOLDER", help="the content folder")


def chosen_deck(parser: argparse.ArgumentParser, chosen: argparse.Namespace) -> Deck:
    """The deck. Raises SystemExit(2) when there is none of that id."""
    decks = load_library(chosen.content).decks
    if chosen.deck not in decks:
        parser.error(
            f"there is no deck '{chosen.deck}' that can be played. {one_of(decks, nearest_name(chosen.deck, decks))}"
        )
    return decks[chosen.deck]
