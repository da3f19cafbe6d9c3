"""kill -9 in an open round: nothing acknowledged is lost, everybody is back, the round ends when it was to end."""

import signal
from collections.abc import Callable
from contextlib import ExitStack

import pytest

from tests.play.people import Device, Lecturer, Phone, View, present
from tests.play.server_under_test import ServerUnderTest

ANSWER_SECONDS = 5
LATE_MILLIS = 1_000
"""How long after its deadline a round may be seen closed, on a busy machine."""


@pytest.fixture
def class_in_a_round(own_server: ServerUnderTest, leaving: ExitStack) -> tuple[Lecturer, list[Phone], View]:
    """Three students who have answered in an open round, and the lecturer's view of it."""
    own_server.start()
    lecturer = present(Lecturer(own_server, answer_seconds=ANSWER_SECONDS), leaving)
    phones = [Phone(own_server, lecturer.room) for _ in range(3)]
    for number, phone in enumerate(phones):
        leaving.callback(phone.close)
        assert phone.join(f"Student {number}")["ok"]
    round_view = lecturer.step_to("answering")["round"]
    for phone in phones:
        assert phone.answer(round_view["card"], stage="client")["ok"]
    return lecturer, phones, round_view


def test_after_a_kill_the_round_closes_on_its_stored_deadline(
    own_server: ServerUnderTest, class_in_a_round: tuple[Lecturer, list[Phone], View]
) -> None:
    lecturer, phones, before = class_in_a_round
    own_server.kill()
    own_server.start()
    for device in (lecturer, *phones):
        device.see_connection(2)

    for phone in phones:
        assert phone.see_open_round()["closes_at"] == before["closes_at"]
        assert phone.see("seat", lambda seat: seat["answer"])["answer"]["picks"] == {"stage": "client"}
    assert phones[0].answer(before["card"], stage="partner")["ok"]
    closed = phones[1].see("room", lambda room: room["phase"] == "closed")
    assert 0 <= closed["server_now"] - before["closes_at"] < LATE_MILLIS
    assert lecturer.see("host", lambda host: host["phase"] == "closed")["answered"] == 3


def test_a_round_that_ended_while_the_server_was_away_is_closed_at_once(
    own_server: ServerUnderTest,
    class_in_a_round: tuple[Lecturer, list[Phone], View],
    wait_until: Callable[[int], None],
) -> None:
    lecturer, _, before = class_in_a_round
    own_server.kill()
    wait_until(before["closes_at"])
    own_server.start()
    lecturer.see_connection(2)
    lecturer.see("host", lambda host: host["phase"] == "closed", within=2.0)
    assert lecturer.step()["phase"] == "reveal"


def test_a_new_release_is_a_short_pause(
    own_server: ServerUnderTest, class_in_a_round: tuple[Lecturer, list[Phone], View], leaving: ExitStack
) -> None:
    lecturer, phones, before = class_in_a_round
    assert own_server.stop(signal.SIGTERM) == 0
    own_server.start()
    for device in (lecturer, *phones):
        device.see_connection(2)
    screen = present(Device(own_server, "screen", lecturer.room), leaving)
    assert screen.see("screen", lambda view: view["answered"] == 3)["round"] == before
    assert own_server.complained == ""
