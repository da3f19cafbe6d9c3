"""What an engine is: the server's way of holding many sockets at once. One per process, chosen before other imports."""

from collections.abc import Callable, Iterable
from socket import socket
from typing import Any, Protocol

from server.rooms.ports import Concurrency

WsgiApp = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class Engine(Protocol):
    """Runs the sockets and hands out how this process does things at the same time."""

    @property
    def async_mode(self) -> str:
        """What Flask-SocketIO calls this engine."""
        ...

    @property
    def concurrency(self) -> Concurrency:
        """Spawning, resting, signals and locks of this engine."""
        ...

    def serve(self, listener: socket, app: WsgiApp) -> None:
        """Begins to answer requests beside the caller. Closing the listener ends new connections."""
        ...
