"""axe-core on a page: what of WCAG 2.2 AA and of good practice a machine can see to be broken."""

from functools import cache
from typing import Any

from playwright.sync_api import Page

from tests.play.server_under_test import PROJECT

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NAMED_MOST = 4
"""Elements that are named of one rule on one screen; the others are counted."""

BEGIN = """(tags) => {
  window.axeIsAtWork = axe.run(document, {
    runOnly: { type: "tag", values: tags }, resultTypes: ["violations"], preload: false,
  });
}"""
RESULT = """async () => {
  const found = await window.axeIsAtWork;
  return found.violations.map(({ id, help, nodes }) => ({
    id, help, nodes: nodes.map(({ target, any, all, none }) => ({
      target: target.flat().join(" "), why: [...any, ...all, ...none].map((one) => one.message),
    })),
  }));
}"""


@cache
def script() -> str:
    """axe-core itself, of the version that web/package-lock.json holds."""
    return (PROJECT / "web" / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def begin(page: Page) -> None:
    """Sets axe to work on a page that has been given `script()`, and does not wait for it."""
    page.evaluate(BEGIN, TAGS)


def violations(page: Page) -> list[str]:
    """What is broken on the page, as far as was begun: a line for each rule and element."""
    return [line for rule in page.evaluate(RESULT) for line in _lines(rule)]


def _lines(rule: dict[str, Any]) -> list[str]:
    nodes = rule["nodes"]
    lines = [f"{rule['id']} ({rule['help']}): {one['target']}: {'; '.join(one['why'])}" for one in nodes[:NAMED_MOST]]
    more = len(nodes) - NAMED_MOST
    return [*lines, f"{rule['id']}: and {more} elements more"] if more > 0 else lines
