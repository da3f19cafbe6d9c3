"""What takes long is written one at a time; who comes when many wait is told so at once, and may ask again."""

import threading

import pytest

from server.rules.refusals import RETRY_CODES, Refusal, RefusalCode
from server.wire.writing_desk import AT_DESK_MOST, WritingDesk
from tests.support.plain_threads import PlainThreads, eventually


class Office:
    """A desk, and people who write for as long as they are let."""

    def __init__(self) -> None:
        self.threads = PlainThreads()
        self.desk = WritingDesk(self.threads)
        self.go_on = threading.Event()
        self.writing: list[int] = []
        self.most_at_once = 0
        self.done: list[int] = []

    def sit_down(self, name: int) -> None:
        """Writes until everybody may go on."""
        with self.desk.turn():
            self.writing.append(name)
            self.most_at_once = max(self.most_at_once, len(self.writing))
            assert self.go_on.wait(30)
            self.writing.remove(name)
            self.done.append(name)

    def fill(self) -> None:
        """As many come as may be there."""
        for name in range(AT_DESK_MOST):
            self.threads.spawn(self.sit_down, name)
        eventually(lambda: len(self.desk.here) == AT_DESK_MOST, what="everybody is there")


def test_one_writes_and_the_others_wait() -> None:
    office = Office()
    office.fill()
    assert len(office.writing) == 1
    office.go_on.set()
    office.threads.join()
    assert office.most_at_once == 1
    assert sorted(office.done) == list(range(AT_DESK_MOST))


def test_who_comes_when_too_many_wait_is_told_to_ask_again_and_then_has_a_turn() -> None:
    office = Office()
    office.fill()
    with pytest.raises(Refusal, match=RefusalCode.SERVER_BUSY), office.desk.turn():
        pass
    assert RefusalCode.SERVER_BUSY in RETRY_CODES
    office.go_on.set()
    office.threads.join()
    office.sit_down(99)
    assert office.done[-1] == 99


def test_what_fails_leaves_the_desk_free() -> None:
    desk = WritingDesk(PlainThreads())
    for _ in range(AT_DESK_MOST + 1):
        with pytest.raises(ZeroDivisionError), desk.turn():
            raise ZeroDivisionError
    assert not desk.here


def test_the_rest_that_is_given_lets_the_engine_go_round() -> None:
    rested: list[float] = []

    class Counted(PlainThreads):
        def sleep(self, seconds: float) -> None:
            rested.append(seconds)

    with WritingDesk(Counted()).turn() as rest:
        rest()
        rest()
    assert rested == [0, 0]
