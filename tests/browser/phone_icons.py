"""Draws the icons of the installed page from the logo, when that changes: `python -m tests.browser.phone_icons`."""

from playwright.sync_api import sync_playwright

from tests.browser.conftest import ARGUMENTS, chromium_path
from tests.play.server_under_test import PROJECT

LOGO = PROJECT / "web" / "src" / "look" / "favicon.svg"
PUBLIC = PROJECT / "web" / "public"
GROUND = "#F7F6F1"
ICONS = {
    "icon-192.png": (192, 0.72),
    "icon-512.png": (512, 0.72),
    "icon-maskable-512.png": (512, 0.5),  # a mask may cut to a circle of 80 %
    "apple-touch-icon.png": (180, 0.66),
}
"""File, size, and the part of it that the logo takes."""


def draw_icons() -> None:
    """Writes every icon anew."""
    logo = LOGO.read_text(encoding="utf-8")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
        for name, (size, part) in ICONS.items():
            page = browser.new_page(viewport={"width": size, "height": size})
            page.set_content(
                f"<style>body{{margin:0;height:100vh;display:grid;place-items:center;background:{GROUND}}}"
                f"svg{{width:{part:.0%}}}</style>{logo}"
            )
            page.screenshot(path=PUBLIC / name)
            page.close()
        browser.close()


if __name__ == "__main__":
    draw_icons()
