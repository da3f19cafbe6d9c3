"""What a simulated student thinks: more right than wrong, and wrong in the ways in which people are."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from server.devtools.bots.picking import anything, exactly, nearly
from server.devtools.oracle import Quiz

LEAVES_AN_AXIS_OPEN = 0.03


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
        known = self._quiz.cards.get(card) if self._quiz else None
        key = known.keys.get(axis["id"]) if known else None
        if self._quiz is None or known is None or key is None or axis["kind"] == "open":
            return anything(axis, dice)
        asked = self._quiz.axes[axis["id"]]
        if dice.random() < self._skill:
            return exactly(asked, key, dice)
        return nearly(asked, key, known.traps[axis["id"]], dice)
