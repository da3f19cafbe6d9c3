"""Doors of the Socket.IO server with a count beside them."""

from collections.abc import Sequence
from typing import Any, Protocol

from server.watch.measures import Measures


class Emitter(Protocol):
    """What is counted of a Socket.IO server, for views."""

    def emit(self, event: str, data: Any, to: str) -> None:
        """Sends one event to everybody in a channel."""
        ...

    def written(self, event: str, data: Any) -> str:
        """The text of an event, to be sent ahead of what each connection alone gets."""
        ...

    def emit_to_line(self, event: str, data: Any, eio_sid: str, ahead: str = "") -> None:
        """Sends one event to one connection, `ahead` before it."""
        ...


class Lines(Protocol):
    """What is counted of the connections."""

    def is_open(self, eio_sid: str) -> bool:
        """False as soon as a connection has begun to end."""
        ...

    def hang_up(self, eio_sid: str) -> None:
        """Ends a connection."""
        ...


class WatchedEmitter:
    """Counts views by kind; a broadcast is one."""

    def __init__(self, inner: Emitter, measures: Measures) -> None:
        self._inner = inner
        self._views = measures.views

    def emit(self, event: str, data: Any, to: str) -> None:
        """As the server within."""
        self._views.add(str(event))
        self._inner.emit(event, data, to=to)

    def written(self, event: str, data: Any) -> str:
        """As the server within; it is written once for all who get it, and counts as a broadcast."""
        self._views.add(event)
        return self._inner.written(event, data)

    def emit_to_line(self, event: str, data: Any, eio_sid: str, ahead: str = "") -> None:
        """As the server within."""
        self._views.add(event)
        self._inner.emit_to_line(event, data, eio_sid, ahead)


class WatchedLines:
    """Counts the connections that the server ends by itself."""

    def __init__(self, inner: Lines, measures: Measures) -> None:
        self._inner = inner
        self._hang_ups = measures.hang_ups

    def is_open(self, eio_sid: str) -> bool:
        """As the lines within."""
        return self._inner.is_open(eio_sid)

    def hang_up(self, eio_sid: str) -> None:
        """As the lines within."""
        self._hang_ups.add()
        self._inner.hang_up(eio_sid)


def count_messages(server: Any, measures: Measures) -> None:
    """Counts what the server puts on each connection: broadcasts by one inner name of python-socketio, which is
    pinned, or by the engine's own, and what is for one connection alone."""
    stock_packet, stock_text = server._send_eio_packet, server.eio.send
    stock_to_all: Any = getattr(server.eio, "send_to_all", None)
    stock_both: Any = getattr(server.eio, "send_both", None)

    def send_packet(eio_sid: str, packet: Any) -> None:
        measures.sent(len(packet.data))
        stock_packet(eio_sid, packet)

    def send_text(eio_sid: str, text: str) -> None:
        measures.sent(len(text))
        stock_text(eio_sid, text)

    def send_to_all(eio_sids: Sequence[str], text: str) -> None:
        measures.sent(len(text), times=len(eio_sids))
        stock_to_all(eio_sids, text)

    def send_both(eio_sid: str, first: str, second: str) -> None:
        measures.sent(len(first))
        measures.sent(len(second))
        stock_both(eio_sid, first, second)

    server._send_eio_packet, server.eio.send = send_packet, send_text
    if stock_to_all is not None:
        server.eio.send_to_all = send_to_all
    if stock_both is not None:
        server.eio.send_both = send_both
