"""The rules on a card's traps: each names a wrong answer that can be given, once, on an axis that is asked."""

from collections.abc import Mapping

from server.content.axis_checks import check_axis_option
from server.content.axis_shapes import AxisShape
from server.content.deck_shapes import CardShape, KeyShape, TrapShape
from server.content.documents import Document
from server.content.problems import FieldPath, Rule
from server.content.wording import nearest_name, one_of
from server.rules.cards import AxisKind

_IN_ORDER = frozenset({AxisKind.RANK, AxisKind.SEQUENCE})


def check_traps(document: Document, path: FieldPath, card: CardShape, axes: Mapping[str, AxisShape]) -> None:
    """Notes all that is wrong with the traps of a card; `path` leads to them, `axes` are the deck's."""
    seen: set[tuple[str, str]] = set()
    for place, trap in enumerate(card.traps):
        here = (*path, place)
        if trap.axis not in axes:
            message = f"'{trap.axis}' is not an axis of this deck."
            remedy = one_of(axes, nearest_name(trap.axis, axes))
            document.problem((*here, "axis"), Rule.AXIS_KNOWN, message, remedy)
        elif trap.axis not in card.key:
            message = f"The card is not asked on '{trap.axis}', so nobody meets this trap."
            document.warning((*here, "axis"), Rule.TRAP_ASKED, message, "Key the card there, or remove the trap.")
        else:
            _check_pick(document, (*here, "pick"), trap, axes[trap.axis], card.key[trap.axis])
        if (trap.axis, trap.pick) in seen:
            message = f"There is already a trap on '{trap.pick}'."
            document.problem((*here, "pick"), Rule.TRAP_ONCE, message, "Put the two texts together.")
        seen.add((trap.axis, trap.pick))
    _check_each_has_one(document, path, card, axes)


def _check_each_has_one(document: Document, path: FieldPath, card: CardShape, axes: Mapping[str, AxisShape]) -> None:
    for axis in axes.values():
        key = card.key.get(axis.id)
        if key is not None and _can_be_wrong(axis, key) and axis.id not in {trap.axis for trap in card.traps}:
            message = f"No trap is written for the axis '{axis.id}'."
            remedy = "Say of the most tempting wrong answer why it tempts and why it fails."
            document.warning(path, Rule.TRAP_PER_AXIS, message, remedy)


def _can_be_wrong(axis: AxisShape, key: KeyShape) -> bool:
    """Whether there is a wrong answer to be named: not in words, nor where every option can be defended."""
    is_by_option = axis.kind not in {AxisKind.PAIR, AxisKind.OPEN, *_IN_ORDER}
    return axis.kind is not AxisKind.OPEN and not (is_by_option and len(key.shares) >= len(axis.options))


def _check_pick(document: Document, path: FieldPath, trap: TrapShape, axis: AxisShape, key: KeyShape) -> None:
    way, sign = _way(axis.kind)
    if axis.kind is AxisKind.OPEN:
        message = "An open question has no wrong option to be named."
        document.problem(path, Rule.TRAP_FORM, message, "Remove the trap; say it in why.")
    elif (sign and sign not in trap.pick) or (not sign and not _is_id(trap.pick)):
        message = f"On the kind {axis.kind.value} a trap is written in another way."
        document.problem(path, Rule.TRAP_FORM, message, f"Write {way}.")
    elif axis.kind is AxisKind.PAIR:
        _check_pair(document, path, trap.pick, axis, key)
    elif axis.kind in _IN_ORDER:
        _check_order(document, path, trap.pick, axis, key)
    else:
        check_axis_option(document, path, trap.pick, axis)
        if trap.pick in key.shares:
            message = f"'{trap.pick}' is accepted on '{trap.axis}', so it cannot be a trap."
            document.problem(path, Rule.TRAP_NOT_KEY, message, "Name the tempting wrong option.")


def _way(kind: AxisKind) -> tuple[str, str]:
    """How a trap is written on a kind of axis, and the sign in it."""
    if kind is AxisKind.PAIR:
        return "item:option, such as hug:status", ":"
    if kind in _IN_ORDER:
        return "first>second, such as money>love for putting money before love", ">"
    return "the id of the wrong option", ""


def _is_id(pick: str) -> bool:
    return ":" not in pick and ">" not in pick


def _check_pair(document: Document, path: FieldPath, pick: str, axis: AxisShape, key: KeyShape) -> None:
    item, option = pick.split(":")
    check_axis_option(document, path, option, axis)
    if item not in key.pairs:
        message = f"There is no item '{item}'."
        document.problem(path, Rule.TRAP_FORM, message, one_of(key.pairs, nearest_name(item, key.pairs)))
    elif key.pairs[item] == option:
        message = f"'{option}' is what goes with '{item}', so it cannot be a trap."
        document.problem(path, Rule.TRAP_NOT_KEY, message, "Name the tempting wrong option.")


def _check_order(document: Document, path: FieldPath, pick: str, axis: AxisShape, key: KeyShape) -> None:
    first, second = pick.split(">")
    step_of = {option: number for number, step in enumerate(key.steps) for option in step}
    for option in (first, second):
        check_axis_option(document, path, option, axis)
    if {first, second} <= step_of.keys():
        if step_of[first] <= step_of[second]:
            message = f"'{first}' before '{second}' is not wrong, so it cannot be a trap."
            document.problem(path, Rule.TRAP_NOT_KEY, message, f"Write {second}>{first}, if that tempts.")
    elif {first, second} <= {option.id for option in axis.options}:
        unasked = first if first not in step_of else second
        message = f"'{unasked}' is not among what this card asks."
        document.problem(path, Rule.TRAP_FORM, message, one_of(step_of))
