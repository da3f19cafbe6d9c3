"""What the rules allow of people: who comes in under which name, in which team, with how much time."""

from server.rules import commands as c
from server.rules import events as e
from server.rules.decide_door import ask_again, ask_to_enter
from server.rules.ids import PlayerId, ServerMillis
from server.rules.names import allowed_name, clean_name, next_free_name, same_to_the_eye
from server.rules.refusals import Refusal, RefusalCode
from server.rules.room import Room, Seat
from server.rules.settings import SEATS_MOST
from server.rules.teams import team_for_newcomer


def seat_of(room: Room, player: PlayerId) -> Seat:
    """Somebody's seat. Raises Refusal PLAYER_NOT_FOUND."""
    seat = room.seats.get(player)
    if seat is None:
        raise Refusal(RefusalCode.PLAYER_NOT_FOUND)
    return seat


def join(room: Room, command: c.JoinRoom, now: ServerMillis) -> list[e.Event]:
    """Takes a seat, or waits at the door where the host approves entry."""
    seat = room.seats.get(command.player)
    if seat is not None:
        if seat.is_removed:
            raise Refusal(RefusalCode.REMOVED)
        return []  # who has a seat keeps it, under the first name
    caller = room.callers.get(command.player)
    if caller is not None:
        return ask_again(caller)
    if room.is_locked:
        raise Refusal(RefusalCode.ROOM_LOCKED)
    if len(room.seats) >= SEATS_MOST:
        raise Refusal(RefusalCode.ROOM_FULL)
    if room.settings.approves_entry:
        return ask_to_enter(room, command, now)
    name = allowed_name(command.name, room.settings)
    if same_to_the_eye(name) in room.names:
        raise Refusal(RefusalCode.NAME_TAKEN, suggestion=next_free_name(name, set(room.names)))
    member = command.member if room.course is not None else None
    return [e.PlayerJoined(now, command.command_id, command.player, name, team_for_newcomer(room), member)]


def rename(room: Room, command: c.RenamePlayer, now: ServerMillis) -> list[e.Event]:
    """Another name, given by the host: the list of names on offer and the words that are not allowed are his own."""
    seat = seat_of(room, command.player)
    if seat.is_forgotten:
        raise Refusal(RefusalCode.NOT_NOW)
    name = clean_name(command.name)
    if name == seat.name:
        return []
    if room.names.get(same_to_the_eye(name), command.player) != command.player:
        raise Refusal(RefusalCode.NAME_TAKEN, suggestion=next_free_name(name, set(room.names)))
    return [e.PlayerRenamed(now, command.command_id, command.player, name)]


def choose_team(room: Room, command: c.ChooseTeam, now: ServerMillis) -> list[e.Event]:
    """A player walks over to another team, between cards."""
    seat = room.seats.get(command.player)
    if seat is None:
        raise Refusal(RefusalCode.NO_SEAT)
    if seat.is_removed:
        raise Refusal(RefusalCode.REMOVED)
    return _to_team(room, seat, command, now)


def put_in_team(room: Room, command: c.PutInTeam, now: ServerMillis) -> list[e.Event]:
    """The host puts somebody in another team, at any time."""
    return _to_team(room, seat_of(room, command.player), command, now)


def _to_team(room: Room, seat: Seat, command: c.ChooseTeam | c.PutInTeam, now: ServerMillis) -> list[e.Event]:
    if not 0 <= command.team < len(room.settings.teams):
        raise Refusal(RefusalCode.BAD_PICK)
    if seat.team == command.team:
        return []
    return [e.TeamChanged(now, command.command_id, command.player, command.team)]


def give_extra_time(room: Room, command: c.GiveExtraTime, now: ServerMillis) -> list[e.Event]:
    """More time for a person, in the open round too."""
    seat = seat_of(room, command.player)
    if seat.allowance is command.allowance:
        return []
    return [e.ExtraTimeGiven(now, command.command_id, command.player, command.allowance)]


def remove_since(room: Room, command: c.RemoveSince, now: ServerMillis) -> list[e.Event]:
    """Everybody who came in from that moment on is taken out; each may be let back, or all at once."""
    return [
        e.PlayerRemoved(now, command.command_id, seat.player)
        for seat in room.seats.values()
        if seat.joined_at >= command.since and not seat.is_removed
    ]


def let_all_back(room: Room, command: c.LetAllBack, now: ServerMillis) -> list[e.Event]:
    """Everybody whom that command took out comes back; who was taken out by another stays out, as do the forgotten."""
    return [
        e.PlayerLetBack(now, command.command_id, seat.player)
        for seat in room.seats.values()
        if seat.is_removed and seat.removed_by == command.removal and not seat.is_forgotten
    ]
