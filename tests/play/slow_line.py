"""A line with a delay: a TCP proxy on this machine that holds every byte back for half a round trip, both ways."""

import contextlib
import queue
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import replace

from tests.play.server_under_test import ServerUnderTest

CHUNK = 65_536
GONE = b""


class SlowLine:
    """Listens on a port of its own and hands everything on to the server, later."""

    def __init__(self, server: ServerUnderTest, round_trip_millis: int) -> None:
        self._server = server
        self._one_way = round_trip_millis / 2000
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._ends: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def server(self) -> ServerUnderTest:
        """The server as it is reached over this line."""
        return replace(self._server, port=self._listener.getsockname()[1])

    def close(self) -> None:
        """Cuts everything."""
        for end in [self._listener, *self._ends]:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                far = socket.create_connection(("127.0.0.1", self._server.port))
                self._ends += [near, far]
                for source, target in ((near, far), (far, near)):
                    source.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                    way: queue.Queue[tuple[float, bytes]] = queue.Queue()
                    threading.Thread(target=self._read, args=(source, way), daemon=True).start()
                    threading.Thread(target=_write, args=(target, way), daemon=True).start()

    def _read(self, source: socket.socket, way: "queue.Queue[tuple[float, bytes]]") -> None:
        data = None
        while data != GONE:
            try:
                data = source.recv(CHUNK)
            except OSError:
                data = GONE
            way.put((time.monotonic() + self._one_way, data))


def _write(target: socket.socket, way: "queue.Queue[tuple[float, bytes]]") -> None:
    while True:
        due, data = way.get()
        time.sleep(max(0.0, due - time.monotonic()))
        with contextlib.suppress(OSError):
            if data == GONE:
                target.shutdown(socket.SHUT_RDWR)
                return
            target.sendall(data)


@contextlib.contextmanager
def slow_line(server: ServerUnderTest, round_trip_millis: int) -> Iterator[ServerUnderTest]:
    """The server behind a line of that round trip."""
    line = SlowLine(server, round_trip_millis)
    try:
        yield line.server
    finally:
        line.close()
