"""The rules on one axis, each broken once."""

import pytest

from server.content.problems import Problem, Rule
from tests.content.folder import ContentFolder
from tests.content.kinds_folder import KindsFolder


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
    kinds = "ordinal, single, grid, multi, map2d, rank, sequence, pair, open"
    assert problem.remedy == f"Did you mean 'ordinal'? There are: {kinds}."


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


@pytest.mark.parametrize(
    ("name", "old", "new", "rule", "field"),
    [
        ("gift", 'asks: {nl: "Wat laat het zien?", en: "What does it show?"}\n', "", Rule.AXIS_FIELDS, ""),
        ("chain", "options:", 'asks: {nl: "Wat?", en: "What?"}\noptions:', Rule.AXIS_FIELDS, "asks"),
        ("place", "map: {love: [0.5, 1], ", "map: {", Rule.PICTURE, "map"),
        ("place", "money: [0.5, 0]}", "money: [0.1, 0.8]}", Rule.PICTURE, "map.money"),
        ("place", "money: [0.5, 0]}", "money: [0.5, 0], fame: [0, 0]}", Rule.OPTION_KNOWN, "map.fame"),
        ("place", "money: [0.5, 0]}", "money: [0.5, 7]}", Rule.VALUE_ALLOWED, "map.money[2]"),
        ("place", "never_keyed: [money]", "never_keyed: [cash]", Rule.OPTION_KNOWN, "never_keyed[1]"),
        ("place", "never_keyed: [money]", "never_keyed: [love, status, goods, money]", Rule.NEVER_KEYED, "never_keyed"),
        ("place", "kind: plane", "kind: bars", Rule.PICTURE, "picture.kind"),
        ("why", "{kind: quotes}\n", "{kind: quotes}\nuses: gift\n", Rule.AXIS_FIELDS, "uses"),
        ("rank", "uses: gift", "uses: gifts", Rule.AXIS_KNOWN, "uses"),
        ("rank", "uses: gift", "uses: rank", Rule.AXIS_KNOWN, "uses"),
        ("rank", "uses: gift", "uses: place", Rule.USES, "uses"),
        ("rank", "uses: gift", "uses: why", Rule.USES, "uses"),
        ("chain", "options:", "uses: gift\noptions:", Rule.USES, "uses"),
        ("cross", "kind: grid\nlabel", "kind: single\nlabel", None, ""),
    ],
)
def test_an_axis_has_what_its_kind_needs(
    kinds: KindsFolder, name: str, old: str, new: str, rule: Rule | None, field: str
) -> None:
    kinds.change_axis(name, old, new)
    file = str(kinds.path / f"axes/{name}.yaml")
    found = [(problem.rule, problem.field) for problem in kinds.problems() if problem.file == file]
    assert found == ([] if rule is None else [(rule, field)])


def test_an_axis_that_uses_a_broken_one(kinds: KindsFolder) -> None:
    kinds.change_axis("gift", "kind: multi", "kind: many")
    file = str(kinds.path / "axes/rank.yaml")
    problem = next(problem for problem in kinds.problems() if problem.file == file)
    assert (problem.rule, problem.remedy) == (Rule.AXIS_KNOWN, "Mend gift.yaml first.")


def test_a_grid_axis_has_an_option_in_every_cell(kinds: KindsFolder) -> None:
    text = (kinds.path / "axes/cross.yaml").read_text("utf-8")
    kinds.write("axes/cross.yaml", text[: text.index("  - id: bd")].replace(", bd: [1, 1]", ""))
    file = str(kinds.path / "axes/cross.yaml")
    problem = next(problem for problem in kinds.problems() if problem.file == file)
    assert problem.message == "2 rows and 2 columns meet in more cells than have an option."


def test_words_that_do_not_fit_the_projector(content: ContentFolder) -> None:
    long = spoilt(
        content, "stage", 'short_label: {nl: "Trede", en: "Stage"}', 'short_label: {nl: "Trede", en: "Pyramid stage"}'
    )
    assert (long.rule, long.field) == (Rule.LENGTH, "short_label.en")
