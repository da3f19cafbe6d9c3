"""What gold and a chosen colour say at the reveal is said in words as well: key, own pick and verdict."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.gallery import PHONE, PROJECTOR, Gallery, open_page

Shoot = Callable[[Page, str], None]

VERDICT = re.compile(r"\b(goed|bijna|deze niet)\b|[Nn]iets gekozen|nog niet beoordeeld|[Nn]iet gekozen")
KEY = re.compile(r"\bsleutel\b|zo kan het ook", re.IGNORECASE)
IN_GREY = ("pyramid-41", "grid-41", "stair-41", "contested", "climb-41")

WORDLESS_GOLD = """() => {
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.backgroundColor = "var(--crust)";
  const gold = getComputedStyle(probe).backgroundColor;
  probe.remove();
  const isGold = (one) => getComputedStyle(one).backgroundColor === gold && one.checkVisibility();
  const says = (one) => one.innerText.trim() !== "" || one.querySelector("svg") || one.getAttribute("aria-label");
  return [...document.querySelectorAll("#page *")].filter((one) => isGold(one) && !says(one) && !one.closest(
    "[aria-label], [role=img], [aria-hidden=true]")).map((one) => one.outerHTML);
}"""
"""Elements filled with the gold of what is right that hold no word and no sign, and are not part of a named picture."""

TABLES = """() => [...document.querySelectorAll("table")].map((table) => [...table.querySelectorAll("tbody tr")]
  .map((row) => [...row.cells].map((cell) => cell.innerText.trim())))"""
KEY_SIGN = """() => [...document.querySelectorAll("#page svg path")].some((one) =>
  one.getAttribute("d")?.startsWith("M12.2 12a4.2") && one.checkVisibility())"""
"""The drawn key, where a word beside each of several keys would be too much (web/src/look/icon_shapes.ts)."""
SEEN_WORDS = """() => { document.querySelectorAll(".unseen").forEach((one) => one.remove());
  return document.querySelector("#page").innerText; }"""


def test_gold_without_a_word_is_noticed(browser: Browser, gallery: Gallery) -> None:
    with open_page(browser, PHONE) as page:
        gallery.show(page, "play/reveal", "nl")
        page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<div id=bare></div>')")
        page.locator("#bare").evaluate("one => Object.assign(one.style, {height: '9px', background: 'var(--crust)'})")
        assert any("bare" in one for one in page.evaluate(WORDLESS_GOLD))


def test_every_reveal_on_a_phone_says_its_verdict_and_its_key_in_words(browser: Browser, gallery: Gallery) -> None:
    screens = [name for name in gallery.of("play") if "reveal" in name]
    assert screens != []
    with open_page(browser, PHONE) as page:
        silent = [line for name in screens for line in _silent_on_phone(gallery, page, name)]
    assert silent == [], "\n" + "\n".join(silent)


def _silent_on_phone(gallery: Gallery, page: Page, screen: str) -> list[str]:
    gallery.show(page, screen, "nl")
    silent = [f"{screen}: gold without a word: {one}" for one in page.evaluate(WORDLESS_GOLD)]
    for section in page.locator("section:has(> h2):has(.why)").all():
        said = section.aria_snapshot()
        was_there = "newcomer" not in screen
        if was_there and not VERDICT.search(said):
            silent.append(f"{screen}: no verdict: {said}")
        if not KEY.search(said) and not re.search(r"\bgoed\b", said):
            silent.append(f"{screen}: no key: {said}")
    return silent


def test_every_reveal_on_the_projector_names_the_keys_that_its_picture_gilds(
    browser: Browser, gallery: Gallery
) -> None:
    silent = []
    revealed = 0
    with open_page(browser, PROJECTOR) as page:
        for name in gallery.of("screen"):
            gallery.show(page, name, "nl")
            keys = [row[0] for rows in page.evaluate(TABLES) for row in rows if row[-1] == "ja"]
            silent += [f"{name}: gold without a word: {one}" for one in page.evaluate(WORDLESS_GOLD)]
            if not keys:
                continue
            revealed += 1
            has_sign = page.evaluate(KEY_SIGN)
            seen = page.evaluate(SEEN_WORDS)
            if not KEY.search(seen) and not has_sign:
                silent.append(f"{name}: the keys {keys} are not said: {seen}")
    assert revealed > 0
    assert silent == [], "\n" + "\n".join(silent)


@pytest.mark.parametrize("screen", IN_GREY)
def test_the_key_is_found_in_grey(browser: Browser, gallery: Gallery, shoot: Shoot, screen: str) -> None:
    """The pictures are looked at by a person; the test holds that the sign of the key is there."""
    with open_page(browser, PROJECTOR) as page:
        sight = page.context.new_cdp_session(page)
        sight.send("Emulation.setEmulatedVisionDeficiency", {"type": "achromatopsia"})
        gallery.show(page, f"screen/{screen}", "nl")
        shoot(page, f"grey-{screen}")
        assert page.get_by_text(KEY).locator("visible=true").count() > 0
