"""A private, real Valkey (or Redis) for a server that was given none: started, watched, adopted and stopped here.

It listens on a unix socket that only this user can open, and appends every write to a file in the data folder, synced
each second. Time is counted in rests, since this file may not read a clock.
"""

import contextlib
import logging
import os
import signal
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from redis import exceptions as redis_errors

from server.rooms.ports import Concurrency
from server.store.connections import REPLY_SECONDS, open_client
from server.store.data_folder import DataFolder, StoreStartError, Writer
from server.store.programs import StoreProgram, find_programs

POLL_SECONDS = 0.01
WATCH_SECONDS = 0.1
"""How soon a store that has died is noticed."""
START_SECONDS = 60.0
"""How long a store may take to read its file back."""
ADOPT_SECONDS = 10.0
STOP_SECONDS = 3.0
RETRY_SECONDS = 1.0

_log = logging.getLogger(__name__)


class EmbeddedStore:
    """The private store of one server. `programs` are those of the machine, the first choice first."""

    def __init__(
        self,
        folder: Path,
        concurrency: Concurrency,
        programs: Callable[[], Sequence[StoreProgram]] = find_programs,
    ) -> None:
        self._folder = DataFolder(folder)
        self._concurrency = concurrency
        self._programs = programs
        self._guard = concurrency.lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._process_id: int | None = None
        self._writer: Writer | None = None
        self._program: StoreProgram | None = None
        self._must_stop = False

    @property
    def address(self) -> str:
        """The unix:// address of the running store; the same through restarts."""
        assert self._writer is not None, "start() first"
        return "unix://" + quote(str(self._writer.socket))

    @property
    def process_id(self) -> int:
        """The running store's process."""
        assert self._process_id is not None, "start() first"
        return self._process_id

    def start(self) -> str:
        """Starts the store, or adopts the one that a killed server left behind. Returns its address.

        Raises StoreStartError, with one line for whoever started the server.
        """
        self._folder.claim()
        try:
            last = self._folder.writer()
            if self._folder.has_running_store():
                self._adopt(last)
            else:
                self._program = self._choose_program(last)
                socket = self._folder.socket_path(last.socket if last else None)
                self._writer = Writer(self._program.family, self._program.version, socket)
                self._folder.note_writer(self._writer)
                self._launch()
        except BaseException:
            self._end_child()
            self._writer = None
            self._folder.release()
            raise
        _log.info("The store is %s", self.describe())
        return self.address

    def watch(self) -> None:
        """Starts it again whenever it dies, from now until stop(). Runs beside the caller."""
        self._concurrency.spawn(self._watch)

    def stop(self) -> None:
        """Ends the store, its file complete and synced, and gives the folder up. Harmless when it is not running."""
        with self._guard:
            self._must_stop = True
        if self._writer is not None:
            with (
                contextlib.suppress(redis_errors.RedisError),
                contextlib.closing(open_client(self.address, 1)) as client,
            ):
                # Nothing to save: every write is in the append-only file, which is flushed and synced on the way out.
                client.shutdown(nosave=True)
            for request in (signal.SIGTERM, signal.SIGKILL):
                if self._has_ended(STOP_SECONDS):
                    break
                _log.warning("The store does not end by itself: %s", request.name)
                with contextlib.suppress(ProcessLookupError):
                    os.kill(self.process_id, request)
            self._has_ended(STOP_SECONDS)
            self._folder.remove_private_socket_folder(self._writer.socket)
            self._writer = None
        self._folder.release()

    def describe(self) -> str:
        """What is running, for the lines that the server prints at its start."""
        assert self._writer is not None, "start() first"
        if self._program is None:
            origin = "adopted"
        else:
            origin = "bundled" if self._program.is_bundled else str(self._program.path)
        return f"{self._writer.family} {self._writer.version} ({origin}), append-only in {self._folder.path}"

    def _choose_program(self, last: Writer | None) -> StoreProgram:
        found = self._programs()
        if not found:
            raise StoreStartError(
                "There is no Valkey or Redis 6.2+ on this machine: install one (on Debian and Ubuntu: "
                "sudo apt-get install redis-server), or name a running one in TREDE_REDIS_URL."
            )
        for program in found:
            if last is None or program.can_read(last.family, last.version):
                return program
        assert last is not None
        raise StoreStartError(
            f"The data folder {self._folder.path} was written by {last.family} {last.version}, and "
            f"{', '.join(program.name for program in found)} may not be able to read it: install {last.family} "
            f"{last.version} or newer, or give Trede another folder with DATA_DIR."
        )

    def _launch(self) -> None:
        """Starts the program and waits until it answers. The caller knows that none is running."""
        assert self._program is not None
        assert self._writer is not None
        with self._guard:
            if self._must_stop:
                return
            lock = self._folder.take_store_lock()
            if lock is None:
                raise StoreStartError(f"A store is already running on {self._folder.path}.")
            try:
                self._child = subprocess.Popen(
                    self._command_line(self._program.path, self._writer.socket),
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    pass_fds=(lock,),
                    umask=0o077,  # names and answers are this user's business
                    start_new_session=True,  # Ctrl-C in the terminal is for the server, which then stops the store
                )
            except OSError as error:
                raise StoreStartError(f"{self._program.path} cannot be started: {error.strerror}.") from error
            finally:
                os.close(lock)
            self._process_id = self._child.pid
        if not self._answers_within(START_SECONDS) and not self._is_stopping():
            self._end_child()
            raise StoreStartError(f"{self._program.name} does not start: {self._folder.last_log_lines()}")

    def _end_child(self) -> None:
        """Ends a store of ours that has not come up: it has acknowledged nothing."""
        if self._child is not None:
            self._child.kill()
            self._has_ended(STOP_SECONDS)

    def _command_line(self, program: Path, socket: Path) -> list[str]:
        options = {
            "port": "0",
            "unixsocket": str(socket),
            "unixsocketperm": "700",
            "dir": str(self._folder.path),
            "logfile": str(self._folder.log_path),
            "appendonly": "yes",
            "appendfsync": "everysec",
            "save": "",
            "maxmemory-policy": "noeviction",
            "daemonize": "no",
        }
        return [str(program), *(part for name, value in options.items() for part in (f"--{name}", value))]

    def _adopt(self, last: Writer | None) -> None:
        """Goes on with the store that a killed server left running."""
        self._writer = last
        if last is None or not self._answers_within(ADOPT_SECONDS):
            raise StoreStartError(
                f"A store is still running on the data folder {self._folder.path} but does not answer: "
                "end that valkey-server or redis-server, then start again."
            )
        with contextlib.closing(open_client(self.address, 1)) as client:
            folder: Any = client.config_get("dir")["dir"]
            if Path(folder) != self._folder.path:
                raise StoreStartError(f"The store at {last.socket} writes to {folder}, not to {self._folder.path}.")
            self._process_id = int(client.info("server")["process_id"])
        _log.info("Adopted the store of a server that was killed (process %d)", self._process_id)

    def _watch(self) -> None:
        while not self._is_stopping():
            self._concurrency.sleep(WATCH_SECONDS)
            try:
                if not self._is_stopping() and not self._folder.has_running_store():
                    self._start_again()
            except (StoreStartError, OSError) as error:
                _log.error("%s Trying again in %s s.", error, RETRY_SECONDS)
                self._concurrency.sleep(RETRY_SECONDS)

    def _start_again(self) -> None:
        if not self._has_ended(STOP_SECONDS):
            raise StoreStartError(f"The store runs on, but without its lock: was {self._folder.path} cleaned up?")
        _log.warning("The store has died; starting it again: %s", self._folder.last_log_lines())
        if self._program is None:  # adopted, so it has not been looked for yet
            self._program = self._choose_program(self._writer)
        self._launch()

    def _is_stopping(self) -> bool:
        return self._must_stop

    def _answers_within(self, seconds: float) -> bool:
        """Polls until the store answers; False when it has ended, or after about that many seconds."""
        with contextlib.closing(open_client(self.address, 1)) as client:
            while seconds > 0:
                try:
                    client.ping()
                    return True
                except redis_errors.TimeoutError:
                    seconds -= REPLY_SECONDS
                except redis_errors.ResponseError:  # it is there and cannot write its file: even PING is told so
                    return True
                except redis_errors.RedisError:  # not there yet, or still loading
                    seconds -= POLL_SECONDS
                if not self._folder.has_running_store():
                    return False
                self._concurrency.sleep(POLL_SECONDS)
        return False

    def _has_ended(self, seconds: float) -> bool:
        """Polls until no store is left on the folder; False after that many seconds of rests."""
        for _ in range(int(seconds / POLL_SECONDS)):
            # A process lets go of its lock a moment before its exit status can be taken.
            if not self._folder.has_running_store() and (self._child is None or self._child.poll() is not None):
                return True
            self._concurrency.sleep(POLL_SECONDS)
        return False
