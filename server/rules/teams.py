"""Teams: who goes where, and how they stand. A team scores the mean of its members, so that size is no advantage."""

from collections import Counter
from collections.abc import Iterator

from server.rules.board_types import TeamView
from server.rules.ids import MilliPoints
from server.rules.room import Room, Seat


def team_for_newcomer(room: Room) -> int | None:
    """The smallest team, the first of several; None in a room without teams."""
    return next(teams_for_newcomers(room)) if room.settings.teams else None


def teams_for_newcomers(room: Room) -> Iterator[int | None]:
    """One team after another for people who come in at once, each the smallest by then; None without teams."""
    teams = range(len(room.settings.teams))
    sizes = Counter(seat.team for seat in room.active_seats)
    while True:
        team = min(teams, key=lambda one: sizes[one]) if teams else None
        sizes[team] += 1
        yield team


def team_views(room: Room) -> tuple[TeamView, ...]:
    """How every team stands, in their own order. Who never answered counts as no member yet."""
    teams = range(len(room.settings.teams))
    members: list[list[Seat]] = [[] for _ in teams]
    for seat in room.active_seats:
        if seat.team is not None and seat.player in room.points:
            members[seat.team].append(seat)
    means = [_mean(room, seats) for seats in members]
    best = max(means, default=0)
    latest = room.round.answers if room.round else {}
    return tuple(
        TeamView(
            name=room.settings.teams[team],
            mean=means[team],
            members=len(members[team]),
            answered=sum(seat.player in latest for seat in members[team]),
            is_in_front=bool(members[team]) and means[team] == best,
        )
        for team in teams
    )


def _mean(room: Room, seats: list[Seat]) -> MilliPoints:
    return MilliPoints(round(sum(room.points[seat.player] for seat in seats) / len(seats))) if seats else MilliPoints(0)
