"""The authored files, read by the oracle's own eyes: options and part marks of axes, keys and texts of cards."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

BY_OPTION = frozenset({"single", "ordinal", "grid"})
"""Kinds that are answered with one option."""
IN_ORDER = frozenset({"rank", "sequence"})
KINDS_JUDGED = BY_OPTION | IN_ORDER | {"multi", "map2d", "pair", "open"}


class NotJudged(ValueError):
    """A deck that is asked in ways whose marks the oracle has no rules for."""


@dataclass(frozen=True, slots=True)
class QuizAxis:
    """One scale. `neighbour`: the share for the step beside the key (None: no part marks). `walls` part neighbours.

    `cells` are the rows and columns of a grid's options, `places` where a plane's options lie.
    """

    id: str
    kind: str
    options: tuple[str, ...]
    neighbour: float | None = None
    walls: frozenset[frozenset[str]] = frozenset()
    cells: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    places: Mapping[str, tuple[float, float]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class QuizKey:
    """What is right on one axis of a card, in the one field that the axis's kind has; an open question has none.

    `accepted`: the share of each option that is right, or by whose place a point is judged. `order`: steps, one of
    several options being a tie. `pairs`: the option of each item.
    """

    accepted: Mapping[str, float] = field(default_factory=dict)
    order: tuple[tuple[str, ...], ...] = ()
    pairs: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class QuizCard:
    """One scenario: by axis the key, by axis the tempting wrong picks as they are written, and the secret texts."""

    id: str
    is_contested: bool
    keys: Mapping[str, QuizKey]
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
    axes = {axis: read_quiz_axis(content, axis) for axis in written["axes"]}
    others = sorted({axis.kind for axis in axes.values()} - KINDS_JUDGED)
    if others:
        raise NotJudged(f"The deck {deck} is asked by {', '.join(others)}, and how that is marked is not known here.")
    return Quiz(deck, axes, {card["id"]: _card(card, axes) for card in written["cards"]})


def read_quiz_axis(content: Path, axis: str) -> QuizAxis:
    """The axis of that id, with the options that it uses of another. Raises OSError where a file is missing."""
    written = _read(content / "axes" / f"{axis}.yaml")
    lender = _read(content / "axes" / f"{written['uses']}.yaml") if written.get("uses") else written
    marks = written.get("part_marks") or {}
    cells = written["picture"].get("cells") or {}
    return QuizAxis(
        written["id"],
        written["kind"],
        tuple(option["id"] for option in lender.get("options", ())),
        marks.get("neighbour"),
        frozenset(frozenset(pair) for pair in marks.get("no_credit_across", ())),
        {option: (row, column) for option, (row, column) in cells.items()},
        {option: (float(x), float(y)) for option, (x, y) in (written.get("map") or {}).items()},
    )


def _read(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    return loaded


def _card(written: Mapping[str, Any], axes: Mapping[str, QuizAxis]) -> QuizCard:
    keys: Mapping[str, Any] = written["key"]
    traps: list[Mapping[str, Any]] = written.get("traps") or []
    secret = [key["why"] for key in keys.values()] + [trap["text"] for trap in traps]
    secret += [key["model_answer"] for key in keys.values() if key.get("model_answer")]
    secret += [written[name] for name in ("debate", "note") if written.get(name)]
    return QuizCard(
        written["id"],
        written["status"] == "contested",
        {axis: _key(axes[axis].kind, key) for axis, key in keys.items()},
        {axis: tuple(trap["pick"] for trap in traps if trap["axis"] == axis) for axis in keys},
        tuple(text[language] for text in secret for language in ("nl", "en")),
    )


def _key(kind: str, written: Mapping[str, Any]) -> QuizKey:
    if "accept" in written:
        return QuizKey(accepted={option: float(share) for option, share in written["accept"].items()})
    right = written.get("is")
    if kind in IN_ORDER:
        return QuizKey(order=tuple((step,) if isinstance(step, str) else tuple(step) for step in right or ()))
    if kind == "pair":
        return QuizKey(pairs=dict(right or {}))
    if kind == "multi":
        return QuizKey(accepted=dict.fromkeys(right or (), 1.0))
    return QuizKey(accepted={} if right is None else {right: 1.0})
