"""Which command time itself will give, and when. Any process that holds a room may give it; a second is harmless."""

from server.rules.commands import CloseDueRound, DueCommand, OpenDueRound
from server.rules.ids import CommandId, ServerMillis
from server.rules.phases import Phase
from server.rules.room import Room
from server.rules.time_limits import round_ends_at


def due_at(room: Room) -> ServerMillis | None:
    """When the room next changes by itself; None when only people can change it."""
    asked = room.round
    if asked is None:
        return None
    if room.phase is Phase.READING:
        return asked.opens_at
    if room.phase is Phase.ANSWERING:
        return round_ends_at(room)
    return None


def due_command(room: Room, command_id: CommandId) -> DueCommand | None:
    """The command to give at due_at."""
    asked = room.round
    if asked is None or due_at(room) is None:
        return None
    if room.phase is Phase.READING:
        return OpenDueRound(command_id, asked.card)
    return CloseDueRound(command_id, asked.card)
