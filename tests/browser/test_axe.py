"""Every screen of the gallery, in both languages and both themes, as axe-core sees it.

Dutch is read in daylight and English in the dark: words do not change colours, nor colours words. `pytest -k` takes a
part of the pages: `pytest tests/browser/test_axe.py -k play`.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import begin, script, violations
from tests.browser.gallery import AREAS, Gallery, Language, Theme, device_of, open_page

VISITS: list[tuple[Language, Theme]] = [("nl", "light"), ("en", "dark")]
BROKEN_PAGE = """<!doctype html><html lang="nl"><title>Kapot</title><main><h1>Kapot</h1>
  <p style="color: #aaa; background: #fff">Te licht om te lezen</p><button></button></main>"""


def test_what_is_broken_is_named(browser: Browser) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.set_content(BROKEN_PAGE)
        page.evaluate(script())
        begin(page)
        found = violations(page)
    assert [line.split(" ")[0] for line in found] == ["button-name", "color-contrast"]
    assert "button" in found[0]


@pytest.mark.timeout(600)
@pytest.mark.parametrize(("language", "theme"), VISITS, ids=["nl-light", "en-dark"])
@pytest.mark.parametrize("area", AREAS)
def test_everybody_can_use_it(browser: Browser, gallery: Gallery, area: str, language: Language, theme: Theme) -> None:
    screens = gallery.of(area)
    assert screens != []
    device = device_of(area)
    with open_page(browser, device) as one, open_page(browser, device) as other:
        for page in (one, other):
            page.add_init_script(script())
        broken = list(_visit(gallery, (one, other), screens, language, theme))
    assert broken == [], "\n" + "\n".join(broken)


def _visit(
    gallery: Gallery, pages: tuple[Page, Page], screens: list[str], language: Language, theme: Theme
) -> Iterator[str]:
    """Reads every screen; while axe reads one in its page, the next is opened in the other."""
    under_way: list[tuple[str, Page]] = []
    for place, screen in enumerate(screens):
        page = pages[place % 2]
        gallery.show(page, screen, language, theme)
        begin(page)
        under_way.append((screen, page))
        if len(under_way) == len(pages):
            yield from _told(*under_way.pop(0), language, theme)
    for last in under_way:
        yield from _told(*last, language, theme)


def _told(screen: str, page: Page, language: Language, theme: Theme) -> list[str]:
    return [f"{screen} {language} {theme}: {line}" for line in violations(page)]
