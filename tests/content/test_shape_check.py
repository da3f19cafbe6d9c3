"""A field that does not fit is named with its line, in plain words, with what to write instead."""

import pytest

from server.content.problems import Problem, Rule
from tests.content.folder import ContentFolder


def spoilt(content: ContentFolder, old: str, new: str) -> Problem:
    """The one problem after changing words in the deck; checked to be on the line of the change."""
    content.change_deck(old, new)
    problem = content.only_problem()
    assert problem.file == str(content.path / "decks/market.yaml")
    assert not problem.is_warning
    assert content.load().decks == {}
    return problem


def test_a_missing_title(content: ContentFolder) -> None:
    problem = spoilt(content, 'title: {nl: "De markt", en: "The market"}\n', "")
    assert (problem.rule, problem.field, problem.line) == (Rule.FIELD_MISSING, "title", 1)
    assert problem.message == "The field 'title' is missing."


def test_a_missing_language(content: ContentFolder) -> None:
    problem = spoilt(content, '{nl: "De markt", en: "The market"}', '{nl: "De markt"}')
    assert (problem.rule, problem.field, problem.line) == (Rule.FIELD_MISSING, "title.en", 2)
    assert problem.message == "The English text is missing."
    assert problem.remedy.startswith('Add en: "..."')


def test_a_text_in_one_language_only(content: ContentFolder) -> None:
    problem = spoilt(content, '{nl: "De markt", en: "The market"}', '"The market"')
    assert (problem.rule, problem.field) == (Rule.VALUE_KIND, "title")
    assert problem.message == "Fields are meant here, and the text 'The market' stands here."


def test_a_misspelt_field_is_recognised(content: ContentFolder) -> None:
    content.change_deck("    person: Noor", "    persoon: Noor")
    missing, unknown = sorted(content.problems(), key=lambda problem: problem.rule)
    assert (missing.rule, missing.field, missing.line) == (Rule.FIELD_MISSING, "cards[cheese-on-friday].person", 6)
    assert (unknown.rule, unknown.field) == (Rule.FIELD_UNKNOWN, "cards[cheese-on-friday].persoon")
    assert unknown.line == content.line_of("decks/market.yaml", "persoon")
    assert unknown.remedy.startswith("Did you mean 'person'?")


def test_a_misspelt_field_deep_inside_is_recognised(content: ContentFolder) -> None:
    problem = spoilt(content, "is: client\n", "is: client\n        reason: x\n")
    assert problem.field == "cards[cheese-on-friday].key.stage.reason"
    assert problem.remedy == "Choose one of: accept, cue, is, items, model_answer, why."


@pytest.mark.parametrize("number", ["0", "7", "true"])
def test_options_have_names_and_no_numbers(content: ContentFolder, number: str) -> None:
    problem = spoilt(content, "is: client", f"is: {number}")
    assert (problem.rule, problem.field) == (Rule.VALUE_KIND, "cards[cheese-on-friday].key.stage.is")
    assert problem.line == content.line_of("decks/market.yaml", f"is: {number}")
    assert "options have no numbers" in problem.remedy


def test_a_number_where_text_is_meant(content: ContentFolder) -> None:
    problem = spoilt(content, "person: Noor", "person: 7")
    assert problem.message == "Text is meant here, and the number 7 stands here."
    assert "double quotes" in problem.remedy


def test_text_where_a_number_is_meant(content: ContentFolder) -> None:
    problem = spoilt(content, "difficulty: 1", 'difficulty: "1"')
    assert problem.message == "A whole number is meant here, and the text '1' stands here."


@pytest.mark.parametrize("difficulty", ["0", "4", "-1", "1000000000"])
def test_a_difficulty_out_of_bounds(content: ContentFolder, difficulty: str) -> None:
    problem = spoilt(content, "difficulty: 1", f"difficulty: {difficulty}")
    assert problem.rule is Rule.VALUE_ALLOWED
    assert problem.message == f"The number {difficulty} is out of bounds."
    assert "equal to" in problem.remedy


@pytest.mark.parametrize("share", ["-1", "0", "1.5", ".inf", ".nan"])
def test_a_share_is_between_nothing_and_the_whole(content: ContentFolder, share: str) -> None:
    problem = spoilt(content, "structural: 0.5", f"structural: {share}")
    assert problem.field == "cards[two-stalls-of-fish].key.form.accept.structural"
    assert problem.rule in {Rule.VALUE_ALLOWED, Rule.VALUE_KIND}


def test_a_status_that_was_probably_meant(content: ContentFolder) -> None:
    problem = spoilt(content, "status: contested", "status: contest")
    assert problem.rule is Rule.VALUE_ALLOWED
    assert problem.remedy == "Did you mean 'contested'? There are: clear, contested."


def test_a_theme_of_the_course(content: ContentFolder) -> None:
    content.change_deck("theme: cg\n    difficulty: 1", "theme: xx\n    difficulty: 1")
    assert content.only_problem().remedy == "Choose one of: cg, cl, dm, cs."


def test_a_model_by_its_number(content: ContentFolder) -> None:
    content.change_deck(
        "models: [M3, M14]\n    theme: cg\n    difficulty: 1", "models: [Johnson]\n    theme: cg\n    difficulty: 1"
    )
    problem = content.only_problem()
    assert problem.field == "cards[cheese-on-friday].models[1]"
    assert problem.remedy == "Write M and its number, such as M3 or M3a."


@pytest.mark.parametrize("card_id", ["Cheese", "cheese_on", "-cheese", "cheese--on", "kåse", "a" * 61])
def test_an_id_is_kebab_case(content: ContentFolder, card_id: str) -> None:
    content.change_deck("id: cheese-on-friday", f"id: {card_id}")
    problem = content.only_problem()
    assert problem.field == f"cards[{card_id}].id"
    assert problem.rule in {Rule.ID_FORM, Rule.LENGTH}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ('""', Rule.LENGTH),
        ('"  "', Rule.LENGTH),
        ('"a\\u0007b"', Rule.TEXT_CHARACTERS),
        ('"\\ud800"', Rule.TEXT_CHARACTERS),
    ],
)
def test_a_text_that_cannot_be_shown(content: ContentFolder, text: str, rule: Rule) -> None:
    problem = spoilt(content, 'nl: "De markt"', f"nl: {text}")
    assert (problem.rule, problem.field, problem.line) == (rule, "title.nl", 2)


def test_a_text_of_a_page(content: ContentFolder) -> None:
    problem = spoilt(content, '"Laat de zaal eerst praten."', '"' + "a" * 501 + '"')
    assert problem.rule is Rule.LENGTH
    assert problem.message == "The text is longer than 500 characters."


def test_a_deck_without_cards(content: ContentFolder) -> None:
    content.write(
        "decks/market.yaml", "id: market\ntitle: {nl: a, en: b}\nabout: {nl: a, en: b}\naxes: [stage]\ncards: []\n"
    )
    problem = content.only_problem()
    assert (problem.rule, problem.field, problem.line) == (Rule.LENGTH, "cards", 5)


def test_a_deck_of_five_hundred_and_one(content: ContentFolder) -> None:
    head = "id: market\ntitle: {nl: a, en: b}\nabout: {nl: a, en: b}\naxes: [stage]\ncards:\n"
    content.write("decks/market.yaml", head + "  - 1\n" * 501)
    problem = content.problems()[0]
    assert (problem.rule, problem.message) == (Rule.LENGTH, "There are 501 here; 500 is the most.")


@pytest.mark.parametrize("text", ["- a\n- b\n", "just a text", "12"])
def test_a_file_that_is_not_fields(content: ContentFolder, text: str) -> None:
    content.write("decks/market.yaml", text)
    problem = content.only_problem()
    assert (problem.rule, problem.field, problem.line) == (Rule.VALUE_KIND, "", 1)
    assert problem.message.startswith("Fields are meant here")


@pytest.mark.parametrize("name", ["decks/market.yaml", "offered_names.yaml"])
def test_a_file_of_a_newer_program_says_so_and_nothing_else(content: ContentFolder, name: str) -> None:
    content.write(name, "format: 2\nid: market\nsomething_new: 3\n")
    problem = content.only_problem()
    assert (problem.rule, problem.field) == (Rule.FORMAT, "format")
    assert "newer version" in problem.message
    assert problem.remedy == "Update the program; this one knows format 1."


def test_a_field_that_yaml_refused_is_not_named_twice(content: ContentFolder) -> None:
    problem = spoilt(content, "person: Noor", "person: !name Noor")
    assert problem.rule is Rule.PLAIN_YAML


@pytest.mark.parametrize(
    "field", ["image: file:///etc/passwd", 'image: "javascript:alert(1)"', "seconds: 1000000000", "points: -5"]
)
def test_cards_have_no_pictures_times_or_points(content: ContentFolder, field: str) -> None:
    problem = spoilt(content, "person: Noor\n", f"person: Noor\n    {field}\n")
    assert (problem.rule, problem.field) == (Rule.FIELD_UNKNOWN, f"cards[cheese-on-friday].{field.split(':')[0]}")
