"""A folder of content becomes what the server plays with; what is broken stays out and is said."""

from server.content.library import load_library, offered_names
from server.content.problems import Rule
from tests.content.folder import ContentFolder


def test_a_good_folder_loads_without_a_word(content: ContentFolder) -> None:
    library = content.load()
    assert library.problems == ()
    assert list(library.decks) == ["market"]
    assert sorted(library.axes) == ["form", "stage"]


def test_a_broken_deck_stays_out_and_the_others_play_on(content: ContentFolder) -> None:
    broken = (content.path / "decks/market.yaml").read_text("utf-8").replace("is: customer", "is: buyer")
    content.write("decks/fair.yaml", broken.replace("id: market", "id: fair"))
    library = content.load()
    assert list(library.decks) == ["market"]
    assert [problem.file for problem in library.problems] == [str(content.path / "decks/fair.yaml")]


def test_a_deck_on_a_broken_axis_stays_out_and_says_why(content: ContentFolder) -> None:
    content.change_axis("stage", "kind: ordinal", "kind: ordinary")
    library = content.load()
    assert library.decks == {}
    axis, deck = library.problems
    assert (axis.file, axis.rule) == (str(content.path / "axes/stage.yaml"), Rule.VALUE_ALLOWED)
    assert (deck.rule, deck.field) == (Rule.AXIS_KNOWN, "axes[1]")
    assert "has problems of its own" in deck.message
    assert "axes/stage.yaml" in deck.remedy


def test_a_warning_leaves_nothing_out(content: ContentFolder) -> None:
    content.change_deck("person: Noor", "person: Anna")
    library = content.load()
    assert list(library.decks) == ["market"]
    assert {problem.is_warning for problem in library.problems} == {True}


def test_the_shelf_begins_with_the_decks_that_say_so(content: ContentFolder) -> None:
    text = (content.path / "decks/market.yaml").read_text("utf-8")
    content.write("decks/barn.yaml", text.replace("id: market\n", "id: barn\n"))
    content.write("decks/zoo.yaml", text.replace("id: market\n", "id: zoo\nshelf: 1\n"))
    assert list(content.load().decks) == ["zoo", "barn", "market"]


def test_a_folder_that_changed_is_read_again(content: ContentFolder) -> None:
    before = content.load()
    assert content.load() is before
    content.change_deck('nl: "De markt"', 'nl: "De grote markt"')
    assert content.load().decks["market"].title.nl == "De grote markt"


def test_a_file_that_would_silently_not_be_read_is_named(content: ContentFolder) -> None:
    content.write("decks/fair.yml", "id: fair")
    content.write("decks/.market.yaml.swp", "an editor's own")
    problem = content.only_problem()
    assert problem.is_warning
    assert problem.file.endswith("fair.yml")
    assert problem.remedy == "Rename it, or move it elsewhere."


def test_a_folder_without_anything_is_an_empty_library(content: ContentFolder) -> None:
    library = load_library(content.path / "nowhere")
    assert library.decks == {}
    assert [problem.message for problem in library.problems] == ["There is no such file."]


def test_problems_come_in_the_order_of_reading(content: ContentFolder) -> None:
    content.change_deck('en: "Next year too"', 'en: "Next century too"')
    content.change_deck("difficulty: 3", "difficulty: 4")
    content.change_deck("axis: stage\n        pick: customer", "axis: stage\n        pick: client")
    lines = [problem.line for problem in content.problems()]
    assert lines == sorted(lines)
    assert len(lines) == 3


def test_the_shipped_content_loads_without_a_problem() -> None:
    library = load_library()
    assert library.problems == ()
    assert next(iter(library.decks)) == "village-square"
    assert len(library.decks["village-square"].cards) >= 24


def test_the_names_on_offer_are_many_enough_for_a_hall() -> None:
    names = offered_names()
    assert min(len(names["nl"]), len(names["en"])) >= 100
