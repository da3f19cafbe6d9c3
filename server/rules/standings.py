"""Who stands where. Ties share a rank and the next rank is skipped: 1, 2, 2, 4."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from server.rules.events import AnswersGrouped, CardRevealed, Event, PlayerLetBack, PlayerRemoved, StepUndone
from server.rules.ids import MilliPoints, PlayerId
from server.rules.quickly_made import quickly_made
from server.rules.room import Room


@quickly_made
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
        """The places now and before the last reveal. Empty before the first reveal.

        Worked out once for as long as nobody's points change and nobody comes, goes or is let back: a class that
        answers leaves them as they are, and is asked after them at every batch.
        """
        if room.previous_points is None:
            return cls((), {}, {})
        playing = tuple(seat.player for seat in room.active_seats)
        known = _LATELY.get(id(room.points))
        if known is None or not known.is_of(room, playing):
            if len(_LATELY) >= LATELY_MOST:
                _LATELY.clear()
            known = _WorkedOut(room.points, room.previous_points, playing, cls._worked_out(room))
            _LATELY[id(room.points)] = known
        return known.standings

    @classmethod
    def _worked_out(cls, room: Room) -> "Standings":
        rows, previous = rank_players(scores_for_leaderboard(room)), room.previous_points or {}
        before = {seat.player: previous[seat.player] for seat in room.active_seats if seat.player in previous}
        return cls(
            rows,
            {row.player: row.rank for row in rows},
            {row.player: row.rank for row in rank_players(before)},
        )


@dataclass(frozen=True, slots=True)
class _WorkedOut:
    """Standings, and what they were made of."""

    points: Mapping[PlayerId, MilliPoints]
    previous: Mapping[PlayerId, MilliPoints]
    playing: tuple[PlayerId, ...]
    standings: Standings

    def is_of(self, room: Room, playing: tuple[PlayerId, ...]) -> bool:
        """Whether a room has the same points and the same people."""
        is_same = self.points is room.points and self.previous is room.previous_points
        return is_same and self.playing == playing


LATELY_MOST = 200
_LATELY: dict[int, _WorkedOut] = {}
"""By the identity of a room's points, which are kept with them: no other points get it meanwhile."""

CHANGING = CardRevealed | AnswersGrouped | PlayerRemoved | PlayerLetBack | StepUndone


def changes_standings(events: Sequence[Event]) -> bool:
    """Whether the leaderboard beside the log must be written anew with these events."""
    return any(isinstance(event, CHANGING) for event in events)
