"""The guards lean on private names of engineio: these tests say so when a new release moves them."""

import time
from collections.abc import Iterator
from socket import socketpair
from typing import Any

import engineio
import pytest
from engineio import packet
from engineio.exceptions import SocketIsClosedError

from server.engine.socket_guards import (
    GREETING_SECONDS,
    UNREAD_CHARACTERS_MOST,
    UNREAD_MOST,
    Doorkeeper,
    Lines,
    install,
)
from tests.support.plain_threads import PlainThreads


@pytest.fixture(autouse=True)
def guards(monkeypatch: pytest.MonkeyPatch) -> None:
    """Installed for one test."""
    monkeypatch.setattr(engineio.socket.Socket, "_websocket_handler", engineio.socket.Socket._websocket_handler)
    monkeypatch.setattr(engineio.Server, "send_packet", engineio.Server.send_packet)
    install()


class WebSocket:
    """A WebSocket that brings these messages and then ends."""

    def __init__(self, *messages: str) -> None:
        self.messages = list(messages)
        self.sent: list[str] = []

    def wait(self) -> str | None:
        """The next message."""
        return self.messages.pop(0) if self.messages else None

    def send(self, message: str) -> None:
        """Notes it."""
        self.sent.append(message)

    def close(self) -> None:
        """Nothing to do."""


def a_server() -> Any:
    """An engineio server on threads that watches nobody."""
    return engineio.Server(async_mode="threading", monitor_clients=False)


def a_socket(server: Any, sid: str) -> Any:
    """One of its sockets."""
    socket = engineio.socket.Socket(server, sid)
    server.sockets[sid] = socket
    return socket


@pytest.mark.parametrize("message", ["", "x", "4x" * 3, "b4AAA"])
def test_whatever_ends_the_reading_the_socket_is_closed(message: str) -> None:
    socket = a_socket(a_server(), "noor")
    socket._websocket_handler(WebSocket(message))
    assert socket.closed


def test_a_broadcast_passes_over_a_socket_that_closes_under_it(monkeypatch: pytest.MonkeyPatch) -> None:
    server = a_server()
    closing = a_socket(server, "noor")

    def closed_meanwhile(_packet: Any) -> None:
        raise SocketIsClosedError

    monkeypatch.setattr(closing, "send", closed_meanwhile)
    server.send_packet("noor", packet.Packet(packet.MESSAGE, "hello"))


class Manager:
    """Knows which connections have become sessions."""

    def __init__(self, sessions: set[str]) -> None:
        self.sessions = sessions

    def sid_from_eio_sid(self, eio_sid: str, _namespace: str) -> str | None:
        """The session of a connection."""
        return eio_sid if eio_sid in self.sessions else None


class SocketIo:
    """As much of a Socket.IO server as the doorkeeper looks at, over a true engineio server."""

    def __init__(self, connections: list[str], sessions: set[str]) -> None:
        self.environ = dict.fromkeys(connections)
        self.manager = Manager(sessions)
        self.eio = a_server()
        self.sockets = {sid: a_socket(self.eio, sid) for sid in connections}


def test_who_does_not_introduce_himself_in_time_is_shown_out() -> None:
    server = SocketIo(["noor", "silent"], {"noor"})
    keeper = Doorkeeper(server, PlainThreads())
    keeper.sweep(GREETING_SECONDS)
    assert not server.sockets["silent"].closed
    keeper.sweep(1.0)
    assert server.sockets["silent"].closed
    assert not server.sockets["noor"].closed


def test_who_introduces_himself_late_but_in_time_stays() -> None:
    server = SocketIo(["noor"], set())
    keeper = Doorkeeper(server, PlainThreads())
    keeper.sweep(GREETING_SECONDS)
    server.manager.sessions.add("noor")
    keeper.sweep(GREETING_SECONDS)
    assert not server.sockets["noor"].closed


def test_who_does_not_answer_a_ping_is_shown_out_and_forgotten() -> None:
    server = SocketIo(["noor", "gone"], {"noor", "gone"})
    keeper = Doorkeeper(server, PlainThreads())
    server.sockets["noor"].last_ping = time.time()
    server.sockets["gone"].last_ping = time.time() - server.eio.ping_timeout - 1
    keeper.sweep(1.0)
    assert server.sockets["gone"].closed
    assert not server.sockets["noor"].closed
    keeper.sweep(1.0)
    assert set(server.eio.sockets) == {"noor"}


def test_hanging_up_waits_for_nobody() -> None:
    server = SocketIo(["noor"], set())
    lines = Lines(server)
    server.sockets["noor"].send(packet.Packet(packet.MESSAGE, "never read"))
    assert lines.is_open("noor")
    lines.hang_up("noor")  # would not return if it waited for the message to be read
    lines.hang_up("noor")
    assert not lines.is_open("noor")
    assert server.sockets["noor"].closed


class NobodyReads(WebSocket):
    """A WebSocket on a true pair of sockets, of which the other end reads nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.socket, self.end = socketpair()


SlowReader = tuple[Any, Any, NobodyReads]


@pytest.fixture
def slow_reader() -> Iterator[SlowReader]:
    """A server, its socket, and the line."""
    server = a_server()
    socket, line = a_socket(server, "noor"), NobodyReads()
    socket.wire = line
    yield server, socket, line
    line.socket.close()
    line.end.close()


def test_who_never_reads_is_cut_off_and_all_that_waited_is_let_go(slow_reader: SlowReader) -> None:
    server, socket, line = slow_reader
    for number in range(UNREAD_MOST + 1):
        server.send_packet("noor", packet.Packet(packet.MESSAGE, f"view {number}"))
        assert "noor" in server.sockets
    server.send_packet("noor", packet.Packet(packet.MESSAGE, "one too many"))
    assert "noor" not in server.sockets
    assert socket.closed
    assert socket.queue.qsize() <= 1  # what wakes the writer
    assert line.end.recv(1) == b""  # the line itself has ended, not only our note of it


def test_a_few_large_views_may_wait_and_many_may_not(slow_reader: SlowReader) -> None:
    server, socket, _ = slow_reader
    large = "x" * (UNREAD_CHARACTERS_MOST // 2)
    for _ in range(4):
        server.send_packet("noor", packet.Packet(packet.MESSAGE, large))
    assert not socket.closed
    server.send_packet("noor", packet.Packet(packet.MESSAGE, "small"))
    assert socket.closed


def test_who_reads_is_never_behind(slow_reader: SlowReader) -> None:
    server, socket, _ = slow_reader
    for number in range(UNREAD_MOST * 3):
        server.send_packet("noor", packet.Packet(packet.MESSAGE, f"view {number}"))
        socket.poll()
    assert not socket.closed


def test_once_a_socket_was_closed_nothing_more_is_read_of_it() -> None:
    socket = a_socket(a_server(), "noor")
    line = WebSocket("4first", *["4more"] * 50)
    heard: list[str] = []

    def hear(_kind: str, _sid: str, message: str, **_options: Any) -> None:
        heard.append(message)
        socket.close(wait=False, abort=True)

    socket.server._trigger_event = hear
    socket._websocket_handler(line)
    assert heard[0] == "first"
    assert len(line.messages) == 50


def test_a_flood_of_whatever_ends_its_connection() -> None:
    socket = a_socket(a_server(), "noor")
    line = WebSocket(*["6"] * 2_000)  # packets that mean nothing and are answered by nothing
    socket._websocket_handler(line)
    assert socket.closed
    assert len(line.messages) > 1_000
