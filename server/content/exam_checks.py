"""The rules on a mock exam: what each section needs, and the numbers in its blueprint."""

from collections.abc import Sequence

from server.content.documents import Document
from server.content.exam_item_checks import check_choices, check_given_away, check_open_item
from server.content.exam_shapes import CaseShape, ExamShape, ItemShape, SectionShape
from server.content.problems import FieldPath, Rule
from server.content.wording import LANGUAGES, one_of, word_count

CASE_WORDS_LEAST, CASE_WORDS_MOST = 250, 400


def check_exam(document: Document, exam: ExamShape) -> None:
    """Notes all that is wrong with an exam."""
    for place, section in enumerate(exam.sections):
        path = ("sections", place)
        if section.id in [earlier.id for earlier in exam.sections[:place]]:
            document.problem(
                (*path, "id"), Rule.ID_ONCE, f"There is a section '{section.id}' already.", "Join the two."
            )
        _check_section(document, path, section)
    _check_ids(document, exam)
    check_given_away(document, exam)
    _check_totals(document, exam)
    _check_blueprint(document, exam)


def _check_section(document: Document, path: FieldPath, section: SectionShape) -> None:
    if (section.case is None) == (section.id == "case"):
        message = "The section case, and only that, has a case."
        document.problem((*path, "case"), Rule.EXAM_SECTION, message, "A case has a title and numbered paragraphs.")
    elif section.case is not None:
        _check_case(document, (*path, "case"), section.case)
    for place, item in enumerate(section.items):
        here = (*path, "items", place)
        if section.id == "open":
            check_open_item(document, here, item)
        else:
            check_choices(document, here, item)
        _check_paragraph(document, (*here, "paragraph"), item, section)


def _check_case(document: Document, path: FieldPath, case: CaseShape) -> None:
    for place, paragraph in enumerate(case.paragraphs):
        if paragraph.number != place + 1:
            message = f"This is paragraph {place + 1}, and its number is {paragraph.number}."
            here = (*path, "paragraphs", place, "number")
            document.problem(here, Rule.EXAM_CASE, message, "Number them 1, 2, 3 in their order.")
    for language in LANGUAGES:
        words = sum(word_count(paragraph.text.in_language(language)) for paragraph in case.paragraphs)
        if not CASE_WORDS_LEAST <= words <= CASE_WORDS_MOST:
            message = f"The case has {words} words ({language}), and not {CASE_WORDS_LEAST} to {CASE_WORDS_MOST}."
            document.problem(path, Rule.EXAM_CASE, message, "Shorten it, or tell more.")


def _check_paragraph(document: Document, path: FieldPath, item: ItemShape, section: SectionShape) -> None:
    numbers = [paragraph.number for paragraph in section.case.paragraphs] if section.case else []
    if section.id == "case" and item.paragraph not in numbers:
        message = "The item names no paragraph of the case."
        document.problem(path, Rule.EXAM_CASE, message, f"Add paragraph. {one_of(map(str, numbers))}")
    if section.id != "case" and item.paragraph is not None:
        document.problem(path, Rule.EXAM_CASE, "Only an item on a case names a paragraph.", "Remove it.")


def _check_ids(document: Document, exam: ExamShape) -> None:
    seen: set[str] = set()
    for number, section in enumerate(exam.sections):
        for place, item in enumerate(section.items):
            if item.id in seen:
                message = f"Another item has the id '{item.id}' already."
                path = ("sections", number, "items", place, "id")
                document.problem(path, Rule.ID_ONCE, message, "Name one of them otherwise.")
            seen.add(item.id)


def _check_totals(document: Document, exam: ExamShape) -> None:
    for place, row in enumerate(exam.totals):
        found = len(items_of(exam, row.section))
        _check_row(document, ("totals", place), row.section, (row.wanted, row.filled, found), row.hole is not None)


def _check_blueprint(document: Document, exam: ExamShape) -> None:
    theory = items_of(exam, "theory")
    rows = [(row.theme, row.model) for row in exam.blueprint]
    for place, row in enumerate(exam.blueprint):
        path = ("blueprint", place)
        if rows.index((row.theme, row.model)) != place:
            message = "There is a line for this theme and model already."
            document.problem(path, Rule.EXAM_HOLE, message, "Join the two.")
        found = sum((item.theme or exam.theme, item.model) == (row.theme, row.model) for item in theory)
        name = f"theory, {row.theme}, {row.model or 'no model'}"
        _check_row(document, path, name, (row.wanted, row.filled, found), row.hole is not None)
    for item in theory if exam.blueprint else ():
        if (item.theme or exam.theme, item.model) not in rows:
            message = f"No line counts the item '{item.id}' ({item.theme or exam.theme}, {item.model})."
            document.warning(("blueprint",), Rule.EXAM_HOLE, message, "Add a line for its theme and model.")


def _check_row(
    document: Document, path: FieldPath, name: str, counts: tuple[int | None, int | None, int], is_said: bool
) -> None:
    wanted, filled, found = counts
    if filled is not None and filled != found:
        message = f"{name}: {filled} are said to be here, and {found} are."
        document.problem((*path, "filled"), Rule.EXAM_HOLE, message, f"Write filled: {found}.")
    is_hole = found < wanted if wanted is not None else found == 0
    if is_hole and not is_said:
        asked = f"{found} of {wanted}" if wanted is not None else "none"
        remedy = "Write them, or say why not: hole: {nl: ..., en: ...}."
        document.warning(path, Rule.EXAM_HOLE, f"{name}: {asked} of the items are here.", remedy)


def items_of(exam: ExamShape, section: str) -> Sequence[ItemShape]:
    """All items of a section; none when there is no such section."""
    return [item for part in exam.sections if part.id == section for item in part.items]
