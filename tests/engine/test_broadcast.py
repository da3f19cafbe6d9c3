"""What is said to all reaches each as if it had been said to that phone alone, whoever reads, stalls or has gone.

On real sockets: see phone_line.py.
"""

import random
import socket
from collections.abc import Iterator

import eventlet
import pytest

from tests.engine.phone_line import Phone, inline_lines


@pytest.fixture(autouse=True)
def installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Broadcasts in one loop, for one test."""
    with inline_lines(monkeypatch):
        yield


def a_class(size: int) -> list[Phone]:
    """Phones at one server, connected."""
    first = Phone().connect()
    return [first, *(Phone(of=first).connect() for _ in range(size - 1))]


def say_to_all(phones: list[Phone], text: str) -> None:
    """The server says something to the whole class."""
    lines = [phone.sid for phone in phones]
    phones[0].server.send_to_all(lines, text)


def test_all_have_it_before_anybody_else_runs() -> None:
    phones = a_class(3)
    say_to_all(phones, "a card came up")
    for phone in phones:
        phone.end.setblocking(False)
        assert phone.end.fd.recv(100) == b"\x81\x0f4a card came up"


def test_who_has_gone_or_was_never_there_is_passed_over() -> None:
    phones = a_class(4)
    phones[0].socket.closed = True
    phones[1].end.shutdown(socket.SHUT_RDWR)
    del phones[2].server.sockets[phones[2].sid]
    say_to_all(phones, "a card came up")
    assert phones[3].read() == "4a card came up"


def test_a_phone_that_polls_gets_it_with_its_next_poll() -> None:
    phones = a_class(2)
    polling = Phone(is_polling_first=True, of=phones[0])
    say_to_all([*phones, polling], "a card came up")
    assert [waiting.data for waiting in polling.socket.poll()] == ["a card came up"]
    assert [phone.read() for phone in phones] == ["4a card came up"] * 2


def test_what_is_held_back_on_a_line_is_not_overtaken() -> None:
    phones = a_class(2)
    with phones[0].socket.together():
        phones[0].say("you stand")
        say_to_all(phones, "a card came up")
    assert [phones[0].read(), phones[0].read()] == ["4you stand", "4a card came up"]
    assert phones[1].read() == "4a card came up"


@pytest.mark.parametrize("seed", range(4))
def test_nothing_overtakes_and_nothing_is_torn_while_phones_read_by_fits_and_starts(seed: int) -> None:
    phones, dice = a_class(3), random.Random(seed)
    said = [f"{number}:" + "x" * dice.choice((1, 50, 3_000, 9_000, 40_000)) for number in range(120)]
    heard: list[list[str]] = [[] for _ in phones]

    def read(phone: Phone, into: list[str]) -> None:
        while len(into) < len(said):
            into.append(phone.read())
            if dice.random() < 0.3:
                eventlet.sleep(0)

    readers = [eventlet.spawn(read, phone, into) for phone, into in zip(phones, heard, strict=True)]
    for number, text in enumerate(said):
        if number % 3:
            say_to_all(phones, text)
        else:  # between two broadcasts each gets something of its own
            for phone in phones:
                phone.say(text)
        while dice.random() < 0.5:
            eventlet.sleep(0)
    for reader in readers:
        reader.wait()
    assert heard == [[f"4{text}" for text in said]] * 3


def test_a_phone_that_stalls_holds_nobody_up() -> None:
    stalled, quick = a_class(2)
    for number in range(200):
        say_to_all([stalled, quick], f"{number}:" + "x" * 5_000)
        assert quick.read().startswith(f"4{number}:")
    assert not stalled.socket.queue.empty()
