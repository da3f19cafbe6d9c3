"""A mock exam is a deck that no room plays: held against its own rules, it says what it lacks."""

import pytest

from server.content.exams import SectionKind
from server.content.problems import Rule
from server.rules.cards import Text
from tests.content.exam_text import OPEN, with_exam
from tests.content.folder import ContentFolder
from tests.content.test_check_command import check


def test_an_exam_says_what_its_file_says(content: ContentFolder) -> None:
    library = with_exam(content).load()
    assert library.problems == ()
    assert list(library.decks) == ["market"]
    exam = library.exams["mock"]
    assert [section.kind for section in exam.sections] == list(SectionKind)
    theory, case, opened = exam.sections
    assert [(item.id, item.theme, item.model, item.key) for item in theory.items] == [
        ("one", "cg", "M1", "b"),
        ("two", "cg", "M3", "b"),
    ]
    assert case.case is not None
    assert (len(case.case.paragraphs), case.items[0].paragraph) == (4, 2)
    assert opened.questions[0].model_answer == Text("Dit.", "This.")
    assert [item.id for item in exam.items(SectionKind.OPEN)] == ["own-blog"]


def test_the_holes_of_an_exam_are_said(content: ContentFolder) -> None:
    exam = with_exam(content).load().exams["mock"]
    assert [(hole.theme, hole.filled, hole.why) for hole in exam.holes] == [
        ("cl", 0, Text("Geen stof.", "No material."))
    ]


def test_the_command_counts_exams(content: ContentFolder) -> None:
    with_exam(content)
    assert check("--content", content.path)[1].startswith("1 deck, 1 exam and 2 axes usable")
    assert check(content.path / "decks/mock.yaml") == (0, "1 file; 0 problems, 0 warnings.\n")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("{section: theory, wanted: 2,", "{section: theory, wanted: 40,", "theory: 2 of 40"),
        ("model: M3, wanted: 1, filled: 1}", "model: M3, wanted: 3, filled: 1}", "theory, cg, M3: 1 of 3"),
        (', hole: {nl: "Geen stof.", en: "No material."}', "", "theory, cl, no model: none"),
        ("  - {theme: cg, model: M1, filled: 1}\n", "", "No line counts the item 'one'"),
    ],
)
def test_a_hole_that_is_not_explained_is_a_warning(content: ContentFolder, old: str, new: str, said: str) -> None:
    problem = with_exam(content, old, new).only_problem()
    assert problem.is_warning
    assert problem.rule is Rule.EXAM_HOLE
    assert said in problem.message
    assert "mock" in content.load().exams


@pytest.mark.parametrize(
    ("old", "new", "rule", "said"),
    [
        ("filled: 2}", "filled: 3}", Rule.EXAM_HOLE, "3 are said to be here, and 2 are"),
        ("        paragraph: 2\n", "", Rule.EXAM_CASE, "names no paragraph"),
        ("        paragraph: 2\n", "        paragraph: 9\n", Rule.EXAM_CASE, "names no paragraph"),
        ("- number: 3", "- number: 4", Rule.EXAM_CASE, "This is paragraph 3"),
        ("- id: two", "- id: one", Rule.ID_ONCE, "the id 'one' already"),
        ('en: "Yes one"', 'en: "No one"', Rule.OPTIONS_DIFFER, "reads the same"),
        ('en: "Question two?"', 'en: "Is it not: no one?"', Rule.EXAM_ITEM, "holds the right answer"),
        ('          - {id: a, text: {nl: "Ja one", en: "Yes one"}}\n', "", Rule.EXAM_ITEM, "There are 2 options"),
        (
            '        rubric:\n          - {id: seen, text: {nl: "Gezien.", en: "Seen."}}\n',
            "",
            Rule.EXAM_ITEM,
            "'rubric'",
        ),
        (
            '        question: {nl: "Wat zie',
            '        key: a\n        question: {nl: "Wat zie',
            Rule.EXAM_ITEM,
            "no 'key'",
        ),
        ("  - id: open\n", "  - id: theory\n", Rule.ID_ONCE, "a section 'theory' already"),
        ("id: mock", "id: mok", Rule.ID_IS_FILE_NAME, "'mok'"),
        ("type: exam", "type: exam\naxes: [stage]", Rule.FIELD_UNKNOWN, "no field 'axes'"),
    ],
)
def test_a_fault_keeps_an_exam_out(content: ContentFolder, old: str, new: str, rule: Rule, said: str) -> None:
    problems = [problem for problem in with_exam(content, old, new).problems() if problem.rule is rule]
    assert said in problems[0].message
    assert "mock" not in content.load().exams


def test_a_key_that_is_no_option(content: ContentFolder) -> None:
    content.write("decks/mock.yaml", "")
    text = (with_exam(content).path / "decks/mock.yaml").read_text("utf-8").replace("key: b", "key: d", 1)
    content.write("decks/mock.yaml", text)
    problem = content.only_problem()
    assert (problem.rule, problem.field) == (Rule.OPTION_KNOWN, "sections[theory].items[one].key")


def test_a_case_that_is_too_short(content: ContentFolder) -> None:
    text = (with_exam(content).path / "decks/mock.yaml").read_text("utf-8").replace("woord " * 70, "woord " * 20)
    content.write("decks/mock.yaml", text)
    problems = content.problems()
    assert {problem.rule for problem in problems} == {Rule.EXAM_CASE}
    assert problems[0].message == "The case has 80 words (nl), and not 250 to 400."


def test_only_the_case_has_a_case(content: ContentFolder) -> None:
    with_exam(content, "  - id: case\n", "  - id: open\n")
    text = (content.path / "decks/mock.yaml").read_text("utf-8")
    content.write("decks/mock.yaml", text.replace(OPEN, ""))
    assert Rule.EXAM_SECTION in {problem.rule for problem in content.problems()}


def test_a_type_that_was_probably_meant(content: ContentFolder) -> None:
    content.change_deck("id: market\n", "id: market\ntype: scenaro\n")
    problem = content.only_problem()
    assert (problem.rule, problem.field) == (Rule.VALUE_ALLOWED, "type")
    assert problem.remedy == "Did you mean 'scenario'? There are: scenario, exam."
