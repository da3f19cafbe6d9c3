"""The share (0..1) of a point that a pick earns: the brief's table of part marks, line by line.

An accepted option earns its own share, mostly 1, however many are accepted; the others go by the normal rule:
- a step beside an accepted one earns the axis's part mark (half on the pyramid, a quarter on the trust stair), but
  nothing across a wall: whether somebody has bought is a fact;
- on a grid one right dimension of the two earns a quarter;
- of several, the part of the keys that were ticked, less the part of the rest that was;
- on a plane all within 0.15 of the place, then less in a straight line down to nothing at 0.40;
- of an order the right pairs less the wrong ones, of all pairs that are not tied;
- of items the part that has the right option;
- anything else is right or it is not.
What is no answer on its axis earns nothing.
"""

from collections.abc import Callable, Mapping
from itertools import product
from math import dist
from typing import Any

from server.devtools.oracle.quiz import QuizAxis, QuizKey

ONE_DIMENSION = 0.25
ALL_WITHIN, NOTHING_FROM = 0.15, 0.40


def share_of(axis: QuizAxis, key: QuizKey, pick: Any) -> float:
    """The share that a pick, as it stands in the log, earns; None: the axis was left open. Words earn none here."""
    return 0.0 if pick is None else RULES[axis.kind](axis, key, pick)


def _exact(_axis: QuizAxis, key: QuizKey, pick: Any) -> float:
    return key.accepted.get(pick, 0.0) if isinstance(pick, str) else 0.0


def _exact_or_near(axis: QuizAxis, key: QuizKey, pick: Any) -> float:
    if not isinstance(pick, str) or pick in key.accepted or pick not in axis.options:
        return _exact(axis, key, pick)
    place = axis.options.index(pick)
    beside = set(axis.options[max(0, place - 1) : place] + axis.options[place + 1 : place + 2])
    near = [right for right in key.accepted if right in beside and frozenset((pick, right)) not in axis.walls]
    return max(((axis.neighbour or 0.0) * key.accepted[right] for right in near), default=0.0)


def _exact_or_half_right(axis: QuizAxis, key: QuizKey, pick: Any) -> float:
    if not isinstance(pick, str) or pick in key.accepted or pick not in axis.cells:
        return _exact(axis, key, pick)
    row, column = axis.cells[pick]
    crossing = [right for right in key.accepted if row == axis.cells[right][0] or column == axis.cells[right][1]]
    return max((ONE_DIMENSION * key.accepted[right] for right in crossing), default=0.0)


def _ticked(axis: QuizAxis, key: QuizKey, pick: Any) -> float:
    if not isinstance(pick, list):
        return 0.0
    keys = set(key.accepted)
    rest = set(axis.options) - keys
    return max(0.0, len(keys.intersection(pick)) / len(keys) - len(rest.intersection(pick)) / len(rest))


def _tapped(axis: QuizAxis, key: QuizKey, pick: Any) -> float:
    if not isinstance(pick, Mapping) or not {"x", "y"} <= pick.keys():
        return 0.0
    away = min(dist((pick["x"], pick["y"]), axis.places[right]) for right in key.accepted)
    if away <= ALL_WITHIN:
        return 1.0
    return max(0.0, (NOTHING_FROM - away) / (NOTHING_FROM - ALL_WITHIN))


def _ordered(_axis: QuizAxis, key: QuizKey, pick: Any) -> float:
    if not isinstance(pick, list) or sorted(pick) != sorted(option for step in key.order for option in step):
        return 0.0
    right = wrong = 0
    for number, step in enumerate(key.order):
        for first, later in product(step, (option for after in key.order[number + 1 :] for option in after)):
            if pick.index(first) < pick.index(later):
                right += 1
            else:
                wrong += 1
    return max(0.0, (right - wrong) / (right + wrong))


def _paired(_axis: QuizAxis, key: QuizKey, pick: Any) -> float:
    said: Mapping[str, str] = pick.get("pairs", {}) if isinstance(pick, Mapping) else {}
    right = [item for item, option in key.pairs.items() if said.get(item) == option]
    return len(right) / len(key.pairs)


def _said(_axis: QuizAxis, _key: QuizKey, _pick: Any) -> float:
    """The host marks words."""
    return 0.0


RULES: Mapping[str, Callable[[QuizAxis, QuizKey, Any], float]] = {
    "single": _exact,
    "ordinal": _exact_or_near,
    "grid": _exact_or_half_right,
    "multi": _ticked,
    "map2d": _tapped,
    "rank": _ordered,
    "sequence": _ordered,
    "pair": _paired,
    "open": _said,
}
