"""Who stands where, as far as the room lets it be seen."""

from collections.abc import Callable

from server.rules.board_types import HonourView
from server.rules.honours import honours
from server.rules.ids import PlayerId
from server.rules.phases import Phase
from server.rules.room import Room
from server.rules.settings import LeaderboardMode, ScoreMode
from server.rules.standings import Standing, Standings
from server.rules.view_types import (
    StandingRow,
)

LEADERBOARD_ROWS = 8
TOP_RANKS = 3
PODIUM_RANKS = 3
PODIUM_MOST = 12

Naming = Callable[[PlayerId], str]
"""How a player is called in a view; a replay replaces the names here."""


def real_names(room: Room) -> Naming:
    return lambda player: room.seats[player].name


def _row(standing: Standing, places: Standings, named: Naming) -> StandingRow:
    return StandingRow(
        rank=standing.rank,
        previous_rank=places.previous_rank_of.get(standing.player),
        name=named(standing.player),
        points=standing.points,
    )


def leaderboard_rows(room: Room, named: Naming, mode: LeaderboardMode | None = None) -> tuple[StandingRow, ...]:
    """As many rows as the room lets be seen; `mode` in place of the room's own."""
    places = Standings.of(room)
    shown = mode or room.settings.leaderboard
    if shown is LeaderboardMode.HIDDEN or room.settings.scoring is ScoreMode.NONE:
        return ()
    rows = [row for row in places.rows if shown is LeaderboardMode.FULL or row.rank <= TOP_RANKS]
    return tuple(_row(standing, places, named) for standing in rows[:LEADERBOARD_ROWS])


def podium_rows(room: Room, named: Naming) -> tuple[StandingRow, ...]:
    """The first three ranks, ties together; empty until the podium is shown, and nobody stands there without points."""
    if room.phase not in {Phase.PODIUM, Phase.ENDED} or room.settings.scoring is ScoreMode.NONE:
        return ()
    places = Standings.of(room)
    on_it = [row for row in places.rows if row.rank <= PODIUM_RANKS and row.points > 0]
    return tuple(_row(standing, places, named) for standing in on_it[:PODIUM_MOST])


def honours_shown(room: Room, named: Naming) -> tuple[HonourView, ...]:
    """Who stands beside the podium; nobody where no points are kept."""
    if room.phase not in {Phase.PODIUM, Phase.ENDED} or room.settings.scoring is ScoreMode.NONE:
        return ()
    return tuple(HonourView(honour.kind, tuple(map(named, honour.players)), honour.figure) for honour in honours(room))
