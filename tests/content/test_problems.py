"""The list of rules is closed, and who writes decks can read it."""

from pathlib import Path

from server.content.library import SHIPPED_CONTENT
from server.content.problems import Problem, Rule, by_place
from server.devtools.wire_export.docstrings import member_docs

README = SHIPPED_CONTENT / "README.md"


def test_every_rule_stands_in_the_page_for_teachers() -> None:
    page = README.read_text("utf-8")
    meanings = member_docs(Rule)
    missing = [rule.value for rule in Rule if f"| `{rule.value}` | {meanings[rule.name]} |" not in page]
    assert missing == []


def test_every_rule_is_broken_in_a_lesson() -> None:
    lessons = "".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    missing = [rule.name for rule in Rule if f"Rule.{rule.name}" not in lessons]
    assert missing == []


def test_problems_are_told_by_file_and_then_by_line() -> None:
    first, second, third = (
        Problem(file, line, "", Rule.YAML, "", "") for file, line in (("a.yaml", 9), ("b.yaml", 2), ("b.yaml", 10))
    )
    assert by_place([third, second, first]) == [first, second, third]
