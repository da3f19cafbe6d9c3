"""A race with a class as it was, on a real phone, to its end: the place is counted anew from what everybody earned."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Page, expect

from server.rules.ids import AxisId
from tests.browser.conftest import Devices
from tests.browser.test_my_session import label
from tests.play.short_hour import CARDS, NAMES, ShortHour, cards_played, right, village, wrong

STAGE = AxisId("stage")
Shoot = Callable[[Page, str], None]


@pytest.fixture
def hour(devices: Devices) -> Iterator[ShortHour]:
    """A short hour, played to its end by six connections."""
    with ExitStack() as leaving:
        hour = ShortHour.opens(devices.server, leaving)
        hour.play()
        yield hour


def points_of(hour: ShortHour, card: int) -> list[int]:
    """What everybody had after a card."""
    return [hour.shown[name][card - 1]["points"] for name in NAMES]


def choose(phone: Page, axis: str, option: str) -> None:
    """Stands on a step."""
    phone.get_by_role("radio", name=re.compile(f"^{re.escape(label(axis, option))}")).tap()


def answer(phone: Page, number: int) -> None:
    """Right on the stage from the second card on, and never on trust: as the second of the class."""
    card = cards_played()[number - 1]
    choose(phone, "stage", right(card, "stage") if number > 1 else wrong(card, "stage"))
    choose(phone, "trust-level", wrong(card, "trust-level"))
    phone.get_by_role("button", name="Verstuur").tap()


def place_told(hour: ShortHour, number: int) -> str:
    """The sentence that the test expects, from the points that the class was shown."""
    own = hour.shown["Bram"][number - 1]["points"]
    rank = 1 + sum(points > own for points in points_of(hour, number))
    return f"{rank}e van {len(NAMES) + 1}"


def test_a_race_to_its_end_puts_you_where_your_points_are(devices: Devices, hour: ShortHour, shoot: Shoot) -> None:
    phone = devices.phone(f"/ghost/{hour.room}")
    shoot(phone, "ghost-intro")
    phone.get_by_role("button", name="Begin de race").tap()
    for number in range(1, CARDS + 1):
        expect(phone.get_by_role("heading", name=f"Kaart {number} van {CARDS}: ")).to_be_attached()
        if number == 1:
            choose(phone, "stage", wrong(cards_played()[0], "stage"))
            shoot(phone, "ghost-answering")
        answer(phone, number)
        expect(phone.get_by_role("heading", name=f"Je zou {place_told(hour, number)} staan")).to_be_focused()
        if number == 2:
            shoot(phone, "ghost-placed")
            above = sum(points > hour.shown["Bram"][1]["points"] for points in points_of(hour, 2))
            beside = points_of(hour, 2).count(hour.shown["Bram"][1]["points"])
            expect(phone.get_by_text(f"{above} boven je, {beside} naast je, ")).to_be_attached()
        expect(phone.get_by_text(cards_played()[number - 1].keys["stage"].why.nl)).to_be_attached()  # type: ignore[index]
        phone.get_by_role("button", name=re.compile("^Naar ")).tap()
    expect(phone.get_by_role("heading", name=f"Je werd {place_told(hour, CARDS)}")).to_be_visible()
    expect(phone.get_by_role("heading", name="3 missers")).to_be_visible()
    shoot(phone, "ghost-finished")
    for name in NAMES:
        assert name not in phone.content()


def test_a_race_can_be_left_and_gone_on_with(devices: Devices, hour: ShortHour, shoot: Shoot) -> None:
    phone = devices.phone(f"/ghost/{hour.room}", language="en-GB", width=320, dark=True)
    phone.get_by_role("button", name="Begin the race").tap()
    card = cards_played()[0]
    stage = next(one.label.en for one in village().axis(STAGE).options if one.id == wrong(card, "stage"))
    phone.get_by_role("radio", name=re.compile(f"^{re.escape(stage)}")).tap()
    phone.get_by_role("button", name="Pause").tap()
    expect(phone.get_by_role("heading", name="The race stands still")).to_be_visible()
    expect(phone.get_by_text(card.story.en)).to_have_count(0)
    shoot(phone, "ghost-paused-320-dark")
    phone.reload()
    phone.get_by_role("button", name="On with card 1").tap()
    expect(phone.get_by_role("radio", name=re.compile(f"^{re.escape(stage)}"))).to_be_checked()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    shoot(phone, "ghost-320-dark")


def test_a_race_by_keys_alone(devices: Devices, leaving_hour: ShortHour) -> None:
    """Enter begins, arrows choose, Enter goes on; where confidence is asked 1, 2 and 3 choose it."""
    phone = devices.phone(f"/ghost/{leaving_hour.room}", touch=False)
    expect(phone.get_by_role("heading", name="Race de les nog eens, alleen")).to_be_focused()
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("radio").first).to_be_enabled()
    for axis in ("stage", "trust-level"):
        phone.locator(f"#axis-{axis} input").last.focus()
        phone.keyboard.press("Space")
    phone.get_by_role("button", name="Hoe zeker").focus()
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("heading", name="Hoe zeker ben je?")).to_be_focused()
    phone.keyboard.press("2")
    expect(phone.get_by_role("radio", name=re.compile("^Vrij zeker"))).to_be_checked()
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("heading", name=re.compile("^Je zou .* staan$"))).to_be_focused()
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("heading", name=f"Kaart 2 van {CARDS}: ")).to_be_attached()


@pytest.fixture
def leaving_hour(devices: Devices) -> Iterator[ShortHour]:
    """The same in a room that asks how sure everybody is."""
    with ExitStack() as leaving:
        hour = ShortHour.opens(devices.server, leaving, asks_confidence=True)
        hour.play()
        yield hour


def test_a_class_that_is_a_handful_is_not_raced(devices: Devices) -> None:
    with ExitStack() as leaving:
        hour = ShortHour.opens(devices.server, leaving, names=NAMES[:3])
        hour.play()
        phone = devices.phone(f"/ghost/{hour.room}")
        expect(phone.get_by_role("heading", name="Met deze les kun je niet racen")).to_be_visible()
