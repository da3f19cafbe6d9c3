"""The keys to lead a room, on memory and on a real Valkey."""

import pytest
from redis import Redis

from server.rooms.ports import KeyRole, RoomKey, RoomKeys, StoreUnavailable
from server.rules.ids import ServerMillis
from server.store import keys
from server.store.embedded import EmbeddedStore
from server.store.room_keys import RedisRoomKeys
from tests.store.samples import AT, OTHER_ROOM, ROOM
from tests.support.memory_store import MemoryRoomKeys, MemoryStore

PHONE = RoomKey("phone", KeyRole.REMOTE, "a hash", AT, ServerMillis(AT + 1000))
COLLEAGUE = RoomKey("colleague", KeyRole.COLLEAGUE, "another hash", AT, ServerMillis(AT + 1000), made_by="phone")


@pytest.fixture(params=["memory", "valkey"])
def kept(request: pytest.FixtureRequest) -> RoomKeys:
    """Each implementation in turn."""
    if request.param == "memory":
        return MemoryRoomKeys(MemoryStore())
    return RedisRoomKeys(request.getfixturevalue("client"))


def test_a_key_is_found_as_it_was_made_and_in_its_own_room_alone(kept: RoomKeys) -> None:
    kept.add(ROOM, PHONE)
    kept.add(ROOM, COLLEAGUE)

    assert kept.find(ROOM, "phone") == PHONE
    assert kept.find(ROOM, "colleague") == COLLEAGUE
    assert kept.find(ROOM, "nobody") is None
    assert kept.find(OTHER_ROOM, "phone") is None
    assert sorted(kept.all(ROOM), key=lambda key: key.id) == [COLLEAGUE, PHONE]
    assert list(kept.all(OTHER_ROOM)) == []


def test_a_key_that_was_taken_back_is_gone_and_the_others_stay(kept: RoomKeys) -> None:
    kept.add(ROOM, PHONE)
    kept.add(ROOM, COLLEAGUE)

    kept.remove(ROOM, frozenset({"phone", "nobody"}))
    kept.remove(ROOM, frozenset())

    assert list(kept.all(ROOM)) == [COLLEAGUE]


def test_a_room_that_ends_keeps_no_key(kept: RoomKeys) -> None:
    kept.add(ROOM, PHONE)
    kept.add(OTHER_ROOM, PHONE)

    kept.forget(ROOM)
    kept.forget(ROOM)

    assert list(kept.all(ROOM)) == []
    assert list(kept.all(OTHER_ROOM)) == [PHONE]


def test_a_new_key_renews_the_life_of_the_ring(client: Redis) -> None:
    kept = RedisRoomKeys(client)
    kept.add(ROOM, PHONE)
    client.expire(keys.room_keys(ROOM).name, 5)

    kept.add(ROOM, COLLEAGUE)

    assert client.ttl(keys.room_keys(ROOM).name) > 5


def test_a_store_that_is_away_is_said_to_be(watched_store: EmbeddedStore) -> None:
    from server.store.connections import open_client

    client = open_client(watched_store.address)
    watched_store.stop()
    with pytest.raises(StoreUnavailable):
        RedisRoomKeys(client).find(ROOM, "phone")
    client.close()
