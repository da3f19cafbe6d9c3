"""What a room remembers: the fold of its log. `evolve_all` is the primitive, `evolve` its single case.

A Draft copies each of the room's tables once, on first touch, and then writes into its own copy; so a batch of a
thousand answers costs one copy, and the room it started from never changes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, assert_never

from server.rules import events as e
from server.rules.ids import CommandId, MilliPoints, PlayerId, Version
from server.rules.names import same_to_the_eye
from server.rules.phases import Phase
from server.rules.room import COMMANDS_REMEMBERED, Answer, Room, Round, Score, Seat
from server.rules.scoring import score_answer

HOST_COMMANDS_REMEMBERED = 32


class Draft:
    """A room being folded. `room` is a whole value after every event; events are applied in order of version."""

    def __init__(self, room: Room | None) -> None:
        self._room = room
        self._seats: dict[PlayerId, Seat] | None = None
        self._names: dict[str, PlayerId] | None = None
        self._answers: dict[PlayerId, Answer] | None = None

    @property
    def room(self) -> Room:
        """The room as it stands. Raises LookupError before the first event."""
        if self._room is None:
            raise LookupError("a log begins with RoomOpened")
        return self._room

    @property
    def room_or_none(self) -> Room | None:
        """The room as it stands, or None before the first event."""
        return self._room

    def apply(self, event: e.Event) -> None:
        """Folds one event. Raises LookupError when the log does not begin with RoomOpened."""
        if isinstance(event, e.RoomOpened):
            self._room = _opened(event)
            return
        self._fold(event)
        changes: dict[str, Any] = {"version": Version(self.room.version + 1)}
        if not isinstance(event, e.PlayerJoined | e.AnswerGiven):
            changes["host_commands"] = _remember(self.room.host_commands, event.command_id, HOST_COMMANDS_REMEMBERED)
        self._change(**changes)

    def _fold(self, event: e.Event) -> None:
        match event:
            case e.RoomOpened():
                raise LookupError("RoomOpened comes first and once")
            case e.PlayerJoined():
                self._seat_player(event)
            case e.PlayerRemoved():
                self._change_seat(event.player, is_removed=True)
            case e.PlayerLetBack():
                self._change_seat(event.player, is_removed=False)
            case e.RoomLockChanged():
                self._change(is_locked=event.locked)
            case e.AxesChosen():
                self._change(asked_axes=event.axes)
            case e.CardShown():
                self._answers = None
                shown = Round(event.card, event.axes, event.opens_at)
                self._change(phase=Phase.READING, rounds=(*self.room.rounds, shown))
            case e.RoundOpened():
                self._change_round(opened_at=event.at, closes_at=event.closes_at)
                self._change(phase=Phase.ANSWERING)
            case e.RoundExtended():
                self._change_round(closes_at=event.closes_at)
            case e.AnswerGiven():
                self._keep_answer(event)
            case e.RoundClosed():
                self._change_round(closed_at=event.at)
                self._change(phase=Phase.CLOSED)
            case e.CardRevealed():
                self._reveal()
            case e.AnswersGrouped():
                self._group(event)
            case e.AxisShown():
                self._change_round(shown_axis=event.axis)
                self._change(phase=Phase.REVEAL)
            case e.LeaderboardShown():
                self._change(phase=Phase.LEADERBOARD)
            case e.PodiumShown():
                self._change(phase=Phase.PODIUM)
            case e.RoomEnded():
                self._change(phase=Phase.ENDED)
            case _:
                assert_never(event)

    def _change(self, **fields: Any) -> None:
        self._room = replace(self.room, **fields)

    def _change_round(self, **fields: Any) -> None:
        rounds = self.room.rounds
        self._change(rounds=(*rounds[:-1], replace(rounds[-1], **fields)))

    def _own_seats(self) -> dict[PlayerId, Seat]:
        if self._seats is None:
            self._seats = dict(self.room.seats)
            self._change(seats=self._seats)
        return self._seats

    def _change_seat(self, player: PlayerId, **fields: Any) -> None:
        seats = self._own_seats()
        seats[player] = replace(seats[player], **fields)

    def _seat_player(self, event: e.PlayerJoined) -> None:
        if self._names is None:
            self._names = dict(self.room.names)
            self._change(names=self._names)
        self._names[same_to_the_eye(event.name)] = event.player
        self._own_seats()[event.player] = Seat(
            event.player, event.name, len(self.room.rounds), last_commands=(event.command_id,)
        )

    def _keep_answer(self, event: e.AnswerGiven) -> None:
        asked = self.room.rounds[-1]
        if self._answers is None:
            self._answers = dict(asked.answers)
            self._change_round(answers=self._answers)
        self._answers[event.player] = Answer(event.picks, event.at, event.thinking_millis)
        seats = self._own_seats()
        seat = seats[event.player]
        seats[event.player] = replace(
            seat, last_commands=_remember(seat.last_commands, event.command_id, COMMANDS_REMEMBERED)
        )

    def _reveal(self) -> None:
        room = self.room
        asked = room.rounds[-1]
        scores = scores_of(room, asked)
        points = _with_card_scores(room, scores)
        self._change_round(scores=scores, shown_axis=asked.axes[0])
        previous = {player: room.points.get(player, MilliPoints(0)) for player in _placed_before(room)}
        self._change(phase=Phase.REVEAL, points=points, previous_points=previous)

    def _group(self, event: e.AnswersGrouped) -> None:
        """Open answers may be marked after the reveal: the card's points are then worked out anew."""
        asked = self.room.rounds[-1]
        marks = {player: group.share for group in event.groups if group.share is not None for player in group.players}
        self._change_round(
            groups={**asked.groups, event.axis: event.groups},
            marks={**asked.marks, event.axis: marks},
        )
        asked = self.room.rounds[-1]
        if asked.scores is not None:
            scores = scores_of(self.room, asked)
            points = _with_card_scores(self.room, scores)
            self._change_round(scores=scores)
            self._change(points=points)


def _with_card_scores(room: Room, scores: Mapping[PlayerId, Score]) -> dict[PlayerId, MilliPoints]:
    """Everybody's points with these scores for the newest card, in place of those it may have had."""
    earlier = room.rounds[-1].scores or {}
    points = dict(room.points)
    for player, score in scores.items():
        before = earlier[player].total if player in earlier else 0
        points[player] = MilliPoints(points.get(player, 0) - before + score.total)
    return points


def _placed_before(room: Room) -> Iterable[PlayerId]:
    """The players who had a place before the card now revealed: nobody at the first, else who was seated before it."""
    cards = len(room.rounds)
    return (seat.player for seat in room.seats.values() if cards > 1 and seat.joined_at_card < cards)


def scores_of(room: Room, asked: Round) -> Mapping[PlayerId, Score]:
    """What every answer of a round earns, also of a player who is out for now: being let back brings it back."""
    card = room.card_of(asked.card)
    bonus = room.settings.speed_bonus
    return {
        player: score_answer(room.deck, card, asked, player, answer, bonus) for player, answer in asked.answers.items()
    }


def _remember(known: tuple[CommandId, ...], new: CommandId, most: int) -> tuple[CommandId, ...]:
    return (*known, new)[-most:]


def _opened(event: e.RoomOpened) -> Room:
    return Room(
        version=Version(1),
        phase=Phase.LOBBY,
        pin=event.pin,
        deck=event.deck,
        settings=event.settings,
        rules=event.rules,
        opened_at=event.at,
        asked_axes=event.settings.axes,
        host_commands=(event.command_id,),
    )


def evolve_all(room: Room | None, events: Iterable[e.Event]) -> Room:
    """The room after these events. Raises LookupError when there is no room and no event."""
    draft = Draft(room)
    for event in events:
        draft.apply(event)
    return draft.room


def evolve(room: Room | None, event: e.Event) -> Room:
    """The room after one event."""
    return evolve_all(room, (event,))
