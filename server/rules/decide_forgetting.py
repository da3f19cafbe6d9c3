"""What the rules allow of forgetting: who asks for it, when it comes by itself, and that a repeat is nothing new."""

from server.rules import commands as c
from server.rules import events as e
from server.rules.callers import Caller, DoorState
from server.rules.ids import CommandId, ServerMillis
from server.rules.phases import Phase
from server.rules.refusals import Refusal, RefusalCode
from server.rules.room import Room


def forget_me(room: Room, command: c.ForgetMe, now: ServerMillis) -> list[e.Event]:
    """A person goes. Out of an open room as well: who is nobody has no vote; answers and points stay, under P<n>."""
    seat, caller = room.seats.get(command.player), room.callers.get(command.player)
    events: list[e.Event] = []
    if seat is None and caller is not None:
        return _forget_caller(room, caller, command.command_id, now)
    if seat is None:
        raise Refusal(RefusalCode.NO_SEAT)
    if room.phase is not Phase.ENDED and not seat.is_removed:
        events.append(e.PlayerRemoved(now, command.command_id, seat.player))
    if not seat.is_forgotten or seat.member is not None:
        events.append(e.PlayersForgotten(now, command.command_id, (seat.player,)))
    return events


def _forget_caller(room: Room, caller: Caller, command_id: CommandId, now: ServerMillis) -> list[e.Event]:
    """Somebody leaves the door, and is nobody there either."""
    events: list[e.Event] = []
    if room.phase is not Phase.ENDED and caller.state is DoorState.WAITING:
        events.append(e.PlayerTurnedAway(now, command_id, caller.player))
    if not caller.is_forgotten:
        events.append(e.PlayersForgotten(now, command_id, (caller.player,)))
    return events


def forget_names(room: Room, command_id: CommandId, now: ServerMillis) -> list[e.Event]:
    """Everybody whose name is still known goes, also of those who only came to the door."""
    named = tuple(dict.fromkeys(person.player for person in room.people if not person.is_forgotten))
    return [e.PlayersForgotten(now, command_id, named, keeps_season=True)] if named else []


def end_room(room: Room, command_id: CommandId, now: ServerMillis) -> list[e.Event]:
    """The sitting is over, and so are its names where the host never keeps them."""
    ended: list[e.Event] = [e.RoomEnded(now, command_id)]
    return ended + (forget_names(room, command_id, now) if room.settings.forgets_names else [])
