"""The pages of docs/tour.md: what was seen on which screen at which minute. Only `make tour` writes into docs/."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.conftest import SHOTS
from tests.play.server_under_test import PROJECT

PAGE = PROJECT / "docs" / "tour.md"
PICTURES = PROJECT / "docs" / "tour"
QUALITY = 72

HEAD = """\
<!-- Made by `make tour` (tests/browser/test_the_hour.py), from a real session. Not for editing. -->

# A class hour, minute by minute

One lecturer with a laptop, a projector and a phone in the hand; three students whose phones are seen here, and 117
simulated ones. The server is killed in the middle of the second vote.
"""


@dataclass
class Tour:
    """Takes the pictures in order; `finish` writes the page."""

    lines: list[str] = field(default_factory=list)
    taken: int = 0

    def chapter(self, minute: str, what: str) -> None:
        """A new minute of the hour."""
        self.lines += ["", f"## {minute}", "", what, ""]

    def see(self, page: Page, name: str, caption: str) -> None:
        """A picture of a page as it stands."""
        self.taken += 1
        file = f"{self.taken:02}-{name}.jpg"
        folder = PICTURES if is_kept() else SHOTS
        folder.mkdir(parents=True, exist_ok=True)
        page.evaluate("document.fonts.ready")
        page.screenshot(path=folder / file, type="jpeg", quality=QUALITY, scale="css", animations="disabled")
        width = 260 if (page.viewport_size or {"width": 0})["width"] < 500 else 720
        self.lines += [f'<img src="tour/{file}" alt="{caption}" width="{width}">', "", caption, ""]

    def finish(self) -> None:
        """Writes the page, where it is wanted."""
        if is_kept():
            text = "\n".join([HEAD, *self.lines])
            Path(PAGE).write_text(text.replace("\n\n\n", "\n\n").rstrip() + "\n", encoding="utf-8")


def is_kept() -> bool:
    """Whether the pictures go into docs/."""
    return os.environ.get("TREDE_TOUR") == "keep"
