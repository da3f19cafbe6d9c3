"""What one axis shows on an answer sheet does not give another's key away."""

from server.content.problems import Rule
from tests.content.kinds_folder import HUG, KindsFolder


def rank_instead_of_match(kinds: KindsFolder, ranked: str) -> None:
    """Asks the first card on the rank too, instead of on the pairs."""
    text = (kinds.path / "decks/gifts.yaml").read_text("utf-8")
    start, end = text.index("        is: {hug: love"), text.index('        cue: {nl: "een haring"')
    text = text[:start] + f"        is: {ranked}\n" + text[end:]
    text = text.replace("      match:\n", "      rank:\n").replace('{axis: match, pick: "hug:status"', TRAP)
    kinds.write("decks/gifts.yaml", text.replace("rank, match, chain", "rank, chain"))


TRAP = '{axis: rank, pick: "goods>love"'


def test_a_rank_that_asks_just_what_is_right_tells_it(kinds: KindsFolder) -> None:
    rank_instead_of_match(kinds, "[love, goods]")
    problem = kinds.only_problem()
    assert (problem.rule, problem.field) == (Rule.AXES_APART, f"{HUG}.key.gift")
    assert problem.remedy == "Ask only one of 'rank' and 'gift' on this card."


def test_a_rank_that_asks_what_is_wrong_too_tells_nothing(kinds: KindsFolder) -> None:
    rank_instead_of_match(kinds, "[love, status, goods]")
    assert kinds.problems() == []


def test_a_label_that_names_the_key_of_another_axis_tells_it(kinds: KindsFolder) -> None:
    kinds.change_axis("cross", 'label: {nl: "bc-nl", en: "bc-en"}', 'label: {nl: "Tolboom", en: "Tolboom"}')
    kinds.change_axis("cross", "options:", "telltales: {nl: [tolboom], en: [tolboom]}\noptions:")
    kinds.change_axis("gift", '\nlabel: {nl: "gift", en: "gift"}', '\nlabel: {nl: "Gift", en: "Gift (Tolboom)"}')
    problem = kinds.only_problem()
    assert (problem.rule, problem.field) == (Rule.AXES_APART, f"{HUG}.key.cross")
    assert problem.message == "The answer sheet says 'Tolboom' for 'gift', which is the key of 'cross'."
