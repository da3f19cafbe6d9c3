"""A sorted set by age, read from its newest member on in pages, as far as somebody asks."""

from collections.abc import Iterator
from typing import Any

from redis import Redis

from server.store.connections import store_errors
from server.store.keys import Key


def pages_of(client: Redis, key: Key, at_once: int) -> Iterator[list[str]]:
    """The members, the highest first, `at_once` to a page; none for less than one. Raises StoreUnavailable."""
    first = 0
    while at_once > 0:
        with store_errors():
            page: Any = client.zrevrange(key.name, first, first + at_once - 1)
        if page:
            yield [member.decode() for member in page]
        if len(page) < at_once:
            return
        first += at_once
