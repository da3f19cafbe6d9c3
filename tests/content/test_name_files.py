"""The names on offer: anybody could join with each, and no two look alike."""

import pytest

from server.content.library import offered_names
from server.content.problems import Rule
from tests.content.folder import ContentFolder


def test_the_names_per_language(content: ContentFolder) -> None:
    assert offered_names(content.path) == {
        "nl": ("Vrolijke Vos", "Snelle Egel", "Groene Otter"),
        "en": ("Happy Fox", "Quick Hedgehog", "Green Otter"),
    }


@pytest.mark.parametrize("name", ["Extraordinarily Quick Fox", "\u200b", "Fo\u202ex"])
def test_a_name_nobody_could_join_with(content: ContentFolder, name: str) -> None:
    content.change("offered_names.yaml", "Happy Fox", f'"{name}"')
    problem = content.only_problem()
    assert (problem.rule, problem.field, problem.line) == (Rule.NAME_USABLE, "en[1]", 2)
    assert content.load().offered_names == {"nl": (), "en": ()}


def test_two_names_that_look_alike(content: ContentFolder) -> None:
    content.change("offered_names.yaml", "Quick Hedgehog", "happy fóx")
    problem = content.only_problem()
    assert (problem.rule, problem.message) == (Rule.NAME_USABLE, "'happy fóx' reads the same as 'Happy Fox'.")


def test_fewer_names_than_are_offered_at_once(content: ContentFolder) -> None:
    content.change("offered_names.yaml", ", Green Otter", "")
    assert content.only_problem().message == "There are 2 here; 3 is the least."


def test_without_the_file_there_are_no_names_but_decks_still(content: ContentFolder) -> None:
    (content.path / "offered_names.yaml").unlink()
    library = content.load()
    assert library.offered_names == {"nl": (), "en": ()}
    assert list(library.decks) == ["market"]
