"""The lecturer's console through a class hour, by keys and by name: a talk, an improvised run, people."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Locator, Page, expect

from server.content.library import load_library
from server.rules.cards import Card
from server.rules.ids import AxisId, OptionId
from tests.browser.conftest import Devices, press_step
from tests.play.people import Phone
from tests.play.server_under_test import ServerUnderTest

Shoot = Callable[[Page, str], None]
DECK = load_library().decks["village-square"]
CONTESTED = next(card for card in DECK.cards if card.debate is not None)
CARDS = [*DECK.cards[:6], CONTESTED]
TALKED_ABOUT = AxisId("commitment-form")
OTHERWISE = OptionId("personal")


class Hall:
    """A laptop at the console, and students whose phones are sockets."""

    def __init__(self, devices: Devices, leaving: ExitStack) -> None:
        self.server: ServerUnderTest = devices.server
        self.leaving = leaving
        self.students: list[Phone] = []
        self.laptop = devices.laptop()
        self.laptop.get_by_role("radio", name="The village square").check()
        self.laptop.get_by_role("button", name="First 6").click()
        self.laptop.get_by_role("checkbox", name=CONTESTED.title.en).check()
        self.laptop.get_by_role("radio", name="in teams").check()
        self.laptop.get_by_label("Name of team 1").fill("The ovens")
        self.laptop.get_by_role("checkbox", name="Ask how sure they are").check()
        self.laptop.get_by_role("radio", name="no limit", exact=True).check()
        self.laptop.get_by_role("button", name="Open the square").click()
        self.laptop.wait_for_url("**/host/*")
        self.room = self.laptop.url.rsplit("/", 1)[-1]

    def join(self, *names: str) -> None:
        """Students come in, one after the other."""
        for name in names:
            student = Phone(self.server, self.room)
            self.leaving.callback(student.close)
            assert student.join(name)["ok"]
            self.students.append(student)

    def vote(self, card: Card, wrong: int, vote: int = 1) -> None:
        """All answer, certain of it; the first `wrong` of them take another form of commitment than the key's."""
        for place, student in enumerate(self.students):
            picks = {axis: next(iter(key.accept)) for axis, key in card.keys.items()}
            if place < wrong:
                picks[TALKED_ABOUT] = OTHERWISE
            if vote == 2:
                picks = {TALKED_ABOUT: picks[TALKED_ABOUT]}
            ack = student.ask("answer", card=card.id, picks=picks, shown_millis=1200, vote=vote, confidence="certain")
            assert ack["ok"], ack
        self.sees_all_answers()

    def sees_all_answers(self) -> None:
        """Waits until the console counts everybody."""
        count = len(self.students)
        expect(self.laptop.get_by_label(f"{count} of {count} answers are in")).to_be_visible()

    def press(self, *keys: str) -> None:
        """Keys, as somebody at the laptop presses them."""
        for key in keys:
            self.laptop.keyboard.press(key)

    def step(self, times: int = 1) -> None:
        """The one key."""
        for _ in range(times):
            press_step(self.laptop)

    def talk(self) -> None:
        """T, pressed by somebody who sees that it begins a talk."""
        begins = self.button(re.compile("^Let them talk it over"))
        expect(begins).to_have_attribute("aria-disabled", "false")
        self.press("t")
        self.stands_at("Card 1, they talk about Commitment")

    def stands_at(self, what: str) -> None:
        """Waits until the line under the card's title says so."""
        expect(self.laptop.get_by_text(what, exact=True)).to_be_visible()

    def lies(self, board: str | None) -> None:
        """Waits until the console says which board lies over the slide, or that none does."""
        strip = self.laptop.get_by_text("Over the slide lies now:")
        if board is None:
            expect(strip).to_have_count(0)
        else:
            expect(strip).to_have_text(f"Over the slide lies now: {board}")

    def button(self, name: str | re.Pattern[str]) -> Locator:
        """A button by its name."""
        return self.laptop.get_by_role("button", name=name)


@pytest.fixture
def hall(devices: Devices) -> Iterator[Hall]:
    """An open room of seven cards, in teams, with confidence."""
    with ExitStack() as leaving:
        yield Hall(devices, leaving)


def test_an_hour_at_the_console(hall: Hall, shoot: Shoot) -> None:
    hall.join("Noor", "Sem", "Bram", "Ada")
    expect(hall.laptop.get_by_role("heading", name="4 people on the square")).to_be_visible()
    _people_get_what_they_need(hall, shoot)
    _two_votes_with_a_talk(hall, shoot)
    _boards_come_and_go(hall)
    _the_run_is_improvised(hall, shoot)
    _a_card_is_skipped_and_taken_back(hall)
    _an_earlier_card_is_shown_again(hall)
    _settings_change_in_the_room(hall)
    _strangers_go_out_from_a_moment_on(hall, shoot)


def _people_get_what_they_need(hall: Hall, shoot: Shoot) -> None:
    hall.press("r")
    hall.button("Change Noor").click()
    hall.laptop.get_by_role("radio", name=re.compile(" 2$")).check()
    expect(hall.laptop.get_by_text(re.compile("^own time"))).to_be_visible()
    hall.laptop.get_by_label("Team", exact=True).select_option("The smiths")
    hall.laptop.get_by_label("Name", exact=True).fill("Noortje k")
    hall.button("Give this name").click()
    expect(hall.button("Change Noortje k")).to_be_visible()
    shoot(hall.laptop, "console-people")
    seat = hall.students[0].see("seat", lambda one: one["name"] == "Noortje k" and one["team"] == 1)
    assert seat["points"] == 0
    hall.lies(None)  # the k was a letter of a name
    hall.press("Escape")


def _two_votes_with_a_talk(hall: Hall, shoot: Shoot) -> None:
    card = CARDS[0]
    hall.step(2)
    hall.vote(card, wrong=2)
    hall.step()
    expect(hall.laptop.get_by_role("heading", name="Certain and wrong")).to_be_visible()
    for axis in ("Stage", "Trust"):
        hall.laptop.get_by_role("group", name="What do they talk about?").get_by_role("checkbox", name=axis).uncheck()
    shoot(hall.laptop, "console-closed")
    hall.talk()
    hall.press("t")
    expect(hall.laptop.get_by_role("timer")).to_have_text(re.compile(r"3:(0|1)\d"))
    shoot(hall.laptop, "console-talk")
    expect(hall.button("Undo: the talk")).to_have_attribute("aria-disabled", "false")
    hall.press("u")
    hall.stands_at("Card 1, nothing shown yet")
    hall.talk()
    hall.step()
    hall.stands_at("Card 1, the second vote is open")
    hall.vote(card, wrong=1, vote=2)
    hall.step(2)
    expect(hall.laptop.get_by_text("From 50% to 75% right, +25 points")).to_be_attached()
    hall.step()
    expect(hall.button(re.compile("^Show who moved"))).to_be_visible()
    hall.step()
    shoot(hall.laptop, "console-flow")


def _boards_come_and_go(hall: Hall) -> None:
    hall.press("k")
    hall.lies("What was mixed up")
    hall.press("x")
    hall.lies("The matrix of Form of commitment (Johnson)")
    hall.press("ArrowDown")
    expect(hall.laptop.get_by_text("Over the slide lies now: The matrix of")).not_to_contain_text("commitment")
    for key, board in (("c", "Sure and right"), ("m", "The teams"), ("j", "The way in, large")):
        hall.press(key)
        hall.lies(board)
    hall.press("j")
    hall.lies(None)


def _the_run_is_improvised(hall: Hall, shoot: Shoot) -> None:
    hall.press("o")
    hall.button(re.compile(rf"^7 {CONTESTED.title.en}")).click()
    hall.button(f"Next: {CONTESTED.title.en}").click()
    expect(hall.button(re.compile(rf"^2 {CONTESTED.title.en}"))).to_contain_text("next")
    row = hall.button(re.compile(rf"^3 {CARDS[1].title.en}"))
    row.focus()
    hall.press("Alt+ArrowDown")
    moved = hall.button(re.compile(rf"^4 {CARDS[1].title.en}"))
    expect(moved).to_be_focused()
    hall.press("Enter")
    hall.button(f"Set aside: {CARDS[1].title.en}").click()
    expect(hall.laptop.get_by_text("6 cards", exact=True)).to_be_visible()
    hall.button(f"Take up again: {CARDS[1].title.en}").click()
    expect(hall.button(re.compile(rf"^7 {CARDS[1].title.en}"))).to_be_visible()
    shoot(hall.laptop, "console-order")
    hall.press("Escape")


def _a_card_is_skipped_and_taken_back(hall: Hall) -> None:
    expect(hall.button(re.compile("^Show: Trust"))).to_be_visible()
    hall.step(3)
    expect(hall.laptop.get_by_role("heading", name=CONTESTED.title.en, level=1)).to_be_visible()
    hall.press("s")
    expect(hall.laptop.get_by_role("dialog")).to_contain_text("nobody gets points for it")
    hall.laptop.get_by_role("dialog").get_by_role("button", name="Skip").click()
    expect(hall.laptop.get_by_role("heading", name=CARDS[2].title.en, level=1)).to_be_visible()
    expect(hall.button("Undo: the skip")).to_have_attribute("aria-disabled", "false")
    hall.press("Control+z")
    expect(hall.laptop.get_by_role("heading", name=CONTESTED.title.en, level=1)).to_be_visible()


def _an_earlier_card_is_shown_again(hall: Hall) -> None:
    hall.step(3)
    expect(hall.laptop.get_by_role("heading", name="Ask the hall")).to_be_visible()
    hall.press("d")
    hall.lies("The question alone")
    hall.press("d", "o")
    hall.button(re.compile(rf"^1 {CARDS[0].title.en}")).click()
    hall.button(f"Show again: {CARDS[0].title.en}").click()
    hall.stands_at("Card 1, on the screen: Stage")
    hall.press("Escape")
    expect(hall.button("Undo: the earlier card")).to_be_visible()


def _settings_change_in_the_room(hall: Hall) -> None:
    hall.press("i")
    dialog = hall.laptop.get_by_role("dialog", name="Settings")
    dialog.get_by_role("radio", name="1 min", exact=True).check()
    dialog.get_by_text("More", exact=True).click()
    dialog.get_by_label("Words that no name may hold").fill("turnip, radish")
    dialog.get_by_role("button", name="Keep").click()
    expect(dialog).to_have_count(0)
    refused = Phone(hall.server, hall.room)
    hall.leaving.callback(refused.close)
    assert refused.join("Big Turnip")["code"] == "NAME_NOT_ALLOWED"


def _strangers_go_out_from_a_moment_on(hall: Hall, shoot: Shoot) -> None:
    hall.join(*(f"Stranger {number}" for number in range(1, 7)))
    hall.press("r")
    expect(hall.button("Change Stranger 6")).to_be_visible()
    hall.laptop.get_by_text("Remove from a moment on").click()
    hall.button(re.compile(r"^Remove all \d+ since")).first.click()
    shoot(hall.laptop, "console-remove-since")
    hall.button(re.compile(r"^Yes, remove")).click()
    expect(hall.button("Let back: Stranger 6")).to_be_visible()
    hall.students[-1].see("seat", lambda one: one["is_removed"])
