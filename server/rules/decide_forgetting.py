"""What the rules allow of forgetting: who asks for it, when it comes by itself, and that a repeat is nothing new."""

from server.rules import commands as c
from server.rules import events as e
from server.rules.ids import CommandId, ServerMillis
from server.rules.phases import Phase
from server.rules.refusals import Refusal, RefusalCode
from server.rules.room import Room


def forget_me(room: Room, command: c.ForgetMe, now: ServerMillis) -> list[e.Event]:
    """A person goes. Out of an open room as well: who is nobody has no vote; answers and points stay, under P<n>."""
    seat = room.seats.get(command.player)
    if seat is None:
        raise Refusal(RefusalCode.NO_SEAT)
    events: list[e.Event] = []
    if room.phase is not Phase.ENDED and not seat.is_removed:
        events.append(e.PlayerRemoved(now, command.command_id, seat.player))
    if not seat.is_forgotten or seat.member is not None:
        events.append(e.PlayersForgotten(now, command.command_id, (seat.player,)))
    return events


def forget_names(room: Room, command_id: CommandId, now: ServerMillis) -> list[e.Event]:
    """Everybody whose name is still known goes."""
    named = tuple(seat.player for seat in room.seats.values() if not seat.is_forgotten)
    return [e.PlayersForgotten(now, command_id, named, keeps_season=True)] if named else []


def end_room(room: Room, command_id: CommandId, now: ServerMillis) -> list[e.Event]:
    """The sitting is over, and so are its names where the host never keeps them."""
    ended: list[e.Event] = [e.RoomEnded(now, command_id)]
    return ended + (forget_names(room, command_id, now) if room.settings.forgets_names else [])
