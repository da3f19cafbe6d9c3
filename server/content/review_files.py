"""The files of reviews/ -> whether each card still is what was read blind, and whether the readers agree with it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from server.content.deck_checks import check_id_is_file_name
from server.content.documents import Document
from server.content.exam_review import check_exam_reviews
from server.content.exam_sheet import asked_in
from server.content.fingerprint import content_of
from server.content.library import Library
from server.content.opened import open_document
from server.content.problems import FieldPath, Problem, Rule
from server.content.readings import HOW_TO_WRITE, agrees, pick_of
from server.content.review_record import LOST_FILE, READ_BLIND, REVIEWS, review_file
from server.content.review_shapes import CardReviewShape, ExamReviewShape, LostReadingsShape, ReviewShape
from server.content.shape_check import fit
from server.content.wording import nearest_name, one_of
from server.rules.cards import AxisKind, Card, Deck
from server.rules.ids import AxisId


def check_reviews(folder: Path, library: Library) -> list[Problem]:
    """What there is to say of the reviews of a content folder; nothing when it has none at all."""
    reviews = folder / REVIEWS
    if not reviews.is_dir():
        return []
    problems = [problem for file in sorted(reviews.glob("*.yaml")) for problem in check_review(file, library)]
    counts = {deck.id: f"{len(deck.cards)} cards" for deck in library.decks.values()}
    counts |= {exam.id: f"{len(asked_in(exam))} items" for exam in library.exams.values()}
    for name, count in counts.items():
        if not review_file(folder, name).exists():
            message = f"None of the {count} has been read blind."
            file = str(folder / "decks" / f"{name}.yaml")
            problems.append(Problem(file, 1, "", Rule.REVIEW_THERE, message, READ_BLIND, is_warning=True))
    return problems


def check_review(file: Path, library: Library) -> list[Problem]:
    """What there is to say of one file of reviews."""
    document = open_document(file)
    if document.value is None:
        return document.problems
    if file.name == LOST_FILE:
        fit(document, LostReadingsShape, document.value)
        return document.problems
    is_exam = isinstance(document.value, Mapping) and "items" in document.value
    shape: ExamReviewShape | ReviewShape | None
    shape = fit(document, ExamReviewShape, document.value) if is_exam else fit(document, ReviewShape, document.value)
    if shape is None:
        return document.problems
    check_id_is_file_name(document, shape.id)
    if isinstance(shape, ExamReviewShape) and shape.id in library.exams:
        check_exam_reviews(document, shape, library.exams[shape.id])
    elif isinstance(shape, ReviewShape) and shape.id in library.decks:
        _check_deck(document, shape, library.decks[shape.id])
    else:
        known = library.exams if is_exam else library.decks
        message = f"No {'exam' if is_exam else 'deck'} '{shape.id}' can be used."
        document.warning(("id",), Rule.REVIEW_THERE, message, one_of(known, nearest_name(shape.id, known)))
    return document.problems


def _check_deck(document: Document, shape: ReviewShape, deck: Deck) -> None:
    cards = {card.id: card for card in deck.cards}
    for card_id, card in cards.items():
        review = shape.cards.get(card_id)
        path = ("cards", card_id)
        if review is None:
            message = f"The card '{card_id}' has not been read blind."
            document.warning(("cards",), Rule.REVIEW_THERE, message, READ_BLIND)
        elif review.content != content_of(card):
            message = f"The card '{card_id}' has changed since it was read blind."
            document.warning((*path, "content"), Rule.REVIEW_FRESH, message, READ_BLIND)
        else:
            _check_card(document, path, review, deck, card)
    for name in shape.cards:
        if name not in cards:
            message = f"The deck has no card '{name}' any more."
            document.warning(("cards", name), Rule.REVIEW_THERE, message, "Remove its review.")


def _check_card(document: Document, path: FieldPath, review: CardReviewShape, deck: Deck, card: Card) -> None:
    if review.verdict == "contested" and review.reason is None:
        message = "A contested card has no reason."
        document.problem((*path, "reason"), Rule.REVIEW_FORM, message, "Say why more than one answer can be defended.")
    for place, reading in enumerate(review.readings):
        check_reading(document, (*path, "readings", place), reading, deck, card)


def check_reading(document: Document, path: FieldPath, reading: Mapping[str, Any], deck: Deck, card: Card) -> None:
    """Notes where one reading of a card does not answer what was asked, or answers other than the key."""
    for axis_id, key in card.keys.items():
        axis = deck.axis(axis_id)
        pick = pick_of(axis, key, reading.get(axis_id))
        if pick is None:
            if axis.kind is AxisKind.OPEN and axis_id not in reading:
                continue
            message = f"'{axis_id}' is not answered in the way of the kind {axis.kind.value}."
            document.problem((*path, axis_id), Rule.REVIEW_FORM, message, f"Write {HOW_TO_WRITE[axis.kind]}.")
        elif not agrees(axis, key, pick):
            message = f"On '{axis_id}' a blind reader of '{card.id}' chose {_written(reading[axis_id])}."
            document.problem((*path, axis_id), Rule.REVIEW_AGREES, message, _REWRITE)
    for axis_name in reading:
        if AxisId(axis_name) not in card.keys:
            message = f"The card '{card.id}' is not asked on '{axis_name}'."
            document.problem((*path, axis_name), Rule.REVIEW_FORM, message, one_of(card.keys))


def _written(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(_written(part) for part in value)}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{item}: {_written(option)}" for item, option in value.items()) + "}"
    return str(value)


_REWRITE = "Rewrite the card, or make it contested for a reason that you can give; then have it read again."
