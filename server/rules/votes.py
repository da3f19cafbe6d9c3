"""Two votes on one card: what may be asked again, and who moved from where to where."""

from collections import Counter

from server.rules.board_types import FlowMove, FlowPlace, FlowView
from server.rules.cards import Axis, AxisKind, Card, Key
from server.rules.ids import AxisId
from server.rules.marking import share
from server.rules.picks import ONE_OPTION, Pick
from server.rules.room import Room, Round
from server.rules.scoring import is_right

RIGHT, ALMOST, WRONG = "right", "almost", "wrong"


def talk_axes(room: Room, asked: Round) -> tuple[AxisId, ...]:
    """What the class can talk about and vote on again: all but words of one's own, and only once a card."""
    if asked.vote > 1:
        return ()
    return tuple(axis for axis in asked.axes if room.deck.axis(axis).kind is not AxisKind.OPEN)


def flow_of(room: Room, asked: Round, card: Card, axis_id: AxisId) -> FlowView | None:
    """Who moved on an axis between the two votes; None where it was voted on once.

    Counts only those who play and said something on the axis at both votes.
    """
    if axis_id not in asked.revote_axes or asked.first_answers is None or asked.vote < 2:
        return None
    axis, key = room.deck.axis(axis_id), card.keys[axis_id]
    said = _said_twice(room, asked, axis_id)
    moves = Counter((_place(axis, key, first), _place(axis, key, second)) for first, second in said)
    by_option = axis.kind in ONE_OPTION
    places = [option.id for option in axis.options] if by_option else [RIGHT, ALMOST, WRONG]
    keys = set(key.accept) if by_option else {RIGHT}
    before = Counter(_place(axis, key, first) for first, _ in said)
    after = Counter(_place(axis, key, second) for _, second in said)
    right = [(is_right(axis, key, first), is_right(axis, key, second)) for first, second in said]
    voters = len(said)
    return FlowView(
        by_option=by_option,
        places=tuple(FlowPlace(place, place in keys, before[place], after[place]) for place in places),
        moves=tuple(
            FlowMove(origin, destination, moves[origin, destination])
            for origin in places
            for destination in places
            if moves[origin, destination]
        ),
        voters=voters,
        right_before=sum(first for first, _ in right) / voters if voters else 0.0,
        right_after=sum(second for _, second in right) / voters if voters else 0.0,
        came_to_key=sum(second and not first for first, second in right),
        left_key=sum(first and not second for first, second in right),
    )


def _said_twice(room: Room, asked: Round, axis_id: AxisId) -> list[tuple[Pick, Pick]]:
    pairs = []
    first_answers = asked.first_answers or {}
    for player, answer in asked.answers.items():
        first = first_answers.get(player)
        if answer.vote < 2 or first is None or room.seats[player].is_removed:
            continue
        if axis_id in first.picks and axis_id in answer.picks:
            pairs.append((first.picks[axis_id], answer.picks[axis_id]))
    return pairs


def _place(axis: Axis, key: Key, pick: Pick) -> str:
    if axis.kind in ONE_OPTION and isinstance(pick, str):
        return pick
    if is_right(axis, key, pick):
        return RIGHT
    return ALMOST if share(axis, key, pick) > 0 else WRONG
