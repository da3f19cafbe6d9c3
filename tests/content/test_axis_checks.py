"""The rules on one axis, each broken once."""

import pytest

from server.content.problems import Problem, Rule
from tests.content.folder import ContentFolder


def spoilt(content: ContentFolder, name: str, old: str, new: str) -> Problem:
    """What is said about the axis; that its deck then stays out is another lesson."""
    content.change_axis(name, old, new)
    file = str(content.path / f"axes/{name}.yaml")
    problems = [problem for problem in content.problems() if problem.file == file]
    assert len(problems) == 1, problems
    assert name not in content.load().axes
    return problems[0]


def test_a_label_too_long_for_the_projector(content: ContentFolder) -> None:
    problem = spoilt(
        content, "stage", 'short: {nl: "Client", en: "Client"}', 'short: {nl: "Client", en: "Client for many years"}'
    )
    assert (problem.rule, problem.field) == (Rule.LENGTH, "options[client].short.en")
    assert problem.line == content.line_of("axes/stage.yaml", "many years")
    assert problem.message == "21 characters stand here; 17 is the most."


def test_two_options_with_one_id(content: ContentFolder) -> None:
    content.change_axis("stage", "- id: client", "- id: customer")
    problem = content.problems()[0]
    assert (problem.rule, problem.field) == (Rule.ID_ONCE, "options[customer].id")


def test_two_options_that_read_the_same(content: ContentFolder) -> None:
    problem = spoilt(
        content,
        "stage",
        'hint: {nl: "Kijkt verder", en: "Looks further"}',
        'hint: {nl: "Kijkt verder", en: "one transaction"}',
    )
    assert (problem.rule, problem.field) == (Rule.OPTIONS_DIFFER, "options[client].hint.en")
    assert problem.message == "The option 'customer' has the same text."


def test_one_option_is_no_choice(content: ContentFolder) -> None:
    text = (content.path / "axes/stage.yaml").read_text("utf-8")
    content.write("axes/stage.yaml", text[: text.index("  - id: customer")])
    problem = content.problems()[0]
    assert (problem.rule, problem.field) == (Rule.LENGTH, "options")
    assert problem.message == "There are 1 here; 2 is the least."


def test_nine_options_do_not_fit_a_phone(content: ContentFolder) -> None:
    text = (content.path / "axes/stage.yaml").read_text("utf-8")
    option = text[text.index("  - id: client") :]
    more = "".join(option.replace("id: client", f"id: more-{n}") for n in range(6))
    content.write("axes/stage.yaml", text + more)
    assert content.problems()[0].message == "There are 9 here; 8 is the most."


def test_a_kind_that_was_probably_meant(content: ContentFolder) -> None:
    problem = spoilt(content, "stage", "kind: ordinal", "kind: ordinall")
    assert problem.remedy == "Did you mean 'ordinal'? There are: ordinal, single."


def test_the_safe_middle_does_not_pay(content: ContentFolder) -> None:
    problem = spoilt(
        content, "stage", "{neighbour: 0.25, no_credit_across: [[prospect, customer]]}", "{neighbour: 0.5}"
    )
    assert (problem.rule, problem.field) == (Rule.PART_MARKS, "part_marks.neighbour")
    assert problem.message == "Always choosing 'customer' would earn 0.67 of the points; 0.5 is the most."


def test_part_marks_need_an_order(content: ContentFolder) -> None:
    problem = spoilt(content, "form", "model: M14", "model: M14\npart_marks: {neighbour: 0.25}")
    assert (problem.rule, problem.field) == (Rule.PART_MARKS, "part_marks")


@pytest.mark.parametrize(
    ("pair", "rule"), [("[prospect, buyer]", Rule.OPTION_KNOWN), ("[prospect, client]", Rule.PART_MARKS)]
)
def test_a_fact_lies_between_two_neighbours(content: ContentFolder, pair: str, rule: Rule) -> None:
    problem = spoilt(content, "stage", "[prospect, customer]", pair)
    assert (problem.rule, problem.field) == (rule, "part_marks.no_credit_across[1]")


@pytest.mark.parametrize("neighbour", ["1", "-0.1", ".nan", '"half"'])
def test_a_neighbour_earns_less_than_the_key(content: ContentFolder, neighbour: str) -> None:
    problem = spoilt(content, "stage", "neighbour: 0.25", f"neighbour: {neighbour}")
    assert problem.field == "part_marks.neighbour"


def test_a_pyramid_needs_an_order(content: ContentFolder) -> None:
    content.change_axis("stage", "part_marks: {neighbour: 0.25, no_credit_across: [[prospect, customer]]}\n", "")
    problem = spoilt(content, "stage", "kind: ordinal", "kind: single")
    assert (problem.rule, problem.field) == (Rule.PICTURE, "picture.kind")


def test_a_pyramid_has_no_columns(content: ContentFolder) -> None:
    problem = spoilt(content, "stage", "{kind: pyramid}", "{kind: pyramid, columns: [{nl: a, en: b}]}")
    assert (problem.rule, problem.field) == (Rule.PICTURE, "picture.columns")


@pytest.mark.parametrize(
    ("old", "new", "field", "words"),
    [
        ("structural: [1, 1]}", "}", "picture.cells", "'structural' has no place"),
        ("structural: [1, 1]", "structural: [0, 1]", "picture.cells.structural", "that of moral already"),
        ("structural: [1, 1]", "structural: [2, 1]", "picture.cells.structural", "outside the grid"),
        ("at: [1, 0]", "at: [1, 1]", "picture.empty.at", "that of structural already"),
        ("at: [1, 0]", "at: [1, 2]", "picture.empty.at", "outside the grid"),
        ("structural: [1, 1]", "structural: [1, 1], legal: [1, 0]", "picture.cells.legal", "no option 'legal'"),
    ],
)
def test_a_grid_has_a_cell_for_each_option(content: ContentFolder, old: str, new: str, field: str, words: str) -> None:
    content.change_axis("form", old, new)
    problem = content.problems()[0]
    assert problem.field == field
    assert words in problem.message


def test_a_grid_has_two_ways_to_go(content: ContentFolder) -> None:
    content.change_axis("form", "  rows: [{nl: Intern, en: Internal}, {nl: Extern, en: External}]\n", "")
    problem = content.problems()[0]
    assert (problem.field, problem.message) == ("picture.rows", "A grid needs at least two rows.")


def test_an_axis_is_called_as_its_file(content: ContentFolder) -> None:
    problem = spoilt(content, "stage", "id: stage", "id: step")
    assert (problem.rule, problem.field, problem.line) == (Rule.ID_IS_FILE_NAME, "id", 1)
    assert problem.remedy == "Rename the file to step.yaml, or the id."
