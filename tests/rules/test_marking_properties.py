"""Laws of every part mark, on every axis that ships, whatever the key and whatever is picked."""

from dataclasses import dataclass, replace
from functools import cache
from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.rules.cards import AxisKind, Key, Point
from server.rules.ids import OptionId
from server.rules.marking import MAP_NOTHING, MAP_WHOLE, share
from server.rules.picks import IN_ORDER, ONE_OPTION, OPEN_LONGEST, Pairs, Pick, Words, can_be_said
from tests.support.shipped_axes import ShippedAxis, key, keyings, shipped_axes

UNIT = st.floats(0, 1)


@dataclass(frozen=True)
class Asked:
    """An axis with a key on it."""

    shipped: ShippedAxis
    key: Key

    def share(self, pick: Pick) -> float:
        """What a pick earns here."""
        return share(self.shipped.axis, self.key, pick)


@cache
def asked_on(kind: AxisKind) -> tuple[Asked, ...]:
    """Every clear key of every shipped axis of a kind."""
    of_kind = [shipped for shipped in shipped_axes() if shipped.axis.kind is kind]
    return tuple(Asked(shipped, each) for shipped in of_kind for keying in keyings(shipped) for each in keying.keys)


@st.composite
def any_of(draw: st.DrawFn, *kinds: AxisKind) -> Asked:
    """Any clear key of any axis of these kinds; the kinds are equally likely."""
    every = asked_on(draw(st.sampled_from(kinds)))
    return every[draw(st.integers(0, len(every) - 1))]


@st.composite
def asked_in_any_way(draw: st.DrawFn) -> Asked:
    """Any key of any axis; where one option is picked, also several accepted ones, each with a share of its own."""
    asked = draw(any_of(*AxisKind))
    if asked.shipped.axis.kind in ONE_OPTION:
        accept = draw(st.dictionaries(st.sampled_from(asked.shipped.keyable), st.floats(0.01, 1), min_size=1))
        return replace(asked, key=draw(st.sampled_from([asked.key, key(accept=accept)])))
    return asked


def sayable(asked: Asked) -> st.SearchStrategy[Pick]:
    """Anything that a phone may send on the axis."""
    options = st.sampled_from(asked.shipped.options) if asked.shipped.options else st.nothing()
    match asked.shipped.axis.kind:
        case AxisKind.SINGLE | AxisKind.ORDINAL | AxisKind.GRID:
            return options
        case AxisKind.MULTI:
            return st.lists(options, min_size=1, unique=True).map(tuple)
        case AxisKind.MAP2D:
            return st.builds(Point, UNIT, UNIT)
        case AxisKind.RANK | AxisKind.SEQUENCE:
            return st.permutations([option for step in asked.key.order for option in step]).map(tuple)
        case AxisKind.PAIR:
            return st.dictionaries(st.sampled_from(sorted(asked.key.pairs)), options, min_size=1).map(Pairs)
        case AxisKind.OPEN:
            return st.text(min_size=1, max_size=OPEN_LONGEST).filter(str.strip).map(Words)


def exact(asked: Asked) -> Pick:
    """What the key says, said."""
    right = asked.key
    match asked.shipped.axis.kind:
        case AxisKind.MULTI:
            return tuple(right.accept)
        case AxisKind.MAP2D:
            return (asked.shipped.axis.map or {})[next(iter(right.accept))]
        case AxisKind.RANK | AxisKind.SEQUENCE:
            return tuple(option for step in right.order for option in step)
        case AxisKind.PAIR:
            return Pairs(dict(right.pairs))
        case _:
            return next(iter(right.accept))


@settings(max_examples=600, deadline=None)
@given(st.data())
def test_whatever_can_be_said_earns_from_nothing_to_one_point(data: st.DataObject) -> None:
    asked = data.draw(asked_in_any_way())
    pick = data.draw(sayable(asked))
    assert can_be_said(asked.shipped.axis, asked.key, pick)
    assert 0 <= asked.share(pick) <= 1


@pytest.mark.parametrize("kind", sorted(set(AxisKind) - {AxisKind.OPEN}))
def test_what_the_key_says_earns_the_whole_point_on_every_key_there_can_be(kind: AxisKind) -> None:
    assert len(asked_on(kind)) > 2
    for asked in asked_on(kind):
        assert asked.share(exact(asked)) == 1, f"{asked.shipped.axis.id}: {asked.key}"


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_the_whole_point_is_for_what_the_key_says_alone(data: st.DataObject) -> None:
    """A tie may stand either way, and a finger on a plane is broad; but no part mark adds up to the whole."""
    asked = data.draw(any_of(*sorted(set(AxisKind) - {AxisKind.OPEN, AxisKind.MAP2D})))
    pick = data.draw(sayable(asked))
    assert (asked.share(pick) == 1) == (_in_key_order(asked, pick) == _in_key_order(asked, exact(asked)))


def _in_key_order(asked: Asked, pick: Pick) -> object:
    """The pick without what does not matter in it: the order of ticks, or of what is tied."""
    if not isinstance(pick, tuple):
        return pick
    if asked.shipped.axis.kind is AxisKind.MULTI:
        return frozenset(pick)
    step_of = {option: number for number, step in enumerate(asked.key.order) for option in step}
    return [step_of[option] for option in pick]


@settings(deadline=None)
@given(st.data())
def test_each_accepted_option_earns_its_own_share_and_no_other_more_than_the_best(data: st.DataObject) -> None:
    shipped = data.draw(any_of(*sorted(ONE_OPTION))).shipped
    accept = data.draw(st.dictionaries(st.sampled_from(shipped.keyable), st.floats(0.01, 1), min_size=1))
    asked = Asked(shipped, key(accept=accept))
    for option in shipped.options:
        if option in accept:
            assert asked.share(option) == accept[option]
        else:
            assert asked.share(option) <= max(accept.values()) / 2


@settings(deadline=None)
@given(st.data())
def test_a_right_tick_never_costs_and_a_wrong_one_never_pays(data: st.DataObject) -> None:
    asked = data.draw(any_of(AxisKind.MULTI))
    ticked = data.draw(st.lists(st.sampled_from(asked.shipped.options), unique=True))
    for more in set(asked.shipped.options).difference(ticked):
        gain = asked.share((*ticked, more)) - asked.share(tuple(ticked))
        assert gain >= 0 if more in asked.key.accept else gain <= 0
    assert asked.share(tuple(reversed(ticked))) == asked.share(tuple(ticked))


@settings(deadline=None)
@given(st.data())
def test_the_nearer_the_better_on_a_plane(data: st.DataObject) -> None:
    asked = data.draw(any_of(AxisKind.MAP2D))
    right = exact(asked)
    assert isinstance(right, Point)
    taps = data.draw(st.lists(st.builds(Point, UNIT, UNIT), min_size=2, max_size=2))
    near, far = sorted(taps, key=lambda tap: hypot(tap.x - right.x, tap.y - right.y))
    assert asked.share(near) >= asked.share(far)
    assert asked.share(near) == 1 or hypot(near.x - right.x, near.y - right.y) > MAP_WHOLE
    assert asked.share(far) == 0 or hypot(far.x - right.x, far.y - right.y) < MAP_NOTHING


@settings(deadline=None)
@given(st.data())
def test_putting_two_that_follow_each_other_right_never_costs(data: st.DataObject) -> None:
    asked = data.draw(any_of(*sorted(IN_ORDER)))
    right = [option for step in asked.key.order for option in step]
    picks = data.draw(st.permutations(right))
    step_of = {option: number for number, step in enumerate(asked.key.order) for option in step}
    place = data.draw(st.integers(0, len(picks) - 2))
    before = asked.share(tuple(picks))
    is_wrong = step_of[picks[place]] > step_of[picks[place + 1]]
    picks[place], picks[place + 1] = picks[place + 1], picks[place]
    after = asked.share(tuple(picks))
    assert after >= before if is_wrong else after <= before
    assert asked.share(tuple(reversed(right))) == 0


@settings(deadline=None)
@given(st.data())
def test_of_pairs_every_right_one_earns_the_same(data: st.DataObject) -> None:
    asked = data.draw(any_of(AxisKind.PAIR))
    said = data.draw(sayable(asked))
    assert isinstance(said, Pairs)
    right = [item for item, option in said.pairs.items() if asked.key.pairs[item] == option]
    assert asked.share(said) == pytest.approx(len(right) / len(asked.key.pairs))


@given(st.text())
def test_words_are_never_worth_a_thing_by_themselves(words: str) -> None:
    for asked in asked_on(AxisKind.OPEN):
        assert asked.share(Words(words)) == 0


def test_an_option_of_another_axis_is_a_mistake_of_ours_and_no_wrong_answer() -> None:
    for kind in sorted(ONE_OPTION):
        with pytest.raises(KeyError):
            asked_on(kind)[0].share(OptionId("of-another-axis"))
