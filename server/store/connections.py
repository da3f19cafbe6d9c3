"""Builds the Redis clients, and says what their errors mean to the rooms. Redis 6.2 or newer, or Valkey, by URL.

No client here retries by itself. A write whose reply was lost may have been done: whoever asked reads the log again
and decides again, and the ids of the commands make a repeat harmless. (A blind repeat of an append could double
nothing either, since it compares the version first, but it would report "stale" for a success.)
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from redis import BlockingConnectionPool, ConnectionPool, Redis
from redis import exceptions as redis_errors
from redis.backoff import NoBackoff
from redis.connection import parse_url
from redis.retry import Retry

from server.rooms.ports import StoreFull, StoreUnavailable

MOST_CONNECTIONS = 32
REPLY_SECONDS = 2.5
"""How long a command waits for its reply, and a caller for a free connection, before the store counts as away."""
CONNECT_SECONDS = 1.0
TAIL_BLOCK_MILLIS = 2000
"""How long one read of the tail waits for news."""
TAIL_REPLY_SECONDS = TAIL_BLOCK_MILLIS / 1000 + REPLY_SECONDS
"""Above the time that the read may block, else a quiet room would look like a lost connection."""

_AWAY = (
    redis_errors.ConnectionError,  # also: refused, loading, wrong password, no connection free in time
    redis_errors.TimeoutError,
    redis_errors.ReadOnlyError,  # a primary that has just become a replica
    redis_errors.ClusterDownError,
    redis_errors.TryAgainError,
)
_AWAY_SIGNS = ("BUSY ", "UNKILLABLE ", "NOREPLICAS ", "-READONLY ", "-LOADING ")
_FULL_SIGNS = ("OOM command not allowed", "MISCONF ")
"""Told by the text, since Redis 6.2 wraps an error inside a script in one of its own. MISCONF: the disk is full."""


def open_client(address: str, most_connections: int = MOST_CONNECTIONS) -> Redis:
    """A client for commands, safe to share between threads; it connects when it is first used.

    `address` is redis://, rediss:// or unix://. When all connections are busy a caller waits: the default pool raises
    at once and so loses answers in a burst. Raises ValueError for an address of another kind.
    """
    options = _options(address, REPLY_SECONDS)
    pool = BlockingConnectionPool(max_connections=most_connections, timeout=REPLY_SECONDS, **options)  # type: ignore[no-untyped-call]
    return Redis(connection_pool=pool)


def open_tail_client(address: str) -> Redis:
    """A client of one connection that may block for TAIL_BLOCK_MILLIS; connects at once. For one thread only.

    Raises StoreUnavailable.
    """
    pool = ConnectionPool(max_connections=1, **_options(address, TAIL_REPLY_SECONDS))
    with store_errors():
        return Redis(connection_pool=pool, single_connection_client=True)


def _options(address: str, reply_seconds: float) -> dict[str, Any]:
    """What the address says, with our own limits above it: they belong together."""
    return {
        **parse_url(address),  # type: ignore[no-untyped-call]
        "socket_timeout": reply_seconds,
        "socket_connect_timeout": CONNECT_SECONDS,
        "retry": Retry(NoBackoff(), 0),
        "protocol": 2,
        "client_name": "trede",
    }


@contextmanager
def store_errors() -> Iterator[None]:
    """Turns what redis-py raises into StoreUnavailable or StoreFull; what is neither is a bug and passes through."""
    try:
        yield
    except _AWAY as error:
        raise StoreUnavailable(str(error)) from error
    except redis_errors.ResponseError as error:
        text = str(error)
        if isinstance(error, redis_errors.OutOfMemoryError) or any(sign in text for sign in _FULL_SIGNS):
            raise StoreFull(text) from error
        if any(sign in text for sign in _AWAY_SIGNS):
            raise StoreUnavailable(text) from error
        raise


def without_password(address: str) -> str:
    """The address as it may be shown and logged."""
    parts = urlsplit(address)
    if parts.password is None:
        return address
    return parts._replace(netloc=f"***@{parts.netloc.rpartition('@')[2]}").geturl()
