"""What the host is told of everybody's line: here, shaky, away, soon, and at no cost per answer."""

import logging
import time
from collections.abc import Callable
from contextlib import ExitStack

from tests.play.people import Device, Lecturer, Phone, present
from tests.play.server_under_test import ServerUnderTest
from tests.support.plain_threads import eventually

log = logging.getLogger(__name__)

A_LINE_COMES_BACK = 30.0
CLASS = 20
ANSWERS_EACH = 6


def see_line(host: Device, name: str, line: str) -> None:
    """The host's list comes to say so."""
    host.see("roster", lambda roster: any(row["name"] == name and row["line"] == line for row in roster["rows"]))


def test_the_host_soon_knows_who_is_here_and_who_is_not(
    server: ServerUnderTest, lecturer: Lecturer, phone: Callable[[str], Phone], leaving: ExitStack
) -> None:
    noor = phone("Noor")
    phone("Sem")
    see_line(lecturer, "Noor", "here")
    see_line(lecturer, "Sem", "here")
    noor.close()
    see_line(lecturer, "Noor", "away")
    see_line(lecturer, "Sem", "here")
    present(Phone(server, lecturer.room, noor.token), leaving)
    see_line(lecturer, "Noor", "here")


def test_a_seat_with_two_devices_is_here_while_one_of_them_is(
    server: ServerUnderTest, lecturer: Lecturer, phone: Callable[[str], Phone], leaving: ExitStack
) -> None:
    noor = phone("Noor")
    tablet = present(Phone(server, lecturer.room, noor.token), leaving)
    tablet.see("seat", lambda seat: seat["name"] == "Noor")
    noor.close()
    time.sleep(1.2)  # longer than a list may wait: nothing must have changed
    see_line(lecturer, "Noor", "here")
    tablet.close()
    see_line(lecturer, "Noor", "away")


def test_a_line_that_keeps_breaking_is_shaky(lecturer: Lecturer, phone: Callable[[str], Phone]) -> None:
    noor = phone("Noor")
    for number in (2, 3):
        noor.drop()
        noor.see_connection(number, within=A_LINE_COMES_BACK)
    see_line(lecturer, "Noor", "here")
    noor.drop()
    noor.see_connection(4, within=A_LINE_COMES_BACK)
    see_line(lecturer, "Noor", "shaky")


def test_a_host_who_comes_later_knows_the_lines_at_once(
    server: ServerUnderTest, lecturer: Lecturer, phone: Callable[[str], Phone], leaving: ExitStack
) -> None:
    phone("Noor")
    phone("Sem").close()
    see_line(lecturer, "Sem", "away")
    lecturer.close()
    again = present(Device(server, "host", lecturer.room), leaving)
    see_line(again, "Noor", "here")
    see_line(again, "Sem", "away")


def test_answers_cost_one_list_a_second_however_many_they_are(
    server: ServerUnderTest, lecturer: Lecturer, phone: Callable[[str], Phone]
) -> None:
    phones = [phone(f"Student {number}") for number in range(CLASS)]
    lecturer.step_to("answering")
    card = phones[0].see_open_round()["card"]
    lecturer.see("roster", lambda roster: len(roster["rows"]) == CLASS)
    before, began = roster_frames(lecturer), time.monotonic()
    for turn in range(ANSWERS_EACH):
        for student in phones:
            assert student.answer(card, stage="client" if turn % 2 else "partner")["ok"]
    lecturer.see("roster", lambda roster: all(row["has_answered"] for row in roster["rows"]))
    sent, took = roster_frames(lecturer) - before, time.monotonic() - began
    log.info(f"{CLASS * ANSWERS_EACH} answers in {took:.1f} s: {sent} lists of people")
    assert sent <= took + 2
    eventually(lambda: roster_frames(lecturer) - before <= time.monotonic() - began + 2)


def roster_frames(lecturer: Lecturer) -> int:
    """How many lists of people this host was sent."""
    return sum(name == "roster" for name, _ in lecturer.frames)
