"""Every screen of the gallery, in both languages and both themes, as axe-core sees it.

Dutch is read in daylight and English in the dark: words do not change colours, nor colours words. `pytest -k` takes a
part of the pages: `pytest tests/browser/test_axe.py -k play`.
"""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import script, violations
from tests.browser.gallery import AREAS, Gallery, Language, Theme, device_of, open_page

VISITS: list[tuple[Language, Theme]] = [("nl", "light"), ("en", "dark")]
BROKEN_PAGE = """<!doctype html><html lang="nl"><title>Kapot</title><main><h1>Kapot</h1>
  <p style="color: #aaa; background: #fff">Te licht om te lezen</p><button></button></main>"""


def test_what_is_broken_is_named(browser: Browser) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.set_content(BROKEN_PAGE)
        page.evaluate(script())
        found = violations(page)
    assert [line.split(" ")[0] for line in found] == ["button-name", "color-contrast"]
    assert "button" in found[0]


@pytest.mark.parametrize(("language", "theme"), VISITS, ids=["nl-light", "en-dark"])
@pytest.mark.parametrize("area", AREAS)
def test_every_screen_can_be_used_by_everybody(
    browser: Browser, gallery: Gallery, area: str, language: Language, theme: Theme
) -> None:
    screens = gallery.of(area)
    assert screens != []
    with open_page(browser, device_of(area)) as page:
        page.add_init_script(script())
        broken = [line for name in screens for line in _visit(gallery, page, name, language, theme)]
    assert broken == [], "\n" + "\n".join(broken)


def _visit(gallery: Gallery, page: Page, screen: str, language: Language, theme: Theme) -> list[str]:
    gallery.show(page, screen, language, theme)
    return [f"{screen} {language} {theme}: {line}" for line in violations(page)]
