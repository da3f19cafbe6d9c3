"""The one clock, as Redis tells it. server/clock.py keeps the offset; nobody else asks."""

from typing import Any

from redis import Redis

from server.rules.ids import ServerMillis
from server.store import keys
from server.store.connections import as_cluster, store_errors


def redis_time(client: Redis) -> ServerMillis:
    """Milliseconds since 1970 by Redis's clock, at some moment during the call. Raises StoreUnavailable."""
    with store_errors():
        told: Any = client.time(**_one_node(client))
        seconds, microseconds = told
    return ServerMillis(seconds * 1000 + microseconds // 1000)


def _one_node(client: Redis) -> dict[str, Any]:
    """In a cluster every process asks the same shard, since the clocks of two differ."""
    cluster = as_cluster(client)
    if cluster is None:
        return {}
    return {"target_nodes": cluster.get_node_from_key(keys.SHARD_OF_THE_CLOCK)}  # type: ignore[no-untyped-call]
