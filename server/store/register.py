"""The book of PINs on loan and of the rooms there have been."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from pydantic import TypeAdapter
from redis import Redis

from server.rooms.ports import RoomSummary
from server.rules.ids import LecturerId, Pin, RoomId
from server.store import keys
from server.store.connections import store_errors
from server.store.paging import pages_of
from server.store.scripts import GIVE_BACK

_LINE = TypeAdapter(RoomSummary)


@dataclass(frozen=True, slots=True)
class RedisRegister:
    """Register on Redis. Every method raises StoreUnavailable, the writing ones StoreFull."""

    client: Redis

    def lend(self, pin: Pin, room: RoomId) -> bool:
        """Lends a PIN to a room; False when another has it. A repeat, after a lost reply, is True again."""
        loan = keys.pin_loan(pin)
        with store_errors():
            if self.client.set(loan.name, room, nx=True, ex=loan.seconds):
                return True
        return self.find(pin) == room

    def find(self, pin: Pin) -> RoomId | None:
        """The open room of a PIN."""
        with store_errors():
            room: Any = self.client.get(keys.pin_loan(pin).name)
        return RoomId(room.decode()) if room is not None else None

    def give_back(self, pin: Pin, room: RoomId) -> None:
        """Frees the PIN if this room has it."""
        with store_errors():
            GIVE_BACK.run(self.client, (keys.pin_loan(pin),), room)

    def enter(self, summary: RoomSummary) -> None:
        """Writes or rewrites a room's line."""
        line, ages = keys.room_line(summary.room), keys.rooms_by_age()
        oldest_kept = summary.opened_at - ages.seconds * 1000
        # No transaction: in a cluster the two keys live apart. The line comes first, so that no listed room lacks one.
        with store_errors():
            self.client.set(line.name, _LINE.dump_json(summary), ex=line.seconds)
            pipeline = self.client.pipeline(transaction=False)
            pipeline.zadd(ages.name, {summary.room: summary.opened_at})
            pipeline.zremrangebyscore(ages.name, "-inf", f"({oldest_kept}")
            pipeline.expire(ages.name, ages.seconds)
            pipeline.execute()

    def line(self, room: RoomId) -> RoomSummary | None:
        """A room's line."""
        with store_errors():
            line: Any = self.client.get(keys.room_line(room).name)
        return _LINE.validate_json(line, strict=True) if line is not None else None

    def latest(self, count: int, owner: LecturerId | None = None) -> Sequence[RoomSummary]:
        """The newest rooms first, of one lecturer or all; a room whose line has lapsed is left out."""
        return list(islice((line for line in self._lines(count) if owner in (None, line.owner)), max(count, 0)))

    def _lines(self, at_once: int) -> Iterator[RoomSummary]:
        """All lines, the newest first, read as far as they are asked for."""
        for page in pages_of(self.client, keys.rooms_by_age(), at_once):
            with store_errors():
                pipeline = self.client.pipeline(transaction=False)
                for room in page:
                    pipeline.get(keys.room_line(RoomId(room)).name)
                lines = pipeline.execute()
            yield from (_LINE.validate_json(line, strict=True) for line in lines if line is not None)
