"""A Trede server of the drill: a process of its own that is killed, told to stop, paused and started again."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from server.devtools.bench.own_server import free_port
from server.devtools.bots.door import HostDoor
from server.devtools.drill.breakable import Breakable, DrillBroken

PROJECT = Path(__file__).resolve().parents[3]
TOKEN = "a-token-for-the-drill"
START_SECONDS = 60.0
LOOK_SECONDS = 0.02


class ServerProcess(Breakable):
    """One process on a store that is not its own. Every method blocks."""

    def __init__(self, folder: Path, store_url: str) -> None:
        self._folder = folder
        self._store_url = store_url
        super().__init__()
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
            if not self._runs or time.monotonic() > give_up_at:
                raise DrillBroken(f"a server did not start: {self.complaints[-400:]}")
            time.sleep(LOOK_SECONDS)

    def ensure(self) -> None:
        """Starts it, should it not run."""
        if not self._runs:
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

    def terminate(self) -> int:
        """What a deploy does: TERM, and wait. Returns the exit status."""
        self._signal(signal.SIGTERM)
        return self._wait()

    def end(self) -> None:
        """Whatever state it is in, it is gone afterwards, and does not come back."""
        with self._guard:
            self._has_ended = True
        if self._process is not None and self._runs:
            self.resume()
            self._process.terminate()
            try:
                self._wait()
            except subprocess.TimeoutExpired:
                self.kill()

    def door(self) -> HostDoor:
        """The host's door at this very process."""
        return HostDoor(f"{self.address}/host?token={TOKEN}")

    def _is_ready(self) -> bool:
        try:
            with urlopen(f"{self.address}/readyz", timeout=2) as answer:
                ready: bool = answer.status == 200
                return ready
        except (URLError, OSError):
            return False
