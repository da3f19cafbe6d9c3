"""Who must be told what after events. Nothing is told to the whole room per answer or per arrival."""

from collections.abc import Sequence
from dataclasses import dataclass

from server.rules import events as e
from server.rules.allowances import Allowance
from server.rules.ids import PlayerId
from server.rules.room import Room

_FOR_ALL_PHONES = (
    e.CardShown | e.RoundOpened | e.RoundExtended | e.RoundClosed | e.CardRevealed
    | e.AnswersGrouped | e.LeaderboardShown | e.PodiumShown | e.RoomEnded
    | e.TalkStarted | e.TalkExtended | e.StepUndone | e.EarlierShown | e.SettingsChanged | e.PlayersForgotten
)  # fmt: skip
_FOR_ONE = (
    e.PlayerJoined | e.PlayerRemoved | e.PlayerLetBack | e.EntryAsked | e.PlayerTurnedAway
    | e.PlayerRenamed | e.TeamChanged | e.ExtraTimeGiven
)  # fmt: skip
_OF_TIME = e.CardShown | e.RoundOpened | e.RoundExtended | e.RoundClosed | e.TalkStarted
"""What moves the time of a person who was given more: only the own seat view tells of it."""
_FOR_EVERY_SEAT = e.CardRevealed | e.AnswersGrouped | e.StepUndone | e.EarlierShown


@dataclass(frozen=True, slots=True)
class Audience:
    """What to send.

    `room`: the room view to all phones. `all_seats`: every phone its own seat view; else `seats`: these ones at once,
    and `echoes` soon: whoever answered has the acknowledgement already, the view is for other devices of the person.
    `staff_at_once`: screen and host without waiting for their next quarter second. They are always due something.
    """

    room: bool
    all_seats: bool
    seats: frozenset[PlayerId]
    staff_at_once: bool
    echoes: frozenset[PlayerId] = frozenset()


def audience_of(events: Sequence[e.Event], room: Room | None = None) -> Audience:
    """Who is touched by these events; `room` is as they left it, and tells who has time of their own."""
    seats = frozenset(event.player for event in events if isinstance(event, _FOR_ONE))
    for event in events:
        if isinstance(event, e.PlayersForgotten):
            seats |= frozenset(event.players)
    if room is not None and any(isinstance(event, _OF_TIME) for event in events):
        seats |= {seat.player for seat in room.seats.values() if seat.allowance is not Allowance.USUAL}
    return Audience(
        room=any(isinstance(event, _FOR_ALL_PHONES) for event in events),
        all_seats=any(isinstance(event, _FOR_EVERY_SEAT) for event in events),
        seats=seats,
        staff_at_once=any(not isinstance(event, e.PlayerJoined | e.EntryAsked | e.AnswerGiven) for event in events),
        echoes=frozenset(event.player for event in events if isinstance(event, e.AnswerGiven)),
    )
