"""What the oracle makes of shares: points, with time and the host's marks; and its eye for what a key looks like."""

from pathlib import Path
from typing import Any

import pytest

from server.devtools.oracle import Quiz, SecretWatch, read_quiz
from server.devtools.oracle.marks import fair_millis, points_of
from server.devtools.oracle.rounds import Counted
from tests.devtools.played_room import BAKER, FORM, QUEUE, QUIZ, STAGE, WHY

CONTENT = Path(__file__).parents[2] / "game_content"


@pytest.fixture(scope="module")
def village() -> Quiz:
    return read_quiz(CONTENT, "village-square")


def test_every_card_of_the_village_is_read_with_its_keys_and_secrets(village: Quiz) -> None:
    assert len(village.cards) >= 24
    for card in village.cards.values():
        assert set(card.keys) == set(village.axes)
        assert len(card.secrets) >= 6
        assert card.is_contested == any(len(key.accepted) > 1 for key in card.keys.values())


def given(
    picks: dict[str, Any],
    thinking_millis: int = 0,
    confidence: str | None = None,
    limit_millis: int | None = None,
    marks: dict[str, float] | None = None,
) -> Counted:
    return Counted(picks, thinking_millis, confidence, limit_millis, marks or {})


def test_an_axis_left_open_earns_nothing_and_loses_nothing() -> None:
    assert points_of(BAKER, [STAGE, FORM], given({"form": "moral"})) == 1000
    assert points_of(BAKER, [STAGE, FORM], given({"form": "moral"}, confidence="certain")) == 3000


def test_the_bonus_is_half_a_point_at_once_and_nothing_at_the_end() -> None:
    def earned(thinking_millis: int) -> int:
        picks = {"stage": "client", "form": "moral"}
        return points_of(BAKER, [STAGE, FORM], given(picks, thinking_millis, limit_millis=10_000))

    assert [earned(0), earned(5_000), earned(10_000), earned(12_000)] == [3000, 2500, 2000, 2000]


def test_words_earn_what_the_host_gave_them_and_nothing_for_speed() -> None:
    picks = {"form": "moral", "why": {"text": "She ought to"}}
    marked = given(picks, limit_millis=10_000, marks={"why": 0.7})
    assert points_of(BAKER, [FORM, WHY], marked) == 1000 + 500 + 700
    assert points_of(BAKER, [FORM, WHY], given(picks, limit_millis=10_000)) == 1000 + 500
    assert points_of(BAKER, [WHY], given(picks, limit_millis=10_000, marks={"form": 1.0})) == 0


@pytest.mark.parametrize(
    ("confidence", "right", "half", "wrong"),
    [("guess", 1000, 500, 0), ("fairly_sure", 2000, 500, -1000), ("certain", 3000, 0, -3000)],
)
def test_certainty_wins_more_and_loses_more(confidence: str, right: int, half: int, wrong: int) -> None:
    earned = [
        points_of(BAKER, [STAGE], given({"stage": stage}, confidence=confidence))
        for stage in ("client", "customer", "prospect")
    ]
    assert earned == [right, half, wrong]


def test_what_can_be_defended_on_a_contested_card_loses_nothing() -> None:
    assert points_of(QUEUE, [FORM], given({"form": "personal"}, confidence="certain")) == 1500
    assert points_of(QUEUE, [STAGE], given({"stage": "prospect"}, confidence="certain")) == -3000


def test_words_are_not_weighed_by_certainty_and_neither_is_the_bonus() -> None:
    marked = given({"why": {"text": "She ought to"}}, confidence="certain", marks={"why": 0.5})
    assert points_of(BAKER, [WHY], marked) == 500
    assert points_of(BAKER, [FORM], given({"form": "moral"}, confidence="certain", limit_millis=10_000)) == 3500


def test_a_claim_counts_within_what_the_server_saw_and_the_allowance() -> None:
    assert fair_millis(claimed=4_000, arrived_after=4_200) == 4_000
    assert fair_millis(claimed=0, arrived_after=4_200) == 3_900
    assert fair_millis(claimed=9_000, arrived_after=4_200) == 4_200
    assert fair_millis(claimed=50, arrived_after=-20) == 0


def test_a_secret_text_is_seen_anywhere_in_a_message() -> None:
    watch = SecretWatch(QUIZ)
    assert watch.cards_told({"a": [{"b": "Who returns is a client."}]}, None) == {"baker"}
    assert watch.cards_told({"a": "So: Both can be defended. Think."}, "baker") == {"queue"}
    assert watch.cards_told({"story": "Every Saturday she cycles to the baker."}, "baker") == set()


def test_a_field_that_belongs_to_a_key_tells_of_the_card_on_the_screen() -> None:
    watch = SecretWatch(QUIZ)
    assert watch.cards_told({"axes": [{"is_contested": False}]}, "baker") == {"baker"}
    assert watch.cards_told({"accepted": [{"option": "moral", "share": 1.0}]}, "baker") == {"baker"}
    assert watch.cards_told({"reveal": None, "result": None, "debate": None, "traps": []}, "baker") == set()


def test_what_a_class_voted_is_seen_and_how_many_voted_is_no_secret() -> None:
    assert SecretWatch.tells_votes({"round": {"axes": [{"counts": [{"option": "moral", "count": 3}]}]}})
    assert SecretWatch.tells_votes({"board": {"kind": "matrix", "matrix": {"axis": "form"}, "confusions": []}})
    assert not SecretWatch.tells_votes({"answered": 12, "board": {"kind": "join", "matrix": None, "confusions": []}})
