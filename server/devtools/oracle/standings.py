"""The standings recomputed: points after each reveal and marking, and whether a leaderboard agrees with them."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import Any

from server.devtools.oracle.marks import points_of
from server.devtools.oracle.quiz import Quiz
from server.devtools.oracle.room_facts import AskedCard, RoomFacts


class Recomputed:
    """Everybody's points after each reveal of a room, and after each time that words were marked since."""

    def __init__(self, facts: RoomFacts, quiz: Quiz) -> None:
        self._facts = facts
        self._versions: list[int] = []
        self._points: list[Mapping[str, int]] = [{}]
        for asked in facts.revealed():
            before = self._points[-1]
            for version in asked.scored_at():
                earned = _earned(asked, quiz, facts.speed_bonus, version)
                self._points.append(
                    {player: before.get(player, 0) + earned.get(player, 0) for player in {*before, *earned}}
                )
                self._versions.append(version)

    def points_at(self, version: int) -> Mapping[str, int]:
        """Points by player as they were last worked out up to a version; who has none yet is not in it."""
        return self._points[bisect_right(self._versions, version)]

    def seat_at(self, player: str, version: int) -> tuple[int, int | None]:
        """A player's points and rank at a version. The rank is None before the first reveal and while not seated."""
        points = self.points_at(version)
        mine = points.get(player, 0)
        seated = self._facts.seated_at(version)
        if player not in seated or not self._versions or version < self._versions[0]:
            return mine, None
        return mine, 1 + sum(points.get(other, 0) > mine for other in seated)

    def board_faults(self, rows: Iterable[Mapping[str, Any]], version: int | None) -> list[str]:
        """What is wrong with a leaderboard written at a version (None: never written, so it must be empty).

        Players who sat down after that version may stand in it, with nothing.
        """
        rows = list(rows)
        told = {row["player"]: row["points"] for row in rows}
        if version is None:
            return [f"{len(rows)} rows before any reveal"] if rows else []
        points = self.points_at(version)
        wanted = {player: points.get(player, 0) for player in self._facts.seated_at(version)}
        faults = [f"{player} has no place" for player in sorted(wanted.keys() - told.keys())]
        if len(told) != len(rows):
            faults.append("somebody stands in it twice")
        for row in rows:
            faults += self._row_faults(row, wanted.get(row["player"], 0), list(told.values()))
        return faults

    def _row_faults(self, row: Mapping[str, Any], points: int, all_points: list[int]) -> Iterable[str]:
        if row["points"] != points:
            yield f"{row['player']} has {row['points']} and earned {points}"
        rank = 1 + sum(other > row["points"] for other in all_points)
        if row["rank"] != rank:
            yield f"{row['player']} is ranked {row['rank']} and stands {rank}"
        if row["name"] != self._facts.names.get(row["player"]):
            yield f"{row['player']} is called {row['name']!r}"


def _earned(asked: AskedCard, quiz: Quiz, speed_bonus: bool, version: int) -> Mapping[str, int]:
    limit = None
    if asked.opened_at is not None and asked.closes_at is not None:
        limit = asked.closes_at - asked.opened_at
    axes = [quiz.axes[axis] for axis in asked.axes]
    card = quiz.cards[asked.card]
    return {
        player: points_of(card, axes, answer, limit, speed_bonus, asked.marks_of(player, version))
        for player, answer in asked.last_answers.items()
    }
