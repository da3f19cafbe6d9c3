"""One student in an open round of one card, and a finger that really touches the glass."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.every_way_content import AskedCard
from tests.play.people import Lecturer
from tests.support.plain_threads import eventually

Spot = tuple[float, float]

TWO_TAPS = """async ([x, y]) => {
  const click = () => new MouseEvent("click", { bubbles: true, detail: 1 });
  const tap = () => document.elementFromPoint(x, y).dispatchEvent(click());
  tap();
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  tap();
}"""
"""In the page itself: over the wire a tap takes longer than a thumb."""


@dataclass
class Sitting:
    """One student in an open round of one card."""

    lecturer: Lecturer
    phone: Page
    card: AskedCard

    def open_round(self) -> None:
        """Opens the round, and waits until the phone shows its controls."""
        self.lecturer.step_to("answering")
        expect(self.phone.locator(f"#axis-{self.card.axis}")).to_be_visible()

    def button(self, name: str) -> Locator:
        """The button of exactly that name."""
        return self.phone.get_by_role("button", name=name, exact=True)

    def pool(self, option: str) -> Locator:
        """What is tapped to place an option."""
        return self.phone.get_by_role("button", name=f"{self.card.options[option]}, ")

    def tap_twice(self, what: Locator) -> None:
        """Two taps of a fast thumb on the same spot, one picture apart, whatever stands there by then."""
        what.evaluate("one => one.scrollIntoView({ block: 'center' })")
        box = what.bounding_box()
        assert box is not None
        self.phone.evaluate(TWO_TAPS, [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2])

    def send(self, button: str = "Verstuur") -> Any:
        """Sends; what the room's log then holds."""
        self.button(button).tap()
        expect(self.phone.get_by_role("heading", name="Je antwoord is binnen")).to_be_visible()
        eventually(lambda: self.logged() is not None, what="the answer is in the log")
        return self.logged()

    def logged(self) -> Any:
        """The newest pick on the axis in the log; None when there is none."""
        entries = self.lecturer.get(f"/api/rooms/{self.lecturer.room}/log").json["entries"]
        answers = [entry["event"] for entry in entries if entry["event"]["type"] == "AnswerGiven"]
        return answers[-1]["picks"].get(self.card.axis) if answers else None


class Finger:
    """Touches as the browser gets them from a screen: it makes the taps of them itself."""

    def __init__(self, phone: Page) -> None:
        self.phone = phone
        self._glass = phone.context.new_cdp_session(phone)

    def touch(self, spot: Spot) -> None:
        """Down and up, whatever stands there by now."""
        x, y = spot
        self._glass.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
        self._glass.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    def spot(self, what: Locator) -> Spot:
        """The middle of something that is in sight or is brought there."""
        what.scroll_into_view_if_needed()
        box = what.bounding_box()
        assert box is not None
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def spots(self, what: str) -> list[Spot]:
        """The middles of all that are now in sight, above the bar."""
        self.phone.locator("fieldset").evaluate("one => one.scrollIntoView({ block: 'end' })")
        places = self.phone.locator(what).evaluate_all(
            """all => all.map(one => {
              const { x, y, width, height } = one.getBoundingClientRect();
              return [x + width / 2, y + height / 2];
            })"""
        )
        height = self.phone.evaluate("innerHeight - 90")
        return [(x, y) for x, y in places if 0 < y < height]

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """For the phone no time passes meanwhile, however slow this machine is."""
        self.phone.clock.install()
        self.phone.clock.pause_at(datetime.now() + timedelta(seconds=2))
        yield
        self.phone.clock.resume()
