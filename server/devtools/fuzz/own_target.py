"""A server of the fuzzer's own, on a folder of its own, with all that it logs kept to be read."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import URLError
from urllib.request import urlopen

from server.devtools.bench.machine import memory_bytes, stop
from server.devtools.bench.own_server import free_port
from server.devtools.watch_lines import is_told_by_the_watch

PROJECT = Path(__file__).resolve().parents[3]
TOKEN = "a-token-for-the-fuzzer"
START_SECONDS = 60.0

PROXY_ADVICE = "and TREDE_PROXIES is 0"


class TargetDown(Exception):
    """The server did not start, or has ended."""


class Target:
    """A running server."""

    def __init__(self, port: int, process: subprocess.Popen[str], log_file: Path) -> None:
        self.port = port
        self._process = process
        self._log_file = log_file

    @property
    def host_link(self) -> str:
        """The lecturer's link."""
        return f"http://127.0.0.1:{self.port}/host?token={TOKEN}"

    @property
    def complaints(self) -> list[str]:
        """The lines that it has logged, but for what its watch tells of a day on which much is refused.

        Nor does it count that requests say to come through a proxy: the fuzzer's do.
        """
        lines = self._log_file.read_text(encoding="utf-8", errors="replace").splitlines()
        return [line for line in lines if line.strip() and not is_told_by_the_watch(line) and PROXY_ADVICE not in line]

    def memory_megabytes(self) -> float:
        """What it keeps in memory, the store's apart."""
        return round(memory_bytes(self._process.pid) / 1e6, 1)

    def is_well(self) -> bool:
        """Whether it lives and answers within two seconds."""
        if self._process.poll() is not None:
            return False
        try:
            with urlopen(f"http://127.0.0.1:{self.port}/readyz", timeout=2) as answer:
                return bool(answer.status == 200)
        except (URLError, OSError):
            return False


@contextmanager
def own_target(engine: str) -> Iterator[Target]:
    """A server that runs until the block ends. Raises TargetDown."""
    with TemporaryDirectory(prefix="trede-fuzz-") as folder:
        port, log_file = free_port(), Path(folder) / "log.txt"
        settings = {"DATA_DIR": f"{folder}/data", "HOST": "127.0.0.1", "PORT": str(port), "TREDE_ENGINE": engine}
        with log_file.open("w", encoding="utf-8") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "server.cli", "serve", "--no-browser"],
                cwd=PROJECT,
                env={**os.environ, **settings, "TREDE_HOST_TOKEN": TOKEN},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=log,
                text=True,
            )
        try:
            target, give_up_at = Target(port, process, log_file), time.monotonic() + START_SECONDS
            while not target.is_well():
                if process.poll() is not None or time.monotonic() > give_up_at:
                    raise TargetDown(f"the server did not start: {target.complaints[-4:]}")
                time.sleep(0.1)
            yield target
        finally:
            stop(process)
