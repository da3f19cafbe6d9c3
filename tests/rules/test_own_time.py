"""Time: a round that closes by itself, and people with time of their own, whom nobody else learns of."""

import pytest

from server.rules.allowances import Allowance
from server.rules.phases import Phase
from server.rules.refusals import RefusalCode
from tests.support.classroom import Classroom
from tests.support.sample_deck import DECK


def in_a_round(**settings: object) -> Classroom:
    """Noor, Sem and Eva, 20 seconds for the first card, Eva with twice the time."""
    classroom = Classroom(DECK, **settings)
    classroom.join("Noor", "Sem", "Eva")
    classroom.give_time("Eva", Allowance.DOUBLE)
    classroom.step(2)
    return classroom


@pytest.mark.parametrize(
    ("allowance", "last"), [(Allowance.USUAL, 20), (Allowance.HALF_MORE, 30), (Allowance.DOUBLE, 40)]
)
def test_everybody_is_held_to_a_limit_of_his_own(allowance: Allowance, last: int) -> None:
    classroom = in_a_round()
    classroom.give_time("Eva", allowance)
    classroom.wait(last - 1)
    classroom.due()
    classroom.answer("Eva", form="moral")
    classroom.wait(3)
    classroom.due()
    assert classroom.refusal(classroom.an_answer("Eva", form="personal")) is RefusalCode.TOO_LATE


def test_without_a_limit_of_his_own_somebody_answers_until_the_reveal() -> None:
    classroom = in_a_round()
    classroom.give_time("Eva", Allowance.UNLIMITED)
    classroom.wait(500)
    classroom.due()
    assert classroom.seat("Eva").own_time.closes_at is None  # type: ignore[union-attr]
    classroom.answer("Eva", form="moral")
    classroom.step()
    assert classroom.refusal(classroom.an_answer("Eva", form="personal")) is RefusalCode.TOO_LATE


def test_a_host_who_closes_early_does_not_cut_off_who_has_more_time() -> None:
    classroom = in_a_round()
    classroom.wait(5)
    classroom.step()
    assert classroom.room.phase is Phase.CLOSED
    classroom.wait(5)
    assert classroom.refusal(classroom.an_answer("Sem", form="moral")) is RefusalCode.TOO_LATE
    assert classroom.host().still_writing == 1
    classroom.answer("Eva", form="moral")
    assert classroom.host().still_writing == 0


def test_time_given_during_the_round_counts_at_once() -> None:
    classroom = in_a_round()
    classroom.wait(15)
    classroom.give_time("Noor", Allowance.DOUBLE)
    classroom.wait(10)
    classroom.due()
    classroom.answer("Noor", form="moral")
    assert classroom.points("Noor") == 0


def test_nobody_else_sees_who_has_more_time() -> None:
    classroom = in_a_round()
    plain = Classroom()
    plain.join("Noor", "Sem", "Eva")
    plain.step(2)
    assert classroom.seat("Sem").own_time is None
    shown, usual = classroom.screen(), plain.screen()
    assert (shown.round, shown.answered, shown.players) == (usual.round, usual.answered, usual.players)
    assert classroom.phones().round == plain.phones().round


def test_the_bonus_is_measured_against_ones_own_limit() -> None:
    classroom = in_a_round(speed_bonus=True)
    classroom.wait(10)
    classroom.answer("Sem", form="moral")
    classroom.wait(10)
    classroom.answer("Eva", form="moral")
    classroom.due()
    classroom.step_until(Phase.REVEAL)
    assert classroom.points("Sem") == classroom.points("Eva") == 1250


def test_a_round_closes_by_itself_soon_after_all_have_answered() -> None:
    classroom = in_a_round(closes_when_all_answered=True)
    for name in ("Noor", "Sem"):
        classroom.answer(name, form="moral")
    classroom.wait(5)
    assert classroom.due() == []
    classroom.answer("Eva", form="moral")
    classroom.wait(1)
    classroom.answer("Noor", form="personal")  # there is a moment to change one's mind
    classroom.wait(1)
    assert classroom.due() == []
    classroom.wait(1)
    classroom.due()
    assert classroom.room.phase is Phase.CLOSED


def test_a_round_does_not_wait_for_who_has_left() -> None:
    classroom = in_a_round(closes_when_all_answered=True)
    for _ in range(2):  # Eva is silent on two cards
        classroom.answer("Noor", form="moral")
        classroom.answer("Sem", form="moral")
        classroom.step_until(Phase.LEADERBOARD)
        classroom.step(2)
    classroom.answer("Noor", form="moral")
    classroom.answer("Sem", form="moral")
    classroom.wait(2)
    classroom.due()
    assert classroom.room.phase is Phase.CLOSED


def test_an_empty_room_never_closes_by_itself() -> None:
    classroom = Classroom(closes_when_all_answered=True, answer_seconds=None)
    classroom.step(2)
    classroom.wait(1000)
    assert classroom.due() == []
