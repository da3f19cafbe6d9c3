"""The replay page as a test opens it, at a sitting that is in the store; and where its figure says it is."""

import secrets

from playwright.sync_api import Locator, Page, expect

from server.content.library import load_library
from server.rules.ids import RoomId
from tests.browser.conftest import PATIENCE_MILLIS, Devices
from tests.browser.stored_log import store_log
from tests.play.server_under_test import ServerUnderTest
from tests.support.long_log import long_log

DECK = load_library().decks["village-square"]


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
