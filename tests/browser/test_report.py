"""The lecturer's report of the recorded hour, in a real Chromium: the street, its table, keys, names and paper."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from server.rules.ids import RoomId
from server.store.log_file import read_log_file
from tests.browser.conftest import Devices
from tests.play.people import HOST_COOKIE
from tests.play.server_under_test import ServerUnderTest
from tests.recorded import FOLDER, HOUR
from tests.recorded.lay_in import lay_in

Shoot = Callable[[Page, str], None]
NAMES = [event.name for event in read_log_file(FOLDER / HOUR).events if type(event).__name__ == "PlayerJoined"]  # type: ignore[union-attr]
CARDS = 14
SIZES = [(1366, 900), (1920, 1080), (1440, 1080), (390, 844), (320, 700)]


@pytest.fixture(scope="module")
def room(server: ServerUnderTest) -> RoomId:
    return lay_in(server)


@pytest.fixture(scope="module")
def report(server: ServerUnderTest, room: RoomId) -> Any:
    return server.get(f"/api/rooms/{room}/report?names=true", Cookie=HOST_COOKIE).json


@pytest.fixture
def laptop(devices: Devices, room: RoomId) -> Page:
    page = devices.laptop("en-GB", 1366, 900)
    page.goto(f"{devices.server.url}/report/{room}")
    expect(steps(page)).to_have_count(CARDS)
    return page


def steps(page: Page) -> Locator:
    return page.get_by_role("list", name="The cards as a street").get_by_role("button")


def sentence(step: Locator) -> str:
    """What is heard of a step; all else in it is hidden from ears."""
    return step.locator(".unseen").inner_text()


def percent(share: float | None) -> str:
    """As the page rounds it: half a per cent goes up."""
    return "\u2013" if share is None else f"{int(share * 100 + 0.5)}%"


def test_the_street_says_each_card_in_one_sentence(laptop: Page, report: Any, shoot: Shoot) -> None:
    for step, card in zip(steps(laptop).all(), report["cards"], strict=True):
        said = sentence(step)
        assert said.startswith(
            f"Card {card['number']}, {card['title']['en']}: {percent(card['right_share'])} first vote"
        )
        assert (
            (", " + percent(card["gain"]["after"]) + " after talking" in said) if card["gain"] else "after" not in said
        )
        assert f", r {card['discrimination']['r']:.2f}" in said
    shoot(laptop, "report")


def test_the_table_has_the_numbers_of_the_street(laptop: Page, report: Any, shoot: Shoot) -> None:
    laptop.keyboard.press("a")
    table = laptop.get_by_role("table")
    expect(table).to_be_visible()
    expect(steps(laptop)).to_have_count(0)
    rows = table.locator("tbody tr").all()
    for row, card in zip(rows, report["cards"], strict=True):
        held, gain = card["discrimination"], card["gain"]
        cells = [cell.inner_text() for cell in row.locator("th, td").all()]
        assert cells[0] == f"{card['number']}. {card['title']['en']}"
        figures = [card["right_share"], gain and gain["after"], held["best"], held["lowest"]]
        assert cells[1:5] == [percent(share) for share in figures]
        assert cells[5] == f"{held['r']:.2f}"
        assert cells[7:9] == [str(card["people"]), str(card["certain_wrong"])]
    shoot(laptop, "report-table")
    laptop.keyboard.press("a")
    expect(steps(laptop)).to_have_count(CARDS)


def test_arrows_walk_enter_opens_and_escape_goes_back(laptop: Page, report: Any, room: RoomId, shoot: Shoot) -> None:
    laptop.keyboard.press("ArrowRight")
    laptop.keyboard.press("ArrowRight")
    expect(steps(laptop).nth(2)).to_be_focused()
    laptop.keyboard.press("Enter")
    third = report["cards"][2]
    opened = laptop.get_by_role("region", name=f"Card 3, {third['title']['en']}")
    expect(opened).to_be_visible()
    for axis in third["axes"]:
        expect(opened.get_by_role("heading", name=axis["question"]["en"])).to_be_visible()
    counts = [use["count"] for axis in third["axes"] for use in axis["options"]]
    assert [int(count) for count in opened.locator("li > b").all_inner_texts()] == counts
    moment = (third["revealed_at"] - report["opened_at"]) / 1000
    expect(opened.get_by_role("link")).to_have_attribute("href", f"/replay/{room}#t={moment:g}")
    shoot(laptop, "report-opened")
    laptop.keyboard.press("Escape")
    expect(opened).to_have_count(0)
    expect(steps(laptop).nth(2)).to_be_focused()


def test_the_street_can_be_put_in_another_order(laptop: Page, report: Any) -> None:
    laptop.get_by_label("Order").select_option("difficulty")
    hardest = sorted(report["cards"], key=lambda card: card["right_share"])
    assert [number_of(step) for step in steps(laptop).all()] == [card["number"] for card in hardest]
    laptop.get_by_label("Order").select_option("gap")
    widest = sorted(report["cards"], key=lambda card: card["discrimination"]["lowest"] - card["discrimination"]["best"])
    assert [number_of(step) for step in steps(laptop).all()] == [card["number"] for card in widest]


def number_of(step: Locator) -> int:
    found = re.match(r"Card (\d+),", sentence(step))
    assert found is not None
    return int(found[1])


def test_nobody_is_named_until_it_is_asked_for(laptop: Page, report: Any) -> None:
    expect(laptop.get_by_text(re.compile(r"^P\d+$")).first).to_be_visible()
    assert named_on(laptop.content()) == []
    laptop.get_by_role("button", name="Show names").click()
    wanted = [report["students"][word["student"]]["name"] for word in report["words"]]
    assert 0 < len(wanted) <= 4
    for name in wanted:
        expect(laptop.get_by_text(name, exact=True)).to_be_visible()
    laptop.get_by_role("button", name="All 118 people").click()
    rows = laptop.get_by_role("region", name="All 118 people").locator("tbody tr")
    assert [row.split("\t")[0] for row in rows.all_inner_texts()] == [each["name"] for each in report["students"]]
    laptop.get_by_role("button", name="Hide names").click()
    expect(laptop.get_by_role("button", name="Show names")).to_be_visible()
    assert named_on(laptop.content()) == []
    laptop.reload()
    expect(laptop.get_by_role("button", name="Show names")).to_be_visible()


def named_on(text: str) -> list[str]:
    """Who is named in a text."""
    return [name for name in NAMES if name in text]


def test_on_paper_it_is_two_pages_and_names_nobody(laptop: Page, tmp_path: Path) -> None:
    laptop.get_by_role("button", name="Show names").click()
    laptop.get_by_role("button", name="All 118 people").click()
    expect(laptop.get_by_role("button", name="Hide names")).to_be_visible()
    assert named_on(laptop.inner_text("body")) != []
    laptop.emulate_media(media="print")
    on_paper = laptop.inner_text("body")
    assert named_on(on_paper) == []
    assert "Card\tFirst vote" in on_paper.replace("\n", "")
    paper = laptop.pdf(prefer_css_page_size=True, print_background=True)
    (Path(__file__).parent / "shots" / "report.pdf").write_bytes(paper)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 2


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_it_fits_every_window(laptop: Page, shoot: Shoot, width: int, height: int) -> None:
    laptop.set_viewport_size({"width": width, "height": height})
    expect(steps(laptop).first).to_be_visible()
    assert laptop.evaluate("document.documentElement.scrollWidth") <= width
    shoot(laptop, f"report-{width}")


def test_who_is_not_the_lecturer_is_told_so(devices: Devices, room: RoomId) -> None:
    stranger = devices.projector(f"/report/{room}", "en-GB")
    expect(stranger.get_by_role("heading", name="This report is for the lecturer")).to_be_visible()
    expect(stranger.get_by_role("link", name="To the lecturer's door")).to_have_attribute("href", "/host")
    assert named_on(stranger.content()) == []
    assert [said for said in devices.complaints if "403" not in said] == []
    devices.complaints.clear()  # Chromium itself notes that it was refused


def test_a_room_that_is_not_there_has_no_report(devices: Devices) -> None:
    page = devices.laptop("nl-NL")
    page.goto(f"{devices.server.url}/report/0123456789abcdef0123456789abcdef")
    expect(page.get_by_role("heading", name="Deze ronde is er niet")).to_be_visible()
    assert [said for said in devices.complaints if "404" not in said] == []
    devices.complaints.clear()


def test_before_the_first_reveal_it_says_what_will_stand_here(devices: Devices, server: ServerUnderTest) -> None:
    wanted = {"command_id": "a" * 24, "deck": "village-square"}
    opened = json.loads(server.post("/api/rooms", wanted, Cookie=HOST_COOKIE).body)
    laptop = devices.laptop("en-GB")
    laptop.goto(f"{server.url}/report/{opened['room']}")
    expect(laptop.get_by_role("heading", name="No card has been revealed yet.")).to_be_visible()
    expect(laptop.get_by_text("This round is not over yet.")).to_be_visible()
