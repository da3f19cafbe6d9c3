"""What can be said on which kind of axis."""

import pytest

from server.rules.cards import Axis, Point
from server.rules.ids import OptionId
from server.rules.picks import OPEN_LONGEST, Pairs, Pick, Words, asked_options, can_be_said
from tests.support.sample_deck import (
    GRID_AXIS,
    KIND_KEYS,
    MAP_AXIS,
    MULTI_AXIS,
    OPEN_AXIS,
    PAIR_AXIS,
    RANK_AXIS,
    SEQUENCE_AXIS,
)


def _ids(*names: str) -> tuple[OptionId, ...]:
    return tuple(OptionId(name) for name in names)


CHAIN = _ids("exchange", "emotion", "trust", "commitment", "intention")
SAYABLE: list[tuple[Axis, Pick]] = [
    (GRID_AXIS, OptionId("external-free")),
    (MULTI_AXIS, _ids("honesty")),
    (MAP_AXIS, Point(0.0, 1.0)),
    (RANK_AXIS, _ids("money", "love", "goods")),
    (SEQUENCE_AXIS, CHAIN[::-1]),
    (PAIR_AXIS, Pairs({"hug": OptionId("money")})),
    (OPEN_AXIS, Words("because she must")),
]
UNSAYABLE: list[tuple[Axis, Pick]] = [
    (GRID_AXIS, OptionId("moral")),
    (MULTI_AXIS, ()),
    (MULTI_AXIS, _ids("honesty", "honesty")),
    (MULTI_AXIS, _ids("honesty", "love")),
    (MAP_AXIS, Point(1.01, 0.5)),
    (MAP_AXIS, Point(float("nan"), 0.5)),
    (RANK_AXIS, _ids("love", "goods")),
    (RANK_AXIS, _ids("love", "goods", "status")),
    (SEQUENCE_AXIS, CHAIN[:4]),
    (SEQUENCE_AXIS, (*CHAIN[:4], CHAIN[0])),
    (PAIR_AXIS, Pairs({})),
    (PAIR_AXIS, Pairs({"kiss": OptionId("love")})),
    (PAIR_AXIS, Pairs({"hug": OptionId("trust")})),
    (OPEN_AXIS, Words("   ")),
    (OPEN_AXIS, Words("n" * (OPEN_LONGEST + 1))),
]


@pytest.mark.parametrize(("axis", "pick"), SAYABLE)
def test_a_pick_of_the_axis_own_kind_can_be_said(axis: Axis, pick: Pick) -> None:
    assert can_be_said(axis, KIND_KEYS[axis.id], pick)


@pytest.mark.parametrize(("axis", "pick"), UNSAYABLE)
def test_what_the_card_does_not_ask_cannot_be_said(axis: Axis, pick: Pick) -> None:
    assert not can_be_said(axis, KIND_KEYS[axis.id], pick)


@pytest.mark.parametrize("axis", [axis for axis, _ in SAYABLE])
def test_a_pick_of_another_kind_cannot_be_said(axis: Axis) -> None:
    others = [pick for other, pick in SAYABLE if other.kind is not axis.kind]
    assert not any(can_be_said(axis, KIND_KEYS[axis.id], pick) for pick in others)


def test_a_rank_asks_only_what_its_key_puts_in_order() -> None:
    assert [option.id for option in asked_options(RANK_AXIS, KIND_KEYS[RANK_AXIS.id])] == ["love", "goods", "money"]
