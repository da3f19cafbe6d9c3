"""What servers and stores of the drill have in common: a process that is killed, stopped and let go on."""

import signal
import subprocess
from threading import Lock


class DrillBroken(Exception):
    """The drill itself cannot go on: what should be broken on purpose does not even stand."""


class Breakable:
    """One process that comes and goes. After `_has_ended` it is not started again, whichever thread comes too late."""

    ends_within_seconds = 15.0

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._guard = Lock()
        self._has_ended = False

    @property
    def _runs(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def kill(self) -> None:
        """kill -9."""
        self._signal(signal.SIGKILL)
        self._wait()

    def pause(self) -> None:
        """It stands still."""
        self._signal(signal.SIGSTOP)

    def resume(self) -> None:
        """It goes on."""
        self._signal(signal.SIGCONT)

    def _signal(self, number: signal.Signals) -> None:
        assert self._process is not None
        self._process.send_signal(number)

    def _wait(self) -> int:
        assert self._process is not None
        return self._process.wait(self.ends_within_seconds)
