"""What an engine is: the server's way of holding many sockets at once. One per process, chosen before other imports."""

from collections.abc import Callable, Collection, Iterable
from socket import socket
from typing import Any, Protocol

from server.rooms.ports import Concurrency
from server.settings import Speedup

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

    def quicken(self, speedups: Collection[Speedup]) -> None:
        """Does these things quicker from now on, where this engine can. Call it once, before the first connection."""
        ...

    def serve(self, listener: socket, app: WsgiApp) -> None:
        """Begins to answer requests beside the caller. Closing the listener ends new connections."""
        ...
