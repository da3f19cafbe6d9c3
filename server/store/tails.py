"""Which tail hears a store's rooms."""

from redis import Redis

from server.rooms.ports import Concurrency
from server.store.cluster_tail import ClusterTail
from server.store.connections import as_cluster
from server.store.tail import RedisTail


def open_tail(address: str, client: Redis, concurrency: Concurrency) -> RedisTail | ClusterTail:
    """One blocking read over all rooms, or the looks at each that a cluster asks for."""
    if as_cluster(client) is not None:
        return ClusterTail(client, concurrency)
    return RedisTail(address, client, concurrency)
