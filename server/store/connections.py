"""Builds the Redis clients, and says what their errors mean to the rooms. Redis 6.2 or newer, or Valkey, by URL.

No client here retries by itself. A write whose reply was lost may have been done: whoever asked reads the log again
and decides again, and the ids of the commands make a repeat harmless. (A blind repeat of an append could double
nothing either, since it compares the version first, but it would report "stale" for a success.)
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, cast

from redis import BlockingConnectionPool, ConnectionPool, Redis, RedisCluster
from redis import exceptions as redis_errors
from redis.backoff import NoBackoff
from redis.cluster import ClusterNode
from redis.retry import Retry

from server.rooms.ports import StoreFull, StoreUnavailable
from server.store.addresses import Kind, StoreAddress, read_address
from server.store.sentinels import pool_to_primary

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
    redis_errors.MovedError,  # a slot that moves faster than the map of slots is read
    redis_errors.SlotNotCoveredError,
    redis_errors.RedisClusterException,  # no node of the cluster answers
)
_AWAY_SIGNS = ("BUSY ", "UNKILLABLE ", "NOREPLICAS ", "-READONLY ", "-LOADING ")
_FULL_SIGNS = ("OOM command not allowed", "MISCONF ")
"""Told by the text, since Redis 6.2 wraps an error inside a script in one of its own. MISCONF: the disk is full."""


def open_client(address: str, most_connections: int = MOST_CONNECTIONS) -> Redis:
    """A client for commands, safe to share between threads; it connects when it is first used, to a cluster at once.

    `address` is of one of the kinds of addresses.py. When all connections are busy a caller waits: the default pool
    raises at once and so loses answers in a burst. Raises ValueError for another address, StoreUnavailable for a
    cluster that is away.
    """
    store = read_address(address)
    options = _options(store, REPLY_SECONDS)
    if store.kind is Kind.CLUSTER:
        return _open_cluster(store, options, most_connections)
    if store.kind is Kind.SENTINEL:
        return Redis(
            connection_pool=pool_to_primary(
                store, options, BlockingConnectionPool, max_connections=most_connections, timeout=REPLY_SECONDS
            )
        )
    pool = BlockingConnectionPool(max_connections=most_connections, timeout=REPLY_SECONDS, **options)  # type: ignore[no-untyped-call]
    return Redis(connection_pool=pool)


def open_tail_client(address: str) -> Redis:
    """A client of one connection that may block for TAIL_BLOCK_MILLIS; connects at once. For one thread only.

    Not for a cluster. Raises StoreUnavailable.
    """
    store = read_address(address)
    options = _options(store, TAIL_REPLY_SECONDS)
    if store.kind is Kind.SENTINEL:
        pool = pool_to_primary(store, options, ConnectionPool, max_connections=1)
    else:
        pool = ConnectionPool(max_connections=1, **options)
    with store_errors():
        return Redis(connection_pool=pool, single_connection_client=True)


def as_cluster(client: Redis) -> RedisCluster | None:
    """The client as what it is when the store is a cluster: see _open_cluster."""
    anything: object = client
    return anything if isinstance(anything, RedisCluster) else None


def facts_of_each(client: Redis, section: str) -> list[dict[str, Any]]:
    """INFO of the server, or of each primary of a cluster. Raises what redis-py raises."""
    cluster = as_cluster(client)
    if cluster is not None:
        primaries: Any = cluster.get_primaries()  # type: ignore[no-untyped-call]
        return [cast("Any", cluster.info(section, target_nodes=node)) for node in primaries]
    facts: Any = client.info(section)
    return [facts]


def _open_cluster(store: StoreAddress, options: dict[str, Any], most_connections: int) -> Redis:
    """It takes the same commands as a Redis, as long as the keys of one lie in one slot: see keys.py."""
    of_each = {name: value for name, value in options.items() if name not in {"host", "port", "db", "retry"}}
    with store_errors():
        cluster = RedisCluster(
            url=f"redis://{_first(store)}",  # given so, it builds its pools of the class below
            startup_nodes=[ClusterNode(host, port) for host, port in store.hosts],  # type: ignore[no-untyped-call]
            connection_pool_class=partial(BlockingConnectionPool, timeout=REPLY_SECONDS),
            max_connections=most_connections,
            retry=Retry(NoBackoff(), 0),
            require_full_coverage=False,  # rooms on the shards that are there go on
            **of_each,
        )
    return cast("Redis", cluster)


def _first(store: StoreAddress) -> str:
    host, port = store.hosts[0]
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def _options(store: StoreAddress, reply_seconds: float) -> dict[str, Any]:
    """What the address says, with our own limits above it: they belong together."""
    return {
        **store.options,
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
