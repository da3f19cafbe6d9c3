"""The lecturer's phone in the hall, in a real browser: in by a link, leading, covered, offline, and hung up."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import SHOTS, Devices
from tests.play.people import HOST_COOKIE, Lecturer, Phone, View, present
from tests.play.server_under_test import ServerUnderTest


@pytest.fixture
def lecturer(server: ServerUnderTest) -> Iterator[Lecturer]:
    """A lecturer with a room of the first deck, and one student in it."""
    with ExitStack() as leaving:
        lecturer = present(Lecturer(server, reading_seconds=0), leaving)
        student = Phone(server, lecturer.room)
        leaving.callback(student.close)
        assert student.join("Noor")["ok"]
        yield lecturer


def make_key(lecturer: Lecturer) -> dict[str, str]:
    """A key for the own phone."""
    made = lecturer.server.post(f"/api/rooms/{lecturer.room}/keys", {"role": "remote"}, Cookie=HOST_COOKIE)
    key: dict[str, str] = made.json
    return key


def come_in(devices: Devices, key: dict[str, str]) -> Page:
    """The phone that scanned the code."""
    remote = devices.phone(key["link"].removeprefix(devices.server.url))
    expect(remote.get_by_role("button", name="Begin met kaart 1")).to_be_visible()
    return remote


def step(remote: Page) -> Locator:
    """The one big button."""
    return remote.locator("button.step")


def first_to_come(host: View) -> str:
    """The title of the card that comes next."""
    title: str = next(card["title"]["nl"] for card in host["cards"] if card["state"] == "coming")
    return title


def press_all_the_same(remote: Page) -> None:
    """A press now, also where the button says that it is dead: the driver itself would wait until it is not."""
    step(remote).dispatch_event("click")


def test_a_phone_in_the_hall_leads_the_run_and_says_what_it_did(devices: Devices, lecturer: Lecturer) -> None:
    remote = come_in(devices, make_key(lecturer))
    height = step(remote).bounding_box()
    assert height is not None
    assert height["height"] == 132
    step(remote).tap()
    expect(remote.get_by_role("button", name="Sluit de ronde")).to_be_visible()
    expect(remote.get_by_text("Gedaan: Begin met kaart 1.")).to_be_visible()
    lecturer.see("host", lambda host: host["phase"] == "answering")
    expect(step(remote)).to_have_attribute("aria-disabled", "false")
    remote.screenshot(path=SHOTS / "remote-answering.png")
    step(remote).tap()
    press_all_the_same(remote)  # the second press of a nervous thumb
    lecturer.see("host", lambda host: host["phase"] == "closed")
    expect(remote.get_by_role("button", name="Toon: Trede")).to_have_attribute("aria-disabled", "false")
    assert lecturer.see("host", lambda host: True)["phase"] == "closed"

    remote.get_by_role("button", name="Meer").tap()
    remote.get_by_role("button", name="Kies de kaart hierna").tap()
    remote.get_by_role("button", name="De viskraam").tap()
    expect(remote.get_by_text("Hierna komt: De viskraam.")).to_be_visible()
    lecturer.see("host", lambda host: first_to_come(host) == "De viskraam")
    assert devices.complaints == []


def test_the_secret_leaves_the_address_at_once_and_a_reload_still_leads(devices: Devices, lecturer: Lecturer) -> None:
    key = make_key(lecturer)
    secret = key["link"].split("#")[1]
    remote = come_in(devices, key)
    assert remote.url == f"{devices.server.url}/remote/{lecturer.room}"
    assert secret not in remote.content()
    assert remote.evaluate("document.cookie") == ""
    remote.reload()
    expect(remote.get_by_role("button", name="Begin met kaart 1")).to_be_visible()


def test_the_private_panel_is_covered_by_one_press_also_after_a_reload(devices: Devices, lecturer: Lecturer) -> None:
    remote = come_in(devices, make_key(lecturer))
    step(remote).tap()
    panel = remote.get_by_role("region", name="Alleen op deze telefoon")
    expect(panel.get_by_role("listitem").first).to_be_visible()
    panel.get_by_role("button", name="Dek af").tap()
    expect(panel.get_by_role("listitem")).to_have_count(0)
    remote.reload()
    expect(panel.get_by_text("Afgedekt tot de volgende kaart.")).to_be_visible()
    skipped = lecturer.see("host", lambda host: host["round"])["round"]["card"]
    assert lecturer.ask("skip", card=skipped)["ok"]
    expect(panel.get_by_role("listitem").first).to_be_visible()


def test_without_a_line_nothing_is_sent_not_even_later(devices: Devices, lecturer: Lecturer) -> None:
    remote = come_in(devices, make_key(lecturer))
    remote.context.set_offline(True)
    expect(remote.get_by_text("De zaal gaat door vanaf de laptop.")).to_be_visible()
    press_all_the_same(remote)
    remote.context.set_offline(False)
    expect(remote.get_by_role("button", name="Begin met kaart 1")).to_have_attribute("aria-disabled", "false")
    assert lecturer.see("host", lambda host: True)["phase"] == "lobby"
    devices.complaints[:] = [said for said in devices.complaints if "ERR_INTERNET_DISCONNECTED" not in said]


def test_a_phone_whose_key_is_taken_back_leads_no_more(devices: Devices, lecturer: Lecturer) -> None:
    key = make_key(lecturer)
    remote = come_in(devices, key)
    path = f"/api/rooms/{lecturer.room}/keys/{key['id']}"
    assert lecturer.server.request("DELETE", path, None, {"Cookie": HOST_COOKIE}).status == 204
    expect(remote.get_by_role("heading", name="Deze telefoon leidt niet meer")).to_be_visible()
    remote.reload()
    expect(remote.get_by_role("heading", name="Deze telefoon heeft hier geen sleutel")).to_be_visible()
    devices.complaints[:] = [said for said in devices.complaints if "403" not in said]  # the browser's own remark
