"""An event is heard where it was read; the thread of its connection sleeps on.

eventlet wakes a connection's green thread for whatever comes: it is taken off the poll, switched to, reads, is put on
the poll again and switched from. Here a connection stays on the poll while its thread sleeps, and the hub itself reads
what has come. A pong is noted there; a whole frame with an event in it goes to one thread that works for all
connections. Anything else (half a frame, several at once, a farewell, a flood) wakes the connection's own thread, which
goes on as engineio has it.

A connection's events are heard one after the other: while one is being heard, nothing more is read from its line.

Leans on private names of engineio and eventlet, which pyproject.toml pins; tests/engine/test_inline_receive.py holds
them.
"""

import logging
from collections import deque
from typing import Any

import engineio
import eventlet
from eventlet import hubs
from eventlet.greenio.base import SOCKET_CLOSED
from eventlet.hubs import IOClosed

from server.clock import local_millis
from server.engine.inline_send import is_plain
from server.engine.whole_frames import READ_AT_ONCE, unmasked
from server.rules.ids import ServerMillis

WHOLE_TEXT = 0x81
MESSAGE, EVENT, PONG = "4", "42", "3"
"""What begins a message of engineio, one that is an event of Socket.IO, and all that a pong is."""

log = logging.getLogger(__name__)


def install() -> None:
    """Hears inline from now on, for every engineio server of this process. Whole frames must have been installed."""
    hearing = Hearing()
    stock_handler = engineio.socket.Socket._websocket_handler

    def websocket_handler(self: Any, ws: Any) -> Any:
        if is_plain(ws):
            ws.first_chunk = Line(self, ws, hearing).first_chunk
        return stock_handler(self, ws)

    engineio.socket.Socket._websocket_handler = websocket_handler


class Hearing:
    """Works off the events that came in: one green thread for all, and the next one as soon as that is held up."""

    def __init__(self) -> None:
        self._said: deque[tuple[Line, str]] = deque()
        self._is_called = False

    def take(self, line: "Line", event: str) -> None:
        """An event waits to be heard."""
        self._said.append((line, event))
        self._call()

    def _call(self) -> None:
        if not self._is_called:
            self._is_called = True
            eventlet.spawn_n(self._work)

    def _work(self) -> None:
        self._is_called = False
        while self._said:
            line, event = self._said.popleft()
            if self._said:
                self._call()  # whatever holds this one up, the others are heard
            line.hear(event)


class Line:
    """One connection, while its thread waits for something to read."""

    __slots__ = ("_hearing", "_is_heard", "_line", "_listener", "_socket", "_thread")

    def __init__(self, socket: Any, ws: Any, hearing: Hearing) -> None:
        self._socket = socket
        self._line = ws.socket
        self._hearing = hearing
        self._thread: Any = None
        self._listener: Any = None
        self._is_heard = False

    def first_chunk(self) -> bytes:
        """What its own thread has to make something of; empty when the line has ended. Events are heard meanwhile."""
        self._thread = eventlet.getcurrent()
        self._listen()
        try:
            chunk: bytes = hubs.get_hub().switch()
            return chunk
        except IOClosed:
            return b""
        finally:
            self._rest()
            self._thread = None

    def hear(self, event: str) -> None:
        """Gives an event to whom engineio would give it, and reads on."""
        try:
            self._socket.server.handlers["message"](self._socket.sid, event)
        except Exception:
            log.exception("An event was not heard to its end.")
        self._is_heard = False
        if self._thread is not None and self._listener is None:
            self._listen()

    def _listen(self) -> None:
        hub, number = hubs.get_hub(), self._line.fd.fileno()
        if number < 0:  # closed on this side
            hub.schedule_call_global(0, self._wake, b"")
            return
        throw, closed = self._thread.throw, self._line._mark_as_closed
        self._listener = hub.add(hub.READ, number, self._readable, throw, closed)

    def _rest(self) -> None:
        if self._listener is not None:
            hubs.get_hub().remove(self._listener)
            self._listener = None

    def _wake(self, chunk: bytes) -> None:
        if self._thread is not None:
            self._thread.switch(chunk)

    def _readable(self, _number: int) -> None:
        """Runs in the hub, so nothing here may wait."""
        if self._is_heard:
            self._rest()
            return
        try:
            chunk = self._line.fd.recv(READ_AT_ONCE)
        except BlockingIOError:
            return
        except OSError as error:
            if error.errno not in SOCKET_CLOSED:
                self._thread.throw(error)
                return
            chunk = b""
        socket = self._socket
        event = event_in(chunk) if socket.upgraded and not socket.closed else None
        if event is None:
            self._wake(chunk)
        elif not socket.frames.take(ServerMillis(local_millis())):
            self._wake(b"")
        elif event == PONG:
            socket.schedule_ping()
        else:
            self._is_heard = True
            self._hearing.take(self, event[len(MESSAGE) :])


def event_in(chunk: bytes) -> str | None:
    """The packet in a chunk that is exactly one masked frame with an event or a pong; None for any other."""
    if len(chunk) < 7 or chunk[0] != WHOLE_TEXT or chunk[1] < 0x80:
        return None
    length, begins = chunk[1] & 0x7F, 6
    if length == 126:
        length, begins = chunk[2] << 8 | chunk[3], 8
    if (length > 126 and begins == 6) or len(chunk) != begins + length:
        return None
    try:
        text = unmasked(chunk[begins:], chunk[begins - 4 : begins]).decode()
    except UnicodeDecodeError:
        return None
    return text if text.startswith(EVENT) or text == PONG else None
