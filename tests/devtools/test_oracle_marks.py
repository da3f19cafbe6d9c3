"""What the oracle makes of shares: points, with time and the host's marks; and its eye for what a key looks like."""

from pathlib import Path

import pytest

from server.devtools.oracle import Quiz, SecretWatch, read_quiz
from server.devtools.oracle.marks import fair_millis, points_of
from tests.devtools.played_room import BAKER, FORM, QUIZ, STAGE, WHY

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


def test_an_axis_left_open_earns_nothing() -> None:
    assert points_of(BAKER, [STAGE, FORM], {"picks": {"form": "moral"}, "thinking_millis": 0}, None, True) == 1000


def test_the_bonus_is_half_a_point_at_once_and_nothing_at_the_end() -> None:
    def earned(thinking_millis: int) -> int:
        answer = {"picks": {"stage": "client", "form": "moral"}, "thinking_millis": thinking_millis}
        return points_of(BAKER, [STAGE, FORM], answer, 10_000, speed_bonus=True)

    assert [earned(0), earned(5_000), earned(10_000), earned(12_000)] == [3000, 2500, 2000, 2000]


def test_words_earn_what_the_host_gave_them_and_nothing_for_speed() -> None:
    answer = {"picks": {"form": "moral", "why": {"text": "She ought to"}}, "thinking_millis": 0}
    assert points_of(BAKER, [FORM, WHY], answer, 10_000, True, {"why": 0.7}) == 1000 + 500 + 700
    assert points_of(BAKER, [FORM, WHY], answer, 10_000, True) == 1000 + 500
    assert points_of(BAKER, [WHY], answer, 10_000, True, {"form": 1.0}) == 0


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
