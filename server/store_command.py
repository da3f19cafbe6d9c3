"""What every command has in common that works with the store, beside a running server or without one."""

import sys
from collections.abc import Callable
from typing import TextIO

from redis import Redis

from server.engine.threading_engine import Threads
from server.rooms.ports import StoreFull, StoreUnavailable
from server.settings import Settings, SettingsError, settings_from_environment
from server.store.data_folder import StoreStartError
from server.store.suitability import UnsuitableStore
from server.store.visiting import visited_store


def at_the_store(
    do: Callable[[Redis, Settings], str], out: TextIO, refusals: tuple[type[Exception], ...], otherwise: str
) -> int:
    """Does one thing and writes what it says; returns the exit status, 1 with one line for what could not be done.

    `refusals`: errors whose text is for a person; `otherwise` names what an OSError is about that names no file.
    """
    told: tuple[type[Exception], ...] = (*refusals, SettingsError, StoreStartError, UnsuitableStore)
    try:
        settings = settings_from_environment()
        with visited_store(settings.redis_url, settings.data_dir, Threads()) as client:
            out.write(do(client, settings) + "\n")
    except told as error:
        return _refuse(str(error))
    except (StoreUnavailable, StoreFull) as error:
        return _refuse(f"The store does not answer: {error}")
    except OSError as error:
        return _refuse(f"{error.filename or otherwise}: {error.strerror or error}")
    return 0


def _refuse(line: str) -> int:
    sys.stderr.write(f"trede: {line}\n")
    return 1
