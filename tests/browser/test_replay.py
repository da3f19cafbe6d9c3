"""A sitting played back in real Chromium: from the link, by keys, by mouse, at every speed; by the host with names."""

import re
import secrets
from collections.abc import Callable
from contextlib import suppress

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from server.content.library import load_library
from server.rules.ids import RoomId
from tests.browser.conftest import PATIENCE_MILLIS, Devices, press_step
from tests.browser.stored_log import store_log
from tests.play.people import Lecturer
from tests.play.server_under_test import ServerUnderTest
from tests.support.long_log import long_log

DECK = load_library().decks["village-square"]
Shoot = Callable[[Page, str], None]

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
OPENS_WITHIN_MILLIS = 8_000
"""A full hall opens in less than two seconds on a machine of its own; this one runs other tests beside."""


@pytest.fixture(scope="module")
def evening(server: ServerUnderTest) -> str:
    """A sitting of thirty people and eight cards, the second and the seventh of them talked about."""
    return stored(server, players=30, cards=8)


def stored(server: ServerUnderTest, players: int, cards: int) -> str:
    """A sitting that ended, in the server's store; its room."""
    room = secrets.token_hex(16)
    store_log(server, RoomId(room), long_log(players, cards, DECK))
    return room


def open_replay(devices: Devices, address: str, width: int = 1366, height: int = 900) -> Page:
    """The page at a room or a moment of it, once there is something to see."""
    page = devices.projector(f"/replay/{address}", language="en-GB", width=width, height=height)
    expect(handle(page)).to_be_visible(timeout=PATIENCE_MILLIS)
    return page


def handle(page: Page) -> Locator:
    """The figure on the stair."""
    return page.get_by_role("slider", name="Moment in the round")


def where(page: Page) -> str:
    """What the figure says of where it stands."""
    return handle(page).get_attribute("aria-valuetext") or ""


def test_it_opens_at_the_first_card_and_plays_to_the_end_at_every_speed(
    devices: Devices, evening: str, shoot: Shoot
) -> None:
    page = open_replay(devices, evening)
    title = DECK.cards[0].title.en
    assert where(page).startswith(f"Card 1, {title}, Read")
    speed = page.get_by_role("combobox", name="Speed")
    for wanted in ("2", "4", "8", "16", "32"):
        page.keyboard.press("+")
        expect(speed).to_have_value(wanted)
    page.keyboard.press("-")
    expect(speed).to_have_value("16")
    page.keyboard.press("+")
    shoot(page, "replay-card")
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    expect(page.get_by_role("button", name="Play")).to_be_visible(timeout=60_000)
    assert where(page).startswith("End")
    shoot(page, "replay-played")


def test_keys_go_by_moment_by_frame_and_by_card(devices: Devices, evening: str) -> None:
    page = open_replay(devices, evening)
    steps = ["Vote", "Closed", "Reveal", "Reveal", "Reveal", "Ranks"]
    for step in steps:
        page.keyboard.press("ArrowRight")
        assert re.search(rf"Card 1, .*, {step},", where(page)), where(page)
    page.keyboard.press("ArrowLeft")
    assert ", Reveal," in where(page)
    page.keyboard.press("PageDown")
    assert where(page).startswith("Card 2,")
    for step in ("Vote", "Closed", "Talk", "Again", "Closed", "Reveal", "Moved"):
        page.keyboard.press("ArrowRight")
        assert f", {step}," in where(page), where(page)
    page.keyboard.press("Home")
    assert where(page).startswith("Square, 0:00")
    page.keyboard.press("Shift+ArrowRight")
    assert where(page).startswith("Square, 0:04")
    page.keyboard.press("End")
    assert where(page).startswith("End")
    page.keyboard.press("PageUp")
    page.keyboard.press("PageUp")
    assert where(page).startswith("Card 8,")


def test_the_figure_is_dragged_along_the_stair(devices: Devices, evening: str, shoot: Shoot) -> None:
    page = open_replay(devices, evening)
    page.keyboard.press("PageDown")
    box = handle(page).bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] - 4
    page.mouse.move(x, y)
    page.mouse.down()
    seen = []
    for step in range(1, 13):
        page.mouse.move(x + step * 30, y + 10)
        seen.append(int(handle(page).get_attribute("aria-valuenow") or 0))
    page.mouse.up()
    assert seen == sorted(seen)
    assert len(set(seen)) == len(seen)
    shoot(page, "replay-scrubbed")


def test_a_link_opens_on_exactly_that_frame_and_names_nobody(devices: Devices, evening: str) -> None:
    page = open_replay(devices, evening)
    for _ in range(4):
        page.keyboard.press("PageDown")
    for key in ("ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight"):
        page.keyboard.press(key)
    page.get_by_role("button", name="Link to this moment").click()
    expect(page.get_by_role("status").filter(has_text="link")).not_to_have_text("")
    link = page.url
    assert re.search(r"/replay/\w+#v=\d+&t=[\d.]+$", link), link
    assert "names" not in link
    other = open_replay(devices, link.split("/replay/")[1])
    assert where(other) == where(page)
    assert inside(other) == inside(page)


def inside(page: Page) -> str:
    """All that stands on the picture."""
    return page.locator(".picture").inner_text()


def test_the_list_of_what_happened_leads_to_each_moment(devices: Devices, evening: str) -> None:
    page = open_replay(devices, evening)
    page.get_by_text("What happened").click()
    page.get_by_role("button", name="Second vote").first.click()
    assert ", Again," in where(page)
    page.get_by_role("button", name="Reveal: ").nth(1).click()
    assert ", Reveal," in where(page)


def test_only_the_host_sees_names_and_can_put_them_away(devices: Devices, evening: str, shoot: Shoot) -> None:
    laptop = devices.laptop()
    expect(laptop.get_by_role("heading").first).to_be_visible()
    laptop.goto(f"{devices.server.url}/replay/{evening}")
    names = laptop.get_by_role("checkbox", name="Show names")
    expect(names).not_to_be_checked()
    laptop.keyboard.press("PageDown")
    laptop.keyboard.press("PageUp")
    for _ in range(6):
        laptop.keyboard.press("ArrowRight")
    assert ", Ranks," in where(laptop)
    stood = where(laptop)
    words = laptop.get_by_role("region", name="In words")
    expect(words).to_contain_text(re.compile(r"P\d"))
    assert "Person" not in laptop.content()
    names.check()
    expect(words).to_contain_text(re.compile(r"Person \d"))
    assert where(laptop) == stood
    shoot(laptop, "replay-names")
    laptop.get_by_role("button", name="Link to this moment").click()
    expect(laptop).to_have_url(re.compile(r"#v="))
    student = open_replay(devices, laptop.url.split("/replay/")[1])
    expect(student.get_by_text("Names are replaced")).to_be_visible()
    expect(student.get_by_role("checkbox")).to_have_count(0)
    assert where(student) == stood
    assert "Person" not in student.content()
    names.uncheck()
    expect(words).not_to_contain_text("Person")


def test_a_phone_sees_picture_words_and_stair(devices: Devices, evening: str, shoot: Shoot) -> None:
    for width, dark, name in ((390, False, "replay-390"), (320, True, "replay-320-dark")):
        phone = devices.phone(f"/replay/{evening}", language="en-GB", width=width, dark=dark)
        expect(handle(phone)).to_be_visible()
        phone.keyboard.press("PageDown")
        for _ in range(6):
            phone.keyboard.press("ArrowRight")
        assert ", Reveal," in where(phone)
        assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
        shoot(phone, name)
        phone.get_by_role("button", name="Play").tap()
        expect(phone.get_by_role("button", name="Pause")).to_be_visible()


def test_a_full_hall_opens_at_once_and_is_scrubbed_without_a_stutter(
    devices: Devices, server: ServerUnderTest, shoot: Shoot
) -> None:
    room = stored(server, players=1000, cards=20)
    page = open_replay(devices, room, width=1920, height=1080)
    opened = page.evaluate("performance.now()")
    assert opened < OPENS_WITHIN_MILLIS
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
    assert gaps[len(gaps) // 2] < 100, f"{gaps[len(gaps) // 2]:.0f} ms between two pictures"
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
        button.click()
        with suppress(AssertionError):
            see()
            return
    see()


def test_a_room_that_is_not_there_says_so(devices: Devices) -> None:
    page = devices.projector(f"/replay/{'0' * 32}", language="en-GB")
    expect(page.get_by_role("heading", name="This round is not there")).to_be_visible()
    devices.complaints[:] = [line for line in devices.complaints if "404" not in line]
