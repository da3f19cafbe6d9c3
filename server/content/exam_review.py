"""What blind readers made of the items of a mock exam: readings -> the record, and the record against the exam."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from server.content.documents import Document
from server.content.exam_sheet import Asked, asked_in
from server.content.exams import ChoiceItem, Exam
from server.content.opened import open_document
from server.content.problems import FieldPath, Problem, Rule
from server.content.review_record import READ_BLIND, as_written, with_earlier
from server.content.review_shapes import ExamReviewShape, ItemReviewShape
from server.content.wording import one_of

ItemReading = Mapping[str, str]
"""What one reader answered, by item: a letter, or words on an open one."""
BothItemReadings = tuple[ItemReading, ItemReading]


def read_exam_reading(file: Path, exam: Exam) -> tuple[ItemReading, list[Problem]]:
    """What one reader answered; and what is wrong with the file. That a key differs is not wrong."""
    document = open_document(file)
    written = document.value
    if not isinstance(written, Mapping):
        if document.is_sound:
            remedy = "Fill in what `trede deck strip` prints."
            document.problem((), Rule.REVIEW_FORM, "A reading has an answer per question.", remedy)
        return {}, document.problems
    named = {asked.content: name for name, asked in asked_in(exam).items()}
    found: dict[str, str] = {}
    for content, answer in written.items():
        if content not in named:
            message = f"No item of this exam has the content '{content}'; it may have changed since."
            document.problem((content,), Rule.REVIEW_FRESH, message, "Have the item read again.")
        elif not isinstance(answer, str) or not answer.strip():
            message = "Nothing is answered here, or it is no text."
            document.problem((content,), Rule.REVIEW_FORM, message, "Write a letter, or on an open question words.")
        else:
            found[named[content]] = answer
            _check_letter(document, (content,), answer, asked_in(exam)[named[content]])
    return found, document.problems


def reviews_of_exam(
    exam: Exam, readings: BothItemReadings, before: Mapping[str, ItemReviewShape]
) -> Mapping[str, object]:
    """The record of each item: a new one where both have read it, else the one that is there, if any."""
    reviews: dict[str, object] = {}
    for name, asked in asked_in(exam).items():
        both = [reading[name] for reading in readings if name in reading]
        if len(both) == len(readings):
            verdict = "agrees" if all(_agrees(asked, answer) for answer in both) else "differs"
            review: dict[str, object] = {"content": asked.content, "verdict": verdict, "readings": both}
            reviews[name] = with_earlier(review, before.get(name))
        elif name in before:
            reviews[name] = as_written(before[name])
    return reviews


def judged_exam(exam: Exam, readings: BothItemReadings) -> Iterator[str]:
    """Lines that say which keys a reader did not choose, and how many both did."""
    first, second = readings
    read = {name: asked for name, asked in asked_in(exam).items() if name in first and name in second}
    keyed = {name: asked for name, asked in read.items() if isinstance(asked.item, ChoiceItem)}
    missed = [name for name, asked in keyed.items() if not all(_agrees(asked, each[name]) for each in readings)]
    for name in missed:
        yield f"{name}: {first[name]} and {second[name]}"
    agreed = f"both readings agree on {len(keyed) - len(missed)} of {len(keyed)} keys"
    yield f"{len(read)} of {len(asked_in(exam))} items read twice; {agreed}."


def check_exam_reviews(document: Document, shape: ExamReviewShape, exam: Exam) -> None:
    """Notes which items were not read, were changed since, or were read in another way than their key."""
    asked_by = asked_in(exam)
    for name, asked in asked_by.items():
        review = shape.items.get(name)
        path = ("items", name)
        if review is None:
            message = f"The item '{name}' has not been read blind."
            document.warning(("items",), Rule.REVIEW_THERE, message, READ_BLIND)
        elif review.content != asked.content:
            message = f"The item '{name}' has changed since it was read blind."
            document.warning((*path, "content"), Rule.REVIEW_FRESH, message, READ_BLIND)
        else:
            _check_item(document, path, review, asked)
    for name in shape.items:
        if name not in asked_by:
            message = f"The exam has no item '{name}' any more."
            document.warning(("items", name), Rule.REVIEW_THERE, message, "Remove its review.")


def _check_item(document: Document, path: FieldPath, review: ItemReviewShape, asked: Asked) -> None:
    for place, answer in enumerate(review.readings):
        here = (*path, "readings", place)
        _check_letter(document, here, answer, asked)
        if not _agrees(asked, answer):
            message = f"A blind reader of '{asked.item.id}' chose {answer}."
            document.problem(here, Rule.REVIEW_AGREES, message, "Rewrite the item, then have it read again.")


def _check_letter(document: Document, path: FieldPath, answer: str, asked: Asked) -> None:
    known = [option.id for option in asked.item.options] if isinstance(asked.item, ChoiceItem) else [answer]
    if answer not in known:
        message = f"The item '{asked.item.id}' has no option '{answer}'."
        document.problem(path, Rule.REVIEW_FORM, message, one_of(known))


def _agrees(asked: Asked, answer: str) -> bool:
    """Words are nobody's key."""
    return not isinstance(asked.item, ChoiceItem) or answer == asked.item.key
