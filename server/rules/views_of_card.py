"""The card on the screen as anybody may see it, and its truth once it is revealed."""

from dataclasses import replace
from hashlib import sha256

from server.rules.board_types import FlowView
from server.rules.cards import Axis, Card, Key, Option
from server.rules.ids import AxisId, PlayerId
from server.rules.phases import ROUND_PHASES, Phase
from server.rules.picks import IN_ORDER, Pick, asked_options
from server.rules.reveal_types import AcceptedOption, AxisReveal, RevealView, TrapView
from server.rules.reveals import kind_detail, option_counts, picks_on, trap_counts
from server.rules.room import Room, Round
from server.rules.time_limits import limit_millis
from server.rules.view_types import (
    AxisView,
    ItemView,
    OptionView,
    RoundView,
)
from server.rules.votes import flow_of


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


def round_view(room: Room) -> RoundView | None:
    """The card on the screen, without its truth; None between cards."""
    asked = room.round_on_screen
    if asked is None or room.phase not in ROUND_PHASES:
        return None
    shown = round_as_asked(room, asked)
    return replace(
        shown,
        open_axes=asked.revote_axes if room.phase is Phase.TALK else asked.open_axes,
        talk_ends_at=asked.talk_ends_at if room.phase is Phase.TALK else None,
    )


def round_as_asked(room: Room, asked: Round) -> RoundView:
    """A card as its newest vote asked it, without its truth and whatever the room does now."""
    card = room.card_of(asked.card)
    seconds = asked.settings.answer_seconds
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
        is_trial=room.is_trial_card(card.id),
        asks_confidence=asked.settings.asks_confidence,
        vote=asked.vote,
        open_axes=asked.open_axes,
        talk_ends_at=None,
    )


def reveal_view(room: Room) -> RevealView | None:
    """The truth, only while the room is at the reveal of its card."""
    asked = room.round_on_screen
    if room.phase is not Phase.REVEAL or asked is None or asked.shown_axis is None:
        return None
    card = room.card_of(asked.card)
    return RevealView(
        shown_axis=asked.shown_axis,
        shows_flow=asked.shows_flow,
        is_earlier=room.revisited is not None,
        axes=axis_reveals(room, asked),
        debate=card.debate,
    )


def axis_reveals(room: Room, asked: Round) -> tuple[AxisReveal, ...]:
    """The truth of a card on each of its axes, with where the class stood. Only of a card that was revealed."""
    card = room.card_of(asked.card)
    return tuple(_axis_reveal(room, asked, card, axis_id) for axis_id in asked.axes)


def _axis_reveal(room: Room, asked: Round, card: Card, axis_id: AxisId) -> AxisReveal:
    picks = picks_on(room, asked, axis_id)
    return truth_on(room.deck.axis(axis_id), card, asked, picks, flow_of(room, asked, card, axis_id))


def truth_on(
    axis: Axis, card: Card, asked: Round, picks: dict[PlayerId, Pick], flow: FlowView | None = None
) -> AxisReveal:
    """The truth on one axis of a card, and where those stood who said `picks`."""
    key, traps = card.keys[axis.id], traps_of(card, axis.id)
    return AxisReveal(
        axis=axis.id,
        is_contested=key.is_contested_on(axis),
        accepted=accepted(key),
        cue=key.cue,
        why=key.why,
        traps=traps,
        counts=option_counts(axis, picks.values()),
        trap_counts=trap_counts(axis, traps, picks.values()),
        detail=kind_detail(axis, key, asked, picks),
        flow=flow,
    )


def accepted(key: Key) -> tuple[AcceptedOption, ...]:
    return tuple(AcceptedOption(option, worth) for option, worth in key.accept.items())


def traps_of(card: Card, axis_id: AxisId) -> tuple[TrapView, ...]:
    return tuple(TrapView(trap.pick, trap.text) for trap in card.traps if trap.axis == axis_id)
