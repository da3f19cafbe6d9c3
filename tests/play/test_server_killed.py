"""kill -9 in an open round: nothing acknowledged is lost, everybody is back, the round ends when it was to end."""

import signal
from collections.abc import Callable
from contextlib import ExitStack

from tests.play.people import Device, Lecturer, Phone, View, present
from tests.play.server_under_test import ServerUnderTest

ANSWER_SECONDS = 16  # a busy machine takes a while to start a server in
LATE_MILLIS = 10_000  # a machine under load may be late; a round that nobody closes stays open for ever
"""How long after its deadline a round may be seen closed, on a busy machine."""


class ClassInARound:
    """Three students who have answered in an open round of a server that was just started."""

    def __init__(self, server: ServerUnderTest, leaving: ExitStack) -> None:
        server.start()
        self.lecturer = present(Lecturer(server, answer_seconds=ANSWER_SECONDS), leaving)
        self.phones = [Phone(server, self.lecturer.room) for _ in range(3)]
        for number, phone in enumerate(self.phones):
            leaving.callback(phone.close)
            assert phone.join(f"Student {number}")["ok"]
        self.round: View = self.lecturer.step_to("answering")["round"]
        for phone in self.phones:
            assert phone.answer(self.round["card"], stage="client")["ok"]

    def see_everybody_back(self) -> None:
        """Waits until each device has its second connection."""
        for device in (self.lecturer, *self.phones):
            device.see_connection(2)


def test_after_a_kill_the_round_closes_on_its_stored_deadline(own_server: ServerUnderTest, leaving: ExitStack) -> None:
    playing = ClassInARound(own_server, leaving)
    own_server.kill()
    own_server.start()
    playing.see_everybody_back()

    for phone in playing.phones:
        assert phone.see_open_round()["closes_at"] == playing.round["closes_at"]
        assert phone.see("seat", lambda seat: seat["answer"])["answer"]["picks"] == {"stage": "client"}
    assert playing.phones[0].answer(playing.round["card"], stage="partner")["ok"]
    closed = playing.phones[1].see("room", lambda room: room["phase"] == "closed")
    assert 0 <= closed["server_now"] - playing.round["closes_at"] < LATE_MILLIS
    assert playing.lecturer.see("host", lambda host: host["phase"] == "closed")["answered"] == 3


def test_a_round_that_ended_while_the_server_was_away_is_closed_at_once(
    any_server: ServerUnderTest, leaving: ExitStack, wait_until: Callable[[int], None]
) -> None:
    playing = ClassInARound(any_server, leaving)
    any_server.kill()
    wait_until(playing.round["closes_at"])
    any_server.start()
    playing.lecturer.see_connection(2)
    playing.lecturer.see("host", lambda host: host["phase"] == "closed")
    assert playing.lecturer.step()["phase"] == "reveal"


def test_a_new_release_is_a_short_pause(own_server: ServerUnderTest, leaving: ExitStack) -> None:
    playing = ClassInARound(own_server, leaving)
    assert own_server.stop(signal.SIGTERM) == 0
    own_server.start()
    playing.see_everybody_back()
    screen = present(Device(own_server, "screen", playing.lecturer.room), leaving)
    assert screen.see("screen", lambda view: view["answered"] == 3)["round"] == playing.round
    assert own_server.complained == ""
