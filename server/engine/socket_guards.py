"""Where engineio as it comes lets go of too little: sockets that linger, and closed ones that are still heard or told.

Leans on private names of engineio, which pyproject.toml pins; tests/engine holds them.
"""

import contextlib
import logging
from collections.abc import Callable
from contextlib import nullcontext
from socket import SHUT_RDWR
from typing import Any

import engineio
import socketio
from engineio.exceptions import SocketIsClosedError

from server.clock import local_millis
from server.rooms.ports import Concurrency
from server.rooms.token_bucket import TokenBucket
from server.rules.ids import ServerMillis

GREETING_SECONDS = 10.0
"""A client that has opened a connection has this long to say who it is."""
SWEEP_SECONDS = 2.5
UNREAD_ALWAYS, UNREAD_MOST, UNREAD_CHARACTERS_MOST = 3, 250, 4_000_000
"""So many messages may wait for a client that does not read, and so much text in them once there are more than a few:
it can show nothing but the newest, and comes back for it."""

FRAMES_PER_SECOND, FRAMES_AT_ONCE = 100.0, 400.0
"""What one connection may send of anything: twice what a host may say. More, and it ends."""

log = logging.getLogger(__name__)

_stock_websocket_handler = engineio.socket.Socket._websocket_handler
_stock_send_packet = engineio.Server.send_packet


def install() -> None:
    """Puts the guards in place, for every engineio server of this process."""
    engineio.socket.Socket._websocket_handler = _websocket_handler
    engineio.Server.send_packet = _send_packet


def _websocket_handler(self: Any, ws: Any) -> list[bytes]:
    """Whatever ends the reading, the socket is closed and its writer with it, and no traceback reaches the terminal."""
    self.wire = ws
    ws.wait = _measured(self, ws.wait)
    try:
        answer: list[bytes] = _stock_websocket_handler(self, ws)
        return answer
    except (ValueError, RecursionError, OSError) as error:
        log.info("A connection ended on a message that cannot be read: %s", error)
        return []
    finally:
        if not self.closed:
            self.queue.put(None)
            self.close(wait=False, abort=True, reason=self.server.reason.TRANSPORT_ERROR)
        _part(self, ws)


def _part(socket: Any, ws: Any) -> None:
    """A socket and its WebSocket forget each other: else all of a closed connection stays until a walk finds it."""
    socket.wire = None
    del ws.wait
    if hasattr(ws, "iterator"):
        ws.iterator = None


def _now() -> ServerMillis:
    return ServerMillis(local_millis())


def _measured(socket: Any, wait: Callable[[], Any]) -> Callable[[], Any]:
    """Reads no further once a socket was closed, nor for somebody who floods it.

    The library reads on until the client ends; and a reader that always finds something to read lets nobody else run.
    """
    socket.frames = frames = TokenBucket(_now(), FRAMES_PER_SECOND, FRAMES_AT_ONCE)

    def next_message() -> Any:
        if socket.closed:
            return None
        message = wait()
        return message if frames.take(_now()) else None

    return next_message


def _send_packet(self: Any, sid: str, pkt: Any) -> None:
    """A socket that closes while a broadcast is on its way is passed over, so that the others get theirs."""
    socket = self.sockets.get(sid)
    if socket is not None and _is_behind(socket):
        log.info("A client did not read what it was sent: its connection is cut.")
        self.sockets.pop(sid, None)
        _cut(socket)
        return
    try:
        if socket is None or socket.closed:
            _stock_send_packet(self, sid, pkt)
        else:
            socket.send(pkt)
    except SocketIsClosedError:
        log.debug("A socket closed before its message.")


def _is_behind(socket: Any) -> bool:
    """Whether more waits for a client than one that reads would ever let stand."""
    waiting = socket.queue.qsize()
    if waiting <= UNREAD_ALWAYS:
        return False
    if waiting > UNREAD_MOST:
        return True
    return sum(len(packet.data or "") for packet in list(socket.queue.queue) if packet) > UNREAD_CHARACTERS_MOST


def _cut(socket: Any) -> None:
    """Ends a connection whose writer waits for somebody to read, and lets go of all that was for him."""
    while not socket.queue.empty():
        socket.queue.get(block=False)
        socket.queue.task_done()
    socket.close(wait=False, abort=True, reason=socket.server.reason.TRANSPORT_ERROR)
    ws = getattr(socket, "wire", None)
    line = getattr(ws, "socket", None) or getattr(getattr(ws, "ws", None), "sock", None)
    if line is not None:
        with contextlib.suppress(OSError):  # it was gone already
            line.shutdown(SHUT_RDWR)


class Lines:
    """The connections of a server, to be asked about and ended by the id that engineio gave them."""

    def __init__(self, server: socketio.Server) -> None:
        self._server = server

    def is_open(self, eio_sid: str) -> bool:
        """False as soon as a connection has begun to end: from then on nobody will say again that it did."""
        socket = self._server.eio.sockets.get(eio_sid)
        return socket is not None and not socket.closing

    def hang_up(self, eio_sid: str) -> None:
        """Ends a connection and waits for nobody: the library's own way waits for a reader who may be gone for ever."""
        socket = self._server.eio.sockets.pop(eio_sid, None)
        if socket is not None:
            socket.close(wait=False, reason=self._server.eio.reason.SERVER_DISCONNECT)


def guard_messages(server: socketio.Server, hear: Callable[[str, str], bool]) -> None:
    """What still comes in on a connection that was closed is not read: it would leave a session without an end.

    `hear` takes an event of a connection, as text, or says False: then python-socketio does.
    """
    lines, stock, sockets = Lines(server), server._handle_eio_message, server.eio.sockets

    def on_message(eio_sid: str, data: Any) -> None:
        if not lines.is_open(eio_sid) or (isinstance(data, str) and hear(eio_sid, data)):
            return
        try:
            with getattr(sockets[eio_sid], "together", nullcontext)():  # inline_send, where that is in use
                stock(eio_sid, data)
        except KeyError:
            if lines.is_open(eio_sid):
                raise
            _forget(server, eio_sid)

    server.eio.on("message", on_message)


def _forget(server: socketio.Server, eio_sid: str) -> None:
    """The connection closed while its client introduced itself."""
    sid = server.manager.sid_from_eio_sid(eio_sid, "/")
    if sid is not None:
        server.manager.disconnect(sid, "/")


class Doorkeeper:
    """Closes connections that have not become a Socket.IO session within GREETING_SECONDS, and those that fell silent.

    engineio looks after the silent ones itself, waking up for each of them; here all are looked at together.
    """

    def __init__(self, server: socketio.Server, concurrency: Concurrency) -> None:
        self._server = server
        self._lines = Lines(server)
        self._concurrency = concurrency
        self._waiting: dict[str, float] = {}
        self._stop = concurrency.signal()

    def start(self) -> Callable[[], None]:
        """Begins to look; returns what ends it."""
        self._concurrency.spawn(self._work)
        return self._stop.set

    def _work(self) -> None:
        while not self._stop.wait(SWEEP_SECONDS):
            self.sweep(SWEEP_SECONDS)

    def sweep(self, seconds: float) -> None:
        """One look; `seconds` have passed since the last."""
        self._end_silent()
        silent = [sid for sid in list(self._server.environ) if not self._is_session(sid)]
        self._waiting = {sid: self._waiting.get(sid, 0.0) + seconds for sid in silent}
        for sid, waited in self._waiting.items():
            if waited > GREETING_SECONDS:
                self._lines.hang_up(sid)

    def _end_silent(self) -> None:
        """Ends who did not answer a ping in time: a line that is gone says nothing, and no reader hears of it."""
        for eio_sid, socket in list(self._server.eio.sockets.items()):
            if socket.closed:
                self._server.eio.sockets.pop(eio_sid, None)
            elif not socket.closing:
                socket.check_ping_timeout()

    def _is_session(self, eio_sid: str) -> bool:
        return self._server.manager.sid_from_eio_sid(eio_sid, "/") is not None
