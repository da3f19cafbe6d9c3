"""The oracle's own marking, against the table of the subject; and its eye for what a key would look like."""

from pathlib import Path

import pytest

from server.devtools.oracle import Quiz, SecretWatch, read_quiz
from server.devtools.oracle.marks import fair_millis, points_of, share_of
from tests.devtools.played_room import BAKER, FORM, QUEUE, QUIZ, STAGE

CONTENT = Path(__file__).parents[2] / "game_content"


@pytest.fixture(scope="module")
def village() -> Quiz:
    return read_quiz(CONTENT, "village-square")


def test_the_headline_axes_have_the_part_marks_of_the_subject(village: Quiz) -> None:
    stage, form, trust = (village.axes[axis] for axis in ("stage", "commitment-form", "trust-level"))
    assert share_of(stage, {"client": 1.0}, "client") == 1
    assert share_of(stage, {"client": 1.0}, "supporter") == share_of(stage, {"client": 1.0}, "customer") == 0.5
    assert share_of(stage, {"client": 1.0}, "prospect") == 0
    assert share_of(stage, {"customer": 1.0}, "prospect") == share_of(stage, {"prospect": 1.0}, "customer") == 0
    assert share_of(trust, {"conduct": 1.0}, "integrity") == share_of(trust, {"integrity": 1.0}, "conduct") == 0.25
    assert share_of(trust, {"contract": 1.0}, "integrity") == 0
    assert share_of(form, {"moral": 1.0}, "personal") == share_of(form, {"moral": 1.0}, "structural") == 0


def test_always_picking_the_middle_never_earns_more_than_half(village: Quiz) -> None:
    trust = village.axes["trust-level"]
    middle = [share_of(trust, {right: 1.0}, "conduct") for right in trust.options]
    assert sum(middle) / len(middle) == 0.5


def test_every_card_of_the_village_is_read_with_its_keys_and_secrets(village: Quiz) -> None:
    assert len(village.cards) >= 24
    for card in village.cards.values():
        assert set(card.accepted) == set(village.axes)
        assert len(card.secrets) >= 6
        assert card.is_contested == any(len(accepted) > 1 for accepted in card.accepted.values())


def test_a_contested_option_earns_its_own_share_and_its_neighbour_the_part_mark() -> None:
    assert share_of(FORM, QUEUE.accepted["form"], "personal") == 0.5
    assert share_of(STAGE, {"client": 0.8, "prospect": 1.0}, "customer") == 0.4


def test_an_axis_left_open_earns_nothing() -> None:
    assert points_of(BAKER, [STAGE, FORM], {"picks": {"form": "moral"}, "thinking_millis": 0}, None, True) == 1000


def test_the_bonus_is_half_a_point_at_once_and_nothing_at_the_end() -> None:
    def earned(thinking_millis: int) -> int:
        answer = {"picks": {"stage": "client", "form": "moral"}, "thinking_millis": thinking_millis}
        return points_of(BAKER, [STAGE, FORM], answer, 10_000, speed_bonus=True)

    assert [earned(0), earned(5_000), earned(10_000), earned(12_000)] == [3000, 2500, 2000, 2000]


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
