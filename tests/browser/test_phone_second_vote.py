"""A class hour on real phones: how sure, the talk, the second vote, a person's own time, teams, and names on offer."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from server.content.library import load_library
from tests.browser.conftest import PATIENCE_MILLIS, Devices
from tests.play.people import Lecturer, present
from tests.play.server_under_test import ServerUnderTest

Shoot = Callable[[Page, str], None]
Open = Callable[..., Lecturer]

DECK = load_library().decks["village-square"]
CARD = DECK.cards[0]
FORM = "commitment-form"
AXES = ["stage", FORM, "trust-level"]
LEAST_TARGET = 44
LIVE_MESSAGES_MOST = 6
"""What is spoken in one vote, beside the headings that focus goes to."""


@pytest.fixture
def open_room(server: ServerUnderTest) -> Iterator[Open]:
    """Opens rooms of one card, without a clock unless one is chosen."""
    with ExitStack() as leaving:

        def room(**choices: Any) -> Lecturer:
            wanted = {"cards": [CARD.id], "axes": AXES, "answer_seconds": None, **choices}
            return present(Lecturer(server, **wanted), leaving)

        yield room


def come_in(devices: Devices, lecturer: Lecturer, name: str = "Noor", **of_phone: Any) -> Page:
    """A phone on the square."""
    phone = devices.phone(f"/join/{lecturer.pin}", **of_phone)
    phone.get_by_label("Naam").fill(name)
    phone.get_by_role("button", name="Het plein op").tap()
    expect(heading(phone, f"Je staat op het plein, {name}")).to_be_visible()
    return phone


def heading(phone: Page, name: str | re.Pattern[str]) -> Locator:
    """A heading by its words."""
    return phone.get_by_role("heading", name=name)


def option(axis_id: str, is_key: bool) -> str:
    """The Dutch name of an option that is right on an axis, or of one that is wrong."""
    accepted = CARD.keys[DECK.axis(axis_id).id].accept  # type: ignore[arg-type]
    axis = DECK.axis(axis_id)  # type: ignore[arg-type]
    return next(one.label.nl for one in axis.options if (one.id in accepted) is is_key)


def pick(phone: Page, axis_id: str, is_key: bool) -> None:
    """Taps an option that is right, or one that is wrong."""
    name = re.compile(f"^{re.escape(option(axis_id, is_key))}")
    phone.locator(f"#axis-{axis_id}").get_by_role("radio", name=name).tap()


def focused(phone: Page) -> str:
    """The words of what has the focus."""
    return str(phone.evaluate("document.activeElement.textContent")).strip()


def listen(phone: Page) -> None:
    """Notes from now on what the page's polite region says."""
    phone.evaluate(
        """() => {
          window.told = [];
          const region = document.querySelector('[aria-live=polite]');
          new MutationObserver(() => region.textContent && window.told.push(region.textContent))
            .observe(region, { childList: true, characterData: true, subtree: true });
        }"""
    )


def told(phone: Page) -> list[str]:
    """What the region has said since."""
    return list(phone.evaluate("window.told"))


def test_two_votes_with_a_talk_between(devices: Devices, open_room: Open, shoot: Shoot) -> None:
    lecturer = open_room(asks_confidence=True)
    phone = come_in(devices, lecturer)
    lecturer.step_to("answering")
    listen(phone)
    for axis in AXES:
        pick(phone, axis, is_key=axis != FORM)
    _say_how_sure(phone, shoot)
    assert len(told(phone)) <= LIVE_MESSAGES_MOST

    lecturer.step_to("closed")
    assert lecturer.ask("talk", card=CARD.id, axes=[FORM], seconds=60)["ok"]
    expect(heading(phone, "Zoek iemand die anders koos")).to_be_focused()
    for line in ("Je eerste stem staat vast", "Wat koos je?", "Welk woord wijst ernaar?", CARD.story.nl[:40]):
        expect(phone.get_by_text(line).first).to_be_visible()
    expect(phone.get_by_role("listitem").filter(has_text=option(FORM, is_key=False))).to_be_visible()
    expect(phone.get_by_role("timer")).to_have_text(re.compile(r"^[01]:\d\d$"))
    shoot(phone, "phone-talk")

    late = come_in_late(devices, lecturer)
    expect(late.get_by_text("Van jou is er nog geen stem")).to_be_visible()

    lecturer.step_to("answering")
    _vote_again(phone, late, shoot)
    lecturer.step_to("reveal")
    way = f"van {option(FORM, is_key=False)} naar {option(FORM, is_key=True)}"
    expect(phone.get_by_text(re.compile(re.escape(way), re.IGNORECASE))).to_be_visible()
    expect(phone.get_by_text("Je zei: zeker")).to_be_visible()
    expect(heading(phone, "+9 van 9 punten")).to_be_visible()
    shoot(phone, "phone-reveal-two-votes")


def come_in_late(devices: Devices, lecturer: Lecturer) -> Page:
    """Somebody who joins while the class talks reads along."""
    late = devices.phone(f"/join/{lecturer.pin}", width=320, dark=True)
    late.get_by_label("Naam").fill("Sem")
    late.get_by_role("button", name="Het plein op").tap()
    expect(heading(late, "Zoek iemand die anders koos")).to_be_visible()
    return late


def _say_how_sure(phone: Page, shoot: Shoot) -> None:
    phone.get_by_role("button", name="Hoe zeker ben je?").tap()
    expect(heading(phone, "Hoe zeker ben je?")).to_be_focused()
    group = phone.get_by_role("radiogroup", name="Hoe zeker ben je?")
    steps = group.get_by_role("radio")
    expect(steps).to_have_count(3)
    assert [step.is_checked() for step in steps.all()] == [False, False, False]
    send = phone.get_by_role("button", name="Kies hoe zeker")
    expect(send).to_have_attribute("aria-disabled", "true")
    send.tap(force=True)
    expect(heading(phone, "Hoe zeker ben je?")).to_be_visible()  # nothing is sent without it
    for label in group.locator("label").all():
        box = label.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= LEAST_TARGET
    group.get_by_role("radio", name=re.compile("^Vrij zeker: per vraag goed .2, mis .1$")).tap()
    shoot(phone, "phone-confidence")
    phone.keyboard.press("ArrowUp")
    expect(group.get_by_role("radio", name=re.compile("^Zeker"))).to_be_checked()
    phone.keyboard.press("1")
    expect(group.get_by_role("radio", name=re.compile("^Gok"))).to_be_checked()
    # A pick is one tap away, and what was said of it stays.
    phone.get_by_role("button", name=re.compile("Trede in de piramide.*veranderen")).tap()
    expect(phone.locator("#axis-stage input:focus")).to_have_count(1)
    phone.get_by_role("button", name="Hoe zeker ben je?").tap()
    phone.keyboard.press("3")
    phone.get_by_role("button", name="Verstuur mijn antwoord").tap()
    expect(heading(phone, "Je antwoord is binnen")).to_be_visible()
    expect(phone.get_by_text("Je zei: zeker")).to_be_visible()


def _vote_again(phone: Page, late: Page, shoot: Shoot) -> None:
    """Only what is asked again is asked; the first choice is on, and staying is one tap."""
    expect(phone.get_by_text("Tweede stem. Je eerste keuze staat aan")).to_be_visible()
    expect(phone.locator("fieldset")).to_have_count(1)
    expect(phone.locator(f"#axis-{FORM}").get_by_role("radio", checked=True)).to_have_count(1)
    expect(phone.get_by_role("button", name="Ik blijf erbij")).to_be_visible()
    shoot(phone, "phone-second-vote")
    pick(phone, FORM, is_key=True)
    expect(phone.get_by_text(f"eerst: {option(FORM, is_key=False)}")).to_be_visible()
    phone.get_by_role("button", name="Hoe zeker ben je?").tap()
    phone.keyboard.press("3")
    phone.keyboard.press("Enter")
    expect(heading(phone, "Je tweede stem is binnen")).to_be_visible()
    phone.reload()
    expect(heading(phone, "Je tweede stem is binnen")).to_be_visible()
    expect(late.get_by_text("Van jou is er nog geen; kies nu mee")).to_be_visible()
    assert late.evaluate("document.documentElement.scrollWidth") == 320


def test_who_stays_with_the_first_vote_sends_it_with_one_tap(devices: Devices, open_room: Open) -> None:
    lecturer = open_room()
    phone = come_in(devices, lecturer)
    lecturer.step_to("answering")
    for axis in AXES:
        pick(phone, axis, is_key=True)
    phone.get_by_role("button", name="Verstuur").tap()
    expect(heading(phone, "Je antwoord is binnen")).to_be_visible()
    lecturer.step_to("closed")
    assert lecturer.ask("talk", card=CARD.id, axes=[], seconds=None)["ok"]
    expect(phone.get_by_text("Praten", exact=True)).to_be_visible()  # no limit: the word stands where the time was
    lecturer.step_to("answering")
    phone.get_by_role("button", name="Ik blijf erbij").tap()
    expect(heading(phone, "Je tweede stem is binnen")).to_be_visible()
    lecturer.step_to("reveal")
    expect(phone.get_by_text("beide keren")).to_have_count(3)


def test_all_that_was_chosen_goes_out_before_the_time_is_over(devices: Devices, open_room: Open) -> None:
    lecturer = open_room(answer_seconds=6, asks_confidence=True)
    phone = come_in(devices, lecturer)
    lecturer.step_to("answering")
    for axis in AXES:
        pick(phone, axis, is_key=True)
    expect(phone.get_by_text("Is de tijd om, dan gaat dit vanzelf weg.")).to_be_visible()
    expect(heading(phone, "De tijd is om")).to_be_visible(timeout=PATIENCE_MILLIS)
    expect(phone.get_by_text("Dit heb je verstuurd")).to_be_visible()
    lecturer.step_to("reveal")
    expect(heading(phone, "+3 van 9 punten")).to_be_visible()  # as a guess


def test_a_person_with_own_time_goes_on_after_the_others(devices: Devices, open_room: Open) -> None:
    lecturer = open_room(answer_seconds=5)
    slow, quick = come_in(devices, lecturer), come_in(devices, lecturer, "Sem")
    roster = lecturer.see("roster", lambda view: len(view["rows"]) == 2)
    player = next(row["player"] for row in roster["rows"] if row["name"] == "Noor")
    assert lecturer.ask("extra_time", player=player, allowance="unlimited")["ok"]
    lecturer.step_to("answering")
    expect(slow.get_by_text("Geen klok")).to_be_visible()
    expect(slow.get_by_role("timer")).to_have_count(0)
    expect(heading(quick, "De tijd is om")).to_be_visible(timeout=PATIENCE_MILLIS)
    lecturer.see("host", lambda host: host["phase"] == "closed")
    for axis in AXES:
        pick(slow, axis, is_key=True)
    slow.get_by_role("button", name="Verstuur").tap()
    expect(heading(slow, "Je antwoord is binnen")).to_be_visible()
    lecturer.step_to("reveal")
    expect(heading(slow, "+3 van 3 punten")).to_be_visible()


def test_a_team_is_chosen_in_the_lobby_and_named_at_the_standings(
    devices: Devices, open_room: Open, shoot: Shoot
) -> None:
    lecturer = open_room(scoring="teams", teams=["Bakkers", "Boeren", "Vissers"])
    phone = come_in(devices, lecturer)
    group = phone.get_by_role("group", name="Je team")
    expect(group.get_by_role("radio", name="Bakkers")).to_be_checked()
    group.get_by_role("radio", name="Vissers").tap()
    expect(group.get_by_role("radio", name="Vissers")).to_be_checked()
    lecturer.see("roster", lambda view: [row["team"] for row in view["rows"]] == [2])
    shoot(phone, "phone-lobby-teams")
    phone.reload()
    expect(group.get_by_role("radio", name="Vissers")).to_be_checked()
    lecturer.step_to("leaderboard")
    expect(phone.get_by_text("Je team: Vissers")).to_be_visible()


def test_where_own_names_are_off_one_of_those_on_offer_is_taken(
    devices: Devices, open_room: Open, shoot: Shoot
) -> None:
    lecturer = open_room(names_off=True)
    phone = devices.phone(f"/join/{lecturer.pin}")
    names = phone.get_by_role("group", name=re.compile("^Naam")).get_by_role("radio")
    expect(names).to_have_count(3)
    expect(phone.get_by_role("textbox", name="Naam")).to_have_count(0)
    phone.get_by_role("button", name="Het plein op").tap()
    expect(phone.get_by_text("Kies eerst een naam.")).to_be_visible()
    before = names.first.get_attribute("value")
    phone.get_by_role("button", name="Drie andere namen").tap()
    expect(names.first).not_to_have_attribute("value", str(before))
    chosen = str(names.nth(1).get_attribute("value"))
    names.nth(1).tap()
    shoot(phone, "phone-join-names-off")
    phone.get_by_role("button", name="Het plein op").tap()
    expect(heading(phone, f"Je staat op het plein, {chosen}")).to_be_visible()


def test_an_answer_that_waits_for_the_network_survives_a_reload(devices: Devices, open_room: Open) -> None:
    lecturer = open_room()
    phone = come_in(devices, lecturer)
    lecturer.step_to("answering")
    for axis in AXES:
        pick(phone, axis, is_key=True)
    phone.context.set_offline(True)
    phone.get_by_role("button", name="Verstuur").tap()
    expect(heading(phone, "Je antwoord wacht hier")).to_be_visible()
    expect(phone.get_by_text("We zoeken het netwerk", exact=True)).to_be_visible()
    phone.context.set_offline(False)
    phone.reload()
    expect(heading(phone, "Je antwoord is binnen")).to_be_visible()
    devices.complaints[:] = [said for said in devices.complaints if "ERR_INTERNET_DISCONNECTED" not in said]


def test_the_page_can_be_put_on_the_home_screen(devices: Devices, server: ServerUnderTest) -> None:
    phone = devices.phone("/")
    expect(phone.get_by_label("Code")).to_be_visible()
    href = phone.locator("link[rel=manifest]").get_attribute("href")
    reply = server.get(str(href))
    assert reply.headers["content-type"] == "application/manifest+json"
    for icon in reply.json["icons"]:
        picture = server.get(icon["src"])
        assert picture.status == 200
        width, height = (int.from_bytes(picture.body[at : at + 4], "big") for at in (16, 20))
        assert f"{width}x{height}" == icon["sizes"]
    manifest = phone.context.new_cdp_session(phone).send("Page.getAppManifest")
    assert manifest["errors"] == []
    assert manifest["data"]
