"""A backup is made in an open round, and the round goes on from it in another folder; also from a file half written."""

import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.play.people import HOST_COOKIE
from tests.play.server_under_test import PROJECT, ServerUnderTest
from tests.play.short_hour import NAMES, ShortHour
from tests.store.own_stores import file_of_writes


def backup(server: ServerUnderTest, to: Path) -> subprocess.CompletedProcess[str]:
    """`trede backup`, as an operator types it beside the running server."""
    return subprocess.run(
        [sys.executable, "-m", "server.cli", "backup", str(to)],
        cwd=PROJECT,
        env=server.environment_of_process(),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def hour(any_server: ServerUnderTest, leaving: ExitStack) -> ShortHour:
    """Three students who have answered in an open round that lasts."""
    any_server.start()
    hour = ShortHour.opens(any_server, leaving, NAMES[:3], answer_seconds=120, axes=["stage"])
    hour.lecturer.step_to("answering")
    for phone in hour.phones.values():
        card = phone.see_open_round()["card"]
        assert phone.answer(card, stage="client")["ok"]
    return hour


def answers_in(server: ServerUnderTest, room: str) -> int:
    """How many answers the log holds."""
    log = server.get(f"/api/rooms/{room}/log", Cookie=HOST_COOKIE).json["entries"]
    return [entry["event"]["type"] for entry in log].count("AnswerGiven")


def test_a_round_goes_on_from_a_backup_in_another_folder(any_server: ServerUnderTest, hour: ShortHour) -> None:
    round_view = hour.lecturer.see("host", lambda host: host["round"])["round"]
    elsewhere = ServerUnderTest(any_server.folder / "elsewhere", "eventlet", port=any_server.port)
    made = backup(any_server, elsewhere.folder / "data")
    assert made.returncode == 0, made.stderr
    assert f"DATA_DIR={elsewhere.folder / 'data'}" in made.stdout

    assert any_server.stop() == 0
    elsewhere.start()
    try:
        for phone in hour.phones.values():
            phone.see_connection(2)
            assert phone.see_open_round()["closes_at"] == round_view["closes_at"]
            assert phone.see("seat", lambda seat: seat["answer"])["answer"]["picks"]["stage"] == "client"
        assert phone.answer(round_view["card"], stage="partner")["ok"]
        assert answers_in(elsewhere, hour.room) == 4
    finally:
        assert elsewhere.stop() == 0
    assert elsewhere.complained == ""


def test_a_backup_that_ends_in_half_an_entry_starts(any_server: ServerUnderTest, hour: ShortHour) -> None:
    elsewhere = ServerUnderTest(any_server.folder / "elsewhere", "eventlet")
    assert backup(any_server, elsewhere.folder / "data").returncode == 0
    with file_of_writes(elsewhere.folder / "data").open("ab") as appended:
        appended.write(b"*5\r\n$4\r\nXADD\r\n$40\r\ntrede:{half")

    elsewhere.start()
    try:
        assert answers_in(elsewhere, hour.room) == 3
    finally:
        assert elsewhere.stop() == 0


def test_nothing_is_written_over_and_no_wrong_folder_is_copied(any_server: ServerUnderTest) -> None:
    any_server.start()
    assert backup(any_server, any_server.folder / "data").returncode == 1

    any_server.environment["DATA_DIR"] = str(any_server.folder / "nothing")
    refused = backup(any_server, any_server.folder / "copy")
    assert "is no data folder of Trede" in refused.stderr
    assert not (any_server.folder / "copy").exists()

    any_server.environment["TREDE_REDIS_URL"] = "redis://127.0.0.1"
    assert "docs/backup.md" in backup(any_server, any_server.folder / "copy").stderr
