"""What is said of a Redis that was given by URL."""

from typing import Any

import pytest
from redis import Redis
from redis.exceptions import NoPermissionError

from server.rooms.ports import Kept
from server.store.suitability import UnsuitableStore, examine_store
from tests.store.own_stores import programs


class Answering:
    """A Redis of which only its answer to INFO is known."""

    def __init__(self, fsync: str | None = "everysec", save: str | None = "", **facts: Any) -> None:
        self._facts = {"redis_version": "7.0.15", "aof_enabled": 1, **facts}
        self._settings = {"appendfsync": fsync, "save": save}

    def info(self, section: str) -> dict[str, Any]:
        """What it says of itself."""
        return self._facts

    def config_get(self, name: str) -> dict[str, str]:
        """One setting, or the refusal of a store that keeps them to itself."""
        setting = self._settings[name]
        if setting is None:
            raise NoPermissionError("this user has no permissions to run the 'config|get' command")
        return {name: setting}


def test_a_store_that_writes_everything_down_has_no_warnings(client: Redis) -> None:
    facts = examine_store(client)

    assert facts.name == programs()[0].name
    assert facts.warnings == ()


@pytest.mark.parametrize(
    ("facts", "kept", "warning"),
    [
        ({"fsync": "no"}, Kept.BY_THE_SYSTEM, "appendfsync is no"),
        ({"fsync": None}, Kept.UNKNOWN, "does not tell its settings"),
        ({"aof_enabled": 0, "save": "3600 1"}, Kept.BY_SNAPSHOTS, "appendonly is off"),
        ({"aof_enabled": 0, "save": None}, Kept.BY_SNAPSHOTS, "appendonly is off"),
        ({"aof_enabled": 0, "save": ""}, Kept.IN_MEMORY, "in memory only"),
    ],
)
def test_a_setting_that_can_lose_a_room_is_named(facts: dict[str, Any], kept: Kept, warning: str) -> None:
    found = examine_store(Answering(**facts))  # type: ignore[arg-type]

    assert found.kept is kept
    assert len(found.warnings) == 1
    assert warning in found.warnings[0]


@pytest.mark.parametrize(("fsync", "kept"), [("always", Kept.EACH_WRITE), ("everysec", Kept.EACH_SECOND)])
def test_what_is_in_the_file_in_time_needs_no_word(fsync: str, kept: Kept) -> None:
    found = examine_store(Answering(fsync=fsync))  # type: ignore[arg-type]

    assert (found.kept, found.warnings) == (kept, ())


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
        ({"cluster_enabled": 1}, r"a node of a Redis 7\.0\.15 cluster.* redis\+cluster"),
        ({"role": "slave", "master_host": "h", "master_port": 1}, r"a replica of h:1, which takes no writes"),
        ({"maxmemory": 1_000_000, "maxmemory_policy": "allkeys-lru"}, r"maxmemory-policy is allkeys-lru"),
        ({"maxmemory": 1_000_000, "maxmemory_policy": "volatile-ttl"}, r"maxmemory-policy is volatile-ttl"),
    ],
)
def test_a_store_that_cannot_hold_rooms_is_refused(facts: dict[str, Any], complaint: str) -> None:
    with pytest.raises(UnsuitableStore, match=complaint):
        examine_store(Answering(**facts))  # type: ignore[arg-type]
