"""Connections to whatever server the Sentinels say is the primary now. Asked again at each new connection."""

from typing import Any

from redis import ConnectionPool
from redis.sentinel import (
    Sentinel,
    SentinelConnectionPoolProxy,
    SentinelManagedConnection,
    SentinelManagedSSLConnection,
)

from server.store.addresses import StoreAddress

_NOT_FOR_EACH = ("host", "port", "connection_class")


def pool_to_primary(
    address: StoreAddress, options: dict[str, Any], pool_class: type[ConnectionPool], **pool_options: Any
) -> ConnectionPool:
    """A pool of that class. redis-py's own pool of this kind raises when it is empty, and so would lose answers."""
    limits = {name: options[name] for name in ("socket_timeout", "socket_connect_timeout", "retry", "protocol")}
    tls = {name: value for name, value in options.items() if name.startswith("ssl_")}
    asking = {**limits, **tls, **address.sentinel_options, **({"ssl": True} if address.is_tls else {})}
    sentinels = Sentinel(address.hosts, sentinel_kwargs=asking)  # type: ignore[no-untyped-call]
    of_each = {name: value for name, value in options.items() if name not in _NOT_FOR_EACH}
    kind = SentinelManagedSSLConnection if address.is_tls else SentinelManagedConnection
    pool = pool_class(connection_class=kind, **pool_options, **of_each)
    # The proxy closes what is idle when the primary is another; what is busy then fails by itself.
    pool.proxy = SentinelConnectionPoolProxy(pool, True, False, address.service, sentinels)  # type: ignore[attr-defined, no-untyped-call]
    pool.connection_kwargs["connection_pool"] = pool.proxy  # type: ignore[attr-defined]
    return pool
