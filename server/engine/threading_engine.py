"""Real threads, one per connection, on werkzeug's server: to prove that nothing leans on green threads.

Good for a desk or a small room; a lecture hall is the eventlet engine's.
"""

import contextlib
import logging
import threading
import time
from collections.abc import Callable, Collection
from contextlib import AbstractContextManager
from socket import socket
from typing import Any, TypeVar

import engineio.async_drivers.threading
import simple_websocket  # type: ignore[import-untyped]
from engineio.async_drivers._websocket_wsgi import SimpleWebSocketWSGI
from werkzeug.serving import WSGIRequestHandler, make_server

from server.engine.concurrency import run_logged
from server.engine.contract import WsgiApp
from server.settings import Speedup

T = TypeVar("T")


class ThreadSignal:
    """A flag that one thread waits for."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def set(self) -> None:
        """Raises the flag."""
        self._event.set()

    def wait(self, timeout: float) -> bool:
        """Waits at most `timeout` seconds; True when the flag was raised. It is lowered on return."""
        was_set = self._event.wait(timeout)
        if was_set:
            self._event.clear()
        return was_set


class Threads:
    """The Concurrency port on threads that end with the process."""

    def spawn(self, work: Callable[..., Any], *args: Any) -> None:
        """Runs work in a thread of its own."""
        threading.Thread(target=run_logged, args=(work, *args), daemon=True).start()

    def sleep(self, seconds: float) -> None:
        """Rests."""
        time.sleep(seconds)

    def signal(self) -> ThreadSignal:
        """A new flag."""
        return ThreadSignal()

    def lock(self) -> AbstractContextManager[Any]:
        """A new lock."""
        return threading.Lock()

    def in_thread(self, work: Callable[[], T]) -> T:
        """Every thread here is a real one already."""
        return work()


class QuietWebSocket(SimpleWebSocketWSGI):  # type: ignore[misc]
    """A WebSocket whose two ends may hang up at the same moment."""

    def close(self) -> None:
        """Says farewell, if there is still somebody to hear it."""
        with contextlib.suppress(simple_websocket.ConnectionClosed, OSError):
            super().close()


class QuietHandler(WSGIRequestHandler):
    """HTTP/1.1 with connections kept open, and no line in the log per request."""

    protocol_version = "HTTP/1.1"

    def log(self, type: str, message: str, *args: Any) -> None:
        """Says nothing: a line that is no request may be anything, also somebody's token."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Says nothing."""

    def connection_dropped(self, error: BaseException, environ: dict[str, Any] | None = None) -> None:
        """A WebSocket has ended, or the client has gone: what follows on this connection is no further request."""
        self.close_connection = True


class ThreadingEngine:
    """The engine without green threads."""

    async_mode = "threading"

    def __init__(self) -> None:
        self.concurrency = Threads()
        engineio.async_drivers.threading._async["websocket"] = QuietWebSocket
        logging.getLogger("werkzeug").setLevel(logging.WARNING)

    def quicken(self, speedups: Collection[Speedup]) -> None:
        """Real threads do everything as their libraries have it."""

    def serve(self, listener: socket, app: WsgiApp) -> None:
        """Answers requests in threads."""
        host, port = listener.getsockname()[:2]
        server = make_server(host, port, app, threaded=True, request_handler=QuietHandler, fd=listener.fileno())
        self.concurrency.spawn(server.serve_forever)


def make_engine() -> ThreadingEngine:
    """The engine of this process."""
    return ThreadingEngine()
