"""The authored files, read by the oracle's own eyes: options and part marks of axes, keys and texts of cards."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

KINDS_JUDGED = frozenset({"ordinal", "single"})


class NotJudged(ValueError):
    """A deck that is asked in ways whose marks the oracle has no rules for."""


@dataclass(frozen=True, slots=True)
class QuizAxis:
    """One scale. `neighbour`: the share for the step beside the key (None: no part marks). `walls` part neighbours."""

    id: str
    options: tuple[str, ...]
    neighbour: float | None
    walls: frozenset[frozenset[str]]


@dataclass(frozen=True, slots=True)
class QuizCard:
    """One scenario: by axis the share of each accepted option, by axis the tempting options, and the secret texts."""

    id: str
    is_contested: bool
    accepted: Mapping[str, Mapping[str, float]]
    traps: Mapping[str, tuple[str, ...]]
    secrets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quiz:
    """A deck with its axes."""

    id: str
    axes: Mapping[str, QuizAxis]
    cards: Mapping[str, QuizCard]


def read_quiz(content: Path, deck: str) -> Quiz:
    """The deck of that id under the folder of authored content.

    Raises OSError where a file is missing, and NotJudged for a deck with an axis of another kind than KINDS_JUDGED.
    """
    written = _read(content / "decks" / f"{deck}.yaml")
    scales = [_read(content / "axes" / f"{axis}.yaml") for axis in written["axes"]]
    others = sorted({scale["kind"] for scale in scales} - KINDS_JUDGED)
    if others:
        raise NotJudged(f"The deck {deck} is asked by {', '.join(others)}: take one that is asked by option alone.")
    axes = [_axis(scale) for scale in scales]
    cards = [_card(card) for card in written["cards"]]
    return Quiz(deck, {axis.id: axis for axis in axes}, {card.id: card for card in cards})


def _read(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    return loaded


def _axis(written: Mapping[str, Any]) -> QuizAxis:
    marks = written.get("part_marks") or {}
    return QuizAxis(
        written["id"],
        tuple(option["id"] for option in written["options"]),
        marks.get("neighbour"),
        frozenset(frozenset(pair) for pair in marks.get("no_credit_across", ())),
    )


def _card(written: Mapping[str, Any]) -> QuizCard:
    keys: Mapping[str, Any] = written["key"]
    traps: list[Mapping[str, Any]] = written.get("traps") or []
    secret = [key["why"] for key in keys.values()] + [trap["text"] for trap in traps]
    secret += [written[name] for name in ("debate", "note") if written.get(name)]
    return QuizCard(
        written["id"],
        written["status"] == "contested",
        {axis: _accepted(key) for axis, key in keys.items()},
        {axis: tuple(trap["pick"] for trap in traps if trap["axis"] == axis) for axis in keys},
        tuple(text[language] for text in secret for language in ("nl", "en")),
    )


def _accepted(key: Mapping[str, Any]) -> Mapping[str, float]:
    if "is" in key:
        return {key["is"]: 1.0}
    return {option: float(share) for option, share in key["accept"].items()}
