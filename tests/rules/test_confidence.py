"""Certainty wins more and loses more, and the class sees whether it was deserved."""

from dataclasses import replace

import pytest

from server.rules import commands as c
from server.rules.boards import BoardKind
from server.rules.class_review import PAYS_FROM
from server.rules.ids import OptionId
from server.rules.phases import Phase
from server.rules.picks import Confidence
from server.rules.scoring import GAIN, LOSS
from tests.support.classroom import Classroom
from tests.support.sample_deck import DECK, FORM

CERTAIN, FAIRLY, GUESS = Confidence.CERTAIN, Confidence.FAIRLY_SURE, Confidence.GUESS


@pytest.mark.parametrize(
    ("sure", "right", "almost", "wrong"),
    [(GUESS, 1000, 250, 0), (FAIRLY, 2000, -250, -1000), (CERTAIN, 3000, -1500, -3000)],
)
def test_points_are_the_share_of_the_gain_and_the_rest_of_the_loss(
    sure: Confidence, right: int, almost: int, wrong: int
) -> None:
    classroom = Classroom(asks_confidence=True)
    classroom.join("Right", "Almost", "Wrong")
    classroom.step(2)
    for name, trust, form in (("Right", "conduct", None), ("Almost", "integrity", None), ("Wrong", None, "personal")):
        classroom.answer(name, trust=trust, form=form, sure=sure)
    classroom.step_until(Phase.REVEAL)
    assert [classroom.points(name) for name in ("Right", "Almost", "Wrong")] == [right, almost, wrong]


def test_picks_without_a_confidence_count_as_a_guess() -> None:
    classroom = Classroom(asks_confidence=True)
    classroom.join("Noor")
    classroom.step(2)
    classroom.answer("Noor", form="moral")
    classroom.step_until(Phase.REVEAL)
    assert classroom.points("Noor") == 1000
    assert classroom.seat("Noor").result.most == 9000  # type: ignore[union-attr]


def test_where_it_is_not_asked_confidence_is_neither_kept_nor_scored() -> None:
    classroom = Classroom()
    classroom.join("Noor")
    classroom.step(2)
    classroom.answer("Noor", form="personal", sure=CERTAIN)
    assert classroom.seat("Noor").answer.confidence is None  # type: ignore[union-attr]
    classroom.step_until(Phase.REVEAL)
    assert classroom.points("Noor") == 0


def test_whoever_said_something_that_can_be_defended_loses_nothing() -> None:
    """Also where the experts gave it less than the whole point."""
    card = DECK.cards[1]
    form = replace(card.keys[FORM], accept={OptionId("moral"): 1.0, OptionId("structural"): 0.5})
    classroom = Classroom(replace(DECK, cards=(replace(card, keys={FORM: form}),)), asks_confidence=True)
    classroom.join("Noor", "Sem", "Eva")
    classroom.step(2)
    for name, pick in (("Noor", "moral"), ("Sem", "structural"), ("Eva", "personal")):
        classroom.answer(name, form=pick, sure=CERTAIN)
    classroom.step_until(Phase.REVEAL)
    assert [classroom.points(name) for name in ("Noor", "Sem", "Eva")] == [3000, 1500, -3000]


def test_honest_certainty_earns_the_most() -> None:
    """Proper marks: at every chance of being right the best choice is the one that says so."""
    for hundredths in range(101):
        chance = hundredths / 100
        means = {sure: chance * GAIN[sure] + (1 - chance) * LOSS[sure] for sure in Confidence}
        best = max(means.values())
        honest = max(
            (sure for sure, start in zip(Confidence, PAYS_FROM, strict=True) if chance >= start),
            key=list(Confidence).index,
        )
        assert means[honest] == pytest.approx(best)
    assert PAYS_FROM == (0.0, 0.5, 0.667)


def test_the_class_sees_how_often_each_confidence_was_right() -> None:
    classroom = Classroom(asks_confidence=True)
    people = [f"Student {number}" for number in range(40)]
    classroom.join(*people)
    classroom.step(2)
    for number, name in enumerate(people):
        classroom.answer(name, form="moral" if number < 24 else "personal", sure=CERTAIN if number < 32 else GUESS)
    classroom.step_until(Phase.REVEAL)
    classroom.do(c.ShowBoard(classroom.new_id(), BoardKind.CALIBRATION))
    board = classroom.screen().board
    assert board is not None
    assert board.calibration is not None
    assert [(step.answers, step.right_share) for step in board.calibration.steps] == [(8, None), (0, None), (32, 0.75)]
    assert board.calibration.certain_wrong == 8
    pair = board.calibration.pair
    assert pair is not None
    assert (pair.key, pair.pick, pair.count) == ("moral", "personal", 8)


def test_the_lecturer_is_told_who_many_were_certain_and_wrong() -> None:
    classroom = Classroom(asks_confidence=True)
    classroom.join("Noor", "Sem")
    classroom.step(2)
    classroom.answer("Noor", form="personal", sure=CERTAIN)
    classroom.answer("Sem", form="moral", sure=CERTAIN)
    assert [key.advice.certain_wrong for key in classroom.host().keys] == [0, 1, 0]
