"""What the commands for one deck share: how the deck is named on the command line and found."""

import argparse
from pathlib import Path

from server.content.exams import Exam
from server.content.library import SHIPPED_CONTENT, load_library
from server.content.wording import nearest_name, one_of
from server.rules.cards import Deck


def add_deck_options(parser: argparse.ArgumentParser) -> None:
    """Adds the deck and the content folder to a command's options."""
    parser.add_argument("deck", metavar="DECK", help="the id of a deck or a mock exam without a problem")
    parser.add_argument("--content", type=Path, default=SHIPPED_CONTENT, metavar="FOLDER", help="the content folder")


def chosen_content(parser: argparse.ArgumentParser, chosen: argparse.Namespace) -> Deck | Exam:
    """The deck or the mock exam. Raises SystemExit(2) when there is none of that id."""
    library = load_library(chosen.content)
    usable: dict[str, Deck | Exam] = {**library.decks, **library.exams}
    if chosen.deck not in usable:
        near = nearest_name(chosen.deck, usable)
        parser.error(f"there is no deck '{chosen.deck}' that can be used. {one_of(usable, near)}")
    return usable[chosen.deck]
