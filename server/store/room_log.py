"""The append-only log of each room: a stream, and its standings beside it, written in one script."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from redis import Redis

from server.rooms.ports import Concurrency, StoreUnavailable
from server.rooms.skimmed_log import SkimmedLog
from server.rules.events import Event, PlayersForgotten
from server.rules.ids import MilliPoints, PlayerId, RoomId, ServerMillis, Version
from server.store import keys
from server.store.connections import store_errors
from server.store.event_codec import UnreadableEvent, answered_at, decode_event, encode_event
from server.store.file_lag import wait_until_in_file
from server.store.rewriting import note_to_forget
from server.store.scripts import APPEND

CHUNK = 500
"""How many events are read at once: a long log must not hold up everybody else's rounds."""
SKIMMED_AT_ONCE = 500
"""Fewer where others get their turn after each: nothing else rests while a log is skimmed."""
COPY_MILLIS = 1000
"""How long replicas may take to say that they have an append."""
STALE = -1
HELD_BACK = 2

Entries = Sequence[tuple[bytes, Mapping[bytes, bytes]]]
"""Entries of a stream as redis-py gives them."""


class BrokenLog(Exception):
    """A log has a hole or an entry that is no event. Says which room and version; a bug, or a hand in the store."""


@dataclass(frozen=True, slots=True)
class RedisRoomLog:
    """RoomLog on Redis. `replicas` is how many copies of the store must have what is appended, before it is kept."""

    client: Redis
    concurrency: Concurrency
    replicas: int = 0

    def append(
        self,
        room: RoomId,
        expected: Version,
        events: Sequence[Event],
        standings: Mapping[PlayerId, MilliPoints] | None,
        written: Callable[[], None] | None = None,
    ) -> bool:
        """Writes all events, or none if the log's version is not `expected` (returns False: stale).

        Raises StoreUnavailable when the outcome is unknown: read again, decide again. Raises StoreFull: nothing is
        kept, or it is in the store's memory alone, until there is room for its file.
        """
        log, board = keys.room_log(room), keys.room_standings(room)
        encoded = [encode_event(event) for event in events]
        scores: list[str | int] = ["keep"]
        if standings is not None:
            scores = ["replace"]
            for player, points in standings.items():
                scores += (points, player)
        is_forgetting = any(isinstance(event, PlayersForgotten) for event in events)
        # Forgetting is no sign of life: a log does not live on because its names have gone.
        renews = standings is not None or not all(isinstance(event, PlayersForgotten) for event in events)
        with store_errors():
            if is_forgetting:
                note_to_forget(self.client, room)
            lives = (log.seconds if renews else 0, board.seconds if renews else 0)
            version, doubt = self._run_append((log, board), expected, *lives, len(encoded), *encoded, *scores)
        if version == STALE:
            return False
        if written is not None:
            written()
        if doubt:
            wait_until_in_file(self.client, self.concurrency, log, may_lag=doubt == HELD_BACK)
        return True

    def check_kept(self, room: RoomId) -> None:
        """Returns when all that was read or appended before is in the store's file.

        Raises StoreFull and StoreUnavailable.
        """
        wait_until_in_file(self.client, self.concurrency, keys.room_log(room))

    def _run_append(self, of_room: Sequence[keys.Key], *arguments: bytes | str | int) -> Any:
        if not self.replicas:
            return APPEND.run(self.client, of_room, *arguments)
        reply, copies = APPEND.run_copied(self.client, of_room, self.replicas, COPY_MILLIS, *arguments)
        if reply[0] != STALE and copies < self.replicas:
            raise StoreUnavailable(f"Only {copies} of {self.replicas} replicas have what was appended.")
        return reply

    def read(self, room: RoomId, after: Version) -> Iterator[Sequence[Event]]:
        """The events after a version, in order, in chunks. Raises StoreUnavailable or BrokenLog."""
        for first, entries in self._entries(room, after, CHUNK):
            yield decode_entries(room, first, entries)

    def skim(self, room: RoomId) -> SkimmedLog:
        """The whole log, its answers not read yet. Others get their turn. Raises StoreUnavailable or BrokenLog."""
        skimming = _Skimming(room)
        for first, entries in self._entries(room, Version(0), SKIMMED_AT_ONCE):
            skimming.take(first, entries)
            self.concurrency.sleep(0)
        return SkimmedLog(skimming.came_at, skimming.others, skimming.read)

    def _entries(self, room: RoomId, after: Version, at_once: int) -> Iterator[tuple[Version, Entries]]:
        """The entries after a version as they are kept, in chunks, each with the version that its first must have."""
        name = keys.room_log(room).name
        while True:
            first = Version(after + 1)
            with store_errors():
                entries: Any = self.client.xrange(name, min=entry_id(first), count=at_once)
            if not entries:
                return
            yield first, entries
            after = Version(after + len(entries))

    def newest_version(self, room: RoomId) -> Version:
        """How many events there are; 0 for a room that is not there. Raises StoreUnavailable."""
        with store_errors():
            newest: Any = self.client.xrevrange(keys.room_log(room).name, count=1)
        return end_of(newest)


def entry_id(version: Version) -> str:
    """The id of the entry that brought a log to this version."""
    return f"{version}-0"


def end_of(newest: Entries) -> Version:
    """How long a log is whose newest entry this is; 0 when it has none."""
    return Version(int(newest[0][0].split(b"-")[0])) if newest else Version(0)


def decode_entries(room: RoomId, first_version: Version, entries: Entries) -> Sequence[Event]:
    """The events of entries that must have the versions first_version, first_version + 1, ... Raises BrokenLog."""
    return [
        _decoded(room, version, raw)
        for version, raw in enumerate(_unbroken(room, first_version, entries), first_version)
    ]


@dataclass(frozen=True, slots=True)
class _Skimming:
    """What was seen of a log so far; `kept` has all of it as the store has it."""

    room: RoomId
    came_at: list[ServerMillis] = field(default_factory=list)
    others: dict[int, Event] = field(default_factory=dict)
    kept: list[bytes] = field(default_factory=list)

    def take(self, first_version: Version, entries: Entries) -> None:
        """Skims the next entries. Raises BrokenLog."""
        kept = _unbroken(self.room, first_version, entries)
        self.kept.extend(kept)
        for version, raw in enumerate(kept, first_version):
            came_at = answered_at(raw)
            if came_at is None:
                event = self.others[version - 1] = _decoded(self.room, version, raw)
                came_at = event.at
            self.came_at.append(came_at)

    def read(self, start: int, end: int) -> Iterator[Event]:
        """The events from one place to before another, each when it is taken. Raises BrokenLog."""
        for place, raw in enumerate(self.kept[start:end], start):
            yield self.others.get(place) or _decoded(self.room, place + 1, raw)


def _unbroken(room: RoomId, first_version: Version, entries: Entries) -> Sequence[bytes]:
    """What the entries hold. Raises BrokenLog where one is missing, or holds something else."""
    for version, (found_id, fields) in enumerate(entries, first_version):
        if found_id != b"%d-0" % version or b"e" not in fields:
            raise BrokenLog(f"room {room}: version {version} is missing, found {found_id!r} with {list(fields)}")
    return [fields[b"e"] for _, fields in entries]


def _decoded(room: RoomId, version: int, raw: bytes) -> Event:
    try:
        return decode_event(raw)
    except UnreadableEvent as error:
        raise BrokenLog(f"room {room}, version {version}: {error}") from error
