"""The report on paper: two pages for an ordinary hour, every figure in words as well as in a bar, nobody in it."""

import re
import zlib

import pytest

from server.review.export_pdf import report_pdf
from server.review.pdf_page import PdfPage, fitted, pdf_bytes, text_width, wrapped
from server.review.sitting import read_sitting
from tests.review.test_exports import played
from tests.support.classroom import ROOM, Classroom


def pages_of(file: bytes) -> list[str]:
    """What is drawn on each page."""
    streams = re.findall(rb"stream\n(.*?)\nendstream", file, re.DOTALL)
    return [zlib.decompress(stream).decode("cp1252") for stream in streams]


def texts_of(page: str) -> list[str]:
    """The lines of text on a page."""
    return [re.sub(r"\\([()\\])", r"\1", text) for text in re.findall(r"Td \((.*)\) Tj", page)]


@pytest.mark.parametrize(("language", "people"), [("nl", "3 mensen"), ("en", "3 people")])
def test_an_hour_is_two_pages_in_the_language_that_was_asked_for(language: str, people: str) -> None:
    first, second = pages_of(report_pdf(read_sitting(ROOM, played().log), language))
    assert any(people in text for text in texts_of(first))
    assert len(texts_of(second)) > 2


def test_every_question_has_its_figure_of_both_votes() -> None:
    sitting = read_sitting(ROOM, played().log)
    first, _ = pages_of(report_pdf(sitting, "en"))
    figures = [text for text in texts_of(first) if re.fullmatch(r"-|\d+%( {2}> \d+%)?", text)]
    assert len(figures) == sum(len(card.asked.axes) for card in sitting.cards)
    assert "0%  > 100%" in figures


def test_nobody_is_named() -> None:
    drawn = "".join(pages_of(report_pdf(read_sitting(ROOM, played().log), "nl")))
    assert not any(name in drawn for name in ("Anna", "Bram", "Cas "))


def test_an_hour_without_a_card_says_so() -> None:
    first, second = pages_of(report_pdf(read_sitting(ROOM, Classroom().log), "en"))
    assert "No card has been revealed yet." in texts_of(first)
    assert "Nobody was asked how sure they were." in texts_of(second)


def test_the_same_hour_gives_the_same_bytes() -> None:
    log = played().log
    assert report_pdf(read_sitting(ROOM, log), "nl") == report_pdf(read_sitting(ROOM, log), "nl")


def test_the_table_of_places_points_at_every_object() -> None:
    page = PdfPage()
    page.text(10, 10, "a (bracket) and a \\ and \u2264")
    file = pdf_bytes([page, PdfPage()], "Caf\u00e9", "nl")
    places = [int(place) for place in re.findall(rb"(\d{10}) 00000 n", file)]
    assert [file[place:].split(b" ")[0] for place in places] == [b"%d" % number for number in range(1, len(places) + 1)]
    start = re.findall(rb"startxref\n(\d+)", file)[0]
    assert file[int(start) :].startswith(b"xref\n")
    assert texts_of(pages_of(file)[0]) == ["a (bracket) and a \\ and ?"]


def test_what_is_too_wide_is_cut_off_or_wrapped() -> None:
    text = "De dorpsbakker die elke zaterdag om zes uur begint"
    assert text_width(fitted(text, 100, 10), 10) <= 100
    assert fitted("kort", 100, 10) == "kort"
    lines = wrapped(text, 100, 10)
    assert " ".join(lines) == text
    assert all(text_width(line, 10) <= 100 for line in lines)
    assert text_width(wrapped("x" * 500, 100, 10)[0], 10) <= 100
