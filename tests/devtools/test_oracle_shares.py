"""The oracle's own part marks, against the figures of the course's table, on the axes as they are written."""

from pathlib import Path
from typing import Any

import pytest

from server.devtools.oracle import NotJudged, QuizKey, read_quiz, read_quiz_axis
from server.devtools.oracle.quiz import KINDS_JUDGED
from server.devtools.oracle.shares import RULES, share_of
from server.rules.cards import AxisKind
from tests.devtools.every_kind import content_with_every_kind
from tests.devtools.played_room import FORM, QUEUE, STAGE

CONTENT = Path(__file__).parents[2] / "game_content"


def earned(axis: str, key: QuizKey, *picks: Any) -> list[float]:
    """What each pick earns, to six decimals."""
    return [round(share_of(read_quiz_axis(CONTENT, axis), key, pick), 6) for pick in picks]


def one(right: str) -> QuizKey:
    return QuizKey({right: 1.0})


def test_every_kind_of_answer_has_its_rule() -> None:
    assert set(RULES) == KINDS_JUDGED == {kind.value for kind in AxisKind}


def test_on_the_pyramid_a_neighbour_earns_half_but_bought_or_not_is_a_fact() -> None:
    assert earned("stage", one("client"), "client", "supporter", "customer", "prospect") == [1, 0.5, 0.5, 0]
    assert earned("stage", one("customer"), "prospect", "client") == [0, 0.5]
    assert earned("stage", one("prospect"), "customer") == [0]


def test_on_the_trust_stair_a_neighbour_earns_a_quarter_and_the_other_end_nothing() -> None:
    assert earned("trust-level", one("conduct"), "contract", "integrity") == [0.25, 0.25]
    assert earned("trust-level", one("contract"), "conduct", "integrity") == [0.25, 0]


def test_a_form_of_commitment_is_right_or_it_is_not() -> None:
    assert earned("commitment-form", one("moral"), "moral", "personal", "structural") == [1, 0, 0]


def test_on_the_grid_one_right_dimension_earns_a_quarter() -> None:
    picks = ("internal-limited", "internal-free", "external-limited", "external-free")
    assert earned("commitment-grid", one("internal-limited"), *picks) == [1, 0.25, 0.25, 0]


def test_of_several_the_wrong_ticks_are_taken_off() -> None:
    key = QuizKey({"honesty": 1.0, "responsibility": 1.0})
    right, both_and_one = ["honesty", "responsibility"], ["honesty", "responsibility", "involvement"]
    everything = [*both_and_one, "helpfulness"]
    assert earned("trust-basis", key, right, ["honesty"], both_and_one, everything, []) == [1, 0.5, 0.5, 0, 0]


def test_on_the_plane_the_point_is_whole_when_near_and_gone_when_far() -> None:
    picks = [{"x": 0.15 + away, "y": 0.75} for away in (0, 0.14, 0.275, 0.41)]
    assert earned("resource-map", one("status"), *picks) == [1, 1, 0.5, 0]


def test_a_swap_of_neighbours_in_five_earns_four_fifths_and_the_reverse_nothing() -> None:
    chain = ["exchange", "emotion", "trust", "commitment", "intention"]
    key = QuizKey(order=tuple((step,) for step in chain))
    assert earned("chain", key, chain, [chain[1], chain[0], *chain[2:]], chain[::-1]) == [1, 0.8, 0]


def test_what_is_tied_is_not_compared() -> None:
    key = QuizKey(order=(("love",), ("goods", "money")))
    orders = (["love", "money", "goods"], ["goods", "love", "money"], ["money", "goods", "love"])
    assert earned("resource-rank", key, *orders) == [1, 0, 0]


def test_each_right_pair_earns_its_part_also_when_an_option_is_used_twice() -> None:
    key = QuizKey(pairs={"hug": "love", "kiss": "love", "herring": "goods", "coins": "money"})
    said = {"hug": "love", "kiss": "love", "herring": "money"}
    assert earned("exchange-pair", key, {"pairs": said}, {"pairs": dict(key.pairs)}) == [0.5, 1]


def test_words_are_for_the_host_to_mark() -> None:
    assert earned("open-why", QuizKey(), {"text": "Because she ought to"}) == [0]


def test_a_contested_option_earns_its_own_share_and_what_is_near_it_the_part_mark() -> None:
    assert share_of(FORM, QUEUE.keys["form"], "personal") == 0.5
    assert share_of(STAGE, QuizKey({"client": 0.8, "prospect": 1.0}), "customer") == 0.4
    assert earned("commitment-grid", QuizKey({"internal-free": 1.0, "external-limited": 0.6}), "external-limited") == [
        0.6
    ]
    assert earned("commitment-grid", QuizKey({"internal-free": 0.8}), "internal-limited") == [0.2]


@pytest.mark.parametrize(
    ("axis", "key"),
    [
        ("stage", one("client")),
        ("commitment-form", one("moral")),
        ("commitment-grid", one("internal-free")),
        ("trust-basis", one("honesty")),
        ("resource-map", one("love")),
        ("chain", QuizKey(order=(("exchange",), ("emotion",), ("trust",), ("commitment",), ("intention",)))),
        ("resource-rank", QuizKey(order=(("love",), ("money",)))),
        ("exchange-pair", QuizKey(pairs={"hug": "love", "coins": "money"})),
    ],
)
def test_what_is_no_answer_on_its_axis_earns_nothing(axis: str, key: QuizKey) -> None:
    broken: tuple[Any, ...] = (
        None,
        "nowhere",
        "",
        [],
        ["nowhere"],
        {},
        {"x": 0.5},
        {"pairs": {"nobody": "love"}},
        {"text": "love"},
    )
    assert earned(axis, key, *broken) == [0] * len(broken)


def test_a_deck_with_every_kind_is_read_with_its_keys_and_secrets(tmp_path: Path) -> None:
    quiz = read_quiz(content_with_every_kind(tmp_path), "every-kind")
    assert {axis.kind for axis in quiz.axes.values()} == KINDS_JUDGED
    assert quiz.axes["resource-rank"].options[0] == "love"  # an axis that uses the options of another
    keys = {axis: key for card in quiz.cards.values() for axis, key in card.keys.items()}
    assert keys["resource-rank"].order == (("love",), ("status",), ("goods", "money"))
    assert keys["exchange-pair"].pairs["cake"] == "goods"
    model_answer = "Because a promise to a dying friend binds her."
    assert any(model_answer in card.secrets for card in quiz.cards.values())


def test_a_kind_that_the_oracle_has_no_rule_for_is_not_judged(tmp_path: Path) -> None:
    content = content_with_every_kind(tmp_path)
    axis = content / "axes" / "open-why.yaml"
    axis.write_text(axis.read_text("utf-8").replace("kind: open", "kind: mime"), "utf-8")
    with pytest.raises(NotJudged, match="mime"):
        read_quiz(content, "every-kind")
