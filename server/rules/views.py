"""The only door out: what each audience may know of a room, built up field by field.

Before a reveal nothing here but the host's view reads a key, a cue, a trap or a pick of somebody else.
"""

from collections.abc import Callable, Mapping
from hashlib import sha256

from server.rules.cards import Axis, AxisKind, Card, Key, Option
from server.rules.ids import AxisId, MilliPoints, PlayerId, RoomId, ServerMillis
from server.rules.marking import share
from server.rules.phases import ROUND_PHASES, Phase
from server.rules.picks import IN_ORDER, Pick, asked_options
from server.rules.reveal_types import AcceptedOption, AxisReveal, RevealView, TrapView
from server.rules.reveals import kind_detail, option_counts, picks_on, trap_counts, words_said
from server.rules.room import Room, Round, Score
from server.rules.scoring import POINT, limit_millis, mean_share, most_points
from server.rules.standings import Standing, Standings
from server.rules.steps import back_step, next_step
from server.rules.view_types import (
    AnswerView,
    AxisResult,
    AxisView,
    CardOutline,
    CardState,
    HostAxis,
    HostView,
    ItemView,
    OptionView,
    ResultView,
    RoomView,
    RosterRow,
    RosterView,
    RoundView,
    ScreenView,
    SeatView,
    StandingRow,
    Verdict,
)

LEADERBOARD_ROWS = 8
PODIUM_RANKS = 3
PODIUM_MOST = 12
NEWEST_NAMES = 24

Naming = Callable[[PlayerId], str]
"""How a player is called in a view; a replay replaces the names here."""


def room_view(room: Room, room_id: RoomId, now: ServerMillis) -> RoomView:
    """What all phones share."""
    return RoomView(
        version=room.version,
        server_now=now,
        room=room_id,
        phase=room.phase,
        deck_title=room.deck.title,
        deck_kinds=tuple(kind for kind in AxisKind if any(axis.kind is kind for axis in room.deck.axes)),
        card_number=len(room.rounds),
        card_count=len(room.deck.cards),
        players=len(room.active_seats),
        round=_round_view(room),
        reveal=_reveal_view(room),
        podium=_podium(room, _real_names(room)),
    )


def screen_view(room: Room, room_id: RoomId, now: ServerMillis, naming: Naming | None = None) -> ScreenView:
    """What the projector shows. `naming` replaces the players' own names."""
    named = naming or _real_names(room)
    newest = room.active_seats[-NEWEST_NAMES:]
    return ScreenView(
        version=room.version,
        server_now=now,
        room=room_id,
        pin=room.pin,
        phase=room.phase,
        is_locked=room.is_locked,
        deck_title=room.deck.title,
        card_number=len(room.rounds),
        card_count=len(room.deck.cards),
        players=len(room.active_seats),
        answered=answered_count(room),
        newest_names=tuple(named(seat.player) for seat in newest),
        round=_round_view(room),
        reveal=_reveal_view(room),
        leaderboard=_leaderboard(room, named) if room.phase is Phase.LEADERBOARD else (),
        podium=_podium(room, named),
    )


def seat_view(room: Room, player: PlayerId, now: ServerMillis, standings: Standings | None = None) -> SeatView | None:
    """What one phone alone knows; None when the player has no seat.

    Pass `standings` (Standings.of(room)) when making many views of one room, so that places are worked out once.
    """
    seat = room.seats.get(player)
    if seat is None:
        return None
    places = standings or Standings.of(room)
    return SeatView(
        version=room.version,
        server_now=now,
        player=player,
        name=seat.name,
        is_removed=seat.is_removed,
        came_in_at_card=seat.joined_at_card,
        answer=_answer_view(room, player),
        result=_result_view(room, player),
        points=room.points.get(player, MilliPoints(0)),
        rank=places.rank_of.get(player),
        previous_rank=places.previous_rank_of.get(player),
        ranked=len(places.rows),
    )


def host_view(room: Room, room_id: RoomId, now: ServerMillis) -> HostView:
    """The lecturer's own console: also keys, live counts and notes."""
    card = room.card if room.phase in ROUND_PHASES else None
    asked = room.round
    named = _real_names(room)
    return HostView(
        version=room.version,
        server_now=now,
        room=room_id,
        pin=room.pin,
        phase=room.phase,
        is_locked=room.is_locked,
        deck_title=room.deck.title,
        deck_axes=tuple(axis_view(axis) for axis in room.deck.axes),
        asked_axes=room.asked_axes,
        reading_seconds=room.settings.reading_seconds,
        answer_seconds=room.settings.answer_seconds,
        speed_bonus=room.settings.speed_bonus,
        cards=tuple(_outline(room, number) for number in range(len(room.deck.cards))),
        card_number=len(room.rounds),
        card_count=len(room.deck.cards),
        players=len(room.active_seats),
        answered=answered_count(room),
        round=_round_view(room),
        keys=_host_axes(room, room.card if room.phase is Phase.LEADERBOARD else card, asked),
        debate=card.debate if card else None,
        note=card.note if card else None,
        shown_axis=asked.shown_axis if asked and room.phase is Phase.REVEAL else None,
        leaderboard=_leaderboard(room, named),
        podium=_podium(room, named),
        next_step=next_step(room),
        back_step=back_step(room),
    )


def roster_view(room: Room) -> RosterView:
    """Everybody with a seat, in order of arrival; for the host alone."""
    ranks = Standings.of(room).rank_of
    answers = room.round.answers if room.round and room.phase in ROUND_PHASES else {}
    return RosterView(
        version=room.version,
        rows=tuple(
            RosterRow(
                player=seat.player,
                name=seat.name,
                is_removed=seat.is_removed,
                has_answered=seat.player in answers,
                points=room.points.get(seat.player, MilliPoints(0)),
                rank=ranks.get(seat.player),
            )
            for seat in room.seats.values()
        ),
    )


def answered_count(room: Room) -> int:
    """How many of those who play have answered the card on the screen."""
    if room.round is None or room.phase not in ROUND_PHASES:
        return 0
    return sum(1 for player in room.round.answers if not room.seats[player].is_removed)


def _real_names(room: Room) -> Naming:
    return lambda player: room.seats[player].name


def axis_view(axis: Axis, card: Card | None = None) -> AxisView:
    """An axis as anybody may see it: in general, or as a card asks it."""
    key = card.keys[axis.id] if card else None
    options = asked_options(axis, key) if key else axis.options
    if card and axis.kind in IN_ORDER:
        options = tuple(sorted(options, key=lambda option: _lot(card, option)))
    return AxisView(
        id=axis.id,
        kind=axis.kind,
        label=axis.label,
        short_label=axis.short_label,
        question=axis.question,
        options=tuple(OptionView(option.id, option.label, option.short, option.hint) for option in options),
        picture=axis.picture,
        asks=axis.asks,
        items=tuple(ItemView(item, label) for item, label in key.items.items()) if key else (),
        x_axis=axis.x_axis,
        y_axis=axis.y_axis,
    )


def _lot(card: Card, option: Option) -> str:
    """Puts the options of an order in one that gives nothing away and is the same for everybody."""
    return sha256(f"{card.id}/{option.id}".encode()).hexdigest()


def _round_view(room: Room) -> RoundView | None:
    asked, card = room.round, room.card
    if asked is None or card is None or room.phase not in ROUND_PHASES:
        return None
    seconds = room.settings.answer_seconds
    planned = None if seconds is None else seconds * 1000
    return RoundView(
        card=card.id,
        title=card.title,
        person=card.person,
        story=card.story,
        axes=tuple(axis_view(room.deck.axis(axis_id), card) for axis_id in asked.axes),
        opens_at=asked.opened_at or asked.opens_at,
        closes_at=asked.closes_at,
        limit_millis=limit_millis(asked) if asked.opened_at is not None else planned,
    )


def _reveal_view(room: Room) -> RevealView | None:
    """The truth, only while the room is at the reveal of its card."""
    asked, card = room.round, room.card
    if room.phase is not Phase.REVEAL or asked is None or card is None or asked.shown_axis is None:
        return None
    return RevealView(
        shown_axis=asked.shown_axis,
        axes=tuple(_axis_reveal(room, asked, card, axis_id) for axis_id in asked.axes),
        debate=card.debate,
    )


def _axis_reveal(room: Room, asked: Round, card: Card, axis_id: AxisId) -> AxisReveal:
    axis, key = room.deck.axis(axis_id), card.keys[axis_id]
    picks = picks_on(room, asked, axis_id)
    traps = _traps(card, axis_id)
    return AxisReveal(
        axis=axis_id,
        is_contested=key.is_contested_on(axis),
        accepted=_accepted(key),
        cue=key.cue,
        why=key.why,
        traps=traps,
        counts=option_counts(axis, picks.values()),
        trap_counts=trap_counts(axis, traps, picks.values()),
        detail=kind_detail(axis, key, asked, picks),
    )


def _accepted(key: Key) -> tuple[AcceptedOption, ...]:
    return tuple(AcceptedOption(option, worth) for option, worth in key.accept.items())


def _traps(card: Card, axis_id: AxisId) -> tuple[TrapView, ...]:
    return tuple(TrapView(trap.pick, trap.text) for trap in card.traps if trap.axis == axis_id)


def _right_share(axis: Axis, key: Key, asked: Round, picks: Mapping[PlayerId, Pick]) -> float | None:
    """The part of those who picked on this axis that had it wholly right. Open answers count once they are marked."""
    if axis.kind is AxisKind.OPEN:
        marks = [mark for player in picks if (mark := asked.mark_of(axis.id, player)) is not None]
    else:
        marks = [1.0 if _is_right(axis, key, pick) else 0.0 for pick in picks.values()]
    return sum(mark >= 1 for mark in marks) / len(marks) if marks else None


def _is_right(axis: Axis, key: Key, pick: Pick) -> bool:
    """Whatever can be defended is right, also where the experts gave it less than the whole point."""
    return share(axis, key, pick) >= 1 or (isinstance(pick, str) and pick in key.accept)


def _host_axes(room: Room, card: Card | None, asked: Round | None) -> tuple[HostAxis, ...]:
    if card is None or asked is None:
        return ()
    rows = []
    for axis_id in asked.axes:
        axis, key = room.deck.axis(axis_id), card.keys[axis_id]
        picks = picks_on(room, asked, axis_id)
        rows.append(
            HostAxis(
                axis=axis_id,
                is_contested=key.is_contested_on(axis),
                accepted=_accepted(key),
                cue=key.cue,
                why=key.why,
                traps=_traps(card, axis_id),
                counts=option_counts(axis, picks.values()),
                detail=kind_detail(axis, key, asked, picks),
                trap_counts=trap_counts(axis, _traps(card, axis_id), picks.values()),
                words=words_said(axis, picks),
                groups=asked.groups.get(axis_id, ()),
                right_share=_right_share(axis, key, asked, picks),
            )
        )
    return tuple(rows)


def _outline(room: Room, number: int) -> CardOutline:
    card = room.deck.cards[number]
    asked = room.rounds[number] if number < len(room.rounds) else None
    is_current = number == len(room.rounds) - 1 and room.phase in ROUND_PHASES
    state = CardState.CURRENT if is_current else CardState.DONE if asked else CardState.COMING
    scores: Mapping[PlayerId, Score] = asked.scores or {} if asked else {}
    playing = {player: score for player, score in scores.items() if not room.seats[player].is_removed}
    right_share = mean_share(room.deck, asked, playing) if asked else None
    return CardOutline(card.id, card.title, card.status, state, right_share)


def _answer_view(room: Room, player: PlayerId) -> AnswerView | None:
    asked = room.round
    if asked is None or room.phase not in ROUND_PHASES or player not in asked.answers:
        return None
    answer = asked.answers[player]
    return AnswerView(asked.card, dict(answer.picks), answer.at)


def _result_view(room: Room, player: PlayerId) -> ResultView | None:
    """A player's own result, from the reveal until the next card comes up."""
    asked, card = room.round, room.card
    if asked is None or card is None or asked.scores is None:
        return None
    if room.phase not in {Phase.REVEAL, Phase.LEADERBOARD}:
        return None
    answer = asked.answers.get(player)
    score = asked.scores.get(player)
    axes = []
    for axis_id in asked.axes:
        pick = answer.picks.get(axis_id) if answer else None
        earned = score.by_axis[axis_id] if score else MilliPoints(0)
        axis = room.deck.axis(axis_id)
        is_marked = axis.kind is not AxisKind.OPEN or asked.mark_of(axis_id, player) is not None
        verdict = _verdict(axis, card.keys[axis_id], pick, earned) if is_marked else Verdict.WAITING
        axes.append(AxisResult(axis_id, pick, verdict if pick is not None else Verdict.NONE, earned))
    return ResultView(
        card=asked.card,
        axes=tuple(axes),
        points=score.total if score else MilliPoints(0),
        bonus=score.bonus if score else MilliPoints(0),
        most=most_points(room.deck, card, asked, room.settings.speed_bonus),
    )


def _verdict(axis: Axis, key: Key, pick: Pick | None, earned: MilliPoints) -> Verdict:
    if pick is None:
        return Verdict.NONE
    if earned >= POINT or (axis.kind is not AxisKind.OPEN and _is_right(axis, key, pick)):
        return Verdict.RIGHT
    return Verdict.ALMOST if earned else Verdict.WRONG


def _row(standing: Standing, places: Standings, named: Naming) -> StandingRow:
    return StandingRow(
        rank=standing.rank,
        previous_rank=places.previous_rank_of.get(standing.player),
        name=named(standing.player),
        points=standing.points,
    )


def _leaderboard(room: Room, named: Naming) -> tuple[StandingRow, ...]:
    places = Standings.of(room)
    return tuple(_row(standing, places, named) for standing in places.rows[:LEADERBOARD_ROWS])


def _podium(room: Room, named: Naming) -> tuple[StandingRow, ...]:
    """The first three ranks, ties together; empty until the podium is shown, and nobody stands there without points."""
    if room.phase not in {Phase.PODIUM, Phase.ENDED}:
        return ()
    places = Standings.of(room)
    on_it = [row for row in places.rows if row.rank <= PODIUM_RANKS and row.points > 0]
    return tuple(_row(standing, places, named) for standing in on_it[:PODIUM_MOST])
