"""A content folder with one deck that has a card for every way to answer, taken from the decks that are shipped."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.browser.shipped_cards import Authored, copied_axes, first_card, is_contested, open_card, write_deck

DECK = "every-way"
WAYS = ("multi", "grid", "map2d", "rank", "sequence", "pair", "open")


@dataclass(frozen=True)
class AskedCard:
    """A card that asks one axis, as its author wrote it."""

    id: str
    axis: str
    key: dict[str, Any]
    options: dict[str, str]
    """The labels in Dutch, by id."""


def write_every_way(folder: Path) -> dict[str, AskedCard]:
    """Writes the folder; returns its card for each way."""
    axes = copied_axes(folder)
    cards = {way: _first_of(way, axes) for way in WAYS if way != "open"}
    cards["open"] = open_card(cards["pair"])
    write_deck(folder, DECK, list(cards.values()))
    return {way: _asked(card, axes) for way, card in cards.items()}


def _first_of(way: str, axes: dict[str, Authored]) -> Authored:
    """The first shipped card with an axis of that kind, asked on that axis alone."""

    def fits(card: Authored) -> list[str]:
        keys = [(axis, key) for axis, key in card["key"].items() if axes[axis]["kind"] == way]
        return [axis for axis, key in keys if not is_contested(key) and (way != "rank" or len(key["is"]) > 2)][:1]

    return first_card(fits)


def _asked(card: Authored, axes: dict[str, Authored]) -> AskedCard:
    axis, key = next(iter(card["key"].items()))
    shape = axes[axis]
    options = axes[shape["uses"]]["options"] if "uses" in shape else shape.get("options", [])
    return AskedCard(card["id"], axis, key, {option["id"]: option["label"]["nl"] for option in options})
