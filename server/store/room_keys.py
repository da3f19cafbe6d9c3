"""The keys of a room, by which other devices may lead it: a hash beside the room's log, without any secret in it."""

from collections.abc import Set
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter
from redis import Redis

from server.rooms.ports import RoomKey
from server.rules.ids import RoomId
from server.store import keys
from server.store.connections import store_errors

_KEY = TypeAdapter(RoomKey)


@dataclass(frozen=True, slots=True)
class RedisRoomKeys:
    """RoomKeys on Redis. Every method raises StoreUnavailable, the writing one StoreFull."""

    client: Redis

    def add(self, room: RoomId, key: RoomKey) -> None:
        """Keeps a key; the whole ring lives on for as long as a new key does."""
        ring = keys.room_keys(room)
        with store_errors():
            pipeline = self.client.pipeline(transaction=True)
            pipeline.hset(ring.name, key.id, _KEY.dump_json(key).decode())
            pipeline.expire(ring.name, ring.seconds)
            pipeline.execute()

    def find(self, room: RoomId, key_id: str) -> RoomKey | None:
        """The key of an id."""
        with store_errors():
            kept: Any = self.client.hget(keys.room_keys(room).name, key_id)
        return _KEY.validate_json(kept) if kept is not None else None

    def all(self, room: RoomId) -> list[RoomKey]:
        """All that were made and not taken back."""
        with store_errors():
            kept: Any = self.client.hvals(keys.room_keys(room).name)
        return [_KEY.validate_json(key) for key in kept]

    def remove(self, room: RoomId, key_ids: Set[str]) -> None:
        """Forgets some; harmless for those that are gone."""
        if key_ids:
            with store_errors():
                self.client.hdel(keys.room_keys(room).name, *key_ids)

    def forget(self, room: RoomId) -> None:
        """Forgets all of a room."""
        with store_errors():
            self.client.delete(keys.room_keys(room).name)
