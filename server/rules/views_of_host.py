"""What the lecturer alone sees: keys, live counts, notes, advice, and who is in the room."""

from collections import Counter
from collections.abc import Mapping

from server.rules.advice import advice_on, twin_to_ask
from server.rules.boards_shown import board_view
from server.rules.cards import Axis, AxisKind, Card, Key
from server.rules.class_review import worst_confusions
from server.rules.host_view_types import (
    CallerRow,
    CardOutline,
    CardState,
    DoorView,
    HostAxis,
    HostView,
    LineState,
    RemovalView,
    RosterRow,
    RosterView,
    SettingsView,
)
from server.rules.ids import CardId, MilliPoints, PlayerId, RoomId, ServerMillis
from server.rules.phases import AFTER_REVEAL, ROUND_PHASES, Phase
from server.rules.picks import Pick
from server.rules.reveals import answered_count, kind_detail, option_counts, picks_on, trap_counts, words_said
from server.rules.room import Room, Round
from server.rules.scoring import judge, mean_share
from server.rules.settings import LeaderboardMode
from server.rules.standings import Standings
from server.rules.steps import back_step, next_step, undo_step
from server.rules.teams import team_views
from server.rules.time_limits import still_writing
from server.rules.views_of_card import accepted, axis_view, round_view, traps_of
from server.rules.views_of_standings import honours_shown, leaderboard_rows, podium_rows, real_names
from server.rules.votes import flow_of, talk_axes


def host_view(room: Room, room_id: RoomId, now: ServerMillis) -> HostView:
    """The lecturer's own console: also keys, live counts and notes."""
    asked = room.round_on_screen
    on_screen = room.card_of(asked.card) if asked else None
    card = on_screen if room.phase in ROUND_PHASES else None
    named = real_names(room)
    return HostView(
        version=room.version,
        server_now=now,
        room=room_id,
        pin=room.pin,
        phase=room.phase,
        is_locked=room.is_locked,
        door=_door_view(room),
        deck_title=room.deck.title,
        deck_axes=tuple(axis_view(axis) for axis in room.deck.axes),
        asked_axes=room.asked_axes,
        settings=_settings_view(room),
        cards=_run(room),
        card_number=room.card_number,
        card_count=room.card_count,
        players=len(room.active_seats),
        answered=answered_count(room),
        still_writing=still_writing(room, now),
        round=round_view(room),
        keys=_host_axes(room, on_screen if room.phase is Phase.LEADERBOARD else card, asked),
        debate=card.debate if card else None,
        note=card.note if card else None,
        shown_axis=asked.shown_axis if asked and room.phase is Phase.REVEAL else None,
        shows_flow=asked.shows_flow if asked and room.phase is Phase.REVEAL else False,
        talk_axes=talk_axes(room, asked) if asked and room.phase is Phase.CLOSED else (),
        twin=twin_to_ask(room),
        leaderboard=leaderboard_rows(room, named, LeaderboardMode.FULL),
        podium=podium_rows(room, named),
        honours=honours_shown(room, named),
        teams=team_views(room),
        confusions=worst_confusions(room) if room.phase in AFTER_REVEAL else (),
        board=board_view(room),
        next_step=next_step(room),
        back_step=back_step(room),
        undo=undo_step(room),
    )


def roster_view(room: Room, lines: Mapping[PlayerId, LineState]) -> RosterView:
    """Everybody with a seat, in order of arrival; for the host alone. `lines`: how the connections do."""
    ranks = Standings.of(room).rank_of
    asked = room.round if room.phase in ROUND_PHASES else None
    return RosterView(
        version=room.version,
        rows=tuple(
            RosterRow(
                player=seat.player,
                name=seat.name,
                joined_at=seat.joined_at,
                line=lines.get(seat.player, LineState.AWAY),
                team=seat.team,
                allowance=seat.allowance,
                is_removed=seat.is_removed,
                has_answered=asked is not None and asked.has_answered(seat.player),
                points=room.points.get(seat.player, MilliPoints(0)),
                rank=ranks.get(seat.player),
            )
            for seat in room.seats.values()
        ),
        callers=tuple(
            CallerRow(
                player=caller.player,
                name=caller.name,
                asked_at=caller.asked_at,
                line=lines.get(caller.player, LineState.AWAY),
                state=caller.state,
            )
            for caller in room.callers.values()
        ),
    )


def _door_view(room: Room) -> DoorView:
    return DoorView(room.settings.approves_entry, len(room.waiting_callers), _newest_removal(room))


def _newest_removal(room: Room) -> RemovalView | None:
    """The command that last took out more than one person who is still out and can be let back."""
    out = [seat for seat in room.seats.values() if seat.is_removed and not seat.is_forgotten]
    sizes = Counter(seat.removed_by for seat in out)
    many = [seat for seat in out if sizes[seat.removed_by] > 1]
    newest = max(many, key=lambda seat: seat.removed_at or 0, default=None)
    if newest is None or newest.removed_by is None:
        return None
    return RemovalView(newest.removed_by, sizes[newest.removed_by])


def _host_axes(room: Room, card: Card | None, asked: Round | None) -> tuple[HostAxis, ...]:
    if card is None or asked is None:
        return ()
    rows = []
    for axis_id in asked.axes:
        axis, key = room.deck.axis(axis_id), card.keys[axis_id]
        picks = picks_on(room, asked, axis_id)
        right_share = _right_share(axis, key, asked, picks)
        rows.append(
            HostAxis(
                axis=axis_id,
                is_contested=key.is_contested_on(axis),
                accepted=accepted(key),
                cue=key.cue,
                why=key.why,
                traps=traps_of(card, axis_id),
                counts=option_counts(axis, picks.values()),
                detail=kind_detail(axis, key, asked, picks),
                trap_counts=trap_counts(axis, traps_of(card, axis_id), picks.values()),
                words=words_said(axis, picks),
                groups=asked.groups.get(axis_id, ()),
                right_share=right_share,
                flow=flow_of(room, asked, card, axis_id),
                advice=advice_on(room, asked, axis, picks, right_share),
            )
        )
    return tuple(rows)


def _right_share(axis: Axis, key: Key, asked: Round, picks: Mapping[PlayerId, Pick]) -> float | None:
    """The part of those who picked on this axis that had it wholly right. Open answers count once they are marked."""
    if axis.kind is AxisKind.OPEN:
        marks = [mark for player in picks if (mark := asked.mark_of(axis.id, player)) is not None]
    else:
        right = judge(axis, key)
        marks = [1.0 if right(pick) else 0.0 for pick in picks.values()]
    return sum(mark >= 1 for mark in marks) / len(marks) if marks else None


def _run(room: Room) -> tuple[CardOutline, ...]:
    """The cards that came up, those to come, and those set aside."""
    done = [_outline_of_round(room, number) for number in range(len(room.rounds))]
    coming = [_outline(room, card, CardState.COMING) for card in room.queue]
    known = {outline.id for outline in (*done, *coming)}
    aside = [_outline(room, card.id, CardState.ASIDE) for card in room.deck.cards if card.id not in known]
    return (*done, *coming, *aside)


def _outline_of_round(room: Room, number: int) -> CardOutline:
    asked = room.rounds[number]
    is_current = asked is room.round_on_screen and room.phase in ROUND_PHASES
    state = CardState.SKIPPED if asked.is_skipped else CardState.CURRENT if is_current else CardState.DONE
    playing = {player: one for player, one in (asked.scores or {}).items() if not room.seats[player].is_removed}
    return _outline(room, asked.card, state, mean_share(playing))


def _outline(room: Room, card_id: CardId, state: CardState, right_share: float | None = None) -> CardOutline:
    card = room.card_of(card_id)
    return CardOutline(card.id, card.title, card.status, state, right_share, room.is_trial_card(card.id), card.twin_of)


def _settings_view(room: Room) -> SettingsView:
    settings = room.settings
    return SettingsView(
        reading_seconds=settings.reading_seconds,
        answer_seconds=settings.answer_seconds,
        speed_bonus=settings.speed_bonus,
        asks_confidence=settings.asks_confidence,
        closes_when_all_answered=settings.closes_when_all_answered,
        counting_vote=settings.counting_vote,
        leaderboard=settings.leaderboard,
        talk_seconds=settings.talk_seconds,
        talk_from=settings.talk_from,
        talk_to=settings.talk_to,
        blocked_words=settings.blocked_words,
        scoring=settings.scoring,
        teams=settings.teams,
        offered_names_only=bool(settings.offered_names),
    )
