"""Whether a Redis that was given by URL can hold rooms, and what its settings put at risk."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from redis import Redis

from server.store.connections import store_errors
from server.store.programs import OLDEST_REDIS, numbers


class UnsuitableStore(Exception):
    """This Redis cannot hold rooms: one line for whoever started the server."""


@dataclass(frozen=True, slots=True)
class StoreFacts:
    """What the store is, and a plain line for each of its settings that can lose a room."""

    name: str
    warnings: tuple[str, ...]


def examine_store(client: Redis) -> StoreFacts:
    """Asks the store what it is. Raises UnsuitableStore, and StoreUnavailable when it does not answer."""
    with store_errors():
        facts: Any = client.info("everything")
    name = _name(facts)
    if numbers(facts["redis_version"]) < OLDEST_REDIS:
        oldest = ".".join(str(number) for number in OLDEST_REDIS)
        raise UnsuitableStore(f"The store is {name}, and Trede needs Redis {oldest} or newer, or Valkey.")
    if facts.get("cluster_enabled"):
        raise UnsuitableStore(
            f"The store is a node of a {name} cluster, which Trede cannot use yet: give it one Redis."
        )
    return StoreFacts(name, _warnings(facts))


def _name(facts: Mapping[str, Any]) -> str:
    if "valkey_version" in facts:
        return f"Valkey {facts['valkey_version']}"
    return f"Redis {facts['redis_version']}"


def _warnings(facts: Mapping[str, Any]) -> tuple[str, ...]:
    found = []
    policy = facts.get("maxmemory_policy", "noeviction")
    if facts.get("maxmemory", 0) and policy != "noeviction":
        found.append(f"maxmemory-policy is {policy}: a full store would throw rooms away. Set it to noeviction.")
    if not facts.get("aof_enabled", 1):
        found.append("appendonly is off: a crash of the store loses the answers since its last snapshot.")
    return tuple(found)
