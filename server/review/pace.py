"""Going through a long log without holding up everybody else."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Rest = Callable[[], None]
"""Lets others have their turn."""

REST_EVERY = 1000
"""After looking at so many events."""

Item = TypeVar("Item")


def at_once() -> None:
    """No rest: nobody waits meanwhile, as in a command of its own."""


def paced(items: Iterable[Item], rest: Rest, every: int = REST_EVERY) -> Iterator[Item]:
    """The same items, with a rest after every so many."""
    for number, item in enumerate(items, start=1):
        yield item
        if number % every == 0:
            rest()
