"""The bench's own Trede server: on one core, on a data folder of its own, started, killed and started again."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import URLError
from urllib.request import urlopen

from server.devtools.bench.hall import HallStuck
from server.devtools.bench.machine import SERVER_CORE, cpu_seconds, memory_bytes, pin, stop
from server.devtools.bots.door import HostDoor

PROJECT = Path(__file__).resolve().parents[3]
TOKEN = "a-token-for-the-bench"
START_SECONDS = 30.0
LOOK_SECONDS = 0.01


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class OwnServer:
    """A server of the bench. `environment` adds to its settings."""

    def __init__(self, folder: Path, environment: Mapping[str, str] | None = None) -> None:
        self._folder = folder
        self._environment = dict(environment or {})
        self._process: subprocess.Popen[str] | None = None
        self.port = free_port()

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def pid(self) -> int:
        """Its process."""
        assert self._process is not None
        return self._process.pid

    def start(self) -> float:
        """Starts it; returns the seconds until a class can play. Raises HallStuck."""
        began = time.perf_counter()
        self.launch()
        while not self._is_ready():
            if not self._runs or time.perf_counter() - began > START_SECONDS:
                raise HallStuck("the server did not start")
            time.sleep(LOOK_SECONDS)
        return time.perf_counter() - began

    def launch(self) -> None:
        """Starts it and does not wait."""
        settings = {"DATA_DIR": str(self._folder), "HOST": "127.0.0.1", "PORT": str(self.port)}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "server.cli", "serve", "--no-browser"],
            cwd=PROJECT,
            env={**os.environ, **settings, "TREDE_HOST_TOKEN": TOKEN, **self._environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=sys.stderr,
            text=True,
        )
        pin(self._process, SERVER_CORE)

    def takes_connections(self) -> bool:
        """Whether a phone that knocks is not turned away, be it that it has to wait. Raises HallStuck."""
        if not self._runs:
            raise HallStuck("the server did not start")
        try:
            socket.create_connection(("127.0.0.1", self.port), timeout=START_SECONDS).close()
        except ConnectionRefusedError:
            return False
        return True

    def door(self) -> HostDoor:
        """The host's door."""
        return HostDoor(f"{self.address}/host?token={TOKEN}")

    def kill(self) -> None:
        """kill -9."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    def stop(self) -> None:
        """Tells it to stop, if it runs."""
        if self._process is not None:
            stop(self._process)

    @property
    def store_address(self) -> str:
        """The private store of this server, for a second process beside it."""
        note = json.loads((self._folder / "store.json").read_text("utf-8"))
        return f"unix://{note['socket']}"

    def cpu_seconds(self) -> float:
        """What its process has used of the processor, the store's apart."""
        return cpu_seconds(self.pid)

    def memory_bytes(self) -> int:
        """What its process keeps in memory, the store's apart."""
        return memory_bytes(self.pid)

    @property
    def _runs(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def _is_ready(self) -> bool:
        try:
            with urlopen(f"{self.address}/readyz", timeout=1) as answer:
                ready: bool = answer.status == 200
                return ready
        except (URLError, OSError):
            return False


@contextmanager
def own_server(environment: Mapping[str, str] | None = None) -> Iterator[OwnServer]:
    """A server that runs, on a new folder."""
    with TemporaryDirectory(prefix="trede-bench-") as folder:
        server = OwnServer(Path(folder), environment)
        try:
            server.start()
            yield server
        finally:
            server.stop()
