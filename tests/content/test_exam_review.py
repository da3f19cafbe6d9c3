"""A mock exam is read blind as cards are: questions and options without keys, and what readers chose on record."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from server.content.exam_sheet import asked_in
from server.content.exams import Exam
from server.content.problems import Rule
from tests.content.exam_text import with_exam
from tests.content.folder import ContentFolder
from tests.content.test_check_command import check
from tests.content.test_reviews import run

RIGHT = {"one": "b", "two": "b", "three": "b", "own-blog": '"What I saw."'}


@pytest.fixture
def exam(content: ContentFolder) -> Exam:
    """A mock exam of four items, in the folder."""
    return with_exam(content).load().exams["mock"]


def strip(content: ContentFolder, *arguments: str) -> str:
    """What a blind reader gets."""
    status, said = run("strip", "mock", "--content", content.path, *arguments)
    assert status == 0
    return said


def reading(content: ContentFolder, name: str, **other: str) -> Path:
    """A file with the right answers to the exam as it now stands, but for those given."""
    asked = asked_in(content.load().exams["mock"])
    answers = RIGHT | other
    return content.write(f"../{name}.yaml", "".join(f'"{asked[item].content}": {answers[item]}\n' for item in answers))


def review(content: ContentFolder, first: Path, second: Path) -> tuple[int, str]:
    """Writes the record of two readings."""
    return run("review", "mock", first, second, "--content", content.path)


def record(content: ContentFolder) -> dict[str, dict[str, object]]:
    """The record, by item."""
    written = (content.path / "reviews/mock.yaml").read_text("utf-8")
    items: dict[str, dict[str, object]] = YAML(typ="safe", pure=True).load(written)["items"]
    return items


def test_a_reader_of_an_exam_sees_no_keys_and_the_case_before_its_questions(content: ContentFolder, exam: Exam) -> None:
    said = strip(content, "--language", "en")
    assert said.index("#   1. woord") < said.index("Question three?")
    assert said.count("#   b: No ") == 3
    for hidden in ("Vraag", "That is why", "This.", "Seen.", "Mock", "M3", "own-blog"):
        assert hidden not in said
    assert YAML(typ="safe", pure=True).load(said).keys() == {asked.content for asked in asked_in(exam).values()}


@pytest.mark.usefixtures("exam")
def test_only_what_nobody_has_read_since_it_changed(content: ContentFolder) -> None:
    assert strip(content, "--unread").count("one letter)") == 3
    review(content, reading(content, "ann"), reading(content, "bob"))
    assert "(one letter)" not in strip(content, "--unread")
    content.change("decks/mock.yaml", "Question two?", "Question too?")
    unread = strip(content, "--unread")
    assert "Question too?" in unread
    assert unread.count("(one letter)") == 1


@pytest.mark.usefixtures("exam")
def test_two_readings_that_agree(content: ContentFolder) -> None:
    status, said = review(content, reading(content, "ann"), reading(content, "bob"))
    assert status == 0
    assert "4 of 4 items read twice; both readings agree on 3 of 3 keys.\n" in said
    assert {item["verdict"] for item in record(content).values()} == {"agrees"}
    assert "exam-cg" not in check("--content", content.path)[1]


@pytest.mark.usefixtures("exam")
def test_an_item_read_in_another_way_is_a_problem_until_it_is_mended_and_stays_on_record(
    content: ContentFolder,
) -> None:
    status, said = review(content, reading(content, "ann"), reading(content, "bob", two="c"))
    assert status == 0
    assert "two: b and c\n" in said
    status, said = check("--content", content.path)
    assert status == 1
    assert f"items.two.readings[2] ({Rule.REVIEW_AGREES.value})" in said
    content.change("decks/mock.yaml", "Question two?", "Question too?")
    status, said = check("--content", content.path)
    assert status == 0
    assert f"items.two.content ({Rule.REVIEW_FRESH.value})" in said
    review(content, reading(content, "ann"), reading(content, "bob"))
    two = record(content)["two"]
    assert two["verdict"] == "agrees"
    assert [(each["verdict"], each["readings"]) for each in two["earlier"]] == [("differs", ["b", "c"])]  # type: ignore[attr-defined]
    assert "earlier" not in record(content)["one"]


@pytest.mark.usefixtures("exam")
@pytest.mark.parametrize("answer", ["z", '""', "7", "[a, b]"])
def test_an_answer_that_is_none(content: ContentFolder, answer: str) -> None:
    status, said = review(content, reading(content, "ann"), reading(content, "bob", one=answer))
    assert status == 1
    assert f"({Rule.REVIEW_FORM.value})" in said
    assert not (content.path / "reviews").exists()


@pytest.mark.usefixtures("exam")
def test_a_reading_of_the_exam_of_yesterday_is_refused(content: ContentFolder) -> None:
    old = reading(content, "ann")
    content.change("decks/mock.yaml", "Question two?", "Question too?")
    status, said = review(content, old, reading(content, "bob"))
    assert status == 1
    assert f"({Rule.REVIEW_FRESH.value})" in said


@pytest.mark.usefixtures("exam")
def test_an_item_that_nobody_read_or_that_is_gone_is_named(content: ContentFolder) -> None:
    review(content, reading(content, "ann"), reading(content, "bob"))
    written = (content.path / "reviews/mock.yaml").read_text("utf-8")
    content.write("reviews/mock.yaml", written.replace("  two:", "  toe:"))
    said = check("--content", content.path)[1]
    assert "The item 'two' has not been read blind." in said
    assert "The exam has no item 'toe' any more." in said
