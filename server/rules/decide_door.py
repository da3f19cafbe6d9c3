"""What the rules allow at the door where the host approves entry: who waits, who is let in, who is turned away."""

from collections.abc import Iterable
from itertools import islice

from server.rules import commands as c
from server.rules import events as e
from server.rules.callers import Caller, DoorState
from server.rules.ids import CommandId, PlayerId, ServerMillis
from server.rules.names import FreeNames, allowed_name, same_to_the_eye
from server.rules.refusals import Refusal, RefusalCode
from server.rules.room import Room
from server.rules.settings import CALLERS_MOST, SEATS_MOST
from server.rules.teams import teams_for_newcomers


def ask_to_enter(room: Room, command: c.JoinRoom, now: ServerMillis) -> list[e.Event]:
    """Goes and waits at the door. A name is refused for those who sit in the room alone, not for others who wait."""
    if len(room.callers) >= CALLERS_MOST:
        raise Refusal(RefusalCode.ROOM_FULL)
    name = allowed_name(command.name, room.settings)
    if same_to_the_eye(name) in room.names:
        raise Refusal(RefusalCode.NAME_TAKEN, suggestion=FreeNames(room.names).take(name))
    member = command.member if room.course is not None else None
    return [e.EntryAsked(now, command.command_id, command.player, name, member)]


def ask_again(caller: Caller) -> list[e.Event]:
    """Who waits goes on waiting, under the first name; the host's no is said once more."""
    if caller.state is DoorState.TURNED_AWAY:
        raise Refusal(RefusalCode.TURNED_AWAY)
    return []


def let_in(room: Room, command: c.LetIn, now: ServerMillis) -> list[e.Event]:
    """One person gets a seat; also one who was turned away, since a host may err."""
    caller = _caller(room, command.player)
    if caller.state is DoorState.LET_IN:
        return []
    if len(room.seats) >= SEATS_MOST:
        raise Refusal(RefusalCode.ROOM_FULL)
    return _seated(room, (caller,), command.command_id, now)


def let_in_until(room: Room, command: c.LetInUntil, now: ServerMillis) -> list[e.Event]:
    """All who wait and asked up to that moment get seats, for as long as there are any."""
    if len(room.seats) >= SEATS_MOST:
        raise Refusal(RefusalCode.ROOM_FULL)
    waiting = (caller for caller in room.waiting_callers if caller.asked_at <= command.until)
    return _seated(room, waiting, command.command_id, now)


def turn_away(room: Room, command: c.TurnAway, now: ServerMillis) -> list[e.Event]:
    """One person is told no."""
    is_waiting = _caller(room, command.player).state is DoorState.WAITING
    return [e.PlayerTurnedAway(now, command.command_id, command.player)] if is_waiting else []


def turn_away_since(room: Room, command: c.TurnAwaySince, now: ServerMillis) -> list[e.Event]:
    """All who wait and asked from that moment on are told no."""
    return [
        e.PlayerTurnedAway(now, command.command_id, caller.player)
        for caller in room.waiting_callers
        if caller.asked_at >= command.since
    ]


def _caller(room: Room, player: PlayerId) -> Caller:
    caller = room.callers.get(player)
    if caller is None or caller.is_forgotten:
        raise Refusal(RefusalCode.PLAYER_NOT_FOUND)
    return caller


def _seated(room: Room, callers: Iterable[Caller], command_id: CommandId, now: ServerMillis) -> list[e.Event]:
    """Seats in order of asking. Whose name somebody took meanwhile gets the next free one."""
    names, teams = FreeNames(room.names), teams_for_newcomers(room)
    free = SEATS_MOST - len(room.seats)
    return [
        e.PlayerJoined(now, command_id, caller.player, names.take(caller.name), next(teams), caller.member)
        for caller in islice(callers, free)
    ]
