"""A class of thirty in one live game: every kind of answer, every picture of a model, on everybody's own screen."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from server.rules.cards import Axis, AxisKind, Card, Deck, Text
from tests.browser import projector_page
from tests.browser.by_hand import Hand
from tests.browser.conftest import Devices, press_step
from tests.browser.counted_anew import rows_of, worst_trap_text
from tests.browser.every_picture_content import write_every_picture
from tests.browser.simulated_class import OWN_WORDS, WRITTEN, SimulatedClass, right_pick
from tests.play.server_under_test import ServerUnderTest

Shoot = Callable[[Page, str], None]
SIMULATED = 28
ALL = SIMULATED + 2
WIDE: ViewportSize = {"width": 1920, "height": 1080}
NARROW: ViewportSize = {"width": 1440, "height": 1080}


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Deck]:
    """The content folder and its deck."""
    folder = tmp_path_factory.mktemp("content")
    return str(folder), write_every_picture(folder)


@pytest.fixture(scope="module")
def server(content: tuple[str, Deck], tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerUnderTest]:
    """A server that plays that deck."""
    environment = {"TREDE_CONTENT_DIR": content[0]}
    server = ServerUnderTest(tmp_path_factory.mktemp("every-picture"), "eventlet", environment=environment)
    server.start()
    yield server
    assert server.stop() == 0
    assert server.complained == ""


class Hall:
    """A lecturer's laptop, a projector, two phones in hands and a simulated class."""

    def __init__(self, devices: Devices, shoot: Shoot, deck: Deck, leaving: ExitStack) -> None:
        self.devices = devices
        self.shoot = shoot
        self.deck = deck
        self.laptop = devices.laptop()
        self.laptop.get_by_role("radio", name=deck.title.en).check()
        self.laptop.get_by_role("button", name="All", exact=True).click()
        self.laptop.get_by_role("radio", name="no limit", exact=True).check()
        self.laptop.get_by_role("button", name="Open the square").click()
        self.laptop.wait_for_url("**/host/*")
        room = self.laptop.url.rsplit("/", 1)[-1]
        pin = devices.server.get(f"/api/rooms/{room}/address").json["pin"]
        self.screen = devices.projector(f"/screen/{room}")
        self.dutch = Hand(devices.phone(f"/join/{pin}"), "nl")
        self.dutch.phone.get_by_label("Naam").fill("Annemarijn")
        self.dutch.phone.get_by_role("button", name="Het plein op").tap()
        self.english = Hand(devices.phone(f"/join/{pin}", language="en-GB"), "en")
        self.english.phone.get_by_role("textbox", name="Name").fill("Bo")
        self.english.phone.get_by_role("button", name="Onto the square").tap()
        self.others = SimulatedClass(devices.server, room, SIMULATED, leaving)
        expect(self.laptop.get_by_role("heading", name=f"{ALL} people on the square")).to_be_visible()

    def press(self) -> None:
        """What a clicker sends."""
        press_step(self.laptop)

    def axes(self, card: Card) -> list[Axis]:
        """What a card asks, in the order of the sheet."""
        return [axis for axis in self.deck.axes if axis.id in card.keys]

    def heard(self) -> str:
        """All that phones and projector were ever sent."""
        pages = (self.screen, self.dutch.phone, self.english.phone)
        return "\n".join(frame for page in pages for frame in self.devices.heard[page])


def test_a_class_of_thirty_answers_in_every_way(devices: Devices, shoot: Shoot, content: tuple[str, Deck]) -> None:
    with ExitStack() as leaving:
        hall = Hall(devices, shoot, content[1], leaving)
        for number, card in enumerate(hall.deck.cards, start=1):
            said = _ask(hall, card, number)
            _no_key_has_gone_out(hall, card)
            if any(axis.kind is AxisKind.OPEN for axis in hall.axes(card)):
                _see_the_groups(hall, said["open-why"], f"picture-{number:02}-quotes")
            else:
                for axis in hall.axes(card):
                    hall.press()
                    _see_the_class_stand(hall, card, axis, said[axis.id], f"picture-{number:02}-{axis.id}")
            assert all(_is_in(text, hall.heard()) for text in _secrets(card))  # so that their absence said something
            if number in (1, len(hall.deck.cards)):
                hall.shoot(hall.laptop, f"picture-{number:02}-console")
            hall.shoot(hall.dutch.phone, f"picture-{number:02}-phone")
            hall.press()
            expect(hall.screen.get_by_role("heading", name=f"na kaart {number}")).to_be_visible()


def _ask(hall: Hall, card: Card, number: int) -> dict[str, list[Any]]:
    """Opens the round, everybody answers, and it is closed; what was said on each axis."""
    axes = hall.axes(card)
    hall.press()
    expect(hall.screen.get_by_role("heading", name=card.title.nl)).to_be_visible()
    hall.press()
    said = hall.others.answer(card, axes)
    right = {axis.id: right_pick(axis, card.keys[axis.id]) for axis in axes}
    for hand in (hall.dutch, hall.english):
        expect(hand.phone.locator("fieldset :is(button, input, textarea)").first).to_be_enabled()
        hand.answer(card, axes, right)
    expect(hall.laptop.get_by_text(re.compile(rf"{ALL - 1}\s*/\s*{ALL}"))).to_be_visible()
    hall.press()
    expect(hall.dutch.phone.get_by_role("heading", name="De tijd is om")).to_be_visible()
    return {axis.id: [*said[axis.id], right[axis.id], right[axis.id]] for axis in axes}


def _no_key_has_gone_out(hall: Hall, card: Card) -> None:
    """Neither drawn nor sent, of this card or of one to come."""
    assert not projector_page.has_gold(hall.screen)
    expect(hall.screen.locator("mark")).to_have_count(0)
    heard = hall.heard()
    for each in hall.deck.cards[hall.deck.cards.index(card) :]:
        assert not [text.en for text in _secrets(each) if _is_in(text, heard)]


def _secrets(card: Card) -> list[Text]:
    return [key.why for key in card.keys.values()] + [trap.text for trap in card.traps]


def _is_in(text: Text, heard: str) -> bool:
    return any(written in heard for words in (text.nl, text.en) for written in (words, json.dumps(words)[1:-1]))


def _see_the_class_stand(hall: Hall, card: Card, axis: Axis, said: list[Any], name: str) -> None:
    screen = hall.screen
    expect(screen.locator("table.unseen caption").first).to_have_text(axis.question.nl)
    rows = rows_of(axis, card, said)
    assert projector_page.table(screen) == rows
    expect(screen.locator("blockquote mark")).to_have_text(card.keys[axis.id].cue.nl)
    assert projector_page.has_gold(screen)
    numbers = projector_page.numbers(screen)
    assert {count for count, is_key in rows.values() if is_key} <= numbers
    if axis.kind not in (AxisKind.PAIR, AxisKind.MAP2D):  # there the rarest stand together, or between two
        assert {count for count, _ in rows.values() if count} <= numbers
    assert (worst_trap_text(axis, card, said) or "") in projector_page.words(screen)
    _show_the_hall(hall, name)


def _see_the_groups(hall: Hall, said: list[Any], name: str) -> None:
    """The lecturer puts together what was written while the round is closed, and marks it once it is on the screen."""
    laptop, screen = hall.laptop, hall.screen
    counted = Counter(pick["text"] for pick in said)
    _make_group(laptop, "De rol, niet de mens", WRITTEN[0], OWN_WORDS)
    _make_group(laptop, "De gewoonte", WRITTEN[2])
    laptop.get_by_role("button", name=f"Quote: {WRITTEN[2]}").click()
    hall.press()
    expect(screen.get_by_text("De gewoonte").first).to_be_visible()
    habit = f"De gewoonte “{WRITTEN[2]}”"
    rows = {habit: (counted[WRITTEN[2]], False), "nog apart": (counted[WRITTEN[1]], False)}
    role = counted[WRITTEN[0]] + counted[OWN_WORDS]
    assert projector_page.table(screen) == {**rows, "De rol, niet de mens": (role, False)}
    assert not projector_page.has_gold(screen)  # nothing is right before the lecturer says so
    laptop.get_by_role("group", name="Mark: De rol, niet de mens").get_by_text("right", exact=True).click()
    expect(screen.get_by_text("Goed gerekend").last).to_be_visible()
    assert projector_page.table(screen) == {**rows, "De rol, niet de mens": (role, True)}
    assert projector_page.has_gold(screen)
    laptop.evaluate("document.activeElement.blur()")
    _show_the_hall(hall, name)


def _make_group(laptop: Page, title: str, *answers: str) -> None:
    for answer in answers:
        laptop.get_by_role("checkbox", name=answer).check()
    field = laptop.get_by_role("textbox", name="Name of a new group")
    field.fill(title)
    field.press("Enter")
    expect(laptop.get_by_role("textbox", name="Name of the group").last).to_have_value(title)
    field.blur()


def _show_the_hall(hall: Hall, name: str) -> None:
    """Nothing is cut off on a wide or a narrow projector; pictures to look at, the first in the dark too."""
    if hall.screen.evaluate("!document.documentElement.dataset.theme"):
        hall.screen.keyboard.press("t")
        hall.shoot(hall.screen, f"{name}-dark")
        hall.screen.keyboard.press("t")
    sizes = [(WIDE, ""), (NARROW, "-1440")]
    for size, ending in sizes if hall.screen.viewport_size == WIDE else sizes[::-1]:
        hall.screen.set_viewport_size(size)
        hall.shoot(hall.screen, f"{name}{ending}")
        assert projector_page.cut_off(hall.screen) == []
