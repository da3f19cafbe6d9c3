"""The host's addresses of courses: the list, a new one, the page of one; and the warm-up after any sitting."""

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from typing import ParamSpec

from flask import Flask, Response, request

from server.review.sitting import Sitting
from server.review.warm_up import WarmUp, warm_up_of
from server.rooms.ports import Course
from server.rules.ids import CardId, CommandId, CourseId
from server.rules.names import COURSE_TITLE_LONGEST, clean_name
from server.rules.refusals import Refusal, RefusalCode
from server.wire.client_messages import MakeCourseMessage, WarmUpMessage
from server.wire.course_book import COURSES_MOST
from server.wire.http_bodies_course import CourseLine, WarmUpView
from server.wire.http_law import answer, posted
from server.wire.services import Services
from server.wire.sessions import course_of, room_of
from server.wire.sitting_shelf import SittingShelf

P = ParamSpec("P")


class CourseRoutes:
    """Thin: is this the host, read, ask, answer."""

    def __init__(self, services: Services, sittings: SittingShelf[Sitting]) -> None:
        self._services = services
        self._sittings = sittings

    def attach(self, app: Flask) -> None:
        """Puts the addresses on an app."""
        app.add_url_rule("/api/courses", "courses", self._host_only(self.courses))
        app.add_url_rule("/api/courses", "make_course", self._host_only(self.make), methods=["POST"])
        app.add_url_rule("/api/courses/<course_id>", "course", self._host_only(self.course))
        app.add_url_rule("/api/rooms/<room_id>/warm-up", "warm_up", self._host_only(self.warm_up))
        app.add_url_rule("/api/rooms/<room_id>/warm-up", "open_warm_up", self._host_only(self.open), methods=["POST"])

    def courses(self) -> Response:
        """The courses, the one that was used last first."""
        return answer([_line(course) for course in self._services.courses.latest(COURSES_MOST)])

    def make(self) -> Response:
        """A new course. Its id comes from the command's, so that a repeat finds the same one."""
        message = posted(MakeCourseMessage)
        title = clean_name(message.title, COURSE_TITLE_LONGEST)
        course_id = CourseId(sha256(f"course {message.command_id}".encode()).hexdigest()[:24])
        course = Course(course_id, title, self._services.clock.now())
        return answer(_line(self._services.courses.make(course)), 201)

    def course(self, course_id: str) -> Response:
        """A course over its weeks."""
        return answer(self._services.course_book.read(course_of(course_id)))

    def warm_up(self, room_id: str) -> Response:
        """The cards that would come back after a sitting, and why; none when nothing slipped."""
        return answer(WarmUpView(self._warm_up(self._sittings.get(room_of(room_id))).cards))

    def open(self, room_id: str) -> Response:
        """A room with these cards, in the same course. A repeat of the same command opens no second one.

        Raises Refusal NOTHING_SLIPPED where no card comes back.
        """
        command_id = CommandId(posted(WarmUpMessage).command_id)
        sitting = self._sittings.get(room_of(room_id))
        warm_up = self._warm_up(sitting)
        if warm_up.deck is None:
            raise Refusal(RefusalCode.NOTHING_SLIPPED)
        return answer(
            self._services.openings.open(command_id, warm_up.deck, warm_up.settings, self._course_now(sitting)), 201
        )

    def _warm_up(self, sitting: Sitting) -> WarmUp:
        course = sitting.room.course
        known: set[CardId] = set()
        if course is not None:
            known = {card for each in self._services.course_book.sittings(course) for card in each.cards}
        return warm_up_of(sitting, self._services.decks, known)

    def _course_now(self, sitting: Sitting) -> CourseId | None:
        """A course may have gone while its last rooms are still there; the warm-up then stands alone."""
        course = sitting.room.course
        return course if course is not None and self._services.courses.find(course) is not None else None

    def _host_only(self, route: Callable[P, Response]) -> Callable[P, Response]:
        @wraps(route)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> Response:
            if not self._services.host_key.is_in(request.environ):
                raise Refusal(RefusalCode.FORBIDDEN)
            return route(*args, **kwargs)

        return guarded


def _line(course: Course) -> CourseLine:
    return CourseLine(course.id, course.title, course.made_at)
