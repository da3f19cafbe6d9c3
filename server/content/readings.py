"""What a blind reader chose on one axis of a card: written values -> picks, and whether a pick agrees with the key."""

from collections.abc import Mapping
from math import hypot
from typing import Any

from server.content.shapes import TEXT_LONGEST
from server.rules.cards import Axis, AxisKind, Key, Point
from server.rules.ids import OptionId
from server.rules.marking import share
from server.rules.picks import IN_ORDER, Pairs, Pick, Words, can_be_said

HOW_TO_WRITE: Mapping[AxisKind, str] = {
    AxisKind.SINGLE: "one option",
    AxisKind.ORDINAL: "one option",
    AxisKind.GRID: "one option",
    AxisKind.MULTI: "a list of options: [one, other]",
    AxisKind.MAP2D: "a place: [x, y], each from 0 to 1",
    AxisKind.RANK: "all options in order, the most first: [one, other]",
    AxisKind.SEQUENCE: "all options in order, the first first: [one, other]",
    AxisKind.PAIR: "the option of each item: {item: option}",
    AxisKind.OPEN: "words, or nothing",
}


def pick_of(axis: Axis, key: Key, written: object) -> Pick | None:
    """What was written as a pick; None when it cannot be said on this axis of this card.

    The reason that a reader gives may be longer than one that is typed on a phone.
    """
    pick = _pick(axis, written)
    if isinstance(pick, Words):
        return pick if 0 < len(pick.text.strip()) <= TEXT_LONGEST else None
    return pick if pick is not None and can_be_said(axis, key, pick) else None


def agrees(axis: Axis, key: Key, pick: Pick) -> bool:
    """Whether a pick is what the key says, or one of what can be defended. Words are nobody's key.

    A place on a plane agrees when no other option lies nearer to it than the key's.
    """
    if isinstance(pick, Words):
        return True
    if isinstance(pick, Point):
        return _nearest(axis, pick) in key.accept
    return share(axis, key, pick) >= 1 or (isinstance(pick, str) and pick in key.accept)


def _pick(axis: Axis, written: Any) -> Pick | None:
    if axis.kind is AxisKind.OPEN:
        return Words(written) if isinstance(written, str) else None
    if isinstance(written, str):
        return (OptionId(written),) if axis.kind is AxisKind.MULTI else OptionId(written)
    if isinstance(written, Mapping) and all(isinstance(option, str) for option in written.values()):
        return Pairs({str(item): OptionId(option) for item, option in written.items()})
    if not isinstance(written, list):
        return None
    if axis.kind is AxisKind.MAP2D:
        is_place = len(written) == 2 and all(isinstance(part, int | float) for part in written)
        return Point(float(written[0]), float(written[1])) if is_place else None
    named = [option for step in written for option in (step if isinstance(step, list) else [step])]
    is_list = axis.kind in {AxisKind.MULTI, *IN_ORDER} and all(isinstance(option, str) for option in named)
    return tuple(OptionId(option) for option in named) if is_list else None


def _nearest(axis: Axis, point: Point) -> OptionId | None:
    places = axis.map or {}
    return min(places, key=lambda option: hypot(places[option].x - point.x, places[option].y - point.y), default=None)
