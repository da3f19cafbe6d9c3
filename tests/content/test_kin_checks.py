"""Cards that name each other: a twin has the same keys, and who is named is there."""

import pytest

from server.content.problems import Rule
from tests.content.folder import ContentFolder
from tests.content.kinds_folder import KindsFolder
from tests.content.test_check_command import check

CHEESE = "cards[cheese-on-friday]"


def twin_of(content: ContentFolder, other: str, field: str = "twin_of") -> None:
    """Lets the first card of the deck name another."""
    content.change_deck("    person: Noor\n", f"    person: Noor\n    {field}: {other}\n")


def second_deck(content: ContentFolder, old: str = "", new: str = "") -> None:
    """A deck with the same cards under other names, with something changed."""
    text = (content.path / "decks/market.yaml").read_text("utf-8").replace("id: market", "id: fair")
    text = text.replace("id: cheese-on-friday", "id: cheese-again").replace("id: two-stalls", "id: more-stalls")
    content.write("decks/fair.yaml", text.replace(old, new) if old else text)


def test_a_twin_in_another_deck(content: ContentFolder) -> None:
    second_deck(content)
    twin_of(content, "cheese-again")
    assert content.problems() == []
    assert content.load().decks["market"].cards[0].twin_of == "cheese-again"
    assert check(content.path / "decks/market.yaml")[0] == 0


def test_a_twin_with_another_key(content: ContentFolder) -> None:
    twin_of(content, "two-stalls-of-fish")
    problem = content.only_problem()
    assert (problem.rule, problem.field) == (Rule.TWIN, f"{CHEESE}.twin_of")
    assert problem.message == "The keys of 'cheese-on-friday' and 'two-stalls-of-fish' differ on 'stage'."
    assert "market" not in content.load().decks


@pytest.mark.parametrize(("field", "rule"), [("twin_of", Rule.TWIN), ("contrast_with", Rule.CONTRAST)])
def test_a_card_that_is_nowhere(content: ContentFolder, field: str, rule: Rule) -> None:
    twin_of(content, "two-stalls-of-fysh", field)
    problem = content.only_problem()
    assert (problem.rule, problem.field) == (rule, f"{CHEESE}.{field}")
    assert problem.remedy == "Did you mean 'two-stalls-of-fish'?"


def test_a_card_is_not_its_own_twin(content: ContentFolder) -> None:
    twin_of(content, "cheese-on-friday")
    assert content.only_problem().message == "The card names itself."


def test_a_contrast_may_have_other_keys(content: ContentFolder) -> None:
    twin_of(content, "two-stalls-of-fish", "contrast_with")
    assert content.problems() == []


def test_twins_are_asked_on_an_axis_together(kinds: KindsFolder) -> None:
    kinds.change_gifts("    person: Bep\n", "    person: Bep\n    twin_of: two-coins\n")
    problem = kinds.only_problem()
    assert problem.message == "'hug-and-herring' and 'two-coins' are asked on no axis together."


def test_twins_pair_other_items_with_the_same_options(kinds: KindsFolder) -> None:
    text = (kinds.path / "decks/gifts.yaml").read_text("utf-8").replace("id: gifts", "id: more")
    text = text.replace("id: hug-and-herring", "id: kiss-and-cod").replace("id: two-coins", "id: four-coins")
    text = text.replace("{hug: love, herring: goods}", "{cod: goods, kiss: love}")
    text = (
        text.replace("{hug: {nl", "{kiss: {nl")
        .replace(", herring: {nl", ", cod: {nl")
        .replace("hug:status", "kiss:status")
    )
    kinds.write("decks/more.yaml", text)
    kinds.change_gifts("    person: Bep\n", "    person: Bep\n    twin_of: kiss-and-cod\n")
    assert kinds.problems() == []
