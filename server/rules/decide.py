"""What the rules allow. Pure: time comes in as `now`, chance comes in with the command, and what happened comes out.

A command that has been carried out already (its id is remembered) yields no events: it is accepted as the first time.
"""

from typing import assert_never

from server.rules import commands as c
from server.rules import events as e
from server.rules.allowances import Allowance
from server.rules.cards import AxisKind
from server.rules.decide_door import let_in, let_in_until, turn_away, turn_away_since
from server.rules.decide_forgetting import end_room, forget_me, forget_names
from server.rules.decide_people import (
    choose_team,
    give_extra_time,
    join,
    let_all_back,
    put_in_team,
    remove_since,
    rename,
    seat_of,
)
from server.rules.decide_run import (
    arrange,
    change_settings,
    extend,
    known_axes,
    open_round,
    round_of,
    show_board,
    show_earlier,
    show_next,
    skip,
    start_talk,
    undo,
)
from server.rules.host_view_types import (
    StepAction,
)
from server.rules.ids import ServerMillis
from server.rules.phases import PHASES_ALLOWING, Phase
from server.rules.picks import can_be_said
from server.rules.refusals import Refusal, RefusalCode
from server.rules.room import Room, Round, Seat
from server.rules.scoring import NETWORK_ALLOWANCE_MILLIS, fair_thinking_millis
from server.rules.steps import back_step, next_step, picture_after, picture_before
from server.rules.time_limits import own_closes_at, round_ends_at

GRACE_MILLIS = 750
"""How long after the end of a round an answer that was given in time may still arrive."""
KEPT_BY_SEAT = (c.JoinRoom, c.GiveAnswer, c.ChooseTeam)
"""What a seat remembers to have sent; all else is remembered by the room."""
QUOTE_LONGEST = 90
"""The most characters of a quotation that a hall can read at a glance."""


def decide(room: Room | None, command: c.Command, now: ServerMillis) -> list[e.Event]:
    """The events that a command causes in a room at `now`, or none if it was carried out before.

    `room` is None only for OpenRoom. Raises Refusal with the code to send back.
    """
    if isinstance(command, c.OpenRoom):
        if room is not None:
            return _once(command.command_id in room.host_commands)
        return [
            e.RoomOpened(now, command.command_id, command.pin, command.deck, command.settings, course=command.course)
        ]
    if room is None:
        raise Refusal(RefusalCode.ROOM_NOT_FOUND)
    if _is_repeat(room, command):
        return []
    if room.phase not in PHASES_ALLOWING[type(command)]:
        raise Refusal(RefusalCode.ROOM_ENDED if room.phase is Phase.ENDED else RefusalCode.NOT_NOW)
    return _decide_allowed(room, command, now)


def _decide_allowed(
    room: Room, command: c.PlayerCommand | c.HostCommand | c.DueCommand, now: ServerMillis
) -> list[e.Event]:
    match command:
        case c.GiveAnswer():
            return [_answer(room, command, now)]
        case c.JoinRoom():
            return join(room, command, now)
        case c.ChooseTeam():
            return choose_team(room, command, now)
        case c.TakeStep():
            return _take_step(room, command, now)
        case c.GoBack():
            return [_go_back(room, command, now)]
        case c.UndoStep():
            return [undo(room, command, now)]
        case c.StartTalk():
            return [start_talk(room, command, now)]
        case c.SkipCard():
            return skip(room, command, now)
        case c.ArrangeCards():
            return [arrange(room, command, now)]
        case c.ShowEarlier():
            return [show_earlier(room, command, now)]
        case c.ShowBoard():
            return show_board(room, command, now)
        case c.ChangeSettings():
            return [change_settings(command, now)]
        case c.PutInTeam():
            return put_in_team(room, command, now)
        case c.RenamePlayer():
            return rename(room, command, now)
        case c.GiveExtraTime():
            return give_extra_time(room, command, now)
        case c.RemoveSince():
            return remove_since(room, command, now)
        case c.ExtendRound():
            return [extend(room, command, now)]
        case c.OpenDueRound():
            return [_open_due(room, command, now)]
        case c.CloseDueRound():
            return [_close_due(room, command, now)]
        case c.ChooseAxes():
            return [e.AxesChosen(now, command.command_id, known_axes(room, command.axes))]
        case c.LockRoom():
            changed = command.locked != room.is_locked
            return [e.RoomLockChanged(now, command.command_id, command.locked)] if changed else []
        case c.RemovePlayer():
            seat = seat_of(room, command.player)
            return [] if seat.is_removed else [e.PlayerRemoved(now, command.command_id, command.player)]
        case c.LetPlayerBack():
            seat = seat_of(room, command.player)
            return [e.PlayerLetBack(now, command.command_id, command.player)] if seat.is_removed else []
        case c.LetAllBack():
            return let_all_back(room, command, now)
        case c.ApproveEntry():
            changed = command.approves != room.settings.approves_entry
            return [e.EntryApprovalChanged(now, command.command_id, command.approves)] if changed else []
        case c.LetIn():
            return let_in(room, command, now)
        case c.LetInUntil():
            return let_in_until(room, command, now)
        case c.TurnAway():
            return turn_away(room, command, now)
        case c.TurnAwaySince():
            return turn_away_since(room, command, now)
        case c.GroupAnswers():
            return [_group(room, command, now)]
        case c.GoToPodium():
            return [e.PodiumShown(now, command.command_id)]
        case c.EndRoom():
            return end_room(room, command.command_id, now)
        case c.ForgetMe():
            return forget_me(room, command, now)
        case c.ForgetNames():
            return forget_names(room, command.command_id, now)
        case _:
            assert_never(command)


def _once(done: bool) -> list[e.Event]:
    """Nothing more to do for a repeat; a second opening of the same log is not allowed."""
    if not done:
        raise Refusal(RefusalCode.NOT_NOW)
    return []


def _is_repeat(room: Room, command: c.Command) -> bool:
    if isinstance(command, KEPT_BY_SEAT):
        seat = room.seats.get(command.player)
        return seat is not None and not seat.is_removed and command.command_id in seat.last_commands
    return command.command_id in room.host_commands


def _answer(room: Room, command: c.GiveAnswer, now: ServerMillis) -> e.AnswerGiven:
    seat = room.seats.get(command.player)
    if seat is None:
        raise Refusal(RefusalCode.NO_SEAT)
    if seat.is_removed:
        raise Refusal(RefusalCode.REMOVED)
    asked = room.round
    if asked is None:
        raise Refusal(RefusalCode.NOT_OPEN)
    if command.card != asked.card:
        raise Refusal(RefusalCode.WRONG_CARD)
    if asked.opened_at is None:
        raise Refusal(RefusalCode.NOT_OPEN)
    if room.phase is not Phase.ANSWERING and room.phase is not Phase.CLOSED:
        raise Refusal(RefusalCode.TOO_LATE)
    if command.vote != asked.vote:
        raise Refusal(RefusalCode.TOO_LATE if command.vote < asked.vote else RefusalCode.NOT_OPEN)
    _check_picks(room, asked, command)
    seen = now - asked.opened_at
    _check_in_time(asked, seat, command.shown_millis, seen, now)
    thinking = fair_thinking_millis(command.shown_millis, seen)
    confidence = command.confidence if asked.settings.asks_confidence else None
    return e.AnswerGiven(
        now, command.command_id, command.player, command.card, dict(command.picks), thinking, confidence
    )


def _check_picks(room: Room, asked: Round, command: c.GiveAnswer) -> None:
    if not command.picks:
        raise Refusal(RefusalCode.BAD_PICK)
    keys, open_axes = room.card_of(asked.card).keys, asked.open_axes
    for axis_id, pick in command.picks.items():
        if axis_id not in open_axes:
            raise Refusal(RefusalCode.BAD_PICK)
        if not can_be_said(room.deck.axis(axis_id), keys[axis_id], pick):
            raise Refusal(RefusalCode.BAD_PICK)


def _check_in_time(asked: Round, seat: Seat, claimed: int, seen: int, now: ServerMillis) -> None:
    """An answer counts if it came before the end, or was given before it and came within the grace.

    A person with time of his own goes on until it ends, also when the round closed for the others.
    """
    has_usual_time = seat.allowance is Allowance.USUAL
    own_end, closed_at = own_closes_at(asked, seat), asked.closed_at if has_usual_time else None
    ends = [moment for moment in (own_end, closed_at) if moment is not None]
    if not ends or asked.opened_at is None:
        return
    end = min(ends)
    given_at = asked.opened_at + max(claimed, seen - GRACE_MILLIS)
    if now > end + GRACE_MILLIS or (now > end and given_at > end + NETWORK_ALLOWANCE_MILLIS):
        raise Refusal(RefusalCode.TOO_LATE)


def _group(room: Room, command: c.GroupAnswers, now: ServerMillis) -> e.AnswersGrouped:
    asked = round_of(room, command.card)
    if command.axis not in asked.axes or room.deck.axis(command.axis).kind is not AxisKind.OPEN:
        raise Refusal(RefusalCode.BAD_PICK)
    grouped = [player for group in command.groups for player in group.players]
    if len(grouped) != len(set(grouped)) or not asked.answers.keys() >= set(grouped):
        raise Refusal(RefusalCode.PLAYER_NOT_FOUND)
    for group in command.groups:
        if group.share is not None and not 0 <= group.share <= 1:
            raise Refusal(RefusalCode.BAD_NUMBER)
        if any(len(quote) > QUOTE_LONGEST for quote in group.quotes) or len(group.title) > QUOTE_LONGEST:
            raise Refusal(RefusalCode.TOO_LARGE)
    return e.AnswersGrouped(now, command.command_id, command.card, command.axis, command.groups)


def _take_step(room: Room, command: c.TakeStep, now: ServerMillis) -> list[e.Event]:
    step = next_step(room)
    if step is None or step.id != command.step:
        raise Refusal(RefusalCode.STALE_STEP)
    asked = room.round
    command_id = command.command_id
    if step.action is StepAction.SHOW_CARD:
        return show_next(room, room.queue, command_id, now)
    if step.action is StepAction.SHOW_PODIUM:
        return [e.PodiumShown(now, command_id)]
    if step.action is StepAction.END_ROOM:
        return end_room(room, command_id, now)
    if step.action is StepAction.SHOW_LEADERBOARD:
        return [e.LeaderboardShown(now, command_id)]
    if asked is None:
        raise Refusal(RefusalCode.NOT_NOW)
    if step.action is StepAction.OPEN_ROUND:
        return [open_round(asked.settings, asked.card, command_id, now)]
    if step.action is StepAction.OPEN_SECOND_VOTE:
        return [open_round(asked.settings, asked.card, command_id, now, vote=2)]
    if step.action is StepAction.CLOSE_ROUND:
        return [e.RoundClosed(now, command_id, asked.card)]
    if step.action is StepAction.REVEAL:
        return [e.CardRevealed(now, command_id, asked.card)]
    following = picture_after(room)
    if following is None:
        raise Refusal(RefusalCode.NOT_NOW)
    return [e.AxisShown(now, command_id, *following)]


def _go_back(room: Room, command: c.GoBack, now: ServerMillis) -> e.AxisShown:
    step = back_step(room)
    if step is None or step.id != command.step:
        raise Refusal(RefusalCode.STALE_STEP)
    asked = room.round
    if room.phase is Phase.LEADERBOARD and asked and asked.shown_axis:
        return e.AxisShown(now, command.command_id, asked.shown_axis, asked.shows_flow)
    earlier = picture_before(room)
    if earlier is None:
        raise Refusal(RefusalCode.NOT_NOW)
    return e.AxisShown(now, command.command_id, *earlier)


def _open_due(room: Room, command: c.OpenDueRound, now: ServerMillis) -> e.RoundOpened:
    asked = round_of(room, command.card)
    if now < asked.opens_at:
        raise Refusal(RefusalCode.NOT_NOW)
    return open_round(asked.settings, asked.card, command.command_id, now)


def _close_due(room: Room, command: c.CloseDueRound, now: ServerMillis) -> e.RoundClosed:
    asked = round_of(room, command.card)
    ends_at = round_ends_at(room)
    if ends_at is None or now < ends_at:
        raise Refusal(RefusalCode.NOT_NOW)
    return e.RoundClosed(ends_at, command.command_id, asked.card)
