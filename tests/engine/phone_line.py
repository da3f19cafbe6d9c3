"""Lines to phones as the engine has them: real sockets in pairs, the real engineio and eventlet.

Green threads run only inside the tests that use these.
"""

import contextlib
import socket
import struct
from collections.abc import Iterator
from typing import Any

import engineio
import eventlet
import pytest
from engineio import packet
from eventlet.greenio import GreenSocket
from eventlet.websocket import RFC6455WebSocket

from server.engine import broadcast, inline_send

PATIENCE_SECONDS = 20
OPENED: list[Any] = []
HANDLERS: list[Any] = []
"""The ends of the lines of this test, and the threads that read them."""
OPEN = packet.Packet(packet.OPEN, {"sid": "noor"})


@contextlib.contextmanager
def inline_lines(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Inline sending and broadcasts, for one test; afterwards all lines are closed."""
    monkeypatch.setattr(engineio.socket.Socket, "send", engineio.socket.Socket.send)
    monkeypatch.setattr(engineio.socket.Socket, "poll", engineio.socket.Socket.poll)
    monkeypatch.setattr(engineio.socket.Socket, "_websocket_handler", engineio.socket.Socket._websocket_handler)
    monkeypatch.setattr(engineio.socket.Socket, "straight", None, raising=False)
    monkeypatch.setattr(engineio.Server, "send", engineio.Server.send)
    monkeypatch.setattr(engineio.Server, "send_to_all", None, raising=False)
    monkeypatch.setattr(engineio.Server, "send_both", None, raising=False)
    inline_send.install()
    broadcast.install()
    with eventlet.Timeout(PATIENCE_SECONDS):
        yield
        for end in OPENED:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        for handler in HANDLERS:
            handler.wait()
        eventlet.sleep(0)
        for end in OPENED:
            end.close()
        OPENED.clear()
        HANDLERS.clear()


class Phone:
    """One connection: the server's side of it, and the phone's end of the line."""

    def __init__(self, is_polling_first: bool = False, of: "Phone | None" = None) -> None:
        """`of`: a phone at the same server."""
        here, there = socket.socketpair()
        for end in (here, there):
            end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 8192)
            end.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8192)
        OPENED.extend((here, there))
        self.end = GreenSocket(there)
        self.ws = RFC6455WebSocket(GreenSocket(here), {}, extensions={})
        self.server: Any = of.server if of else new_server()
        self.sid = f"phone-{len(self.server.sockets)}"
        self.socket: Any = engineio.socket.Socket(self.server, self.sid)
        self.server.sockets[self.sid] = self.socket
        self.socket.connected = is_polling_first
        self.writes = Counting(self.ws)
        self.unread = b""

    def connect(self) -> "Phone":
        """The WebSocket stands, and the phone has had its first packet."""
        self.socket.send(OPEN)
        HANDLERS.append(eventlet.spawn(self.socket._websocket_handler, self.ws))
        assert self.read() == OPEN.encode()
        return self

    def say(self, text: str) -> None:
        """The server has something to say to this phone alone."""
        self.server.send(self.sid, text)

    def say_both(self, first: str, second: str) -> None:
        """The server has what all are told for this phone, and with it its own."""
        self.server.send_both(self.sid, first, second)

    def read(self) -> str:
        """The next message, whole."""
        first, length = self._exactly(2)
        assert first == 0x81, f"a torn frame: {first:#x}"
        if length == 126:
            length = struct.unpack("!H", self._exactly(2))[0]
        elif length == 127:
            length = struct.unpack("!Q", self._exactly(8))[0]
        return self._exactly(length).decode()

    def answer(self, text: str) -> None:
        """The phone says something."""
        self.end.sendall(b"\x81" + bytes([0x80 | len(text)]) + b"\x00\x00\x00\x00" + text.encode())

    def _exactly(self, count: int) -> bytes:
        got, self.unread = self.unread[:count], self.unread[count:]
        while len(got) < count:
            more = self.end.recv(count - len(got))
            assert more, "the line was cut"
            got += more
        return got


def new_server() -> engineio.Server:
    """A server that runs nowhere, and soon misses a phone that falls silent."""
    return engineio.Server(async_mode="eventlet", monitor_clients=False, ping_interval=0.5, ping_timeout=0.5)


class Counting:
    """How often the stock way was gone, which packs a frame for itself."""

    def __init__(self, ws: Any) -> None:
        self.stock = 0
        send = ws.send

        def counted(message: Any, **options: Any) -> None:
            self.stock += 1
            send(message, **options)

        ws.send = counted
