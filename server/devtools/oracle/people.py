"""Who sits in a room, from the log: under which name, in which team, with how much time, and since which version."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

Event = Mapping[str, Any]
T = TypeVar("T")

OF_PEOPLE = frozenset(
    {"PlayerJoined", "PlayerRemoved", "PlayerLetBack", "PlayerRenamed", "TeamChanged", "ExtraTimeGiven"}
)
"""The events that this page follows."""


@dataclass(slots=True)
class People:
    """Every change with its version, so that it can be asked how things stood at any moment."""

    team_count: int = 0
    seats_taken: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    allowances: dict[str, str] = field(default_factory=dict)
    misplaced: list[str] = field(default_factory=list)
    _seated: list[tuple[int, str, bool]] = field(default_factory=list)
    _playing: set[str] = field(default_factory=set)
    _names: dict[str, list[tuple[int, str]]] = field(default_factory=lambda: defaultdict(list))
    _teams: dict[str, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))

    def take(self, version: int, event: Event) -> None:
        """Follows an event of OF_PEOPLE."""
        player = event["player"]
        match event["type"]:
            case "PlayerJoined":
                self._look_at_team(version, event)
                self.seats_taken[player].append(version)
                self._names[player].append((version, event["name"]))
                self._seat(version, player, True)
            case "PlayerRenamed":
                self._names[player].append((version, event["name"]))
            case "TeamChanged":
                self._teams[player].append((version, event["team"]))
            case "ExtraTimeGiven":
                self.allowances[player] = event["allowance"]
            case kind:
                self._seat(version, player, kind == "PlayerLetBack")

    def forget(self, version: int, players: Iterable[str]) -> None:
        """From here on these players are called by the number of their arrival."""
        numbers = {player: number for number, player in enumerate(self._names, start=1)}
        for player in players:
            self._names[player].append((version, f"P{numbers[player]}"))

    def knows(self, player: str | None) -> bool:
        """Whether the player ever took a seat."""
        return player in self._names

    def name_at(self, player: str, version: int) -> str | None:
        """How a player is called at a version."""
        return _newest(self._names.get(player, []), version)

    def team_at(self, player: str, version: int) -> int | None:
        """Where a player stands at a version."""
        return _newest(self._teams.get(player, []), version)

    def seated_at(self, version: int) -> set[str]:
        """The players who play at a version."""
        seated: set[str] = set()
        for changed_at, player, is_seated in self._seated:
            if changed_at > version:
                break
            (seated.add if is_seated else seated.discard)(player)
        return seated

    def _seat(self, version: int, player: str, plays: bool) -> None:
        self._seated.append((version, player, plays))
        (self._playing.add if plays else self._playing.discard)(player)

    def _look_at_team(self, version: int, event: Event) -> None:
        """A newcomer stands with the smallest team, the first of several."""
        team = event.get("team")
        sizes = Counter(self._teams[player][-1][1] for player in self._playing if player in self._teams)
        wanted = min(range(self.team_count), key=lambda place: sizes[place], default=None)
        if team != wanted:
            self.misplaced.append(f"version {version}: {event['player']} came to team {team}, not to {wanted}")
        if team is not None:
            self._teams[event["player"]].append((version, team))


def _newest(changes: list[tuple[int, T]], version: int) -> T | None:
    found = [value for changed_at, value in changes if changed_at <= version]
    return found[-1] if found else None
