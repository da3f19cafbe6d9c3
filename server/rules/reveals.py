"""Where the class stood on one axis, for every kind: the tallies behind the pictures of the theory."""

from collections import Counter
from collections.abc import Iterable
from math import hypot

from server.rules.cards import Axis, AxisKind, Key, Point
from server.rules.host_view_types import (
    PlayerWords,
)
from server.rules.ids import AxisId, OptionId, PlayerId
from server.rules.phases import ROUND_PHASES
from server.rules.picks import IN_ORDER, ONE_OPTION, Pairs, Pick, Words
from server.rules.reveal_types import (
    Combination,
    GroupView,
    ItemDetail,
    KindDetail,
    OpenDetail,
    OptionCount,
    OptionPlace,
    OptionSteps,
    OrderDetail,
    PlaceCount,
    PlaneDetail,
    TrapView,
)
from server.rules.room import Room, Round

TAP_GRID = 24
"""Taps are rounded to this many steps a side, so that a thousand of them stay a small message."""
NEAR = 0.20
"""A tap farther than this from every option stands between them and is counted with none."""
CENTRE_FROM = 5
"""So many taps before the class has a centre."""


def picks_on(room: Room, asked: Round, axis_id: AxisId) -> dict[PlayerId, Pick]:
    """What everybody who plays said on an axis."""
    return {
        player: answer.picks[axis_id]
        for player, answer in asked.answers.items()
        if axis_id in answer.picks and not room.seats[player].is_removed
    }


def answered_count(room: Room) -> int:
    """How many of those who play have answered the newest vote on the card on the screen."""
    asked = room.round_on_screen
    if asked is None or room.phase not in ROUND_PHASES:
        return 0
    return sum(
        answer.vote == asked.vote and not room.seats[player].is_removed for player, answer in asked.answers.items()
    )


def option_counts(axis: Axis, picks: Iterable[Pick]) -> tuple[OptionCount, ...]:
    """How many chose each option: one, several (multi), or the nearest on a plane. Zeros for the other kinds."""
    chosen: Counter[OptionId] = Counter()
    if axis.kind in ONE_OPTION:
        chosen.update(pick for pick in picks if isinstance(pick, str))
    else:
        for pick in picks:
            chosen.update(_options_of(axis, pick))
    return tuple(OptionCount(option.id, chosen[option.id]) for option in axis.options)


def _options_of(axis: Axis, pick: Pick) -> tuple[OptionId, ...]:
    if isinstance(pick, str) and axis.kind in ONE_OPTION:
        return (pick,)
    if isinstance(pick, tuple) and axis.kind is AxisKind.MULTI:
        return pick
    if isinstance(pick, Point) and axis.map:
        nearest = min(axis.map, key=lambda option: _distance(pick, (axis.map or {})[option]))
        return (nearest,) if _distance(pick, axis.map[nearest]) <= NEAR else ()
    return ()


def _distance(one: Point, other: Point) -> float:
    return hypot(one.x - other.x, one.y - other.y)


def trap_counts(axis: Axis, traps: Iterable[TrapView], picks: Iterable[Pick]) -> tuple[int, ...]:
    """How many fell into each trap. In a pair its pick is "item:option", in an order "first>second"."""
    said = list(picks)
    return tuple(sum(_fell_for(axis, trap.pick, pick) for pick in said) for trap in traps)


def _fell_for(axis: Axis, trap: OptionId, pick: Pick) -> bool:
    if isinstance(pick, Pairs):
        item, _, option = trap.partition(":")
        return pick.pairs.get(item) == option
    if isinstance(pick, tuple) and axis.kind in IN_ORDER:
        first, _, second = trap.partition(">")
        places = {str(option): place for place, option in enumerate(pick)}
        return first in places and second in places and places[first] < places[second]
    return trap in _options_of(axis, pick)


def kind_detail(axis: Axis, key: Key, asked: Round, picks: dict[PlayerId, Pick]) -> KindDetail:
    """What only this kind of axis has to show."""
    said = list(picks.values())
    if axis.kind is AxisKind.MULTI:
        return KindDetail(combinations=_combinations(axis, said))
    if axis.kind in IN_ORDER:
        return KindDetail(order=_order(key, [pick for pick in said if isinstance(pick, tuple)]))
    if axis.kind is AxisKind.PAIR:
        return KindDetail(items=_items(axis, key, [pick for pick in said if isinstance(pick, Pairs)]))
    if axis.kind is AxisKind.MAP2D:
        return KindDetail(plane=_plane(axis, [pick for pick in said if isinstance(pick, Point)]))
    if axis.kind is AxisKind.OPEN:
        return KindDetail(open=_open(axis, key, asked, picks))
    return KindDetail()


def words_said(axis: Axis, picks: dict[PlayerId, Pick]) -> tuple[PlayerWords, ...]:
    """Open answers, for the host."""
    if axis.kind is not AxisKind.OPEN:
        return ()
    return tuple(PlayerWords(player, pick.text) for player, pick in picks.items() if isinstance(pick, Words))


def _combinations(axis: Axis, said: list[Pick]) -> tuple[Combination, ...]:
    """Largest first; of two that are equally large the one with fewer options, then in the order of the axis."""
    tally = Counter(
        tuple(option.id for option in axis.options if option.id in pick) for pick in said if isinstance(pick, tuple)
    )
    places = {option.id: place for place, option in enumerate(axis.options)}
    ordered = sorted(
        tally.items(), key=lambda entry: (-entry[1], len(entry[0]), [places[option] for option in entry[0]])
    )
    return tuple(Combination(options, count) for options, count in ordered)


def _order(key: Key, said: list[tuple[OptionId, ...]]) -> OrderDetail:
    options = [option for step in key.order for option in step]
    reached = [0] * (len(options) + 1)
    steps = {option: [0] * len(options) for option in options}
    for pick in said:
        reached[_right_before_first_mistake(key, pick)] += 1
        for place, option in enumerate(pick):
            steps[option][place] += 1
    return OrderDetail(
        key=key.order,
        reached=tuple(reached),
        steps=tuple(OptionSteps(option, tuple(counts)) for option, counts in steps.items()),
    )


def _right_before_first_mistake(key: Key, pick: tuple[OptionId, ...]) -> int:
    """How many stand right from the start; within a tie any order is right."""
    allowed = [step for step in key.order for _ in step]
    for place, option in enumerate(pick):
        if option not in allowed[place]:
            return place
    return len(pick)


def _items(axis: Axis, key: Key, said: list[Pairs]) -> tuple[ItemDetail, ...]:
    rows = []
    for item, label in key.items.items():
        chosen = Counter(pick.pairs[item] for pick in said if item in pick.pairs)
        counts = tuple(OptionCount(option.id, chosen[option.id]) for option in axis.options)
        rows.append(ItemDetail(item, label, key.pairs[item], counts))
    return tuple(rows)


def _plane(axis: Axis, said: list[Point]) -> PlaneDetail:
    taps = Counter((round(point.x * TAP_GRID), round(point.y * TAP_GRID)) for point in said)
    centre = None
    if len(said) >= CENTRE_FROM:
        centre = Point(
            round(sum(point.x for point in said) / len(said), 3), round(sum(point.y for point in said) / len(said), 3)
        )
    return PlaneDetail(
        places=tuple(OptionPlace(option, point.x, point.y) for option, point in (axis.map or {}).items()),
        taps=tuple(
            PlaceCount(round(x / TAP_GRID, 3), round(y / TAP_GRID, 3), count) for (x, y), count in sorted(taps.items())
        ),
        centre=centre,
    )


def _open(axis: Axis, key: Key, asked: Round, picks: dict[PlayerId, Pick]) -> OpenDetail:
    groups = asked.groups.get(axis.id, ())
    views = []
    together = 0
    for group in groups:
        count = sum(player in picks for player in group.players)
        together += count
        views.append(GroupView(group.title, count, group.quotes, group.share))
    return OpenDetail(tuple(views), len(picks) - together, key.model_answer)
