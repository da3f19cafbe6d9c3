"""A trap names a wrong answer that can be given on its axis, in the way of its kind."""

import pytest

from server.content.problems import Rule
from tests.content.kinds_folder import COINS, HUG, KindsFolder


@pytest.mark.parametrize(
    ("old", "new", "rule", "said"),
    [
        ('"hug:status"', "status", Rule.TRAP_FORM, "written in another way"),
        ('"hug:status"', '"hug>status"', Rule.TRAP_FORM, "written in another way"),
        ('"hug:status"', '"kiss:status"', Rule.TRAP_FORM, "no item 'kiss'"),
        ('"hug:status"', '"hug:fame"', Rule.OPTION_KNOWN, "no option 'fame'"),
        ('"hug:status"', '"hug:love"', Rule.TRAP_NOT_KEY, "what goes with 'hug'"),
        ('"hug:status"', '"hug:"', Rule.ID_FORM, "'hug:' is not a pick"),
        ('"money>love"', "money", Rule.TRAP_FORM, "written in another way"),
        ('"money>love"', '"love>money"', Rule.TRAP_NOT_KEY, "not wrong"),
        ('"money>love"', '"goods>money"', Rule.TRAP_NOT_KEY, "not wrong"),
        ('"money>love"', '"status>love"', Rule.TRAP_FORM, "'status' is not among"),
        ('"second>first"', '"second>fourth"', Rule.OPTION_KNOWN, "no option 'fourth'"),
        ("pick: status", "pick: love", Rule.TRAP_NOT_KEY, "'love' is accepted"),
        ("pick: status", '"pick": "hug:love"', Rule.TRAP_FORM, "written in another way"),
    ],
)
def test_a_trap_that_nobody_can_fall_into(kinds: KindsFolder, old: str, new: str, rule: Rule, said: str) -> None:
    kinds.change_gifts(old, new)
    problem = kinds.only_problem()
    assert problem.rule is rule
    assert said in problem.message
    assert problem.field.endswith(".pick")


def test_words_have_no_trap(kinds: KindsFolder) -> None:
    kinds.change_gifts("{axis: place, pick: goods,", "{axis: why, pick: goods,")
    problem = next(problem for problem in kinds.problems() if not problem.is_warning)
    assert (problem.rule, problem.field) == (Rule.TRAP_FORM, f"{COINS}.traps[1].pick")


def test_a_trap_on_an_axis_that_is_not_asked_is_a_warning(kinds: KindsFolder) -> None:
    kinds.change_gifts("{axis: cross, pick: ac,", "{axis: chain, pick: first,")
    asked, missing = sorted(kinds.problems(), key=lambda problem: problem.rule)
    assert (asked.rule, asked.field, asked.is_warning) == (Rule.TRAP_ASKED, f"{HUG}.traps[3].axis", True)
    assert missing.message == "No trap is written for the axis 'cross'."
