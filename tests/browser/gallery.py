"""The gallery as the tests visit it: every screen of the pages with sample views, built and served without a server.

Which screens there are is asked of the gallery itself, so that a new one is visited without anybody thinking of it.
"""

import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Literal
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Browser, Page

from tests.play.server_under_test import PROJECT

Language = Literal["nl", "en"]
Theme = Literal["light", "dark"]

LANGUAGES: tuple[Language, ...] = ("nl", "en")
BUILT = PROJECT / "web" / "dist-gallery"
AREAS = sorted(path.parent.name for path in (PROJECT / "web" / "src").glob("*/gallery.ts"))
"""The parts of the pages that show screens in the gallery."""

SETTLED = """async () => {
  await document.fonts.ready;
  const frame = () => new Promise(requestAnimationFrame);
  const moving = () => document.getAnimations().some((one) => one.playState === "running" && isFinite(
    one.effect.getComputedTiming().endTime));
  await frame();
  do await frame(); while (moving());
}"""
"""Until the fonts are there and nothing moves any more."""


@dataclass(frozen=True)
class Device:
    """What a screen is looked at with."""

    width: int
    height: int
    has_touch: bool = False


PHONE = Device(390, 844, has_touch=True)
CONSOLE = Device(1366, 768)
PROJECTOR = Device(1920, 1080)
DEVICES = {"play": PHONE, "remote": PHONE, "mine": PHONE, "ghost": PHONE, "screen": PROJECTOR}


def device_of(area: str) -> Device:
    """The device that a part of the pages is made for; a lecturer's laptop unless said otherwise."""
    return DEVICES.get(area, CONSOLE)


@dataclass(frozen=True)
class Gallery:
    """A built gallery at an address, and the names of its screens."""

    url: str
    screens: tuple[str, ...]

    def of(self, area: str) -> list[str]:
        """The screens of one part of the pages."""
        return [name for name in self.screens if name.startswith(f"{area}/")]

    def show(self, page: Page, screen: str, language: Language, theme: Theme = "light") -> None:
        """Shows one screen and waits until it stands still."""
        page.goto(f"{self.url}/gallery.html?screen={screen}&lang={language}&theme={theme}")
        page.locator("#page > *").first.wait_for()
        page.evaluate(SETTLED)


@contextmanager
def open_page(browser: Browser, device: Device, **options: Any) -> Iterator[Page]:
    """One page on a device whose owner wants no motion, for as many screens as there are; nothing may go wrong."""
    complaints: list[str] = []
    context = browser.new_context(
        viewport={"width": device.width, "height": device.height},
        has_touch=device.has_touch,
        is_mobile=device.has_touch,
        reduced_motion="reduce",
        **options,
    )
    page = context.new_page()
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    yield page
    context.close()
    assert complaints == []


@contextmanager
def served_gallery(browser: Browser) -> Iterator[Gallery]:
    """Builds the gallery where its sources have changed, and serves it."""
    stamp = (BUILT / ".stamp").relative_to(PROJECT)
    subprocess.run(["make", "--silent", str(stamp)], cwd=PROJECT, check=True, stdout=subprocess.DEVNULL)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(BUILT)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        url = f"http://127.0.0.1:{server.server_address[1]}"
        yield Gallery(url, _list_screens(browser, url))
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Quiet(SimpleHTTPRequestHandler):
    """Serves the files; what is named after its content may be kept, so that each screen fetches only its page."""

    def end_headers(self) -> None:
        if Path(self.path).parent.name == "assets":
            self.send_header("Cache-Control", "max-age=3600, immutable")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""


def _list_screens(browser: Browser, url: str) -> tuple[str, ...]:
    with open_page(browser, CONSOLE) as page:
        page.goto(f"{url}/gallery.html")
        page.locator("li a").first.wait_for()
        links = page.locator("a").evaluate_all("links => links.map((link) => link.href)")
    asked = (parse_qs(urlsplit(link).query).get("screen", [""])[0] for link in links)
    return tuple(dict.fromkeys(name for name in asked if name))
