"""Why something is missing from the decks on purpose: named by axis and option, held against those that there are."""

import pytest

from server.content.gap_files import Gaps, read_gaps
from server.content.problems import Rule
from tests.content.folder import ContentFolder
from tests.content.test_check_command import check

WHY = '{nl: "Met opzet.", en: "On purpose."}'


def gaps_of(content: ContentFolder, text: str) -> Gaps:
    """What a file of gaps says."""
    content.write("gaps.yaml", text)
    return read_gaps(content.path, content.load().axes)[0]


def test_the_reasons_by_model_and_by_option(content: ContentFolder) -> None:
    gaps = gaps_of(content, f"models: {{M15: {WHY}}}\noptions: {{form: {{moral: {WHY}}}}}\n")
    assert gaps == Gaps({"M15": "On purpose."}, {("form", "moral"): "On purpose."})


def test_without_the_file_there_are_no_reasons(content: ContentFolder) -> None:
    assert read_gaps(content.path, {}) == (Gaps(), [])


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (f"options: {{forms: {{moral: {WHY}}}}}", Rule.AXIS_KNOWN),
        (f"options: {{form: {{morals: {WHY}}}}}", Rule.OPTION_KNOWN),
        (f"models: {{M99: {WHY}}}", Rule.VALUE_ALLOWED),
        ('models: {M15: {en: "On purpose."}}', Rule.FIELD_MISSING),
        ("", Rule.FILE_SIZE),
    ],
)
def test_a_reason_for_what_is_not_there(content: ContentFolder, text: str, rule: Rule) -> None:
    assert gaps_of(content, text) == Gaps()
    status, said = check("--content", content.path)
    assert status == 1
    assert f"({rule.value})" in said
    assert check(content.path / "gaps.yaml")[0] == 1
