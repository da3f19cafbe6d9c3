"""The rules on one card, each broken once."""

import pytest

from server.content.problems import Rule
from tests.content.folder import ContentFolder

CHEESE = "cards[cheese-on-friday]"
FISH = "cards[two-stalls-of-fish]"


def test_a_story_longer_than_a_phone_shows(content: ContentFolder) -> None:
    content.change_deck("Nobody else sells cheese here.", "Nobody else sells cheese here." + " No." * 60)
    problem = content.only_problem()
    assert (problem.rule, problem.field) == (Rule.LENGTH, f"{CHEESE}.story.en")
    assert problem.line == content.line_of("decks/market.yaml", " No. No.")
    assert problem.message == "77 words stand here; 60 is the most."
    assert problem.remedy == "Leave out 17."


def test_a_reason_longer_than_the_reveal_shows(content: ContentFolder) -> None:
    content.change_deck('"Ze kijkt voorbij deze koop."', '"' + "woord " * 36 + '"')
    problem = content.only_problem()
    assert (problem.rule, problem.field) == (Rule.LENGTH, f"{CHEESE}.key.stage.why.nl")
    assert problem.message == "36 words stand here; 35 is the most."


def test_a_trap_longer_than_the_reveal_shows(content: ContentFolder) -> None:
    content.change_deck('"Nothing says that she likes it."', '"' + "word " * 31 + '"')
    problem = content.only_problem()
    assert (problem.rule, problem.field) == (Rule.LENGTH, f"{CHEESE}.traps[2].text.en")
    assert problem.message == "31 words stand here; 30 is the most."


def test_a_title_longer_than_its_line(content: ContentFolder) -> None:
    content.change_deck('"Two stalls of fish"', '"Two stalls of fish and a third one with herring"')
    problem = content.only_problem()
    assert (problem.rule, problem.field) == (Rule.LENGTH, f"{FISH}.title.en")


def test_a_debate_longer_than_two_lines_of_the_projector(content: ContentFolder) -> None:
    content.change_deck('"Is the brake inside Sem or around him?"', '"' + "a" * 121 + '"')
    assert content.only_problem().field == f"{FISH}.debate.en"


def test_the_named_person_is_missed_in_a_warning(content: ContentFolder) -> None:
    content.change_deck("Noor gets cheese", "Anna gets cheese")
    problem = content.only_problem()
    assert problem.is_warning
    assert (problem.rule, problem.field) == (Rule.PERSON_IN_STORY, f"{CHEESE}.story.en")


@pytest.mark.parametrize(
    ("old", "new", "told", "field"),
    [
        ("every Friday.", "every Friday. She trusts him.", "trusts", "story.en"),
        ("elke vrijdag kaas bij Ben.", "elke vrijdag kaas. Ze is loyaal.", "loyaal", "story.nl"),
        ("every Friday.", "every Friday, like a customer.", "customer", "story.en"),
        ("elke vrijdag kaas bij Ben.", "elke vrijdag als vaste klant kaas.", "vaste klant", "story.nl"),
        ("Next year too, she says.", "Next year too, she says. I want to stay.", "I want to stay", "story.en"),
        ('"Cheese on Friday"', '"A moral cheese"', "moral", "title.en"),
    ],
)
def test_a_story_does_not_tell_what_the_class_should_see(
    content: ContentFolder, old: str, new: str, told: str, field: str
) -> None:
    content.change_deck(old, new)
    problem = content.only_problem()
    assert (problem.rule, problem.field) == (Rule.TELLS_NOTHING, f"{CHEESE}.{field}")
    assert problem.message == f"'{told}' gives an answer away."


def test_an_id_does_not_tell_what_the_class_should_see(content: ContentFolder) -> None:
    content.change_deck("id: cheese-on-friday", "id: loyal-client-noor")
    problem = content.only_problem()
    assert (problem.rule, problem.field) == (Rule.ID_TELLS_NOTHING, "cards[loyal-client-noor].id")
    assert "'client'" in problem.message


def test_an_axis_without_a_key(content: ContentFolder) -> None:
    content.change_deck("axes: [stage, form]", "axes: [form]")
    problems = content.problems()
    assert {(problem.rule, problem.field) for problem in problems} == {
        (Rule.KEY_PER_AXIS, f"{CHEESE}.key.stage"),
        (Rule.KEY_PER_AXIS, f"{FISH}.key.stage"),
        (Rule.AXIS_KNOWN, f"{CHEESE}.traps[1].axis"),
        (Rule.AXIS_KNOWN, f"{FISH}.traps[1].axis"),
    }


def test_a_card_may_be_asked_on_some_axes_of_its_deck(content: ContentFolder) -> None:
    text = (content.path / "decks/market.yaml").read_text("utf-8")
    start, end = text.index("      stage:\n        is: client"), text.index("      form:\n        is: structural")
    content.write("decks/market.yaml", text[:start] + text[end:])
    problem = content.only_problem()
    assert problem.is_warning
    assert (problem.rule, problem.field) == (Rule.TRAP_ASKED, f"{CHEESE}.traps[1].axis")
    assert [set(card.keys) for card in content.load().decks["market"].cards] == [{"form"}, {"stage", "form"}]


def test_a_card_without_any_key(content: ContentFolder) -> None:
    text = (content.path / "decks/market.yaml").read_text("utf-8")
    start, end = text.index("      stage:\n        is: client"), text.index("    traps:")
    content.write("decks/market.yaml", text[:start].rstrip() + " {}\n" + text[end:])
    assert (content.problems()[0].rule, content.problems()[0].field) == (Rule.LENGTH, f"{CHEESE}.key")


def test_a_word_of_an_axis_that_the_card_is_not_asked_on_tells_nothing(content: ContentFolder) -> None:
    text = (content.path / "decks/market.yaml").read_text("utf-8")
    start, end = text.index("      stage:\n        is: client"), text.index("      form:\n        is: structural")
    content.write("decks/market.yaml", (text[:start] + text[end:]).replace("every Friday.", "like any customer."))
    assert {problem.rule for problem in content.problems()} == {Rule.TRAP_ASKED}


def test_an_option_that_was_probably_meant(content: ContentFolder) -> None:
    content.change_deck("is: client", "is: clients")
    problem = content.only_problem()
    assert (problem.rule, problem.field) == (Rule.OPTION_KNOWN, f"{CHEESE}.key.stage.is")
    assert problem.message == "The axis 'stage' has no option 'clients'."
    assert problem.remedy == "Did you mean 'client'? There are: prospect, customer, client."


@pytest.mark.parametrize(
    ("old", "new", "field", "message"),
    [
        ("        is: client\n", "", "stage", "The key says nothing about what is right."),
        (
            "is: client",
            "is: client\n        accept: {client: 1, customer: 1}",
            "stage",
            "The key has both 'is' and 'accept'.",
        ),
        ("is: client", "accept: {client: 1}", "stage.accept", "Only one option is accepted."),
    ],
)
def test_a_key_is_written_in_one_of_two_ways(
    content: ContentFolder, old: str, new: str, field: str, message: str
) -> None:
    content.change_deck(old, new)
    problem = next(problem for problem in content.problems() if problem.rule is Rule.KEY_FORM)
    assert (problem.field, problem.message) == (f"{CHEESE}.key.{field}", message)


def test_somebody_can_earn_the_whole_point(content: ContentFolder) -> None:
    content.change_deck("{moral: 1, structural: 0.5}", "{moral: 0.5, structural: 0.5}")
    problem = content.only_problem()
    assert (problem.rule, problem.remedy) == (Rule.KEY_FORM, "Give the best option the share 1.")


def test_where_everything_is_right_nothing_is_asked(content: ContentFolder) -> None:
    content.change_deck("{moral: 1, structural: 0.5}", "{moral: 1, structural: 1, personal: 1}")
    text = (content.path / "decks/market.yaml").read_text("utf-8")
    start, end = text.rindex("      - axis: form"), text.index("    debate:")
    content.write("decks/market.yaml", text[:start] + text[end:])
    problem = next(problem for problem in content.problems() if not problem.is_warning)
    assert problem.message == "Every option of the axis is accepted, so there is nothing to ask."


def test_a_trap_on_the_key(content: ContentFolder) -> None:
    content.change_deck("axis: stage\n        pick: customer", "axis: stage\n        pick: client")
    problem = content.only_problem()
    assert (problem.rule, problem.field) == (Rule.TRAP_NOT_KEY, f"{CHEESE}.traps[1].pick")
    assert problem.line == content.line_of("decks/market.yaml", "pick: client")


def test_a_trap_on_an_option_that_is_not_there(content: ContentFolder) -> None:
    content.change_deck("axis: stage\n        pick: customer", "axis: stage\n        pick: costumer")
    problem = content.only_problem()
    assert (problem.rule, problem.field) == (Rule.OPTION_KNOWN, f"{CHEESE}.traps[1].pick")
    assert problem.remedy.startswith("Did you mean 'customer'?")


def test_two_traps_on_one_option(content: ContentFolder) -> None:
    content.change_deck(
        "    traps:\n      - axis: stage\n        pick: customer",
        "    traps:\n      - {axis: stage, pick: customer, text: {nl: Eén, en: One}}\n"
        "      - axis: stage\n        pick: customer",
    )
    problem = content.only_problem()
    assert (problem.rule, problem.field) == (Rule.TRAP_ONCE, f"{CHEESE}.traps[2].pick")


def test_an_axis_without_a_trap_is_a_warning(content: ContentFolder) -> None:
    content.change_deck(
        'axis: form\n        pick: personal\n        text: {nl: "Er staat',
        'axis: stage\n        pick: prospect\n        text: {nl: "Er staat',
    )
    problem = content.only_problem()
    assert problem.is_warning
    assert (problem.rule, problem.message) == (Rule.TRAP_PER_AXIS, "No trap is written for the axis 'form'.")


def test_several_accepted_options_make_a_card_contested(content: ContentFolder) -> None:
    content.change_deck("status: contested", "status: clear")
    status, debate = content.problems()
    assert (status.rule, status.field) == (Rule.CONTESTED_STATUS, f"{FISH}.status")
    assert status.remedy == "Write status: contested."
    assert (debate.rule, debate.remedy) == (Rule.CONTESTED_DEBATE, "Move the question to note:.")


def test_one_accepted_option_does_not(content: ContentFolder) -> None:
    content.change_deck("accept: {moral: 1, structural: 0.5}", "is: moral")
    problem = content.only_problem()
    assert (problem.rule, problem.field) == (Rule.CONTESTED_STATUS, f"{FISH}.status")
    assert "accept: {one: 1, other: 1}" in problem.remedy


def test_a_contested_card_has_something_to_debate(content: ContentFolder) -> None:
    text = (content.path / "decks/market.yaml").read_text("utf-8")
    content.write("decks/market.yaml", "".join(line for line in text.splitlines(True) if "debate:" not in line))
    problem = content.only_problem()
    assert (problem.rule, problem.field) == (Rule.CONTESTED_DEBATE, f"{FISH}.debate")
    assert problem.line == content.line_of("decks/market.yaml", "id: two-stalls-of-fish")


def test_a_story_that_was_not_translated(content: ContentFolder) -> None:
    lines = (content.path / "decks/market.yaml").read_text("utf-8").splitlines()
    english = next(line for line in lines if "Noor gets cheese" in line).strip().removeprefix("en: ")
    dutch = next(line for line in lines if "Noor haalt" in line).strip().removeprefix("nl: ")
    content.change_deck(dutch, english)
    problem = next(each for each in content.problems() if each.rule is Rule.TRANSLATED)
    assert problem.field == "cards[cheese-on-friday].story"
