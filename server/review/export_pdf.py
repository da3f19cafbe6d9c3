"""The report on paper: how each card went, what was mixed up, and whether certainty was deserved. It names nobody.

Readable in grey: a dark bar is the first vote, a framed one the vote after a talk, and every bar has its figure.
"""

from collections.abc import Sequence
from datetime import UTC, datetime

from server.review.export_table import LABELS, Label
from server.review.pace import Rest, at_once
from server.review.pdf_page import HEIGHT, WIDTH, PdfPage, fitted, pdf_bytes, wrapped
from server.review.sitting import SaidPick, Sitting, SittingCard
from server.rules.board_types import ConfusionView
from server.rules.class_review import calibration, worst_confusions
from server.rules.picks import Confidence

LEFT, RIGHT, TOP, FOOT = 48, WIDTH - 48, 56, HEIGHT - 48
BAR_LEFT, BAR_WIDTH = 330, 150
ROW = 15
FIRST_VOTE, TRACK = 0.25, 0.9
MIXED_UP_MOST = 8

WORDS = {
    "nl": {
        "cards": "Per kaart en as: goed in de eerste stem; omlijnd na het praten",
        "people": "{} mensen, {} kaarten, {} antwoorden",
        "mixed": "Vaakst door elkaar gehaald",
        "nothing_mixed": "Geen twee opties werden zo vaak verwisseld dat het iets zegt.",
        "mixed_row": "{} waar het {} was: {} van {} ({} %)",
        "sure": "Hoe zeker, hoe vaak goed",
        "not_asked": "Zekerheid is in deze ronde niet gevraagd.",
        "few": "te weinig",
        "certain_wrong": "{} antwoorden waren zeker en fout.",
        "percent": " %",
        "none": "Er is nog geen kaart getoond.",
        "page": "Trede, {} van {}",
        "guess": "gok",
        "fairly_sure": "vrij zeker",
        "certain": "zeker",
    },
    "en": {
        "cards": "By card and axis: right in the first vote; framed after the talk",
        "people": "{} people, {} cards, {} answers",
        "mixed": "Mixed up most",
        "nothing_mixed": "No two options were mixed up so often that it says something.",
        "mixed_row": "{} where it was {}: {} of {} ({}%)",
        "sure": "How sure, how often right",
        "not_asked": "Nobody was asked how sure they were.",
        "few": "too few",
        "certain_wrong": "{} answers were certain and wrong.",
        "percent": "%",
        "none": "No card has been revealed yet.",
        "page": "Trede, {} of {}",
        "guess": "guess",
        "fairly_sure": "fairly sure",
        "certain": "certain",
    },
}


def report_pdf(sitting: Sitting, language: str, rest: Rest = at_once) -> bytes:
    """The file, two pages for an ordinary hour; each row is followed by a rest. Raises KeyError for no language."""
    return _Report(sitting, language, rest).printed()


class _Report:
    """Prints from top to bottom, and takes a new page where the old one is full."""

    def __init__(self, sitting: Sitting, language: str, rest: Rest) -> None:
        self._sitting = sitting
        self._rest = rest
        self._language = language
        self._words = WORDS[language]
        self._label: Label = LABELS[language]
        self._pages: list[PdfPage] = []
        self._page = PdfPage()
        self._y = 0.0

    def printed(self) -> bytes:
        """All of it."""
        title = self._label(self._sitting.room.deck.title)
        self._turn()
        self._head(title)
        self._cards()
        self._turn()
        self._rest()
        self._mixed_up()
        self._rest()
        self._sure()
        for number, page in enumerate(self._pages, start=1):
            page.text(LEFT, HEIGHT - 28, self._words["page"].format(number, len(self._pages)), 8, grey=0.35)
        return pdf_bytes(self._pages, title, self._language)

    def _turn(self) -> None:
        self._page, self._y = PdfPage(), TOP
        self._pages.append(self._page)

    def _room_for(self, height: float) -> None:
        if self._y + height > FOOT:
            self._turn()

    def _head(self, title: str) -> None:
        sitting = self._sitting
        self._page.text(LEFT, self._y, fitted(title, RIGHT - LEFT, 20, is_bold=True), 20, is_bold=True)
        day = datetime.fromtimestamp(sitting.room.opened_at / 1000, UTC).strftime("%Y-%m-%d")
        said = self._words["people"].format(len(sitting.players), len(sitting.cards), len(sitting.said))
        self._page.text(LEFT, self._y + 20, f"{day}    {said}", 10)
        self._y += 48

    def _heading(self, text: str) -> None:
        self._room_for(60)
        self._page.text(LEFT, self._y, text, 13, is_bold=True)
        self._page.line(LEFT, self._y + 6, RIGHT)
        self._y += 24

    def _cards(self) -> None:
        self._heading(self._words["cards"])
        if not self._sitting.cards:
            self._page.text(LEFT, self._y, self._words["none"], 10)
        for card in self._sitting.cards:
            self._room_for(ROW * len(card.asked.axes) + 4)
            self._card(card)

    def _card(self, card: SittingCard) -> None:
        name = f"{card.number}. {self._label(card.card.title)}"
        self._page.text(LEFT, self._y, fitted(name, 160, 9, is_bold=True), 9, is_bold=True)
        for axis_id in card.asked.axes:
            axis = self._sitting.room.deck.axis(axis_id)
            first, second = (self._sitting.said_on(card.card.id, axis_id, vote) for vote in (1, 2))
            self._page.text(LEFT + 170, self._y, fitted(self._label(axis.short_label), 105, 9), 9)
            self._bar(_right_share(first), _right_share(second))
            self._rest()
            self._y += ROW
        self._y += 4

    def _bar(self, first: float | None, second: float | None) -> None:
        top = self._y - 8
        self._page.box(BAR_LEFT, top, BAR_WIDTH, 9, TRACK)
        if first is not None:
            self._page.box(BAR_LEFT, top, BAR_WIDTH * first, 9, FIRST_VOTE)
        if second is not None:
            self._page.frame(BAR_LEFT, top - 1, BAR_WIDTH * second, 11)
        figures = self._figure(first) + (f"  > {self._figure(second)}" if second is not None else "")
        self._page.text_right(RIGHT, self._y, figures, 9)

    def _figure(self, share: float | None) -> str:
        return (
            "-" if share is None else f"{round(100 * share)} %" if self._language == "nl" else f"{round(100 * share)}%"
        )

    def _mixed_up(self) -> None:
        self._heading(self._words["mixed"])
        confusions = worst_confusions(self._sitting.room, most=MIXED_UP_MOST)
        if not confusions:
            self._page.text(LEFT, self._y, self._words["nothing_mixed"], 10)
        for confusion in confusions:
            self._confusion(confusion)
        self._y += 28

    def _confusion(self, confusion: ConfusionView) -> None:
        percent = round(100 * confusion.count / confusion.of)
        said = self._words["mixed_row"].format(
            self._label(confusion.pick_label), self._label(confusion.key_label), confusion.count, confusion.of, percent
        )
        asked = wrapped(self._label(confusion.question), RIGHT - LEFT, 9) if confusion.question else []
        self._room_for(14 + 12 * len(asked) + 8)
        self._page.text(LEFT, self._y, fitted(f"{self._label(confusion.axis_label)}: {said}", RIGHT - LEFT, 10), 10)
        for line in asked:
            self._y += 12
            self._page.text(LEFT, self._y, line, 9, grey=0.35)
        self._y += 18

    def _sure(self) -> None:
        self._heading(self._words["sure"])
        view = calibration(self._sitting.room)
        if not any(step.answers for step in view.steps):
            self._page.text(LEFT, self._y, self._words["not_asked"], 10)
            return
        for step in view.steps:
            self._page.text(LEFT, self._y, self._words[Confidence(step.confidence).value], 10)
            top = self._y - 9
            self._page.box(LEFT + 90, top, 280, 11, TRACK)
            if step.right_share is not None:
                self._page.box(LEFT + 90, top, 280 * step.right_share, 11, FIRST_VOTE)
            figure = self._words["few"] if step.right_share is None else self._figure(step.right_share)
            self._page.text_right(RIGHT, self._y, f"{figure}, n = {step.answers}", 10)
            self._y += 20
        self._page.text(LEFT, self._y + 6, self._words["certain_wrong"].format(view.certain_wrong), 10)


def _right_share(said: Sequence[SaidPick]) -> float | None:
    judged = [one.is_right for one in said if one.share is not None]
    return sum(judged) / len(judged) if judged else None
