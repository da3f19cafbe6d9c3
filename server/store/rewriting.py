"""Logs written anew without names: built beside the log in small pieces, then put in its place in one step.

The entries keep their ids, so whoever reads the log at a version, in any process, reads on as if nothing had happened.
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import Any

from redis import Redis
from redis import exceptions as redis_errors

from server.rooms.ports import Concurrency
from server.rules.events import Event
from server.rules.ids import RoomId
from server.store import keys
from server.store.connections import store_errors
from server.store.event_codec import encode_event
from server.store.scripts import REWRITE

PIECE = 500
"""How many entries are written at once: nobody's answer waits for a long log."""
LATER_MOST = 2000
"""How many answers may come in while a log is being built."""
GONE = -1


def note_to_forget(client: Redis, room: RoomId) -> None:
    """Notes that a log is about to say that somebody is forgotten: whoever dies now, another process finishes."""
    noted = keys.rooms_to_forget()
    pipeline = client.pipeline(transaction=True)
    pipeline.sadd(noted.name, room)
    pipeline.expire(noted.name, noted.seconds)
    pipeline.execute()


@dataclass(frozen=True, slots=True)
class RedisRewriting:
    """Rewriting on Redis."""

    client: Redis
    concurrency: Concurrency

    def to_forget(self) -> Set[RoomId]:
        """The rooms in whose logs a name may still stand that was to be forgotten. Raises StoreUnavailable."""
        with store_errors():
            rooms: Any = self.client.smembers(keys.rooms_to_forget().name)
        return {RoomId(room.decode()) for room in rooms}

    def rewrite(self, room: RoomId, events: Sequence[Event], draft: str) -> bool:
        """Puts these events in place of the log's first ones, of as many.

        False when the log is gone or has gone on by too much. Raises StoreUnavailable (the old log or the new one
        stands, whole) and StoreFull (the old one does).
        """
        log, beside = keys.room_log(room), keys.room_draft(room, draft)
        try:
            for start in range(0, len(events), PIECE):
                pipeline = self.client.pipeline(transaction=True)
                for version, event in enumerate(events[start : start + PIECE], start=start + 1):
                    pipeline.xadd(beside.name, {"e": encode_event(event)}, id=f"{version}-0")
                pipeline.expire(beside.name, beside.seconds)
                with store_errors():
                    pipeline.execute()
                self.concurrency.sleep(0)
            with store_errors():
                version = REWRITE.run(self.client, (log, beside), len(events), LATER_MOST)
        except BaseException:
            self._throw_away(beside)
            raise
        return bool(version != GONE)

    def forgotten(self, room: RoomId) -> None:
        """No name is left of those. Raises StoreUnavailable."""
        with store_errors():
            self.client.srem(keys.rooms_to_forget().name, room)

    def _throw_away(self, draft: keys.Key) -> None:
        try:
            self.client.unlink(draft.name)
        except redis_errors.RedisError:
            return  # away; the draft has a short life of its own
