"""What a room remembers: the fold of its log. `evolve_all` is the primitive, `evolve` its single case.

A Draft copies the room and each of its tables once, on first touch, and then writes into its own copy; so a batch of
a thousand answers costs one copy, and the room it started from never changes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import Any, assert_never

from server.rules import events as e
from server.rules.boards import Board
from server.rules.callers import Caller, DoorState
from server.rules.forgetting import forgotten
from server.rules.ids import CommandId, MilliPoints, PlayerId, Version
from server.rules.names import same_to_the_eye
from server.rules.phases import Phase
from server.rules.room import Answer, Room, Round, Score, Seat
from server.rules.scoring import CardScores, counted_answer
from server.rules.settings import ChangeableSettings, RoomSettings
from server.rules.time_limits import limit_millis
from server.rules.undoing import undone

HOST_COMMANDS_REMEMBERED = 32

STEPS = (
    e.CardShown | e.RoundOpened | e.RoundClosed | e.TalkStarted | e.CardSkipped
    | e.CardRevealed | e.AxisShown | e.EarlierShown | e.LeaderboardShown | e.PodiumShown
)  # fmt: skip
"""What brings the room on, and can be taken back."""


class Draft:
    """A room being folded. `room` is a whole value after every event; events are applied in order of version.

    Whoever keeps that value applies nothing more: the draft goes on writing into it.
    """

    def __init__(self, room: Room | None) -> None:
        self._room = room
        self._given = room
        self._seats: dict[PlayerId, Seat] | None = None
        self._names: dict[str, PlayerId] | None = None
        self._answers: dict[PlayerId, Answer] | None = None
        self._callers: dict[PlayerId, Caller] | None = None

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
        if isinstance(event, e.AnswerGiven):  # first, and past all that follows: a log has thousands of them
            self._keep_answer(event)
            self._count_on()
            return
        if isinstance(event, e.RoomOpened):
            self._room = _opened(event)
            return
        if isinstance(event, STEPS):
            self._remember_before(event)
        self._fold(event)
        if not isinstance(event, e.PlayerJoined | e.EntryAsked):
            known = _remember(self.room.host_commands, event.command_id, HOST_COMMANDS_REMEMBERED)
            self._change(version=Version(self.room.version + 1), host_commands=known)
        else:
            self._count_on()

    def _count_on(self) -> None:
        """The next version of the room; written into the draft's own copy, as its tables are."""
        room, following = self.room, Version(self.room.version + 1)
        if room is self._given:
            self._change(version=following)
        else:
            object.__setattr__(room, "version", following)

    def _fold(self, event: e.Event) -> None:
        match event:
            case e.RoomOpened():
                raise LookupError("RoomOpened comes first and once")
            case e.PlayerJoined():
                self._seat_player(event)
            case e.PlayerRemoved():
                self._change_seat(event.player, is_removed=True, removed_by=event.command_id, removed_at=event.at)
            case e.PlayerLetBack():
                self._change_seat(event.player, is_removed=False, removed_by=None, removed_at=None)
            case e.EntryApprovalChanged():
                self._change(settings=replace(self.room.settings, approves_entry=event.approves))
            case e.EntryAsked():
                asked = Caller(event.player, event.name, event.at, member=event.member)
                self._own_callers()[event.player] = asked
            case e.PlayerTurnedAway():
                self._change_caller(event.player, DoorState.TURNED_AWAY)
            case e.PlayerRenamed():
                self._rename(event)
            case e.PlayersForgotten():
                self._forget(event)
            case e.TeamChanged():
                self._change_seat(event.player, team=event.team)
            case e.ExtraTimeGiven():
                self._change_seat(event.player, allowance=event.allowance)
            case e.SettingsChanged():
                self._change(settings=_changed(self.room.settings, event.settings))
            case e.CardsArranged():
                self._change(queue=event.cards)
            case e.RoomLockChanged():
                self._change(is_locked=event.locked)
            case e.AxesChosen():
                self._change(asked_axes=event.axes)
            case e.CardShown():
                self._answers = None
                shown = Round(event.card, event.axes, self.room.settings, event.opens_at)
                queue = tuple(card for card in self.room.queue if card != event.card)
                self._change(phase=Phase.READING, rounds=(*self.room.rounds, shown), queue=queue, revisited=None)
            case e.RoundOpened():
                self._change_round(opened_at=event.at, closes_at=event.closes_at, closed_at=None, vote=event.vote)
                self._change(phase=Phase.ANSWERING)
            case e.RoundExtended():
                self._change_round(closes_at=event.closes_at)
            case e.AnswerGiven():
                self._keep_answer(event)
            case e.RoundClosed():
                self._change_round(closed_at=event.at)
                self._change(phase=Phase.CLOSED)
            case e.TalkStarted():
                self._lock_first_vote(event)
            case e.TalkExtended():
                self._change_round(talk_ends_at=event.ends_at)
            case e.CardSkipped():
                self._change_round(is_skipped=True)
            case e.StepUndone():
                self._undo(event)
            case e.CardRevealed():
                self._reveal()
            case e.AnswersGrouped():
                self._group(event)
            case e.AxisShown():
                self._change_screen_round(shown_axis=event.axis, shows_flow=event.flow)
                self._change(phase=Phase.REVEAL)
            case e.EarlierShown():
                newest = self.room.rounds[-1].card
                self._change(phase=Phase.REVEAL, revisited=None if event.card == newest else event.card)
                self._change_screen_round(shown_axis=self._screen_round.axes[0], shows_flow=False)
            case e.BoardShown():
                self._change(board=Board(event.board, event.axis) if event.board else None)
            case e.LeaderboardShown():
                self._change(phase=Phase.LEADERBOARD, revisited=None)
            case e.PodiumShown():
                self._change(phase=Phase.PODIUM, revisited=None)
            case e.RoomEnded():
                self._change(phase=Phase.ENDED)
            case _:
                assert_never(event)

    def _change(self, **fields: Any) -> None:
        self._room = replace(self.room, **fields)

    def _change_round(self, **fields: Any) -> None:
        rounds = self.room.rounds
        self._change(rounds=(*rounds[:-1], replace(rounds[-1], **fields)))

    @property
    def _screen_round(self) -> Round:
        shown = self.room.round_on_screen
        assert shown is not None
        return shown

    def _change_screen_round(self, **fields: Any) -> None:
        shown = self._screen_round
        changed = tuple(replace(one, **fields) if one is shown else one for one in self.room.rounds)
        self._change(rounds=changed)

    def _remember_before(self, event: e.Event) -> None:
        """Keeps the room as it is before a step, once for all events of one command. No board outlives a step."""
        room = self.room
        if event.command_id != room.last_step:
            # What the draft has copied so far belongs to the room that is kept: from here on it copies anew.
            self._let_go_of_tables()
            self._change(before_step=room.without_memory(), last_step=event.command_id)
        if room.board is not None:
            self._change(board=None)

    def _let_go_of_tables(self) -> None:
        self._seats = self._names = self._answers = self._callers = None

    def _undo(self, event: e.StepUndone) -> None:
        self._let_go_of_tables()
        self._room = undone(self.room, event.until)

    def _own_seats(self) -> dict[PlayerId, Seat]:
        if self._seats is None:
            self._seats = dict(self.room.seats)
            self._change(seats=self._seats)
        return self._seats

    def _change_seat(self, player: PlayerId, **fields: Any) -> None:
        seats = self._own_seats()
        seats[player] = replace(seats[player], **fields)

    def _own_callers(self) -> dict[PlayerId, Caller]:
        if self._callers is None:
            self._callers = dict(self.room.callers)
            self._change(callers=self._callers)
        return self._callers

    def _change_caller(self, player: PlayerId, state: DoorState) -> None:
        callers = self._own_callers()
        callers[player] = replace(callers[player], state=state)

    def _seat_player(self, event: e.PlayerJoined) -> None:
        if event.player in self.room.callers:
            self._change_caller(event.player, DoorState.LET_IN)
        if self._names is None:
            self._names = dict(self.room.names)
            self._change(names=self._names)
        self._names[same_to_the_eye(event.name)] = event.player
        self._own_seats()[event.player] = Seat(
            event.player,
            event.name,
            len(self.room.rounds),
            joined_at=event.at,
            team=event.team,
            last_commands=(event.command_id,),
            member=event.member,
        )

    def _rename(self, event: e.PlayerRenamed) -> None:
        names = dict(self.room.names)
        names.pop(same_to_the_eye(self.room.seats[event.player].name), None)
        names[same_to_the_eye(event.name)] = event.player
        self._names = names
        self._change(names=names)
        self._change_seat(event.player, name=event.name)

    def _forget(self, event: e.PlayersForgotten) -> None:
        """Also in the room that an undo would bring back."""
        self._let_go_of_tables()
        before = self.room.before_step
        if before is not None:
            self._change(before_step=forgotten(before, event.players, event.keeps_season))
        self._room = forgotten(self.room, event.players, event.keeps_season)

    def _lock_first_vote(self, event: e.TalkStarted) -> None:
        """What everybody said stands, and is what the second vote begins with."""
        self._answers = None
        asked = self.room.rounds[-1]
        self._change_round(
            first_answers=asked.answers,
            first_limit_millis=limit_millis(asked),
            revote_axes=event.axes,
            talk_ends_at=event.ends_at,
        )
        self._change(phase=Phase.TALK)

    def _keep_answer(self, event: e.AnswerGiven) -> None:
        asked = self.room.rounds[-1]
        if self._answers is None:
            self._answers = dict(asked.answers)
            self._change_round(answers=self._answers)
        earlier = self._answers.get(event.player) if asked.vote > 1 else None
        picks = {**earlier.picks, **event.picks} if earlier else event.picks
        confidence = event.confidence or (earlier.confidence if earlier else None)
        self._answers[event.player] = Answer(picks, event.at, event.thinking_millis, confidence, asked.vote)
        seats = self._own_seats()
        seats[event.player] = seats[event.player].having_sent(event.command_id)

    def _reveal(self) -> None:
        room = self.room
        asked = room.rounds[-1]
        scores = scores_of(room, asked)
        points = _with_card_scores(room, scores)
        self._change_round(scores=scores, shown_axis=asked.axes[0], shows_flow=False)
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
    """Everybody's points with these scores for the newest card, in place of those it had. A trial gives none."""
    if room.is_trial:
        return dict(room.points)
    earlier = room.rounds[-1].scores or {}
    points = dict(room.points)
    for player, score in scores.items():
        before = earlier[player].total if player in earlier else 0
        points[player] = MilliPoints(points.get(player, 0) - before + score.total)
    return points


def _placed_before(room: Room) -> Iterable[PlayerId]:
    """The players who had a place before the card now revealed: nobody at the first, else who was seated before it."""
    rounds, is_first = len(room.rounds), room.card_number <= 1
    return (seat.player for seat in room.seats.values() if not is_first and seat.joined_at_card < rounds)


def scores_of(room: Room, asked: Round) -> Mapping[PlayerId, Score]:
    """What every answer of a round earns, also of a player who is out for now: being let back brings it back."""
    scores = CardScores(room.deck, room.card_of(asked.card), asked)
    counted = ((player, counted_answer(asked, player)) for player in asked.answers)
    return {player: scores.of(room.seats[player], answer) for player, answer in counted if answer is not None}


def _remember(known: tuple[CommandId, ...], new: CommandId, most: int) -> tuple[CommandId, ...]:
    """The last ids, each once: a command of two thousand events does not push out all others."""
    return known if known[-1:] == (new,) else (*known, new)[-most:]


def _changed(settings: RoomSettings, changes: ChangeableSettings) -> RoomSettings:
    return replace(settings, **{field.name: getattr(changes, field.name) for field in fields(changes)})


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
        queue=(
            *((event.deck.trial.card.id,) if event.deck.trial and event.settings.has_trial else ()),
            *(card.id for card in event.deck.cards),
        ),
        host_commands=(event.command_id,),
        course=event.course,
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
