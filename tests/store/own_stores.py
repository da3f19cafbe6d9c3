"""Stores that a test starts for itself, to stop, kill or abandon; none of them outlives its test.

`TREDE_TEST_STORE=/usr/bin/redis-server` runs the tests on another program of the family.
"""

import contextlib
import os
import signal
from collections.abc import Callable, Sequence
from pathlib import Path

from server.rooms.ports import Concurrency
from server.store.data_folder import DataFolder
from server.store.embedded import EmbeddedStore
from server.store.programs import StoreProgram, examine, find_programs

_stores: list[tuple[Path, EmbeddedStore]] = []
_orphans: list[tuple[Path, int]] = []


def programs() -> list[StoreProgram]:
    """The program that the tests run on."""
    asked = os.environ.get("TREDE_TEST_STORE")
    if asked is None:
        return find_programs()
    program = examine(Path(asked))
    assert program is not None, f"{asked} is no server of the Redis family"
    return [program]


def new_store(
    folder: Path, concurrency: Concurrency, program_list: Callable[[], Sequence[StoreProgram]] = find_programs
) -> EmbeddedStore:
    """A store on the folder, not started yet."""
    store = EmbeddedStore(folder, concurrency, program_list)
    _stores.append((folder, store))
    return store


def note_orphan(folder: Path, process_id: int) -> None:
    """A store whose server is dead."""
    _orphans.append((folder, process_id))


def end_all() -> None:
    """Ends what this test left running."""
    for _, store in _stores:
        store.stop()
    for folder, process_id in _orphans:
        if folder.exists() and DataFolder(folder).has_running_store():
            with contextlib.suppress(ProcessLookupError):
                os.kill(process_id, signal.SIGKILL)
    _stores.clear()
    _orphans.clear()


def file_of_writes(folder: Path) -> Path:
    """Where the store appends: in a folder of its own since Redis 7."""
    return next(folder.glob("appendonlydir/*.incr.aof"), folder / "appendonly.aof")
