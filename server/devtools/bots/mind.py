"""What a simulated student thinks: more right than wrong, and wrong in the ways in which people are."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from server.devtools.oracle import Quiz, QuizAxis

FALLS_INTO_A_TRAP = 0.55
MIXES_UP_NEIGHBOURS = 0.7
LEAVES_AN_AXIS_OPEN = 0.03

MIXED_UP: Mapping[str, Sequence[str]] = {
    "prospect": ("supporter",),
    "supporter": ("client", "ambassador", "prospect"),
    "personal": ("moral", "structural"),
    "moral": ("structural", "personal"),
    "structural": ("moral", "personal"),
}
"""What students take an option for when they mix two up, besides the step beside it on a scale."""


ONE_OPTION = frozenset({"ordinal", "single", "grid"})
WRITTEN = (
    "Omdat het zo hoort",
    "Omdat het niet anders kan",
    "Uit gewoonte",
    "Hij wil het zelf",
    "Because she ought to",
)
"""What is written down where words are asked for."""


class Mind:
    """One student's understanding. The same seed and number think the same of each card, whenever they are asked."""

    def __init__(self, quiz: Quiz | None, seed: int, number: int) -> None:
        self._quiz = quiz
        self._origin = f"{seed}/{number}"
        self._skill = Random(self._origin).betavariate(6, 3.5)

    def picks(self, card: str, axes: Sequence[Mapping[str, Any]], thought: int) -> dict[str, Any]:
        """The picks on a card along axes (AxisViews). `thought` counts the times of thinking about it, from 0."""
        dice = Random(f"{self._origin}/{card}/{thought}")
        picks = {axis["id"]: self._pick(card, axis, dice) for axis in axes if dice.random() >= LEAVES_AN_AXIS_OPEN}
        return picks or {axes[0]["id"]: self._pick(card, axes[0], dice)}

    def _pick(self, card: str, axis: Mapping[str, Any], dice: Random) -> Any:
        if axis["kind"] not in ONE_OPTION:
            return _anything(axis, dice)
        options = [option["id"] for option in axis["options"]]
        known = self._quiz.cards.get(card) if self._quiz else None
        if self._quiz is None or known is None or axis["id"] not in known.accepted:
            return str(dice.choice(options))
        accepted = known.accepted[axis["id"]]
        right = dice.choices(list(accepted), list(accepted.values()))[0]
        if dice.random() < self._skill:
            return right
        traps = [trap for trap in known.traps.get(axis["id"], ()) if trap not in accepted]
        if traps and dice.random() < FALLS_INTO_A_TRAP:
            return dice.choice(traps)
        return _mix_up(right, self._quiz.axes[axis["id"]], dice)


def _anything(axis: Mapping[str, Any], dice: Random) -> Any:
    """Something that can be said on an axis of this kind, without knowing better."""
    options = [option["id"] for option in axis["options"]]
    match axis["kind"]:
        case "multi":
            return dice.sample(options, dice.randint(1, max(1, len(options) - 1)))
        case "map2d":
            return {"x": round(dice.random(), 2), "y": round(dice.random(), 2)}
        case "rank" | "sequence":
            return dice.sample(options, len(options))
        case "pair":
            return {"pairs": {item["id"]: dice.choice(options) for item in axis["items"]}}
        case _:
            return {"text": dice.choice(WRITTEN)}


def _mix_up(right: str, axis: QuizAxis, dice: Random) -> str:
    """An option near the right one, or any other."""
    place = axis.options.index(right)
    near = list(MIXED_UP.get(right, ()))
    if axis.neighbour is not None:
        near += axis.options[max(0, place - 1) : place] + axis.options[place + 1 : place + 2]
    likely = [option for option in near if option in axis.options]
    if likely and dice.random() < MIXES_UP_NEIGHBOURS:
        return dice.choice(likely)
    return dice.choice([option for option in axis.options if option != right])
