"""The store's ports in memory, for tests of the rooms: what is kept, and the ways in which a store can fail.

One MemoryStore is "the Redis"; give each pretended process its own MemoryRoomLog and MemoryTail over it.
The tail moves only when a test says `deliver()`, so a test decides how far behind a process is.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from threading import Lock

from server.rooms.ports import RoomKey, RoomSummary, StoreFull, StoreUnavailable, TailListener
from server.rooms.ports_after_class import Course, HandedIn, Homework, HomeworkAnswer
from server.rooms.skimmed_log import SkimmedLog, skimmed
from server.rules.events import Event, PlayersForgotten
from server.rules.ids import CourseId, LecturerId, MemberId, MilliPoints, Pin, PlayerId, RoomId, ServerMillis, Version

CHUNK = 500


@dataclass
class MemoryStore:
    """What is kept, and switches for what can go wrong.

    `is_down`: every call raises StoreUnavailable. `is_full`: every write raises StoreFull.
    `loses_replies`: a write is done and raises StoreUnavailable all the same, as after a time-out.
    `cannot_write_its_file`: a write is done, in memory alone, and raises StoreFull.
    `appends` counts the appends that were written. Who looks on, or does something of his own: `before_append` as one
    sets out, `after_append` when it is written and its reply is on its way, `asked_after` while its file is asked.
    """

    logs: dict[RoomId, list[Event]] = field(default_factory=dict)
    standings: dict[RoomId, dict[PlayerId, MilliPoints]] = field(default_factory=dict)
    pins: dict[Pin, RoomId] = field(default_factory=dict)
    lines: dict[RoomId, RoomSummary] = field(default_factory=dict)
    room_keys: dict[RoomId, dict[str, RoomKey]] = field(default_factory=dict)
    courses: dict[CourseId, Course] = field(default_factory=dict)
    course_uses: dict[CourseId, ServerMillis] = field(default_factory=dict)
    course_rooms: dict[CourseId, dict[RoomId, ServerMillis]] = field(default_factory=dict)
    weeks: dict[CourseId, dict[RoomId, tuple[Version, dict[MemberId, MilliPoints]]]] = field(default_factory=dict)
    to_forget: set[RoomId] = field(default_factory=set)
    turn_taken: bool = False
    appends: int = 0
    is_down: bool = False
    is_full: bool = False
    loses_replies: bool = False
    cannot_write_its_file: bool = False
    before_append: Callable[[], None] = lambda: None
    after_append: Callable[[], None] = lambda: None
    asked_after: Callable[[], None] = lambda: None
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
        self.check_file()

    def check_file(self) -> None:
        """Raises StoreFull while what is there may not outlive the store."""
        if self.cannot_write_its_file:
            raise StoreFull("The disk is full.")

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
        written: Callable[[], None] | None = None,
    ) -> bool:
        """All events, or none when the log has moved on."""
        self.store.before_append()
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
        self.store.after_append()
        if written is not None and not self.store.loses_replies:
            written()
        self.store.asked_after()
        self.store.check_reply()
        return True

    def check_kept(self, room: RoomId) -> None:
        """All is kept, unless the file cannot be written."""
        self.store.check_up()
        self.store.check_file()

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

    def skim(self, room: RoomId) -> SkimmedLog:
        """All of a log."""
        return skimmed([event for chunk in self.read(room, Version(0)) for event in chunk])

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
            if not events:
                continue
            self.positions[room] = Version(after + len(events))
            count += len(events)
            known = max(0, self.listener.known(room) - after)
            if known < len(events):
                self.listener.heard(room, Version(after + known + 1), events[known:])
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

    def latest(self, count: int, owner: LecturerId | None = None) -> Sequence[RoomSummary]:
        """The newest rooms first; of one lecturer, or all."""
        self.store.check_up()
        lines = [line for line in self.store.lines.values() if owner in (None, line.owner)]
        newest = sorted(lines, key=lambda line: (line.opened_at, line.room), reverse=True)
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
class MemoryCourses:
    """Courses in memory."""

    store: MemoryStore

    def make(self, course: Course) -> Course:
        """Keeps a new course."""
        self.store.check_writable()
        if course.id not in self.store.courses:
            self._use(course.id, course.made_at)
        return self.store.courses.setdefault(course.id, course)

    def find(self, course: CourseId) -> Course | None:
        """The course of an id."""
        self.store.check_up()
        return self.store.courses.get(course)

    def latest(self, count: int, owner: LecturerId | None = None) -> Sequence[Course]:
        """The courses that were used last first; of one lecturer, or all."""
        self.store.check_up()
        uses = sorted(self.store.course_uses.items(), key=lambda use: (use[1], use[0]), reverse=True)
        courses = [self.store.courses[course] for course, _ in uses if course in self.store.courses]
        return [course for course in courses if owner in (None, course.owner)][: max(count, 0)]

    def add_room(self, course: CourseId, room: RoomId, opened_at: ServerMillis) -> None:
        """A room counts to a course."""
        self.store.check_writable()
        self.store.course_rooms.setdefault(course, {})[room] = opened_at
        self._use(course, opened_at)

    def rooms(self, course: CourseId) -> Sequence[RoomId]:
        """The oldest first."""
        self.store.check_up()
        rooms = self.store.course_rooms.get(course, {})
        return sorted(rooms, key=lambda room: (rooms[room], room))

    def write_week(
        self, course: CourseId, room: RoomId, version: Version, points: Mapping[MemberId, MilliPoints]
    ) -> bool:
        """What a room gives to the season."""
        self.store.check_writable()
        if room not in self.rooms(course):
            return False
        self.store.weeks.setdefault(course, {})[room] = (version, dict(points))
        return True

    def drop_room(self, course: CourseId, room: RoomId) -> None:
        """A room leaves the course."""
        self.store.check_writable()
        self.store.course_rooms.get(course, {}).pop(room, None)
        self.store.weeks.get(course, {}).pop(room, None)

    def written(self, course: CourseId) -> Mapping[RoomId, Version]:
        """The rooms that the season holds."""
        self.store.check_up()
        return {room: version for room, (version, _) in self.store.weeks.get(course, {}).items()}

    def season(self, course: CourseId, count: int) -> Sequence[tuple[MemberId, MilliPoints]]:
        """Over all weeks, the highest first."""
        self.store.check_up()
        total: dict[MemberId, MilliPoints] = {}
        for _, points in self.store.weeks.get(course, {}).values():
            for member, much in points.items():
                total[member] = MilliPoints(total.get(member, 0) + much)
        return sorted(total.items(), key=lambda entry: (entry[1], entry[0]), reverse=True)[: max(count, 0)]

    def _use(self, course: CourseId, at: ServerMillis) -> None:
        self.store.course_uses[course] = max(at, self.store.course_uses.get(course, at))


@dataclass
class MemoryHomework:
    """HomeworkBook in memory."""

    store: MemoryStore
    devices_most: int = 2_000
    sheets: dict[str, Homework] = field(default_factory=dict)
    came_back: dict[str, dict[tuple[str, str], HomeworkAnswer]] = field(default_factory=dict)

    def enter(self, homework: Homework) -> None:
        """Writes or rewrites a homework."""
        self.store.check_writable()
        self.sheets[homework.id] = homework

    def find(self, homework_id: str) -> Homework | None:
        """The homework of an id."""
        self.store.check_up()
        return self.sheets.get(homework_id)

    def latest(self, count: int, owner: LecturerId | None = None) -> Sequence[tuple[Homework, int]]:
        """The newest first; of one lecturer, or all."""
        self.store.check_up()
        sheets = [homework for homework in self.sheets.values() if owner in (None, homework.owner)]
        newest = sorted(sheets, key=lambda homework: (homework.made_at, homework.id), reverse=True)
        return [(homework, len(self._devices(homework.id))) for homework in newest[: max(count, 0)]]

    def hand_in(self, homework_id: str, answer: HomeworkAnswer) -> HandedIn:
        """Keeps a device's first answer to a card."""
        self.store.check_writable()
        devices = self._devices(homework_id)
        if answer.device not in devices and len(devices) >= self.devices_most:
            return HandedIn.FULL
        answers = self.came_back.setdefault(homework_id, {})
        place = (answer.device, answer.card)
        outcome = HandedIn.KNOWN if place in answers else HandedIn.KEPT
        answers.setdefault(place, answer)
        return outcome

    def answers(self, homework_id: str) -> Sequence[HomeworkAnswer]:
        """All that came back."""
        self.store.check_up()
        return list(self.came_back.get(homework_id, {}).values())

    def forget(self, homework_id: str) -> None:
        """Forgets it and all that came back."""
        self.store.check_up()
        self.sheets.pop(homework_id, None)
        self.came_back.pop(homework_id, None)

    def _devices(self, homework_id: str) -> set[str]:
        return {device for device, _ in self.came_back.get(homework_id, {})}


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
