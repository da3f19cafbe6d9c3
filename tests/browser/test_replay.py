"""A sitting played back in real Chromium: from the link, by keys, by mouse, at every speed; by the host with names."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Devices
from tests.browser.replay_page import DECK, handle, open_replay, stored, where
from tests.play.server_under_test import ServerUnderTest

Shoot = Callable[[Page, str], None]


@pytest.fixture(scope="module")
def evening(server: ServerUnderTest) -> str:
    """A sitting of thirty people and eight cards, the second and the seventh of them talked about."""
    return stored(server, players=30, cards=8)


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
