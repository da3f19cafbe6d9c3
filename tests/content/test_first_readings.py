"""How often readers and keys agreed is said of the first readings: what was mended later was not agreed on."""

from server.content.first_readings import Agreement, ItemAgreement, first_agreement, first_item_agreement
from tests.content import test_exam_review as of_exams
from tests.content.exam_text import with_exam
from tests.content.folder import ContentFolder
from tests.content.kinds_folder import KindsFolder
from tests.content.test_check_command import check
from tests.content.test_reviews import reading, review


def agreement(kinds: KindsFolder) -> Agreement:
    """What the records say."""
    return first_agreement(kinds.path, kinds.load().decks.values())


def test_where_nobody_has_read_nothing_is_agreed(kinds: KindsFolder) -> None:
    assert agreement(kinds) == Agreement(0, 0, 0, 0, 0, 0)


def test_words_have_no_key_to_agree_with(kinds: KindsFolder) -> None:
    review(kinds, reading(kinds, "ann"), reading(kinds, "bob"))
    assert agreement(kinds) == Agreement(cards=2, cards_agreed=2, keys=6, keys_agreed=6, lost=0, fresh=2)


def test_a_card_that_was_mended_counts_as_it_was_read_first(kinds: KindsFolder) -> None:
    review(kinds, reading(kinds, "ann"), reading(kinds, "bob", cross="ad", gift="[love]"))
    kinds.change_gifts("Wim waves.", "Wim waves a lot.")
    changed = agreement(kinds)
    assert (changed.cards_agreed, changed.keys_agreed, changed.fresh) == (1, 4, 1)
    for name in ("bob", "cid"):  # A third reading changes nothing of the first either.
        review(kinds, reading(kinds, "ann"), reading(kinds, name))
        assert agreement(kinds) == Agreement(cards=2, cards_agreed=1, keys=6, keys_agreed=4, lost=0, fresh=2)


def test_a_first_reading_of_which_only_the_verdict_was_kept_missed_one_key_at_least(kinds: KindsFolder) -> None:
    review(kinds, reading(kinds, "ann"), reading(kinds, "bob"))
    text = (kinds.path / "reviews/gifts.yaml").read_text("utf-8")
    earlier = "    earlier: [{content: 0123456789ab, verdict: differs, reason: Not kept.}]\n"
    kinds.write("reviews/gifts.yaml", text.replace("  two-coins:", f"{earlier}  two-coins:"))
    assert check(kinds.path / "reviews/gifts.yaml")[0] == 0
    assert (agreement(kinds).cards_agreed, agreement(kinds).keys_agreed) == (1, 5)
    review(kinds, reading(kinds, "ann"), reading(kinds, "bob"))
    assert "reason: Not kept." in (kinds.path / "reviews/gifts.yaml").read_text("utf-8")


def test_readings_that_were_lost_count_against(kinds: KindsFolder) -> None:
    review(kinds, reading(kinds, "ann"), reading(kinds, "bob"))
    kinds.write("reviews/lost_readings.yaml", "lost: [{cards: 1, keys: 2, reason: A note says so.}]\n")
    assert agreement(kinds) == Agreement(cards=2, cards_agreed=1, keys=6, keys_agreed=4, lost=1, fresh=2)
    assert check("--content", kinds.path)[0] == 0
    kinds.write("reviews/lost_readings.yaml", "lost: [{cards: 0, keys: 2, reason: A note says so.}]\n")
    status, said = check("--content", kinds.path)
    assert (status, said.count("lost_readings.yaml:1: lost[1].cards")) == (1, 1)
    kinds.write("reviews/lost_readings.yaml", "lost: [{cards: 9, keys: 90, reason: A note says so.}]\n")
    assert (agreement(kinds).cards_agreed, agreement(kinds).keys_agreed) == (0, 0)


def test_an_item_that_was_mended_counts_as_it_was_read_first(content: ContentFolder) -> None:
    with_exam(content)
    of_exams.review(content, of_exams.reading(content, "ann"), of_exams.reading(content, "bob", two="c"))
    content.change("decks/mock.yaml", "Question two?", "Question too?")
    of_exams.review(content, of_exams.reading(content, "ann"), of_exams.reading(content, "bob"))
    exam = content.load().exams["mock"]
    assert first_item_agreement(content.path, exam) == ItemAgreement(items=4, keys=3, keys_agreed=2)
