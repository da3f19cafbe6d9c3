"""HTML is never run, so wherever an author writes it the class would see it as it stands: a warning says so."""

import pytest

from server.content.problems import Rule
from tests.content.exam_text import with_exam
from tests.content.folder import ContentFolder


@pytest.mark.parametrize(
    ("name", "old", "new", "field"),
    [
        ("decks/market.yaml", 'en: "The market"', 'en: "The <b>market</b>"', "title.en"),
        ("decks/market.yaml", 'nl: "Er is geen blik', 'nl: "<i>Er</i> is geen blik', "traps[1].text.nl"),
        ("decks/market.yaml", "The brake lies", "The brake&nbsp;lies", "key.form.why.en"),
        ("axes/stage.yaml", 'en: "Looks further"', 'en: "<script>alert(1)</script>"', "options[client].hint.en"),
        ("decks/mock.yaml", 'en: "What do you see?"', 'en: "What do <u>you</u> see?"', "items[own-blog].question.en"),
    ],
)
def test_what_looks_like_html_is_said_wherever_it_stands(
    content: ContentFolder, name: str, old: str, new: str, field: str
) -> None:
    with_exam(content)
    content.change(name, old, new)
    problem = content.only_problem()
    assert (problem.rule, problem.is_warning) == (Rule.MARKUP, True)
    assert problem.field.endswith(field)
    assert list(content.load().decks) == ["market"]


def test_less_than_and_ampersand_are_no_html(content: ContentFolder) -> None:
    content.change_deck('en: "The market"', 'en: "Fish & chips < 5 euros"')
    assert content.problems() == []
