"""YAML is read as plain values with their lines; whatever else YAML can do is said and left undone."""

from itertools import count

import pytest

from server.content import bounded_yaml
from server.content.bounded_yaml import DEPTH_MOST, PARTS_MOST
from server.content.documents import Document, parse, printable
from server.content.library import SHIPPED_CONTENT
from server.content.problems import Problem, Rule
from server.content.sources import BYTES_MOST


def only_problem(document: Document) -> Problem:
    """The one thing that is said of a document."""
    assert len(document.problems) == 1, document.problems
    return document.problems[0]


def test_values_and_their_lines() -> None:
    document = parse("a.yaml", "id: fair\ncards:\n  - id: one\n    size: 3\n    share: 0.5\n    is_open: true\n")
    assert document.value == {"id": "fair", "cards": [{"id": "one", "size": 3, "share": 0.5, "is_open": True}]}
    assert document.line(("cards", 0, "share")) == 5
    assert document.line(("cards", 0, "missing")) == 3
    assert document.is_sound


def test_a_field_is_named_as_a_teacher_would_point_at_it() -> None:
    document = parse("a.yaml", "cards: [{id: baker, key: {stage: {is: client}}}, {title: x}]\naxes: [stage]")
    assert document.name(("cards", 0, "key", "stage", "is")) == "cards[baker].key.stage.is"
    assert document.name(("cards", 1, "title")) == "cards[2].title"
    assert document.name(("axes", 0)) == "axes[1]"
    assert document.name(()) == ""


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("id: fair\ntitle: {nl: Markt", 2, "column"),
        ("id: fair\ntitle: {nl: a, en: b}}\n", 2, "column 22"),
        ("id: fair\n\ttitle: x", 2, "'\\t'"),
        ("id: 'fair\n\n", 3, "unexpected end"),
        ("id: @fair", 1, "'@'"),
        ("a: 1\n---\nb: 2", 2, "another document"),
        ("a: *b", 1, "undefined alias 'b'"),
        ("a: 1\nb: \x07", 2, "#x0007"),
    ],
)
def test_broken_yaml_is_named_by_line(text: str, line: int, words: str) -> None:
    document = parse("a.yaml", text)
    problem = only_problem(document)
    assert (problem.rule, problem.line) == (Rule.YAML, line)
    assert words in problem.message
    assert document.value is None


def test_a_tag_makes_no_object() -> None:
    problem = only_problem(parse("a.yaml", "id: fair\nabout: !!python/object/apply:os.system ['true']"))
    assert (problem.rule, problem.line, problem.field) == (Rule.PLAIN_YAML, 2, "about")
    assert "!!python/object/apply:os.system" in problem.message


def test_an_alias_never_multiplies() -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40))]
    document = parse("a.yaml", "\n".join(lines))
    assert {problem.rule for problem in document.problems} == {Rule.PLAIN_YAML}
    assert len(document.problems) == 78


def test_a_list_that_holds_itself() -> None:
    assert only_problem(parse("a.yaml", "&a [*a]")).rule is Rule.PLAIN_YAML


def test_a_field_that_stands_twice_is_said_with_both_lines() -> None:
    document = parse("a.yaml", "id: fair\ntitle: x\nid: market\n")
    problem = only_problem(document)
    assert (problem.rule, problem.line, problem.field) == (Rule.FIELD_ONCE, 3, "id")
    assert "the first is on line 1" in problem.message


@pytest.mark.parametrize("written", ["2026-01-01", "0x10", "0o17", "!!int x", "!!float x", "9" * 5000, "="])
def test_what_yaml_would_guess_is_asked_to_be_written_out(written: str) -> None:
    problem = only_problem(parse("a.yaml", f"a: {written}"))
    assert problem.rule is Rule.PLAIN_YAML
    assert len(problem.message) < 500


@pytest.mark.parametrize("written", ["yes", "no", "on", "12:30", "1.2.3"])
def test_words_stay_words(written: str) -> None:
    assert parse("a.yaml", f"a: {written}").value == {"a": written}


def test_a_field_is_named_by_a_word() -> None:
    document = parse("a.yaml", "id: fair\n? [nl, en]\n: The fair\n")
    assert only_problem(document).message == "A field's name must be a word."
    assert document.value == {"id": "fair"}


@pytest.mark.parametrize(
    "text",
    ["id: fair\n" + "[" * 30_000, "id: fair\ncards: " + "{a: " * 5_000, "".join(" " * n + "a:\n" for n in range(200))],
)
def test_what_lies_too_deep_ends_the_reading_at_once(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = count()
    check = bounded_yaml._Scanner._check_depth

    def counted(scanner: bounded_yaml._Scanner) -> None:
        next(steps)
        check(scanner)

    monkeypatch.setattr(bounded_yaml._Scanner, "_check_depth", counted)
    problem = only_problem(parse("a.yaml", text))
    assert (problem.rule, problem.message) == (
        Rule.PLAIN_YAML,
        "Lists and fields stand more than 32 deep inside each other.",
    )
    assert problem.line == (2 if text.startswith("id") else DEPTH_MOST + 1)
    assert next(steps) == DEPTH_MOST + 1, "not a step further than the first that is too deep"


def test_what_lies_as_deep_as_may_be_is_read() -> None:
    assert parse("a.yaml", "[" * DEPTH_MOST + "]" * DEPTH_MOST).is_sound
    as_fields = "".join(f"{' ' * number}b: 1\n{' ' * number}a:\n" for number in range(DEPTH_MOST))
    assert parse("a.yaml", as_fields).is_sound


@pytest.mark.parametrize("piece", ["a,", "a: 1\n", "{},", "- a\n", "[],"])
def test_more_than_a_deck_can_hold_never_reaches_the_parser(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded_yaml, "YAML", None)  # it would fail at the first touch
    problem = only_problem(parse("decks/huge.yaml", piece * (PARTS_MOST + 1)))
    assert (problem.file, problem.rule) == ("decks/huge.yaml", Rule.FILE_SIZE)
    assert problem.message == "The file seems to hold more than 40,000 fields and texts, and was not read."


def test_no_shipped_file_comes_near_the_bounds() -> None:
    for path in sorted(SHIPPED_CONTENT.rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        assert len(bounded_yaml._SIGNS.findall(text)) < PARTS_MOST / 5, path
        assert len(text.encode()) < BYTES_MOST / 5, path


def test_a_file_of_comments_is_empty() -> None:
    problem = only_problem(parse("a.yaml", "# nothing yet\n"))
    assert (problem.rule, problem.message) == (Rule.FILE_SIZE, "The file holds only comments.")


def test_what_is_said_cannot_steer_a_terminal() -> None:
    document = parse("a.yaml", '"\\e[31m": 1\n"\\e[31m": 2\n')
    said = only_problem(document)
    assert said.field == "\\x1b[31m"
    assert said.message.isprintable()
    assert printable("\ud800é") == "\\ud800é"
