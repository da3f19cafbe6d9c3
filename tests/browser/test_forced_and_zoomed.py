"""In forced colours and at 200 %: no word is cut off, nothing scrolls two ways, and fingers find their targets."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.gallery import CONSOLE, PHONE, PROJECTOR, Device, Gallery, open_page

MAIN = {
    "play": (
        "join",
        "lobby",
        "reading",
        "answering",
        "ready",
        "sent",
        "closed",
        "reveal",
        "standing",
        "podium",
        "ended",
    ),
    "host": ("sign-in", "shelf", "lobby", "reading", "answering", "closed", "reveal", "leaderboard", "podium", "ended"),
    "screen": ("lobby-41", "reading", "open", "closed", "pyramid-41", "grid-41", "stair-41", "leaderboard", "podium"),
}
NARROW = 320
"""A laptop at 400 %, or a phone of the smallest kind: half of an ordinary phone is narrower than any screen."""

CLIPPED = """() => {
  const cut = [];
  const isForEars = (one) => one && (getComputedStyle(one).clipPath === "inset(50%)" || isForEars(one.parentElement));
  const walker = document.createTreeWalker(document.querySelector("#page"), NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const holder = text.parentElement;
    if (!text.data.trim() || !holder.checkVisibility() || holder.closest("svg") || isForEars(holder)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    if (box.width < 1) continue;
    for (let one = holder; one && one !== document.body; one = one.parentElement) {
      const { overflowX, overflowY, textOverflow, position } = getComputedStyle(one);
      if (textOverflow === "ellipsis" || /auto|scroll/.test(overflowX + overflowY)) break;
      if (!/hidden|clip/.test(overflowX + overflowY)) continue;
      const frame = one.getBoundingClientRect();
      const slack = Math.max(3, 0.2 * box.height);
      if (box.right > frame.right + 3 || box.left < frame.left - 3 || box.bottom > frame.bottom + slack) {
        cut.push(`"${text.data.trim().slice(0, 60)}" by ${one.tagName.toLowerCase()}.${one.className}`);
        break;
      }
    }
  }
  return cut;
}"""
"""Words that reach out of what hides what reaches out. A long name that ends in an ellipsis is the one exception."""

UNDER_A_PLATE = """() => {
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.color = "Canvas";
  const canvas = getComputedStyle(probe).color;
  probe.remove();
  const isHidden = (one) => {
    const { color, forcedColorAdjust, clipPath } = getComputedStyle(one);
    const hasWords = [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    return hasWords && one.checkVisibility() && clipPath === "none" && color === canvas && forcedColorAdjust !== "none";
  };
  return [...document.querySelectorAll("#page *")].filter(isHidden).map((one) => one.outerHTML.slice(0, 160));
}"""
"""Words in the colour of the page itself. Under them the browser lays a plate of that colour, and they are gone, unless
what they stand on wears `keeps-colours`."""

SCROLLS_SIDEWAYS = "document.documentElement.scrollWidth > innerWidth + 1"

SMALL = """() => [...document.querySelectorAll("button, a[href], input, textarea, select, summary")].flatMap((one) => {
  if (!one.checkVisibility() || (one.tagName === "A" && getComputedStyle(one).display === "inline")) return [];
  const whole = one.matches("input[type=radio], input[type=checkbox]") ? one.closest("label") ?? one : one;
  const { width, height } = whole.getBoundingClientRect();
  const least = one.matches("button.main") ? 44 : 24;
  return width < least || height < least ? [`${one.outerHTML.slice(0, 120)}: ${width} x ${height}`] : [];
})"""


def _broken(gallery: Gallery, page: Page, area: str) -> list[str]:
    broken = []
    for name in MAIN[area]:
        assert f"{area}/{name}" in gallery.screens
        gallery.show(page, f"{area}/{name}", "nl")
        broken += [f"{area}/{name}: cut off: {one}" for one in page.evaluate(CLIPPED)]
        if page.evaluate(SCROLLS_SIDEWAYS):
            broken.append(f"{area}/{name}: scrolls sideways")
    return broken


def test_a_word_that_is_cut_off_is_noticed(browser: Browser) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.set_content("<div id=page><p>Vertrouwensband</p></div>")
        page.locator("p").evaluate("one => Object.assign(one.style, {width: '40px', overflow: 'hidden'})")
        assert page.evaluate(CLIPPED) != []


@pytest.mark.parametrize(("area", "device"), [("play", PHONE), ("host", CONSOLE), ("screen", PROJECTOR)])
def test_forced_colours_hide_no_word(browser: Browser, gallery: Gallery, area: str, device: Device) -> None:
    with open_page(browser, device, forced_colors="active") as page:
        broken = _broken(gallery, page, area)
        for name in MAIN[area]:
            gallery.show(page, f"{area}/{name}", "nl")
            broken += [f"{area}/{name}: under a plate: {one}" for one in page.evaluate(UNDER_A_PLATE)]
    assert broken == [], "\n" + "\n".join(broken)


@pytest.mark.parametrize(("area", "device"), [("play", PHONE), ("host", CONSOLE), ("screen", PROJECTOR)])
def test_at_200_percent_nothing_is_cut_off(browser: Browser, gallery: Gallery, area: str, device: Device) -> None:
    zoomed = Device(max(device.width // 2, NARROW), device.height // 2, device.has_touch)
    with open_page(browser, zoomed, device_scale_factor=2) as page:
        broken = _broken(gallery, page, area)
    assert broken == [], "\n" + "\n".join(broken)


def test_every_target_on_a_phone_is_large_enough_for_a_finger(browser: Browser, gallery: Gallery) -> None:
    with open_page(browser, PHONE) as page:
        small = []
        for name in gallery.of("play"):
            gallery.show(page, name, "nl")
            small += [f"{name}: {one}" for one in page.evaluate(SMALL)]
    assert small == [], "\n" + "\n".join(small)
