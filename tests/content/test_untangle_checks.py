"""The question that pulls two confused options apart: of options that are there, one per pair, short."""

import pytest

from server.content.library import load_library
from server.content.problems import Rule
from server.rules.cards import Text
from server.rules.ids import AxisId, OptionId
from tests.content.folder import ContentFolder
from tests.content.kinds_folder import KindsFolder

ASKED = '{pair: [prospect, client], question: {nl: "Is er gekocht?", en: "Was there a purchase?"}}'
PLAIN = "untangles: [{pair: [love, status], question: {nl: a, en: b}}]\n"


def untangle(content: ContentFolder, *questions: str) -> None:
    """Gives the axis its questions."""
    content.change_axis("stage", "\noptions:\n", f"\nuntangles: [{', '.join(questions)}]\noptions:\n")


def test_the_order_of_the_pair_is_nothing(content: ContentFolder) -> None:
    untangle(content, ASKED)
    stage = content.load().axes[AxisId("stage")]
    prospect, client = OptionId("prospect"), OptionId("client")
    asked = Text("Is er gekocht?", "Was there a purchase?")
    assert (stage.untangle(prospect, client), stage.untangle(client, prospect)) == (asked, asked)
    assert stage.untangle(prospect, OptionId("customer")) is None


@pytest.mark.parametrize(
    ("questions", "rule", "field"),
    [
        ([ASKED.replace("client", "clients")], Rule.OPTION_KNOWN, "untangles[1].pair"),
        ([ASKED.replace("client", "prospect")], Rule.UNTANGLES, "untangles[1].pair"),
        ([ASKED, ASKED.replace("prospect, client", "client, prospect")], Rule.UNTANGLES, "untangles[2].pair"),
        ([ASKED.replace("prospect, client", "client")], Rule.LENGTH, "untangles[1].pair"),
        ([ASKED.replace("Was there a purchase?", "W" * 61)], Rule.LENGTH, "untangles[1].question.en"),
        ([ASKED.replace(', en: "Was there a purchase?"', "")], Rule.FIELD_MISSING, "untangles[1].question.en"),
    ],
)
def test_a_question_that_does_not_hold(content: ContentFolder, questions: list[str], rule: Rule, field: str) -> None:
    untangle(content, *questions)
    problem = content.problems()[0]
    assert (problem.rule, problem.field) == (rule, field)
    assert content.load().decks == {}


def test_sixty_characters_are_not_too_many(content: ContentFolder) -> None:
    untangle(content, ASKED.replace("Was there a purchase?", "W" * 60))
    assert content.problems() == []


def test_an_axis_with_the_options_of_another_has_its_questions_unless_it_has_its_own(kinds: KindsFolder) -> None:
    kinds.change_axis("gift", "\noptions:\n", f"\n{PLAIN}options:\n")
    kinds.change_axis("match", "uses: gift\n", f"uses: gift\n{PLAIN.replace('status', 'goods')}")
    axes = kinds.load().axes
    pairs = {name: [{pair.one, pair.other} for pair in axes[AxisId(name)].untangles] for name in ("rank", "match")}
    assert pairs == {"rank": [{"love", "status"}], "match": [{"love", "goods"}]}
    kinds.change_axis("match", "[love, goods]", "[love, gods]")
    assert Rule.OPTION_KNOWN in {problem.rule for problem in kinds.problems()}


def test_the_headline_axes_pull_each_of_their_confusions_apart() -> None:
    axes = load_library().axes
    counts = {name: len(axes[AxisId(name)].untangles) for name in ("stage", "commitment-form", "trust-level")}
    assert counts == {"stage": 5, "commitment-form": 3, "trust-level": 2}
