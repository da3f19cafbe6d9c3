"""The rules on one item of a mock exam: three or four options with one key, or a model answer with its rubric."""

from collections.abc import Iterator, Sequence

from server.content.documents import Document
from server.content.exam_shapes import ChoiceShape, ExamShape, ItemShape
from server.content.lengths import check_words
from server.content.problems import FieldPath, Rule
from server.content.shapes import TextShape
from server.content.wording import LANGUAGES, nearest_name, one_of, word_count

OPTIONS_LEAST, OPTIONS_MOST = 3, 4
QUESTION_WORDS_MOST = 60
OPTION_WORDS_MOST = 25
WHY_WORDS_MOST = 35
MODEL_ANSWER_WORDS_MOST = 80

_CHOICE_FIELDS = ("options", "key", "why")
_OPEN_FIELDS = ("model_answer", "rubric")


def check_choices(document: Document, path: FieldPath, item: ItemShape) -> None:
    """Notes all that is wrong with an item that is answered by choosing."""
    check_words(document, (*path, "question"), item.question, QUESTION_WORDS_MOST)
    if not _has_fields(document, path, item, _CHOICE_FIELDS, _OPEN_FIELDS):
        return
    if item.why is not None:
        check_words(document, (*path, "why"), item.why, WHY_WORDS_MOST)
    options = item.options or []
    if not OPTIONS_LEAST <= len(options) <= OPTIONS_MOST:
        message = f"There are {len(options)} options; {OPTIONS_LEAST} or {OPTIONS_MOST} are asked."
        document.problem((*path, "options"), Rule.EXAM_ITEM, message, "Add one, or take away what tempts least.")
    known = [option.id for option in options]
    if item.key is not None and item.key not in known:
        message = f"The item has no option '{item.key}'."
        document.problem((*path, "key"), Rule.OPTION_KNOWN, message, one_of(known, nearest_name(item.key, known)))
    _check_differ(document, (*path, "options"), options)


def check_open_item(document: Document, path: FieldPath, item: ItemShape) -> None:
    """Notes all that is wrong with an item that is answered in words."""
    check_words(document, (*path, "question"), item.question, QUESTION_WORDS_MOST)
    if not _has_fields(document, path, item, _OPEN_FIELDS, _CHOICE_FIELDS):
        return
    if item.model_answer is not None:
        check_words(document, (*path, "model_answer"), item.model_answer, MODEL_ANSWER_WORDS_MOST)
    _check_differ(document, (*path, "rubric"), item.rubric or [])


def check_given_away(document: Document, exam: ExamShape) -> None:
    """An answer of two words or more that stands in another item's question need not be known."""
    items = list(_items(exam))
    for path, item in items:
        for other in (other for _, other in items if other.id != item.id):
            if any(_tells(other, right.text, language) for right in item.right for language in LANGUAGES):
                message = f"The question of '{other.id}' holds the right answer."
                document.problem((*path, "key"), Rule.EXAM_ITEM, message, "Word one of the two otherwise.")


def _has_fields(
    document: Document, path: FieldPath, item: ItemShape, needed: Sequence[str], strange: Sequence[str]
) -> bool:
    here = len(document.notes)
    for field in needed:
        if getattr(item, field) is None:
            message = f"The field '{field}' is missing."
            document.problem(path, Rule.EXAM_ITEM, message, f"An item of this section has {', '.join(needed)}.")
    for field in strange:
        if getattr(item, field) is not None:
            message = f"An item of this section has no '{field}'."
            document.problem((*path, field), Rule.EXAM_ITEM, message, "Remove it, or move the item.")
    return len(document.notes) == here


def _check_differ(document: Document, path: FieldPath, choices: Sequence[ChoiceShape]) -> None:
    seen: set[str] = set()
    for place, choice in enumerate(choices):
        check_words(document, (*path, place, "text"), choice.text, OPTION_WORDS_MOST)
        if choice.id in [earlier.id for earlier in choices[:place]]:
            message = f"Another has the id '{choice.id}' already."
            document.problem((*path, place, "id"), Rule.ID_ONCE, message, "Name one of them otherwise.")
        for language in LANGUAGES:
            read = f"{language} {choice.text.in_language(language).casefold()}"
            if read in seen:
                message = "Another reads the same."
                document.problem((*path, place, "text", language), Rule.OPTIONS_DIFFER, message, "Tell them apart.")
            seen.add(read)


def _items(exam: ExamShape) -> Iterator[tuple[FieldPath, ItemShape]]:
    for number, section in enumerate(exam.sections):
        for place, item in enumerate(section.items):
            yield ("sections", number, "items", place), item


def _tells(item: ItemShape, answer: TextShape, language: str) -> bool:
    said = answer.in_language(language).casefold().strip(" .")
    return word_count(said) > 1 and said in item.question.in_language(language).casefold()
