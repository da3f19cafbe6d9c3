"""What stands on a projector's page, read as a hall sees it."""

from playwright.sync_api import Page

Rows = dict[str, tuple[int, bool]]
"""People and whether it is the key, by what the row is called in Dutch."""

_TABLE = "table => [...table.tBodies[0].rows].map(row => [...row.cells].map(cell => cell.textContent))"
_NUMBERS = """() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) {
    const { parentElement: holder, data } = texts.currentNode;
    if (/^\\s*\\d+\\s*$/.test(data) && !holder.closest(".unseen, footer")) found.push(Number(data));
  }
  return found;
}"""
_GOLD = """() => {
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.color = "var(--crust)";
  const gold = getComputedStyle(probe).color;
  probe.remove();
  const isGold = one => [getComputedStyle(one).backgroundColor, getComputedStyle(one).fill].includes(gold);
  const all = [...document.querySelectorAll("body :not(footer, footer *)")];
  return all.filter(one => isGold(one) && one.checkVisibility()).length;
}"""
_CUT_OFF = """() => {
  const { innerWidth: wide, innerHeight: high } = window;
  const isSeen = one => one.checkVisibility() && !one.closest(".unseen");
  const seen = what => [...document.querySelectorAll(what)].filter(isSeen);
  const box = one => one.getBoundingClientRect();
  const leaves = ({ left, top, right, bottom }) => left < -1 || top < -1 || right > wide + 1 || bottom > high + 1;
  const texts = seen("body :is(p, b, span, text, mark, h1, h2)").filter(one => one.textContent.trim());
  const clips = one => getComputedStyle(one).overflowY === "hidden";
  const runsOver = (part, one) => box(part).bottom > box(one).bottom + 1;
  const spills = one => [...one.querySelectorAll("p, div, blockquote")].some(part => runsOver(part, one));
  const cut = [...texts.filter(one => leaves(box(one))), ...seen("body *").filter(one => clips(one) && spills(one))];
  return cut.map(one => one.textContent.trim());
}"""


def table(screen: Page) -> Rows:
    """The first table beside the picture: the same numbers, for who reads by ear."""
    rows = screen.locator("table.unseen").first.evaluate(_TABLE)
    return {_whole(name): (int(count), verdict == "ja") for name, count, verdict in rows}


def numbers(screen: Page) -> set[int]:
    """Every number that can be seen, but for the foot's."""
    return set(screen.evaluate(_NUMBERS))


def words(screen: Page) -> str:
    """All that is written."""
    return _whole(screen.locator("body").inner_text())


def has_gold(screen: Page) -> bool:
    """Whether something is gold, but for the foot."""
    return bool(screen.evaluate(_GOLD))


def cut_off(screen: Page) -> list[str]:
    """The texts that leave the page, or the box that they stand in."""
    found: list[str] = screen.evaluate(_CUT_OFF)
    return found


def _whole(text: str) -> str:
    """Without the places where it may be broken."""
    return text.replace("\u00ad", "")
