"""A card at one's own pace: the same marks as in a room, and nothing of the truth before the answer."""

from dataclasses import asdict

import pytest

from server.content.exam_deck import deck_of_exam
from server.content.library import load_library
from server.rules.cards import AxisKind, Card, CardStatus, Deck
from server.rules.exam_marks import mark_exam
from server.rules.ids import AxisId, CardId, OptionId
from server.rules.marking import share
from server.rules.phases import Phase
from server.rules.picks import Confidence, Pick, Words
from server.rules.practice import axes_of, card_of, mark_card, practice_round, worst_cards
from server.rules.refusals import Refusal
from server.rules.view_types import Verdict
from tests.support.classroom import Classroom
from tests.support.sample_deck import DECK as SAMPLE
from tests.support.sample_deck import FORM, TRUST

LIBRARY = load_library()
EXAM = LIBRARY.exams["exam-cg"]
EXAM_DECK = deck_of_exam(EXAM)
SQUARE = LIBRARY.decks["village-square"]
STAGE = AxisId("stage")


def every_card() -> list[tuple[Deck, CardId]]:
    """Every card that ships, and every question of the exam."""
    return [(deck, card.id) for deck in (*LIBRARY.decks.values(), EXAM_DECK) for card in deck.cards]


def texts_in(value: object) -> set[str]:
    """Every text in a value, and the name of every field."""
    if isinstance(value, str):
        return {value}
    if isinstance(value, dict):
        return {str(name) for name in value} | {text for part in value.values() for text in texts_in(part)}
    return {text for part in value for text in texts_in(part)} if isinstance(value, tuple) else set()


def test_a_question_says_nothing_of_its_truth() -> None:
    for deck, card_id in every_card():
        card = card_of(deck, card_id)
        seen = texts_in(asdict(practice_round(deck, card)))
        hidden = [key.why for key in card.keys.values()] + [key.model_answer for key in card.keys.values()]
        hidden += [trap.text for trap in card.traps] + [card.note, card.debate]
        assert seen.isdisjoint(text.nl for text in hidden if text)
        assert seen.isdisjoint({"accept", "accepted", "key", "keys", "cue", "why", "traps", "note", "models"})


def test_the_marks_are_those_of_the_rules_for_every_option_of_every_axis_of_one_option() -> None:
    for deck, card_id in every_card():
        card = card_of(deck, card_id)
        for axis_id in axes_of(deck, card):
            axis = deck.axis(axis_id)
            if axis.kind not in {AxisKind.SINGLE, AxisKind.ORDINAL, AxisKind.GRID}:
                continue
            for option in axis.options:
                result = mark_card(deck, card, (axis_id,), {axis_id: option.id}, None)
                earned = share(axis, card.keys[axis_id], option.id)
                assert result.shares == {axis_id: earned}
                assert result.result.points == round(1000 * earned)
                assert result.is_hit == (earned >= 1 or option.id in card.keys[axis_id].accept)


def test_an_answer_is_told_the_key_the_cue_the_reason_and_the_traps() -> None:
    card = card_of(SQUARE, SQUARE.cards[0].id)
    axes = axes_of(SQUARE, card)
    result = mark_card(SQUARE, card, axes, {}, None)
    assert [one.verdict for one in result.result.axes] == [Verdict.NONE] * len(axes)
    assert result.is_hit is False
    for told in result.axes:
        key = card.keys[told.axis]
        assert (told.cue, told.why) == (key.cue, key.why)
        assert {one.option: one.share for one in told.accepted} == dict(key.accept)
        assert [trap.text for trap in told.traps] == [trap.text for trap in card.traps if trap.axis == told.axis]


def test_only_the_axes_that_were_asked_are_marked() -> None:
    card = SQUARE.cards[0]
    right = next(iter(card.keys[STAGE].accept))
    result = mark_card(SQUARE, card, (STAGE,), {STAGE: right}, None)
    assert [told.axis for told in result.axes] == [STAGE]
    assert result.is_hit is True


@pytest.mark.parametrize(
    ("confidence", "points_right", "points_wrong"),
    [
        (None, 1000, 0),
        (Confidence.GUESS, 1000, 0),
        (Confidence.FAIRLY_SURE, 2000, -1000),
        (Confidence.CERTAIN, 3000, -3000),
    ],
)
def test_confidence_that_was_said_wins_and_loses_as_in_a_room(
    confidence: Confidence | None, points_right: int, points_wrong: int
) -> None:
    card = next(card for card in SQUARE.cards if list(card.keys[STAGE].accept.values()) == [1.0])
    right = next(iter(card.keys[STAGE].accept))
    wrong = next(
        option.id
        for option in SQUARE.axis(STAGE).options
        if share(SQUARE.axis(STAGE), card.keys[STAGE], option.id) == 0
    )
    assert mark_card(SQUARE, card, (STAGE,), {STAGE: right}, confidence).result.points == points_right
    assert mark_card(SQUARE, card, (STAGE,), {STAGE: wrong}, confidence).result.points == points_wrong


def test_words_of_ones_own_are_not_judged_and_have_their_model_answer() -> None:
    deck, card, axis = next(
        (deck, card, axis)
        for deck in LIBRARY.decks.values()
        for card in deck.cards
        for axis in axes_of(deck, card)
        if deck.axis(axis).kind is AxisKind.OPEN
    )
    result = mark_card(deck, card, (axis,), {axis: Words("omdat het zo is")}, None)
    assert result.is_hit is None
    assert result.shares == {}
    assert result.result.axes[0].verdict is Verdict.WAITING
    assert result.axes[0].detail.open is not None
    assert result.axes[0].detail.open.model_answer == card.keys[axis].model_answer


@pytest.mark.parametrize(
    ("axes", "picks"),
    [
        ((), {}),
        ((STAGE, AxisId("no-such-axis")), {}),
        ((STAGE,), {AxisId("trust-level"): OptionId("integrity")}),
        ((STAGE,), {STAGE: OptionId("no-such-option")}),
        ((STAGE,), {STAGE: (OptionId("prospect"),)}),
        ((STAGE,), {STAGE: Words("supporter")}),
    ],
)
def test_what_cannot_be_said_is_refused(axes: tuple[AxisId, ...], picks: dict[AxisId, Pick]) -> None:
    with pytest.raises(Refusal, match="BAD_PICK"):
        mark_card(SQUARE, SQUARE.cards[0], axes, picks, None)


def test_a_card_that_is_gone_is_said_to_be() -> None:
    with pytest.raises(Refusal, match="CARD_NOT_FOUND"):
        card_of(SQUARE, "no-such-card")


def test_an_exam_gives_one_point_a_question_and_none_for_what_is_left_open() -> None:
    keys = {item.id: item.key for section in EXAM.sections for item in section.items}
    answers = {CardId(item): OptionId(key) for item, key in keys.items()}
    whole, nothing = mark_exam(EXAM_DECK, answers), mark_exam(EXAM_DECK, {})
    assert (whole.right, whole.asked) == (len(keys), len(keys))
    assert (nothing.right, nothing.asked) == (0, len(keys))
    assert all(item.is_right for item in whole.items)
    assert {item.item: item.key for item in nothing.items} == answers
    assert {item.said for item in nothing.items} == {None}


def test_an_exams_result_is_told_per_theme_and_model() -> None:
    trust = [item for section in EXAM.sections for item in section.items if item.model == "M14"]
    marks = mark_exam(EXAM_DECK, {CardId(trust[0].id): OptionId(trust[0].key)})
    row = next(row for row in marks.rows if row.model == "M14")
    assert (row.theme, row.right, row.asked) == ("cg", 1, len(trust))
    assert sum(row.asked for row in marks.rows) == marks.asked
    assert sum(row.right for row in marks.rows) == marks.right == 1


def test_an_option_of_another_question_is_refused() -> None:
    three = next(card for card in EXAM_DECK.cards if len(EXAM_DECK.axis(axes_of(EXAM_DECK, card)[0]).options) == 3)
    with pytest.raises(Refusal, match="BAD_PICK"):
        mark_exam(EXAM_DECK, {three.id: OptionId("d")})


def test_a_question_of_the_case_is_asked_again_with_its_paragraph() -> None:
    case = next(section for section in EXAM.sections if section.case)
    assert case.case is not None
    for item in case.items:
        assert item.paragraph is not None
        assert card_of(EXAM_DECK, item.id).story == case.case.paragraphs[item.paragraph - 1]


def test_the_worst_cards_of_a_sitting_come_worst_first_without_the_contested_and_those_all_had_right() -> None:
    square = Classroom()
    square.join("Sem", "Noor")
    shares: dict[CardId, float] = {}
    for right in (2, 1, 0):  # how many of the two say the key
        square.step_until(Phase.ANSWERING)
        card = square.room.card
        assert card is not None
        for place, name in enumerate(("Sem", "Noor")):
            picks = {axis: next(iter(key.accept)) for axis, key in card.keys.items()}
            if place >= right:
                picks = {axis: wrong_pick(card, axis) for axis in picks}
            square.answer(name, picks.get(STAGE), picks.get(FORM), picks.get(TRUST))
        square.step_until(Phase.REVEAL)
        shares[card.id] = right / 2
    wanted = [card for card in SAMPLE.cards if card.status is CardStatus.CLEAR and shares[card.id] < 1]
    assert worst_cards(square.room, 5) == tuple(card.id for card in sorted(wanted, key=lambda card: shares[card.id]))
    assert worst_cards(square.room, 0) == ()


def wrong_pick(card: Card, axis: AxisId) -> OptionId:
    """An option that earns nothing."""
    scale = SAMPLE.axis(axis)
    return next(option.id for option in scale.options if share(scale, card.keys[axis], option.id) == 0)
