"""Words that may stand in no name: few, looked for in small letters, and in no name that people really have."""

import pytest

from server.content.library import load_library
from server.content.problems import Rule
from server.rules.names import stands_in
from tests.content.folder import ContentFolder
from tests.content.test_check_command import check

NAMES_OF_PEOPLE = """
Steef Eikelboom Drukker Slettenhaar Matsushita Yamashita Dikshit Nazir Nazia Isis Hancock Dickens Cassandra Pik
Hitchcock Verhoeven Tietema Tietje Neukermans Poepjes Slutsky Kettering Kuyt Draper Atwater Twatt Janus
Schwarzenegger Cummings Fokker Fokke Kutay Cockburn Penney Titus Essex Assenberg Rapinoe Negar Vonnegut Jihad Kike
Dick Fanny Randy Lulu Piketty Naegels Hoekstra Hoevenaar Wanke Kuntz Cunningham Fagan Fuchs Spaans Sponselee
Molenaar Bastiaan Retsema
"""


def with_blocked(content: ContentFolder, text: str | bytes) -> ContentFolder:
    """The folder with a list."""
    content.write("blocked_names.yaml", text)
    return content


def test_the_words_of_both_languages_are_one_list(content: ContentFolder) -> None:
    assert with_blocked(content, "nl: [fiets, bel]\nen: [bike]\n").load().blocked_words == ("fiets", "bel", "bike")


def test_without_the_file_no_word_is_blocked(content: ContentFolder) -> None:
    assert (content.load().blocked_words, content.load().problems) == ((), ())


@pytest.mark.parametrize(
    ("text", "field", "message"),
    [
        ("nl: [ab]\nen: []\n", "nl[1]", "'ab' is not a word that can be looked for."),
        ("nl: [Fiets]\nen: []\n", "nl[1]", "'Fiets' is not a word that can be looked for."),
        ("nl: [fiets bel]\nen: []\n", "nl[1]", "'fiets bel' is not a word that can be looked for."),
        ("nl: [f1ets]\nen: []\n", "nl[1]", "'f1ets' is not a word that can be looked for."),
        ("nl: [fiets]\nen: [fiets]\n", "en[1]", "Where 'fiets' stands, 'fiets' is found already."),
        ("nl: [fietsbel, fiets]\nen: []\n", "nl[1]", "Where 'fietsbel' stands, 'fiets' is found already."),
        ("nl: []\nen: [hedge]\n", "en[1]", "The offered name 'Quick Hedgehog' holds it."),
        ("nl: [vos]\nen: []\n", "nl[1]", "The offered name 'Vrolijke Vos' holds it."),
    ],
)
def test_a_word_that_would_block_too_much_or_nothing(
    content: ContentFolder, text: str, field: str, message: str
) -> None:
    problem = with_blocked(content, text).only_problem()
    assert (problem.rule, problem.field, problem.message) == (Rule.BLOCKED_WORD, field, message)
    assert content.load().blocked_words == ()
    assert list(content.load().decks) == ["market"]


def test_a_short_word_inside_another_blocks_nothing(content: ContentFolder) -> None:
    library = with_blocked(content, "nl: [ote, bel, fietsbel]\nen: []\n").load()
    assert library.problems == ()
    assert library.blocked_words == ("ote", "bel", "fietsbel")


def test_more_words_than_a_room_takes(content: ContentFolder) -> None:
    letters = "abcdefghij"
    words = [f"q{first}{second}{third}q" for first in letters for second in letters for third in letters[:3]]
    problem = with_blocked(content, f"nl: [{', '.join(words[:201])}]\nen: []\n").only_problem()
    assert (problem.rule, problem.message) == (Rule.LENGTH, "There are 201 here; 200 is the most.")


@pytest.mark.parametrize("text", ["", "nl: [fiets]\n", "[fiets]\n", "nl: fiets\nen: []\n", b"nl: [\xe9]\n"])
def test_a_file_that_is_no_list_of_words(content: ContentFolder, text: str | bytes) -> None:
    library = with_blocked(content, text).load()
    assert library.blocked_words == ()
    assert library.problems != ()
    assert list(library.decks) == ["market"]


def test_the_file_can_be_checked_by_itself(content: ContentFolder) -> None:
    with_blocked(content, "nl: [vos]\nen: []\n")
    status, said = check(content.path / "blocked_names.yaml")
    assert (status, said.count("blocked-word")) == (1, 1)


def test_the_shipped_words_stand_in_no_name_that_people_have() -> None:
    words = load_library().blocked_words
    assert 30 <= len(words) <= 100
    assert [(word, name) for word in words for name in NAMES_OF_PEOPLE.split() if stands_in(word, name)] == []


def test_the_shipped_words_do_their_work() -> None:
    words = load_library().blocked_words
    for name in ("KANKERlijer", "de Hoeren", "Lul de Behanger", "Fúcker", "Kut", "bitch 2"):
        assert any(stands_in(word, name) for word in words), name
