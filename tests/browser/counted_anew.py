"""What a reveal must show of a class, counted from what its students said and from nothing that the server counted."""

from collections import Counter
from collections.abc import Sequence
from math import hypot
from typing import Any

from server.rules.cards import Axis, AxisKind, Card, Key
from tests.browser.projector_page import Rows

NEAR = 0.20
"""Design: a tap within this distance of a resource stands on it."""


def rows_of(axis: Axis, card: Card, said: Sequence[Any]) -> Rows:
    """The rows of the table that stands beside a picture for who reads by ear."""
    key = card.keys[axis.id]
    match axis.kind:
        case AxisKind.MAP2D:
            return _places(axis, key, said)
        case AxisKind.PAIR:
            return _pairs(axis, key, said)
        case AxisKind.RANK | AxisKind.SEQUENCE:
            return _sale(axis, key, card, said) if axis.picture.kind.value == "levitt" else _climb(axis, key, said)
    chosen = Counter(option for pick in said for option in (pick if isinstance(pick, list) else [pick]))
    return {option.label.nl: (chosen[option.id], option.id in key.accept) for option in axis.options}


def _places(axis: Axis, key: Key, said: Sequence[Any]) -> Rows:
    places = axis.map or {}

    def place_of(tap: dict[str, float]) -> str | None:
        distance, nearest = min((hypot(tap["x"] - at.x, tap["y"] - at.y), option) for option, at in places.items())
        return nearest if distance <= NEAR else None

    near = Counter(place_of(tap) for tap in said)
    rows = {option.label.nl: (near[option.id], option.id in key.accept) for option in axis.options}
    return {**rows, "ertussenin": (near[None], False)}


def _pairs(axis: Axis, key: Key, said: Sequence[Any]) -> Rows:
    put = Counter(pair for pick in said for pair in pick["pairs"].items())
    return {
        f"{label.nl}: {option.label.nl}": (put[item, option.id], key.pairs[item] == option.id)
        for item, label in key.items.items()
        for option in axis.options
    }


def _climb(axis: Axis, key: Key, said: Sequence[Any]) -> Rows:
    """Everybody stands on the last step before the first mistake; within a tie any order is right."""
    allowed = [step for step in key.order for _ in step]
    reached = Counter(
        next((place for place, option in enumerate(pick) if option not in allowed[place]), len(pick)) for pick in said
    )
    rows: Rows = {"op de grond": (reached[0], False)}
    done = 0
    for step in key.order:
        stopped = sum(reached[place] for place in range(done + 1, done + len(step) + 1))
        done += len(step)
        rows[_and([_label(axis, option) for option in step])] = (stopped, done == len(allowed))
    return rows


def _sale(axis: Axis, key: Key, card: Card, said: Sequence[Any]) -> Rows:
    """Where the class put the customer's cooling, or what the trap speaks of that most fell into."""
    item = _told_item(axis, card, said)
    moments = [option for step in key.order for option in step]
    put = Counter(pick.index(item) for pick in said)
    return {_label(axis, moment): (put[place], moment == item) for place, moment in enumerate(moments)}


def _told_item(axis: Axis, card: Card, said: Sequence[Any]) -> str:
    trap = worst_trap(axis, card, said)
    named = [trap] if trap else [each.pick for each in card.traps if each.axis == axis.id]
    items = [item for pick in named for item in pick.split(">")]
    return "cooling" if not items or "cooling" in items else items[0]


def worst_trap(axis: Axis, card: Card, said: Sequence[Any]) -> str | None:
    """The pick of the trap that most fell into; None when nobody did."""
    counted = [
        (sum(_fell(axis, trap.pick, pick) for pick in said), trap.pick) for trap in card.traps if trap.axis == axis.id
    ]
    count, pick = max(counted, key=lambda entry: entry[0], default=(0, ""))
    return pick if count else None


def worst_trap_text(axis: Axis, card: Card, said: Sequence[Any]) -> str | None:
    """What its author wrote about it, in Dutch."""
    worst = worst_trap(axis, card, said)
    return next((trap.text.nl for trap in card.traps if (trap.axis, trap.pick) == (axis.id, worst)), None)


def _fell(axis: Axis, trap: str, pick: Any) -> bool:
    match axis.kind:
        case AxisKind.RANK | AxisKind.SEQUENCE:
            first, second = trap.split(">")
            return bool(pick.index(first) < pick.index(second))
        case AxisKind.PAIR:
            item, option = trap.split(":")
            return bool(pick["pairs"].get(item) == option)
        case AxisKind.MAP2D:
            places = axis.map or {}
            distance, nearest = min((hypot(pick["x"] - at.x, pick["y"] - at.y), each) for each, at in places.items())
            return nearest == trap and distance <= NEAR
    return trap in pick if isinstance(pick, list) else bool(trap == pick)


def _label(axis: Axis, option: str) -> str:
    return next(each.label.nl for each in axis.options if each.id == option)


def _and(names: Sequence[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} en {last}" if first else last
