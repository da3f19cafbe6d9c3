"""A replay on its way, in real Chromium: of a full hall, jumped into, broken off, still going on, or not there.

How quickly a full hall opens and plays is told (`--log-cli-level=INFO`), not asserted: it depends on the machine.
"""

import logging
import re
from collections.abc import Callable
from contextlib import suppress

from playwright.sync_api import Locator, Page, Route, TimeoutError, expect

from tests.browser.conftest import Devices, press_step
from tests.browser.replay_page import DECK, handle, open_replay, stored, where
from tests.play.people import Lecturer
from tests.play.server_under_test import ServerUnderTest

Shoot = Callable[[Page, str], None]

log = logging.getLogger(__name__)

WATCH = """() => {
  window.gaps = [];
  let before = performance.now();
  requestAnimationFrame(function turn(now) {
    window.gaps.push(now - before);
    before = now;
    requestAnimationFrame(turn);
  });
}"""
"""Notes the time between every two pictures."""
PARTS_CAME = """(many) => performance.getEntriesByType("resource").filter(
  (one) => /replay\\/\\d+\\/\\d+$/.test(one.name)).length >= many"""
"""Whether so many parts have come."""
PICTURES = 150
"""Of so many the time between is measured: at sixty a second two and a half seconds."""


def test_a_full_hall_opens_before_all_of_it_has_come_and_plays_at_every_speed(
    devices: Devices, server: ServerUnderTest, shoot: Shoot
) -> None:
    room = stored(server, players=1000, cards=20)
    page = open_replay(devices, room, width=1920, height=1080)
    log.info("opened after %.0f ms", page.evaluate("performance.now()"))
    page.keyboard.press("End")
    expect(page.locator(".picture")).to_contain_text("P")
    expect(page.get_by_text("This part of the round is being fetched")).to_have_count(0, timeout=20_000)
    page.wait_for_function(PARTS_CAME, arg=21, timeout=60_000)
    shoot(page, "replay-full-hall-end")
    page.keyboard.press("Home")
    page.keyboard.press("PageDown")
    page.evaluate(WATCH)
    for _ in range(5):
        page.keyboard.press("+")
    page.keyboard.press("Space")
    page.wait_for_function("(many) => window.gaps.length >= many", arg=PICTURES, timeout=60_000)
    page.keyboard.press("Space")
    gaps = sorted(page.evaluate("window.gaps"))
    log.info("between two pictures at 32x: median %.0f ms, longest %.0f ms", gaps[len(gaps) // 2], gaps[-1])
    expect(page.get_by_text("This part of the round is being fetched")).to_have_count(0)
    shoot(page, "replay-full-hall")


def test_a_jump_fetches_the_part_that_it_needs_first(devices: Devices, server: ServerUnderTest) -> None:
    room = stored(server, players=300, cards=12)
    context = devices.projector("/", language="en-GB").context
    page = context.new_page()
    asked: list[str] = []
    page.on(
        "request",
        lambda one: (
            asked.append(one.url.split("/replay/")[1]) if "/api/" in one.url and "/replay/" in one.url else None
        ),
    )
    page.goto(f"{server.url}/replay/{room}#t=1000")
    expect(handle(page)).to_be_visible()
    first = asked[0]
    head = page.evaluate(f"fetch('/api/rooms/{room}/replay').then((answer) => answer.json())")
    start = head["parts"][0]["at"]
    wanted = max(place for place, part in enumerate(head["parts"]) if part["at"] <= start + 1_000_000)
    assert 0 < wanted < len(head["parts"]) - 1
    assert first == f"{head['version']}/{wanted}"
    assert "16:40" in where(page)


def test_a_part_that_does_not_arrive_is_asked_for_again_and_that_is_said(
    devices: Devices, server: ServerUnderTest, shoot: Shoot
) -> None:
    room = stored(server, players=300, cards=6)
    page = devices.projector("/", language="en-GB", width=1366, height=900)
    failing = True

    def answer(route: Route) -> None:
        if failing and not route.request.url.endswith("/1"):
            route.fulfill(status=503, json={"ok": False, "code": "SERVER_BUSY", "retry": True})
        else:
            route.continue_()

    page.route(re.compile(r"/replay/\d+/\d+$"), answer)
    page.goto(f"{server.url}/replay/{room}")
    expect(handle(page)).to_be_visible()
    said = page.get_by_text("A part of the round did not arrive. It is tried again by itself.")
    expect(said).to_be_visible()
    page.keyboard.press("End")
    assert where(page).startswith("End")
    shoot(page, "replay-stuck")
    failing = False
    page.get_by_role("button", name="Try again").click()
    expect(said).to_have_count(0)
    expect(page.get_by_role("region", name="In words")).to_contain_text("P")
    devices.complaints[:] = [line for line in devices.complaints if "503" not in line]


def test_a_sitting_that_goes_on_is_shown_as_far_as_it_is(devices: Devices, server: ServerUnderTest) -> None:
    laptop = devices.laptop()
    with_room = Lecturer(server, cards=[DECK.cards[0].id], reading_seconds=0)
    empty = devices.projector(f"/replay/{with_room.room}", language="en-GB")
    expect(empty.get_by_text("No card has been played yet.")).to_be_visible()
    laptop.goto(f"{server.url}/host/{with_room.room}")
    press_step(laptop)
    press_until(
        empty.get_by_role("button", name="Try again"), lambda: expect(handle(empty)).to_be_visible(timeout=LOOK)
    )
    expect(empty.get_by_text("This round is not over yet.")).to_be_visible()
    empty.keyboard.press("End")
    assert ", Vote," in where(empty)
    press_step(laptop)
    press_step(laptop)
    whole = where(empty).split(" of ")[1]
    fetch = empty.get_by_role("button", name="Fetch the rest")
    longer = re.compile(f"of (?!{whole})")
    press_until(fetch, lambda: expect(handle(empty)).to_have_attribute("aria-valuetext", longer, timeout=LOOK))
    assert ", Vote," in where(empty)  # it stands where it stood
    empty.keyboard.press("End")
    assert ", Reveal," in where(empty)


LOOK = 500
PRESSES = 40


def press_until(button: Locator, see: Callable[[], None]) -> None:
    """Presses until there is something new: a sitting that goes on is made anew every few seconds at most."""
    for _ in range(PRESSES):
        with suppress(TimeoutError):  # it has gone: what was asked for is coming
            button.click(timeout=LOOK)
        with suppress(AssertionError):
            see()
            return
    see()


def test_a_room_that_is_not_there_says_so(devices: Devices) -> None:
    page = devices.projector(f"/replay/{'0' * 32}", language="en-GB")
    expect(page.get_by_role("heading", name="This round is not there")).to_be_visible()
    devices.complaints[:] = [line for line in devices.complaints if "404" not in line]
