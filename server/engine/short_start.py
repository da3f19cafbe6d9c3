"""What makes a start shorter, to be called before anything else of the server is imported.

A start makes some three hundred dataclasses, and Python writes and compiles five or six functions for each: a fifth of
all processor time until the server listens, for functions of which most are never called. Here those that a start does
not need (how a value is shown, compared, hashed, and refuses to be changed) are compiled when they are first called, by
the library's own code, and then stand where it would have put them.

Leans on a private name of dataclasses, as it is in Python 3.11 and 3.12; where that is another, nothing is changed:
3.13 compiles all functions of a class at once. tests/engine/test_short_start.py holds it.
"""

import contextlib
import dataclasses
import inspect
import sys
from collections.abc import Callable, Iterator
from typing import Any

LATE = frozenset({"__repr__", "__eq__", "__hash__", "__setattr__", "__delattr__"})
"""Not __init__: its signature is looked at, and it is called soon."""
KNOWN_PARAMETERS = ["name", "args", "body", "globals", "locals", "return_type"]
UNUSED = ("valkey",)
"""A client that python-socketio loads where it finds one, for a way of working that is not ours; ours is redis."""


def compile_functions_late() -> bool:
    """From now on, for every dataclass; False where dataclasses are made in another way than is known here."""
    stock = getattr(dataclasses, "_create_fn", None)
    if stock is None or list(inspect.signature(stock).parameters) != KNOWN_PARAMETERS:
        return False

    def create(name: str, *given: Any, **more: Any) -> Callable[..., Any]:
        def make() -> Callable[..., Any]:
            made: Callable[..., Any] = stock(name, *given, **more)
            return made

        return _late(name, make) if name in LATE else make()

    create.__signature__ = inspect.signature(stock)  # type: ignore[attr-defined]  # a second call finds what it knows
    dataclasses._create_fn = create  # type: ignore[attr-defined]
    return True


def _late(name: str, make: Callable[[], Callable[..., Any]]) -> Callable[..., Any]:
    """Stands for a function until it is called. Two threads that call it first at once compile it twice, no more."""
    made: Callable[..., Any] | None = None

    def stand_in(self: object, *given: Any) -> Any:
        nonlocal made
        if made is None:
            made = make()
            made.__qualname__ = stand_in.__qualname__
            for kind in type(self).__mro__:
                if kind.__dict__.get(name) is stand_in:
                    setattr(kind, name, made)
        return made(self, *given)

    stand_in.__name__ = name
    return stand_in


@contextlib.contextmanager
def unused_left_out() -> Iterator[None]:
    """Within, modules that a library loads only if they are there, and that nobody uses here, are not there."""
    absent = [name for name in UNUSED if name not in sys.modules]
    sys.modules.update(dict.fromkeys(absent))  # type: ignore[arg-type]  # None: Python's own word for "not to be had"
    try:
        yield
    finally:
        for name in absent:
            sys.modules.pop(name, None)
