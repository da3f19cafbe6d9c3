"""The folder of the private store: who may use it, which program wrote it, and where its socket is."""

import fcntl
import json
import os
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path

LONGEST_SOCKET_PATH = 100
"""Bytes. A unix socket's path ends at 108 on Linux and 104 on macOS."""


class StoreStartError(Exception):
    """Why the private store cannot be started: one line for whoever started the server."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Which program last wrote the folder, and on which socket it listens if it is still running."""

    family: str
    version: str
    socket: Path


class DataFolder:
    """The files beside the data. Two locks of the kernel, gone by themselves when their holder is killed:

    `server.lock` is held by the server while it lives, `store.lock` by the store's own process, which inherits it.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder.resolve()
        self._server_lock: int | None = None

    @property
    def log_path(self) -> Path:
        """What the store's program has to say."""
        return self.path / "store.log"

    def claim(self) -> None:
        """Takes the folder for this server. Raises StoreStartError when another lives on it or it cannot be used."""
        try:
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock = os.open(self.path / "server.lock", os.O_RDWR | os.O_CREAT, 0o600)
            is_free = _lock(lock)
        except OSError as error:
            raise StoreStartError(f"The data folder {self.path} cannot be used: {error.strerror}.") from error
        if not is_free:
            holder = os.pread(lock, 32, 0).decode(errors="replace").strip() or "unknown"
            os.close(lock)
            raise StoreStartError(
                f"Another Trede server (process {holder}) is using the data folder {self.path}: "
                "stop it, or give this one a folder of its own with DATA_DIR."
            )
        os.ftruncate(lock, 0)
        os.pwrite(lock, f"{os.getpid()}\n".encode(), 0)
        self._server_lock = lock

    def release(self) -> None:
        """Gives the folder up."""
        if self._server_lock is not None:
            os.close(self._server_lock)
            self._server_lock = None

    def take_store_lock(self) -> int | None:
        """The lock that a new store process is to inherit, as a file descriptor; None while one is running."""
        lock = os.open(self.path / "store.lock", os.O_RDWR | os.O_CREAT, 0o600)
        if _lock(lock):
            return lock
        os.close(lock)
        return None

    def has_running_store(self) -> bool:
        """Whether a store process, ours or an orphan, lives on this folder."""
        lock = self.take_store_lock()
        if lock is None:
            return True
        os.close(lock)
        return False

    def writer(self) -> Writer | None:
        """Who wrote the folder; None for a new one. Raises StoreStartError when the note is not readable."""
        path = self.path / "store.json"
        try:
            note = json.loads(path.read_text(encoding="utf-8"))
            return Writer(note["family"], note["version"], Path(note["socket"]))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise StoreStartError(
                f"{path} says which program wrote this data folder, but it cannot be read: {error!r}. "
                "If you know that the same program is used, delete that file."
            ) from error

    def note_writer(self, writer: Writer) -> None:
        """Remembers who writes the folder from now on; whole or not at all."""
        note = {"family": writer.family, "version": writer.version, "socket": str(writer.socket)}
        draft = self.path / "store.json.new"
        draft.write_text(json.dumps(note) + "\n", encoding="utf-8")
        draft.replace(self.path / "store.json")

    def socket_path(self, last: Path | None) -> Path:
        """Where to listen: in the folder, or in a private folder of the system's where that path is too long.

        `last` is where the last process listened; a private folder that is still there is used again.
        """
        path = self.path / "store.sock"
        if len(os.fsencode(path)) <= LONGEST_SOCKET_PATH:
            return path
        if last is not None and _is_private(last.parent):
            return last
        return Path(tempfile.mkdtemp(prefix="trede-")) / "store.sock"

    def remove_private_socket_folder(self, socket: Path) -> None:
        """Cleans up after `socket_path` when the store has stopped."""
        if socket.parent != self.path and _is_private(socket.parent):
            socket.unlink(missing_ok=True)
            socket.parent.rmdir()

    def last_log_lines(self, count: int = 3) -> str:
        """The end of the store's own log, for an error message."""
        try:
            lines = self.log_path.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            return ""
        return " / ".join(line.strip() for line in lines[-count:])


def _lock(file: int) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _is_private(folder: Path) -> bool:
    try:
        found = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and stat.S_IMODE(found.st_mode) == 0o700
