"""`trede deck review DECK READING.yaml READING2.yaml`: two blind readings -> the record in reviews/."""

import argparse
from collections.abc import Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import Any, TextIO

from ruamel.yaml import YAML

from server.content.check_command import near
from server.content.deck_options import add_deck_options, chosen_deck
from server.content.documents import Document
from server.content.fingerprint import content_of
from server.content.opened import open_document
from server.content.problems import Problem, Rule
from server.content.readings import agrees, pick_of
from server.content.reporting import write_problem
from server.content.review_files import REVIEWS, check_reading, read_review
from server.content.review_shapes import CardReviewShape
from server.rules.cards import AxisKind, Card, CardStatus, Deck
from server.rules.ids import AxisId

HEADER = "# Written by `trede deck review`: what blind readers made of each card.\n"
Reading = Mapping[str, Any]
"""What one reader chose on one card, by axis."""
BothReadings = tuple[Mapping[str, Reading], Mapping[str, Reading]]
"""What two readers chose, by card."""


def main(arguments: Sequence[str], out: TextIO) -> int:
    """0 when the record was written, 1 when a reading cannot be used. Raises SystemExit(2) for wrong usage."""
    parser = argparse.ArgumentParser(prog="trede deck review", description="Records two blind readings of a deck.")
    add_deck_options(parser)
    parser.add_argument("readings", nargs=2, type=Path, metavar="READING.yaml", help="as `trede deck strip` asks for")
    chosen = parser.parse_args(arguments)
    deck = chosen_deck(parser, chosen)
    (first, wrong), (second, wrong_too) = (read_reading(file, deck) for file in chosen.readings)
    problems = [*wrong, *wrong_too]
    for problem in problems:
        write_problem(problem, out)
    if problems:
        return 1
    file = chosen.content / REVIEWS / f"{deck.id}.yaml"
    before = read_review(file)
    reviews = _reviews(deck, (first, second), before.cards if before else {})
    file.parent.mkdir(exist_ok=True)
    file.write_text(HEADER + _yaml({"id": deck.id, "cards": reviews}), encoding="utf-8")
    _tell(deck, (first, second), out)
    out.write(f"wrote {near(file)}\n")
    return 0


def read_reading(file: Path, deck: Deck) -> tuple[dict[str, Reading], list[Problem]]:
    """What one reader chose, by the card's id; and what is wrong with the file. That a key differs is not wrong."""
    document = open_document(file)
    written = document.value
    if not isinstance(written, Mapping):
        if document.is_sound:
            remedy = "Fill in what `trede deck strip` prints."
            document.problem((), Rule.REVIEW_FORM, "A reading has a group of fields per story.", remedy)
        return {}, document.problems
    cards = {content_of(card): card for card in deck.cards}
    found: dict[str, Reading] = {}
    for content, answers in written.items():
        if content not in cards:
            message = f"No card of this deck has the content '{content}'; it may have changed since."
            document.problem((content,), Rule.REVIEW_FRESH, message, "Have the card read again.")
        elif not isinstance(answers, Mapping):
            message = "Nothing is answered here."
            document.problem((content,), Rule.REVIEW_FORM, message, "Write a field per axis, or remove the story.")
        else:
            _check_form(document, content, answers, deck, cards[content])
            found[cards[content].id] = answers
    return found, document.problems


def _check_form(document: Document, content: str, answers: Reading, deck: Deck, card: Card) -> None:
    before = len(document.notes)
    check_reading(document, (content,), answers, deck, card)
    document.notes[before:] = [note for note in document.notes[before:] if note.rule is not Rule.REVIEW_AGREES]


def _reviews(deck: Deck, readings: BothReadings, before: Mapping[str, CardReviewShape]) -> dict[str, object]:
    """The record of each card: a new one where both have read it, else the one that is there, if any."""
    reviews: dict[str, object] = {}
    for card in deck.cards:
        both = _both_on(card, readings)
        if both is not None:
            reviews[card.id] = _review(deck, card, both, before.get(card.id))
        elif card.id in before:
            reviews[card.id] = _plain(before[card.id])
    return reviews


def _both_on(card: Card, readings: BothReadings) -> tuple[Reading, Reading] | None:
    first, second = readings
    return (first[card.id], second[card.id]) if card.id in first and card.id in second else None


def _review(deck: Deck, card: Card, both: tuple[Reading, Reading], before: CardReviewShape | None) -> dict[str, object]:
    review: dict[str, object] = {"content": content_of(card), "verdict": _verdict(deck, card, both)}
    contested = [key for axis, key in card.keys.items() if key.is_contested_on(deck.axis(axis))]
    if contested and review["verdict"] == "contested":
        review["reason"] = contested[0].why.en
    review["readings"] = [dict(reading) for reading in both]
    if before is not None:
        earlier = [one.model_dump() for one in before.earlier]
        if before.content != review["content"]:
            earlier.append(before.model_dump(include={"content", "verdict", "readings"}))
        review |= {"earlier": earlier} if earlier else {}
    return review


def _plain(review: CardReviewShape) -> dict[str, object]:
    written = review.model_dump(exclude_none=True)
    return {name: value for name, value in written.items() if name != "earlier" or value}


def _verdict(deck: Deck, card: Card, both: tuple[Reading, Reading]) -> str:
    if not all(_agrees(deck, card, axis, reading) for axis in card.keys for reading in both):
        return "differs"
    return "contested" if card.status is CardStatus.CONTESTED else "agrees"


def _agrees(deck: Deck, card: Card, axis_id: AxisId, reading: Reading) -> bool:
    axis, key = deck.axis(axis_id), card.keys[axis_id]
    pick = pick_of(axis, key, reading.get(axis_id))
    return axis.kind is AxisKind.OPEN if pick is None else agrees(axis, key, pick)


def _tell(deck: Deck, readings: BothReadings, out: TextIO) -> None:
    """How many keys both readers hit, and each that one of them did not."""
    read = [(card, both) for card in deck.cards if (both := _both_on(card, readings)) is not None]
    hits = []
    for card, both in read:
        for axis in card.keys:
            hits.append(all(_agrees(deck, card, axis, reading) for reading in both))
            if not hits[-1]:
                out.write(f"{card.id}, {axis}: {both[0].get(axis)} and {both[1].get(axis)}\n")
    agreed = f"both readings agree on {sum(hits)} of {len(hits)} keys"
    out.write(f"{len(read)} of {len(deck.cards)} cards read twice; {agreed}.\n")


def _yaml(value: Mapping[str, Any]) -> str:
    yaml = YAML(typ="safe", pure=True)
    yaml.default_flow_style = None
    yaml.sort_base_mapping_type_on_output = False  # type: ignore[assignment]
    yaml.width = 120
    written = StringIO()
    yaml.dump(dict(value), written)
    return written.getvalue()
