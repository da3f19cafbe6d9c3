"""Who has not read the story earns no more than half, whatever is always picked, on every axis that ships.

Each pick that can be said at all is tried as "always this one" against keys that are equally likely. Changing the pick
from card to card cannot do better than the best of those: it earns a mean of what they earn.
"""

from dataclasses import dataclass
from functools import cache

import pytest

from server.rules.cards import AxisKind, Key, Point
from server.rules.marking import share
from server.rules.picks import Pick
from tests.support.shipped_axes import Keying, ShippedAxis, key, keyings, plane, shipped_axes

MOST = 0.5
"""A coin earns this on an axis of two options: half is chance there."""
HAIR = 1e-9


@dataclass(frozen=True)
class Blind:
    """What always the best blind pick earns on the mean, and what guessing does."""

    axis: str
    kind: AxisKind
    keying: str
    keys: int
    best: Pick
    earns: float
    guessing: float

    def __str__(self) -> str:
        return (
            f"{self.axis:24} {self.kind.value:9} {self.keying:12} {self.keys:5} keys"
            f"  best {self.earns:.3f}  guessing {self.guessing:.3f}  {_said(self.best)}"
        )


def mean_share(shipped: ShippedAxis, keys: list[Key], pick: Pick) -> float:
    """What a pick earns on the mean over keys."""
    return sum(share(shipped.axis, each, pick) for each in keys) / len(keys)


def blind(shipped: ShippedAxis, keying: Keying) -> Blind:
    earned = [mean_share(shipped, list(keying.keys), pick) for pick in keying.blind]
    best = max(range(len(earned)), key=lambda place: (round(earned[place], 9), -place))
    return Blind(
        shipped.axis.id,
        shipped.axis.kind,
        keying.name,
        len(keying.keys),
        keying.blind[best],
        earned[best],
        sum(earned) / len(earned),
    )


@cache
def table() -> tuple[Blind, ...]:
    """Every shipped axis, in every way that it may be keyed."""
    return tuple(blind(shipped, keying) for shipped in shipped_axes() for keying in keyings(shipped))


def told(rows: tuple[Blind, ...]) -> str:
    return "\n".join(["", *map(str, rows)])


def _said(pick: Pick) -> str:
    match pick:
        case str():
            return pick
        case tuple():
            return " ".join(pick) or "(nothing)"
        case Point(x, y):
            return f"({x:.2f}, {y:.2f})"
        case _:
            return str(pick)


def axis_named(name: str) -> ShippedAxis:
    return next(shipped for shipped in shipped_axes() if shipped.axis.id == name)


def test_every_axis_that_ships_is_tried_and_every_kind_ships() -> None:
    assert {row.axis for row in table()} == {shipped.axis.id for shipped in shipped_axes()}
    assert {row.kind for row in table()} == set(AxisKind)
    assert len(shipped_axes()) >= 31


def test_no_blind_pick_earns_more_than_half() -> None:
    above = tuple(row for row in table() if row.earns > MOST + HAIR)
    assert not above, f"{told(above)}\n\nof all:{told(table())}"


def test_between_two_resources_of_the_plane_a_tap_earns_just_under_half() -> None:
    """Love and status lie 0.43 apart, and only they and goods are ever keys: the best blind tap lies between them."""
    rows = tuple(row for row in table() if row.axis == "resource-map")
    assert max(row.earns for row in rows) == pytest.approx(0.493, abs=0.0005), told(rows)


def test_guessing_never_earns_more_than_the_best_blind_pick() -> None:
    assert all(row.guessing <= row.earns + HAIR for row in table()), told(table())


def test_the_figures_of_the_course_are_those_of_the_marks() -> None:
    """The part of the brief's table that says what the safe pick earns."""
    stage = next(row for row in table() if row.axis == "stage")
    assert (stage.best, round(stage.earns, 2), round(stage.guessing, 2)) == ("client", 0.33, 0.28)
    trust = next(row for row in table() if row.axis == "trust-level")
    assert (trust.best, trust.earns) == ("conduct", 0.5)
    grid = next(row for row in table() if row.axis == "commitment-grid")
    assert (grid.best, grid.earns) == ("internal-limited", 0.5)


def test_the_centre_of_the_plane_is_no_safe_middle() -> None:
    shipped = axis_named("resource-map")
    keyable = [key(accept={option: 1.0}) for option in shipped.keyable]
    every = [key(accept={option: 1.0}) for option in shipped.options]
    assert mean_share(shipped, every, Point(0.5, 0.5)) == 0
    assert mean_share(shipped, keyable, Point(0.5, 0.5)) == 0


def test_tapping_anywhere_on_the_plane_earns_a_sixth_on_the_mean() -> None:
    """The integral over the plane, a hundredth at a time."""
    shipped = axis_named("resource-map")
    keys = [key(accept={option: 1.0}) for option in shipped.keyable]
    assert sum(mean_share(shipped, keys, at) for at in plane()) / len(plane()) == pytest.approx(0.154, abs=0.001)


def test_ticking_all_or_none_earns_nothing_whatever_the_key() -> None:
    for shipped in (each for each in shipped_axes() if each.axis.kind is AxisKind.MULTI):
        for keying in keyings(shipped):
            assert mean_share(shipped, list(keying.keys), shipped.options) == 0, shipped.axis.id
            assert mean_share(shipped, list(keying.keys), ()) == 0, shipped.axis.id
