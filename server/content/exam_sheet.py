"""A mock exam for a blind reader: its questions, options and case, without keys, titles, models or reasons."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from server.content.exams import Case, ChoiceItem, Exam, OpenItem, SectionKind
from server.content.fingerprint import content_of_item
from server.content.sheet_words import Lot, in_language, in_languages, lots_of

HOW_TO_READ_AN_EXAM = """\
# Answer each question from what stands here alone: one letter, or a few words where the question is open.
# Write your answers into a file of this form:
#
#   "question": letter
#
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """An item with the part of the exam that it stands in, and the print of what is read."""

    kind: SectionKind
    case: Case | None
    item: ChoiceItem | OpenItem
    content: str


def asked_in(exam: Exam) -> Mapping[str, Asked]:
    """All that an exam asks, by the item's id."""
    asked: dict[str, Asked] = {}
    for section in exam.sections:
        items: list[ChoiceItem | OpenItem] = [*section.items, *section.questions]
        for item in items:
            asked[item.id] = Asked(section.kind, section.case, item, content_of_item(item, section.case))
    return asked


def stripped_exam(asked: Sequence[Asked], seed: str, languages: Sequence[str]) -> Iterator[str]:
    """The lines of what is asked as a blind reader may see it, the case before its questions; the same for a seed."""
    lot = lots_of(seed)
    for kind in SectionKind:
        part = sorted((one for one in asked if one.kind is kind), key=lambda one: lot(one.content))
        if part and (case := part[0].case):
            yield from _case_lines(case, languages)
        for one in part:
            yield from _item_lines(one, languages, lot)


def _case_lines(case: Case, languages: Sequence[str]) -> Iterator[str]:
    yield "# A case. The questions that speak of its people are about it:"
    for number, paragraph in enumerate(case.paragraphs, 1):
        for language in languages:
            yield f"#   {number}. {in_language(paragraph, language)}"
    yield ""


def _item_lines(asked: Asked, languages: Sequence[str], lot: Lot) -> Iterator[str]:
    is_choice = isinstance(asked.item, ChoiceItem)
    yield f'"{asked.content}":  # ({"one letter" if is_choice else "a few words"})'
    for language in languages:
        yield f"  # {in_language(asked.item.question, language)}"
    if isinstance(asked.item, ChoiceItem):
        for option in sorted(asked.item.options, key=lambda option: lot(f"{asked.content}/{option.id}")):
            yield f"  #   {option.id}: {in_languages(option.text, languages)}"
    yield ""
