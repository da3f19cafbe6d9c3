"""What a host may choose for a room, with its defaults and bounds."""

from dataclasses import dataclass

from server.rules.ids import AxisId

READING_SECONDS_MOST = 120
ANSWER_SECONDS_LEAST = 5
ANSWER_SECONDS_MOST = 1800
EXTEND_SECONDS = 15
SEATS_MOST = 4000


@dataclass(frozen=True, slots=True)
class RoomSettings:
    """The choices of one room.

    `reading_seconds` before the answers open (0: none); `answer_seconds` for a round (None: no limit);
    `speed_bonus` adds up to half a point per axis for fair time; `axes` are asked by default, in deck order.
    """

    axes: tuple[AxisId, ...]
    reading_seconds: int = 10
    answer_seconds: int | None = 60
    speed_bonus: bool = False
