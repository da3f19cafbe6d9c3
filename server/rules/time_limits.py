"""When a round ends, for the room and for each person."""

from server.rules.allowances import Allowance, own_deadline, own_limit
from server.rules.ids import ServerMillis
from server.rules.phases import Phase
from server.rules.room import Room, Round, Seat

CHANGE_OF_MIND_MILLIS = 1500
"""How long a round that closes by itself stays open after the last answer."""


def limit_millis(asked: Round) -> int | None:
    """The time that a round gave, in milliseconds; None without a deadline or before it opened."""
    if asked.opened_at is None or asked.closes_at is None:
        return None
    return asked.closes_at - asked.opened_at


def own_limit_millis(asked: Round, seat: Seat) -> int | None:
    """The time that a round gave this person."""
    return own_limit(limit_millis(asked), seat.allowance)


def own_closes_at(asked: Round, seat: Seat) -> ServerMillis | None:
    """When the round closes for this person; None when nothing but the reveal ends it."""
    if asked.opened_at is None:
        return None
    return own_deadline(asked.opened_at, asked.closes_at, seat.allowance)


def may_still_answer(room: Room, seat: Seat, now: ServerMillis) -> bool:
    """Whether a person with time of his own is still answering after the round closed for the others."""
    asked = room.round
    if asked is None or room.phase is not Phase.CLOSED or seat.allowance is Allowance.USUAL or seat.is_removed:
        return False
    closes_at = own_closes_at(asked, seat)
    return closes_at is None or now < closes_at


def still_writing(room: Room, now: ServerMillis) -> int:
    """How many people with time of their own have not answered yet, after the round closed for the others."""
    asked = room.round
    if asked is None or room.phase is not Phase.CLOSED:
        return 0
    return sum(
        may_still_answer(room, seat, now) and not asked.has_answered(seat.player) for seat in room.seats.values()
    )


def is_awaited(room: Room, seat: Seat) -> bool:
    """Whether a round that closes by itself waits for this person: who plays, and was heard of lately."""
    if seat.is_removed:
        return False
    number = len(room.rounds)
    if number < 2 or seat.joined_at_card >= number - 1:
        return True
    return any(seat.player in asked.answers for asked in room.rounds[-2:])


def all_answered_at(room: Room) -> ServerMillis | None:
    """When the last of those who are awaited answered the open vote; None while somebody has not."""
    asked = room.round
    if asked is None or room.phase is not Phase.ANSWERING:
        return None
    last: ServerMillis | None = None
    for seat in room.seats.values():
        if not is_awaited(room, seat):
            continue
        if not asked.has_answered(seat.player):
            return None
        last = max(last or ServerMillis(0), asked.answers[seat.player].at)
    return last


def round_ends_at(room: Room) -> ServerMillis | None:
    """When the open round closes by itself: at its deadline, or soon after everybody has answered."""
    asked = room.round
    if asked is None or room.phase is not Phase.ANSWERING:
        return None
    ends = [] if asked.closes_at is None else [asked.closes_at]
    if asked.settings.closes_when_all_answered:
        answered_at = all_answered_at(room)
        if answered_at is not None:
            ends.append(ServerMillis(answered_at + CHANGE_OF_MIND_MILLIS))
    return min(ends, default=None)
