"""A module that is loaded when something of it is first asked for, or a little after the server stands.

A server that comes back in the middle of a round loads what phones need; reports and workbooks can wait until the
class has returned.
"""

import importlib
from collections.abc import Callable, Iterator, Sequence
from pkgutil import iter_modules
from typing import Any

from server.rooms.ports import Concurrency

AFTER_SECONDS = 20.0
"""So long a class has to come back in peace."""
REST_SECONDS = 0.2
"""Between two modules: each takes as long to load as some answers."""


class LoadedLater:
    """Stands where the module would; `before` are packages whose modules it needs."""

    def __init__(self, module: str, before: Sequence[str] = ()) -> None:
        self._module = module
        self._before = before

    def __getattr__(self, name: str) -> Any:
        return getattr(importlib.import_module(self._module), name)

    def load_in_pieces(self) -> Iterator[None]:
        """Loads a module at each step, so that nobody waits long."""
        for package in self._before:
            for piece in iter_modules(importlib.import_module(package).__path__, f"{package}."):
                importlib.import_module(piece.name)
                yield
        importlib.import_module(self._module)
        yield

    def load_in_peace(self, concurrency: Concurrency) -> Callable[[], None]:
        """Loads it beside everything else, once a class had time to come back; returns what stops that."""
        stop = concurrency.signal()

        def work() -> None:
            pieces = self.load_in_pieces()
            rest = AFTER_SECONDS
            while not stop.wait(rest) and next(pieces, True) is None:
                rest = REST_SECONDS

        concurrency.spawn(work)
        return stop.set
