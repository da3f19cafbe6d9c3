"""What may be laid over the projected slide at a key press, and the name it goes by."""

from dataclasses import dataclass
from enum import StrEnum

from server.rules.ids import AxisId


class BoardKind(StrEnum):
    """A slide about the class as a whole, or the way in once more."""

    JOIN = "join"
    CONFUSIONS = "confusions"
    MATRIX = "matrix"
    CALIBRATION = "calibration"
    TEAMS = "teams"
    DEBATE = "debate"


@dataclass(frozen=True, slots=True)
class Board:
    """The board that lies over the slide. `axis` only for a matrix."""

    kind: BoardKind
    axis: AxisId | None = None
