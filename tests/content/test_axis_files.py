"""An axis's file becomes an axis, or says why not."""

from server.content.axis_files import read_axis
from server.content.problems import Rule
from tests.content.folder import ContentFolder


def test_a_good_axis(content: ContentFolder) -> None:
    axis, problems = read_axis(content.path / "axes/stage.yaml")
    assert axis is not None
    assert axis.id == "stage"
    assert problems == []


def test_an_axis_that_is_not_yaml(content: ContentFolder) -> None:
    axis, problems = read_axis(content.write("axes/stage.yaml", "id: [stage"))
    assert axis is None
    assert [problem.rule for problem in problems] == [Rule.YAML]


def test_an_axis_of_a_newer_program(content: ContentFolder) -> None:
    content.change_axis("stage", "id: stage", "format: 7\nid: stage")
    axis, problems = read_axis(content.path / "axes/stage.yaml")
    assert axis is None
    assert [(problem.rule, problem.line) for problem in problems] == [(Rule.FORMAT, 1)]


def test_a_format_that_never_was(content: ContentFolder) -> None:
    content.change_axis("stage", "id: stage", "format: 0\nid: stage")
    axis, problems = read_axis(content.path / "axes/stage.yaml")
    assert axis is None
    assert [(problem.rule, problem.field) for problem in problems] == [(Rule.VALUE_ALLOWED, "format")]
