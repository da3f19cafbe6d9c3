"""The store's ports in memory, for tests of the rooms: what is kept, and the ways in which a store can fail.

One MemoryStore is "the Redis"; give each pretended process its own MemoryRoomLog and MemoryTail over it.
The tail moves only when a test says `deliver()`, so a test decides how far behind a process is.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from threading import Lock

from server.rooms.ports import RoomKey, RoomSummary, StoreFull, StoreUnavailable, TailListener
from server.rules.events import Event, PlayersForgotten
from server.rules.ids import MilliPoints, Pin, PlayerId, RoomId, Version

CHUNK = 2000


@dataclass
class MemoryStore:
    """What is kept, and switches for what can go wrong.

    `is_down`: every call raises StoreUnavailable. `is_full`: every write raises StoreFull.
    `loses_replies`: a write is done and raises StoreUnavailable all the same, as after a time-out.
    `appends` counts the appends that were written.
    """

    logs: dict[RoomId, list[Event]] = field(default_factory=dict)
    standings: dict[RoomId, dict[PlayerId, MilliPoints]] = field(default_factory=dict)
    pins: dict[Pin, RoomId] = field(default_factory=dict)
    lines: dict[RoomId, RoomSummary] = field(default_factory=dict)
    room_keys: dict[RoomId, dict[str, RoomKey]] = field(default_factory=dict)
    to_forget: set[RoomId] = field(default_factory=set)
    turn_taken: bool = False
    appends: int = 0
    is_down: bool = False
    is_full: bool = False
    loses_replies: bool = False
    lock: Lock = field(default_factory=Lock)

    def check_up(self) -> None:
        """Raises StoreUnavailable while the store is down."""
        if self.is_down:
            raise StoreUnavailable("The store is down.")

    def check_writable(self) -> None:
        """Raises StoreUnavailable or StoreFull where a write would fail; nothing is written."""
        self.check_up()
        if self.is_full:
            raise StoreFull("The store is full.")

    def check_reply(self) -> None:
        """Raises StoreUnavailable where a write is done but its reply is lost."""
        if self.loses_replies:
            raise StoreUnavailable("The reply was lost.")

    def go_back(self, room: RoomId, version: Version) -> None:
        """The store has forgotten everything after this version, as after a power cut."""
        del self.logs[room][version:]


@dataclass
class MemoryRoomLog:
    """RoomLog in memory."""

    store: MemoryStore

    def append(
        self,
        room: RoomId,
        expected: Version,
        events: Sequence[Event],
        standings: Mapping[PlayerId, MilliPoints] | None,
    ) -> bool:
        """All events, or none when the log has moved on."""
        with self.store.lock:
            self.store.check_writable()
            if any(isinstance(event, PlayersForgotten) for event in events):
                self.store.to_forget.add(room)
            log = self.store.logs.get(room, [])
            if len(log) != expected:
                return False
            self.store.logs[room] = [*log, *events]
            self.store.appends += 1
            if standings is not None:
                self.store.standings[room] = dict(standings)
        self.store.check_reply()
        return True

    def read(self, room: RoomId, after: Version) -> Iterator[Sequence[Event]]:
        """The events after a version, in chunks."""
        while True:
            with self.store.lock:
                self.store.check_up()
                chunk = self.store.logs.get(room, [])[after : after + CHUNK]
            if not chunk:
                return
            after = Version(after + len(chunk))
            yield chunk

    def newest_version(self, room: RoomId) -> Version:
        """How many events there are."""
        self.store.check_up()
        return Version(len(self.store.logs.get(room, [])))


@dataclass
class MemoryTail:
    """Tail in memory, moved by hand."""

    store: MemoryStore
    listener: TailListener | None = None
    positions: dict[RoomId, Version] = field(default_factory=dict)

    def set_listener(self, listener: TailListener) -> None:
        """Whom to tell."""
        self.listener = listener

    def start(self) -> None:
        """Nothing to start: see deliver."""

    def stop(self) -> None:
        """Nothing to stop."""

    def watch(self, room: RoomId, after: Version) -> None:
        """Begins to hear a room; one heard already goes back to an older version, never forward."""
        self.positions[room] = min(after, self.positions.get(room, after))

    def unwatch(self, room: RoomId) -> None:
        """Stops hearing a room."""
        self.positions.pop(room, None)

    def deliver(self) -> int:
        """Tells the listener all it has not heard; returns how many events."""
        assert self.listener is not None, "set_listener first"
        self.store.check_up()
        count = 0
        for room, after in list(self.positions.items()):
            events = tuple(self.store.logs.get(room, [])[after:])
            if events:
                self.positions[room] = Version(after + len(events))
                self.listener.heard(room, Version(after + 1), events)
                count += len(events)
        return count

    def lose_connection(self) -> None:
        """The connection was lost and is back: goes on from what the store now has, and says so."""
        assert self.listener is not None, "set_listener first"
        for room, after in self.positions.items():
            self.positions[room] = Version(min(after, len(self.store.logs.get(room, []))))
        self.listener.connection_lost()


@dataclass
class MemoryLeaderboards:
    """Leaderboards in memory."""

    store: MemoryStore

    def top(self, room: RoomId, count: int) -> Sequence[tuple[PlayerId, MilliPoints]]:
        """The highest first; among ties the order of the ids, backwards, as a sorted set has it."""
        self.store.check_up()
        points = self.store.standings.get(room, {})
        return sorted(points.items(), key=lambda entry: (entry[1], entry[0]), reverse=True)[: max(count, 0)]

    def rank(self, room: RoomId, player: PlayerId) -> int | None:
        """One more than the players above; None without a place."""
        self.store.check_up()
        points = self.store.standings.get(room, {})
        if player not in points:
            return None
        return 1 + sum(other > points[player] for other in points.values())


@dataclass
class MemoryRegister:
    """Register in memory."""

    store: MemoryStore

    def lend(self, pin: Pin, room: RoomId) -> bool:
        """True when the PIN is now this room's; a repeat by the same room is True again."""
        with self.store.lock:
            self.store.check_writable()
            return self.store.pins.setdefault(pin, room) == room

    def find(self, pin: Pin) -> RoomId | None:
        """Who has the PIN."""
        self.store.check_up()
        return self.store.pins.get(pin)

    def give_back(self, pin: Pin, room: RoomId) -> None:
        """Frees the PIN if this room has it."""
        with self.store.lock:
            self.store.check_up()
            if self.store.pins.get(pin) == room:
                del self.store.pins[pin]

    def enter(self, summary: RoomSummary) -> None:
        """Writes or rewrites a room's line."""
        self.store.check_writable()
        self.store.lines[summary.room] = summary

    def line(self, room: RoomId) -> RoomSummary | None:
        """A room's line."""
        self.store.check_up()
        return self.store.lines.get(room)

    def latest(self, count: int) -> Sequence[RoomSummary]:
        """The newest rooms first."""
        self.store.check_up()
        newest = sorted(self.store.lines.values(), key=lambda line: (line.opened_at, line.room), reverse=True)
        return newest[: max(count, 0)]


@dataclass
class MemoryRoomKeys:
    """RoomKeys in memory."""

    store: MemoryStore

    def add(self, room: RoomId, key: RoomKey) -> None:
        """Keeps a key."""
        self.store.check_writable()
        self.store.room_keys.setdefault(room, {})[key.id] = key

    def find(self, room: RoomId, key_id: str) -> RoomKey | None:
        """The key of an id."""
        self.store.check_up()
        return self.store.room_keys.get(room, {}).get(key_id)

    def all(self, room: RoomId) -> Sequence[RoomKey]:
        """All of a room."""
        self.store.check_up()
        return list(self.store.room_keys.get(room, {}).values())

    def remove(self, room: RoomId, key_ids: Set[str]) -> None:
        """Forgets some."""
        self.store.check_up()
        for key_id in key_ids:
            self.store.room_keys.get(room, {}).pop(key_id, None)

    def forget(self, room: RoomId) -> None:
        """Forgets all of a room."""
        self.store.check_up()
        self.store.room_keys.pop(room, None)


@dataclass
class MemoryRewriting:
    """Rewriting in memory."""

    store: MemoryStore

    def to_forget(self) -> Set[RoomId]:
        """The rooms in whose logs a name may still stand."""
        self.store.check_up()
        return set(self.store.to_forget)

    def rewrite(self, room: RoomId, events: Sequence[Event], draft: str) -> bool:
        """Puts these events in place of as many."""
        with self.store.lock:
            self.store.check_writable()
            log = self.store.logs.get(room, [])
            if not log or len(log) < len(events):
                return False
            self.store.logs[room] = [*events, *log[len(events) :]]
            return True

    def forgotten(self, room: RoomId) -> None:
        """No name is left."""
        self.store.check_up()
        self.store.to_forget.discard(room)


@dataclass
class MemoryShelves:
    """Shelves in memory."""

    store: MemoryStore

    def rooms(self) -> Set[RoomId]:
        """Every room of which anything is kept."""
        self.store.check_up()
        return {*self.store.logs, *self.store.lines}

    def last_event(self, room: RoomId) -> Event | None:
        """The newest event."""
        self.store.check_up()
        log = self.store.logs.get(room)
        return log[-1] if log else None

    def erase(self, room: RoomId) -> None:
        """Throws a room away."""
        self.store.check_up()
        for kept in (self.store.logs, self.store.standings, self.store.lines, self.store.room_keys):
            kept.pop(room, None)
        self.store.to_forget.discard(room)

    def take_turn(self) -> bool:
        """One at a time."""
        self.store.check_up()
        taken, self.store.turn_taken = self.store.turn_taken, True
        return not taken

    def end_turn(self) -> None:
        """The next may."""
        self.store.check_up()
        self.store.turn_taken = False
