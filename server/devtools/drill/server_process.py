"""A Trede server of the drill: a process of its own that is killed, told to stop, paused and started again."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Lock
from urllib.error import URLError
from urllib.request import urlopen

from server.devtools.bench.own_server import free_port
from server.devtools.bots.door import HostDoor

PROJECT = Path(__file__).resolve().parents[3]
TOKEN = "a-token-for-the-drill"
START_SECONDS = 60.0
STOP_SECONDS = 15.0
LOOK_SECONDS = 0.02


class DrillBroken(Exception):
    """The drill itself cannot go on: what should be broken on purpose does not even stand."""


class ServerProcess:
    """One process on a store that is not its own. Every method blocks."""

    def __init__(self, folder: Path, store_url: str) -> None:
        self._folder = folder
        self._store_url = store_url
        self._process: subprocess.Popen[bytes] | None = None
        self._guard = Lock()
        self._has_ended = False
        self.port = free_port()

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def complaints(self) -> str:
        """All that it has logged, over all its lives."""
        log = self._folder / "err.txt"
        return log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""

    def start(self) -> None:
        """Starts it and waits until a class can play. Raises DrillBroken."""
        self.launch()
        give_up_at = time.monotonic() + START_SECONDS
        while not self._is_ready():
            if self._process is None or self._process.poll() is not None or time.monotonic() > give_up_at:
                raise DrillBroken(f"a server did not start: {self.complaints[-400:]}")
            time.sleep(LOOK_SECONDS)

    def ensure(self) -> None:
        """Starts it, should it not run."""
        if self._process is None or self._process.poll() is not None:
            self.start()

    def launch(self) -> None:
        """Starts it and does not wait; never again after end(), whichever thread comes too late."""
        with self._guard:
            if not self._has_ended:
                self._launch()

    def _launch(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        own = {"DATA_DIR": str(self._folder), "HOST": "127.0.0.1", "PORT": str(self.port)}
        kept = {name: value for name, value in os.environ.items() if not name.startswith("TREDE_")}
        with (self._folder / "err.txt").open("ab") as complaints:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "server.cli", "serve", "--no-browser"],
                cwd=PROJECT,
                env={**kept, **own, "TREDE_HOST_TOKEN": TOKEN, "TREDE_REDIS_URL": self._store_url},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=complaints,
                start_new_session=True,  # Ctrl-C in the terminal is for the drill, which then stops the server
            )

    def kill(self) -> None:
        """kill -9."""
        self._signal(signal.SIGKILL)
        self._wait()

    def terminate(self) -> int:
        """What a deploy does: TERM, and wait. Returns the exit status."""
        self._signal(signal.SIGTERM)
        return self._wait()

    def pause(self) -> None:
        """It stands still."""
        self._signal(signal.SIGSTOP)

    def resume(self) -> None:
        """It goes on."""
        self._signal(signal.SIGCONT)

    def end(self) -> None:
        """Whatever state it is in, it is gone afterwards, and does not come back."""
        with self._guard:
            self._has_ended = True
        if self._process is not None and self._process.poll() is None:
            self.resume()
            self._process.terminate()
            try:
                self._process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                self.kill()

    def door(self) -> HostDoor:
        """The host's door at this very process."""
        return HostDoor(f"{self.address}/host?token={TOKEN}")

    def _signal(self, number: signal.Signals) -> None:
        assert self._process is not None
        self._process.send_signal(number)

    def _wait(self) -> int:
        assert self._process is not None
        return self._process.wait(STOP_SECONDS)

    def _is_ready(self) -> bool:
        try:
            with urlopen(f"{self.address}/readyz", timeout=2) as answer:
                ready: bool = answer.status == 200
                return ready
        except (URLError, OSError):
            return False
