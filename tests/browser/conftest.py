"""One server, one Chromium, and devices as a hall has them: a laptop, a projector, phones with touch.

`make test` builds the pages first and names the browser in TREDE_CHROMIUM; without it tools/chromium finds one. Every
screenshot goes to tests/browser/shots/.
"""

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

from tests.browser.gallery import Gallery, served_gallery
from tests.play.server_under_test import PROJECT, TOKEN, ServerUnderTest

SHOTS = Path(__file__).parent / "shots"
ARGUMENTS = [
    "--no-sandbox",  # as root, Chromium does not start otherwise
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
PATIENCE_MILLIS = 30_000
expect.set_options(timeout=PATIENCE_MILLIS)


def chromium_path() -> str:
    """The browser that make names, or the one that tools/chromium finds."""
    named = os.environ.get("TREDE_CHROMIUM")
    if named:
        return named
    found = subprocess.run([PROJECT / "tools" / "chromium"], capture_output=True, text=True, check=True)
    return found.stdout.strip().splitlines()[-1]


def press_step(laptop: Page) -> None:
    """What a clicker sends, pressed by somebody who sees what the key does next; returns when it has been done."""
    step = laptop.locator("[aria-keyshortcuts~=Space]")
    expect(step).to_have_attribute("aria-disabled", "false")
    before = step.inner_text()
    laptop.keyboard.press("Space")
    expect(step).not_to_have_text(before, use_inner_text=True)


@pytest.fixture(scope="package")
def playwright() -> Iterator[Playwright]:
    """The driver."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="package")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """The machine's own Chromium."""
    chromium = playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
    yield chromium
    chromium.close()


@pytest.fixture(scope="package")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerUnderTest]:
    """A server that the tests of this folder share. It must have nothing to complain about."""
    server = ServerUnderTest(tmp_path_factory.mktemp("browser"), "eventlet")
    server.start()
    yield server
    assert server.stop() == 0
    assert server.complained == ""


@pytest.fixture(scope="package")
def gallery(browser: Browser) -> Iterator[Gallery]:
    """Every screen with sample views, as the sources are now."""
    with served_gallery(browser) as served:
        yield served


class Devices:
    """Opens pages as their owners would; notes every complaint and every request that leaves the server's origin.

    `heard` is all that the server said to a page over its socket.
    """

    def __init__(self, browser: Browser, server: ServerUnderTest) -> None:
        self.server = server
        self.complaints: list[str] = []
        self.foreign: list[str] = []
        self.heard: dict[Page, list[str]] = {}
        self.contexts: list[BrowserContext] = []
        self._browser = browser

    def laptop(self, language: str = "en-GB", width: int = 1366, height: int = 768) -> Page:
        """A lecturer's laptop that has followed the host link."""
        page = self._open(width, height, language)
        page.goto(f"{self.server.url}/host?token={TOKEN}")
        return page

    def projector(self, path: str, language: str = "nl-NL", width: int = 1920, height: int = 1080) -> Page:
        """The projected page. Signed in nowhere; its pictures stand at once in their end state, so no test waits."""
        page = self._open(width, height, language, still=True)
        page.goto(f"{self.server.url}{path}")
        return page

    def phone(
        self, path: str = "/", language: str = "nl-NL", width: int = 390, dark: bool = False, touch: bool = True
    ) -> Page:
        """A phone with touch, or one that is worked by keys alone."""
        page = self._open(width, 844, language, touch=touch, dark=dark)
        page.goto(f"{self.server.url}{path}")
        return page

    def _open(
        self, width: int, height: int, language: str, touch: bool = False, dark: bool = False, still: bool = False
    ) -> Page:
        context = self._browser.new_context(
            viewport={"width": width, "height": height},
            locale=language,
            has_touch=touch,
            is_mobile=touch,
            device_scale_factor=2 if touch else 1,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce" if still else "no-preference",
        )
        self.contexts.append(context)
        context.set_default_timeout(PATIENCE_MILLIS)
        page = context.new_page()
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        page.on("request", lambda asked: self._note_origin(asked.url))
        heard = self.heard[page] = []
        page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: heard.append(str(frame))))
        return page

    def _note_origin(self, url: str) -> None:
        ours = (self.server.url, self.server.url.replace("http", "ws", 1), "data:", "blob:")
        if not url.startswith(ours):
            self.foreign.append(url)


@pytest.fixture
def devices(browser: Browser, server: ServerUnderTest) -> Iterator[Devices]:
    """Everybody's devices. No page may have complained or asked anything of another origin."""
    opened = Devices(browser, server)
    yield opened
    for context in opened.contexts:
        context.close()
    assert opened.complaints == []
    assert opened.foreign == []


@pytest.fixture(scope="package")
def shoot() -> Callable[[Page, str], None]:
    """Takes a screenshot: shoot(page, "phone-lobby")."""
    SHOTS.mkdir(exist_ok=True)

    def take(page: Page, name: str) -> None:
        page.evaluate("document.fonts.ready")
        page.screenshot(path=SHOTS / f"{name}.png", animations="disabled")

    return take
