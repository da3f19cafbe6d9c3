"""A season is what its rooms' logs say, whatever was lost between a room's end and the writing of it."""

from dataclasses import replace

import pytest

from server.review.course_sitting import CourseSitting, read_course_sitting
from server.review.course_view import CourseView, view_course
from server.rooms.ports import RoomSummary
from server.rooms.ports_after_class import Course
from server.rules.commands import EndRoom, RemovePlayer
from server.rules.events import RoomOpened
from server.rules.ids import CourseId, Pin, PlayerId, RoomId, ServerMillis, Version
from server.rules.phases import Phase
from server.rules.refusals import Refusal
from server.wire.course_book import CourseBook
from server.wire.sitting_shelf import SittingShelf
from tests.support.classroom import START, Classroom
from tests.support.memory_store import MemoryCourses, MemoryRegister, MemoryRoomLog, MemoryStore
from tests.support.plain_threads import PlainThreads
from tests.support.sample_deck import DECK, text

COURSE = CourseId("class-2b")
FIRST, SECOND = RoomId("week-1"), RoomId("week-2")
WEEK = 7 * 86_400_000


class Season:
    """A course over a store in memory. `played` puts a whole sitting there, as it is before its week is written."""

    def __init__(self) -> None:
        self.store = MemoryStore()
        self.courses = MemoryCourses(self.store)
        self.register = MemoryRegister(self.store)
        shelf: SittingShelf[CourseSitting] = SittingShelf(
            MemoryRoomLog(self.store).newest_version,
            lambda room: self.store.logs[room],
            read_course_sitting,
            PlainThreads(),
        )
        self.book = CourseBook(self.courses, self.register, shelf, view_course)
        self.courses.make(Course(COURSE, "2B", START))

    def played(self, room_id: RoomId, week: int, *right: str, ends: bool = True) -> Classroom:
        """Everybody of the class comes, under a name of that week; those in `right` bring home a point."""
        room = Classroom(DECK, course=COURSE)
        for member in ("a", "b", "c"):
            room.join_as(f"{member}{week}", member)
        room.step_until(Phase.ANSWERING)
        for member in right:
            room.answer(f"{member}{week}", stage="client")
        room.step_until(Phase.REVEAL)
        if ends:
            room.do(EndRoom(room.new_id()))
        opened = room.log[0]
        assert isinstance(opened, RoomOpened)
        at = ServerMillis(START + week * WEEK)
        self.store.logs[room_id] = [replace(opened, at=at), *room.log[1:]]
        self.register.enter(RoomSummary(room_id, Pin("123456"), "d", text("deck"), at, course=COURSE))
        return room

    def opened(self, room_id: RoomId, week: int) -> None:
        self.courses.add_room(COURSE, room_id, ServerMillis(START + week * WEEK))

    def read(self) -> CourseView:
        """The page of the course."""
        view = self.book.read(COURSE)
        assert isinstance(view, CourseView)
        return view

    def points(self) -> dict[str, int]:
        """The rows of the season, as the page of the course tells them."""
        return {row.name: row.points for row in self.read().season}


def test_a_week_that_was_lost_with_its_server_is_written_when_the_course_is_looked_at() -> None:
    season = Season()
    season.played(FIRST, 1, "a", "b")
    season.opened(FIRST, 1)
    assert season.courses.season(COURSE, 9) == []  # killed between the room's end and the week's writing

    assert season.points() == {"a1": 1000, "b1": 1000, "c1": 0}
    assert season.courses.written(COURSE) == {FIRST: len(season.store.logs[FIRST])}


def test_looking_again_counts_nothing_twice() -> None:
    season = Season()
    for week, room in ((1, FIRST), (2, SECOND)):
        season.played(room, week, "a")
        season.opened(room, week)

    for _ in range(3):
        assert season.points() == {"a2": 2000, "b2": 0, "c2": 0}


def test_a_room_that_was_lost_before_it_stood_in_its_course_is_found_by_the_list_of_sessions() -> None:
    season = Season()
    season.played(FIRST, 1, "a")
    assert season.courses.rooms(COURSE) == []

    assert season.points()["a1"] == 1000
    assert season.courses.rooms(COURSE) == [FIRST]


def test_a_deleted_room_takes_its_points_and_its_people_along() -> None:
    season = Season()
    for week, room in ((1, FIRST), (2, SECOND)):
        season.played(room, week, "a")
        season.opened(room, week)
    season.points()

    del season.store.logs[FIRST]
    season.book.refresh(FIRST)

    assert season.courses.rooms(COURSE) == [SECOND]
    assert dict(season.courses.season(COURSE, 9)) == {"a": 1000, "b": 0, "c": 0}
    assert len(season.read().weeks) == 1


def test_a_rewritten_log_is_read_anew() -> None:
    season = Season()
    room = season.played(FIRST, 1, "a", "b", ends=False)
    season.opened(FIRST, 1)
    room.do(EndRoom(room.new_id()))
    season.store.logs[FIRST] = list(room.log)
    assert season.points() == {"a1": 1000, "b1": 1000, "c1": 0}

    room = season.played(FIRST, 1, "a", "b", ends=False)
    room.do(RemovePlayer(room.new_id(), PlayerId("a1")))
    room.do(EndRoom(room.new_id()))
    season.store.logs[FIRST] = list(room.log)
    season.book.refresh(FIRST)

    assert dict(season.courses.season(COURSE, 9)) == {"b": 1000, "c": 0}


def test_a_room_that_goes_on_gives_nothing_yet_and_is_no_hindrance() -> None:
    season = Season()
    season.played(FIRST, 1, "a")
    season.played(SECOND, 2, "b", ends=False)
    season.opened(FIRST, 1)
    season.opened(SECOND, 2)

    assert season.points() == {"a2": 1000, "b2": 0, "c2": 0}
    assert season.courses.written(COURSE).keys() == {FIRST}


def test_a_room_that_nobody_ended_gives_its_points_once_the_next_is_open() -> None:
    season = Season()
    season.played(FIRST, 1, "a", ends=False)
    season.opened(FIRST, 1)
    assert season.points() == {}

    season.played(SECOND, 2, ends=False)
    season.opened(SECOND, 2)

    assert season.points() == {"a2": 1000, "b2": 0, "c2": 0}


def test_a_room_of_another_course_is_left_alone() -> None:
    season = Season()
    season.played(FIRST, 1, "a")
    season.opened(FIRST, 1)
    season.points()

    season.book.refresh(RoomId("elsewhere"))

    assert season.courses.rooms(COURSE) == [FIRST]


def test_a_course_that_is_not_there_is_refused() -> None:
    with pytest.raises(Refusal, match="COURSE_NOT_FOUND"):
        Season().book.read(CourseId("none"))


def test_what_was_written_is_the_version_that_was_read() -> None:
    season = Season()
    season.played(FIRST, 1, "a")
    season.opened(FIRST, 1)
    season.courses.write_week(COURSE, FIRST, Version(3), {})

    assert season.points()["a1"] == 1000
    assert season.book.cards(COURSE) == {DECK.cards[0].id}
