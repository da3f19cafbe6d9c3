"""Blind readings: what a reader gets to see, what is written down, and what is said when a card changes afterwards."""

from io import StringIO
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from server.content.deck_command import main
from server.content.fingerprint import content_of
from server.content.problems import Rule
from tests.content.folder import ContentFolder
from tests.content.kinds_folder import KindsFolder
from tests.content.test_check_command import check

ANN = {"gift": "[goods, love]", "match": "{hug: love, herring: goods}", "cross": "bc"}
BOB = {
    "place": "[0.1, 0.7]",
    "rank": "[love, money, goods]",
    "chain": "[first, second, third]",
    "why": '"Because."',
}


def run(*arguments: str | Path) -> tuple[int, str]:
    """Runs a `trede deck` command: its exit status and what it printed."""
    out = StringIO()
    return main([*map(str, arguments)], out), out.getvalue()


def strip(folder: ContentFolder, *arguments: str) -> str:
    """What a blind reader gets."""
    status, said = run("strip", "gifts", "--content", folder.path, *arguments)
    assert status == 0
    return said


def reading(folder: KindsFolder, name: str, **other: str) -> Path:
    """A file with the right answers to both cards, but for those given."""
    cards = folder.load().decks["gifts"].cards
    text = ""
    for card, answers in zip(cards, (ANN, BOB), strict=True):
        chosen = {axis: other.get(axis, answer) for axis, answer in answers.items()}
        text += f'"{content_of(card)}":\n' + "".join(f"  {axis}: {answer}\n" for axis, answer in chosen.items())
    return folder.write(f"../{name}.yaml", text)


def review(folder: KindsFolder, first: Path, second: Path) -> tuple[int, str]:
    """Writes the record of two readings."""
    return run("review", "gifts", first, second, "--content", folder.path)


def test_a_blind_reader_sees_stories_and_options_and_nothing_else(kinds: KindsFolder) -> None:
    said = strip(kinds)
    assert "Wim hugs Bep." in said
    assert "Wim omhelst Bep." in said
    assert "item hug: de omhelzing / the hug" in said
    for hidden in ("gifts", "Herring", "hug-and-herring", "Warmth", "Because it is so", "Esteem"):
        assert hidden not in said


def test_what_a_blind_reader_gets_is_a_file_to_fill_in(kinds: KindsFolder) -> None:
    form = YAML(typ="safe", pure=True).load(strip(kinds))
    deck = kinds.load().decks["gifts"]
    assert {content: set(answers) for content, answers in form.items()} == {
        content_of(card): set(card.keys) for card in deck.cards
    }


def test_stories_and_options_are_shuffled_by_a_seed(kinds: KindsFolder) -> None:
    def seeded(seed: str) -> str:
        return strip(kinds, "--seed", seed)

    assert seeded("a") == seeded("a")
    orders = {
        tuple(
            line.split(":")[0]
            for line in strip(kinds, "--seed", seed).splitlines()
            if "# first" in line or "# second" in line
        )
        for seed in "abcdef"
    }
    assert len(orders) == 2


def test_a_rank_shows_what_is_asked_and_no_more(kinds: KindsFolder) -> None:
    said = strip(kinds, "--language", "en")
    rank = said[said.index("  rank:") :]
    assert "# status:" not in rank[: rank.index("money-en")]
    assert "omhelst" not in said


def test_two_readings_that_agree_are_written_down(kinds: KindsFolder) -> None:
    status, said = review(kinds, reading(kinds, "ann"), reading(kinds, "bob", place="[0.3, 0.9]"))
    assert status == 0
    assert "2 of 2 cards read twice; both readings agree on 6 of 6 keys.\n" in said
    record = YAML(typ="safe", pure=True).load((kinds.path / "reviews/gifts.yaml").read_text("utf-8"))
    assert {card: review["verdict"] for card, review in record["cards"].items()} == {
        "hug-and-herring": "agrees",
        "two-coins": "agrees",
    }
    assert check("--content", kinds.path)[1].count("has been read blind") == 1  # the other deck has no reviews


def test_a_reading_that_differs_is_a_problem_until_the_card_is_mended(kinds: KindsFolder) -> None:
    status, said = review(kinds, reading(kinds, "ann"), reading(kinds, "bob", gift="[love]", cross="ad"))
    assert status == 0
    assert "hug-and-herring, cross: bc and ad\n" in said
    assert "both readings agree on 4 of 6 keys" in said
    status, said = check("--content", kinds.path)
    assert status == 1
    assert said.count(f"({Rule.REVIEW_AGREES.value})") == 2
    assert "On 'cross' a blind reader of 'hug-and-herring' chose ad." in said
    assert "gifts" in kinds.load().decks


def test_a_card_that_changed_since_is_named(kinds: KindsFolder) -> None:
    review(kinds, reading(kinds, "ann"), reading(kinds, "bob"))
    kinds.change_gifts("Wim hugs Bep. Bep nods.", "Wim hugs Bep. Bep nods twice.")
    status, said = check("--content", kinds.path)
    assert status == 0
    assert f"cards.hug-and-herring.content ({Rule.REVIEW_FRESH.value})" in said
    assert "'two-coins' has changed" not in said


def test_a_reason_may_change_without_a_new_reading(kinds: KindsFolder) -> None:
    review(kinds, reading(kinds, "ann"), reading(kinds, "bob"))
    kinds.change_gifts('en: "Warmth."', 'en: "Much warmth."')
    kinds.change_gifts('en: "Herring"}', 'en: "A herring"}')
    assert "has changed" not in check("--content", kinds.path)[1]


def test_what_came_before_is_kept(kinds: KindsFolder) -> None:
    review(kinds, reading(kinds, "ann"), reading(kinds, "bob", cross="ad"))
    kinds.change_gifts("Wim waves.", "Wim waves a lot.")
    review(kinds, reading(kinds, "ann"), reading(kinds, "bob"))
    record = YAML(typ="safe", pure=True).load((kinds.path / "reviews/gifts.yaml").read_text("utf-8"))
    hug = record["cards"]["hug-and-herring"]
    assert (hug["verdict"], [earlier["verdict"] for earlier in hug["earlier"]]) == ("agrees", ["differs"])
    assert "earlier" not in record["cards"]["two-coins"]


def test_a_card_without_a_review_is_named(kinds: KindsFolder) -> None:
    review(kinds, reading(kinds, "ann"), reading(kinds, "bob"))
    text = (kinds.path / "reviews/gifts.yaml").read_text("utf-8")
    kinds.write("reviews/gifts.yaml", text.replace("two-coins:", "three-coins:"))
    said = check("--content", kinds.path)[1]
    assert f"({Rule.REVIEW_THERE.value})\n    The card 'two-coins' has not been read blind." in said
    assert "The deck has no card 'three-coins' any more." in said
    assert check(kinds.path / "reviews/gifts.yaml")[0] == 0


def test_where_nobody_reviews_nothing_is_said(kinds: KindsFolder) -> None:
    assert check("--content", kinds.path)[1].endswith("0 problems, 0 warnings.\n")


@pytest.mark.parametrize(
    ("axis", "answer"),
    [("gift", "{love: love}"), ("cross", "zz"), ("rank", "[love, status]"), ("place", "[7, 7]"), ("chain", "")],
)
def test_a_reading_answers_in_the_way_of_the_kind(kinds: KindsFolder, axis: str, answer: str) -> None:
    status, said = review(kinds, reading(kinds, "ann"), reading(kinds, "bob", **{axis: answer}))
    assert status == 1
    assert f".{axis} ({Rule.REVIEW_FORM.value})" in said
    assert not (kinds.path / "reviews").exists()


def test_a_reading_of_another_deck_or_of_yesterday_is_refused(kinds: KindsFolder) -> None:
    old = reading(kinds, "ann")
    kinds.change_gifts("Wim waves.", "Wim waves a lot.")
    status, said = review(kinds, old, reading(kinds, "bob"))
    assert status == 1
    assert f"({Rule.REVIEW_FRESH.value})" in said


def test_a_reading_that_is_no_reading(kinds: KindsFolder) -> None:
    status, said = review(kinds, kinds.write("../ann.yaml", "just words"), reading(kinds, "bob"))
    assert status == 1
    assert "A reading has a group of fields per story." in said


def test_a_contested_card_is_recorded_with_its_reason(content: ContentFolder) -> None:
    cheese, fish = content.load().decks["market"].cards
    files = []
    for name, form in (("ann", "moral"), ("bob", "structural")):
        text = f'"{content_of(cheese)}": {{stage: client, form: structural}}\n'
        text += f'"{content_of(fish)}": {{stage: customer, form: {form}}}\n'
        files.append(content.write(f"../{name}.yaml", text))
    assert run("review", "market", *files, "--content", content.path)[0] == 0
    written = (content.path / "reviews/market.yaml").read_text("utf-8")
    record = YAML(typ="safe", pure=True).load(written)["cards"]["two-stalls-of-fish"]
    assert (record["verdict"], record["reason"]) == ("contested", "His own norm, or the neighbours'.")
    assert check("--content", content.path)[1].endswith("0 problems, 0 warnings.\n")


def test_a_deck_that_is_not_there_is_wrong_usage(content: ContentFolder, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run("strip", "markt", "--content", content.path)
    assert "Did you mean 'market'?" in capsys.readouterr().err
