"""The host takes a session home over HTTP; nobody else does, and no name goes along unless it is asked for."""

import gzip
import io
from collections.abc import Callable

import openpyxl
import pytest

from server.rules.events import AnswerGiven, ExtraTimeGiven, PlayerJoined
from server.store.log_file import read_log_file
from tests.play.people import HOST_COOKIE, Lecturer, Phone
from tests.play.server_under_test import Reply, ServerUnderTest

MARKED = "Xanthippe"
FORMATS = ("csv", "xlsx", "json", "log")
ALL_FORMATS = (*FORMATS, "pdf")


def play(lecturer: Lecturer, student: Phone) -> None:
    """One card, with time of the student's own."""
    player = lecturer.see("roster", lambda roster: roster["rows"])["rows"][0]["player"]
    assert lecturer.ask("extra_time", player=player, allowance="double")["ok"]
    card = lecturer.step_to("answering")["round"]["card"]
    assert student.answer(card, stage="client")["ok"]
    lecturer.step_to("reveal")


def export(lecturer: Lecturer, name: str) -> Reply:
    """A file."""
    return lecturer.get(f"/api/rooms/{lecturer.room}/export/{name}")


def text_of(name: str, content: bytes) -> str:
    """All that stands in a file, whatever it is packed in."""
    if name.startswith("xlsx"):
        book = openpyxl.load_workbook(io.BytesIO(content))
        return str([row for sheet in book for row in sheet.iter_rows(values_only=True)])
    if name.startswith("log"):
        return gzip.decompress(content).decode()
    return content.decode()


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_names_nobody_unless_it_is_asked_to(
    name: str, lecturer: Lecturer, phone: Callable[[str], Phone]
) -> None:
    play(lecturer, phone(MARKED))
    quiet, named = export(lecturer, name), export(lecturer, f"{name}?names=true")
    assert (quiet.status, named.status) == (200, 200)
    assert MARKED not in text_of(name, quiet.body)
    assert "P1" in text_of(name, quiet.body)
    assert MARKED in text_of(name, named.body)
    assert '"double"' not in text_of(name, named.body)
    assert quiet.headers["content-disposition"].startswith('attachment; filename="trede-')
    assert quiet.headers["cache-control"] == "no-store"


def test_tables_labels_and_figures_are_chosen_in_the_address(lecturer: Lecturer, phone: Callable[[str], Phone]) -> None:
    play(lecturer, phone(MARKED))
    dutch = export(lecturer, "csv?lang=nl&table=people").body.decode("utf-8-sig")
    assert dutch.startswith("wie;team;kaarten beantwoord;")
    mixed = export(lecturer, "csv?lang=nl&for=en&table=items").body.decode("utf-8-sig")
    assert mixed.startswith("kaart nr,kaart id,kaart,")
    strange = export(lecturer, "csv?lang=xx-<script>").body.decode("utf-8-sig")
    assert strange.startswith("kaart nr;")


def test_only_the_host_takes_anything_and_only_what_there_is(server: ServerUnderTest, lecturer: Lecturer) -> None:
    for name in ALL_FORMATS:
        refused = server.get(f"/api/rooms/{lecturer.room}/export/{name}")
        assert (refused.status, refused.json["code"]) == (403, "FORBIDDEN")
    for name in ("exe", "csv.exe", "CSV", "pdf%00", "csv?table=secrets"):
        refused = export(lecturer, name)
        assert (refused.status, refused.json["code"]) == (400, "BAD_REQUEST"), name
    nowhere = server.get(f"/api/rooms/{'0' * 32}/export/csv", Cookie=HOST_COOKIE)
    assert (nowhere.status, nowhere.json["code"]) == (404, "ROOM_NOT_FOUND")


def test_the_report_on_paper_comes_as_pdf(lecturer: Lecturer, phone: Callable[[str], Phone]) -> None:
    play(lecturer, phone(MARKED))
    report = export(lecturer, "pdf?lang=en")
    assert (report.headers["content-type"], report.body[:5]) == ("application/pdf", b"%PDF-")


def test_the_log_file_is_the_portable_one(
    lecturer: Lecturer, phone: Callable[[str], Phone], tmp_path_factory: pytest.TempPathFactory
) -> None:
    play(lecturer, phone(MARKED))
    path = tmp_path_factory.mktemp("export") / "room.trede-log"
    path.write_bytes(export(lecturer, "log").body)
    file = read_log_file(path)
    assert file.room == lecturer.room
    assert [event.name for event in file.events if isinstance(event, PlayerJoined)] == ["P1"]
    assert {event.allowance.value for event in file.events if isinstance(event, ExtraTimeGiven)} == {"usual"}
    assert sum(isinstance(event, AnswerGiven) for event in file.events) == 1
