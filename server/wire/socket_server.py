"""The Socket.IO server as this protocol needs it: our packets, our JSON, and a word when a connection stands."""

import logging
from collections.abc import Callable
from typing import Any

import socketio
from flask import Flask
from flask_socketio import SocketIO

from server.wire.origins import Origins
from server.wire.strict_json import StrictJson
from server.wire.strict_packet import LONGEST_FRAME, StrictPacket, encoded_event

PING_SECONDS = 10
PONG_SECONDS = 10
"""A phone that fell silent is noticed after the two together."""


class Emitter:
    """Sends views over a server."""

    def __init__(self, server: socketio.Server) -> None:
        self._server = server

    def emit(self, event: str, data: Any, to: str) -> None:
        """Sends one event to everybody in a channel, encoded once."""
        send_to_all = getattr(self._server.eio, "send_to_all", None)  # engine/broadcast, where that is in use
        if send_to_all is None:
            self._server.emit(event, data, to=to)
            return
        lines = [eio_sid for _, eio_sid in self._server.manager.get_participants("/", to)]
        if lines:
            send_to_all(lines, self.written(event, data))

    def written(self, event: str, data: Any) -> str:
        """The text of an event, for `emit_to_line` to send ahead of what each connection alone gets."""
        return encoded_event(event, data if isinstance(data, tuple) else (data,))

    def emit_to_line(self, event: str, data: Any, eio_sid: str, ahead: str = "") -> None:
        """Sends one event to one connection, without the library's search through its channels.

        A tuple is several arguments; None is said as null. `ahead`: an event that was written before and goes first.
        """
        text, eio = encoded_event(event, data), self._server.eio
        send_both = getattr(eio, "send_both", None)  # engine/inline_send, where that is in use
        if ahead and send_both is not None:
            send_both(eio_sid, ahead, text)
            return
        if ahead:
            eio.send(eio_sid, ahead)
        eio.send(eio_sid, text)


class GreetingManager(socketio.Manager):  # type: ignore[misc]
    """Says when a connection stands: after the client has been told so, thus before any view.

    It also remembers which channels a connection is in: the library looks through all of them when one leaves. And it
    opens no channel for each connection alone, which nobody sends to: `Emitter.emit_to_line`.
    """

    def __init__(self) -> None:
        super().__init__()
        self.on_standing: Callable[[str], None] = lambda _sid: None
        self._entered: dict[str, list[str | None]] = {}

    def connect(self, sid: str, namespace: str) -> str:
        """The connection was accepted and its client has been told."""
        standing: str = super().connect(sid, namespace)
        self.on_standing(standing)
        return standing

    def basic_enter_room(self, sid: str, namespace: str, room: str | None, eio_sid: str | None = None) -> None:
        """A connection joins a channel. There is one namespace, so the connection's id is enough to remember it by."""
        if room == sid:
            return
        super().basic_enter_room(sid, namespace, room, eio_sid)
        self._entered.setdefault(sid, []).append(room)

    def basic_disconnect(self, sid: str, namespace: str, **_unused: Any) -> None:
        """A connection leaves all its channels."""
        for room in self._entered.pop(sid, ()):
            self.basic_leave_room(sid, namespace, room)
        for pending in (self.pending_connect, self.pending_disconnect):
            if sid in pending.get(namespace, ()):
                pending[namespace].remove(sid)


class _OursAlone(logging.Filter):
    """Keeps what a client did wrong out of the log: it was told, and anybody could fill the log with it."""

    def filter(self, record: logging.LogRecord) -> bool:
        """False for the remarks that engineio itself makes only once."""
        return "further occurrences of this error" not in str(record.msg)


def make_socket_server(app: Flask, async_mode: str, origins: Origins, websocket_only: bool = False) -> socketio.Server:
    """Flask-SocketIO over the app, and its inner server: Flask's request context is of no use to our handlers."""
    log = logging.getLogger(__name__)
    log.addFilter(_OursAlone())
    log.setLevel(logging.ERROR)
    options: dict[str, Any] = {
        "async_mode": async_mode,
        "async_handlers": False,
        "serializer": StrictPacket,
        "json": StrictJson,
        "client_manager": GreetingManager(),
        "manage_session": False,
        "max_http_buffer_size": LONGEST_FRAME,
        "monitor_clients": False,  # the doorkeeper does
        "ping_interval": PING_SECONDS,
        "ping_timeout": PONG_SECONDS,
        "cors_allowed_origins": origins.is_ours,
        "cors_credentials": False,
        "transports": ["websocket"] if websocket_only else None,
        "logger": log,
        "engineio_logger": log,
    }
    server: socketio.Server = SocketIO(app, **options).server  # type: ignore[attr-defined]
    return server
