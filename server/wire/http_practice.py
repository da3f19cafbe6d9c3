"""Practice and mock exams: questions without their keys, and marks for answers. The server keeps nothing of it."""

from collections.abc import Mapping

from flask import Flask, Response, request

from server.content.exam_deck import deck_of_exam
from server.content.exams import ChoiceItem, Exam, OpenItem, Section
from server.rooms.token_bucket import TokenBuckets
from server.rules.cards import WARM_UP_DECK, Deck
from server.rules.exam_marks import mark_exam
from server.rules.ids import CardId, OptionId
from server.rules.practice import card_of, mark_card, practice_round
from server.rules.refusals import Refusal, RefusalCode
from server.wire.http_bodies_practice import (
    CardName,
    ExamCase,
    ExamItemView,
    ExamOption,
    ExamOutline,
    ExamResult,
    ExamSection,
    ExamSheet,
    ModelAnswer,
    PracticeDeck,
    PracticeShelf,
)
from server.wire.http_law import answer, posted
from server.wire.packed import Packed
from server.wire.practice_messages import HandInExamMessage, PracticeMessage
from server.wire.services import Services

ASKED_PER_SECOND = 20.0
ASKED_AT_ONCE = 300.0
"""Per address. Generous: a whole class may practise behind one."""


class PracticeRoutes:
    """Thin: read, ask, answer."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._exams = services.exams
        self._exam_decks = {exam.id: deck_of_exam(exam) for exam in services.exams.values()}
        self._decks: Mapping[str, Deck] = {**self._exam_decks, **services.decks}
        self._asked = TokenBuckets(ASKED_PER_SECOND, ASKED_AT_ONCE)
        self._shelf = Packed.of(_shelf(services.decks, services.exams))
        self._sheets = {exam.id: Packed.of(_sheet(exam)) for exam in services.exams.values()}

    def attach(self, app: Flask) -> None:
        """Puts the addresses on an app."""
        app.add_url_rule("/api/practice", "practice_shelf", self.shelf)
        app.add_url_rule("/api/practice/<deck_id>/<card_id>", "practice_card", self.card)
        app.add_url_rule("/api/practice/<deck_id>/<card_id>", "practice_mark", self.mark, methods=["POST"])
        app.add_url_rule("/api/exams/<exam_id>", "exam_sheet", self.exam)
        app.add_url_rule("/api/exams/<exam_id>", "exam_marks", self.hand_in, methods=["POST"])

    def shelf(self) -> Response:
        """Every deck and every mock exam."""
        self._take()
        return self._shelf.answer()

    def card(self, deck_id: str, card_id: str) -> Response:
        """A card as it is seen before it is answered."""
        self._take()
        deck = self._deck(deck_id, card_id)
        return answer(practice_round(deck, card_of(deck, card_id)))

    def mark(self, deck_id: str, card_id: str) -> Response:
        """How an answer did, and the truth."""
        self._take()
        message = posted(PracticeMessage)
        deck = self._deck(deck_id, card_id)
        card = card_of(deck, card_id)
        self._services.check_no_room_asks(card.id)
        return answer(mark_card(deck, card, message.axes, message.to_picks(), message.confidence))

    def exam(self, exam_id: str) -> Response:
        """A mock exam without its keys."""
        self._take()
        sheet = self._sheets.get(exam_id)
        if sheet is None:
            raise Refusal(RefusalCode.EXAM_NOT_FOUND)
        return sheet.answer()

    def hand_in(self, exam_id: str) -> Response:
        """The marks of a whole exam, with keys, reasons and model answers."""
        self._take()
        message = posted(HandInExamMessage)
        exam = self._exams.get(exam_id)
        if exam is None:
            raise Refusal(RefusalCode.EXAM_NOT_FOUND)
        deck = self._exam_decks[exam_id]
        if not message.answers.keys() <= {card.id for card in deck.cards}:
            raise Refusal(RefusalCode.BAD_PICK)
        questions = tuple(_model_answer(item) for section in exam.sections for item in section.questions)
        return answer(ExamResult(exam_id, mark_exam(deck, message.answers), questions))

    def _deck(self, deck_id: str, card_id: str) -> Deck:
        """The deck of that id; of a warm-up, which is made of several decks, the one that the card is from."""
        if deck_id == WARM_UP_DECK:
            for deck in self._services.decks.values():
                if any(card.id == card_id for card in deck.cards):
                    return deck
        if deck_id not in self._decks:
            raise Refusal(RefusalCode.DECK_NOT_FOUND)
        return self._decks[deck_id]

    def _take(self) -> None:
        if not self._asked.take(request.remote_addr, self._services.clock.now()):
            raise Refusal(RefusalCode.TOO_FAST)


def _shelf(decks: Mapping[str, Deck], exams: Mapping[str, Exam]) -> PracticeShelf:
    return PracticeShelf(
        decks=tuple(
            PracticeDeck(deck.id, deck.title, deck.about, tuple(CardName(card.id, card.title) for card in deck.cards))
            for deck in decks.values()
        ),
        exams=tuple(
            ExamOutline(
                exam.id,
                exam.title,
                exam.about,
                items=sum(len(section.items) for section in exam.sections),
                questions=sum(len(section.questions) for section in exam.sections),
                minutes=exam.minutes,
            )
            for exam in exams.values()
        ),
    )


def _sheet(exam: Exam) -> ExamSheet:
    return ExamSheet(exam.id, exam.title, exam.about, exam.minutes, tuple(_section(part) for part in exam.sections))


def _section(section: Section) -> ExamSection:
    case = section.case
    return ExamSection(
        kind=section.kind,
        title=section.title,
        case=ExamCase(case.title, case.paragraphs) if case else None,
        items=(
            *(_item(item) for item in section.items),
            *(ExamItemView(CardId(item.id), item.question, ()) for item in section.questions),
        ),
    )


def _item(item: ChoiceItem) -> ExamItemView:
    options = tuple(ExamOption(OptionId(option.id), option.text) for option in item.options)
    return ExamItemView(CardId(item.id), item.question, options)


def _model_answer(item: OpenItem) -> ModelAnswer:
    rubric = tuple(ExamOption(OptionId(point.id), point.text) for point in item.rubric)
    return ModelAnswer(CardId(item.id), item.model_answer, rubric)
