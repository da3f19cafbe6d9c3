"""What is kept for the evening and the weeks after, and thrown away in time, as protocols; store/ has them."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from server.rules.events import Event
from server.rules.ids import (
    AxisId,
    CardId,
    CourseId,
    LecturerId,
    MemberId,
    MilliPoints,
    RoomId,
    ServerMillis,
    Version,
)


@dataclass(frozen=True, slots=True)
class Course:
    """A class with a season, and the lecturer whose it is."""

    id: CourseId
    title: str
    made_at: ServerMillis
    owner: LecturerId | None = None


class Courses(Protocol):
    """The courses, the rooms of each, and the season's points over all weeks.

    Every method raises StoreUnavailable, the writing ones StoreFull.
    """

    def make(self, course: Course) -> Course:
        """Keeps a new course. One that is there already stays as it is, and is what comes back."""
        ...

    def find(self, course: CourseId) -> Course | None:
        """The course of an id."""
        ...

    def latest(self, count: int, owner: LecturerId | None = None) -> Sequence[Course]:
        """The courses that were used last first; of one lecturer, or all."""
        ...

    def add_room(self, course: CourseId, room: RoomId, opened_at: ServerMillis) -> None:
        """A room counts to a course from now on; harmless when it does already."""
        ...

    def rooms(self, course: CourseId) -> Sequence[RoomId]:
        """The rooms of a course, the oldest first."""
        ...

    def write_week(
        self, course: CourseId, room: RoomId, version: Version, points: Mapping[MemberId, MilliPoints]
    ) -> bool:
        """What a room gives to the season, as of a version of its log, in place of what it gave before.

        The season is added up anew in the same atomic step. False for a room that is not the course's.
        """
        ...

    def drop_room(self, course: CourseId, room: RoomId) -> None:
        """A room and all that it gave leave the course; harmless when it is gone already."""
        ...

    def written(self, course: CourseId) -> Mapping[RoomId, Version]:
        """The rooms that the season holds, each with the version that it was written from."""
        ...

    def season(self, course: CourseId, count: int) -> Sequence[tuple[MemberId, MilliPoints]]:
        """The highest `count` members over all weeks, highest first."""


class Rewriting(Protocol):
    """Logs that are written anew without names. Every method raises StoreUnavailable, the writing ones StoreFull."""

    def to_forget(self) -> Set[RoomId]:
        """The rooms in whose logs a name may still stand that was to be forgotten; append notes them."""
        ...

    def rewrite(self, room: RoomId, events: Sequence[Event], draft: str) -> bool:
        """Puts these events in place of the log's first ones, of as many; what came after them stays.

        Whole or not at all, and for no longer than the log was to be kept. `draft` is a name of the caller's own.
        False: the log is not there any more, or shorter.
        """
        ...

    def forgotten(self, room: RoomId) -> None:
        """No name is left of those."""
        ...


class Shelves(Protocol):
    """All that is kept of rooms, to be looked through and thrown away. Every method raises StoreUnavailable."""

    def rooms(self) -> Set[RoomId]:
        """Every room of which a log or a line is kept, listed or not."""
        ...

    def last_event(self, room: RoomId) -> Event | None:
        """The newest event of a room; None without a log."""
        ...

    def erase(self, room: RoomId) -> None:
        """Throws away all that is kept of a room, whoever wrote it. The PIN is given back by the register."""
        ...

    def take_turn(self) -> bool:
        """Whether this process is the one that may look through them now."""
        ...

    def end_turn(self) -> None:
        """Lets another process have its turn."""
        ...


@dataclass(frozen=True, slots=True)
class Homework:
    """Cards of a deck that a lecturer has set to be practised. `title` may be empty: then the deck's own stands for it.

    `until`: the moment from which nothing comes in any more; None: until it is closed. `room` is the sitting whose
    worst cards they are, if that is where they are from; `owner` the lecturer who set it.
    """

    id: str
    title: str
    deck: str
    cards: tuple[CardId, ...]
    made_at: ServerMillis
    until: ServerMillis | None = None
    closed_at: ServerMillis | None = None
    room: RoomId | None = None
    owner: LecturerId | None = None

    def is_open(self, now: ServerMillis) -> bool:
        """Whether results still come in."""
        return self.closed_at is None and (self.until is None or now < self.until)


@dataclass(frozen=True, slots=True)
class AxisTry:
    """How a first try on one axis was marked: its share (0..1), and whether it was right."""

    share: float
    is_right: bool


@dataclass(frozen=True, slots=True)
class HomeworkAnswer:
    """What one device did on one card at its first try: marks, no picks. The device's id is random."""

    device: str
    card: CardId
    at: ServerMillis
    axes: Mapping[AxisId, AxisTry]


class HandedIn(StrEnum):
    """What became of an answer that was handed in."""

    KEPT = "kept"
    KNOWN = "known"
    """The device had answered the card before; that first answer stays."""
    FULL = "full"
    """More devices than a homework can have."""


class HomeworkBook(Protocol):
    """What lecturers have set and what came back. Every method raises StoreUnavailable, the writing ones StoreFull."""

    def enter(self, homework: Homework) -> None:
        """Writes or rewrites a homework."""
        ...

    def find(self, homework_id: str) -> Homework | None:
        """The homework of an id."""
        ...

    def latest(self, count: int, owner: LecturerId | None = None) -> Sequence[tuple[Homework, int]]:
        """The newest first, each with how many devices have handed in; of one lecturer, or all."""
        ...

    def hand_in(self, homework_id: str, answer: HomeworkAnswer) -> HandedIn:
        """Keeps a device's first answer to a card."""
        ...

    def answers(self, homework_id: str) -> Sequence[HomeworkAnswer]:
        """All that came back, in no order."""
        ...

    def forget(self, homework_id: str) -> None:
        """Forgets it and all that came back."""
        ...
