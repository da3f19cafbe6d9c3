"""What the rooms need from the outside world, as protocols.

Implementations live in store/, wire/, engine/ and clock.py.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol, TypeVar

from server.rooms.skimmed_log import SkimmedLog
from server.rules.cards import Text
from server.rules.events import Event
from server.rules.ids import (
    CourseId,
    LecturerId,
    MilliPoints,
    Pin,
    PlayerId,
    RoomId,
    ServerMillis,
    Version,
)
from server.rules.room import Room

T = TypeVar("T")


class StoreUnavailable(Exception):
    """The store did not answer, or not in time. Nothing is known to be kept; the command may be sent again."""


class StoreFull(Exception):
    """The store has no memory left. Nothing was kept."""


class Kept(StrEnum):
    """What an acknowledged answer survives, the strongest first; by the store's own settings."""

    EACH_WRITE = "each_write"
    """On the disk before it is acknowledged: a power cut loses nothing."""
    EACH_SECOND = "each_second"
    """In the file before it is acknowledged: a crash loses nothing, a power cut two seconds at most."""
    UNKNOWN = "unknown"
    """The store appends to a file, but does not say how soon that is on the disk."""
    BY_THE_SYSTEM = "by_the_system"
    """In the file before it is acknowledged, on the disk half a minute later: a crash loses nothing."""
    BY_SNAPSHOTS = "by_snapshots"
    """A crash loses all since the last snapshot: minutes, or the hour."""
    IN_MEMORY = "in_memory"
    """A crash, or a restart, loses all."""


class RoomLog(Protocol):
    """The append-only log of each room."""

    def append(
        self,
        room: RoomId,
        expected: Version,
        events: Sequence[Event],
        standings: Mapping[PlayerId, MilliPoints] | None,
        written: Callable[[], None] | None = None,
    ) -> bool:
        """Writes all events, or none if the log's version is not `expected` (returns False: stale).

        `standings`, when given, replaces the room's leaderboard in the same atomic step. `written` is called as soon as
        the log has the events, before it is known that they outlive a kill: others may read them from then on.
        Raises StoreUnavailable (the outcome is unknown) or StoreFull (nobody may be told that it is kept; it may be
        read all the same, until the store is killed).
        """
        ...

    def check_kept(self, room: RoomId) -> None:
        """Returns when all that was read or appended before outlives a kill of the store.

        Raises StoreFull and StoreUnavailable.
        """
        ...

    def read(self, room: RoomId, after: Version) -> Iterator[Sequence[Event]]:
        """The events after a version, in order, in chunks of at most 500. Raises StoreUnavailable."""
        ...

    def skim(self, room: RoomId) -> SkimmedLog:
        """All of a log, its answers read when they are looked at. Others get their turn. Raises StoreUnavailable."""
        ...

    def newest_version(self, room: RoomId) -> Version:
        """How many events there are; 0 for a room that is not there. Raises StoreUnavailable."""
        ...


class Tail(Protocol):
    """Hears what any process appends to the rooms that this process holds."""

    def watch(self, room: RoomId, after: Version) -> None:
        """Begins to hear a room. Harmless when it is heard already."""
        ...

    def unwatch(self, room: RoomId) -> None:
        """Stops hearing a room."""
        ...


class TailListener(Protocol):
    """Whom the tail tells; implemented by rooms.RoomService."""

    def known(self, room: RoomId) -> Version:
        """Up to which version a room's events need not be told: what this process wrote itself; 0 if it lacks all."""
        ...

    def heard(self, room: RoomId, first_version: Version, events: Sequence[Event]) -> None:
        """Events with the versions first_version, first_version + 1, ... were appended."""
        ...

    def connection_lost(self) -> None:
        """The store was away and may have gone back in time: fold every held room anew."""
        ...


class Leaderboards(Protocol):
    """The standings kept beside the log, as of the last reveal."""

    def top(self, room: RoomId, count: int) -> Sequence[tuple[PlayerId, MilliPoints]]:
        """The highest `count` players, highest first."""
        ...

    def rank(self, room: RoomId, player: PlayerId) -> int | None:
        """A player's rank from 1, ties shared; None for a player without a place."""
        ...


@dataclass(frozen=True, slots=True)
class RoomSummary:
    """A line of the host's list of sessions. `course` is the season that it counts to.

    `names_kept`: until they are forgotten; `imported_at`: if it came so; `owner`: the lecturer who opened it.
    """

    room: RoomId
    pin: Pin
    deck: str
    title: Text
    opened_at: ServerMillis
    ended_at: ServerMillis | None = None
    course: CourseId | None = None
    names_kept: bool = True
    imported_at: ServerMillis | None = None
    owner: LecturerId | None = None


class Register(Protocol):
    """The book of PINs on loan and of the rooms there have been."""

    def lend(self, pin: Pin, room: RoomId) -> bool:
        """Lends a PIN to a room; False when it is on loan already."""
        ...

    def find(self, pin: Pin) -> RoomId | None:
        """The open room of a PIN."""
        ...

    def give_back(self, pin: Pin, room: RoomId) -> None:
        """Frees the PIN if this room has it."""
        ...

    def enter(self, summary: RoomSummary) -> None:
        """Writes or rewrites a room's line."""
        ...

    def line(self, room: RoomId) -> RoomSummary | None:
        """A room's line."""
        ...

    def latest(self, count: int, owner: LecturerId | None = None) -> Sequence[RoomSummary]:
        """The newest rooms first; of one lecturer, or all."""
        ...


class KeyRole(StrEnum):
    """What a key to lead a room is for."""

    REMOTE = "remote"
    """The lecturer's own phone, walking through the hall."""
    COLLEAGUE = "colleague"
    """Somebody who takes the room over."""


@dataclass(frozen=True, slots=True)
class RoomKey:
    """A key by which another device may lead one room. `made_by` is the key that made it; None: the owner did."""

    id: str
    role: KeyRole
    digest: str
    made_at: ServerMillis
    ends_at: ServerMillis
    made_by: str | None = None


class RoomKeys(Protocol):
    """The keys that rooms have. Every method raises StoreUnavailable, the writing ones StoreFull."""

    def add(self, room: RoomId, key: RoomKey) -> None:
        """Keeps a key."""
        ...

    def find(self, room: RoomId, key_id: str) -> RoomKey | None:
        """The key of an id."""
        ...

    def all(self, room: RoomId) -> Sequence[RoomKey]:
        """All of a room."""
        ...

    def remove(self, room: RoomId, key_ids: Set[str]) -> None:
        """Forgets some; harmless for those that are gone."""
        ...

    def forget(self, room: RoomId) -> None:
        """Forgets all of a room."""
        ...


class Publisher(Protocol):
    """Sends views to this process's own sockets."""

    def publish(self, room_id: RoomId, before: Room | None, after: Room, events: Sequence[Event]) -> None:
        """Called under the room's lock, in order of version; must not block: sending happens afterwards."""
        ...

    def gone(self, room_id: RoomId) -> None:
        """The room is not in the store any more. Called under the room's lock; must not block."""
        ...


class Clock(Protocol):
    """The one clock."""

    def now(self) -> ServerMillis:
        """Milliseconds since 1970 by the store's clock."""
        ...


class Chance(Protocol):
    """The one source of dice."""

    def pin(self) -> Pin:
        """Six digits, the first not 0."""
        ...

    def room_id(self) -> RoomId:
        """At least 96 bits, safe in an address."""
        ...

    def command_id(self) -> str:
        """An id for a command that the house itself sends."""
        ...

    def secret(self) -> str:
        """A token that nobody can guess, safe in an address."""
        ...

    def sample(self, choices: Sequence[str], count: int) -> list[str]:
        """`count` different ones, or all of them."""
        ...


class Signal(Protocol):
    """A flag that threads of the engine can wait for."""

    def set(self) -> None:
        """Wakes whoever waits."""
        ...

    def wait(self, timeout: float) -> bool:
        """Waits at most `timeout` seconds; True when it was set. The flag is lowered again on return."""
        ...


class Concurrency(Protocol):
    """How this process runs things at the same time: green threads or real ones."""

    def spawn(self, work: Callable[..., Any], *args: Any) -> None:
        """Runs work beside the caller. An exception in it is logged."""
        ...

    def sleep(self, seconds: float) -> None:
        """Rests, letting others run."""
        ...

    def signal(self) -> Signal:
        """A new flag."""
        ...

    def lock(self) -> AbstractContextManager[Any]:
        """A new lock, not re-entrant."""
        ...

    def in_thread(self, work: Callable[[], T]) -> T:
        """Long computing that touches nothing of ours, in a real thread, while the others run; what it returns."""
        ...
