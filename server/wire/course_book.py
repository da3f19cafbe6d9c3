"""The sittings of a course, and a season that is what their logs say.

The season is written when a room ends. Whatever came in between (a kill, a store that was away, a log that was deleted
or rewritten) is found when the course is looked at: a room whose log is at another version than the one it was written
from is written anew, and one without a log goes, with all that it gave.
"""

from server.review.course_sitting import CourseSitting
from server.review.course_view import CourseView, is_over, view_course
from server.rooms.ports import Course, Courses, Register
from server.rules.ids import CourseId, RoomId
from server.rules.refusals import Refusal, RefusalCode
from server.wire.sitting_shelf import SittingShelf

ROOMS_LOOKED_AT = 100
COURSES_MOST = 200
MEMBERS_MOST = 100_000


class CourseBook:
    """Reads courses, and mends what their season holds."""

    def __init__(self, courses: Courses, register: Register, shelf: SittingShelf[CourseSitting]) -> None:
        self._courses = courses
        self._register = register
        self._shelf = shelf

    def read(self, course_id: CourseId) -> CourseView:
        """A course as its page shows it. Raises Refusal COURSE_NOT_FOUND, and StoreUnavailable or StoreFull."""
        course = self.find(course_id)
        sittings = self._mended(course_id)
        season = dict(self._courses.season(course_id, MEMBERS_MOST))
        return view_course(course_id, course.title, sittings, season)

    def find(self, course_id: CourseId) -> Course:
        """A course. Raises Refusal COURSE_NOT_FOUND, and StoreUnavailable."""
        course = self._courses.find(course_id)
        if course is None:
            raise Refusal(RefusalCode.COURSE_NOT_FOUND)
        return course

    def sittings(self, course_id: CourseId) -> list[CourseSitting]:
        """All that a course's rooms hold, in the order in which they were opened. Raises StoreUnavailable."""
        read = (self._sitting(room) for room in self._courses.rooms(course_id))
        return [sitting for sitting in read if sitting is not None]

    def refresh(self, room: RoomId) -> None:
        """A room's log was deleted or rewritten: its course follows. Harmless for a room of no course.

        Raises StoreUnavailable or StoreFull; the next look at the course then does the same.
        """
        for course in self._courses.latest(COURSES_MOST):
            if room in self._courses.rooms(course.id):
                self._mended(course.id)

    def _mended(self, course_id: CourseId) -> list[CourseSitting]:
        self._take_in_lost_rooms(course_id)
        rooms, written = self._courses.rooms(course_id), self._courses.written(course_id)
        found: list[CourseSitting] = []
        for room in rooms:
            sitting = self._sitting(room)
            if sitting is None:
                self._courses.drop_room(course_id, room)
            else:
                found.append(sitting)
        for sitting in found:
            if is_over(sitting, found) and written.get(sitting.room) != sitting.version:
                self._courses.write_week(course_id, sitting.room, sitting.version, sitting.points)
        return found

    def _take_in_lost_rooms(self, course_id: CourseId) -> None:
        """A kill between a room's first event and its place in the course leaves it on the list of sessions alone."""
        known = set(self._courses.rooms(course_id))
        for line in self._register.latest(ROOMS_LOOKED_AT):
            if line.course == course_id and line.room not in known and self._sitting(line.room) is not None:
                self._courses.add_room(course_id, line.room, line.opened_at)

    def _sitting(self, room: RoomId) -> CourseSitting | None:
        try:
            return self._shelf.get(room)
        except Refusal:
            return None
