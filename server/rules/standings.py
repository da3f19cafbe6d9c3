"""Who stands where. Ties share a rank and the next rank is skipped: 1, 2, 2, 4."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from server.rules.events import AnswersGrouped, CardRevealed, Event, PlayerLetBack, PlayerRemoved, StepUndone
from server.rules.ids import MilliPoints, PlayerId
from server.rules.room import Room


@dataclass(frozen=True, slots=True)
class Standing:
    """One player's place. `rank` counts from 1."""

    player: PlayerId
    rank: int
    points: MilliPoints


def rank_players(points: Mapping[PlayerId, MilliPoints]) -> tuple[Standing, ...]:
    """Players by points, highest first; equal points share a rank and keep the order they were given in."""
    ordered = sorted(points.items(), key=lambda item: -item[1])
    ranked: list[Standing] = []
    for place, (player, earned) in enumerate(ordered, start=1):
        rank = ranked[-1].rank if ranked and ranked[-1].points == earned else place
        ranked.append(Standing(player, rank, earned))
    return tuple(ranked)


def scores_for_leaderboard(room: Room) -> dict[PlayerId, MilliPoints]:
    """The points of everybody who plays, as of the last reveal."""
    return {seat.player: room.points.get(seat.player, MilliPoints(0)) for seat in room.active_seats}


@dataclass(frozen=True, slots=True)
class Standings:
    """All places in a room at one version, worked out once and looked up often."""

    rows: tuple[Standing, ...]
    rank_of: Mapping[PlayerId, int]
    previous_rank_of: Mapping[PlayerId, int]

    @classmethod
    def of(cls, room: Room) -> "Standings":
        """The places now and before the last reveal. Empty before the first reveal."""
        if room.previous_points is None:
            return cls((), {}, {})
        rows = rank_players(scores_for_leaderboard(room))
        before = {
            seat.player: room.previous_points[seat.player]
            for seat in room.active_seats
            if seat.player in room.previous_points
        }
        return cls(
            rows,
            {row.player: row.rank for row in rows},
            {row.player: row.rank for row in rank_players(before)},
        )


CHANGING = CardRevealed | AnswersGrouped | PlayerRemoved | PlayerLetBack | StepUndone


def changes_standings(events: Sequence[Event]) -> bool:
    """Whether the leaderboard beside the log must be written anew with these events."""
    return any(isinstance(event, CHANGING) for event in events)
