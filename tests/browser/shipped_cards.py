"""Shipped cards, asked on some of their axes, as a content folder of their own that a test's server plays."""

import json
import shutil
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from server.content.library import SHIPPED_CONTENT, load_library
from server.rules.cards import Deck

Authored = dict[str, Any]
"""A card or an axis as its author wrote it."""

KEPT = ("id", "title", "person", "story", "models", "theme")


def copied_axes(folder: Path) -> dict[str, Authored]:
    """Copies the shipped axes and names to the folder; returns the axes as they were written."""
    for part in ("axes", "offered_names.yaml"):
        source = SHIPPED_CONTENT / part
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / part)
    return {path.stem: _yaml(path) for path in (folder / "axes").glob("*.yaml")}


@cache
def shipped_cards() -> Sequence[Authored]:
    """Every shipped card, deck by deck."""
    decks = [_yaml(path) for path in sorted((SHIPPED_CONTENT / "decks").glob("*.yaml"))]
    return [card for deck in decks for card in deck.get("cards", ())]


def first_card(fits: Callable[[Authored], Sequence[str]]) -> Authored:
    """The first shipped card that is to be asked on some axes, asked on those alone. `fits` says on which, or none."""
    for card in shipped_cards():
        if axes := fits(card):
            return _asked_on(card, axes)
    raise AssertionError("no shipped card is asked so")


def write_deck(folder: Path, deck: str, cards: Sequence[Authored]) -> Deck:
    """Writes the cards as the folder's only deck; returns it as the server reads it."""
    head = {
        "id": deck,
        "title": {"nl": "Van alles een", "en": "One of each"},
        "about": {"nl": "Kaarten die er al waren.", "en": "Cards that were there."},
        "axes": list(dict.fromkeys(axis for card in cards for axis in card["key"])),
    }
    (folder / "decks").mkdir()
    written = json.dumps({**head, "cards": cards}, ensure_ascii=False)
    (folder / "decks" / f"{deck}.yaml").write_text(written, encoding="utf-8")
    library = load_library(folder)
    assert deck in library.decks, [str(problem) for problem in library.problems]
    return library.decks[deck]


def open_card(card: Authored) -> Authored:
    """A card that asks for words of one's own, on the story of another: no shipped card asks so."""
    key = next(iter(card["key"].values()))
    words = {"nl": "De koop ging over, de band niet.", "en": "The buying passed on, the tie did not."}
    why = {
        "nl": "Zeg wat van de rol is en wat van de mens.",
        "en": "Say what belongs to the role and what to the person.",
    }
    asked = {"open-why": {"model_answer": words, "cue": key["cue"], "why": why}}
    return {**card, "id": f"{card['id']}-why", "key": asked, "traps": []}


def is_contested(key: Authored) -> bool:
    """Whether a key, as it was written, accepts several answers."""
    return len(key.get("accept", ())) > 1


def _asked_on(card: Authored, axes: Sequence[str]) -> Authored:
    keys = {axis: card["key"][axis] for axis in axes}
    asked = {name: card[name] for name in KEPT} | {"difficulty": 1, "status": "clear", "key": keys}
    if any(is_contested(key) for key in keys.values()):
        asked |= {"status": "contested", "debate": card["debate"]}
    return asked | {"traps": [trap for trap in card.get("traps", ()) if trap["axis"] in axes]}


def _yaml(path: Path) -> Any:
    return YAML(typ="safe").load(path)
