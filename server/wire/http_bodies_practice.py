"""The bodies that HTTP answers with after class: decks to practise, mock exams, homework."""

from dataclasses import dataclass

from server.content.exams import SectionKind
from server.rules.cards import Text
from server.rules.exam_marks import ExamMarks
from server.rules.ids import CardId, OptionId, RoomId, ServerMillis


@dataclass(frozen=True, slots=True)
class CardName:
    """A card by name."""

    id: CardId
    title: Text


@dataclass(frozen=True, slots=True)
class PracticeDeck:
    """A deck that can be practised."""

    id: str
    title: Text
    about: Text
    cards: tuple[CardName, ...]


@dataclass(frozen=True, slots=True)
class ExamOutline:
    """A mock exam on the list. `items` have options, `questions` want words; `minutes` None: as long as it takes."""

    id: str
    title: Text
    about: Text
    items: int
    questions: int
    minutes: int | None


@dataclass(frozen=True, slots=True)
class PracticeShelf:
    """All that can be practised at one's own pace."""

    decks: tuple[PracticeDeck, ...]
    exams: tuple[ExamOutline, ...]


@dataclass(frozen=True, slots=True)
class ExamOption:
    """One answer to a question, or one point of a rubric."""

    id: OptionId
    text: Text


@dataclass(frozen=True, slots=True)
class ExamItemView:
    """A question of an exam without its key, nor the place in the case that decides it. No options: it wants words."""

    id: CardId
    question: Text
    options: tuple[ExamOption, ...]


@dataclass(frozen=True, slots=True)
class ExamCase:
    """The case that the questions of a section are about."""

    title: Text
    paragraphs: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class ExamSection:
    """A part of an exam, its questions in the author's order."""

    kind: SectionKind
    title: Text
    case: ExamCase | None
    items: tuple[ExamItemView, ...]


@dataclass(frozen=True, slots=True)
class ExamSheet:
    """A whole mock exam as it lies on the table."""

    id: str
    title: Text
    about: Text
    minutes: int | None
    sections: tuple[ExamSection, ...]


@dataclass(frozen=True, slots=True)
class ModelAnswer:
    """What a question in words asked for, to mark one's own answer by."""

    item: CardId
    model_answer: Text
    rubric: tuple[ExamOption, ...]


@dataclass(frozen=True, slots=True)
class ExamResult:
    """How an exam went, after it was handed in."""

    exam: str
    marks: ExamMarks
    questions: tuple[ModelAnswer, ...]


@dataclass(frozen=True, slots=True)
class HomeworkView:
    """A homework as its link shows it. `is_open`: results still come in. `title` may be empty."""

    id: str
    title: str
    deck: str
    deck_title: Text
    cards: tuple[CardName, ...]
    until: ServerMillis | None
    closed_at: ServerMillis | None
    is_open: bool


@dataclass(frozen=True, slots=True)
class HomeworkLine:
    """A homework on the lecturer's list. `devices` have handed in at least one card; `room`: whose cards they are."""

    id: str
    title: str
    deck: str
    deck_title: Text
    cards: int
    made_at: ServerMillis
    until: ServerMillis | None
    closed_at: ServerMillis | None
    is_open: bool
    devices: int
    room: RoomId | None
    link: str


@dataclass(frozen=True, slots=True)
class WorstCards:
    """The cards of a sitting that went worst, the worst first."""

    room: RoomId
    deck: str
    cards: tuple[CardName, ...]
