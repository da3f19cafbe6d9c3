"""What a phone fetches and when, in bytes; and what it does about a part of its page that does not come."""

import re
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Page, Route, expect

from server.content.library import load_library
from tests.browser.conftest import Devices
from tests.play.people import Lecturer, present
from tests.play.server_under_test import PROJECT, ServerUnderTest

TO_JOIN = 60_000
IN_AN_ORDINARY_GAME = 75_000
"""Bytes of scripts and styles as they cross the air, fonts apart; the same budgets as in web/tools/budget.mjs."""

DIST = PROJECT / "web" / "dist"
SCRIPTS_AND_STYLES = """() => performance.getEntriesByType("resource")
  .filter((one) => /[.](js|css)$/.test(one.name))
  .map((one) => [one.name.split("/").pop(), one.encodedBodySize])"""
LATER = re.compile(r"^(Answering|Outcome|shared|All)-")


def fetched(phone: Page) -> dict[str, int]:
    """The scripts and styles that this page has fetched, and how many bytes each took."""
    return dict(phone.evaluate(SCRIPTS_AND_STYLES))


def wait_for(phone: Page, part: str) -> None:
    """Until a part of the page has come."""
    phone.wait_for_function(
        "part => performance.getEntriesByType('resource').some((one) => one.name.includes(`/${part}-`))", arg=part
    )


@pytest.fixture
def lecturer(server: ServerUnderTest) -> Iterator[Lecturer]:
    """A lecturer with a room of one card, without a clock."""
    cards = [load_library().decks["village-square"].cards[0].id]
    with ExitStack() as leaving:
        yield present(Lecturer(server, deck="village-square", cards=cards, answer_seconds=None), leaving)


@pytest.fixture
def documents() -> list[str]:
    """How often the phone has loaded its page, to be filled by come_in."""
    return []


def come_in(devices: Devices, lecturer: Lecturer, documents: list[str]) -> Page:
    """A phone on the square."""
    phone = devices.phone(f"/join/{lecturer.pin}")
    phone.on("request", lambda one: documents.append(one.url) if one.is_navigation_request() else None)
    phone.get_by_label("Naam").fill("Noor")
    phone.get_by_role("button", name="Het plein op").tap()
    expect(phone.get_by_role("heading", name="Je staat op het plein, Noor")).to_be_visible()
    return phone


def forgive(devices: Devices, *known: str) -> None:
    """Takes what the browser notes of a request that fails; a page that stumbles over it is still a complaint."""
    assert devices.complaints != []
    assert [said for said in devices.complaints if not any(one in said for one in known)] == []
    devices.complaints.clear()


def test_joining_takes_the_first_part_and_nothing_else(devices: Devices) -> None:
    phone = devices.phone("/")
    expect(phone.get_by_label("Code")).to_be_visible()
    phone.wait_for_load_state("networkidle")
    files = fetched(phone)
    assert len(files) == 2
    assert not any(LATER.match(name) for name in files)
    assert 0 < sum(files.values()) <= TO_JOIN


def test_all_of_an_ordinary_game_is_there_before_its_first_card(
    devices: Devices, lecturer: Lecturer, documents: list[str]
) -> None:
    phone = come_in(devices, lecturer, documents)
    wait_for(phone, "Outcome")
    phone.wait_for_load_state("networkidle")
    in_the_lobby = fetched(phone)
    for phase in ("answering", "reveal", "leaderboard", "podium", "ended"):
        lecturer.step_to(phase)
    expect(phone.get_by_role("heading", name="De ronde is voorbij")).to_be_visible()
    assert fetched(phone) == in_the_lobby
    assert sum(in_the_lobby.values()) <= IN_AN_ORDINARY_GAME
    assert not any(name.startswith("All-") for name in in_the_lobby)  # the rarer ways of answering are not asked for


def test_a_phone_that_comes_back_in_an_open_round_fetches_the_card_at_once(
    devices: Devices, lecturer: Lecturer, documents: list[str]
) -> None:
    phone = come_in(devices, lecturer, documents)
    lecturer.step_to("answering")
    phone.reload()
    expect(phone.get_by_role("radio").first).to_be_enabled()


def test_a_screen_that_does_not_get_through_says_so_and_comes(
    devices: Devices, lecturer: Lecturer, documents: list[str]
) -> None:
    part = "**/assets/Answering-*"
    phone = come_in(devices, lecturer, documents)
    phone.context.route(part, lambda route: route.abort())
    phone.reload()
    lecturer.step_to("answering")
    expect(phone.get_by_role("heading", name="Het volgende scherm komt eraan")).to_be_visible()
    expect(phone.get_by_text("We blijven het proberen")).to_be_visible()
    expect(phone.get_by_role("button", name="Probeer nu")).to_be_visible()
    phone.context.unroute(part)
    expect(phone.get_by_role("radio").first).to_be_enabled()
    forgive(devices, "net::ERR_FAILED")


def test_a_new_edition_on_the_server_loads_the_page_once_and_costs_neither_seat_nor_choice(
    devices: Devices, lecturer: Lecturer, documents: list[str]
) -> None:
    phone = come_in(devices, lecturer, documents)
    lecturer.step_to("answering")
    chosen = phone.get_by_role("radio").first
    chosen.tap()
    expect(chosen).to_be_checked()
    label = chosen.get_attribute("value")
    next_page_is_of_an_old_edition(phone)
    phone.reload()
    expect(phone.get_by_role("radio").first).to_be_checked()
    assert label == phone.get_by_role("radio").first.get_attribute("value")
    assert len(documents) == 2  # the reload, and once by itself
    entries = lecturer.get(f"/api/rooms/{lecturer.room}/log").json["entries"]
    assert [entry["event"]["type"] for entry in entries].count("PlayerJoined") == 1
    forgive(devices, "404", "Refused to apply style")


def next_page_is_of_an_old_edition(phone: Page) -> None:
    """The phone's next page asks for parts that are no longer on the server, whose own page names another script."""
    page = (DIST / "play.html").read_text(encoding="utf-8")
    named = re.search(r"/assets/(play-[\w-]+\.js)", page)
    assert named is not None
    script = (DIST / "assets" / named[1]).read_text(encoding="utf-8")
    old = re.sub(r"(Answering|Outcome|shared|All)-[\w-]+\.(js|css)", r"\1-gone.\2", script)
    assert old != script
    phone.route(f"**/{named[1]}", lambda route: route.fulfill(body=old, content_type="text/javascript"), times=1)

    def look(route: Route) -> None:
        if route.request.is_navigation_request():
            route.continue_()
        else:
            route.fulfill(body=page.replace(named[1], "play-new.js"), content_type="text/html; charset=utf-8")

    phone.route("**/join/*", look)
