"""`trede deck strip DECK`: what a blind reader may see of a deck or an exam: no keys, titles or names."""

import argparse
from collections.abc import Iterator, Sequence
from typing import TextIO

from server.content.deck_options import add_deck_options, chosen_content
from server.content.exam_sheet import HOW_TO_READ_AN_EXAM, asked_in, stripped_exam
from server.content.exams import Exam
from server.content.fingerprint import content_of
from server.content.readings import HOW_TO_WRITE
from server.content.review_record import contents_read, review_file
from server.content.sheet_words import Lot, in_language, in_languages, lots_of
from server.content.wording import LANGUAGES
from server.rules.cards import Axis, AxisKind, Card, Deck, Key, Option, Scale
from server.rules.picks import asked_options

HOW_TO_READ_CARDS = """\
# Read each story and answer what stands below it, from the story and the options alone.
# Write your answers into a file of this form, the options by their ids:
#
#   "story":
#     axis: option
#
"""


def main(arguments: Sequence[str], out: TextIO) -> int:
    """Prints and returns 0. Raises SystemExit(2) for wrong usage."""
    parser = argparse.ArgumentParser(prog="trede deck strip", description="Prints a deck or exam for a blind reader.")
    add_deck_options(parser)
    parser.add_argument("--seed", default="1", help="another seed, another order of stories and options")
    parser.add_argument("--language", choices=[*LANGUAGES, "both"], default="both", help="of the stories")
    parser.add_argument("--unread", action="store_true", help="only what has not been read since it was changed")
    chosen = parser.parse_args(arguments)
    languages = LANGUAGES if chosen.language == "both" else (chosen.language,)
    found = chosen_content(parser, chosen)
    read = contents_read(review_file(chosen.content, found.id)) if chosen.unread else {}
    if isinstance(found, Exam):
        out.write(HOW_TO_READ_AN_EXAM)
        asked = [one for name, one in asked_in(found).items() if read.get(name) != one.content]
        lines = stripped_exam(asked, chosen.seed, languages)
    else:
        out.write(HOW_TO_READ_CARDS)
        cards = [card for card in found.cards if read.get(card.id) != content_of(card)]
        lines = stripped(found, cards, chosen.seed, languages)
    for line in lines:
        out.write(f"{line}\n")
    return 0


def stripped(deck: Deck, cards: Sequence[Card], seed: str, languages: Sequence[str]) -> Iterator[str]:
    """The lines of a deck's cards as a blind reader may see them; the same for the same seed."""
    lot = lots_of(seed)
    for card in sorted(cards, key=lambda card: lot(content_of(card))):
        yield f'"{content_of(card)}":'
        for language in languages:
            yield f"  # {in_language(card.story, language)}"
        for axis_id in sorted(card.keys, key=lambda axis_id: lot(f"{card.id}/{axis_id}")):
            yield from _axis_lines(card, deck.axis(axis_id), languages, lot)
        yield ""


def _axis_lines(card: Card, axis: Axis, languages: Sequence[str], lot: Lot) -> Iterator[str]:
    key = card.keys[axis.id]
    asked = axis.asks or axis.label
    yield f"  {axis.id}:  # {in_languages(asked, languages)} ({HOW_TO_WRITE[axis.kind]})"
    if axis.kind is AxisKind.MAP2D:
        yield from _plane_lines(axis, languages)
        return
    for item in sorted(key.items, key=lambda item: lot(f"{card.id}/{item}")):
        yield f"    # item {item}: {in_languages(key.items[item], languages)}"
    for option in _shown_options(card, axis, key, lot):
        yield f"    # {option.id}: {in_languages(option.label, languages)} - {in_languages(option.hint, languages)}"


def _shown_options(card: Card, axis: Axis, key: Key, lot: Lot) -> Sequence[Option]:
    options = asked_options(axis, key)
    if axis.kind is AxisKind.ORDINAL:
        return options
    return sorted(options, key=lambda option: lot(f"{card.id}/{axis.id}/{option.id}"))


def _plane_lines(axis: Axis, languages: Sequence[str]) -> Iterator[str]:
    for name, scale in (("x", axis.x_axis), ("y", axis.y_axis)):
        if isinstance(scale, Scale):
            yield f"    # {name}: 0 {in_languages(scale.low, languages)}, 1 {in_languages(scale.high, languages)}"
