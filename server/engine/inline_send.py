"""A frame goes out at once where nothing is before it; else it waits its turn as engineio has it.

engineio puts every packet on a queue that a green thread per connection empties: two switches per phone and message,
which cost more than the sending. Here the frame is built once per packet, shared by all who get it, and written where
the packet is handed over. Whatever stands in the way of that (a queue that is not empty, a frame half written, a full
socket, a transport that is no WebSocket) means the stock way, so the order of what a phone gets is never changed.

What is sent to a connection while it introduces itself (that it stands, and its first views) goes out as one write:
`together`. That may not last: whatever is held back is out, in order, before anybody else is heard on that line.

The thread that empties the queue waits for as long as it takes: engineio's hangs up when it got nothing for the time of
a ping, and here nothing is what it gets. Who fell silent is found by server/engine/socket_guards.py.

Leans on private names of engineio and eventlet, which pyproject.toml pins; tests/engine/test_inline_send.py holds them.
"""

import contextlib
import logging
import socket as sockets
from collections.abc import Iterator
from typing import Any

import engineio
import eventlet
from engineio import packet
from eventlet.greenio import GreenSocket

MESSAGE = str(packet.MESSAGE)
"""What begins a message of engineio."""

log = logging.getLogger(__name__)


def install() -> None:
    """Sends inline from now on, for every engineio server of this process."""
    stock_handler = engineio.socket.Socket._websocket_handler

    def websocket_handler(self: Any, ws: Any) -> Any:
        self.straight = ws if is_plain(ws) else None
        if self.straight is not None and not self.connected:
            _greet_at_once(self, ws)
        try:
            return stock_handler(self, ws)
        finally:
            self.straight = None

    engineio.socket.Socket.straight = None
    engineio.socket.Socket.held = None
    engineio.socket.Socket.together = together
    engineio.socket.Socket._websocket_handler = websocket_handler
    engineio.socket.Socket.send = _send
    stock_text = engineio.Server.send
    engineio.Server.send = lambda self, sid, data: _send_text(self, sid, data) or stock_text(self, sid, data)
    engineio.Server.send_both = _send_both
    stock_poll = engineio.socket.Socket.poll
    engineio.socket.Socket.poll = lambda self: _poll(self) if self.straight is not None else stock_poll(self)


def is_plain(ws: Any) -> bool:
    """Whether frames are bytes on a socket of our own: no TLS, no compression, the one version of WebSocket."""
    return type(getattr(ws, "socket", None)) is GreenSocket and ws.version == 13 and not ws.extensions


def _send(self: Any, pkt: packet.Packet) -> None:
    """Sends a packet. Raises SocketIsClosedError, as the stock way does."""
    if not self.check_ping_timeout():
        return
    ws = self.straight
    if ws is not None and self.held is not None and (self.held or _is_clear(self, ws)):
        self.held.append(_frame_of(ws, pkt))
    elif not write_at_once(self, pkt):
        self.queue.put(pkt)


def _send_text(self: Any, sid: str, text: Any) -> bool:
    """Writes a text to a line on which nothing is before it; False where it has to go the longer way, with its guards.

    Acknowledgements and views for one phone: there are as many of them as there are phones.
    """
    socket = self.sockets.get(sid)
    if socket is None or socket.closed or type(text) is not str:
        return False
    ws = _clear_line(socket)
    return ws is not None and _write(ws, _packed(ws, MESSAGE + text))


def _send_both(self: Any, sid: str, first: str, second: str) -> None:
    """Sends two messages, one right after the other: as one write, where nothing is before them on the line."""
    socket = self.sockets.get(sid)
    if socket is None or socket.closed:
        return
    ws = _clear_line(socket)
    if ws is None or not _write(ws, _packed(ws, MESSAGE + first) + _packed(ws, MESSAGE + second)):
        self.send_packet(sid, packet.Packet(packet.MESSAGE, first))
        self.send_packet(sid, packet.Packet(packet.MESSAGE, second))


def _greet_at_once(self: Any, ws: Any) -> None:
    """The first packet of all lies on the queue: written here, it costs no turn of the writer's thread."""
    if self.queue.qsize() == 1:
        pkt = self.queue.get(block=False)
        self.queue.task_done()
        if pkt is None or not _write(ws, _frame_of(ws, pkt)):
            self.queue.put(pkt)


@contextlib.contextmanager
def together(self: Any) -> Iterator[None]:
    """What a socket is sent within goes out at the end, as one write."""
    if self.straight is None or self.held is not None:
        yield
        return
    self.held = []
    try:
        yield
    finally:
        frames, self.held, ws = self.held, None, self.straight
        if frames and ws is not None:
            everything = b"".join(frames)
            if not (ws._sendlock.balance > 0 and _write(ws, everything)):
                ws._sendlock.acquire()
                eventlet.spawn_n(_finish, ws, memoryview(everything))


def _poll(self: Any) -> list[packet.Packet]:
    """All that waits, once something does; nothing when the connection ends."""
    packets = [self.queue.get()]
    self.queue.task_done()
    if packets == [None]:
        return []
    while not self.queue.empty():
        pkt = self.queue.get(block=False)
        self.queue.task_done()
        if pkt is None:
            self.queue.put(None)
            break
        packets.append(pkt)
    return packets


def write_at_once(self: Any, pkt: packet.Packet) -> bool:
    """Writes a packet on a line on which nothing is before it; False where something is, or the socket is full."""
    ws = _clear_line(self)
    return ws is not None and _write(ws, _frame_of(ws, pkt))


def _clear_line(self: Any) -> Any:
    """The WebSocket of a connection on which nothing is before a packet, nor held back; None of any other."""
    ws = self.straight
    return ws if ws is not None and self.held is None and _is_clear(self, ws) else None


def _is_clear(self: Any, ws: Any) -> bool:
    """Whether nothing is before a packet: none on the queue, none in the writer's hands, no frame half written.

    Those who wait for the lock count as well: it is free for a moment before the writer gets it. Asked for each phone
    and message, so past the methods that would say the same.
    """
    lock = ws._sendlock
    return bool(self.upgraded and not self.queue.queue and lock.counter > len(lock._waiters))


def _write(ws: Any, frame: bytes) -> bool:
    """Writes a frame; False when the socket is full. Nobody else runs between the look at the lock and here."""
    try:
        sent = ws.socket.fd.send(frame)
    except BlockingIOError:
        return False
    except OSError as error:
        # The stock way would close the socket under its reader, who would then not hear of it before the next ping.
        log.debug("A connection had ended: %s", error)
        _cut(ws)
        return True
    if sent < len(frame):
        ws._sendlock.acquire()
        eventlet.spawn_n(_finish, ws, memoryview(frame)[sent:])
    return True


def _frame_of(ws: Any, pkt: Any) -> bytes:
    """A packet's frame. A broadcast is one packet, so its thousand recipients share one."""
    frame: bytes | None = getattr(pkt, "frame", None)
    if frame is None:
        frame = pkt.frame = _packed(ws, pkt.encode())
    return frame


def _packed(ws: Any, content: str | bytes) -> bytes:
    """A frame with a text as servers send it: whole, unmasked. What is no text, or very long, is the library's."""
    text = content.encode() if isinstance(content, str) else b""
    size = len(text)
    if 0 < size < 126:
        return b"\x81%c%b" % (size, text)
    if 126 <= size < 65_536:
        return b"\x81\x7e%c%c%b" % (size >> 8, size & 0xFF, text)
    frame: bytes = ws._pack_message(content)
    return frame


def _finish(ws: Any, rest: memoryview) -> None:
    """Writes what is left of a frame, holding the lock: nothing may come between its halves."""
    try:
        ws.socket.sendall(rest)
    except OSError as error:
        log.debug("A connection ended within a frame: %s", error)
        _cut(ws)
    finally:
        ws._sendlock.release()


def _cut(ws: Any) -> None:
    """Ends a connection, so that its reader hears of it: half a frame can never be followed by anything."""
    try:
        ws.socket.shutdown(sockets.SHUT_RDWR)
    except OSError as error:
        log.debug("It was gone already: %s", error)
