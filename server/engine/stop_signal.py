"""Ctrl-C and TERM as something that the main thread can wait for, on either engine."""

import signal
import socket
from collections.abc import Callable
from types import FrameType

STOPPING_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class StopSignal:
    """Waits for the first Ctrl-C or TERM; make it in the main thread. A second one ends the process at once.

    A signal only writes a byte into a socket pair: that wakes a sleeping hub, which a handler alone would not.
    """

    def __init__(self) -> None:
        self._hears, self._tells = socket.socketpair()
        self._tells.setblocking(False)
        self._woken = signal.set_wakeup_fd(self._tells.fileno(), warn_on_full_buffer=False)
        for number in STOPPING_SIGNALS:
            signal.signal(number, _ignore)

    def wait(self) -> None:
        """Returns when the process was told to stop."""
        while True:
            heard = self._hears.recv(1)
            if heard and heard[0] in STOPPING_SIGNALS:
                break
        for number in STOPPING_SIGNALS:
            signal.signal(number, signal.SIG_DFL)


def limit_seconds(seconds: int, when_over: Callable[[], None]) -> None:
    """Calls `when_over` from a signal handler unless the process has ended before."""
    signal.signal(signal.SIGALRM, lambda _number, _frame: when_over())
    signal.alarm(seconds)


def _ignore(_number: int, _frame: FrameType | None) -> None:
    """The byte in the socket pair is enough."""
