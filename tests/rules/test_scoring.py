"""Points: accuracy, and the bonus for fair time."""

from server.rules.phases import Phase
from server.rules.scoring import fair_thinking_millis
from tests.support.classroom import Classroom


def test_by_default_points_are_accuracy_alone() -> None:
    classroom = Classroom()
    classroom.join("Quick", "Slow")
    classroom.step(2)
    classroom.answer("Quick", stage="client", form="moral", trust="integrity")
    classroom.wait(19)
    classroom.answer("Slow", stage="client", form="moral", trust="integrity")
    classroom.step_until(Phase.REVEAL)
    assert classroom.points("Quick") == classroom.points("Slow") == 2250
    assert classroom.seat("Slow").result.most == 3000  # type: ignore[union-attr]


def test_the_speed_bonus_adds_up_to_half_a_point_for_what_was_right() -> None:
    classroom = Classroom(speed_bonus=True)
    classroom.join("Instant", "Halfway", "Wrong")
    classroom.step(2)
    classroom.answer("Instant", form="moral")
    classroom.answer("Wrong", form="personal")
    classroom.wait(10)
    classroom.answer("Halfway", form="moral")
    classroom.step_until(Phase.REVEAL)
    assert [classroom.points(name) for name in ("Instant", "Halfway", "Wrong")] == [1500, 1250, 0]
    result = classroom.seat("Halfway").result
    assert result is not None
    assert (result.bonus, result.most) == (250, 4500)


def test_a_contested_card_carries_no_speed_bonus() -> None:
    classroom = Classroom(speed_bonus=True)
    classroom.join("Noor")
    classroom.step_until(Phase.LEADERBOARD)
    classroom.step(2)
    classroom.answer("Noor", form="structural")
    classroom.step_until(Phase.REVEAL)
    assert classroom.points("Noor") == 1000


def test_without_a_limit_there_is_no_speed_bonus() -> None:
    classroom = Classroom(speed_bonus=True, answer_seconds=None)
    classroom.join("Noor")
    classroom.step(2)
    classroom.answer("Noor", form="moral")
    classroom.step_until(Phase.REVEAL)
    assert classroom.points("Noor") == 1000


def test_the_same_thought_on_a_slow_line_costs_at_most_thirty_points_in_a_thousand() -> None:
    """A line of 400 ms there and back: the server sees 400 ms more than the phone's screen showed."""
    near = fair_thinking_millis(claimed=3000, seen_by_server=3020)
    far = fair_thinking_millis(claimed=3000, seen_by_server=3400)
    assert near == 3000
    assert 500 * (far - near) / 10_000 <= 30


def test_a_phone_that_lies_gains_no_more_than_the_allowance() -> None:
    assert fair_thinking_millis(claimed=0, seen_by_server=5000) == 4700
    assert fair_thinking_millis(claimed=-9, seen_by_server=100) == 0


def test_a_phone_cannot_have_thought_longer_than_the_server_saw() -> None:
    assert fair_thinking_millis(claimed=9000, seen_by_server=5000) == 5000
