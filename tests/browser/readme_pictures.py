"""Makes the pictures of the README from a real session with a simulated class: `make pictures`.

One lecturer, one projector, one phone and 34 simulated students on a server of their own.
"""

import contextlib
import re
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from tests.browser.conftest import ARGUMENTS, Devices, chromium_path, press_step
from tests.play.server_under_test import PROJECT, ServerUnderTest

PICTURES = PROJECT / "docs" / "pictures"
STUDENTS = 34
PATIENCE_MILLIS = 90_000
MOMENTS_MOST = 300
LOOK_MILLIS = 100


def _wait_for_answers(laptop: Page) -> None:
    counted = re.compile(rf"(2[5-9]|3\d)\s*/\s*{STUDENTS + 1}")
    expect(laptop.get_by_text(counted).first).to_be_visible(timeout=PATIENCE_MILLIS)


def _answer(phone: Page) -> None:
    for label in ("Supporter", "Moreel", "Hoog"):
        phone.get_by_role("radio", name=re.compile(f"^{label}")).tap()
    phone.get_by_role("button", name="Verstuur").tap()
    expect(phone.get_by_role("heading", name="Je antwoord is binnen")).to_be_visible()


def make_pictures(devices: Devices) -> None:
    """Plays the first card and takes the pictures as they come by."""
    laptop = devices.laptop("nl-NL")
    laptop.get_by_role("radio", name="Het dorpsplein").check()
    laptop.get_by_role("button", name="De eerste 6").click()
    laptop.get_by_role("button", name="Open het plein").click()
    laptop.wait_for_url("**/host/*")
    room = laptop.url.rsplit("/", 1)[-1]
    screen = devices.projector(f"/screen/{room}")
    pin = devices.server.get(f"/api/rooms/{room}/address").json["pin"]
    phone = devices.phone(f"/join/{pin}")
    phone.get_by_label("Naam").fill("Annemarijn")
    phone.get_by_role("button", name="Het plein op").tap()
    everybody = re.compile(rf"^{STUDENTS + 1} ")
    expect(laptop.get_by_role("heading", name=everybody)).to_be_visible(timeout=PATIENCE_MILLIS)
    screen.screenshot(path=PICTURES / "projector-lobby.png")
    press_step(laptop)
    press_step(laptop)
    phone.get_by_role("radio", name=re.compile("^Supporter")).tap()
    phone.screenshot(path=PICTURES / "phone-answering.png")
    _answer(phone)
    _wait_for_answers(laptop)
    laptop.screenshot(path=PICTURES / "host-round.png")
    press_step(laptop)
    press_step(laptop)
    expect(phone.locator("mark").first).to_be_visible()
    screen.screenshot(path=PICTURES / "projector-pyramid.png")
    phone.screenshot(path=PICTURES / "phone-reveal.png")
    press_step(laptop)
    screen.screenshot(path=PICTURES / "projector-commitment.png")
    for _ in range(2):
        press_step(laptop)
    laptop.get_by_role("button", name="Meer").click()
    laptop.get_by_role("button", name="Nu naar het podium").click()
    laptop.get_by_role("dialog").get_by_role("button", name="Naar het podium").click()
    expect(screen.get_by_role("heading", name="Het brood is voor")).to_be_visible()
    press_step(laptop)
    _take_the_replay(devices.projector(f"/replay/{room}", width=1366, height=768))


def _take_the_replay(replay: Page) -> None:
    """At the reveal of the first card: one moment after the other, until the cue lights up on the stage."""
    expect(replay.get_by_text("Het dorpsplein").first).to_be_visible()
    replay.keyboard.press("Home")
    cue = replay.locator("blockquote mark").first  # the story in words beside the stage has one too, out of sight
    for _ in range(MOMENTS_MOST):
        with contextlib.suppress(AssertionError):
            expect(cue).to_be_visible(timeout=LOOK_MILLIS)
            break
        replay.keyboard.press("ArrowRight")
    expect(cue).to_be_visible()
    replay.screenshot(path=PICTURES / "replay.png")


def main() -> int:
    """The script; returns the exit status."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        server = ServerUnderTest(Path(folder), "eventlet")
        server.start("--demo", str(STUDENTS))
        try:
            browser = driver.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
            make_pictures(Devices(browser, server))
            browser.close()
        finally:
            server.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
