"""One card's round as the oracle follows it: what was said in each vote, until when, and what is then worked out.

A round may have two votes with a talk between them. What the second vote does not ask again stays as it was said, and
whoever is silent in it stands by the first.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

Event = Mapping[str, Any]

HALVES_OF_THE_TIME = {"usual": 2, "half_more": 3, "double": 4}
"""How many halves of the usual time somebody has; who is not in it has no end but the reveal."""


@dataclass(frozen=True, slots=True)
class RoundSettings:
    """The choices that make points or show them. A card keeps what held when it came up."""

    speed_bonus: bool = False
    asks_confidence: bool = False
    counting_vote: str = "second"
    leaderboard: str = "full"
    scoring: str = "solo"

    def changed(self, chosen: Mapping[str, Any]) -> "RoundSettings":
        """With what was chosen in place of what held; of the other choices of a room nothing is judged."""
        known = {name: chosen[name] for name in self.__dataclass_fields__ if name in chosen}
        return replace(self, **known)

    @property
    def shows_ranks(self) -> bool:
        """Whether a phone may know its rank."""
        return self.leaderboard != "hidden" and self.scoring != "none"


@dataclass(frozen=True, slots=True)
class Said:
    """What a player says by now, and in which vote it was last said."""

    picks: Mapping[str, Any]
    thinking_millis: int
    confidence: str | None
    vote: int


@dataclass(frozen=True, slots=True)
class Counted:
    """The answer that earns points. `limit_millis`: what its bonus for time is measured by; None: it has no bonus.

    `confidence` None: the card asked for none.
    """

    picks: Mapping[str, Any]
    thinking_millis: int
    confidence: str | None
    limit_millis: int | None
    marks: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Scoring:
    """What a card earned everybody when it was worked out at a version. A trial earns nothing."""

    version: int
    card: str
    axes: tuple[str, ...]
    is_trial: bool
    answers: Mapping[str, Counted]


@dataclass(frozen=True, slots=True)
class Grouping:
    """The host put the words on an axis together; `marks` has the share of each player in a group that was marked."""

    axis: str
    marks: Mapping[str, float]


@dataclass(slots=True)
class AskedCard:
    """One card's round. Times are server milliseconds, and those of the newest vote."""

    card: str
    axes: tuple[str, ...]
    settings: RoundSettings = RoundSettings()
    is_trial: bool = False
    vote: int = 1
    asked_again: tuple[str, ...] = ()
    opened_at: int | None = None
    closes_at: int | None = None
    closed_at: int | None = None
    said: dict[str, Said] = field(default_factory=dict)
    said_first: Mapping[str, Said] | None = None
    first_limit: int | None = None
    marks: dict[str, Grouping] = field(default_factory=dict)
    scoring: Scoring | None = None

    def copy(self) -> "AskedCard":
        """The round as it stands, whatever becomes of this one."""
        return replace(self, said=dict(self.said), marks=dict(self.marks))

    @property
    def open_axes(self) -> tuple[str, ...]:
        """What the newest vote asks."""
        return self.axes if self.vote == 1 else self.asked_again

    @property
    def limit(self) -> int | None:
        """The usual length of the newest vote; None without a deadline."""
        if self.opened_at is None or self.closes_at is None:
            return None
        return self.closes_at - self.opened_at

    def ends_at(self, allowance: str) -> int | None:
        """When the newest vote ends for a person; None: nothing but the reveal ends it.

        Closed early it is over for everybody but those with time of their own.
        """
        if allowance == "usual":
            ends = [moment for moment in (self.closes_at, self.closed_at) if moment is not None]
            return min(ends, default=None)
        own = own_limit(self.limit, allowance)
        return None if own is None or self.opened_at is None else self.opened_at + own

    def open_vote(self, event: Event) -> None:
        """Answers are taken anew."""
        self.vote = event.get("vote", 1)
        self.opened_at, self.closes_at, self.closed_at = event["at"], event["closes_at"], None

    def start_talk(self, axes: tuple[str, ...]) -> None:
        """The first vote is locked as it is."""
        self.said_first, self.first_limit, self.asked_again = dict(self.said), self.limit, axes

    def say(self, event: Event) -> None:
        """A player's newest answer. In a second vote it is laid over what the player said before."""
        before = self.said.get(event["player"]) if self.vote > 1 else None
        picks, confidence = dict(event["picks"]), event.get("confidence")
        if before is not None:
            picks, confidence = {**before.picks, **picks}, confidence or before.confidence
        self.said[event["player"]] = Said(picks, event["thinking_millis"], confidence, self.vote)

    def work_out(self, version: int, allowances: Mapping[str, str]) -> None:
        """The points become known, or are worked out anew."""
        counted = {player: self._counted(player, allowances.get(player, "usual")) for player in self.said}
        self.scoring = Scoring(version, self.card, self.axes, self.is_trial, counted)

    def _counted(self, player: str, allowance: str) -> Counted:
        said, limit = self.said[player], self.limit
        if self.said_first is not None:
            limit = None  # what was said after a talk earns nothing for speed
            if self.settings.counting_vote == "first" and player in self.said_first:
                said, limit = self.said_first[player], self.first_limit
        has_bonus = self.settings.speed_bonus
        confidence = (said.confidence or "guess") if self.settings.asks_confidence else None
        marks = {axis: group.marks[player] for axis, group in self.marks.items() if player in group.marks}
        bonus_by = own_limit(limit, allowance) if has_bonus else None
        return Counted(said.picks, said.thinking_millis, confidence, bonus_by, marks)


def own_limit(limit: int | None, allowance: str) -> int | None:
    """How long a round of a usual length is for a person; None: without a limit."""
    if limit is None or allowance not in HALVES_OF_THE_TIME:
        return None
    return limit * HALVES_OF_THE_TIME[allowance] // 2
