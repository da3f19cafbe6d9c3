"""axe-core on a page: what of WCAG 2.2 AA and of good practice a machine can see to be broken."""

from functools import cache
from typing import Any

from playwright.sync_api import Page

from tests.play.server_under_test import PROJECT

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NAMED_MOST = 4
"""Elements that are named of one rule on one screen; the others are counted."""

RUN = """async (tags) => {
  const found = await axe.run(document, {
    runOnly: { type: "tag", values: tags }, resultTypes: ["violations"], preload: false,
  });
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


def violations(page: Page) -> list[str]:
    """What is broken on the page: a line for each rule and element. The page must have been given `script()`."""
    found = page.evaluate(RUN, TAGS)
    return [line for rule in found for line in _lines(rule)]


def _lines(rule: dict[str, Any]) -> list[str]:
    nodes = rule["nodes"]
    lines = [f"{rule['id']} ({rule['help']}): {one['target']}: {'; '.join(one['why'])}" for one in nodes[:NAMED_MOST]]
    more = len(nodes) - NAMED_MOST
    return [*lines, f"{rule['id']}: and {more} elements more"] if more > 0 else lines
