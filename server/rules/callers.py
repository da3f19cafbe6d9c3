"""Who asked to come in where the host approves entry. Nobody here has a seat: no count, board or report knows them."""

from dataclasses import dataclass
from enum import StrEnum

from server.rules.ids import MemberId, PlayerId, ServerMillis


class DoorState(StrEnum):
    """How somebody who asked to come in stands."""

    WAITING = "waiting"
    TURNED_AWAY = "turned_away"
    LET_IN = "let_in"


@dataclass(frozen=True, slots=True)
class Caller:
    """Somebody at the door, in order of asking; whoever is let in keeps the place in that order, beside a seat.

    The name is kept for nobody: it becomes one's own with the seat. `is_forgotten`: there is no name any more.
    """

    player: PlayerId
    name: str
    asked_at: ServerMillis
    state: DoorState = DoorState.WAITING
    member: MemberId | None = None
    is_forgotten: bool = False
