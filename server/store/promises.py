"""What an acknowledged answer survives, as the store is set now. docs/stores.md has it as a table."""

from collections.abc import Mapping
from typing import Any

from redis import Redis, RedisCluster
from redis import exceptions as redis_errors

from server.rooms.ports import Kept
from server.store.connections import as_cluster, facts_of_each, store_errors

_BY_FSYNC = {"always": Kept.EACH_WRITE, "everysec": Kept.EACH_SECOND, "no": Kept.BY_THE_SYSTEM}
_WEAKEST_LAST = tuple(Kept)


def read_promise(client: Redis) -> Kept:
    """Asks the store for its settings; of several shards the weakest counts. Raises StoreUnavailable."""
    with store_errors():
        each = facts_of_each(client, "persistence")
    fsync, save = _settings(client, "appendfsync"), _settings(client, "save")
    return max((_promise(facts, fsync, save) for facts in each), key=_WEAKEST_LAST.index)


def _promise(facts: Mapping[str, Any], fsync: str | None, save: str | None) -> Kept:
    if "aof_enabled" not in facts:
        return Kept.UNKNOWN
    if facts["aof_enabled"]:
        return _BY_FSYNC.get(fsync or "", Kept.UNKNOWN)
    return Kept.IN_MEMORY if save == "" else Kept.BY_SNAPSHOTS


def _settings(client: Redis, name: str) -> str | None:
    """A setting; None where CONFIG is forbidden, as many a managed store does."""
    try:
        with store_errors():
            cluster = as_cluster(client)
            where = {} if cluster is None else {"target_nodes": RedisCluster.RANDOM}
            told: Any = client.config_get(name, **where)
    except redis_errors.ResponseError:
        return None
    value = told.get(name)
    return str(value) if value is not None else None
