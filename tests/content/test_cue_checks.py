"""A cue is words of the story: literally, once, and of its own axis alone."""

from server.content.problems import Rule
from tests.content.folder import ContentFolder

CHEESE = "cards[cheese-on-friday].key"


def test_a_cue_that_is_not_in_the_story(content: ContentFolder) -> None:
    content.change_deck('nl: "Volgend jaar ook weer", ', 'nl: "volgend jaar ook", ')
    problem = content.only_problem()
    assert (problem.rule, problem.field) == (Rule.CUE_IN_STORY, f"{CHEESE}.stage.cue.nl")
    assert problem.line == content.line_of("decks/market.yaml", "volgend jaar ook")
    assert problem.message == "'volgend jaar ook' does not stand in the Dutch story."
    assert "Nearest: 'Volgend jaar ook'." in problem.remedy


def test_a_cue_in_the_other_language_only(content: ContentFolder) -> None:
    content.change_deck("every Friday. Next year too,", "every Friday. Next year again,")
    problem = content.only_problem()
    assert (problem.rule, problem.field) == (Rule.CUE_IN_STORY, f"{CHEESE}.stage.cue.en")


def test_a_cue_that_stands_twice_would_light_up_the_wrong_words(content: ContentFolder) -> None:
    content.change_deck("Next year too, she says.", "Next year too, she says. Next year too, says Ben.")
    problem = content.only_problem()
    assert (problem.rule, problem.field) == (Rule.CUE_ONCE, f"{CHEESE}.stage.cue.en")
    assert problem.message == "'Next year too' stands 2 times in the story."


def test_two_axes_are_not_decided_by_the_same_words(content: ContentFolder) -> None:
    content.change_deck('nl: "Niemand anders verkoopt hier kaas", ', 'nl: "jaar ook weer, zegt ze", ')
    problem = content.only_problem()
    assert (problem.rule, problem.field) == (Rule.CUES_APART, f"{CHEESE}.form.cue.nl")
    assert problem.message == "This cue shares words of the story with the cue of 'stage'."


def test_cues_may_touch(content: ContentFolder) -> None:
    content.change_deck('nl: "Niemand anders verkoopt hier kaas", ', 'nl: ", zegt ze", ')
    assert content.problems() == []
