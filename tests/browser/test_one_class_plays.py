"""One lecturer, one projector and two phones play four cards to the podium, one phone reloading in an open round."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from server.content.library import load_library
from server.rules.cards import Card
from tests.browser.conftest import Devices, press_step

Shoot = Callable[[Page, str], None]
CARDS = 4


class Hall:
    """Everybody in the room, each with an own screen and language."""

    def __init__(self, devices: Devices, shoot: Shoot) -> None:
        self.devices = devices
        self.shoot = shoot
        self.laptop = devices.laptop()
        self.shoot(self.laptop, "host-home")
        self.laptop.get_by_role("radio", name="The village square").check()
        self.laptop.get_by_role("button", name="First 6").click()
        for title in ("Saturday on the touchline", "The house behind the church"):
            self.laptop.get_by_role("checkbox", name=title).uncheck()
        self.laptop.get_by_role("radio", name="no limit", exact=True).check()
        self.laptop.get_by_role("button", name="Open the square").click()
        self.laptop.wait_for_url("**/host/*")
        self.room = self.laptop.url.rsplit("/", 1)[-1]
        self.pin = devices.server.get(f"/api/rooms/{self.room}/address").json["pin"]
        self.screen = devices.projector(f"/screen/{self.room}")

    def join(self) -> None:
        """One student by the QR's link, one by typing the code; names own and offered."""
        self.dutch = self.devices.phone(f"/join/{self.pin}")
        self.dutch.get_by_label("Naam").fill("Annemarijn")
        self.shoot(self.dutch, "phone-join")
        self.dutch.get_by_role("button", name="Het plein op").tap()
        self.english = self.devices.phone("/", language="en-GB", dark=True)
        self.english.get_by_label("Code").fill(self.pin)
        offered = self.english.get_by_role("group").get_by_role("button").first
        self.english_name = offered.inner_text().strip()
        offered.tap()
        self.english.get_by_role("button", name="Onto the square").tap()
        expect(self.dutch.get_by_role("heading", name="Je staat op het plein, Annemarijn")).to_be_visible()
        expect(self.english.get_by_role("heading", name=f"You are on the square, {self.english_name}")).to_be_visible()
        expect(self.screen.get_by_text("Annemarijn")).to_be_visible()
        expect(self.laptop.get_by_role("heading", name="2 people on the square")).to_be_visible()
        for page, name in self._pages():
            self.shoot(page, f"{name}-lobby")

    def press(self) -> None:
        """What a clicker sends, pressed by somebody who sees what the key does next."""
        press_step(self.laptop)

    def _pages(self) -> list[tuple[Page, str]]:
        return [(self.laptop, "host"), (self.screen, "screen"), (self.dutch, "phone"), (self.english, "phone-dark")]

    def shoot_all(self, moment: str) -> None:
        """A screenshot of every screen."""
        for page, name in self._pages():
            self.shoot(page, f"{name}-{moment}")


def _pick_rightly(phone: Page, card: Card, language: str) -> None:
    """Taps the key on every axis of the sheet."""
    deck = load_library().decks["village-square"]
    for axis_id, key in card.keys.items():
        accepted = next(iter(key.accept))
        option = next(option for option in deck.axis(axis_id).options if option.id == accepted)
        label = option.label.nl if language == "nl" else option.label.en
        phone.get_by_role("radio", name=re.compile(f"^{re.escape(label)}")).tap()


def test_a_whole_session_from_the_shelf_to_the_replay(devices: Devices, shoot: Shoot) -> None:
    cards = load_library().decks["village-square"].cards[:CARDS]
    hall = Hall(devices, shoot)
    hall.join()
    for number, card in enumerate(cards, start=1):
        _play(hall, card, number)
    _end(hall)
    _watch_again(hall)


def _play(hall: Hall, card: Card, number: int) -> None:
    hall.press()
    expect(hall.dutch.get_by_role("heading", name=f"Kaart {number} van {CARDS}: {card.title.nl}")).to_be_visible()
    expect(hall.screen.get_by_role("heading", name=card.title.nl)).to_be_visible()
    if number == 1:
        hall.shoot_all("reading")
    hall.press()
    expect(hall.english.get_by_role("radio").first).to_be_enabled()
    _pick_rightly(hall.dutch, card, "nl")
    if number == 1:
        hall.shoot_all("open")
    hall.dutch.get_by_role("button", name="Verstuur").tap()
    expect(hall.dutch.get_by_role("heading", name="Je antwoord is binnen")).to_be_visible()
    if number == 2:
        _reload_in_the_open_round(hall)
    hall.english.get_by_role("radio").first.tap()
    hall.english.get_by_role("radio", name="Structural").tap()
    hall.english.get_by_role("radio", name="High").tap()
    hall.english.get_by_role("button", name="Send").tap()
    expect(hall.english.get_by_role("heading", name="Your answer is in")).to_be_visible()
    expect(hall.laptop.get_by_text(re.compile(r"2\s*/\s*2"))).to_be_visible()
    if number == 1:
        hall.shoot_all("sent")
    hall.press()
    expect(hall.dutch.get_by_role("heading", name="De tijd is om")).to_be_visible()
    _no_key_is_to_be_seen(hall, card)
    if number == 1:
        hall.shoot_all("closed")
    _reveal(hall, card, number)


def _reload_in_the_open_round(hall: Hall) -> None:
    hall.dutch.reload()
    expect(hall.dutch.get_by_role("heading", name="Je antwoord is binnen")).to_be_visible()
    hall.laptop.reload()
    expect(hall.laptop.get_by_role("heading", name="Two tomato plants")).to_be_visible()


def _no_key_is_to_be_seen(hall: Hall, card: Card) -> None:
    """Neither phone nor projector holds a reason before its time, not even out of sight."""
    for page in (hall.dutch, hall.english, hall.screen):
        content = page.content()
        for key in card.keys.values():
            assert key.why.nl not in content
            assert key.why.en not in content


def _reveal(hall: Hall, card: Card, number: int) -> None:
    hall.press()
    expect(hall.dutch.get_by_role("heading", name="+3 van 3 punten")).to_be_visible()
    cues = [mark.inner_text() for mark in hall.dutch.locator("mark").all()]
    assert sorted(cues) == sorted(key.cue.nl for key in card.keys.values())
    for place, key in enumerate(card.keys.values(), start=1):
        expect(hall.screen.get_by_text(key.why.nl)).to_be_visible()
        if number == 1:
            hall.shoot(hall.screen, f"screen-reveal-{place}")
        hall.press()
    if number == 1:
        for page, name in ((hall.laptop, "host"), (hall.dutch, "phone"), (hall.english, "phone-dark")):
            hall.shoot(page, f"{name}-reveal")
    expect(hall.screen.get_by_text("Annemarijn")).to_be_visible()
    if number == 1:
        hall.shoot_all("leaderboard")


def _end(hall: Hall) -> None:
    hall.press()
    expect(hall.english.get_by_text("Annemarijn")).to_be_visible()
    hall.shoot_all("podium")
    hall.press()
    expect(hall.dutch.get_by_role("link", name="Bekijk de ronde terug")).to_have_attribute(
        "href", f"/replay/{hall.room}"
    )
    hall.shoot_all("ended")


def _watch_again(hall: Hall) -> None:
    hall.dutch.get_by_role("link", name="Bekijk de ronde terug").tap()
    hall.dutch.wait_for_url("**/replay/*")
    replay = hall.devices.projector(f"/replay/{hall.room}", width=1366, height=768)
    expect(replay.get_by_text("Het dorpsplein").first).to_be_visible()
    replay.keyboard.press("End")
    hall.shoot(replay, "replay-end")
    replay.keyboard.press("Home")
    for _ in range(2):
        replay.keyboard.press("PageDown")
    hall.shoot(replay, "replay-card-2")
    assert "Annemarijn" not in replay.content()
    hall.shoot(hall.dutch, "replay-phone")
