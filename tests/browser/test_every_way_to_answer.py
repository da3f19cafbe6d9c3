"""Every way to answer, by a fast thumb, by keys and by name, until the very pick stands in the room's log."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Devices
from tests.browser.every_way_content import DECK, WAYS, AskedCard, write_every_way
from tests.browser.sitting import Finger, Sitting
from tests.play.people import Lecturer, present
from tests.play.server_under_test import ServerUnderTest
from tests.support.plain_threads import eventually

Shoot = Callable[[Page, str], None]


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> dict[str, AskedCard]:
    """A card for each way."""
    return write_every_way(tmp_path_factory.mktemp("content"))


@pytest.fixture(scope="module")
def server(cards: dict[str, AskedCard], tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerUnderTest]:
    """A server that plays those cards."""
    content = next(path for path in tmp_path_factory.getbasetemp().iterdir() if path.name.startswith("content"))
    environment = {"TREDE_CONTENT_DIR": str(content)}
    server = ServerUnderTest(tmp_path_factory.mktemp("every-way"), "eventlet", environment=environment)
    server.start()
    yield server
    assert server.stop() == 0
    assert server.complained == ""


Sit = Callable[..., Sitting]


@pytest.fixture
def sit(devices: Devices, server: ServerUnderTest, cards: dict[str, AskedCard]) -> Iterator[Sit]:
    """Opens a room on the card of a way; one student comes in: sit("rank", width=320)."""
    with ExitStack() as leaving:

        def come_in(way: str, **device: Any) -> Sitting:
            card = cards[way]
            lecturer = present(Lecturer(server, deck=DECK, cards=[card.id], answer_seconds=None), leaving)
            phone = devices.phone(f"/join/{lecturer.pin}", **device)
            phone.get_by_label("Naam").fill("Noor")
            phone.get_by_role("button", name="Het plein op").tap()
            expect(phone.get_by_role("heading", name="Je staat op het plein, Noor")).to_be_visible()
            return Sitting(lecturer, phone, card)

        yield come_in


def opened(sit: Sit, way: str, **device: Any) -> Sitting:
    """The same with the round open and the way's controls there: they come in a part of their own, a moment later."""
    sitting = sit(way, **device)
    sitting.open_round()
    expect(sitting.phone.locator("fieldset :is(button, input, select, textarea)").first).to_be_enabled()
    return sitting


def test_several_options_are_ticked_and_counted(sit: Sit, shoot: Shoot) -> None:
    sitting = opened(sit, "multi")
    boxes = sitting.phone.get_by_role("checkbox")
    expect(boxes).to_have_count(3)
    assert boxes.and_(sitting.phone.locator(":checked")).count() == 0
    expect(sitting.button("Kies er een of meer")).to_be_visible()
    sitting.phone.get_by_role("checkbox", name="Tijd: Hoe lang gebonden").tap()
    sitting.tap_twice(sitting.phone.get_by_role("checkbox", name="Houding / gevoel"))
    sitting.phone.get_by_role("checkbox", name="Instrumenteel").focus()
    sitting.phone.keyboard.press("Space")
    shoot(sitting.phone, "way-multi")
    assert sitting.send("Verstuur 2 bouwstenen") == ["instrumental-calculative", "temporal"]


def test_with_nothing_ticked_any_more_there_is_nothing_to_send(sit: Sit) -> None:
    sitting = opened(sit, "multi")
    box = sitting.phone.get_by_role("checkbox").first
    box.tap()
    box.tap()
    sitting.button("Kies er een of meer").tap()
    expect(box).to_be_focused()
    assert sitting.logged() is None


def test_arrows_go_both_ways_over_a_grid(sit: Sit, shoot: Shoot) -> None:
    sitting = opened(sit, "grid")
    cell = sitting.phone.get_by_role("radio", name="Intern, vrij: van binnen, eigen keus, 1 van 4")
    cell.focus()
    for key in ("ArrowRight", "ArrowDown", "ArrowDown", "ArrowLeft"):  # the second down is past the edge
        sitting.phone.keyboard.press(key)
    expect(sitting.phone.get_by_role("radio", name="Extern, vrij")).to_be_focused()
    expect(sitting.phone.get_by_text("Jouw vak: extern en vrij.")).to_be_visible()
    sitting.phone.get_by_role("radio", name="Intern, beperkt: rem in het eigen hoofd, 2 van 4").tap()
    shoot(sitting.phone, "way-grid")
    assert sitting.send() == "internal-limited"


def test_a_tap_puts_the_figure_and_buttons_and_sliders_move_it(sit: Sit, shoot: Shoot) -> None:
    sitting = opened(sit, "map2d")
    plane = sitting.phone.locator(".plane")
    plane.scroll_into_view_if_needed()
    box = plane.bounding_box()
    assert box is not None
    sitting.phone.touchscreen.tap(box["x"] + box["width"] * 0.3, box["y"] + box["height"] * 0.2)
    personal = sitting.phone.get_by_role("slider", name="Persoonlijk", exact=True)
    expect(personal).to_have_attribute("aria-valuetext", "Heel persoonlijk")
    for _ in range(3):
        sitting.button("Minder persoonlijk").tap()
    tangible = sitting.phone.get_by_role("slider", name="Tastbaar", exact=True)
    tangible.focus()
    sitting.phone.keyboard.press("End")
    sitting.phone.keyboard.press("PageDown")
    expect(tangible).to_have_attribute("aria-valuetext", "Tamelijk tastbaar")
    shoot(sitting.phone, "way-map")
    place = sitting.send()
    assert place["x"] == pytest.approx(0.75)
    assert place["y"] == pytest.approx(0.65, abs=0.02)


@pytest.mark.parametrize("side", [0.0, 1.0])
def test_a_figure_at_the_side_of_the_plane_does_not_widen_the_page(sit: Sit, side: float) -> None:
    sitting = opened(sit, "map2d", width=320)
    box = sitting.phone.locator(".plane").bounding_box()
    assert box is not None
    inside = 1 + side * (box["width"] - 2)
    sitting.phone.locator(".plane").tap(position={"x": inside, "y": box["height"] / 2})
    expect(sitting.phone.locator(".you")).to_be_visible()
    assert sitting.phone.evaluate("document.documentElement.scrollWidth") == 320
    assert sitting.send()["x"] == pytest.approx(side, abs=0.01)


def test_scrolling_over_the_plane_puts_nothing_there(sit: Sit) -> None:
    sitting = opened(sit, "map2d", width=320)
    box = sitting.phone.locator(".plane").bounding_box()
    assert box is not None
    x, y = box["x"] + 60, min(box["y"] + 120, 600)
    finger = sitting.phone.context.new_cdp_session(sitting.phone)
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for step in range(1, 9):
        finger.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x, "y": y - 20 * step}]})
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(sitting.phone.get_by_text("Nog geen plek")).to_have_count(2)
    eventually(lambda: sitting.phone.evaluate("scrollY") > 0, what="the page has scrolled")


def test_a_fast_thumb_builds_the_order_that_it_taps(sit: Sit, shoot: Shoot) -> None:
    sitting = opened(sit, "rank")
    wanted = list(sitting.card.key["is"])
    expect(sitting.button("Nog 4")).to_be_visible()
    sitting.tap_twice(sitting.pool(wanted[0]))
    for option in wanted[1:-1]:
        sitting.pool(option).tap()
    shoot(sitting.phone, "way-rank")
    assert sitting.send() == wanted  # the last one has placed itself


def test_an_arrow_keeps_the_focus_on_what_it_moved(sit: Sit) -> None:
    sitting = opened(sit, "rank")
    first, second, third, last = sitting.card.key["is"]
    for option in (first, second, third):
        sitting.pool(option).tap()
    labels = sitting.card.options
    up = sitting.button(f"{labels[third]} een trede omhoog")
    up.focus()
    for _ in range(3):  # the third press is past the top
        sitting.phone.keyboard.press("Enter")
    expect(up).to_be_focused()
    expect(sitting.phone.get_by_role("group", name=f"{labels[third]}, trede 1 van 4")).to_be_visible()
    sitting.button("Stap terug").tap()
    assert sitting.send() == [first, third, second, last]


def test_a_second_tap_on_an_arrow_does_not_undo_the_first(sit: Sit) -> None:
    sitting = opened(sit, "rank", width=320)
    first, second, third, last = sitting.card.key["is"]
    for option in (first, second, third):
        sitting.pool(option).tap()
    # After the first tap the spot holds the arrow of what was pushed down; two taps must move by one step, not by none.
    sitting.tap_twice(sitting.button(f"{sitting.card.options[second]} een trede omhoog"))
    assert sitting.send() == [second, first, third, last]


def test_a_sequence_is_built_by_keys_alone(sit: Sit, shoot: Shoot) -> None:
    sitting = opened(sit, "sequence")
    wanted = list(sitting.card.key["is"])
    for option in (wanted[1], wanted[0], *wanted[2:-1]):
        sitting.pool(option).focus()
        sitting.phone.keyboard.press("Enter")
    sitting.pool(wanted[0]).focus()
    sitting.phone.keyboard.press("Alt+ArrowDown")  # towards the first step, which is at the bottom
    expect(sitting.phone.get_by_role("group", name=f"{sitting.card.options[wanted[0]]}, trede 1 van 5")).to_be_visible()
    shoot(sitting.phone, "way-sequence")
    assert sitting.send() == wanted


def test_an_order_that_is_not_whole_survives_a_reload_and_is_no_answer(sit: Sit) -> None:
    sitting = opened(sit, "sequence")
    for option in sitting.card.key["is"][:2]:
        sitting.pool(option).tap()
    sitting.phone.reload()
    expect(sitting.button("Nog 3")).to_be_visible()
    label = sitting.card.options[sitting.card.key["is"][1]]
    expect(sitting.phone.get_by_role("group", name=f"{label}, trede 2 van 5")).to_be_visible()
    assert sitting.logged() is None


def test_moments_are_paired_by_taps_in_either_order(sit: Sit, shoot: Shoot) -> None:
    sitting = opened(sit, "pair")
    items = {item: label["nl"].capitalize() for item, label in sitting.card.key["items"].items()}
    wanted = sitting.card.key["is"]
    first, *others = wanted
    phone, options = sitting.phone, sitting.card.options
    phone.get_by_role("button", name=f"{items[first]}: Nog open").tap()
    # The next moment is active at once; the second tap of the same thumb must not fill it too.
    sitting.tap_twice(sitting.button(options[wanted[first]]))
    expect(phone.get_by_role("button", name=f"{items[others[0]]}: Nog open")).to_be_visible()
    sitting.button(f"Maak leeg: {items[first]}").tap()
    sitting.button(options[wanted[first]]).tap()
    phone.get_by_role("button", name=f"{items[first]}: Nog open").tap()
    for item in others:
        phone.get_by_role("combobox", name=f"Wat hoort bij: {items[item]}").select_option(wanted[item])
    shoot(phone, "way-pair")
    assert sitting.send() == {"pairs": wanted}


def test_words_are_one_line_of_at_most_so_many_and_kept(sit: Sit, shoot: Shoot) -> None:
    sitting = opened(sit, "open")
    field = sitting.phone.get_by_role("textbox")
    field.tap()
    sitting.phone.keyboard.type("De haring wel,")
    sitting.phone.keyboard.press("Enter")
    sitting.phone.keyboard.type("die arm niet " + "x" * 140)
    expect(sitting.phone.get_by_text("140 van 140")).to_be_visible()
    expect(sitting.phone.get_by_role("status").filter(has_text="Nog 0 tekens")).to_be_attached()
    field.fill("De haring wel, die arm niet.  ")
    expect(sitting.phone.get_by_text("Op het scherm staat je naam er niet bij")).to_be_visible()
    shoot(sitting.phone, "way-open")
    assert sitting.send() == {"text": "De haring wel, die arm niet."}
    sitting.phone.reload()
    expect(sitting.phone.get_by_text("De haring wel, die arm niet.")).to_be_visible()


@pytest.mark.parametrize("way", ["rank", "sequence", "pair", "map2d", "multi", "grid"])
def test_a_storm_of_touches_freezes_no_picker(sit: Sit, way: str) -> None:
    sitting = opened(sit, way)
    finger = Finger(sitting.phone)
    dice = Random(way)
    for _ in range(6):
        spots = finger.spots("fieldset :is(button, label, .plane, .moment)")
        for spot in dice.choices(spots, k=5):
            for _ in range(dice.choice((1, 1, 2, 3))):  # what stands there by now is not always what was aimed at
                finger.touch(spot)
    assert _whole_answer(sitting, way) == sitting.send(_send_words(sitting, way))


def _send_words(sitting: Sitting, way: str) -> str:
    count = sitting.phone.locator("fieldset input:checked").count()
    return f"Verstuur {count} bouwsteen{'' if count == 1 else 'en'}" if way == "multi" else "Verstuur"


def _whole_answer(sitting: Sitting, way: str) -> Any:
    """Makes the right answer of whatever stands there, at a thumb's leisure; returns it."""
    phone, key = sitting.phone, sitting.card.key
    if way in ("rank", "sequence"):
        placed = phone.get_by_role("button", name=re.compile("van trede . terugnemen$"))
        assert placed.count() == phone.get_by_role("group", name=re.compile(", trede . van")).count()
        while placed.count():
            placed.first.tap()
        for option in key["is"][:-1]:
            waiting = phone.get_by_role("button", name=f"{sitting.card.options[option]}, op trede")
            while waiting.count():  # just taken back, it takes a quarter of a second before a tap is meant
                waiting.tap()
    elif way == "pair":
        for item, option in key["is"].items():
            moment = re.compile(f"^{key['items'][item]['nl']}: ", re.IGNORECASE)
            phone.get_by_role("button", name=moment).and_(phone.locator(".whole")).tap()
            if phone.get_by_role("button", name=moment).and_(phone.locator(".whole[aria-pressed=true]")).count():
                sitting.button(sitting.card.options[option]).tap()
        return {"pairs": key["is"]}
    elif way == "map2d":
        plane = phone.locator(".plane")
        plane.tap()
        return {"x": pytest.approx(0.5, abs=0.02), "y": pytest.approx(0.5, abs=0.02)}
    else:
        for option, label in sitting.card.options.items():
            box = phone.locator(f"fieldset :is([type=checkbox], [type=radio])[aria-label^='{label}']")
            wanted = option in key["is"] if way == "multi" else option == key["is"]
            if wanted != box.is_checked() and (wanted or way == "multi"):
                box.tap()
    return key["is"]


@pytest.mark.parametrize("way", ["rank", "sequence"])
def test_of_two_real_touches_at_once_only_the_first_counts(sit: Sit, way: str) -> None:
    sitting = opened(sit, way)
    finger = Finger(sitting.phone)
    first, second, *_ = sitting.card.key["is"]
    with finger.at_once():
        finger.touch(finger.spot(sitting.pool(first)))
        finger.touch(finger.spot(sitting.pool(first)))
        finger.touch(finger.spot(sitting.pool(second)))
    names = [f"{sitting.card.options[option]}, trede {step} van" for step, option in enumerate((first, second), 1)]
    for name in names:
        expect(sitting.phone.get_by_role("group", name=name)).to_be_visible()
    with finger.at_once():
        arrow = finger.spot(sitting.button(f"{sitting.card.options[first]} een trede {_away_from_first(way)}"))
        finger.touch(arrow)
        finger.touch(arrow)
    expect(sitting.phone.get_by_role("group", name=f"{sitting.card.options[first]}, trede 2 van")).to_be_visible()


def _away_from_first(way: str) -> str:
    """A rank's first step is on top, a sequence's at the bottom."""
    return "omlaag" if way == "rank" else "omhoog"


def test_two_real_touches_at_once_fill_one_moment(sit: Sit) -> None:
    sitting = opened(sit, "pair")
    finger = Finger(sitting.phone)
    key = sitting.card.key
    first, second, *_ = [label["nl"].capitalize() for label in key["items"].values()]
    sitting.button(f"{first}: Nog open").tap()
    option = sitting.card.options[next(iter(key["is"].values()))]
    with finger.at_once():
        finger.touch(finger.spot(sitting.button(option)))
        finger.touch(finger.spot(sitting.button(option)))
    expect(sitting.button(f"{first}: {option}")).to_be_visible()
    expect(sitting.button(f"{second}: Nog open")).to_be_visible()


@pytest.mark.parametrize("way", WAYS)
def test_nothing_is_chosen_at_first_and_nothing_runs_off_a_narrow_phone(sit: Sit, way: str) -> None:
    sitting = opened(sit, way, width=320)
    assert sitting.phone.evaluate("document.documentElement.scrollWidth") == 320
    assert sitting.phone.locator("input:checked").count() == 0
    assert sitting.phone.get_by_role("button", name="Verstuur").count() == 0
    nameless = sitting.phone.locator("fieldset :is(button, input, select, textarea)").evaluate_all(
        "all => all.filter(one => !one.ariaLabel && !one.textContent.trim()).map(one => one.outerHTML)"
    )
    assert nameless == []


@pytest.mark.parametrize("way", WAYS)
def test_the_reveal_says_how_it_went(sit: Sit, shoot: Shoot, way: str) -> None:
    sitting = opened(sit, way)
    _say_something(sitting, way)
    sitting.lecturer.step_to("reveal")
    outcome = sitting.phone.locator("section", has=sitting.phone.get_by_role("heading", level=2)).first
    expect(outcome).to_contain_text(sitting.card.key["why"]["nl"])
    expect(outcome).to_contain_text("nog niet beoordeeld" if way == "open" else "sleutel")
    if way == "open":
        expect(outcome).to_contain_text(sitting.card.key["model_answer"]["nl"])
    shoot(sitting.phone, f"way-{way}-reveal")


def _say_something(sitting: Sitting, way: str) -> None:
    """A pick that is not the key, sent."""
    phone, options = sitting.phone, sitting.card.options
    if way == "multi":
        for box in phone.get_by_role("checkbox").all():
            box.tap()
    elif way == "grid":
        phone.get_by_role("radio", name="Extern, beperkt").tap()
    elif way == "map2d":
        sitting.button("Meer persoonlijk").tap()
    elif way in ("rank", "sequence"):
        for option in reversed(sitting.card.key["is"][1:]):
            sitting.pool(option).tap()
    elif way == "pair":
        for choice in phone.get_by_role("combobox").all():
            choice.select_option(next(iter(options)))
    else:
        phone.get_by_role("textbox").fill("Omdat het de rol is, niet de mens.")
    phone.get_by_role("button", name="Verstuur").tap()
    expect(phone.get_by_role("heading", name="Je antwoord is binnen")).to_be_visible()


def test_controls_that_do_not_get_through_are_asked_for_again(sit: Sit, devices: Devices) -> None:
    sitting = sit("multi")
    part = "**/assets/All-*"
    sitting.phone.route(part, lambda route: route.abort())
    sitting.phone.reload()
    sitting.lecturer.step_to("answering")
    expect(sitting.phone.get_by_text("We blijven het proberen")).to_be_visible()
    sitting.phone.unroute(part)
    expect(sitting.phone.get_by_role("checkbox")).to_have_count(3)
    assert all("net::ERR_FAILED" in said for said in devices.complaints)
    devices.complaints.clear()


def test_a_deck_of_headline_axes_fetches_no_more_than_it_needs(devices: Devices, server: ServerUnderTest) -> None:
    asked: list[str] = []
    page = devices.phone("/")
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    expect(page.get_by_label("Code")).to_be_visible()
    assert not any("/All-" in url for url in asked)
