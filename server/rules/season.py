"""What a room gives to its course's season: the points of each member, whatever the seats were called."""

from server.rules.ids import MemberId, MilliPoints, ServerMillis
from server.rules.room import Room, Seat
from server.rules.settings import ScoreMode


def member_of(seat: Seat) -> MemberId:
    """Who somebody is over the weeks. A device that did not say is somebody new, known by this seat alone."""
    return seat.member or MemberId(seat.player)


def season_points(room: Room) -> dict[MemberId, MilliPoints]:
    """The points that everybody who plays brings home; of two seats of one member the better.

    Empty before the first reveal, and in a room that is played without points.
    """
    if room.settings.scoring is ScoreMode.NONE or room.previous_points is None:
        return {}
    best: dict[MemberId, MilliPoints] = {}
    for seat in room.active_seats:
        member = member_of(seat)
        points = room.points.get(seat.player, MilliPoints(0))
        best[member] = max(points, best.get(member, points))
    return best


def is_over(ended_at: ServerMillis | None, opened_at: ServerMillis, newest_opened_at: ServerMillis) -> bool:
    """Whether nothing more will happen in a sitting: it was ended, or left open and another of its course followed."""
    return ended_at is not None or opened_at < newest_opened_at
