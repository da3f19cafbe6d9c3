"""One student's thumb: gives a pick on an axis of any kind by touching the controls that stand on the phone."""

import re
from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Locator, Page, expect

from server.rules.cards import Axis, AxisKind, Card, Text
from server.rules.ids import AxisId


class Hand:
    """Holds a phone that is set to a language."""

    def __init__(self, phone: Page, language: str) -> None:
        self.phone = phone
        self.language = language

    def answer(self, card: Card, axes: list[Axis], picks: Mapping[AxisId, Any]) -> None:
        """Gives every pick and sends them."""
        for axis in axes:
            self.pick(card, axis, picks[axis.id])
        assert self.phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
        self.phone.get_by_role("button", name={"nl": "Verstuur", "en": "Send"}[self.language]).tap()
        sent = {"nl": "Je antwoord is binnen", "en": "Your answer is in"}[self.language]
        expect(self.phone.get_by_role("heading", name=sent)).to_be_visible()

    def pick(self, card: Card, axis: Axis, pick: Any) -> None:
        """Gives a pick on one axis."""
        sheet = self.phone.locator(f"#axis-{axis.id}")
        match axis.kind:
            case AxisKind.MULTI:
                for option in pick:
                    sheet.get_by_role("checkbox", name=self._begins(axis, option)).tap()
            case AxisKind.MAP2D:
                self._tap_plane(sheet.locator(".plane"), pick)
            case AxisKind.RANK | AxisKind.SEQUENCE:
                for option in pick[:-1]:  # the last one places itself
                    sheet.get_by_role("button", name=f"{self._label(axis, option)}, ").tap()
            case AxisKind.PAIR:
                self._pair(sheet, card, axis, pick["pairs"])
            case AxisKind.OPEN:
                sheet.get_by_role("textbox").fill(pick["text"])
            case _:
                sheet.get_by_role("radio", name=self._begins(axis, pick)).tap()

    def _tap_plane(self, plane: Locator, place: dict[str, float]) -> None:
        plane.evaluate("one => one.scrollIntoView({ block: 'center' })")
        box = plane.bounding_box()
        assert box is not None
        # A finger never hits the very edge.
        x, y = (min(0.99, max(0.01, part)) for part in (place["x"], 1 - place["y"]))
        plane.tap(position={"x": x * box["width"], "y": y * box["height"]})

    def _pair(self, sheet: Locator, card: Card, axis: Axis, pairs: dict[str, str]) -> None:
        """The moment first, then what goes with it; the next moment is active by itself."""
        items = card.keys[axis.id].items
        for place, (item, option) in enumerate(pairs.items()):
            name = self._words(items[item])
            if place == 0:
                open_still = {"nl": "Nog open", "en": "Still open"}[self.language]
                moment = re.compile(rf"^{re.escape(name)}: {open_still}$", re.IGNORECASE)
                sheet.get_by_role("button", name=moment).tap()
            sheet.get_by_role("button", name=self._label(axis, option), exact=True).tap()

    def _label(self, axis: Axis, option: str) -> str:
        return self._words(next(each.label for each in axis.options if each.id == option))

    def _begins(self, axis: Axis, option: str) -> re.Pattern[str]:
        return re.compile("^" + re.escape(self._label(axis, option)).replace("/", ".") + r"(?!\w)")

    def _words(self, text: Text) -> str:
        return text.nl if self.language == "nl" else text.en
