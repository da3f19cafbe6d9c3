"""A class of real connections that answers on every kind of axis: more right than wrong, and wrong as the traps say.

Everything that was said is kept, so that a test can count it anew.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from random import Random
from typing import Any

from server.devtools.bots.class_names import class_names
from server.rules.cards import Axis, AxisKind, Card, Key
from tests.play.people import Phone, new_command_id, present
from tests.play.server_under_test import ServerUnderTest

KNOWS = 0.55
FALLS_INTO_A_TRAP = 0.65
AT_ONCE = 8
WRITTEN = ("De vis kan overal vandaan komen.", "De man zelf kwam niet mee.", "Uit gewoonte.")
OWN_WORDS = "De haring wel, die arm niet."


class SimulatedClass:
    """So many students in a room. The last of them only looks on and never answers."""

    def __init__(self, server: ServerUnderTest, room: str, students: int, leaving: ExitStack) -> None:
        self.phones = [Phone(server, room) for _ in range(students)]
        names = class_names(students, Random(7))
        with ThreadPoolExecutor(AT_ONCE) as at_once:
            list(at_once.map(lambda pair: _come_in(pair[0], pair[1], leaving), zip(self.phones, names, strict=True)))

    @property
    def answering(self) -> int:
        """How many answer."""
        return len(self.phones) - 1

    def answer(self, card: Card, axes: Sequence[Axis]) -> dict[str, list[Any]]:
        """Everybody answers; what was said on each axis."""
        said = [_picks(card, axes, Random(f"{card.id}/{number}")) for number in range(self.answering)]
        with ThreadPoolExecutor(AT_ONCE) as at_once:
            list(at_once.map(lambda pair: _send(pair[0], card, pair[1]), zip(self.phones, said, strict=False)))
        return {axis.id: [picks[axis.id] for picks in said] for axis in axes}


def right_pick(axis: Axis, key: Key) -> Any:
    """What earns the point, as it goes over the wire."""
    match axis.kind:
        case AxisKind.MULTI:
            return list(key.accept)
        case AxisKind.MAP2D:
            place = (axis.map or {})[next(iter(key.accept))]
            return {"x": place.x, "y": place.y}
        case AxisKind.RANK | AxisKind.SEQUENCE:
            return [option for step in key.order for option in step]
        case AxisKind.PAIR:
            return {"pairs": dict(key.pairs)}
        case AxisKind.OPEN:
            return {"text": OWN_WORDS}
        case _:
            return next(iter(key.accept))


def _come_in(phone: Phone, name: str, leaving: ExitStack) -> None:
    present(phone, leaving)
    assert phone.ask("join", name=name)["ok"]


def _send(phone: Phone, card: Card, picks: dict[str, Any]) -> None:
    phone.see("room", lambda room: room["phase"] == "answering" and room["round"]["card"] == card.id)
    message = {"command_id": new_command_id(), "card": card.id, "picks": picks, "shown_millis": 900}
    assert phone.send("answer", message)["ok"]


def _picks(card: Card, axes: Sequence[Axis], dice: Random) -> dict[str, Any]:
    return {axis.id: _pick(card, axis, dice) for axis in axes}


def _pick(card: Card, axis: Axis, dice: Random) -> Any:
    key = card.keys[axis.id]
    traps = [trap.pick for trap in card.traps if trap.axis == axis.id]
    right = right_pick(axis, key)
    if axis.kind is AxisKind.OPEN:
        return {"text": dice.choice((*WRITTEN, OWN_WORDS))}
    if axis.kind is AxisKind.MAP2D:
        return _tap(axis, key, traps, dice)
    if dice.random() < KNOWS:
        return right if axis.kind in (AxisKind.RANK, AxisKind.MULTI, AxisKind.SEQUENCE) else _accepted(right, key, dice)
    trap = dice.choice(traps) if traps and dice.random() < FALLS_INTO_A_TRAP else None
    return _wrong(axis, key, right, trap, dice)


def _accepted(right: Any, key: Key, dice: Random) -> Any:
    """Any of the answers that can be defended."""
    return dice.choice(list(key.accept)) if key.accept else right


def _wrong(axis: Axis, key: Key, right: Any, trap: str | None, dice: Random) -> Any:
    options = [option.id for option in axis.options]
    if axis.kind is AxisKind.MULTI:
        ticked = set(right) ^ {trap or dice.choice(options)}
        return [option for option in options if option in (ticked or set(right))]
    if axis.kind in (AxisKind.RANK, AxisKind.SEQUENCE):
        first, _, second = trap.partition(">") if trap else (*dice.sample(right, 1), "", right[0])
        order = [option for option in right if option != first]
        order.insert(order.index(second) if second in order else len(order), first)
        return order
    if axis.kind is AxisKind.PAIR:
        item, _, option = trap.partition(":") if trap else (dice.choice(list(key.pairs)), "", dice.choice(options))
        return {"pairs": {**right["pairs"], item: option}}
    return trap or dice.choice(options)


def _tap(axis: Axis, key: Key, traps: Sequence[str], dice: Random) -> dict[str, float]:
    """Near the right place or near a trap's, or anywhere."""
    aims: Iterator[str] = iter(key.accept)
    aim = next(aims) if dice.random() < KNOWS else dice.choice(traps) if traps else None
    if aim is None or dice.random() < 0.1:
        return {"x": round(dice.random(), 3), "y": round(dice.random(), 3)}
    place = (axis.map or {})[aim]  # type: ignore[index]
    spread = [min(1.0, max(0.0, dice.gauss(middle, 0.07))) for middle in (place.x, place.y)]
    return {"x": round(spread[0], 3), "y": round(spread[1], 3)}
