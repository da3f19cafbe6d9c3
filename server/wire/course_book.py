"""The sittings of a course, and a season that is what their logs say.

The season is written when a room ends. Whatever came in between (a kill, a store that was away, a log that was deleted
or rewritten) is found when the course is looked at: a room whose log is at another version than the one it was written
from is written anew, and one without a log goes, with all that it gave.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, Protocol, TypeVar

from server.rooms.ports import Register
from server.rooms.ports_after_class import Course, Courses
from server.rules.ids import CardId, CourseId, MemberId, MilliPoints, RoomId, ServerMillis, Version
from server.rules.refusals import Refusal, RefusalCode
from server.rules.season import is_over
from server.wire.sitting_shelf import SittingShelf

ROOMS_LOOKED_AT = 100
COURSES_MOST = 200
MEMBERS_MOST = 100_000


class KeptSitting(Protocol):
    """What is needed here of a sitting; review makes it."""

    @property
    def room(self) -> RoomId:
        """Whose sitting it is."""

    @property
    def version(self) -> Version:
        """Of the log that it was read from."""

    @property
    def opened_at(self) -> ServerMillis:
        """When it began."""

    @property
    def ended_at(self) -> ServerMillis | None:
        """When it was ended, if it was."""

    @property
    def points(self) -> Mapping[MemberId, MilliPoints]:
        """What it gives to the season."""

    @property
    def cards(self) -> tuple[CardId, ...]:
        """The cards that were judged."""


Kept = TypeVar("Kept", bound=KeptSitting)

ViewCourse = Callable[[CourseId, str, Sequence[Kept], Mapping[MemberId, MilliPoints]], object]
"""review.course_view.view_course."""


class CourseBook(Generic[Kept]):
    """Reads courses, and mends what their season holds."""

    def __init__(
        self, courses: Courses, register: Register, shelf: SittingShelf[Kept], view_course: ViewCourse[Kept]
    ) -> None:
        self._courses = courses
        self._register = register
        self._shelf = shelf
        self._view_course = view_course

    def read(self, course_id: CourseId) -> object:
        """A course as its page shows it. Raises Refusal COURSE_NOT_FOUND, and StoreUnavailable or StoreFull."""
        course = self.find(course_id)
        sittings = self._mended(course_id)
        season = dict(self._courses.season(course_id, MEMBERS_MOST))
        return self._view_course(course_id, course.title, sittings, season)

    def find(self, course_id: CourseId) -> Course:
        """A course. Raises Refusal COURSE_NOT_FOUND, and StoreUnavailable."""
        course = self._courses.find(course_id)
        if course is None:
            raise Refusal(RefusalCode.COURSE_NOT_FOUND)
        return course

    def cards(self, course_id: CourseId) -> frozenset[CardId]:
        """The stories that the class has met in a course. Raises StoreUnavailable."""
        read = (self._sitting(room) for room in self._courses.rooms(course_id))
        return frozenset(card for sitting in read if sitting is not None for card in sitting.cards)

    def refresh(self, room: RoomId) -> None:
        """A room's log was deleted or rewritten: its course follows. Harmless for a room of no course.

        Raises StoreUnavailable or StoreFull; the next look at the course then does the same.
        """
        for course in self._courses.latest(COURSES_MOST):
            if room in self._courses.rooms(course.id):
                self._mended(course.id)

    def _mended(self, course_id: CourseId) -> list[Kept]:
        self._take_in_lost_rooms(course_id)
        rooms, written = self._courses.rooms(course_id), self._courses.written(course_id)
        found: list[Kept] = []
        for room in rooms:
            sitting = self._sitting(room)
            if sitting is None:
                self._courses.drop_room(course_id, room)
            else:
                found.append(sitting)
        for sitting in found:
            has_ended = is_over(sitting.ended_at, sitting.opened_at, found[-1].opened_at)
            if has_ended and written.get(sitting.room) != sitting.version:
                self._courses.write_week(course_id, sitting.room, sitting.version, sitting.points)
        return found

    def _take_in_lost_rooms(self, course_id: CourseId) -> None:
        """A kill between a room's first event and its place in the course leaves it on the list of sessions alone."""
        known = set(self._courses.rooms(course_id))
        for line in self._register.latest(ROOMS_LOOKED_AT):
            if line.course == course_id and line.room not in known and self._sitting(line.room) is not None:
                self._courses.add_room(course_id, line.room, line.opened_at)

    def _sitting(self, room: RoomId) -> Kept | None:
        try:
            return self._shelf.get(room)
        except Refusal:
            return None
