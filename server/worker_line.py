"""The line between a worker and the process above it: what the worker must know, that it is ready, that one has ended.

Secrets go over it and not over the command line or the environment, which others can read. When the process above is
gone, however it went, the line ends, and the worker with it: nobody is left behind.
"""

import json
import socket
from dataclasses import asdict, dataclass

READY = b"r"
LONGEST_ORDER = 64 * 1024


@dataclass(frozen=True, slots=True)
class Order:
    """What a worker is told. `kept_store` is the private store's address; None: the one that the settings name.

    `processes`: how many workers there are, this one included.
    """

    port: int
    host_token: str
    kept_store: str | None
    processes: int


class LineAbove:
    """The end of the process above."""

    def __init__(self) -> None:
        self._own, self._workers = socket.socketpair()

    def fileno(self) -> int:
        """The worker's end, to be handed to it."""
        return self._workers.fileno()

    def handed_over(self) -> None:
        """The worker has its end: ours of it must close, else its death would not be heard."""
        self._workers.close()

    def give(self, order: Order) -> None:
        """Tells the worker what it must know. Raises OSError where it is gone already."""
        self._own.sendall(json.dumps(asdict(order)).encode() + b"\n")

    def wait_until_ready(self) -> bool:
        """Whether the worker serves now; False where it has ended before."""
        try:
            return self._own.recv(1) == READY
        except OSError:
            return False

    def close(self) -> None:
        """Ends the line, and with it a worker that still runs."""
        self._own.close()
        self._workers.close()


class LineBelow:
    """The end of a worker, from the open file that it was handed."""

    def __init__(self, file: int) -> None:
        self._socket = socket.socket(fileno=file)

    def order(self) -> Order:
        """What this worker must know. Raises OSError where nobody is above."""
        told = b""
        while not told.endswith(b"\n"):
            part = self._socket.recv(LONGEST_ORDER)
            if not part:
                raise OSError("the process above has ended")
            told += part
        return Order(**json.loads(told))

    def say_ready(self) -> None:
        """This worker serves now. Raises OSError where nobody is above."""
        self._socket.sendall(READY)

    def wait_for_end(self) -> None:
        """Returns when the process above has ended."""
        try:
            while self._socket.recv(1):
                pass
        except OSError:
            return
