"""Green threads: thousands of sockets in one thread. Importing this module makes the standard library green,

so it must be the first import of the process but for settings.
"""

import os
import warnings

os.environ["EVENTLET_NO_GREENDNS"] = "yes"  # read by eventlet on import; name_lookup does what it would do
with warnings.catch_warnings():
    # eventlet says on import that it is in maintenance mode; server/engine is where we live with that.
    warnings.simplefilter("ignore")
    import eventlet

    # Not os: its green fdopen takes no closefd, and reading a file or waiting for a child goes other ways.
    eventlet.monkey_patch(os=False)

import eventlet.event
import eventlet.semaphore
import eventlet.tpool
import eventlet.wsgi

# isort: split
import logging
from collections.abc import Callable, Collection
from contextlib import AbstractContextManager
from http.client import HTTPMessage
from socket import socket
from typing import Any, TypeVar, cast

from server.engine import broadcast, inline_receive, inline_send, name_lookup, one_pinger, whole_frames
from server.engine.concurrency import run_logged
from server.engine.contract import WsgiApp
from server.settings import Speedup

CONNECTIONS_MOST = 20_000
"""eventlet's own limit is 1,024, and the next connection hangs without a word."""
IDLE_SECONDS = 20
"""How long a connection may wait before its next request, and between two parts of one."""

log = logging.getLogger(__name__)

T = TypeVar("T")


class GreenSignal:
    """A flag that one green thread waits for."""

    def __init__(self) -> None:
        self._event = eventlet.event.Event()

    def set(self) -> None:
        """Raises the flag."""
        if not self._event.ready():
            self._event.send(True)

    def wait(self, timeout: float) -> bool:
        """Waits at most `timeout` seconds; True when the flag was raised. It is lowered on return."""
        if not self._event.ready():
            self._event.wait(timeout=timeout)
        was_set: bool = self._event.ready()
        if was_set:
            self._event = eventlet.event.Event()
        return was_set


class GreenThreads:
    """The Concurrency port on green threads."""

    def spawn(self, work: Callable[..., Any], *args: Any) -> None:
        """Runs work in a green thread of its own."""
        eventlet.spawn_n(run_logged, work, *args)

    def sleep(self, seconds: float) -> None:
        """Rests, letting the others run."""
        eventlet.sleep(seconds)

    def signal(self) -> GreenSignal:
        """A new flag."""
        return GreenSignal()

    def lock(self) -> AbstractContextManager[Any]:
        """A new lock."""
        return cast("AbstractContextManager[Any]", eventlet.semaphore.Semaphore(1))

    def in_thread(self, work: Callable[[], T]) -> T:
        """Runs work in a real thread, while the green ones go on."""
        return cast("T", eventlet.tpool.execute(work))


class PlainHeaders(HTTPMessage):
    """A request's headers. They are read as those of a mail, which may have parts: no request of ours has."""

    def get_content_maintype(self) -> str:
        """Asked thrice of each request, by the reader of mails, which would look through all headers for it."""
        return "text"


class QuietProtocol(eventlet.wsgi.HttpProtocol):  # type: ignore[misc]
    """Keeps what strangers send out of the log: a line that is no request may be anything, also somebody's token.

    And is gone with its connection: what it gives the application of a request leads back to it.
    """

    MessageClass = PlainHeaders

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""

    def finish(self) -> None:
        """The connection has ended."""
        try:
            super().finish()
        finally:
            self.environ = None


class EventletEngine:
    """The engine for a real class."""

    async_mode = "eventlet"

    def __init__(self) -> None:
        self.concurrency = GreenThreads()
        name_lookup.install()

    def quicken(self, speedups: Collection[Speedup]) -> None:
        """Each from its own module."""
        if Speedup.INLINE_SEND in speedups:
            inline_send.install()
            if Speedup.BROADCAST in speedups:
                broadcast.install()
        if Speedup.ONE_PINGER in speedups:
            one_pinger.install()
        if Speedup.WHOLE_FRAMES in speedups:
            whole_frames.install()
            if Speedup.INLINE_RECEIVE in speedups:
                inline_receive.install()

    def serve(self, listener: socket, app: WsgiApp) -> None:
        """Answers requests in green threads."""
        self.concurrency.spawn(self._serve, listener, app)

    def _serve(self, listener: socket, app: WsgiApp) -> None:
        eventlet.wsgi.server(
            listener,
            app,
            max_size=CONNECTIONS_MOST,
            keepalive=IDLE_SECONDS,
            socket_timeout=IDLE_SECONDS,
            log=log,
            log_output=False,
            debug=False,
            protocol=QuietProtocol,
        )


def make_engine() -> EventletEngine:
    """The engine of this process."""
    return EventletEngine()
