"""How simulated students take part in a class hour: talking to a neighbour, being sure, having time of their own."""

from pathlib import Path
from random import Random
from statistics import mean
from typing import Any

import pytest

from server.devtools.bots.asked import asked_of
from server.devtools.bots.habits import Habits
from server.devtools.bots.mind import Mind
from server.devtools.oracle import Quiz, read_quiz
from server.devtools.oracle.shares import share_of

CONTENT = Path(__file__).parents[2] / "game_content"
CLASS = range(60)


@pytest.fixture(scope="module")
def village() -> Quiz:
    return read_quiz(CONTENT, "village-square")


def axes_of(quiz: Quiz) -> list[dict[str, Any]]:
    return [
        {"id": axis.id, "kind": axis.kind, "options": [{"id": option} for option in axis.options]}
        for axis in quiz.axes.values()
    ]


def share(quiz: Quiz, card: str, picks: dict[str, Any]) -> float:
    return mean(share_of(quiz.axes[axis], quiz.cards[card].keys[axis], pick) for axis, pick in picks.items())


def test_after_a_talk_more_have_come_to_the_key_than_have_left_it_and_many_say_the_same(village: Quiz) -> None:
    came = left = stayed = 0
    for number in CLASS:
        mind = Mind(village, 1, number)
        for card in village.cards:
            first = mind.picks(card, axes_of(village), 0)
            second = mind.picks_after_talk(card, axes_of(village), first, 0)
            for axis, pick in first.items():
                before, after = share(village, card, {axis: pick}), share(village, card, {axis: second[axis]})
                came += after > before
                left += after < before
                stayed += second[axis] == pick
    assert came > 2 * left > 0
    assert stayed > came


def test_who_said_nothing_before_the_talk_has_something_to_say_on_every_axis_after_it(village: Quiz) -> None:
    card = next(iter(village.cards))
    for number in CLASS:
        assert Mind(village, 1, number).picks_after_talk(card, axes_of(village), {}, 0).keys() == village.axes.keys()


def test_a_second_vote_says_nothing_of_what_is_not_asked_again(village: Quiz) -> None:
    card, (asked, *_) = next(iter(village.cards)), axes_of(village)
    mind = Mind(village, 1, 3)
    first = mind.picks(card, axes_of(village), 0)
    assert mind.picks_after_talk(card, [asked], first, 0).keys() == {asked["id"]}


def test_certainty_is_mostly_deserved(village: Quiz) -> None:
    shares: dict[str | None, list[float]] = {"guess": [], "fairly_sure": [], "certain": [], None: []}
    for number in CLASS:
        mind = Mind(village, 1, number)
        for card in village.cards:
            picks = mind.picks(card, axes_of(village), 0)
            shares[mind.confidence(card, picks, 0)].append(share(village, card, picks))
    assert mean(shares["guess"]) < mean(shares["fairly_sure"]) < mean(shares["certain"])
    assert min(shares["certain"]) < 0.5  # and now and then somebody is certain and wrong
    assert 0 < len(shares[None]) < 0.1 * len(CLASS) * len(village.cards)


def test_on_a_card_that_nobody_knows_students_talk_and_are_sure_of_it_all_the_same() -> None:
    axes = [{"id": "full", "kind": "single", "options": [{"id": "half"}, {"id": "empty"}]}]
    moved = set()
    for number in CLASS:
        mind = Mind(None, 1, number)
        picks = mind.picks("mug", axes, 0)
        moved.add(mind.picks_after_talk("mug", axes, picks, 0) != picks)
        assert mind.confidence("mug", picks, 0) in {None, "guess", "fairly_sure", "certain"}
    assert moved == {True, False}


def test_some_let_their_first_vote_stand_but_nobody_who_has_none() -> None:
    dice, habits = Random(1), Habits()
    silent = [habits.is_silent_now(dice, True) for _ in range(2000)]
    assert 0.1 < mean(silent) < 0.2
    assert not any(habits.is_silent_now(dice, False) for _ in range(200))
    assert not any(Habits(is_burst=True).is_silent_now(dice, True) for _ in range(200))


def room(phase: str, vote: int = 1, closes_at: int | None = 20_000) -> dict[str, Any]:
    limit = None if closes_at is None else 10_000
    asked = {"card": "baker", "vote": vote, "opens_at": 10_000, "closes_at": closes_at, "limit_millis": limit}
    axes = [{"id": "stage"}, {"id": "form"}]
    asks = {"axes": axes, "open_axes": ["form"] if vote > 1 else ["stage", "form"], "asks_confidence": True}
    return {"phase": phase, "server_now": 15_000, "round": {**asked, **asks}}


def seat(own_time: dict[str, Any] | None = None, is_removed: bool = False) -> dict[str, Any]:
    return {"is_removed": is_removed, "own_time": own_time}


def test_each_vote_of_a_card_is_asked_by_itself_and_the_second_only_on_its_axes() -> None:
    first, second = asked_of(room("answering"), seat()), asked_of(room("answering", vote=2), seat())
    assert first is not None
    assert second is not None
    assert first.key != second.key
    assert [axis["id"] for axis in second.axes] == ["form"]
    assert first.seconds == 5.0


@pytest.mark.parametrize("phase", ["reading", "closed", "talk", "reveal"])
def test_nothing_is_asked_while_no_vote_is_open(phase: str) -> None:
    assert asked_of(room(phase), seat()) is None


def test_nothing_is_asked_of_who_has_no_seat_or_was_taken_out() -> None:
    assert asked_of(room("answering"), None) is None
    assert asked_of(room("answering"), seat(is_removed=True)) is None
    assert asked_of(None, seat()) is None


@pytest.mark.parametrize(
    ("own", "seconds"),
    [
        ({"closes_at": 25_000, "limit_millis": 15_000}, 10.0),
        ({"closes_at": None, "limit_millis": None}, None),
        ({"closes_at": None, "limit_millis": 15_000}, 15.0),  # a view from before the round opened
    ],
)
def test_time_of_ones_own_goes_on_when_the_round_has_closed(own: dict[str, Any], seconds: float | None) -> None:
    for phase in ("answering", "closed"):
        asked = asked_of(room(phase), seat(own))
        assert asked is not None
        assert asked.seconds == seconds
    assert asked_of(room("reveal"), seat(own)) is None


def test_time_of_ones_own_ends_too() -> None:
    assert asked_of(room("closed"), seat({"closes_at": 15_000, "limit_millis": 5_000})) is None


def test_a_round_without_a_limit_is_asked_without_one() -> None:
    asked = asked_of(room("answering", closes_at=None), seat())
    assert asked is not None
    assert asked.seconds is None
