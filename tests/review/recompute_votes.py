"""A log file as matrices of people by items, read without anything of the server: for recompute.py.

The file is gzipped lines of JSON and the deck is the one in its first event. What a pick is worth is taken from the
oracle, which shares no code with the server.
"""

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from server.devtools.oracle.quiz import Quiz, QuizAxis, QuizCard, QuizKey
from server.devtools.oracle.shares import share_of

Json = Mapping[str, Any]
Item = tuple[str, str]


@dataclass
class Asked:
    """A card as it was played: what each said in the first and in the second vote, and when it could be answered."""

    card: str
    axes: list[str]
    first: dict[str, Json] = field(default_factory=dict)
    second: dict[str, Json] = field(default_factory=dict)
    again: list[str] = field(default_factory=list)
    closed_at: int = 0
    is_revealed: bool = False
    is_skipped: bool = False


@dataclass
class Log:
    """What the lines of the file come to. `marks`: by card and axis of words, the share of each player."""

    events: list[tuple[str, Json]]
    deck: Json
    settings: dict[str, Any]
    asked: list[Asked] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    joined_at: dict[str, int] = field(default_factory=dict)
    marks: dict[Item, dict[str, float]] = field(default_factory=dict)


def read(path: Path) -> Log:
    """Walks the lines. A step taken back must be a reveal, which is all that is taken back in the recorded hour."""
    lines = gzip.decompress(path.read_bytes()).splitlines()
    events = [(kind, body) for kind, body in (json.loads(line) for line in lines[1:-1])]
    log = Log(events, events[0][1]["deck"], dict(events[0][1]["settings"]))
    removed: set[str] = set()
    last_step, vote = "", 1
    for kind, event in events[1:]:
        now = log.asked[-1] if log.asked else None
        match kind:
            case "PlayerJoined":
                log.people.append(event["player"])
                log.joined_at[event["player"]] = event["at"]
            case "PlayerRemoved":
                removed.add(event["player"])
            case "CardShown":
                log.asked.append(Asked(event["card"], event["axes"]))
            case "RoundOpened":
                vote = event.get("vote", 1)
            case "AnswerGiven":
                assert now is not None
                _hear(now, event, vote)
            case "RoundClosed":
                assert now is not None
                now.closed_at = event["at"]
            case "TalkStarted":
                assert now is not None
                now.again = event["axes"]
            case "CardRevealed":
                assert now is not None
                now.is_revealed = True
            case "CardSkipped":
                assert now is not None
                now.is_skipped = True
            case "StepUndone":
                assert last_step == "CardRevealed"
                assert now is not None
                now.is_revealed = False
            case "AnswersGrouped":
                given = {player: group.get("share") for group in event["groups"] for player in group["players"]}
                log.marks[event["card"], event["axis"]] = {p: share for p, share in given.items() if share is not None}
        if kind in {"CardShown", "RoundOpened", "RoundClosed", "TalkStarted", "CardRevealed", "AxisShown"}:
            last_step = kind
    trial = log.deck["trial"]["card"]["id"] if log.deck.get("trial") else None
    log.asked = [one for one in log.asked if one.is_revealed and not one.is_skipped and one.card != trial]
    log.people = [player for player in log.people if player not in removed]
    return log


def _hear(now: Asked, event: Json, vote: int) -> None:
    """In a first vote the newest answer is all that somebody says; in a second it is laid over what was said."""
    if vote == 1:
        now.first[event["player"]] = event
    else:
        before = now.second.get(event["player"]) or now.first.get(event["player"]) or {"picks": {}}
        now.second[event["player"]] = {**event, "picks": {**before["picks"], **event["picks"]}}


def quiz_of(deck: Json) -> Quiz:
    """The deck of the log, in the oracle's own shapes."""
    axes = {axis["id"]: _axis(axis) for axis in deck["axes"]}
    cards = {card["id"]: _card(card) for card in deck["cards"]}
    return Quiz(deck["id"], axes, cards)


def _axis(axis: Json) -> QuizAxis:
    marks, cells = axis.get("part_marks") or {}, axis["picture"].get("cells") or {}
    return QuizAxis(
        axis["id"],
        axis["kind"],
        tuple(option["id"] for option in axis["options"]),
        marks.get("neighbour"),
        frozenset(frozenset(pair) for pair in marks.get("no_credit_across") or ()),
        {option: (cell["row"], cell["column"]) for option, cell in cells.items()},
        {option: (place["x"], place["y"]) for option, place in (axis.get("map") or {}).items()},
    )


def _card(card: Json) -> QuizCard:
    keys = {
        axis: QuizKey(key["accept"], tuple(tuple(step) for step in key.get("order", ())), key.get("pairs") or {})
        for axis, key in card["keys"].items()
    }
    traps = {axis: tuple(trap["pick"] for trap in card["traps"] if trap["axis"] == axis) for axis in keys}
    return QuizCard(card["id"], card["status"] == "contested", keys, traps, ())


class Votes:
    """The first vote as matrices, people by items: `share` and `right`, NaN where nothing was said or judged."""

    def __init__(self, log: Log) -> None:
        self.log, self.quiz = log, quiz_of(log.deck)
        self.items: list[Item] = [(asked.card, axis) for asked in log.asked for axis in asked.axes]
        self.of_card = np.array([card for card, _ in self.items])
        shape = (len(log.people), len(self.items))
        self.share, self.right = np.full(shape, np.nan), np.full(shape, np.nan)
        self.after = np.full(shape, np.nan)
        self.said = np.zeros(shape, bool)
        self.sure = np.full(shape, "", dtype=object)
        for asked in log.asked:
            for axis in asked.axes:
                column = self.items.index((asked.card, axis))
                for row, player in enumerate(log.people):
                    self._fill(asked, axis, row, column, player)
        self.clear = np.array([self.is_clear(item) for item in self.items], bool)
        is_words = np.array([self.quiz.axes[axis].kind == "open" for _, axis in self.items], bool)
        self.staked = self.clear & ~is_words
        """Items on which a confidence stands: nothing is lost by words."""
        self.counted = np.where(self.clear[None, :], self.share, np.nan)

    def is_clear(self, item: Item) -> bool:
        """Whether an item has one right answer. A multi has one, of several options."""
        axis, key = self.quiz.axes[item[1]], self.quiz.cards[item[0]].keys[item[1]]
        return axis.kind == "multi" or len(key.accepted) < 2

    def judge(self, item: Item, player: str, pick: Any) -> tuple[float, bool] | None:
        """What a pick is worth and whether it is right; None for words that nobody marked."""
        axis, key = self.quiz.axes[item[1]], self.quiz.cards[item[0]].keys[item[1]]
        if axis.kind == "open":
            mark = self.log.marks.get(item, {}).get(player)
            return None if mark is None else (mark, mark >= 1)
        share = share_of(axis, key, pick)
        return share, share >= 1 or (isinstance(pick, str) and pick in key.accepted)

    def _fill(self, asked: Asked, axis: str, row: int, column: int, player: str) -> None:
        answer = asked.first.get(player)
        if answer is None or axis not in answer["picks"]:
            return
        self.said[row, column] = True
        self.sure[row, column] = answer.get("confidence") or ""
        judged = self.judge((asked.card, axis), player, answer["picks"][axis])
        if judged is None:
            return
        self.share[row, column], self.right[row, column] = judged
        self.after[row, column] = judged[1]
        later = asked.second.get(player)
        if axis in asked.again and later is not None:
            again = self.judge((asked.card, axis), player, later["picks"][axis])
            assert again is not None
            self.after[row, column] = again[1]

    def rest(self, columns: Sequence[int]) -> Any:
        """Everybody's mean share on all that counts but some columns; NaN for who said nothing else."""
        others = np.delete(self.counted, columns, axis=1)
        said = (~np.isnan(others)).sum(axis=1)
        return np.round(np.where(said > 0, np.nansum(others, axis=1) / np.maximum(said, 1), np.nan), 9)
