"""The host's addresses of courses: the list, a new one, the page of one; and the warm-up after any sitting."""

from collections.abc import Callable
from functools import partial
from hashlib import sha256
from typing import Protocol

from flask import Flask, Response

from server.rooms.ports_after_class import Course
from server.rules.cards import Deck
from server.rules.ids import CommandId, CourseId, RoomId
from server.rules.names import COURSE_TITLE_LONGEST, clean_name
from server.rules.refusals import Refusal, RefusalCode
from server.rules.settings import RoomSettings
from server.wire.client_messages import MakeCourseMessage, WarmUpMessage
from server.wire.course_book import COURSES_MOST
from server.wire.http_bodies import CourseLine
from server.wire.http_law import answer, check_host, own_room_only, posted
from server.wire.services import Services
from server.wire.sessions import course_of, room_of


class MadeWarmUp(Protocol):
    """What is needed here of a warm-up; review makes it. `deck` is None when nothing slipped."""

    @property
    def view(self) -> object:
        """The cards and why, as they are told."""

    @property
    def deck(self) -> Deck | None:
        """What is played."""

    @property
    def settings(self) -> RoomSettings:
        """How it is played."""

    @property
    def course(self) -> CourseId | None:
        """The course of the sitting that it was made of."""


WarmUpOf = Callable[[RoomId], MadeWarmUp]
"""The warm-up that a room's sitting asks for. Raises Refusal ROOM_NOT_FOUND, and StoreUnavailable."""


class CourseRoutes:
    """Thin: is this the host, read, ask, answer."""

    def __init__(self, services: Services, warm_up_of: WarmUpOf) -> None:
        self._services = services
        self._warm_up_of = warm_up_of

    def attach(self, app: Flask) -> None:
        """Puts the addresses on an app."""
        app.add_url_rule("/api/courses", "courses", self.courses)
        app.add_url_rule("/api/courses", "make_course", self.make, methods=["POST"])
        app.add_url_rule("/api/courses/<course_id>", "course", self.course)
        own = partial(own_room_only, self._services.staff)
        app.add_url_rule("/api/rooms/<room_id>/warm-up", "warm_up", own(self.warm_up))
        app.add_url_rule("/api/rooms/<room_id>/warm-up", "open_warm_up", own(self.open), methods=["POST"])

    def courses(self) -> Response:
        """The courses, the one that was used last first."""
        owner = check_host(self._services.staff).lecturer
        return answer([_line(course) for course in self._services.courses.latest(COURSES_MOST, owner)])

    def make(self) -> Response:
        """A new course. Its id comes from the command's, so that a repeat finds the same one."""
        owner = check_host(self._services.staff).lecturer
        message = posted(MakeCourseMessage)
        title = clean_name(message.title, COURSE_TITLE_LONGEST)
        course_id = CourseId(sha256(f"course {owner or ''}{message.command_id}".encode()).hexdigest()[:24])
        course = Course(course_id, title, self._services.clock.now(), owner)
        return answer(_line(self._services.courses.make(course)), 201)

    def course(self, course_id: str) -> Response:
        """A course over its weeks."""
        member, course = check_host(self._services.staff), course_of(course_id)
        if not member.owns(self._services.course_book.find(course).owner):
            raise Refusal(RefusalCode.FORBIDDEN)
        return answer(self._services.course_book.read(course))

    def warm_up(self, room_id: str) -> Response:
        """The cards that would come back after a sitting, and why; none when nothing slipped."""
        return answer(self._warm_up_of(room_of(room_id)).view)

    def open(self, room_id: str) -> Response:
        """A room with these cards, in the same course. A repeat of the same command opens no second one.

        Raises Refusal NOTHING_SLIPPED where no card comes back.
        """
        command_id = CommandId(posted(WarmUpMessage).command_id)
        warm_up = self._warm_up_of(room_of(room_id))
        if warm_up.deck is None:
            raise Refusal(RefusalCode.NOTHING_SLIPPED)
        # A course may have gone while its last rooms are still there: the warm-up then stands alone.
        course = warm_up.course if warm_up.course and self._services.courses.find(warm_up.course) else None
        owner = check_host(self._services.staff).lecturer
        return answer(self._services.openings.open(command_id, warm_up.deck, warm_up.settings, course, owner), 201)


def _line(course: Course) -> CourseLine:
    return CourseLine(course.id, course.title, course.made_at)
