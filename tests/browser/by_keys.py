"""Somebody who has only a keyboard: finds a control by its role and name, and gets there by Tab and arrows alone.

Wherever the focus stops it must be seen: a ring of two pixels around something that is in sight and not covered.
"""

import re
from collections.abc import Mapping
from typing import Any, Literal

from playwright.sync_api import Page, expect

from server.rules.cards import Axis, AxisKind, Card
from server.rules.ids import AxisId
from tests.support.plain_threads import eventually

Name = str | re.Pattern[str]
Role = Literal["button", "checkbox", "combobox", "link", "radio", "searchbox", "textbox"]
PRESSES_MOST = 90
"""So many keys lead to any control of a page; who needs more is in a trap."""

WHAT_IS_WRONG = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return "the focus is on the body";
  if (one.tabIndex < 0) return "";  // a heading that was moved to is no control
  const isSeen = (at) => {
    for (let up = at; up; up = up.parentElement) if (Number(getComputedStyle(up).opacity) === 0) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  };
  let ring = one;
  while (ring && !isSeen(ring)) ring = ring.parentElement;
  const name = one.getAttribute("aria-label") || one.innerText || one.outerHTML;
  if (!ring) return `no ring around: ${name}`;
  const { left, top, right, bottom } = ring.getBoundingClientRect();
  const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return ring.contains(hit) ? "" : `out of sight or covered: ${name}`;
}"""

STOPS = """() => {
  const controls = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const isStop = (one) => !one.matches(":disabled") && one.checkVisibility();
  const all = [...document.querySelectorAll(controls)].filter(isStop);
  const named = (one) => (one.type === "radio" ? `radio ${one.name}` : String(all.indexOf(one)));
  const now = document.activeElement;
  return { all: [...new Set(all.map(named))], now: all.includes(now) ? named(now) : null };
}"""
"""A group of radio buttons is one stop."""

IS_NEIGHBOUR = """one => {
  const now = document.activeElement;
  return now.type === "radio" && one.type === "radio" && now.name === one.name;
}"""

LISTEN = """() => {
  const isNew = !window.told;
  window.told = [];
  if (!isNew) return;
  const region = document.querySelector("[aria-live=polite]");
  new MutationObserver(() => region.textContent && window.told.push(region.textContent))
    .observe(region, { childList: true, characterData: true, subtree: true });
}"""


class Keys:
    """The keyboard of a page. Never a click."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, *keys: str) -> None:
        """Keys as they are, wherever the focus is."""
        for key in keys:
            self.page.keyboard.press(key)

    def reach(self, role: Role, name: Name, arrow: str = "ArrowDown") -> None:
        """Goes to a control, by Tab and within a group of radio buttons by an arrow."""
        wanted = self.page.get_by_role(role, name=name)
        expect(wanted).to_have_count(1)
        for _ in range(PRESSES_MOST):
            if wanted.evaluate("one => one === document.activeElement"):
                return self.is_seen()
            self.press(arrow if wanted.evaluate(IS_NEIGHBOUR) else "Tab")
        raise AssertionError(f"no way to {role} {name}")

    def choose(self, name: Name, role: Role = "radio", arrow: str = "ArrowDown") -> None:
        """Chooses a radio button or ticks a box."""
        self.reach(role, name, arrow)
        chosen = self.page.get_by_role(role, name=name)
        if not chosen.is_checked():
            self.press("Space")
        expect(chosen).to_be_checked()

    def push(self, name: Name, key: str = "Enter") -> None:
        """A button."""
        self.reach("button", name)
        self.press(key)

    def write(self, name: Name, words: str, role: Literal["textbox", "searchbox"] = "textbox") -> None:
        """Words in a field, letter by letter, in place of what stood there."""
        self.reach(role, name)
        self.press("Control+a")
        self.page.keyboard.type(words)

    def is_seen(self) -> None:
        """Where the focus is, is seen; a page that still scrolls gets a moment."""
        wrong = self.page.evaluate(WHAT_IS_WRONG)
        if wrong:
            eventually(lambda: self.page.evaluate(WHAT_IS_WRONG) == "", what=wrong)

    def arrives(self, heading: Name) -> None:
        """A screen has come up: the focus is on its heading, and Tab goes round by every control and in no trap."""
        expect(self.page.get_by_role("heading", name=heading)).to_be_focused()
        self.goes_round()

    def goes_round(self) -> None:
        """Tab comes by every control that is there, and each is seen."""
        stops = self.page.evaluate(STOPS)["all"]
        met = set()
        for _ in range(len(stops) + 2):  # out at the end, in again at the top
            self.press("Tab")
            now, wrong = self.page.evaluate(f"[({STOPS})().now, ({WHAT_IS_WRONG})()]")
            if now is not None:
                met.add(now)
                if wrong:
                    self.is_seen()
        assert met == set(stops), f"Tab met {sorted(met)} of {stops}"

    def listens(self) -> None:
        """Notes from now on what the page's polite region says."""
        self.page.evaluate(LISTEN)

    def told(self) -> list[str]:
        """What it has said since."""
        return list(self.page.evaluate("window.told"))


class Answering(Keys):
    """A student's keys on a phone in Dutch."""

    def pick(self, card: Card, axis: Axis, pick: Any) -> None:
        """Gives a pick on one axis."""
        labels: Mapping[str, str] = {option.id: option.label.nl for option in axis.options}
        match axis.kind:
            case AxisKind.RANK | AxisKind.SEQUENCE:
                for option in pick[:-1]:  # the last one places itself
                    self.push(re.compile(f"^{re.escape(labels[option])}, "))
            case AxisKind.PAIR:
                items = card.keys[axis.id].items
                first, *_ = pick["pairs"]
                self.push(re.compile(f"^{re.escape(items[first].nl)}: Nog open$", re.IGNORECASE))
                for option in pick["pairs"].values():  # the next moment is active by itself
                    self.push(re.compile(f"^{re.escape(labels[option])}$"))
            case _:
                self.choose(re.compile(f"^{re.escape(labels[pick])}" + r"(?!\w)"))

    def answer(self, card: Card, axes: list[Axis], picks: Mapping[AxisId, Any]) -> None:
        """Gives every pick."""
        for axis in axes:
            self.pick(card, axis, picks[axis.id])
