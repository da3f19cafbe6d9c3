"""The drill's own store: a real Valkey or Redis on a folder of its own, given to the servers as one from outside.

It listens on a port of this machine behind a password, so that a line of ours can lie in between, and keeps its file as
a private store does. What a supervisor does on a server, the drill does here: it starts the program again.
"""

import contextlib
import resource
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from redis import Redis
from redis import exceptions as redis_errors

from server.devtools.bench.own_server import free_port
from server.devtools.drill.breakable import Breakable, DrillBroken
from server.rules.ids import RoomId
from server.store import keys
from server.store.programs import find_programs

PASSWORD = "a-password-for-the-drill"
START_SECONDS = 30.0
LOOK_SECONDS = 0.01
FILES = "appendonlydir"


class StoreProcess(Breakable):
    """One store. Every method blocks."""

    ends_within_seconds = 10.0

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        super().__init__()
        self.port = self._listens_on = free_port()

    def url(self, port: int | None = None) -> str:
        """Where servers reach it: its own port, or that of a line that leads there."""
        return f"redis://:{PASSWORD}@127.0.0.1:{port or self.port}/0"

    def start(self, aside: bool = False) -> None:
        """Starts it and waits until it has read its file back; `aside` where no server finds it. Raises DrillBroken."""
        with self._guard:
            if self._has_ended:
                return
            self._launch(free_port() if aside else self.port)
        give_up_at = time.monotonic() + START_SECONDS
        while not self._answers():
            if not self._runs or time.monotonic() > give_up_at:
                raise DrillBroken(f"the store did not start: {self.log_tail()}")
            time.sleep(LOOK_SECONDS)

    def _launch(self, port: int) -> None:
        self._listens_on = port
        self._folder.mkdir(parents=True, exist_ok=True)
        found = find_programs()
        if not found:
            raise DrillBroken("there is no Valkey or Redis on this machine")
        options = {
            **{"port": str(self._listens_on), "bind": "127.0.0.1", "requirepass": PASSWORD, "dir": str(self._folder)},
            **{"logfile": str(self._folder / "store.log"), "appendonly": "yes", "appendfsync": "everysec"},
            **{"save": "", "maxmemory-policy": "noeviction", "daemonize": "no"},
        }
        self._process = subprocess.Popen(
            [str(found[0].path), *(part for name, value in options.items() for part in (f"--{name}", value))],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            restore_signals=False,  # Python ignores SIGXFSZ, and so a file that may not grow is an error, not a death
        )

    def ensure(self) -> None:
        """Starts it, should it not run."""
        if not self._runs:
            self.start()

    def end(self) -> None:
        """Whatever state it is in, it is gone afterwards, and does not come back."""
        with self._guard:
            self._has_ended = True
        if self._runs:
            self.kill()

    @contextlib.contextmanager
    def asked(self) -> Iterator[Redis]:
        """A client, past any line of ours."""
        client = Redis(host="127.0.0.1", port=self._listens_on, password=PASSWORD, socket_timeout=5)
        try:
            yield client
        finally:
            client.close()

    def newest_version(self, room: str) -> int:
        """How far a room's log goes in the file. The store must not run: it is started aside for this."""
        self.start(aside=True)
        try:
            return self._newest_version(room)
        finally:
            self.kill()

    def _newest_version(self, room: str) -> int:
        with self.asked() as client:
            last: Any = client.xrevrange(keys.room_log(RoomId(room)).name, count=1)
        return int(last[0][0].split(b"-")[0]) if last else 0

    def may_not_grow(self, by_more_than: int = 0) -> int:
        """From now on its file cannot become longer than so many bytes, as on a full disk. Returns the length."""
        length = self.growing_file().stat().st_size + by_more_than
        self._limit_files(length)
        return length

    def may_grow(self) -> None:
        """There is room on the disk again."""
        self._limit_files(resource.RLIM_INFINITY)

    def growing_file(self) -> Path:
        """The part of the append-only file to which writes are added."""
        return max((self._folder / FILES).glob("*.incr.aof"), key=lambda each: int(each.name.split(".")[-3]))

    def copy_files(self, name: str) -> None:
        """Keeps a copy of the file as it is now, under a name."""
        shutil.rmtree(self._folder / name, ignore_errors=True)
        shutil.copytree(self._folder / FILES, self._folder / name)

    def put_files_back(self, name: str) -> None:
        """An older copy takes the place of the file. The store must not run."""
        shutil.rmtree(self._folder / FILES)
        shutil.copytree(self._folder / name, self._folder / FILES)

    def log_tail(self) -> str:
        """The last that it said."""
        log = self._folder / "store.log"
        return log.read_text(errors="replace")[-400:] if log.exists() else ""

    def _limit_files(self, length: int) -> None:
        assert self._process is not None
        if not hasattr(resource, "prlimit"):
            raise DrillBroken("this system cannot limit the files of another process, so no disk can be filled")
        resource.prlimit(self._process.pid, resource.RLIMIT_FSIZE, (length, resource.RLIM_INFINITY))

    def _answers(self) -> bool:
        try:
            with self.asked() as client:
                return bool(client.ping())
        except redis_errors.RedisError:
            return False
