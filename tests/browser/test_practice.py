"""Practice on a phone over simulated days; and homework: set by a lecturer, done by two phones, its results seen."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from server.content.library import load_library
from server.rules.cards import Card
from server.rules.ids import AxisId, OptionId
from server.rules.marking import share
from tests.browser.conftest import Devices

Shoot = Callable[[Page, str], None]
SQUARE = load_library().decks["village-square"]
STAGE = SQUARE.axis(AxisId("stage"))
SATURDAY = datetime(2026, 11, 28, 20, 0)
HITS_ON_DAYS = (2, 4, 11, 18, 32, 46)
CARD = SQUARE.cards[0]


def wrong_on(card: Card) -> OptionId:
    """An option of the stage that earns nothing on the card."""
    return next(option.id for option in STAGE.options if share(STAGE, card.keys[STAGE.id], option.id) == 0)


def keep_in_pool(phone: Page, card: Card) -> None:
    """The card is due on this phone, on the stage."""
    due = {
        "deck": SQUARE.id,
        "card": card.id,
        "title": {"nl": card.title.nl, "en": card.title.en},
        "axes": [STAGE.id],
        "confidence": None,
        "said": None,
        "isAlmost": False,
        "step": 0,
        "hits": 0,
        "due": "2020-01-01",
        "missedOn": "2020-01-01",
    }
    kept = json.dumps({"cards": [due], "rooms": []})
    phone.evaluate("kept => localStorage.setItem('trede.practice.pool', kept)", kept)


def tread(page: Page, axis: AxisId, option: OptionId) -> Locator:
    """The step of an option on the sheet."""
    place = SQUARE.axis(axis).position(option)
    return page.locator(f"#axis-{axis} input[value='{place}']")


def answer(page: Page, card: Card, stage: OptionId | None) -> None:
    """Picks the key on every axis that is asked; on the stage another, where that is said."""
    expect(page.get_by_role("heading", name=card.title.nl)).to_be_visible()
    for axis, key in card.keys.items():
        pick = stage if axis == STAGE.id and stage else next(iter(key.accept))
        if page.locator(f"#axis-{axis}").count():
            tread(page, axis, pick).check(force=True)


def check(page: Page) -> None:
    """Asks how it was."""
    page.get_by_role("button", name="Kijk na").tap()


def open_list(page: Page, day: datetime) -> None:
    """Comes to the list on a day."""
    page.clock.set_fixed_time(day)
    page.goto(page.url.split("/practice")[0] + "/practice")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_missed_card_comes_back_until_it_is_known(devices: Devices, shoot: Shoot) -> None:
    phone = devices.phone("/practice")
    open_list(phone, SATURDAY)
    expect(phone.get_by_role("heading", name="Dit toestel weet nog niets")).to_be_focused()
    expect(phone.get_by_text("Alleen op dit toestel")).to_be_visible()
    shoot(phone, "practice-empty")

    # Any deck at one's own pace: the first card, sure of it and wrong.
    phone.get_by_role("link", name=SQUARE.title.nl).tap()
    answer(phone, CARD, wrong_on(CARD))
    phone.get_by_role("button", name="Zeker", exact=True).tap()
    shoot(phone, "practice-asked")
    check(phone)
    expect(phone.get_by_role("heading", name="Deze niet")).to_be_focused()
    expect(phone.get_by_text(CARD.keys[STAGE.id].why.nl)).to_be_visible()
    assert phone.evaluate("scrollY") == 0  # read from its top
    expect(phone.locator("mark").first).to_be_visible()
    expect(phone.get_by_text("Ze komt vandaag nog terug.")).to_be_visible()
    shoot(phone, "practice-told")

    # It is the first of the list, with what was said; only the axis that went wrong is asked again.
    open_list(phone, SATURDAY)
    expect(phone.get_by_role("heading", name="Een waar je zeker van was, en ernaast zat")).to_be_visible()
    expect(phone.get_by_role("listitem").filter(has_text=CARD.title.nl)).to_contain_text("zeker")
    shoot(phone, "practice-due")
    hit(phone)
    expect(phone.get_by_text("Ze komt terug op maandag.")).to_be_visible()

    # Nothing today, nor on Sunday; on Monday a miss brings it back to today.
    open_list(phone, SATURDAY + timedelta(days=1))
    expect(phone.get_by_role("heading", name="Vandaag niets.")).to_be_visible()
    expect(phone.get_by_text("Maandag: een.")).to_be_visible()
    shoot(phone, "practice-nothing")
    monday = SATURDAY + timedelta(days=2)
    open_list(phone, monday)
    phone.get_by_role("button", name=f"Begin met {CARD.title.nl}").tap()
    answer(phone, CARD, wrong_on(CARD))
    check(phone)
    expect(phone.get_by_text("Ze komt vandaag nog terug.")).to_be_visible()

    # From there twice on every step, each on its day, also over the turn of the year.
    open_list(phone, monday)
    hit(phone)
    for days in HITS_ON_DAYS:
        open_list(phone, monday + timedelta(days=days - 1))
        expect(phone.get_by_role("heading", name="Vandaag niets.")).to_be_visible()
        open_list(phone, monday + timedelta(days=days))
        hit(phone)
    expect(phone.get_by_text("Deze ken je.")).to_be_visible()
    open_list(phone, monday + timedelta(days=400))
    expect(phone.get_by_role("heading", name="Je kent ze allemaal.")).to_be_visible()


def hit(phone: Page) -> None:
    """Begins with what is due, and is right."""
    phone.get_by_role("button", name=f"Begin met {CARD.title.nl}").tap()
    expect(phone.locator("fieldset")).to_have_count(1)
    answer(phone, CARD, None)
    check(phone)
    expect(phone.get_by_role("heading", name="Goed")).to_be_visible()


def test_own_trap_comes_first_then_why(devices: Devices) -> None:
    card, trap = next(
        (card, trap)
        for card in SQUARE.cards
        for trap in card.traps
        if trap.axis == STAGE.id and share(STAGE, card.keys[STAGE.id], trap.pick) < 1
    )
    phone = devices.phone("/practice")
    keep_in_pool(phone, card)
    phone.reload()
    phone.get_by_role("button", name=f"Begin met {card.title.nl}").tap()
    answer(phone, card, trap.pick)
    check(phone)
    expect(phone.get_by_text(trap.text.nl)).to_be_visible()
    text = phone.locator("main").inner_text()
    assert text.index(trap.text.nl) < text.index(card.keys[STAGE.id].why.nl)
    others = [other.text.nl for other in card.traps if other.axis == STAGE.id and other.pick != trap.pick]
    assert all(other not in text for other in others)


def test_practice_is_done_by_keys_alone(devices: Devices) -> None:
    phone = devices.phone(f"/practice#deck/{SQUARE.id}", touch=False)
    expect(phone.get_by_role("heading", name=CARD.title.nl)).to_be_focused()
    axes = [axis.id for axis in SQUARE.axes if axis.id in CARD.keys]
    for axis in axes:  # each digit speaks to the first axis that is still open
        phone.keyboard.press("1")
        expect(phone.locator(f"#axis-{axis} input").first).to_be_checked()
    phone.keyboard.press("Enter")
    expect(phone.get_by_text(CARD.keys[axes[0]].why.nl)).to_be_visible()
    phone.keyboard.press("n")
    expect(phone.get_by_role("heading", name=SQUARE.cards[1].title.nl)).to_be_focused()


def test_a_server_that_is_away_is_said_and_the_picks_stay(devices: Devices) -> None:
    phone = devices.phone(f"/practice#deck/{SQUARE.id}")
    answer(phone, CARD, None)
    phone.route("**/api/practice/**", lambda route: route.abort())
    check(phone)
    expect(phone.get_by_role("alert")).to_contain_text("Geen verbinding")
    phone.unroute("**/api/practice/**")
    check(phone)
    expect(phone.get_by_role("heading", name="Goed")).to_be_visible()
    devices.complaints[:] = [said for said in devices.complaints if "ERR_FAILED" not in said]


def test_a_device_that_keeps_nothing_says_so_and_still_practises(devices: Devices) -> None:
    phone = devices.phone("/practice")
    phone.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } });")
    phone.goto(f"{devices.server.url}/practice")
    expect(phone.get_by_text("Dit toestel bewaart niets")).to_be_visible()
    phone.get_by_role("link", name=SQUARE.title.nl).tap()
    answer(phone, CARD, None)
    check(phone)
    expect(phone.get_by_role("heading", name="Goed")).to_be_visible()


def test_all_is_forgotten_at_a_press_and_the_seat_stays(devices: Devices) -> None:
    phone = devices.phone("/practice")
    keep_in_pool(phone, CARD)
    phone.evaluate("localStorage.setItem('trede.seat.room', '{}')")
    phone.reload()
    expect(phone.get_by_role("heading", name="Een om vandaag te oefenen")).to_be_visible()
    phone.get_by_role("button", name="Vergeet alles op dit toestel").tap()
    phone.get_by_role("button", name="Ja, vergeet alles").tap()
    expect(phone.get_by_role("heading", name="Dit toestel weet nog niets")).to_be_visible()
    assert phone.evaluate("Object.keys(localStorage)") == ["trede.seat.room"]


@pytest.fixture
def laptop(devices: Devices) -> Page:
    """The lecturer's, at the desk where homework is set."""
    page = devices.laptop()
    page.goto(f"{devices.server.url}/homework")
    expect(page.get_by_role("heading", name="Set homework")).to_be_visible()
    return page


def test_homework_is_set_done_by_two_phones_and_its_results_are_seen(
    devices: Devices, laptop: Page, shoot: Shoot
) -> None:
    first, second = SQUARE.cards[:2]
    laptop.get_by_label("Deck").select_option(SQUARE.id)
    for card in (first, second):
        laptop.get_by_role("checkbox", name=card.title.en).check()
    laptop.get_by_label("Name, may stay empty").fill("Voor donderdag")
    laptop.get_by_role("button", name="Set it").click()
    expect(laptop.get_by_text("The homework is set.")).to_be_visible()
    shoot(laptop, "homework-set")
    link = laptop.get_by_label("The link of the homework").first.input_value()
    path = "/homework/" + link.rsplit("/", 1)[-1]

    right = devices.phone(path)
    expect(right.get_by_role("heading", name="Voor donderdag")).to_be_focused()
    expect(right.get_by_text("Geen namen, ook die van jou niet.")).to_be_visible()
    shoot(right, "homework-phone")
    right.get_by_role("button", name="Begin").tap()
    for card in (first, second):
        answer(right, card, None)
        check(right)
        expect(right.get_by_role("heading", name="Goed")).to_be_visible()
        right.get_by_role("button", name="Volgende" if card is first else "Klaar").tap()
    expect(right.get_by_role("heading", name="Ingeleverd")).to_be_visible()
    expect(right.get_by_text("2 van 2 in één keer goed.")).to_be_visible()

    wrong = devices.phone(path)
    wrong.get_by_role("button", name="Begin").tap()
    answer(wrong, first, wrong_on(first))
    check(wrong)
    expect(wrong.get_by_role("heading", name="Deze niet")).to_be_visible()
    wrong.reload()  # in the middle: the card that was handed in is not asked again
    wrong.get_by_role("button", name="Ga verder, 1 van 2 gedaan").tap()
    expect(wrong.get_by_role("heading", name=second.title.nl)).to_be_visible()

    laptop.reload()
    laptop.get_by_role("button", name="Results").first.click()
    expect(laptop.get_by_text("2 people began, 1 finished.")).to_be_visible()
    row = laptop.get_by_role("row", name=first.title.en)
    expect(row).to_contain_text("1 / 2 (50%)")
    expect(row).to_contain_text(f"{STAGE.short_label.en}: 1 / 2")
    expect(laptop.get_by_role("row", name=second.title.en)).to_contain_text("1 / 1 (100%)")
    shoot(laptop, "homework-results")

    laptop.get_by_role("button", name="Close", exact=True).first.click()
    expect(laptop.get_by_text("closed.").first).to_be_visible()
    answer(wrong, second, None)
    check(wrong)  # closed meanwhile: it is marked, and not handed in
    expect(wrong.get_by_role("heading", name="Goed")).to_be_visible()
    wrong.goto(f"{devices.server.url}{path}")
    expect(wrong.get_by_text("Dit huiswerk is gesloten.")).to_be_visible()
    laptop.reload()
    laptop.get_by_role("button", name="Results").first.click()
    expect(laptop.get_by_role("row", name=second.title.en)).to_contain_text("1 / 1 (100%)")
    devices.complaints[:] = [said for said in devices.complaints if "409" not in said]


def test_homework_whose_last_day_is_over_or_that_is_not_there_is_said_to_be(devices: Devices, laptop: Page) -> None:
    stranger = devices.phone("/homework/" + "0" * 24)
    expect(stranger.get_by_role("heading", name="Dit huiswerk is er niet")).to_be_visible()
    devices.complaints[:] = [said for said in devices.complaints if "404" not in said]
    laptop.get_by_role("checkbox", name=CARD.title.en).check()
    laptop.get_by_role("button", name="Set it").click()
    expect(laptop.get_by_text("The homework is set.")).to_be_visible()
    link = laptop.get_by_label("The link of the homework").first.input_value()
    late = devices.phone("/practice")
    late.route(
        "**/api/homework/*",
        lambda route: route.fulfill(json={**route.fetch().json(), "until": 1_700_000_000_000, "is_open": False}),
    )
    late.goto(devices.server.url + "/homework/" + link.rsplit("/", 1)[-1])
    expect(late.get_by_text("De laatste dag is voorbij.")).to_be_visible()
    expect(late.get_by_role("button", name="Toch oefenen")).to_be_visible()


def test_only_the_lecturer_sets_homework(devices: Devices) -> None:
    phone = devices.phone("/homework")
    expect(phone.get_by_role("heading", name="Dit is voor de docent")).to_be_visible()
