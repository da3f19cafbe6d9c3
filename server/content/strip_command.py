"""`trede deck strip DECK`: a deck's stories and options for a blind reader, without keys, titles or the deck's name."""

import argparse
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from typing import TextIO

from server.content.deck_options import add_deck_options, chosen_deck
from server.content.fingerprint import content_of
from server.content.readings import HOW_TO_WRITE
from server.content.wording import LANGUAGES
from server.rules.cards import Axis, AxisKind, Card, Deck, Key, Option, Scale, Text
from server.rules.picks import asked_options

HEADER = """\
# Read each story and answer what stands below it, from the story and the options alone.
# Write your answers into a file of this form, the options by their ids:
#
#   story:
#     axis: option
#
"""


def main(arguments: Sequence[str], out: TextIO) -> int:
    """Prints and returns 0. Raises SystemExit(2) for wrong usage."""
    parser = argparse.ArgumentParser(prog="trede deck strip", description="Prints a deck for a blind reader.")
    add_deck_options(parser)
    parser.add_argument("--seed", default="1", help="another seed, another order of stories and options")
    parser.add_argument("--language", choices=[*LANGUAGES, "both"], default="both", help="of the stories")
    chosen = parser.parse_args(arguments)
    languages = LANGUAGES if chosen.language == "both" else (chosen.language,)
    out.write(HEADER)
    for line in stripped(chosen_deck(parser, chosen), chosen.seed, languages):
        out.write(f"{line}\n")
    return 0


def stripped(deck: Deck, seed: str, languages: Sequence[str]) -> Iterator[str]:
    """The lines of a deck as a blind reader may see it; the same for the same seed."""

    def lot(name: str) -> str:
        return sha256(f"{seed}/{name}".encode()).hexdigest()

    for card in sorted(deck.cards, key=lambda card: lot(content_of(card))):
        yield f"{content_of(card)}:"
        for language in languages:
            yield f"  # {_in(card.story, language)}"
        for axis_id in sorted(card.keys, key=lambda axis_id: lot(f"{card.id}/{axis_id}")):
            yield from _axis_lines(card, deck.axis(axis_id), languages, lot)
        yield ""


def _axis_lines(card: Card, axis: Axis, languages: Sequence[str], lot: Callable[[str], str]) -> Iterator[str]:
    key = card.keys[axis.id]
    asked = axis.asks or axis.label
    yield f"  {axis.id}:  # {_said(asked, languages)} ({HOW_TO_WRITE[axis.kind]})"
    if axis.kind is AxisKind.MAP2D:
        yield from _plane_lines(axis, languages)
        return
    for item in sorted(key.items, key=lambda item: lot(f"{card.id}/{item}")):
        yield f"    # item {item}: {_said(key.items[item], languages)}"
    for option in _shown_options(card, axis, key, lot):
        yield f"    # {option.id}: {_said(option.label, languages)} - {_said(option.hint, languages)}"


def _shown_options(card: Card, axis: Axis, key: Key, lot: Callable[[str], str]) -> Sequence[Option]:
    options = asked_options(axis, key)
    if axis.kind is AxisKind.ORDINAL:
        return options
    return sorted(options, key=lambda option: lot(f"{card.id}/{axis.id}/{option.id}"))


def _plane_lines(axis: Axis, languages: Sequence[str]) -> Iterator[str]:
    for name, scale in (("x", axis.x_axis), ("y", axis.y_axis)):
        if isinstance(scale, Scale):
            yield f"    # {name}: 0 {_said(scale.low, languages)}, 1 {_said(scale.high, languages)}"


def _said(text: Text, languages: Sequence[str]) -> str:
    return " / ".join(dict.fromkeys(_in(text, language) for language in languages))


def _in(text: Text, language: str) -> str:
    return text.nl if language == "nl" else text.en
