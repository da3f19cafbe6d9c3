"""A colleague takes the room over by a link, leads it from the console, and gives it back when the owner says so."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Devices, press_step
from tests.play.people import HOST_COOKIE, Lecturer, present
from tests.play.server_under_test import ServerUnderTest


@pytest.fixture
def lecturer(server: ServerUnderTest) -> Iterator[Lecturer]:
    """A lecturer with an open room."""
    with ExitStack() as leaving:
        yield present(Lecturer(server, reading_seconds=0), leaving)


def test_a_colleague_leads_from_the_console_until_the_room_is_taken_back(
    devices: Devices, server: ServerUnderTest, lecturer: Lecturer
) -> None:
    made = server.post(f"/api/rooms/{lecturer.room}/keys", {"role": "colleague"}, Cookie=HOST_COOKIE).json
    laptop = devices.projector(made["link"].removeprefix(server.url), width=1366, height=768)
    laptop.wait_for_url(f"**/host/{lecturer.room}")
    press_step(laptop)
    lecturer.see("host", lambda host: host["phase"] == "answering")
    assert (
        server.request("DELETE", f"/api/rooms/{lecturer.room}/keys/{made['id']}", None, {"Cookie": HOST_COOKIE}).status
        == 204
    )
    expect(laptop.get_by_role("heading", name="Je leidt deze kamer niet meer")).to_be_visible()
    assert lecturer.see("host", lambda host: True)["phase"] == "answering"
    devices.complaints[:] = [said for said in devices.complaints if "403" not in said]


def test_a_colleague_has_no_other_page_of_the_hosts(
    devices: Devices, server: ServerUnderTest, lecturer: Lecturer
) -> None:
    made = server.post(f"/api/rooms/{lecturer.room}/keys", {"role": "colleague"}, Cookie=HOST_COOKIE).json
    laptop = devices.projector(made["link"].removeprefix(server.url), width=1366, height=768)
    laptop.wait_for_url(f"**/host/{lecturer.room}")
    laptop.goto(f"{server.url}/host")
    expect(laptop.get_by_role("textbox").first).to_be_visible()  # the door asks who it is
    devices.complaints[:] = [said for said in devices.complaints if "403" not in said]
