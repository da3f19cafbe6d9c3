"""What time does by itself."""

from server.rules.commands import CloseDueRound, OpenDueRound
from server.rules.due import due_at, due_command
from server.rules.ids import CommandId
from tests.support.classroom import START, Classroom

BY_TIME = CommandId("by-time")


def test_nothing_is_due_in_the_lobby() -> None:
    classroom = Classroom()
    assert due_at(classroom.room) is None
    assert due_command(classroom.room, BY_TIME) is None


def test_a_card_that_is_read_opens_when_its_reading_time_is_over() -> None:
    classroom = Classroom(reading_seconds=7)
    classroom.step()
    assert due_at(classroom.room) == START + 7000
    assert isinstance(due_command(classroom.room, BY_TIME), OpenDueRound)


def test_an_open_round_is_due_at_its_deadline_and_never_without_one() -> None:
    limited = Classroom(answer_seconds=30)
    limited.step(2)
    assert due_at(limited.room) == START + 30_000
    assert isinstance(due_command(limited.room, BY_TIME), CloseDueRound)
    unlimited = Classroom(answer_seconds=None)
    unlimited.step(2)
    assert due_at(unlimited.room) is None


def test_nothing_is_due_once_the_round_is_closed() -> None:
    classroom = Classroom()
    classroom.step(3)
    assert due_at(classroom.room) is None
