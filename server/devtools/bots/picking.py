"""What can be picked on an axis of each kind: what is right, what people take for right, or anything at all."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from server.devtools.oracle import QuizAxis, QuizKey

FALLS_INTO_A_TRAP = 0.55
MIXES_UP_NEIGHBOURS = 0.7
FINGER, HAND = 0.05, 0.25
"""How far from a place on a plane somebody taps: who knows it, and who has a notion of it."""

MIXED_UP: Mapping[str, Sequence[str]] = {
    "prospect": ("supporter",),
    "supporter": ("client", "ambassador", "prospect"),
    "personal": ("moral", "structural"),
    "moral": ("structural", "personal"),
    "structural": ("moral", "personal"),
}
"""What students take an option for when they mix two up, besides the step beside it on a scale."""
WRITTEN = (
    "Omdat het zo hoort",
    "Omdat het niet anders kan",
    "Uit gewoonte",
    "Hij wil het zelf",
    "Because she ought to",
)
"""What is written down where words are asked for."""


def anything(axis: Mapping[str, Any], dice: Random) -> Any:
    """Something that can be said on an axis (an AxisView), without knowing better."""
    options = [option["id"] for option in axis["options"]]
    match axis["kind"]:
        case "multi":
            return dice.sample(options, dice.randint(1, max(1, len(options) - 1)))
        case "map2d":
            return _point(dice.random(), dice.random())
        case "rank" | "sequence":
            return dice.sample(options, len(options))
        case "pair":
            return {"pairs": {item["id"]: dice.choice(options) for item in axis["items"]}}
        case "open":
            return {"text": dice.choice(WRITTEN)}
        case _:
            return dice.choice(options)


def exactly(axis: QuizAxis, key: QuizKey, dice: Random) -> Any:
    """What is right; one of the answers, where several are."""
    match axis.kind:
        case "multi":
            return dice.sample(list(key.accepted), len(key.accepted))
        case "map2d":
            return _around(axis, key, FINGER, dice)
        case "rank" | "sequence":
            return [option for step in key.order for option in dice.sample(step, len(step))]
        case "pair":
            return {"pairs": dict(key.pairs)}
        case _:
            return dice.choices(list(key.accepted), list(key.accepted.values()))[0]


def nearly(axis: QuizAxis, key: QuizKey, traps: Sequence[str], dice: Random) -> Any:
    """What somebody says who has it almost: often one of the card's traps."""
    trap = dice.choice(traps) if traps and dice.random() < FALLS_INTO_A_TRAP else None
    match axis.kind:
        case "multi":
            return _ticked_amiss(axis, key, trap, dice)
        case "map2d":
            return _point(*axis.places[trap]) if trap else _around(axis, key, HAND, dice)
        case "rank" | "sequence":
            return _out_of_order(exactly(axis, key, dice), trap, dice)
        case "pair":
            item, option = trap.split(":") if trap else (dice.choice(list(key.pairs)), dice.choice(axis.options))
            return {"pairs": {**key.pairs, item: option}}
        case _:
            return trap or _mixed_up(exactly(axis, key, dice), axis, dice)


def _point(x: float, y: float) -> dict[str, float]:
    return {"x": round(min(1.0, max(0.0, x)), 2), "y": round(min(1.0, max(0.0, y)), 2)}


def _around(axis: QuizAxis, key: QuizKey, spread: float, dice: Random) -> dict[str, float]:
    x, y = axis.places[dice.choice(list(key.accepted))]
    return _point(dice.gauss(x, spread), dice.gauss(y, spread))


def _ticked_amiss(axis: QuizAxis, key: QuizKey, trap: str | None, dice: Random) -> list[str]:
    """One tick too many, or one in place of another."""
    right = list(key.accepted)
    wrong = trap or dice.choice([option for option in axis.options if option not in key.accepted])
    kept = right if dice.random() < MIXES_UP_NEIGHBOURS else right[1:]
    return [*kept, wrong]


def _out_of_order(order: list[str], trap: str | None, dice: Random) -> list[str]:
    """Two change places: those of a trap ("first>second"), or two that follow each other."""
    place = dice.randrange(len(order) - 1)
    first, second = trap.split(">") if trap else order[place : place + 2]
    swap = {first: second, second: first}
    return [swap.get(option, option) for option in order]


def _mixed_up(right: str, axis: QuizAxis, dice: Random) -> str:
    """An option near the right one, or any other."""
    place = axis.options.index(right)
    near = list(MIXED_UP.get(right, ()))
    if axis.neighbour is not None:
        near += axis.options[max(0, place - 1) : place] + axis.options[place + 1 : place + 2]
    likely = [option for option in near if option in axis.options]
    if likely and dice.random() < MIXES_UP_NEIGHBOURS:
        return dice.choice(likely)
    return dice.choice([option for option in axis.options if option != right])
