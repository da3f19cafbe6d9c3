"""The own session as students meet it: on the phone that played, on one that did not, and brought over by a link."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Devices
from tests.play.short_hour import CARDS, NAMES, ShortHour, cards_played, right, village, wrong

Shoot = Callable[[Page, str], None]
AWAY = """() => ({ url: location.href, kept: Object.entries(localStorage).flat().join(' ') })"""


class Evening:
    """A short hour in which Noor plays on a real phone; the others on connections alone."""

    def __init__(self, devices: Devices, leaving: ExitStack) -> None:
        self.devices = devices
        self.hour = ShortHour.opens(devices.server, leaving)
        self.noor = devices.phone(f"/join/{self.hour.lecturer.pin}")
        self.noor.get_by_label("Naam").fill("Noor")
        self.noor.get_by_role("button", name="Het plein op").tap()
        expect(self.noor.get_by_role("heading", name="Je staat op het plein, Noor")).to_be_visible()

    def play(self) -> None:
        """Noor is wrong on the stage of every card, and right on trust."""
        for number in range(1, CARDS + 1):
            self.hour.lecturer.step_to("answering")
            card = cards_played()[number - 1]
            for axis, option in (("stage", wrong(card, "stage")), ("trust-level", right(card, "trust-level"))):
                self.noor.get_by_role("radio", name=re.compile(f"^{re.escape(label(axis, option))}")).tap()
            self.noor.get_by_role("button", name="Verstuur").tap()
            expect(self.noor.get_by_role("heading", name="Je antwoord is binnen")).to_be_visible()
            for place, (name, phone) in enumerate(self.hour.phones.items()):
                stage = right(card, "stage") if place < number else wrong(card, "stage")
                trust = right(card, "trust-level") if place == 0 else wrong(card, "trust-level")
                assert phone.answer(card.id, stage=stage, trust_level=trust)["ok"], name
            self.hour.lecturer.step_to("reveal")
        self.hour.end()


def label(axis: str, option: str) -> str:
    """What stands on the phone for an option."""
    return next(one.label.nl for one in village().axis(axis).options if one.id == option)  # type: ignore[arg-type]


@pytest.fixture
def evening(devices: Devices, leaving: ExitStack) -> Evening:
    """The hour, played to its end."""
    evening = Evening(devices, leaving)
    evening.play()
    return evening


@pytest.fixture
def leaving() -> Iterator[ExitStack]:
    """Whoever is put in here leaves when the test has ended."""
    with ExitStack() as stack:
        yield stack


def open_own(evening: Evening) -> Page:
    """Noor taps the link on the last screen of the class."""
    evening.noor.get_by_role("link", name="Mijn sessie").tap()
    evening.noor.wait_for_url("**/mine/*")
    expect(evening.noor.get_by_role("heading", name="3 missers")).to_be_visible()
    return evening.noor


def test_the_phone_that_played_opens_its_own_session(evening: Evening, shoot: Shoot) -> None:
    noor = open_own(evening)
    expect(noor.get_by_text("van 6 punten")).to_be_visible()
    expect(noor.locator(".great")).to_have_text("3")
    stair = noor.get_by_role("slider", name="Je trap over het uur")
    expect(stair).to_have_attribute("aria-valuenow", "3")
    for number, card in enumerate(cards_played(), start=1):
        row = noor.get_by_role("button", name=re.compile(f"^{number} {re.escape(card.title.nl)} .*sleutel$"))
        expect(row).to_contain_text(label("stage", wrong(card, "stage")))
        expect(row).to_contain_text(f"met {len(NAMES) - number} ander")
        expect(row).to_contain_text(label("stage", right(card, "stage")))
    shoot(noor, "mine-phone")


def test_a_miss_opens_its_trap_and_the_class_on_the_picture(evening: Evening, shoot: Shoot) -> None:
    noor, card = open_own(evening), cards_played()[1]
    noor.get_by_role("button", name=re.compile(f"^2 {re.escape(card.title.nl)} .*sleutel$")).tap()
    expect(noor.get_by_role("heading", name=card.title.nl)).to_be_focused()
    expect(noor.get_by_text(card.keys["stage"].why.nl)).to_be_visible()  # type: ignore[index]
    trap = next((one for one in card.traps if (one.axis, one.pick) == ("stage", wrong(card, "stage"))), None)
    if trap:
        expect(noor.get_by_text(trap.text.nl)).to_be_visible()
    expect(noor.locator("mark").first).to_be_visible()
    table = noor.locator("table").first
    expect(table).to_contain_text("2")  # who stood on the key: the first two of the class
    shoot(noor, "mine-card")
    noor.go_back()
    expect(noor.get_by_role("heading", name="3 missers")).to_be_visible()


def test_arrows_walk_the_stair_and_enter_opens_the_card(evening: Evening) -> None:
    noor = open_own(evening)
    stair = noor.get_by_role("slider")
    stair.focus()
    noor.keyboard.press("ArrowLeft")
    expect(stair).to_have_attribute("aria-valuenow", "2")
    expect(stair).to_have_attribute(
        "aria-valuetext", re.compile(f"^Kaart 2, {re.escape(cards_played()[1].title.nl)}: ")
    )
    noor.keyboard.press("Home")
    noor.keyboard.press("Enter")
    expect(noor.get_by_role("heading", name=cards_played()[0].title.nl)).to_be_visible()
    noor.keyboard.press("Escape")
    expect(stair).to_be_visible()


def test_a_phone_that_was_not_there_reads_the_cards_and_is_told_the_way(evening: Evening, shoot: Shoot) -> None:
    hall = evening.devices.projector(f"/screen/{evening.hour.room}")
    shown = hall.get_by_role("img", name=f"/mine/{evening.hour.room}").get_attribute("aria-label")
    assert shown is not None
    assert shown.endswith(f"/mine/{evening.hour.room}")
    shoot(hall, "mine-last-slide")
    narrow = evening.devices.projector(f"/screen/{evening.hour.room}", width=1440, height=1080)
    expect(narrow.get_by_role("img", name=f"/mine/{evening.hour.room}")).to_be_visible()
    shoot(narrow, "mine-last-slide-narrow")
    stranger = evening.devices.phone(f"/mine/{evening.hour.room}", language="en-GB", width=320, dark=True)
    expect(stranger.get_by_role("heading", name="This phone was not in this class")).to_be_visible()
    shoot(stranger, "mine-nobody-320-dark")
    card = cards_played()[0]
    stranger.get_by_role("button", name=re.compile(re.escape(card.title.en))).tap()
    expect(stranger.get_by_text(card.keys["stage"].why.en)).to_be_visible()  # type: ignore[index]
    expect(stranger.get_by_text("not this one")).to_have_count(0)
    assert stranger.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert "Noor" not in stranger.content()


def test_a_personal_link_brings_the_session_over_after_asking(evening: Evening, shoot: Shoot) -> None:
    noor = open_own(evening)
    noor.get_by_role("button", name="Laat de link zien").tap()
    link = noor.get_by_label("Je persoonlijke link", exact=True).input_value()
    expect(noor.get_by_role("img", name="QR-code van je persoonlijke link")).to_be_visible()
    shoot(noor, "mine-link")
    path = link.removeprefix(evening.devices.server.url)
    token = path.partition("#")[2]
    assert re.fullmatch("[0-9a-f]{32}", token)
    asked: list[str] = []
    other = evening.devices.phone("/", dark=True)
    other.on("request", lambda request: asked.append(request.url))
    other.goto(link)
    expect(other.get_by_role("heading", name="Dit is een persoonlijke link")).to_be_visible()
    expect(other.get_by_role("heading", name="3 missers")).to_be_visible()
    before = other.evaluate(AWAY)
    assert token not in before["url"] + before["kept"]
    shoot(other, "mine-keep-dark")
    other.get_by_role("button", name="Bewaar op dit toestel").tap()
    assert token in other.evaluate(AWAY)["kept"]
    other.goto(f"{evening.devices.server.url}/mine/{evening.hour.room}")
    expect(other.get_by_role("heading", name="3 missers")).to_be_visible()
    assert not any(token in address.partition("#")[0] for address in asked)


def test_a_link_that_came_over_badly_says_so(evening: Evening) -> None:
    stranger = evening.devices.phone(f"/mine/{evening.hour.room}#0123")
    expect(stranger.get_by_role("alert")).to_contain_text("De persoonlijke link klopt niet")


def test_a_room_that_is_gone_is_told_in_words(devices: Devices) -> None:
    phone = devices.phone("/mine/nothing-here")
    expect(phone.get_by_role("heading", name="Deze les is er niet meer")).to_be_visible()
    devices.complaints.clear()  # the browser itself notes that the address answered 404
