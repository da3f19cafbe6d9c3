"""The whole game without a click: a lecturer and a student find everything by name and get there by keys alone.

On every screen the focus is somewhere that is seen, and what is spoken of its own accord stays little.
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from server.rules.cards import Axis, AxisKind, Card, Deck
from tests.browser.by_keys import Answering, Keys, Name
from tests.browser.conftest import Devices, press_step
from tests.browser.shipped_cards import Authored, copied_axes, first_card, is_contested, write_deck
from tests.browser.simulated_class import right_pick
from tests.play.server_under_test import ServerUnderTest

DECK = "by-keys"
SHEETS = (("stage", "commitment-form", "trust-level"), ("resource-rank",), ("exchange-pair",))
"""What each card asks: three choices, an order, pairs."""
LIVE_MESSAGES_MOST = 6
"""What is spoken in one vote, beside the headings that focus goes to."""
STANDINGS = "The leaderboard is on the screen"


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Deck:
    """Three shipped cards, each asked in its own way."""

    def asked_on(sheet: tuple[str, ...]) -> Authored:
        def fits(card: Authored) -> tuple[str, ...]:
            keyed = all(axis in card["key"] and not is_contested(card["key"][axis]) for axis in sheet)
            return sheet if keyed else ()

        return first_card(fits)

    folder = tmp_path_factory.mktemp("content")
    copied_axes(folder)
    return write_deck(folder, DECK, [asked_on(sheet) for sheet in SHEETS])


@pytest.fixture(scope="module")
def server(deck: Deck, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerUnderTest]:
    """A server that plays them."""
    content = next(path for path in tmp_path_factory.getbasetemp().iterdir() if path.name.startswith("content"))
    environment = {"TREDE_CONTENT_DIR": str(content)}
    server = ServerUnderTest(tmp_path_factory.mktemp("by-keys"), "eventlet", environment=environment)
    server.start()
    yield server
    assert server.stop() == 0
    assert server.complained == ""


class Hall:
    """One lecturer at a laptop, one student with a small screen; neither has a mouse or a finger."""

    def __init__(self, devices: Devices, deck: Deck) -> None:
        self.deck = deck
        self.server: ServerUnderTest = devices.server
        self.lecturer = Keys(devices.laptop())
        self.student = Answering(devices.phone(touch=False))

    def axes(self, card: Card) -> list[Axis]:
        """What a card asks, in the order of the sheet."""
        return [self.deck.axis(axis) for axis in card.keys]

    def step(self) -> None:
        """The one key."""
        press_step(self.lecturer.page)

    def press_when_ready(self, name: Name, key: str) -> None:
        """A letter, pressed by a lecturer who sees that its button is awake."""
        expect(self.lecturer.page.get_by_role("button", name=name)).to_have_attribute("aria-disabled", "false")
        self.lecturer.press(key)

    def lies(self, board: str | None) -> None:
        """Waits until the console says which board lies over the slide, or that none does."""
        strip = self.lecturer.page.get_by_text("Over the slide lies now:")
        if board is None:
            expect(strip).to_have_count(0)
        else:
            expect(strip).to_have_text(f"Over the slide lies now: {board}")


def test_a_game_from_the_door_to_the_podium_by_keys_alone(devices: Devices, deck: Deck) -> None:
    hall = Hall(devices, deck)
    _open_the_square(hall)
    _come_in(hall)
    _two_votes_with_a_talk(hall, deck.cards[0])
    _to_the_standings(hall, deck.cards[0])
    _letters_in_a_field_are_letters(hall)
    for number, card in enumerate(deck.cards[1:], start=2):
        _one_vote(hall, card, number)
    hall.step()
    hall.student.arrives("Het brood is voor jou")
    hall.step()
    hall.student.arrives("De ronde is voorbij")
    hall.student.reach("link", "Mijn sessie")


def _open_the_square(hall: Hall) -> None:
    lecturer = hall.lecturer
    lecturer.choose("Ask how sure they are", "checkbox")
    lecturer.push(re.compile("^Open the square"))
    lecturer.page.wait_for_url("**/host/*")
    begin = re.compile("^Begin with card 1")
    expect(lecturer.page.get_by_role("button", name=begin)).to_be_visible()
    lecturer.goes_round()
    lecturer.reach("button", begin)  # on any other control the space bar would be that one's


def _come_in(hall: Hall) -> None:
    student = hall.student
    room = hall.lecturer.page.url.rsplit("/", 1)[-1]
    pin = hall.server.get(f"/api/rooms/{room}/address").json["pin"]
    student.goes_round()
    student.write("Code", pin)
    student.write("Naam", "Noor 3 tuk")
    student.push("Het plein op")
    student.arrives("Je staat op het plein, Noor 3 tuk")
    # Away and back: the focus is not lost with the screen that goes.
    student.push("Andere code")
    student.arrives("Kom erbij")
    student.write("Code", pin)
    student.arrives("Je staat op het plein, Noor 3 tuk")


def _two_votes_with_a_talk(hall: Hall, card: Card) -> None:
    student = hall.student
    hall.step()
    student.arrives(f"Kaart 1 van 3: {card.title.nl}")
    student.listens()
    hall.step()
    expect(student.page.get_by_role("radio").first).to_be_enabled()
    _answer(hall, card)
    _be_sure(hall, "Zeker", "Je antwoord is binnen")
    student.push("Mijn antwoord veranderen")
    student.arrives(f"Kaart 1 van 3: {card.title.nl}")
    student.push("Laat zoals verstuurd")
    student.arrives("Je antwoord is binnen")
    hall.lecturer.goes_round()
    hall.lecturer.reach("button", re.compile("^Close the round"))
    hall.step()
    student.arrives("De tijd is om")
    _speaks_little(hall)

    hall.press_when_ready(re.compile("^Let them talk it over"), "t")
    student.arrives("Zoek iemand die anders koos")
    hall.press_when_ready("Undo: the talk", "u")
    student.arrives("De tijd is om")
    hall.press_when_ready(re.compile("^Let them talk it over"), "t")
    student.arrives("Zoek iemand die anders koos")
    student.listens()
    hall.step()
    student.arrives(f"Tweede stem op kaart 1: {card.title.nl}")
    axis = hall.axes(card)[0]
    other = next(option.id for option in axis.options if option.id not in card.keys[axis.id].accept)
    student.pick(card, axis, other)
    student.pick(card, axis, right_pick(axis, card.keys[axis.id]))
    student.push("Alleen mijn zekerheid veranderen")
    _be_sure(hall, "Vrij zeker", "Je tweede stem is binnen")
    hall.step()
    student.arrives("De tijd is om")
    _speaks_little(hall)


def _take_back(hall: Hall, card: Card) -> None:
    """The button that takes back goes away when nothing is left to be taken back, and the focus not with it."""
    student, (axis,) = hall.student, hall.axes(card)
    pick = right_pick(axis, card.keys[axis.id])
    if axis.kind is AxisKind.PAIR:
        moment, option = next(iter(pick["pairs"].items()))
        student.pick(card, axis, {"pairs": {moment: option}})
        name = card.keys[axis.id].items[moment].nl
        student.push(re.compile(f"^Maak leeg: {re.escape(name)}$", re.IGNORECASE))
    else:
        student.pick(card, axis, [pick[-1], pick[0]])
        student.push("Stap terug")
    student.is_seen()
    expect(student.page.get_by_role("button", name="Stap terug")).to_have_count(1 if axis.kind is AxisKind.PAIR else 0)


def _answer(hall: Hall, card: Card) -> None:
    """Gives every right pick, and goes on to how sure."""
    for axis in hall.axes(card):
        hall.student.pick(card, axis, right_pick(axis, card.keys[axis.id]))
    hall.student.push("Hoe zeker ben je?")


def _be_sure(hall: Hall, step: str, then: Name) -> None:
    hall.student.arrives("Hoe zeker ben je?")
    hall.student.choose(re.compile(f"^{step}: "), arrow="ArrowUp")
    hall.student.press("Enter")
    hall.student.arrives(then)


def _speaks_little(hall: Hall) -> None:
    told = hall.student.told()
    assert 0 < len(told) <= LIVE_MESSAGES_MOST, told
    assert len(told) == len(set(told)), told


def _to_the_standings(hall: Hall, card: Card) -> None:
    hall.lecturer.press("j")
    hall.lies("The way in, large")
    hall.lecturer.press("j")
    hall.lies(None)
    hall.step()
    hall.student.arrives(re.compile(r"^\+\d+ van \d+ punten$"))
    hall.lecturer.press("k")
    hall.lies("What was mixed up")
    hall.lecturer.press("k")
    hall.lies(None)
    _step_to_the_standings(hall)


def _step_to_the_standings(hall: Hall) -> None:
    standings = hall.lecturer.page.get_by_role("heading", name=STANDINGS)
    while not standings.is_visible():
        hall.step()
    hall.student.arrives("Je staat 1e van 1")


def _letters_in_a_field_are_letters(hall: Hall) -> None:
    lecturer = hall.lecturer
    lecturer.press("r")
    lecturer.write("Find a name", "jktu x", role="searchbox")
    expect(lecturer.page.get_by_role("searchbox")).to_have_value("jktu x")
    hall.lies(None)
    expect(lecturer.page.get_by_role("heading", name=STANDINGS)).to_be_visible()
    lecturer.press("Escape")
    expect(lecturer.page.get_by_role("searchbox")).to_have_count(0)


def _one_vote(hall: Hall, card: Card, number: int) -> None:
    student = hall.student
    hall.step()
    student.arrives(f"Kaart {number} van 3: {card.title.nl}")
    hall.step()
    expect(student.page.get_by_role("button", name=re.compile("^Nog "))).to_be_visible()
    _take_back(hall, card)
    student.listens()
    _answer(hall, card)
    _be_sure(hall, "Zeker", "Je antwoord is binnen")
    hall.step()
    student.arrives("De tijd is om")
    _speaks_little(hall)
    hall.step()
    student.arrives(re.compile(r"^\+\d+ van \d+ punten$"))
    _step_to_the_standings(hall)
