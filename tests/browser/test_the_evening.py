"""From page to page after class: misses go to practice, a student is forgotten, a lecturer takes the round home."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Devices
from tests.browser.test_my_session import Evening, open_own
from tests.play.short_hour import CARDS, NAMES, cards_played, right

Shoot = Callable[[Page, str], None]


@pytest.fixture
def evening(devices: Devices) -> Iterator[Evening]:
    """A short hour, played to its end."""
    with ExitStack() as leaving:
        evening = Evening(devices, leaving)
        evening.play()
        yield evening


@pytest.fixture
def report(evening: Evening) -> Page:
    """Its report on the lecturer's laptop."""
    laptop = evening.devices.laptop("en-GB", 1366, 900)
    laptop.goto(f"{evening.devices.server.url}/report/{evening.hour.lecturer.room}")
    expect(laptop.get_by_role("button", name="Take home")).to_be_visible()
    return laptop


def test_what_was_missed_waits_in_practice(evening: Evening, shoot: Shoot) -> None:
    noor = open_own(evening)
    noor.get_by_role("button", name=re.compile("^Oefen")).tap()
    noor.wait_for_url("**/practice")
    expect(noor.get_by_role("heading", name="Drie om vandaag te oefenen")).to_be_visible()
    noor.get_by_role("button", name=re.compile("^Begin met ")).tap()
    expect(noor.get_by_text(next(iter(cards_played())).story.nl[:40])).to_be_visible()
    shoot(noor, "evening-practice")


def test_who_asks_to_be_forgotten_is_nobody_from_then_on(evening: Evening, shoot: Shoot) -> None:
    noor = open_own(evening)
    noor.get_by_role("button", name="Vergeet mij hier").tap()
    shoot(noor, "evening-forget-me")
    noor.get_by_role("button", name=re.compile("^Ja")).tap()
    expect(noor.get_by_role("heading", name="Je naam is weg")).to_be_focused()
    rows = evening.hour.lecturer.get(f"/api/rooms/{evening.hour.lecturer.room}/leaderboard").json["rows"]
    assert len(rows) == len(NAMES) + 1
    assert "Noor" not in {row["name"] for row in rows}
    noor.reload()
    expect(noor.get_by_role("heading", name="3 missers")).to_have_count(0)


def test_the_files_of_a_round_are_taken_home_without_names_until_asked(
    evening: Evening, report: Page, tmp_path: Path, shoot: Shoot
) -> None:
    report.get_by_role("button", name="Take home").click()
    shoot(report, "evening-exports")
    assert "Noor" not in saved_people(report, tmp_path / "nameless.xlsx")
    report.get_by_label("With names").check()
    assert {"Noor", *NAMES} <= saved_people(report, tmp_path / "named.xlsx")
    with report.expect_download() as pdf:
        report.get_by_role("link", name=re.compile("^PDF")).click()
    assert Path(pdf.value.path()).read_bytes().startswith(b"%PDF-")
    report.keyboard.press("Escape")
    expect(report.get_by_role("button", name="Take home")).to_be_focused()


def saved_people(report: Page, path: Path) -> set[object]:
    """All that stands in the workbook."""
    with report.expect_download() as book:
        report.get_by_role("link", name=re.compile("^Excel")).click()
    book.value.save_as(path)
    sheets = openpyxl.load_workbook(path).worksheets
    assert len(sheets) == 3
    return {cell for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row}


def test_what_slipped_is_named_and_opens_a_room_at_one_press(evening: Evening, report: Page, shoot: Shoot) -> None:
    told = evening.hour.lecturer.get(f"/api/rooms/{evening.hour.lecturer.room}/warm-up").json
    assert 0 < len(told["cards"]) <= CARDS
    for card in told["cards"]:
        expect(report.locator("footer")).to_contain_text(card["title"]["en"])
    shoot(report, "evening-report")
    report.get_by_role("button", name=re.compile("^Make warm-up")).click()
    report.wait_for_url("**/host/*")
    expect(report.get_by_role("main")).to_be_visible()
    assert evening.hour.lecturer.room not in report.url


def test_homework_of_a_round_comes_back_to_its_report(evening: Evening, report: Page, shoot: Shoot) -> None:
    server = evening.devices.server
    report.get_by_role("link", name="Set the hardest cards as homework").click()
    report.wait_for_url("**/homework?room=*")
    report.get_by_role("button", name="Set it").click()
    expect(report.get_by_text("The homework is set.")).to_be_visible()
    link = report.get_by_label("The link of the homework").first.input_value()
    homework = server.get("/api/homework/" + link.rsplit("/", 1)[-1]).json
    card = next(card for card in cards_played() if card.id == homework["cards"][0]["id"])
    picks = {"stage": right(card, "stage")}
    tried = {"device": "a1" * 16, "card": card.id, "axes": ["stage"], "picks": picks}
    assert server.post(f"/api/homework/{homework['id']}/answers", tried).status == 200

    report.goto(f"{server.url}/report/{evening.hour.lecturer.room}")
    expect(report.get_by_text("1 person began")).to_be_visible()
    expect(report.get_by_role("row", name=card.title.en).last).to_contain_text("1 / 1 (100%)")
    shoot(report, "evening-homework")
