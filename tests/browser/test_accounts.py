"""The first lecturer makes an account and invites a second one, who hosts a room and cannot open the first one's."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import Devices
from tests.play.people import Lecturer
from tests.play.server_under_test import ServerUnderTest
from tests.play.staff import PASSPHRASE, invite


def make_account(page: Page, name: str) -> None:
    """Fills in the page at the end of an invitation."""
    expect(page.get_by_label("Wachtzin", exact=True)).to_be_visible()
    assert "#" not in page.url  # the secret stays in no history
    page.get_by_label("Naam of e-mailadres").fill(name)
    page.get_by_label("Wachtzin", exact=True).fill(PASSPHRASE)
    page.keyboard.press("Enter")
    page.wait_for_url("**/host")
    expect(page.get_by_text(name)).to_be_visible()


def test_two_lecturers_each_with_a_room_of_their_own(devices: Devices, server: ServerUnderTest) -> None:
    first = devices.projector(invite(server).removeprefix(server.url), width=1366, height=768)
    make_account(first, "Noor Jansen")
    cookies = {cookie["name"]: cookie for cookie in first.context.cookies()}
    assert cookies["trede_lecturer"]["httpOnly"]
    assert cookies["trede_lecturer"]["sameSite"] == "Strict"
    room = Lecturer(server, cookie=f"trede_lecturer={cookies['trede_lecturer']['value']}").room

    first.get_by_role("link", name="Account").click()
    first.get_by_role("button", name="Maak een uitnodiging").click()
    link = first.get_by_label("Link van de uitnodiging").input_value()

    second = devices.projector(link.removeprefix(server.url), width=390, height=844)
    make_account(second, "Sam Stapper")
    second.get_by_role("button", name="Open het plein").click()
    second.wait_for_url("**/host/*")
    expect(second.locator("[aria-keyshortcuts~=Space]")).to_be_visible()

    second.goto(f"{server.url}/host/{room}")
    expect(second.get_by_role("heading", name="Deze sessie is van een andere docent")).to_be_visible()

    second.goto(f"{server.url}/account")
    second.get_by_role("button", name="Uitloggen", exact=True).click()
    second.wait_for_url("**/host")
    second.get_by_label("Naam of e-mailadres").fill("sam stapper")
    second.get_by_label("Wachtzin", exact=True).fill("not the passphrase")
    second.keyboard.press("Enter")
    expect(second.get_by_role("alert").filter(has_text="horen niet bij elkaar")).to_be_visible()
    second.get_by_label("Wachtzin", exact=True).fill(PASSPHRASE)
    second.keyboard.press("Enter")
    expect(second.get_by_text("Sam Stapper")).to_be_visible()
    devices.complaints[:] = [said for said in devices.complaints if "403" not in said]
