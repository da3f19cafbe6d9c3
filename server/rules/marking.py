"""The share (0..1) of its point that a pick earns, per kind of axis. What a key accepts fully earns 1.

The rules are those of the course's table of part marks: blindly taking the safe middle never earns more than half.
"""

from itertools import combinations
from math import hypot

from server.rules.cards import Axis, AxisKind, Key, Point
from server.rules.ids import OptionId
from server.rules.picks import Pairs, Pick, Words

GRID_ONE_DIMENSION = 0.25
"""What one right dimension of a two by two grid earns."""
MAP_WHOLE, MAP_NOTHING = 0.15, 0.40
"""The whole point within the first distance of the key's place, nothing from the second on, straight in between."""


def share(axis: Axis, key: Key, pick: Pick) -> float:
    """What a pick earns. Words earn nothing here: the host marks them. Raises KeyError for what is not on the axis."""
    match pick:
        case str():
            return _one_option(axis, key, pick)
        case tuple():
            return _chosen(axis, key, pick) if axis.kind is AxisKind.MULTI else _in_order(key, pick)
        case Point():
            return _place(axis, key, pick)
        case Pairs(pairs):
            right = sum(pairs.get(item) == option for item, option in key.pairs.items())
            return right / len(key.pairs)
        case Words():
            return 0.0


def _one_option(axis: Axis, key: Key, pick: OptionId) -> float:
    place = axis.position(pick)
    if pick in key.accept:
        return key.accept[pick]
    if axis.kind is AxisKind.GRID:
        return max((worth * _one_dimension(axis, pick, option) for option, worth in key.accept.items()), default=0.0)
    marks = axis.part_marks
    if axis.kind is not AxisKind.ORDINAL or marks is None:
        return 0.0
    return max(
        (
            marks.neighbour * worth
            for accepted, worth in key.accept.items()
            if abs(axis.position(accepted) - place) == 1
            and not any({pick, accepted} == set(pair) for pair in marks.no_credit_across)
        ),
        default=0.0,
    )


def _one_dimension(axis: Axis, pick: OptionId, accepted: OptionId) -> float:
    """A quarter when row or column is right. Two forms may share one dimension, so half would pay for the middle."""
    cells = axis.picture.cells or {}
    chosen, right = cells[pick], cells[accepted]
    return GRID_ONE_DIMENSION if chosen.row == right.row or chosen.column == right.column else 0.0


def _chosen(axis: Axis, key: Key, picks: tuple[OptionId, ...]) -> float:
    """Hits as a part of the keys, minus misses as a part of the rest: ticking all, or none, earns nothing."""
    hits = sum(pick in key.accept for pick in picks)
    others = len(axis.options) - len(key.accept)
    misses = (len(picks) - hits) / others if others else 0.0
    return max(0.0, hits / len(key.accept) - misses)


def _in_order(key: Key, picks: tuple[OptionId, ...]) -> float:
    """Pairs in the right order minus pairs in the wrong one, of all pairs that are not tied."""
    step_of = {option: number for number, step in enumerate(key.order) for option in step}
    compared = [(step_of[one], step_of[other]) for one, other in combinations(picks, 2)]
    untied = [(one, other) for one, other in compared if one != other]
    right = sum(one < other for one, other in untied)
    return max(0.0, (2 * right - len(untied)) / len(untied)) if untied else 1.0


def _place(axis: Axis, key: Key, pick: Point) -> float:
    right = (axis.map or {})[next(iter(key.accept))]
    distance = hypot(pick.x - right.x, pick.y - right.y)
    return min(1.0, max(0.0, (MAP_NOTHING - distance) / (MAP_NOTHING - MAP_WHOLE)))
