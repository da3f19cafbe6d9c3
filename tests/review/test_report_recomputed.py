"""Every figure of the report of a real session, beside the same figure worked out by other means (recompute.py)."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest

from server.review.report import make_report
from server.review.sitting import Sitting, read_sitting
from server.store.log_file import read_log_file
from server.wire.strict_json import StrictJson
from tests.recorded import FOLDER, HOUR
from tests.review.recompute import recompute

CLOSE = 1e-9
FIGURES_AT_LEAST = 5_000


@pytest.fixture(scope="module")
def sitting() -> Sitting:
    file = read_log_file(FOLDER / HOUR)
    return read_sitting(file.room, file.events)


@pytest.fixture(scope="module")
def anew() -> Any:
    return recompute(FOLDER / HOUR)


def told(sitting: Sitting) -> Any:
    """The report as it crosses the wire."""
    return json.loads(StrictJson.dumps(make_report(sitting, with_names=False)))


def differences(said: Any, anew: Any, where: str = "") -> Iterator[str]:
    """Every place where the report says something else than was recomputed. Texts it may say besides."""
    if isinstance(anew, Mapping):
        if not isinstance(said, Mapping):
            yield f"{where}: {said} for {anew}"
            return
        for name, value in anew.items():
            yield from differences(said[name], value, f"{where}.{name}")
    elif isinstance(anew, list):
        if not isinstance(said, list) or len(said) != len(anew):
            yield f"{where}: {said} for {anew}"
            return
        for place, value in enumerate(anew):
            yield from differences(said[place], value, f"{where}[{place}]")
    elif isinstance(anew, float) and isinstance(said, float):
        if abs(said - anew) > CLOSE:
            yield f"{where}: {said} for {anew}"
    elif said != anew:
        yield f"{where}: {said} for {anew}"


def figures(value: Any) -> int:
    """How many single values there are."""
    if isinstance(value, Mapping):
        return sum(map(figures, value.values()))
    return sum(map(figures, value)) if isinstance(value, list) else 1


def test_every_figure_is_what_a_statistics_library_makes_of_the_same_log(sitting: Sitting, anew: Any) -> None:
    assert figures(anew) > FIGURES_AT_LEAST
    assert list(differences(told(sitting), anew)) == []


def test_the_hour_has_everything_in_it_that_a_report_speaks_of(anew: Any) -> None:
    cards = anew["cards"]
    axes = [axis for card in cards for axis in card["axes"]]
    assert len(cards) >= 12
    assert any(card["gain"] for card in cards)
    assert any(card["gain"] is None for card in cards)
    assert any(axis["is_contested"] for axis in axes)
    assert {axis["discrimination"]["fit"] for axis in axes} >= {"tells", "contested"}
    assert any(use["is_idle"] for axis in axes for use in axis["options"])
    assert any(axis["options"] == [] for axis in axes)
    assert any(student["came_in_at"] > 1 for student in anew["students"])
    assert all(step["right_share"] is not None for step in anew["calibration"]["steps"])


@pytest.mark.parametrize("vote", [1, 2])
def test_one_pick_marked_otherwise_would_be_found(sitting: Sitting, anew: Any, vote: int) -> None:
    place = next(place for place, one in enumerate(sitting.said) if one.vote == vote and one.share == 1)
    wrong = replace(sitting.said[place], share=0.0, is_right=False)
    other = replace(sitting, said=(*sitting.said[:place], wrong, *sitting.said[place + 1 :]))
    assert list(differences(told(other), anew)) != []
