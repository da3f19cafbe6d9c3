"""The lecturer's hour from 9:00 to 9:45 with everything that goes wrong in it, played in three minutes.

One laptop, one projector, the lecturer's own phone, three students' phones in real Chromium, and 117 simulated students
over real sockets. The server is killed in the second vote. `make tour` makes docs/tour.md of it.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from server.content.library import load_library
from server.rules.cards import Card
from server.rules.ids import AxisId
from tests.browser.conftest import Devices, press_step
from tests.browser.tour import Tour
from tests.play.people import HOST_COOKIE
from tests.play.server_under_test import ServerUnderTest
from tests.support.plain_threads import eventually

SIMULATED = 117
PHONES = 3
EVERYBODY = SIMULATED + PHONES
MOST, HALF = r"9\d|1\d\d", r"[6-9]\d|1\d\d"
"""Of all answers, as the console counts them. In a second vote some let their first answer stand."""
HALL_MILLIS = 90_000
"""A hall takes its time, and a machine that also simulates it takes longer."""

LIBRARY = load_library()
DECK = LIBRARY.decks["pyramid"]
assert LIBRARY.trial is not None
TRIAL = LIBRARY.trial
STAGE = AxisId("stage")
PLAYED = ("sloop-on-sunday", "platform-two", "flat-tyre-abroad", "wool-on-the-blog", "dress-in-the-car")
FIRST, CONTESTED, DISCUSSED, LEFT_OUT, TWIN = (next(c for c in DECK.cards if c.id == card) for card in PLAYED)
NAMES = ("Noor-Linde K.", "Lieuwe-Jan B.", "Jacomijn van V.")


class Hour:
    """Everybody's screens, and what each does with them. `screen` and `remote` are there once the room is open."""

    screen: Page
    remote: Page

    def __init__(self, devices: Devices, server: ServerUnderTest) -> None:
        self.devices = devices
        self.server = server
        self.tour = Tour()
        self.laptop = devices.laptop("nl-NL")
        self.phones: list[Page] = []

    @property
    def noor(self) -> Page:
        """The student whose phone is shown."""
        return self.phones[0]

    @property
    def room(self) -> str:
        """The room's id."""
        return self.laptop.url.rsplit("/", 1)[-1]

    def step(self, times: int = 1) -> None:
        """The one key."""
        for _ in range(times):
            press_step(self.laptop)

    def until(self, kind: str, times: int) -> None:
        """The one key until something is in the log so often: a round may have closed by itself meanwhile."""
        while len(self.events(kind)) < times:
            self.step()

    def events(self, kind: str) -> list[dict[str, Any]]:
        """The events of a kind in the room's log, the newest last."""
        log: list[dict[str, Any]] = []
        while entries := self.server.get(f"/api/rooms/{self.room}/log?after={len(log)}", Cookie=HOST_COOKIE).json[
            "entries"
        ]:
            log += [entry["event"] for entry in entries]
        return [event for event in log if event["type"] == kind]

    def happened(self, kind: str, times: int = 1) -> None:
        """Waits until something is in the log so often."""
        eventually(lambda: len(self.events(kind)) >= times, what=f"{times} {kind} in the log")

    def wait_for(self, part: str = MOST) -> None:
        """Until that part of the answers of the newest vote are in."""
        counted = re.compile(rf"^({part}) van {EVERYBODY} antwoorden binnen$")
        expect(self.laptop.get_by_label(counted)).to_be_visible(timeout=HALL_MILLIS)

    def pick(self, phone: Page, axis: AxisId, card: Card, is_right: bool = True) -> None:
        """A student taps the key of an axis, or the first option that is not."""
        options = DECK.axis(axis).options
        right = card.keys[axis].accept
        chosen = next(option for option in options if (option.id in right) is is_right)
        name = re.compile(f"^{re.escape(chosen.label.nl)}")
        phone.locator(f"#axis-{axis}").get_by_role("radio", name=name).tap()

    def say_how_sure(self, phone: Page, key: str) -> None:
        """A student says how sure: 1, 2 or 3, and sends."""
        phone.get_by_role("button", name="Hoe zeker ben je?").tap()
        phone.keyboard.press(key)
        phone.keyboard.press("Enter")
        expect(heading(phone, re.compile("is binnen$"))).to_be_visible()

    def pick_next(self, card: Card) -> None:
        """The lecturer, walking through the hall, chooses on the remote which card comes next."""
        earlier = len(self.events("CardsArranged"))
        self.remote.get_by_role("button", name="Meer").tap()
        self.remote.get_by_role("button", name="Kies de kaart hierna").tap()
        self.remote.get_by_role("button", name=card.title.nl).tap()
        # The phone says so too, but not for as long as a busy machine takes.
        self.happened("CardsArranged", earlier + 1)
        assert self.events("CardsArranged")[-1]["cards"][0] == card.id

    def answer(self, card: Card, is_right: bool = True) -> None:
        """The three students answer all that is asked."""
        for place, phone in enumerate(self.phones):
            for axis in card.keys:
                if phone.locator(f"#axis-{axis}").count():
                    self.pick(phone, axis, card, is_right or place > 0)
            self.say_how_sure(phone, "3" if place == 0 else "2")


def heading(page: Page, name: str | re.Pattern[str]) -> Locator:
    """A heading by its words."""
    return page.get_by_role("heading", name=name)


@pytest.fixture
def hour(browser: Browser, tmp_path: Path) -> Iterator[Hour]:
    """A server of its own, since it is killed. No page may complain but of the line that broke."""
    server = ServerUnderTest(tmp_path / "hour", "eventlet")
    server.start("--demo", str(SIMULATED))
    devices = Devices(browser, server)
    yield Hour(devices, server)
    for context in devices.contexts:
        context.close()
    assert server.stop() == 0
    assert [said for said in devices.complaints if "net::ERR" not in said and "WebSocket" not in said] == []
    assert devices.foreign == []


@pytest.mark.timeout(420)
def test_the_hour(hour: Hour) -> None:
    _the_room_is_prepared(hour)
    _the_hall_comes_in(hour)
    _everybody_tries_a_card(hour)
    _a_card_is_played(hour)
    _a_contested_card_is_debated(hour)
    _a_card_is_discussed_while_the_server_dies(hour)
    _the_twin_shows_what_stayed(hour)
    _what_was_mixed_up_is_told(hour)
    _the_hour_ends(hour)
    hour.tour.finish()


def _the_room_is_prepared(hour: Hour) -> None:
    laptop = hour.laptop
    hour.tour.chapter("Before nine", "A deck is chosen, five cards of it, a trial card, and how sure they are.")
    laptop.locator("label", has_text=DECK.title.nl).first.click()
    expect(laptop.get_by_role("radio", name=DECK.title.nl)).to_be_checked()
    for card in DECK.cards:
        laptop.get_by_role("checkbox", name=card.title.nl).set_checked(card.id in PLAYED)
    laptop.get_by_role("checkbox", name="Vraag hoe zeker ze zijn").check()
    laptop.get_by_role("radio", name="30 s", exact=True).check()
    laptop.locator("summary", has_text="Meer").click()
    laptop.get_by_role("checkbox", name="Begin met een proefkaart").check()
    hour.tour.see(laptop, "shelf", "The shelf, and how the room will be played")
    laptop.get_by_role("button", name="Open het plein").click()
    laptop.wait_for_url("**/host/*")


def _the_hall_comes_in(hour: Hour) -> None:
    hour.tour.chapter("9:00", "The hall comes in by code or QR. The lecturer's own phone becomes the remote.")
    hour.screen = hour.devices.projector(f"/screen/{hour.room}")
    pin = hour.server.get(f"/api/rooms/{hour.room}/address", Cookie=HOST_COOKIE).json["pin"]
    for name in NAMES:
        phone = hour.devices.phone(f"/join/{pin}")
        phone.get_by_label("Naam").fill(name)
        phone.get_by_role("button", name="Het plein op").tap()
        expect(heading(phone, f"Je staat op het plein, {name}")).to_be_visible()
        hour.phones.append(phone)
    expect(heading(hour.laptop, re.compile(rf"^{EVERYBODY} "))).to_be_visible(timeout=HALL_MILLIS)
    hour.laptop.get_by_role("button", name="Meer", exact=True).click()
    hour.laptop.get_by_role("button", name="Andere toestellen").click()
    hour.laptop.get_by_role("button", name="Koppel je telefoon").click()
    link = hour.laptop.get_by_role("dialog").get_by_role("textbox").input_value()
    hour.remote = hour.devices.phone(link.removeprefix(hour.server.url))
    expect(hour.remote.locator("button.step")).to_be_visible()
    hour.laptop.keyboard.press("Escape")
    hour.tour.see(hour.screen, "lobby", "The projector while people come in")
    hour.tour.see(hour.noor, "phone-lobby", "A phone on the square")


def _everybody_tries_a_card(hour: Hour) -> None:
    hour.tour.chapter("9:03", "A trial card teaches how to answer; it counts for nothing.")
    hour.step(2)
    for axis in TRIAL.card.keys:
        hour.noor.locator(f"#axis-{axis}").get_by_role("radio").first.tap()
    hour.tour.see(hour.noor, "phone-trial", "The trial card on a phone")
    hour.say_how_sure(hour.noor, "1")
    hour.until("CardRevealed", 1)
    expect(hour.noor.get_by_text("Proefkaart, telt niet").first).to_be_visible()
    hour.step(len(TRIAL.card.keys) - 1)


def _a_card_is_played(hour: Hour) -> None:
    hour.tour.chapter("9:05", "The story on both screens, the answers, the class on the theory's own picture.")
    hour.step(2)
    expect(heading(hour.screen, FIRST.title.nl)).to_be_visible()
    hour.tour.see(hour.screen, "card", "An open card on the projector")
    hour.pick(hour.noor, STAGE, FIRST)
    hour.noor.get_by_role("button", name="Hoe zeker ben je?").tap()
    hour.noor.keyboard.press("3")
    hour.tour.see(hour.noor, "phone-sure", "How sure: the higher, the more one wins and loses")
    hour.noor.keyboard.press("Enter")
    expect(heading(hour.noor, "Je antwoord is binnen")).to_be_visible()
    for phone in hour.phones[1:]:
        hour.pick(phone, STAGE, FIRST)
        hour.say_how_sure(phone, "2")
    hour.wait_for()
    hour.tour.see(hour.laptop, "console", "The console: keys, live counts and advice, for the lecturer alone")
    hour.tour.see(hour.remote, "remote", "The remote in the lecturer's hand")
    hour.until("CardRevealed", 2)
    expect(hour.screen.get_by_text(FIRST.keys[STAGE].why.nl)).to_be_visible()
    expect(heading(hour.noor, re.compile("punten$"))).to_be_visible()
    hour.tour.see(hour.screen, "pyramid", "The class stands on the pyramid, the key's step in gold")
    hour.tour.see(hour.noor, "phone-reveal", "One's own result, with the cue in the story")
    hour.step()
    expect(heading(hour.screen, re.compile("^Wie staat waar"))).to_be_visible()
    hour.tour.see(hour.screen, "leaderboard", "Eight rows, and no bottom")
    hour.pick_next(CONTESTED)


def _a_contested_card_is_debated(hour: Hour) -> None:
    hour.tour.chapter("9:17", "A contested card: voted in silence, revealed as two that can be defended, debated.")
    hour.step(2)
    hour.answer(CONTESTED)
    hour.wait_for()
    hour.until("CardRevealed", 3)
    assert CONTESTED.debate is not None
    expect(hour.screen.get_by_text(CONTESTED.debate.nl).first).to_be_visible()
    hour.tour.see(hour.screen, "contested", "Two steps are gold, and the question stands above them")
    hour.laptop.keyboard.press("d")
    hour.happened("BoardShown")
    hour.tour.see(hour.screen, "debate", "The question alone, for the talk")
    hour.step(2)


def _a_card_is_discussed_while_the_server_dies(hour: Hour) -> None:
    hour.tour.chapter("9:25", "Many were wrong: they talk, and vote again. The server is killed meanwhile.")
    hour.step()
    hour.answer(DISCUSSED, is_right=False)
    hour.wait_for()
    hour.until("RoundClosed", 4)
    begins = hour.laptop.get_by_role("button", name=re.compile("^Laat ze erover praten"))
    expect(begins).to_have_attribute("aria-disabled", "false")
    hour.laptop.keyboard.press("t")
    hour.happened("TalkStarted")
    expect(heading(hour.noor, "Zoek iemand die anders koos")).to_be_visible()
    expect(heading(hour.screen, "Zoek iemand die iets anders koos")).to_be_visible()
    hour.tour.see(hour.screen, "talk", "The talk: nothing of the vote is shown")
    hour.tour.see(hour.noor, "phone-talk", "The first vote is locked; three questions to talk about")
    hour.pick_next(LEFT_OUT)
    hour.step()
    hour.pick(hour.noor, STAGE, DISCUSSED)
    _the_server_is_killed(hour)
    hour.say_how_sure(hour.noor, "2")
    hour.wait_for(HALF)
    hour.until("CardRevealed", 4)
    hour.step()
    eventually(lambda: any(event["flow"] for event in hour.events("AxisShown")), what="the flow is shown")
    expect(heading(hour.screen, re.compile("van keuze$"))).to_be_visible()
    hour.tour.see(hour.screen, "flow", "Who moved from where to where")
    hour.tour.see(hour.noor, "phone-two-votes", "Both of one's own votes")


def _the_server_is_killed(hour: Hour) -> None:
    """kill -9 in the open second vote: the same card, the same choices, the same vote, on every screen."""
    before = {(event["player"], event["card"]) for event in hour.events("AnswerGiven")}
    hour.server.kill()
    expect(hour.noor.get_by_text("We zoeken het netwerk", exact=True)).to_be_visible()
    hour.server.start()
    expect(hour.laptop.locator("[aria-keyshortcuts~=Space]")).to_have_attribute("aria-disabled", "false")
    expect(heading(hour.screen, DISCUSSED.title.nl)).to_be_visible()
    expect(hour.noor.locator(f"#axis-{STAGE}").get_by_role("radio", checked=True)).to_have_count(1)
    after = {(event["player"], event["card"]) for event in hour.events("AnswerGiven")}
    assert before <= after


def _the_twin_shows_what_stayed(hour: Hour) -> None:
    hour.tour.chapter("9:38", "The twin: the same question with another story, at one press.")
    hour.laptop.keyboard.press("w")
    hour.happened("CardsArranged", times=3)
    while hour.laptop.get_by_role("button", name=re.compile("Toon het klassement")).count() == 0:
        hour.step()
    hour.step(2)
    expect(heading(hour.screen, TWIN.title.nl)).to_be_visible()
    hour.step()
    hour.answer(TWIN)
    hour.wait_for()
    if len(hour.events("RoundClosed")) < 6:
        hour.remote.locator("button.step").tap()
    hour.happened("RoundClosed", times=6)


def _what_was_mixed_up_is_told(hour: Hour) -> None:
    hour.tour.chapter("9:42", "What the class mixed up, and whether its certainty was deserved.")
    hour.until("CardRevealed", 5)
    hour.laptop.keyboard.press("k")
    hour.happened("BoardShown", times=2)
    expect(hour.screen.get_by_text(re.compile("in plaats van|niet meer dan twee")).first).to_be_visible()
    hour.tour.see(hour.screen, "confusions", "The worst confusions, with the question that pulls them apart")
    hour.laptop.keyboard.press("c")
    hour.happened("BoardShown", times=3)
    expect(hour.screen.get_by_text(re.compile("zeker", re.IGNORECASE)).first).to_be_visible()
    hour.tour.see(hour.screen, "calibration", "How often each confidence was right")


def _the_hour_ends(hour: Hour) -> None:
    hour.tour.chapter("9:44", "The podium, who improved most and who was best calibrated, and the way to look back.")
    hour.laptop.get_by_role("button", name="Meer", exact=True).click()
    hour.laptop.get_by_role("button", name="Nu naar het podium").click()
    hour.laptop.get_by_role("dialog").get_by_role("button", name="Naar het podium").click()
    expect(heading(hour.screen, re.compile("^Het brood is voor"))).to_be_visible()
    hour.tour.see(hour.screen, "podium", "The podium")
    hour.step()
    expect(hour.noor.get_by_role("link", name="Mijn sessie")).to_have_attribute("href", f"/mine/{hour.room}")
    expect(hour.noor.get_by_role("link", name="Bekijk de ronde terug")).to_have_attribute(
        "href", f"/replay/{hour.room}"
    )
    hour.tour.see(hour.noor, "phone-ended", "The phone keeps the way back")
    assert len({event["player"] for event in hour.events("PlayerJoined")}) == EVERYBODY
