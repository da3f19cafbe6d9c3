"""Everybody is pinged in turn by one thread, who answered again, who did not never; and who is gone not at all."""

from collections.abc import Iterator
from typing import Any

import engineio
import eventlet
import pytest
from engineio import packet
from engineio.exceptions import SocketIsClosedError

from server.clock import local_millis
from server.engine import one_pinger
from server.engine.one_pinger import SOONER_AT_MOST

INTERVAL = 0.05


@pytest.fixture(autouse=True)
def installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """One pinger, for one test."""
    monkeypatch.setattr(engineio.socket.Socket, "schedule_ping", engineio.socket.Socket.schedule_ping)
    one_pinger.install()
    with eventlet.Timeout(5):
        yield


class Phone:
    """A connection that keeps what was sent on it."""

    def __init__(self, server: engineio.Server) -> None:
        self.socket: Any = engineio.socket.Socket(server, "noor")
        self.socket.send = self.take
        self.pings: list[Any] = []
        self.is_answering = True
        self.socket.schedule_ping()

    def take(self, ping: Any) -> None:
        """A ping comes; it is answered, or not."""
        assert ping.packet_type == packet.PING
        self.pings.append(ping)
        if self.is_answering:
            self.socket.receive(packet.Packet(packet.PONG))


@pytest.fixture
def server() -> engineio.Server:
    """A server that pings often."""
    return engineio.Server(async_mode="eventlet", ping_interval=INTERVAL, ping_timeout=INTERVAL)


def until(is_so: Any) -> None:
    """Lets the green threads run until it is so."""
    while not is_so():
        eventlet.sleep(0.001)


def test_who_answers_is_pinged_again_and_all_by_the_same_packet(server: engineio.Server) -> None:
    phones = [Phone(server) for _ in range(5)]
    until(lambda: all(len(phone.pings) >= 3 for phone in phones))
    assert len({id(ping) for phone in phones for ping in phone.pings}) == 1


def test_who_does_not_answer_is_not_pinged_again_and_is_found_silent(server: engineio.Server) -> None:
    silent, other = Phone(server), Phone(server)
    silent.is_answering = False
    until(lambda: len(other.pings) >= 4)
    assert len(silent.pings) == 1
    assert silent.socket.last_ping  # the doorkeeper looks at this


def test_an_answer_to_no_ping_brings_no_second_turn(server: engineio.Server) -> None:
    phone, other = Phone(server), Phone(server)
    phone.is_answering = False
    for _ in range(5):
        phone.socket.receive(packet.Packet(packet.PONG))
    until(lambda: len(other.pings) >= 3)
    assert len(phone.pings) == 1


def test_who_has_gone_is_passed_over(server: engineio.Server) -> None:
    gone, closing, stays = (Phone(server) for _ in range(3))
    gone.socket.closed = closing.socket.closing = True
    until(lambda: len(stays.pings) >= 2)
    assert gone.pings == closing.pings == []


@pytest.mark.parametrize("error", [SocketIsClosedError, RuntimeError])
def test_whoever_cannot_be_pinged_keeps_nobody_waiting(server: engineio.Server, error: type[Exception]) -> None:
    broken, stays = Phone(server), Phone(server)

    def fail(_ping: Any) -> None:
        raise error

    broken.socket.send = fail
    until(lambda: len(stays.pings) >= 2)


def test_no_turn_comes_later_than_clients_reckon_with_and_a_crowd_spreads(server: engineio.Server) -> None:
    pinger = one_pinger.Pinger()
    pinger._is_at_work = True  # nobody works the list off
    began = local_millis()
    for _ in range(200):
        pinger._add(Phone(server).socket)
    ended = local_millis()
    waits = sorted(at for at, _, _ in pinger._turns)
    assert began + INTERVAL * 1000 * (1 - SOONER_AT_MOST) - 1 <= waits[0] <= waits[-1] <= ended + INTERVAL * 1000
    assert len(set(waits)) >= 8  # of the ten milliseconds that there are


def test_the_private_names_that_this_leans_on_are_there(server: engineio.Server) -> None:
    phone = Phone(server)
    assert [
        name for name in ("last_ping", "closing", "closed", "schedule_ping") if not hasattr(phone.socket, name)
    ] == []
