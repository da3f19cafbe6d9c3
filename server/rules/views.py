"""The only door out: what each audience may know of a room, built up field by field.

Before a reveal nothing here but the host's view reads a key, a cue, a trap or a pick of somebody else.
"""

from server.rules.boards_shown import board_view
from server.rules.cards import AxisKind
from server.rules.ids import RoomId, ServerMillis
from server.rules.phases import Phase
from server.rules.reveals import answered_count
from server.rules.room import Room
from server.rules.teams import team_views
from server.rules.view_types import (
    RoomView,
    ScreenView,
)
from server.rules.views_of_card import axis_view, reveal_view, round_view
from server.rules.views_of_host import host_view, roster_view
from server.rules.views_of_seat import SeatViews, seat_view
from server.rules.views_of_standings import Naming, honours_shown, leaderboard_rows, podium_rows, real_names

__all__ = ["SeatViews", "axis_view", "host_view", "room_view", "roster_view", "screen_view", "seat_view"]

NEWEST_NAMES = 24


def room_view(room: Room, room_id: RoomId, now: ServerMillis) -> RoomView:
    """What all phones share."""
    return RoomView(
        version=room.version,
        server_now=now,
        room=room_id,
        phase=room.phase,
        deck_title=room.deck.title,
        deck_kinds=tuple(kind for kind in AxisKind if any(axis.kind is kind for axis in room.deck.axes)),
        card_number=room.card_number,
        card_count=room.card_count,
        players=len(room.active_seats),
        scoring=room.settings.scoring,
        leaderboard_mode=room.settings.leaderboard,
        offered_names_only=bool(room.settings.offered_names),
        team_names=room.settings.teams,
        round=round_view(room),
        reveal=reveal_view(room),
        podium=podium_rows(room, real_names(room)),
        honours=honours_shown(room, real_names(room)),
    )


def screen_view(room: Room, room_id: RoomId, now: ServerMillis, naming: Naming | None = None) -> ScreenView:
    """What the projector shows. `naming` replaces the players' own names."""
    named = naming or real_names(room)
    newest = room.active_seats[-NEWEST_NAMES:]
    return ScreenView(
        version=room.version,
        server_now=now,
        room=room_id,
        pin=room.pin,
        phase=room.phase,
        is_locked=room.is_locked,
        deck_title=room.deck.title,
        card_number=room.card_number,
        card_count=room.card_count,
        players=len(room.active_seats),
        answered=answered_count(room),
        newest_names=tuple(named(seat.player) for seat in newest),
        scoring=room.settings.scoring,
        round=round_view(room),
        reveal=reveal_view(room),
        leaderboard=leaderboard_rows(room, named) if room.phase is Phase.LEADERBOARD else (),
        podium=podium_rows(room, named),
        honours=honours_shown(room, named),
        teams=team_views(room) if room.phase in {Phase.LEADERBOARD, Phase.PODIUM, Phase.ENDED} else (),
        board=board_view(room),
    )
