"""A content folder with one deck that has a card for every way to answer, taken from the decks that are shipped."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from server.content.library import SHIPPED_CONTENT, load_library

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
    for part in ("axes", "offered_names.yaml"):
        source = SHIPPED_CONTENT / part
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / part)
    axes = {path.stem: _yaml(path) for path in (folder / "axes").glob("*.yaml")}
    cards = {way: _first_card(way, axes) for way in WAYS if way != "open"}
    cards["open"] = _open_card(cards["pair"])
    deck = {
        "id": DECK,
        "title": {"nl": "Alle manieren", "en": "Every way"},
        "about": {"nl": "Van elke manier een kaart.", "en": "A card for every way."},
        "axes": [next(iter(card["key"])) for card in cards.values()],
        "cards": list(cards.values()),
    }
    (folder / "decks").mkdir()
    (folder / "decks" / f"{DECK}.yaml").write_text(json.dumps(deck, ensure_ascii=False), encoding="utf-8")
    library = load_library(folder)
    assert DECK in library.decks, [str(problem) for problem in library.problems]
    return {way: _asked(card, axes) for way, card in cards.items()}


def _yaml(path: Path) -> Any:
    return YAML(typ="safe").load(path)


def _first_card(way: str, axes: dict[str, Any]) -> dict[str, Any]:
    """The first shipped card with an axis of that kind, asked on that axis alone."""
    for path in sorted((SHIPPED_CONTENT / "decks").glob("*.yaml")):
        for card in _yaml(path).get("cards", ()):
            for axis, key in card["key"].items():
                if axes[axis]["kind"] == way and (way != "rank" or len(key["is"]) > 2):
                    traps = [trap for trap in card.get("traps", ()) if trap["axis"] == axis]
                    kept = {name: card[name] for name in ("id", "title", "person", "story", "models", "theme")}
                    return {**kept, "difficulty": 1, "status": "clear", "key": {axis: key}, "traps": traps}
    raise AssertionError(f"no shipped card is answered by {way}")


def _open_card(card: dict[str, Any]) -> dict[str, Any]:
    key = next(iter(card["key"].values()))
    words = {"nl": "De koop ging over, de band niet.", "en": "The buying passed on, the tie did not."}
    asked = {"open-why": {"model_answer": words, "cue": key["cue"], "why": key["why"]}}
    return {**card, "id": f"{card['id']}-why", "key": asked, "traps": []}


def _asked(card: dict[str, Any], axes: dict[str, Any]) -> AskedCard:
    axis, key = next(iter(card["key"].items()))
    shape = axes[axis]
    options = axes[shape["uses"]]["options"] if "uses" in shape else shape.get("options", [])
    return AskedCard(card["id"], axis, key, {option["id"]: option["label"]["nl"] for option in options})
