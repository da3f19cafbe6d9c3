"""What a report says of cards: every figure here is worked out in the test, on paper."""

from dataclasses import replace
from math import sqrt

import pytest

from server.review.correlation import correlation, outer_thirds, quartiles
from server.review.item_analysis import analyse_card
from server.review.report_types import CardReport, Discrimination, Fit, Gain, Times
from server.review.rest_scores import RestScores
from server.review.sitting import Sitting
from server.rules.ids import CardId
from server.rules.picks import Confidence
from tests.review.told_class import BAKER, GOSSIP, PARTNERS, an_hour, told
from tests.support.sample_deck import FORM, STAGE

RIGHT, WRONG = "moral", "personal"
"""On the baker's card. On the partners' card it is the other way round."""


def report_of(sitting: Sitting, card: CardId = BAKER) -> CardReport:
    asked = next(one for one in sitting.cards if one.card.id == card)
    return analyse_card(sitting, RestScores(sitting), asked)


def two_cards(both: int, baker_only: int, partners_only: int, neither: int) -> Sitting:
    """So many people had both cards right, one of the two, or neither."""
    baker = [RIGHT] * (both + baker_only) + [WRONG] * (partners_only + neither)
    partners = [WRONG] * both + [RIGHT] * baker_only + [WRONG] * partners_only + [RIGHT] * neither
    return told(told(an_hour(), BAKER, baker), PARTNERS, partners)


def test_with_two_cards_the_point_biserial_is_the_fourfold_coefficient() -> None:
    """(12 * 8 - 6 * 4) / sqrt(18 * 12 * 16 * 14), and the thirds are those who had the other card right or wrong."""
    found = report_of(two_cards(both=12, baker_only=6, partners_only=4, neither=8)).discrimination
    assert found.r == pytest.approx(72 / sqrt(18 * 12 * 16 * 14))
    assert (found.fit, found.people) == (Fit.TELLS, 30)
    assert (found.best, found.lowest) == pytest.approx((12 / 16, 6 / 14))


def test_a_card_that_the_knowers_have_wrong_asks_for_a_look_at_its_key() -> None:
    found = report_of(two_cards(both=6, baker_only=12, partners_only=8, neither=4)).discrimination
    assert found.r == pytest.approx((6 * 4 - 12 * 8) / sqrt(18 * 12 * 14 * 16))
    assert found.fit is Fit.CHECK_KEY


def test_a_small_correlation_tells_little() -> None:
    found = report_of(two_cards(both=9, baker_only=8, partners_only=7, neither=8)).discrimination
    assert 0 < (found.r or 0) < 0.2
    assert found.fit is Fit.WEAK


def test_of_twenty_nine_people_nothing_is_said() -> None:
    found = report_of(two_cards(both=12, baker_only=6, partners_only=4, neither=7)).discrimination
    assert found == Discrimination(Fit.TOO_FEW, 29, None, None, None)


def test_whom_nothing_else_is_known_of_is_not_counted() -> None:
    sitting = told(two_cards(12, 6, 4, 7), BAKER, [RIGHT], first=90)
    assert report_of(sitting).discrimination.people == 29
    assert report_of(sitting).people == 30


def test_where_everybody_is_right_nobody_is_told_apart() -> None:
    found = report_of(two_cards(both=20, baker_only=12, partners_only=0, neither=0)).discrimination
    assert (found.fit, found.r, found.best, found.lowest) == (Fit.SAME, None, 1, 1)


def test_where_all_know_the_same_there_are_no_thirds() -> None:
    found = report_of(two_cards(both=20, baker_only=0, partners_only=12, neither=0)).discrimination
    assert (found.fit, found.r, found.best, found.lowest) == (Fit.SAME, None, None, None)


def test_a_card_is_not_held_against_itself() -> None:
    """Of two cards that have nothing to do with each other, each with itself in the rest would seem to tell a lot."""
    found = report_of(two_cards(both=10, baker_only=10, partners_only=10, neither=10)).discrimination
    assert found.r == pytest.approx(0)


def test_a_contested_card_says_nothing_of_who_knows_and_changes_nothing_for_the_others() -> None:
    plain = two_cards(both=12, baker_only=6, partners_only=4, neither=8)
    argued = told(plain, GOSSIP, ["moral", "structural", "personal"] * 10)
    assert report_of(argued).discrimination == report_of(plain).discrimination
    gossip = report_of(argued, GOSSIP)
    assert gossip.discrimination == Discrimination(Fit.CONTESTED, 0, None, None, None)
    assert gossip.is_contested
    assert gossip.right_share == pytest.approx(2 / 3)
    assert gossip.axes[0].confused is None


def test_on_a_card_of_two_axes_the_part_that_is_right_is_held_against_the_other_cards() -> None:
    """Ten had both axes right, ten one, ten none; and on the other card 10, 5 and 0 of them."""
    sitting = told(an_hour(FORM, STAGE), BAKER, [RIGHT] * 20 + [WRONG] * 10)
    sitting = told(sitting, BAKER, ["client"] * 10 + ["partner"] * 20, axis=STAGE)
    sitting = told(sitting, PARTNERS, [WRONG] * 15 + [RIGHT] * 15)
    found = report_of(sitting).discrimination
    # Means 0.5 and 0.5. Together: 10 * 0.25 + 10 * 0 + 10 * 0.25 = 5; squares: 20 * 0.25 = 5 and 30 * 0.25 = 7.5.
    assert found.r == pytest.approx(5 / sqrt(5 * 7.5))
    assert (found.best, found.lowest) == pytest.approx(((10 * 1 + 5 * 0.5) / 15, (5 * 0.5 + 10 * 0) / 15))


def test_difficulty_is_the_share_right_and_part_marks_are_told_beside_it() -> None:
    """Supporter lies beside client, the key, and earns a half; partner is far away."""
    axis = report_of(told(an_hour(STAGE), BAKER, ["client", "supporter", "partner", "client"], axis=STAGE)).axes[0]
    assert (axis.answers, axis.right_share, axis.mean_share) == (4, 0.5, 0.625)
    assert axis.agreement == pytest.approx(2 / 12)  # of twelve ordered pairs only the two clients agree
    assert axis.fallen_for is not None
    assert (axis.fallen_for.pick, axis.fallen_for.count) == ("partner", 1)
    assert axis.confused is not None
    assert (axis.confused.pick, axis.confused.count, axis.confused.of) == ("supporter", 1, 4)


def test_an_option_under_five_in_a_hundred_does_no_work() -> None:
    uses = report_of(told(an_hour(), BAKER, [RIGHT] * 30 + [WRONG] * 9 + ["structural"])).axes[0].options
    assert [(use.option, use.count, use.is_key, use.is_idle) for use in uses] == [
        ("personal", 9, False, False),
        ("moral", 30, True, False),
        ("structural", 1, False, True),
    ]
    assert [use.share for use in uses] == [9 / 40, 30 / 40, 1 / 40]


def test_of_few_answers_no_option_is_called_idle() -> None:
    uses = report_of(told(an_hour(), BAKER, [RIGHT] * 20)).axes[0].options
    assert [use.is_idle for use in uses] == [False, False, False]


def test_a_wrong_option_that_those_choose_who_know_the_rest_is_a_plus() -> None:
    uses = report_of(two_cards(both=6, baker_only=12, partners_only=8, neither=4)).axes[0].options
    plus = {str(use.option): use.choosing_r for use in uses}
    assert plus["personal"] == pytest.approx(72 / sqrt(18 * 12 * 14 * 16))
    assert plus["moral"] == pytest.approx(-72 / sqrt(18 * 12 * 14 * 16))
    assert plus["structural"] is None  # nobody chose it


def test_a_talk_is_told_by_those_who_spoke_before_it() -> None:
    """Four spoke: one comes to the key, one leaves it, one stays, one is silent then and stands by being wrong."""
    sitting = told(an_hour(talks=True), BAKER, [WRONG, RIGHT, RIGHT, WRONG])
    sitting = told(sitting, BAKER, [RIGHT, WRONG, RIGHT, "", RIGHT, RIGHT], vote=2)
    report = report_of(sitting)
    assert report.gain == report.axes[0].gain == Gain(before=0.5, after=0.5, came=1, left=1)
    assert report.right_share == 0.5
    assert report.people == 4


def test_without_a_second_vote_there_is_no_gain() -> None:
    assert report_of(told(an_hour(), BAKER, [RIGHT])).gain is None
    assert report_of(told(an_hour(talks=True), BAKER, [RIGHT])).gain is None  # nobody answered it


def test_certain_and_wrong_is_counted_where_one_answer_is_right() -> None:
    sitting = told(an_hour(), BAKER, [WRONG, RIGHT, WRONG], sure=Confidence.CERTAIN)
    sitting = told(sitting, BAKER, [WRONG], sure=Confidence.GUESS, first=5)
    sitting = told(sitting, GOSSIP, ["personal"], sure=Confidence.CERTAIN)
    assert [report_of(sitting, card).certain_wrong for card in (BAKER, GOSSIP)] == [2, 0]


def test_words_count_once_they_are_marked() -> None:
    plain = two_cards(both=12, baker_only=6, partners_only=4, neither=8)
    unread = tuple(replace(one, share=None, is_right=False) if one.card == BAKER else one for one in plain.said)
    report = report_of(replace(plain, said=unread))
    assert report.discrimination == Discrimination(Fit.UNMARKED, 0, None, None, None)
    assert (report.right_share, report.mean_share, report.people) == (None, None, 30)


def test_nobody_there_is_nothing_said() -> None:
    report = report_of(an_hour())
    assert (report.people, report.right_share, report.times, report.gain) == (0, None, None, None)
    assert report.discrimination.fit is Fit.TOO_FEW
    assert [use.count for use in report.axes[0].options] == [0, 0, 0]


def test_quartiles_lie_on_a_line_between_neighbours() -> None:
    assert quartiles([4000, 1000, 3000, 2000]) == Times(1750, 2500, 3250)
    assert quartiles([7000]) == Times(7000, 7000, 7000)
    assert quartiles([]) is None


def test_equals_of_the_last_in_a_third_are_in_it_too() -> None:
    """Nine people: the third from the top shares its score with the fourth, so the best are four."""
    order = [9, 8, 7, 7, 5, 4, 3, 2, 1]
    right = [1, 1, 1, 0, 0, 0, 0, 0, 1]
    assert outer_thirds(right, order) == pytest.approx((3 / 4, 1 / 3))
    assert outer_thirds([1, 0], [2, 1]) is None  # two have no thirds
    assert outer_thirds(right, [5] * 9) is None


def test_a_correlation_needs_spread_on_both_sides() -> None:
    assert correlation([0, 1, 1], [1, 2, 3]) == pytest.approx(sqrt(3) / 2)
    assert correlation([1, 1, 1], [1, 2, 3]) is None
    assert correlation([0.1 + 0.2, 0.3, 0.3], [1, 2, 3]) is None  # what differs is how it was added
    assert correlation([1], [1]) is None
