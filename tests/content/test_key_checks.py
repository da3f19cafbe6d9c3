"""A key is written as the kind of its axis asks; each way of getting it wrong is said."""

import pytest

from server.content.problems import Rule
from server.rules.cards import Key, Point, Text
from server.rules.ids import AxisId, OptionId
from tests.content.kinds_folder import COINS, HUG, KindsFolder


def keys_of(kinds: KindsFolder, place: int) -> dict[str, Key]:
    """The keys of a card of the deck as the rules play with them."""
    return {str(axis): key for axis, key in kinds.load().decks["gifts"].cards[place].keys.items()}


def test_every_way_of_writing_a_key_is_what_the_rules_play_with(kinds: KindsFolder) -> None:
    assert kinds.problems() == []
    hug, coins = keys_of(kinds, 0), keys_of(kinds, 1)
    assert hug["gift"].accept == {"love": 1.0, "goods": 1.0}
    assert hug["cross"].accept == {"bc": 1.0}
    assert hug["match"].pairs == {"hug": "love", "herring": "goods"}
    assert hug["match"].items["hug"] == Text("de omhelzing", "the hug")
    assert coins["place"].accept == {"status": 1.0}
    assert coins["rank"].order == (("love",), ("goods", "money"))
    assert coins["chain"].order == (("first",), ("second",), ("third",))
    assert coins["why"].model_answer == Text("Omdat het zo is.", "Because it is so.")
    assert {key.accept == {} for key in (hug["match"], coins["rank"], coins["chain"], coins["why"])} == {True}


def test_an_axis_of_each_kind_is_what_the_rules_play_with(kinds: KindsFolder) -> None:
    axes = kinds.load().axes
    assert axes["rank"].options == axes["place"].options == axes["gift"].options
    assert axes["gift"].asks == Text("Wat laat het zien?", "What does it show?")
    assert axes["place"].map is not None
    assert axes["place"].map[OptionId("status")] == Point(0.1, 0.8)
    assert axes["place"].x_axis is not None
    assert axes["place"].x_axis.high == Text("hoog", "high")
    assert axes["why"].options == ()


def test_a_set_is_not_contested(kinds: KindsFolder) -> None:
    assert not any(key.is_contested_on(kinds.load().axes[AxisId("gift")]) for key in keys_of(kinds, 0).values())


@pytest.mark.parametrize(
    ("old", "new", "field", "said"),
    [
        ("is: [love, goods]", "is: love", f"{HUG}.key.gift.is", "written in another way"),
        ("is: [love, goods]", "accept: {love: 1, goods: 1}", f"{HUG}.key.gift.accept", "not contested"),
        ("is: [love, goods]", "is: [love, love]", f"{HUG}.key.gift.is", "'love' stands here twice"),
        ("is: [love, goods]", "is: [love, [goods, money]]", f"{HUG}.key.gift.is", "Only a rank has ties"),
        ("is: [love, goods]", "is: [love, status, goods, money]", f"{HUG}.key.gift.is", "nothing to ask"),
        ("is: bc", "is: [bc]", f"{HUG}.key.cross.is", "written in another way"),
        ("is: bc", "is: {bc: bc}", f"{HUG}.key.cross.is", "written in another way"),
        ("is: [first, second, third]", "is: [first, second]", f"{COINS}.key.chain.is", "'third' is missing"),
        ("is: [love, [goods, money]]", "is: [[love, goods]]", f"{COINS}.key.rank.is", "nothing to order"),
        ("is: status", "is: [status]", f"{COINS}.key.place.is", "written in another way"),
        ("herring: goods}", "herring: goods, coin: money}", f"{HUG}.key.match.is.coin", "no name"),
        ("is: {hug: love, herring: goods}", "is: {hug: love}", f"{HUG}.key.match.items.herring", "no option"),
        ("herring: goods}", "herring: love}", f"{HUG}.key.match.is", "nothing to tell apart"),
        ("        model_answer", "        is: first\n        model_answer", f"{COINS}.key.why.is", "another way"),
    ],
)
def test_a_key_that_its_kind_does_not_have(kinds: KindsFolder, old: str, new: str, field: str, said: str) -> None:
    kinds.change_gifts(old, new)
    found = [problem.message for problem in kinds.problems() if (problem.rule, problem.field) == (Rule.KEY_FORM, field)]
    assert len(found) == 1
    assert said in found[0]
    assert "gifts" not in kinds.load().decks


def test_an_open_question_has_a_model_answer(kinds: KindsFolder) -> None:
    kinds.change_gifts('        model_answer: {nl: "Omdat het zo is.", en: "Because it is so."}\n', "")
    problem = kinds.only_problem()
    assert (problem.rule, problem.field) == (Rule.KEY_FORM, f"{COINS}.key.why")
    assert problem.remedy == "Write model_answer: with nl and en."


def test_a_pair_names_its_items(kinds: KindsFolder) -> None:
    kinds.change_gifts(
        '        items: {hug: {nl: "de omhelzing", en: "the hug"}, herring: {nl: "de haring", en: "the herring"}}\n', ""
    )
    problem = kinds.only_problem()
    assert problem.message == "A pair, and only that, names its items."
    assert problem.remedy.startswith("Add items:")


def test_an_item_is_not_named_after_an_option(kinds: KindsFolder) -> None:
    kinds.change_axis("gift", 'label: {nl: "love-nl", en: "love-en"}', 'label: {nl: "liefde", en: "love"}')
    kinds.change_gifts('en: "the hug"', 'en: "the love"')
    problem = next(problem for problem in kinds.problems() if problem.rule is Rule.TELLS_NOTHING)
    assert problem.field == f"{HUG}.key.match.items.hug.en"
    assert problem.message == "'love' is the name of an option."


def test_an_unknown_option_is_found_wherever_it_stands(kinds: KindsFolder) -> None:
    kinds.change_gifts("is: [love, [goods, money]]", "is: [love, [good, money]]")
    problem = kinds.only_problem()
    assert (problem.rule, problem.field) == (Rule.OPTION_KNOWN, f"{COINS}.key.rank.is[2]")
    assert problem.remedy.startswith("Did you mean 'goods'?")


def test_a_number_in_a_list_of_options(kinds: KindsFolder) -> None:
    kinds.change_gifts("is: [love, goods]", "is: [love, 2]")
    problem = kinds.only_problem()
    assert (problem.rule, problem.field) == (Rule.VALUE_KIND, f"{HUG}.key.gift.is[2]")
    assert "options have no numbers" in problem.remedy


def test_what_an_axis_never_asks_is_no_key(kinds: KindsFolder) -> None:
    kinds.change_gifts("is: status", "is: money")
    problem = kinds.only_problem()
    assert (problem.rule, problem.field) == (Rule.NEVER_KEYED, f"{COINS}.key.place.is")
    assert problem.message == "On 'place' the option 'money' is never the right one."


def test_more_axes_than_a_phone_shows(kinds: KindsFolder) -> None:
    why = '        why: {nl: "Daarom.", en: "That is why."}\n'
    cue = '        cue: {nl: "Dan een", en: "Then a"}\n'
    kinds.change_gifts(why, f"{why}      cross:\n        is: bc\n{cue}{why}")
    problem = kinds.problems()[0]
    assert (problem.rule, problem.field) == (Rule.KEY_PER_AXIS, f"{COINS}.key")
    assert problem.message == "The card is keyed on 5 axes; 4 is the most."


def test_of_two_options_both_may_be_defended(kinds: KindsFolder) -> None:
    text = (kinds.path / "axes/chain.yaml").read_text("utf-8")
    two = text[: text.index("  - id: third")].replace("kind: sequence", "kind: single").replace("climb", "bars")
    kinds.write("axes/chain.yaml", two)
    kinds.change_gifts("is: [first, second, third]", "accept: {first: 1, second: 1}")
    kinds.change_gifts('      - {axis: chain, pick: "second>first", text: {nl: "Nee.", en: "No."}}\n', "")
    kinds.change_gifts("difficulty: 2\n    status: clear", "difficulty: 2\n    status: contested")
    kinds.change_gifts(
        "    traps:\n      - {axis: place", '    debate: {nl: "En?", en: "So?"}\n    traps:\n      - {axis: place'
    )
    assert kinds.problems() == []


def test_an_axis_that_no_card_is_asked_on_is_a_warning(kinds: KindsFolder) -> None:
    kinds.change_gifts("why, cross]", "why, cross, stage]")
    problem = kinds.only_problem()
    assert problem.is_warning
    assert (problem.rule, problem.field, problem.line) == (Rule.KEY_PER_AXIS, "axes[8]", 4)
