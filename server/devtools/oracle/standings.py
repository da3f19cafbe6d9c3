"""The standings recomputed: points after each reveal and marking, and whether a leaderboard agrees with them."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import Any

from server.devtools.oracle.marks import points_of
from server.devtools.oracle.quiz import Quiz
from server.devtools.oracle.room_facts import RoomFacts
from server.devtools.oracle.rounds import Scoring


class Recomputed:
    """Everybody's points after each reveal of a room, each time that words were marked since, and each undo."""

    def __init__(self, facts: RoomFacts, quiz: Quiz) -> None:
        self._facts = facts
        self._versions = [version for version, _ in facts.standings]
        self._points: list[Mapping[str, int]] = [{}]
        known: dict[int, Mapping[str, int]] = {}
        for _, scorings in facts.standings:
            points: dict[str, int] = {}
            for scoring in scorings:
                if scoring.version not in known:
                    known[scoring.version] = _earned(scoring, quiz)
                for player, earned in known[scoring.version].items():
                    points[player] = points.get(player, 0) + earned
            self._points.append(points)

    def points_at(self, version: int) -> Mapping[str, int]:
        """Points by player as they were last worked out up to a version; who has none yet is not in it."""
        return self._points[bisect_right(self._versions, version)]

    def seat_at(self, player: str, version: int) -> tuple[int, int | None]:
        """A player's points and rank at a version.

        The rank is None while no card is revealed, while not seated, and where the host hides who stands where.
        """
        points = self.points_at(version)
        mine = points.get(player, 0)
        seated = self._facts.people.seated_at(version)
        if (
            player not in seated
            or not self._is_any_revealed(version)
            or not self._facts.settings_at(version).shows_ranks
        ):
            return mine, None
        return mine, 1 + sum(points.get(other, 0) > mine for other in seated)

    def _is_any_revealed(self, version: int) -> bool:
        place = bisect_right(self._versions, version)
        return place > 0 and bool(self._facts.standings[place - 1][1])

    def board_faults(self, rows: Iterable[Mapping[str, Any]], seen_at: int) -> list[str]:
        """What is wrong with a leaderboard seen at a version; it was written then or before.

        Never written it must be empty. Players who sat down after it was written may stand in it, with nothing.
        """
        rows = list(rows)
        told = {row["player"]: row["points"] for row in rows}
        written_at = self._facts.board_version(seen_at)
        if written_at is None:
            return [f"{len(rows)} rows before any reveal"] if rows else []
        points = self.points_at(written_at)
        wanted = {player: points.get(player, 0) for player in self._facts.people.seated_at(written_at)}
        faults = [f"{player} has no place" for player in sorted(wanted.keys() - told.keys())]
        if len(told) != len(rows):
            faults.append("somebody stands in it twice")
        for row in rows:
            faults += self._row_faults(row, wanted.get(row["player"], 0), list(told.values()))
            if row["name"] != self._facts.people.name_at(row["player"], seen_at):
                faults.append(f"{row['player']} is called {row['name']!r}")
        return faults

    def team_faults(self, rows: Iterable[Mapping[str, Any]], seen_at: int) -> list[str]:
        """What is wrong with teams (TeamViews) shown at a version: a team stands at the mean of who ever answered."""
        rows, points = list(rows), self.points_at(seen_at)
        members: dict[int | None, list[int]] = {}
        for player in self._facts.people.seated_at(seen_at) & points.keys():
            members.setdefault(self._facts.people.team_at(player, seen_at), []).append(points[player])
        faults = [] if [row["name"] for row in rows] == list(self._facts.teams) else ["other teams than the room's"]
        for team, row in enumerate(rows):
            earned = members.get(team, [])
            mean = round(sum(earned) / len(earned)) if earned else 0
            if (row["members"], row["mean"]) != (len(earned), mean):
                faults.append(f"{row['name']}: {row['members']} at {row['mean']}, and {len(earned)} earned {mean}")
        return faults

    def _row_faults(self, row: Mapping[str, Any], points: int, all_points: list[int]) -> Iterable[str]:
        if row["points"] != points:
            yield f"{row['player']} has {row['points']} and earned {points}"
        rank = 1 + sum(other > row["points"] for other in all_points)
        if row["rank"] != rank:
            yield f"{row['player']} is ranked {row['rank']} and stands {rank}"


def _earned(scoring: Scoring, quiz: Quiz) -> Mapping[str, int]:
    if scoring.is_trial:
        return {}
    axes, card = [quiz.axes[axis] for axis in scoring.axes], quiz.cards[scoring.card]
    return {player: points_of(card, axes, answer) for player, answer in scoring.answers.items()}
