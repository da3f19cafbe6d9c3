"""Being forgotten, in a real browser: the student's button at the end, and the lecturer's list of sessions."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import begin, script, violations
from tests.browser.conftest import Devices
from tests.play.people import Lecturer, present
from tests.play.server_under_test import ServerUnderTest
from tests.support.plain_threads import eventually


@pytest.fixture
def lecturer(server: ServerUnderTest) -> Iterator[Lecturer]:
    """A lecturer with a room of the first deck."""
    with ExitStack() as leaving:
        yield present(Lecturer(server, reading_seconds=0), leaving)


def assert_usable(page: Page) -> None:
    """As axe-core sees it."""
    page.evaluate(script())
    begin(page)
    assert violations(page) == []


def joined(devices: Devices, lecturer: Lecturer) -> Page:
    """A phone in the room."""
    phone = devices.phone(f"/join/{lecturer.pin}")
    phone.get_by_label("Naam").fill("Xanthippe")
    phone.get_by_role("button", name="Het plein op").click()
    expect(phone.get_by_role("heading", name="Je staat op het plein, Xanthippe")).to_be_visible()
    return phone


def test_a_student_is_forgotten_by_two_presses_and_by_none_less(
    devices: Devices, lecturer: Lecturer, shoot: Callable[[Page, str], None]
) -> None:
    phone = joined(devices, lecturer)
    lecturer.ask("end")
    phone.get_by_role("button", name="Vergeet mij hier").click()
    expect(phone.get_by_role("heading", name="Je naam hier weg?")).to_be_focused()
    shoot(phone, "phone-forget-me")
    assert_usable(phone)
    phone.get_by_role("button", name="Toch niet").click()
    phone.get_by_role("button", name="Vergeet mij hier").click()
    phone.get_by_role("button", name="Ja, vergeet mij").click()
    expect(phone.get_by_role("heading", name="Je naam is weg")).to_be_focused()
    shoot(phone, "phone-forgotten")
    lecturer.see("roster", lambda roster: [row["name"] for row in roster["rows"]] == ["P1"])
    kept = phone.evaluate("JSON.stringify(localStorage)")
    assert lecturer.room not in kept
    assert "Xanthippe" not in kept


def test_a_server_that_is_away_is_said_and_nothing_is_lost(devices: Devices, lecturer: Lecturer) -> None:
    phone = joined(devices, lecturer)
    lecturer.ask("end")
    phone.get_by_role("button", name="Vergeet mij hier").click()
    expect(phone.get_by_role("heading", name="Je naam hier weg?")).to_be_visible()
    phone.route("**/forget-me", lambda route: route.abort())
    phone.get_by_role("button", name="Ja, vergeet mij").click()
    expect(phone.get_by_role("alert")).to_contain_text("Het lukte nog niet")
    assert "Xanthippe" in phone.evaluate("JSON.stringify(localStorage)")
    devices.complaints.clear()  # the request that was cut off


def test_the_lecturer_forgets_names_and_then_deletes_the_session(
    devices: Devices, lecturer: Lecturer, shoot: Callable[[Page, str], None]
) -> None:
    joined(devices, lecturer)
    lecturer.ask("end")
    eventually(lambda: any(one["room"] == lecturer.room and one["ended_at"] for one in lecturer.get("/api/rooms").json))
    laptop = devices.laptop()
    rows = laptop.get_by_role("button", name="clear")
    expect(rows.first).to_be_visible()
    many = rows.count()
    rows.first.click()
    expect(laptop.get_by_role("dialog", name="What may go?")).to_be_visible()
    shoot(laptop, "host-clear-session")
    assert_usable(laptop)
    laptop.get_by_role("button", name="Forget the names").click()
    expect(laptop.get_by_role("dialog")).to_have_count(0)
    laptop.get_by_role("button", name="clear").first.click()
    expect(laptop.get_by_text("The names of this session are gone already.")).to_be_visible()
    laptop.get_by_role("button", name="Delete the session").click()
    expect(laptop.get_by_role("button", name="clear")).to_have_count(many - 1)
    assert lecturer.get(f"/api/rooms/{lecturer.room}/replay").status == 404
