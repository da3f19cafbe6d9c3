"""Exports read back by other readers: Python's csv, openpyxl, the schema. Nothing in them is carried out or lost."""

import csv
import io
import json

import openpyxl
import pytest
from openpyxl.utils.escape import unescape
from pydantic import TypeAdapter

from server.review.export_csv import BYTE_ORDER_MARK, csv_bytes, harmless
from server.review.export_json import ExportedSession, export_session, session_pieces
from server.review.export_table import Cell, Table, export_tables
from server.review.export_xlsx import ROWS_AT_ONCE, TEXT_LONGEST, xlsx_bytes
from server.review.sitting import Sitting, read_sitting
from server.rules import commands as c
from server.rules.events import Event
from server.rules.ids import PlayerId
from server.rules.phases import Phase
from server.rules.picks import Confidence
from tests.support.classroom import ROOM, Classroom
from tests.support.sample_deck import FORM, STAGE

EVIL = [
    "=1+1", "+31 6", "-2+3", "@SUM(A1)", "\t=1+1", "\r=1+1", "  =1+1", '"=1+1', "a;=1+1", "a,=1+1", "\uff1d1+1",
    "=HYPERLINK(\"http://elsewhere\",\"click\")", "=cmd|'/c calc'!A0",
]  # fmt: skip
EATEN = ["007", "1e5", "12e45678", "3/4", "1-2", "mei-1", "2 mrt", "TRUE", "waar", "1,5", "\u20ac 5", "5 %"]


def played() -> Classroom:
    """Three people, two votes on one card, points and certainty; one who never answered and one who was sent away."""
    room = Classroom(asks_confidence=True, speed_bonus=True)
    room.join("Anna", "Bram", "Cas")
    room.step_until(Phase.ANSWERING)
    card = room.room.card
    assert card is not None
    right = next(iter(card.keys[STAGE].accept))
    wrong = next(option.id for option in room.room.deck.axis(STAGE).options if option.id not in card.keys[STAGE].accept)
    room.wait(3)
    room.answer("Anna", stage=wrong, sure=Confidence.CERTAIN)
    room.answer("Bram", stage=wrong, form=next(iter(card.keys[FORM].accept)))
    room.step_until(Phase.CLOSED)
    room.talk(STAGE)
    room.step_until(Phase.ANSWERING)
    room.wait(2)
    room.answer("Anna", stage=right)
    room.step_until(Phase.ENDED)
    return room


@pytest.fixture
def sitting() -> Sitting:
    """The same, read."""
    return read_sitting(ROOM, played().log)


def rows_of(content: bytes, separator: str) -> list[dict[str, str]]:
    """What a reader of CSV sees."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=separator))


def test_every_pick_is_a_row_with_its_vote_its_worth_and_a_pseudonym(sitting: Sitting) -> None:
    picks, _, _ = export_tables(sitting, "en", with_names=False)
    rows = rows_of(csv_bytes(picks, "en"), ",")
    assert len(rows) == len(sitting.said) == 4
    mine = [row for row in rows if row["who"] == "P1"]
    assert [(row["vote"], row["right"], row["counts"]) for row in mine] == [("1", "no", "no"), ("2", "yes", "yes")]
    assert mine[0]["confidence"] == "certain"
    assert mine[0]["thinking ms"] == "3000"
    assert {row["who"] for row in rows} == {"P1", "P2"}
    assert "Anna" not in str(rows)


def test_labels_are_read_in_the_language_that_was_asked_for(sitting: Sitting) -> None:
    label = sitting.room.deck.axis(STAGE).label
    for language, expected in (("nl", label.nl), ("en", label.en)):
        picks, _, _ = export_tables(sitting, language, with_names=False)
        assert {row[4] for row in picks.rows if row[3] == STAGE} == {expected}


def test_a_question_and_a_person_have_a_row_also_without_any_answer(sitting: Sitting) -> None:
    _, items, people = export_tables(sitting, "en", with_names=False)
    by_axis = {row[3]: row for row in items.rows if row[0] == 1}
    assert by_axis[STAGE][9:11] == (2, 0.0)
    assert by_axis[STAGE][12:14] == (1, 100.0)
    assert by_axis["trust-level"][9:12] == (0, None, None)
    assert [row[0] for row in people.rows] == ["P1", "P2", "P3"]
    assert people.rows[2][2:6] == (0, 0, 0, None)


def test_names_are_there_when_they_are_asked_for(sitting: Sitting) -> None:
    for table in (0, 2):
        assert "Anna" in str(export_tables(sitting, "en", with_names=True)[table].rows)


def test_dutch_excel_gets_semicolons_and_decimal_commas_and_the_mark_of_utf8(sitting: Sitting) -> None:
    _, _, people = export_tables(sitting, "nl", with_names=False)
    content = csv_bytes(people, "nl")
    assert content.decode().startswith(BYTE_ORDER_MARK)
    assert content.count(b"\r\n") == len(people.rows) + 1
    points = [row["punten"] for row in rows_of(content, ";")]
    assert [text.replace(",", ".") for text in points] == [f"{row[6]:g}" for row in people.rows]


@pytest.mark.parametrize("text", EVIL)
@pytest.mark.parametrize("reader", ["nl", "en"])
def test_no_text_is_a_formula_in_any_spreadsheet(text: str, reader: str) -> None:
    content = csv_bytes(Table("t", ("a", "b"), ((text, 1),)), reader).decode("utf-8-sig")
    for separator in ";,\t|":
        for row in csv.reader(io.StringIO(content, newline=""), delimiter=separator):
            assert not [cell for cell in row if cell.strip(' "\t\r').startswith(("=", "+", "-", "@", "\uff1d"))]


@pytest.mark.parametrize("text", EATEN)
def test_a_text_of_figures_stays_a_text(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize(
    "text", ["Noor", "P1", "Caf\u00e9 de Zwaan", "village-baker", "May", "Jan", "Marieke 2", "x 5 %, y 9 %"]
)
def test_an_ordinary_text_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text


def test_quotes_separators_and_lines_come_back_as_they_were() -> None:
    text = 'She said "no"; twice, and left'
    for reader, separator in (("nl", ";"), ("en", ",")):
        (row,) = rows_of(csv_bytes(Table("t", ("said", "n"), ((text, -1.5),)), reader), separator)
        assert row["said"] == text
        assert row["n"] == ("-1,5" if reader == "nl" else "-1.5")


def test_the_workbook_has_three_sheets_whose_texts_are_texts(sitting: Sitting) -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(export_tables(sitting, "nl", with_names=False))))
    assert book.sheetnames == ["antwoorden", "kaarten", "mensen"]
    for sheet in book:
        assert sheet.freeze_panes == "A2"
    table, sheet = export_tables(sitting, "nl", with_names=False)[0], book["antwoorden"]
    read = [tuple(row) for row in sheet.iter_rows(values_only=True)]
    assert read[0] == table.headings
    assert read[1:] == [tuple(cell if cell != "" else None for cell in row) for row in table.rows]


def test_in_the_workbook_nothing_is_a_formula_or_a_link() -> None:
    evil: tuple[tuple[Cell, ...], ...] = tuple((text, "http://elsewhere.example") for text in [*EVIL, *EATEN])
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes((Table("t", ("a", "b"), evil),))))
    cells = [cell for row in book["t"].iter_rows(min_row=2) for cell in row]
    assert {cell.data_type for cell in cells} == {"s"}
    assert {cell.number_format for cell in cells} == {"@"}
    assert not any(cell.hyperlink for cell in cells)


def test_what_a_sheet_cannot_hold_as_it_is_comes_back_all_the_same() -> None:
    """Signs of XML, line breaks, spaces at the ends, control characters, what looks like their code, and a novel."""
    texts = ["a <b> & 'c' \"d\"", " space ", "two\nlines", "bell\x07", "_x0041_", "Caf\u00e9 \U0001f44d"]
    rows: tuple[tuple[Cell, ...], ...] = (*((text, 1) for text in texts), ("n" * 40_000, 2))
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes((Table("t", ("said", "n"), rows),))))
    read = [row[0] for row in book["t"].iter_rows(min_row=2, values_only=True)]
    assert [unescape(str(text)) for text in read[:-1]] == texts
    assert read[-1] == "n" * TEXT_LONGEST


@pytest.mark.parametrize("count", [1, ROWS_AT_ONCE, ROWS_AT_ONCE + 1, 3 * ROWS_AT_ONCE + 7])
def test_however_many_rows_there_are_each_comes_back_in_its_place(count: int) -> None:
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (f"P{number}", number, number / 7, None, "ja") for number in range(count)
    )
    table = Table("t", ("who", "n", "s", "nothing", "yes"), rows)
    content = xlsx_bytes((table, Table("other", ("a",), (("last",),))))
    book = openpyxl.load_workbook(io.BytesIO(content))
    read = list(book["t"].iter_rows(min_row=2, values_only=True))
    assert [(row[0], row[1], row[3], row[4]) for row in read] == [(row[0], row[1], row[3], row[4]) for row in rows]
    assert [row[2] for row in read] == pytest.approx([row[2] for row in rows], rel=1e-14)
    assert book["t"].dimensions == f"A1:E{count + 1}"
    assert book["other"]["A2"].value == "last"
    assert len(rows_of(csv_bytes(table, "nl"), ";")) == count


def test_a_workbook_is_packed() -> None:
    """A hall's would be fifty megabytes."""
    rows: tuple[tuple[Cell, ...], ...] = (("the baker and the broken oven", "stage", 1),) * 2_000
    assert len(xlsx_bytes((Table("t", ("a", "b", "c"), rows),))) < 60_000


@pytest.mark.parametrize("hour", [Classroom().log, played().log])
def test_the_json_that_is_written_in_pieces_is_the_whole(hour: list[Event]) -> None:
    sitting = read_sitting(ROOM, hour)
    whole = TypeAdapter(ExportedSession).dump_json(export_session(sitting, with_names=True), indent=1)
    assert b"".join(session_pieces(sitting, with_names=True)) == whole


def test_an_empty_session_is_exported_as_well() -> None:
    empty = read_sitting(ROOM, Classroom().log)
    tables = export_tables(empty, "nl", with_names=False)
    assert [len(rows_of(csv_bytes(table, "nl"), ";")) for table in tables] == [0, 0, 0]
    assert openpyxl.load_workbook(io.BytesIO(xlsx_bytes(tables))).sheetnames == ["antwoorden", "kaarten", "mensen"]
    assert export_session(empty, with_names=False).picks == ()


def test_the_json_is_what_its_schema_says_and_adds_up_to_the_points(sitting: Sitting) -> None:
    adapter = TypeAdapter(ExportedSession)
    body = json.loads(adapter.dump_json(export_session(sitting, with_names=False)))
    read = adapter.validate_python(body)
    assert [person.who for person in read.people] == ["P1", "P2", "P3"]
    assert {person.who: person.points for person in read.people} == {
        sitting.pseudonym(player): sitting.room.points.get(player, 0) for player in sitting.players
    }
    assert "Anna" not in json.dumps(body)


def test_who_was_sent_away_is_in_no_table() -> None:
    room = Classroom()
    room.join("Anna", "Bram")
    room.step_until(Phase.ANSWERING)
    for name in ("Anna", "Bram"):
        room.answer(name, stage="client")
    room.do(c.RemovePlayer(room.new_id(), PlayerId("Anna")))
    room.step_until(Phase.ENDED)
    picks, _, people = export_tables(read_sitting(ROOM, room.log), "en", with_names=False)
    assert {row[6] for row in picks.rows} == {row[0] for row in people.rows} == {"P2"}
