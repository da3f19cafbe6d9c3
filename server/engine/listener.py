"""The socket that the server listens on."""

import contextlib
import errno
import socket
from collections.abc import Iterator

BACKLOG = 4_096
"""A class that scans one QR code arrives within seconds."""


class AddressTaken(Exception):
    """Another program listens on this address."""


@contextlib.contextmanager
def hold_port(host: str, port: int) -> Iterator[int]:
    """Keeps a port for the workers that will share it, without listening; says which it is, where any would do.

    Raises as listen: also where another server's workers have it, with whom it could be shared without a word.
    """
    with contextlib.closing(listen(host, port)) as alone:
        address = alone.getsockname()
    with socket.socket(alone.family, socket.SOCK_STREAM) as held:
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        held.bind(address)
        yield address[1]


class EarlyListener:
    """Listens at once; whoever serves takes over, and hears only then why there is nothing to take.

    A class that lost its server knocks after 0.15 to 0.45 s, and then ever more seldom. Where nobody listens yet it is
    turned away and back after seconds; here it waits in the system's line for a start that is soon done. No thread may
    have been started, and nothing need have been loaded.
    """

    def __init__(self, host: str, port: int) -> None:
        self._descriptor: int | None = None
        self._problem: AddressTaken | OSError | None = None
        try:
            self._descriptor = listen(host, port).detach()
        except (AddressTaken, OSError) as problem:
            self._problem = problem

    def take_over(self) -> socket.socket:
        """The listening socket, of the kind that the engine has made of sockets. Raises as listen."""
        if self._problem is not None:
            raise self._problem
        assert self._descriptor is not None
        return socket.socket(fileno=self._descriptor)


def listen(host: str, port: int, shares_port: bool = False) -> socket.socket:
    """A listening socket. `shares_port`: several workers on one port, which is never to happen by accident.

    Raises AddressTaken, or OSError for an address that this machine does not have.
    """
    family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # inherited: a view must not wait for an ack's ack
    if shares_port:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    try:
        listener.bind(address)
        listener.listen(BACKLOG)
    except OSError as error:
        listener.close()
        if error.errno == errno.EADDRINUSE:
            raise AddressTaken(f"{host}:{port}") from error
        raise
    return listener
