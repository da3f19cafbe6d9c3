"""What a simulated student thinks: more right than wrong, and wrong in the ways in which people are.

After a talk with the neighbour some think otherwise: a good reason wins more often than a bad one, so more come to the
key than leave it. Who knows more also knows better how much.
"""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from server.devtools.bots.picking import anything, exactly, nearly
from server.devtools.oracle import Quiz
from server.devtools.oracle.shares import share_of

LEAVES_AN_AXIS_OPEN = 0.03
SAYS_THE_SAME_AGAIN = 0.1
RIGHT_REASONS_WIN, WRONG_REASONS_WIN, BOTH_FIND_OUT = 0.65, 0.12, 0.3
"""How often a neighbour's right pick replaces a wrong one, a wrong one a right one, and two who are wrong find out."""
SAYS_NOT_HOW_SURE = 0.06
SURE_FROM, FAIRLY_SURE_FROM = 0.8, 0.45


class Mind:
    """One student's understanding. The same seed and number think the same of each card, whenever they are asked."""

    def __init__(self, quiz: Quiz | None, seed: int, number: int) -> None:
        self._quiz = quiz
        self._seed = seed
        self._number = number
        self._origin = f"{seed}/{number}"
        self._skill = Random(self._origin).betavariate(6, 3.5)

    def picks(self, card: str, axes: Sequence[Mapping[str, Any]], thought: int) -> dict[str, Any]:
        """The picks on a card along axes (AxisViews). `thought` counts the times of thinking about it, from 0."""
        dice = Random(f"{self._origin}/{card}/{thought}")
        picks = {axis["id"]: self._pick(card, axis, dice) for axis in axes if dice.random() >= LEAVES_AN_AXIS_OPEN}
        return picks or {axes[0]["id"]: self._pick(card, axes[0], dice)}

    def picks_after_talk(
        self, card: str, axes: Sequence[Mapping[str, Any]], first: Mapping[str, Any], thought: int
    ) -> dict[str, Any]:
        """The picks of a second vote on these axes, by somebody who said `first` (or nothing) before the talk."""
        dice = Random(f"{self._origin}/{card}/after-talk/{thought}")
        neighbour = Mind(self._quiz, self._seed, self._number ^ 1).picks(card, axes, 0)
        says_the_same = dice.random() < SAYS_THE_SAME_AGAIN
        picks: dict[str, Any] = {}
        for axis in axes:
            mine = first.get(axis["id"])
            if mine is None:
                picks[axis["id"]] = self._pick(card, axis, dice)
            elif says_the_same:
                picks[axis["id"]] = mine
            else:
                picks[axis["id"]] = self._convinced(card, axis, mine, neighbour.get(axis["id"], mine), dice)
        return picks

    def confidence(self, card: str, picks: Mapping[str, Any], thought: int) -> str | None:
        """How sure the student is of all picks together; None: does not say."""
        dice = Random(f"{self._origin}/{card}/sure/{thought}")
        if dice.random() < SAYS_NOT_HOW_SURE:
            return None
        known = [share for axis, pick in picks.items() if (share := self._share(card, axis, pick)) is not None]
        knows_how_much = known and dice.random() < self._skill
        felt = sum(known) / len(known) if knows_how_much else dice.random()
        if felt >= SURE_FROM:
            return "certain"
        return "fairly_sure" if felt >= FAIRLY_SURE_FROM else "guess"

    def _pick(self, card: str, axis: Mapping[str, Any], dice: Random) -> Any:
        known = self._quiz.cards.get(card) if self._quiz else None
        key = known.keys.get(axis["id"]) if known else None
        if self._quiz is None or known is None or key is None or axis["kind"] == "open":
            return anything(axis, dice)
        asked = self._quiz.axes[axis["id"]]
        if dice.random() < self._skill:
            return exactly(asked, key, dice)
        return nearly(asked, key, known.traps[axis["id"]], dice)

    def _convinced(self, card: str, axis: Mapping[str, Any], mine: Any, theirs: Any, dice: Random) -> Any:
        """What is thought after two have told each other why."""
        my_share, their_share = self._share(card, axis["id"], mine), self._share(card, axis["id"], theirs)
        if my_share is None or their_share is None:
            return theirs if dice.random() < BOTH_FIND_OUT else mine
        if their_share > my_share:
            return theirs if dice.random() < RIGHT_REASONS_WIN else mine
        if my_share > their_share:
            return theirs if dice.random() < WRONG_REASONS_WIN else mine
        if my_share < 1 and self._quiz is not None and dice.random() < BOTH_FIND_OUT:
            return exactly(self._quiz.axes[axis["id"]], self._quiz.cards[card].keys[axis["id"]], dice)
        return mine

    def _share(self, card: str, axis: str, pick: Any) -> float | None:
        """How right (0..1) a pick is; None where nobody here could say."""
        known = self._quiz.cards.get(card) if self._quiz else None
        if self._quiz is None or known is None or axis not in known.keys or self._quiz.axes[axis].kind == "open":
            return None
        return share_of(self._quiz.axes[axis], known.keys[axis], pick)
