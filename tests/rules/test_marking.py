"""What a pick earns, kind by kind, with the figures of the course's table of part marks."""

from itertools import combinations, permutations

import pytest

from server.rules.cards import Axis, Key, Point
from server.rules.ids import OptionId
from server.rules.marking import share
from server.rules.picks import Pairs, Words
from tests.support.sample_deck import (
    FORM_AXIS,
    GRID_AXIS,
    KIND_KEYS,
    MAP_AXIS,
    MULTI_AXIS,
    OPEN_AXIS,
    PAIR_AXIS,
    RANK_AXIS,
    SEQUENCE_AXIS,
    STAGE_AXIS,
    TRUST_AXIS,
    key,
)


def _ids(*names: str) -> tuple[OptionId, ...]:
    return tuple(OptionId(name) for name in names)


def _key(axis: Axis) -> Key:
    return KIND_KEYS[axis.id]


@pytest.mark.parametrize(
    ("picked", "earned"),
    [("prospect", 0), ("customer", 0.5), ("client", 1), ("supporter", 0.5), ("ambassador", 0), ("partner", 0)],
)
def test_on_the_pyramid_a_neighbour_of_the_key_earns_half(picked: str, earned: float) -> None:
    assert share(STAGE_AXIS, key("card", "client"), OptionId(picked)) == earned


def test_bought_or_not_is_a_fact_so_a_miss_across_it_earns_nothing() -> None:
    assert share(STAGE_AXIS, key("card", "prospect"), OptionId("customer")) == 0
    assert share(STAGE_AXIS, key("card", "customer"), OptionId("prospect")) == 0
    assert share(STAGE_AXIS, key("card", "customer"), OptionId("client")) == 0.5


def test_always_the_safe_middle_of_the_trust_stair_pays_half_and_no_more() -> None:
    keys = [key("card", each) for each in ("contract", "conduct", "integrity")]
    assert sum(share(TRUST_AXIS, each, OptionId("conduct")) for each in keys) / 3 == 0.5


def test_a_form_of_commitment_has_no_near_miss() -> None:
    assert share(FORM_AXIS, key("card", "moral"), OptionId("moral")) == 1
    assert share(FORM_AXIS, key("card", "moral"), OptionId("personal")) == 0


def test_every_defensible_option_of_a_contested_axis_earns_its_share() -> None:
    contested = key("card", "moral", "structural")
    assert [share(FORM_AXIS, contested, OptionId(o)) for o in ("personal", "moral", "structural")] == [0, 1, 1]


def test_a_neighbour_of_any_accepted_step_earns_the_part_mark() -> None:
    contested = key("card", "customer", "client")
    earned = [share(STAGE_AXIS, contested, option.id) for option in STAGE_AXIS.options]
    assert earned == [0, 1, 1, 0.5, 0, 0]


def test_on_the_grid_one_right_dimension_earns_a_quarter() -> None:
    earned = {option.id: share(GRID_AXIS, _key(GRID_AXIS), option.id) for option in GRID_AXIS.options}
    assert earned == {"internal-free": 0.25, "internal-limited": 1, "external-limited": 0.25, "external-free": 0}


def test_of_several_hits_count_for_and_misses_against() -> None:
    both = _key(MULTI_AXIS)
    assert share(MULTI_AXIS, both, _ids("honesty", "responsibility")) == 1
    assert share(MULTI_AXIS, both, _ids("honesty")) == 0.5
    assert share(MULTI_AXIS, both, _ids("honesty", "responsibility", "involvement")) == 0.5
    assert share(MULTI_AXIS, both, _ids("honesty", "involvement")) == 0


def test_ticking_everything_earns_nothing() -> None:
    options = tuple(option.id for option in MULTI_AXIS.options)
    assert share(MULTI_AXIS, _key(MULTI_AXIS), options) == 0


def test_no_blind_set_of_ticks_pays_more_than_half_on_the_mean() -> None:
    """Over every key of two out of four."""
    options = [option.id for option in MULTI_AXIS.options]
    keys = [Key({a: 1.0, b: 1.0}, _key(MULTI_AXIS).cue, _key(MULTI_AXIS).why) for a, b in combinations(options, 2)]
    for size in (1, 2, 3, 4):
        for ticked in combinations(options, size):
            assert sum(share(MULTI_AXIS, each, ticked) for each in keys) / len(keys) <= 0.5


@pytest.mark.parametrize(("distance", "earned"), [(0, 1), (0.15, 1), (0.275, 0.5), (0.4, 0), (0.7, 0)])
def test_on_the_plane_the_point_falls_from_near_to_far(distance: float, earned: float) -> None:
    place = Point(0.15 + distance, 0.75)
    assert share(MAP_AXIS, _key(MAP_AXIS), place) == pytest.approx(earned)


def test_always_the_centre_of_the_plane_pays_next_to_nothing() -> None:
    asked = ("love", "status", "services", "information", "goods")
    keys = [Key({OptionId(each): 1.0}, _key(MAP_AXIS).cue, _key(MAP_AXIS).why) for each in asked]
    assert sum(share(MAP_AXIS, each, Point(0.5, 0.5)) for each in keys) / len(keys) < 0.15


def test_one_swap_of_neighbours_in_five_earns_four_fifths_and_the_reverse_nothing() -> None:
    right = tuple(option.id for option in SEQUENCE_AXIS.options)
    swapped = (right[1], right[0], *right[2:])
    assert share(SEQUENCE_AXIS, _key(SEQUENCE_AXIS), right) == 1
    assert share(SEQUENCE_AXIS, _key(SEQUENCE_AXIS), swapped) == pytest.approx(0.8)
    assert share(SEQUENCE_AXIS, _key(SEQUENCE_AXIS), right[::-1]) == 0


def test_what_is_tied_may_stand_either_way() -> None:
    tied = _key(RANK_AXIS)
    assert share(RANK_AXIS, tied, _ids("love", "goods", "money")) == 1
    assert share(RANK_AXIS, tied, _ids("love", "money", "goods")) == 1
    assert share(RANK_AXIS, tied, _ids("goods", "love", "money")) == 0


def test_a_blind_order_pays_little() -> None:
    right = tuple(option.id for option in SEQUENCE_AXIS.options)
    orders = list(permutations(right))
    assert sum(share(SEQUENCE_AXIS, _key(SEQUENCE_AXIS), order) for order in orders) / len(orders) < 0.25


def test_every_right_pair_earns_its_part() -> None:
    pairs = _key(PAIR_AXIS)
    assert share(PAIR_AXIS, pairs, Pairs({"hug": OptionId("love"), "herring": OptionId("goods")})) == 1
    assert share(PAIR_AXIS, pairs, Pairs({"hug": OptionId("love")})) == 0.5
    assert share(PAIR_AXIS, pairs, Pairs({"hug": OptionId("status"), "herring": OptionId("love")})) == 0


def test_words_earn_nothing_until_the_host_has_marked_them() -> None:
    assert share(OPEN_AXIS, _key(OPEN_AXIS), Words("because she must")) == 0
