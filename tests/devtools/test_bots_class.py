"""Who the simulated students are: how they think, when they answer, what they are called; and how a run is told."""

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from server.devtools.bots.class_names import class_names
from server.devtools.bots.grouping import groups_of
from server.devtools.bots.habits import BURST_AFTER_SECONDS, BURST_SECONDS, Habits
from server.devtools.bots.mind import Mind
from server.devtools.bots.notes import Notes
from server.devtools.bots.report import is_good, make_report, percentiles, summary
from server.devtools.oracle import Fault, FaultKind, Quiz, Verdict, read_quiz
from server.devtools.oracle.shares import share_of

CONTENT = Path(__file__).parents[2] / "game_content"


@pytest.fixture(scope="module")
def village() -> Quiz:
    return read_quiz(CONTENT, "village-square")


def axes_of(quiz: Quiz) -> list[dict[str, Any]]:
    return [
        {"id": axis.id, "kind": "single", "options": [{"id": option} for option in axis.options]}
        for axis in quiz.axes.values()
    ]


def test_a_class_is_more_right_than_wrong_and_no_two_students_think_alike(village: Quiz) -> None:
    axes = axes_of(village)
    sheets = [
        tuple(sorted(Mind(village, 1, number).picks(card, axes, 0).items()))
        for number in range(40)
        for card in village.cards
    ]
    shares = [
        share_of(village.axes[axis], village.cards[card].keys[axis], pick)
        for card, sheet in zip(list(village.cards) * 40, sheets, strict=True)
        for axis, pick in sheet
    ]
    assert 0.6 < sum(shares) / len(shares) < 0.85
    assert len(set(sheets)) > 50


def test_the_same_seed_thinks_the_same_again(village: Quiz) -> None:
    card, axes = next(iter(village.cards)), axes_of(village)
    first, again = (Mind(village, 7, 3).picks(card, axes, 0) for _ in range(2))
    assert first == again
    assert any(Mind(village, 7, number).picks(card, axes, 0) != first for number in range(10))


def test_a_deck_that_nobody_knows_is_answered_by_chance() -> None:
    axes = [{"id": "stage", "kind": "single", "options": [{"id": "a"}, {"id": "b"}]}]
    assert {Mind(None, 1, number).picks("card", axes, 0)["stage"] for number in range(20)} == {"a", "b"}


def test_most_answer_within_the_round_some_at_the_very_end() -> None:
    dice, habits = Random(3), Habits()
    rounds = [habits.moments(dice, 20.0) for _ in range(2000)]
    firsts = [moments[0] for moments in rounds if moments]
    assert 0.86 < len(firsts) / len(rounds) < 0.94
    assert all(0.3 <= first <= 20 for first in firsts)
    assert 0.1 < sum(first > 19 for first in firsts) / len(firsts) < 0.3
    assert 0.1 < sum(len(moments) == 2 for moments in rounds) / len(firsts) < 0.2
    assert all(moments == sorted(moments) for moments in map(list, rounds))


def test_in_a_burst_everybody_answers_once_within_200_milliseconds() -> None:
    dice, habits = Random(3), Habits(is_burst=True)
    moments = [habits.moments(dice, 20.0) for _ in range(200)]
    assert all(len(once) == 1 and 0 <= once[0] - BURST_AFTER_SECONDS <= BURST_SECONDS for once in moments)


def test_a_large_class_has_different_names_that_fit() -> None:
    names = class_names(4000, Random(1))
    assert len({name.casefold() for name in names}) == 4000
    assert max(map(len, names)) <= 20


def test_whoever_wrote_the_same_stands_in_one_group_and_nobody_in_two() -> None:
    words = [{"player": f"p{number}", "text": f"because {number % 4}"} for number in range(40)]
    for seed in range(20):
        groups = groups_of(words, Random(seed))
        assert len({group["title"] for group in groups}) == len(groups) == 4
        placed = [player for group in groups for player in group["players"]]
        assert len(placed) == len(set(placed)) > 30
        assert all(group["share"] is None or 0 <= group["share"] <= 1 for group in groups)
    assert groups_of([], Random(1)) == []


FACTS = {"room": "r", "players": 2, "joined": 2, "rounds": 1, "seconds": 1.0}


def test_a_clean_run_is_good_and_names_every_figure() -> None:
    report = make_report(FACTS, Notes(round_trips=[1.0, 2.0, 3.0]), Verdict(2, 2, 0, []))
    assert is_good(report)
    wanted = {"room", "players", "rounds", "acknowledged", "in_log", "lost", "doubled", "refused", "errors"}
    assert wanted | {"leaderboard_matches", "ack_ms"} <= report.keys()
    assert report["ack_ms"] == {"p50": 2.0, "p99": 3.0, "max": 3.0}
    assert summary(report).endswith("\ngood")


@pytest.mark.parametrize("kind", list(FaultKind))
def test_any_fault_makes_a_run_not_good(kind: FaultKind) -> None:
    report = make_report(FACTS, Notes(), Verdict(2, 2, 0, [Fault(kind, "about this")]))
    assert not is_good(report)
    assert "about this" in summary(report)


def test_an_error_on_the_way_or_a_student_left_outside_makes_a_run_not_good() -> None:
    notes = Notes()
    notes.errors["UNANSWERED"] += 1
    clean = Verdict(2, 2, 0, [])
    assert not is_good(make_report(FACTS, notes, clean))
    assert not is_good(make_report({**FACTS, "joined": 1}, Notes(), clean))


def test_honest_refusals_do_not_spoil_a_run() -> None:
    notes = Notes()
    notes.refusals["TOO_LATE"] += 3
    assert is_good(make_report(FACTS, notes, Verdict(2, 2, 3, [])))


def test_nothing_measured_is_nothing() -> None:
    assert percentiles([]) == {"p50": 0.0, "p99": 0.0, "max": 0.0}


@pytest.mark.parametrize(
    ("kind", "is_sayable"),
    [
        ("multi", lambda said: 0 < len(said) < 3 and set(said) <= {"a", "b", "c"}),
        ("sequence", lambda said: sorted(said) == ["a", "b", "c"]),
        ("map2d", lambda said: 0 <= said["x"] <= 1 and 0 <= said["y"] <= 1),
        ("pair", lambda said: set(said["pairs"]) == {"hug"}),
        ("open", lambda said: said["text"]),
    ],
)
def test_a_student_has_something_to_say_on_every_kind_of_axis(kind: str, is_sayable: Callable[[Any], bool]) -> None:
    options = [{"id": option} for option in "abc"]
    axis = {"id": "asked", "kind": kind, "options": options, "items": [{"id": "hug"}]}
    for number in range(30):
        assert is_sayable(Mind(None, 7, number).picks("card", [axis], 0)["asked"])
