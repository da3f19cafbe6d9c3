"""The real server as a process of its own, on a real Valkey, with its data in a folder of the test's."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from server.devtools.watch_lines import is_told_by_the_watch
from tests.support.plain_threads import eventually

TOKEN = "a-token-for-the-tests"
PROJECT = Path(__file__).resolve().parents[2]
START_SECONDS = 20.0
STOP_SECONDS = 10.0
REPLY_SECONDS = 10.0


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass(frozen=True)
class Reply:
    """What HTTP answered."""

    status: int
    pairs: Sequence[tuple[str, str]]
    body: bytes

    @property
    def headers(self) -> dict[str, str]:
        """The headers by name; of one that comes more than once the last."""
        return dict(self.pairs)

    @property
    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


@dataclass
class ServerUnderTest:
    """A server on a folder and a port; started, stopped and killed by the test."""

    folder: Path
    engine: str
    port: int = field(default_factory=free_port)
    environment: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def said(self) -> str:
        """All that it has printed."""
        return (self.folder / "out.txt").read_text(encoding="utf-8")

    @property
    def logged(self) -> str:
        """All that it has logged."""
        return (self.folder / "err.txt").read_text(encoding="utf-8")

    @property
    def complained(self) -> str:
        """What it has logged, but for what the watch tells of a day that goes well, or slowly."""
        return "".join(line for line in self.logged.splitlines(keepends=True) if not is_told_by_the_watch(line))

    def start(self, *options: str) -> None:
        """Starts it and waits until a class can play."""
        self.launch(*options)
        eventually(self.is_ready, START_SECONDS, "the server is ready")

    def launch(self, *options: str) -> None:
        """Starts it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "out.txt").open("ab") as out, (self.folder / "err.txt").open("ab") as err:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "server.cli", "serve", *options],
                cwd=PROJECT,
                env=self.environment_of_process(),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                start_new_session=True,
            )

    def is_ready(self) -> bool:
        """Whether it answers and its store does."""
        assert self.process is not None
        assert self.process.poll() is None, f"the server has ended: {self.complained}"
        try:
            return self.get("/readyz").status == 200
        except OSError:
            return False

    def kill(self) -> None:
        """kill -9: no farewell of any kind."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Tells it to stop; returns its exit status."""
        assert self.process is not None
        self.process.send_signal(how)
        return self.process.wait(STOP_SECONDS)

    def ctrl_c(self) -> int:
        """What a terminal does: it interrupts the server and all its children at once. Returns the exit status."""
        assert self.process is not None
        os.killpg(self.process.pid, signal.SIGINT)
        return self.process.wait(STOP_SECONDS)

    def get(self, path: str, **headers: str) -> Reply:
        """A GET."""
        return self.request("GET", path, None, headers)

    def post(self, path: str, body: object, **headers: str) -> Reply:
        """A POST of JSON."""
        return self.request("POST", path, json.dumps(body).encode(), {"Content-Type": "application/json", **headers})

    def request(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Reply:
        """Any request. Underscores in the names of headers stand for dashes."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=REPLY_SECONDS)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, body, named)
            answer = connection.getresponse()
            pairs = [(name.lower(), value) for name, value in answer.getheaders()]
            return Reply(answer.status, pairs, answer.read())
        except TimeoutError as error:
            if self.process is not None and self.process.poll() is None:
                error.add_note(f"The server stands at:\n{self.threads()}")
            raise
        finally:
            connection.close()

    def threads(self) -> str:
        """Where each of its threads stands, as it tells on request.

        It is asked until it names a line: between two green threads it stands in none.
        """
        before = len(self.logged)
        eventually(lambda: self._asked_where_it_stands(before), STOP_SECONDS, "the server has said where")
        return self.logged[before:]

    def _asked_where_it_stands(self, before: int) -> bool:
        assert self.process is not None
        told = len(self.logged)
        self.process.send_signal(signal.SIGUSR1)
        eventually(lambda: self.logged[told:].count("\n") > 1, STOP_SECONDS, "the server has said something")
        return 'File "' in self.logged[before:]

    def environment_of_process(self) -> dict[str, str]:
        """What it, and a command beside it, is started with."""
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("TREDE_")}
        for name in ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY"):
            inherited.pop(name, None)
        return {
            **inherited,
            "PORT": str(self.port),
            "HOST": "127.0.0.1",
            "DATA_DIR": str(self.folder / "data"),
            "TREDE_ENGINE": self.engine,
            "TREDE_HOST_TOKEN": TOKEN,
            **self.environment,
        }
