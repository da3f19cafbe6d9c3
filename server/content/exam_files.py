"""One file of decks/ of the type exam -> the exam it describes, or what is wrong with it."""

from collections.abc import Mapping, Sequence

from server.content.building import build_text
from server.content.deck_checks import check_id_is_file_name
from server.content.documents import Document
from server.content.exam_checks import check_exam, items_of
from server.content.exam_shapes import CaseShape, ChoiceShape, ExamShape, ItemShape, SectionShape
from server.content.exams import Case, Choice, ChoiceItem, Exam, OpenItem, Row, Section, SectionKind
from server.content.shape_check import fit
from server.content.text_checks import check_markup


def is_exam(document: Document) -> bool:
    """Whether a file of decks/ says that it is an exam."""
    return isinstance(document.value, Mapping) and document.value.get("type") == "exam"


def read_exam(document: Document) -> Exam | None:
    """The exam, or None when a problem keeps it from being used. All that there is to say is noted in the document."""
    shape = fit(document, ExamShape, document.value)
    if shape is None:
        return None
    check_id_is_file_name(document, shape.id)
    check_markup(document)
    check_exam(document, shape)
    return _exam(shape) if document.is_sound else None


def _exam(shape: ExamShape) -> Exam:
    return Exam(
        id=shape.id,
        title=build_text(shape.title),
        about=build_text(shape.about),
        sections=tuple(_section(section, shape.theme) for section in shape.sections),
        rows=(*_totals(shape), *_blueprint(shape)),
        minutes=shape.minutes,
    )


def _totals(shape: ExamShape) -> list[Row]:
    return [
        Row(
            kind=SectionKind(row.section),
            theme=None,
            model=None,
            wanted=row.wanted,
            filled=len(items_of(shape, row.section)),
            why=build_text(row.hole) if row.hole else None,
        )
        for row in shape.totals
    ]


def _blueprint(shape: ExamShape) -> list[Row]:
    theory = [(item.theme or shape.theme, item.model) for item in items_of(shape, "theory")]
    return [
        Row(
            kind=SectionKind.THEORY,
            theme=row.theme,
            model=row.model,
            wanted=row.wanted,
            filled=sum(on == (row.theme, row.model) for on in theory),
            why=build_text(row.hole) if row.hole else None,
        )
        for row in shape.blueprint
    ]


def _section(shape: SectionShape, theme: str) -> Section:
    return Section(
        kind=SectionKind(shape.id),
        title=build_text(shape.title),
        case=_case(shape.case) if shape.case else None,
        items=tuple(_choice_item(item, theme) for item in shape.items if item.options is not None),
        questions=tuple(_open_item(item, theme) for item in shape.items if item.model_answer is not None),
    )


def _case(shape: CaseShape) -> Case:
    paragraphs = tuple(build_text(paragraph.text) for paragraph in shape.paragraphs)
    return Case(title=build_text(shape.title), paragraphs=paragraphs)


def _choice_item(shape: ItemShape, theme: str) -> ChoiceItem:
    assert shape.key is not None
    assert shape.why is not None
    return ChoiceItem(
        id=shape.id,
        theme=shape.theme or theme,
        model=shape.model,
        question=build_text(shape.question),
        options=_choices(shape.options or ()),
        key=shape.key,
        why=build_text(shape.why),
        paragraph=shape.paragraph,
    )


def _open_item(shape: ItemShape, theme: str) -> OpenItem:
    assert shape.model_answer is not None
    return OpenItem(
        id=shape.id,
        theme=shape.theme or theme,
        model=shape.model,
        question=build_text(shape.question),
        model_answer=build_text(shape.model_answer),
        rubric=_choices(shape.rubric or ()),
    )


def _choices(shapes: Sequence[ChoiceShape]) -> tuple[Choice, ...]:
    return tuple(Choice(shape.id, build_text(shape.text)) for shape in shapes)
