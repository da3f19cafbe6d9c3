"""`trede deck review DECK READING.yaml READING2.yaml`: two blind readings -> the record in reviews/."""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO

from server.content.check_command import near
from server.content.deck_options import add_deck_options, chosen_content
from server.content.documents import Document
from server.content.exam_review import judged_exam, read_exam_reading, reviews_of_exam
from server.content.exams import Exam
from server.content.fingerprint import content_of
from server.content.opened import open_document
from server.content.problems import Problem, Rule
from server.content.readings import agrees, pick_of
from server.content.reporting import write_problem
from server.content.review_files import check_reading
from server.content.review_record import (
    as_written,
    read_card_reviews,
    read_item_reviews,
    review_file,
    with_earlier,
    write_card_reviews,
    write_item_reviews,
)
from server.content.review_shapes import CardReviewShape
from server.rules.cards import AxisKind, Card, CardStatus, Deck
from server.rules.ids import AxisId

Reading = Mapping[str, Any]
"""What one reader chose on one card, by axis."""
BothReadings = tuple[Mapping[str, Reading], Mapping[str, Reading]]
"""What two readers chose, by card."""


def main(arguments: Sequence[str], out: TextIO) -> int:
    """0 when the record was written, 1 when a reading cannot be used. Raises SystemExit(2) for wrong usage."""
    parser = argparse.ArgumentParser(
        prog="trede deck review", description="Records two blind readings of a deck or a mock exam."
    )
    add_deck_options(parser)
    parser.add_argument("readings", nargs=2, type=Path, metavar="READING.yaml", help="as `trede deck strip` asks for")
    chosen = parser.parse_args(arguments)
    found = chosen_content(parser, chosen)
    file = review_file(chosen.content, found.id)
    is_written = (
        _record_exam(file, found, chosen.readings, out)
        if isinstance(found, Exam)
        else _record_deck(file, found, chosen.readings, out)
    )
    if is_written:
        out.write(f"wrote {near(file)}\n")
    return 0 if is_written else 1


def _record_deck(file: Path, deck: Deck, files: Sequence[Path], out: TextIO) -> bool:
    (first, wrong), (second, wrong_too) = (read_reading(each, deck) for each in files)
    if _is_said([*wrong, *wrong_too], out):
        return False
    write_card_reviews(file, _reviews(deck, (first, second), read_card_reviews(file)))
    _tell(deck, (first, second), out)
    return True


def _record_exam(file: Path, exam: Exam, files: Sequence[Path], out: TextIO) -> bool:
    (first, wrong), (second, wrong_too) = (read_exam_reading(each, exam) for each in files)
    if _is_said([*wrong, *wrong_too], out):
        return False
    write_item_reviews(file, reviews_of_exam(exam, (first, second), read_item_reviews(file)))
    for line in judged_exam(exam, (first, second)):
        out.write(f"{line}\n")
    return True


def _is_said(problems: Sequence[Problem], out: TextIO) -> bool:
    """Whether there are problems; they are printed."""
    for problem in problems:
        write_problem(problem, out)
    return bool(problems)


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
            reviews[card.id] = as_written(before[card.id])
    return reviews


def _both_on(card: Card, readings: BothReadings) -> tuple[Reading, Reading] | None:
    first, second = readings
    return (first[card.id], second[card.id]) if card.id in first and card.id in second else None


def _review(deck: Deck, card: Card, both: tuple[Reading, Reading], before: CardReviewShape | None) -> dict[str, object]:
    missed = [axis for axis in card.keys if not all(_agrees(deck, card, axis, reading) for reading in both)]
    review: dict[str, object] = {"content": content_of(card), "verdict": _verdict(card, missed)}
    if missed:
        review["missed"] = [str(axis) for axis in missed]
    contested = [key for axis, key in card.keys.items() if key.is_contested_on(deck.axis(axis))]
    if contested and review["verdict"] == "contested":
        review["reason"] = contested[0].why.en
    review["readings"] = [dict(reading) for reading in both]
    return with_earlier(review, before)


def _verdict(card: Card, missed: Sequence[AxisId]) -> str:
    if missed:
        return "differs"
    return "contested" if card.status is CardStatus.CONTESTED else "agrees"


def _agrees(deck: Deck, card: Card, axis_id: AxisId, reading: Reading) -> bool:
    axis, key = deck.axis(axis_id), card.keys[axis_id]
    pick = pick_of(axis, key, reading.get(axis_id))
    return axis.kind is AxisKind.OPEN if pick is None else agrees(axis, key, pick)


def _tell(deck: Deck, readings: BothReadings, out: TextIO) -> None:
    """How many keys both readers hit, and each that one of them did not. An open question has none."""
    read = [(card, both) for card in deck.cards if (both := _both_on(card, readings)) is not None]
    hits = []
    for card, both in read:
        for axis in (axis for axis in card.keys if deck.axis(axis).kind is not AxisKind.OPEN):
            hits.append(all(_agrees(deck, card, axis, reading) for reading in both))
            if not hits[-1]:
                out.write(f"{card.id}, {axis}: {both[0].get(axis)} and {both[1].get(axis)}\n")
    agreed = f"both readings agree on {sum(hits)} of {len(hits)} keys"
    out.write(f"{len(read)} of {len(deck.cards)} cards read twice; {agreed}.\n")
