"""What is said of a Redis that was given by URL."""

from typing import Any

import pytest
from redis import Redis

from server.store.suitability import UnsuitableStore, examine_store
from tests.store.own_stores import programs


class Answering:
    """A Redis of which only its answer to INFO is known."""

    def __init__(self, **facts: Any) -> None:
        self._facts = {"redis_version": "7.0.15", "aof_enabled": 1, **facts}

    def info(self, section: str) -> dict[str, Any]:
        """What it says of itself."""
        return self._facts


def test_a_store_that_writes_everything_down_has_no_warnings(client: Redis) -> None:
    facts = examine_store(client)

    assert facts.name == programs()[0].name
    assert facts.warnings == ()


@pytest.mark.parametrize(
    ("facts", "warning"),
    [
        ({"aof_enabled": 0}, "appendonly is off"),
        ({"maxmemory": 1_000_000, "maxmemory_policy": "allkeys-lru"}, "maxmemory-policy is allkeys-lru"),
    ],
)
def test_a_setting_that_can_lose_a_room_is_named(facts: dict[str, Any], warning: str) -> None:
    (found,) = examine_store(Answering(**facts)).warnings  # type: ignore[arg-type]

    assert warning in found


@pytest.mark.parametrize(
    "facts",
    [
        {"maxmemory": 0, "maxmemory_policy": "allkeys-lru"},
        {"maxmemory": 1_000_000, "maxmemory_policy": "noeviction"},
        {"redis_version": "6.2.0"},
        {"redis_version": "7.4.0-rc1"},
    ],
)
def test_a_setting_that_loses_nothing_is_not_named(facts: dict[str, Any]) -> None:
    assert examine_store(Answering(**facts)).warnings == ()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("facts", "complaint"),
    [
        ({"redis_version": "6.0.16"}, r"The store is Redis 6\.0\.16, and Trede needs Redis 6\.2\.0 or newer"),
        ({"cluster_enabled": 1}, r"a node of a Redis 7\.0\.15 cluster"),
    ],
)
def test_a_store_that_cannot_hold_rooms_is_refused(facts: dict[str, Any], complaint: str) -> None:
    with pytest.raises(UnsuitableStore, match=complaint):
        examine_store(Answering(**facts))  # type: ignore[arg-type]
