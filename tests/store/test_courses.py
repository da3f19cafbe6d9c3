"""Courses, their rooms and their season, on memory and on a real Valkey."""

from collections.abc import Mapping

import pytest
from redis import Redis
from redis.crc import key_slot
from redis.exceptions import ResponseError

from server.rooms.ports_after_class import Course, Courses
from server.rules.ids import CourseId, MemberId, MilliPoints, RoomId, ServerMillis, Version
from server.store import keys
from server.store.courses import RedisCourses
from server.store.scripts import WEEK
from tests.store.samples import AT
from tests.support.memory_store import MemoryCourses, MemoryStore

COURSE, OTHER = CourseId("class-2b"), CourseId("class-2c")
FIRST, SECOND, THIRD = RoomId("week-1"), RoomId("week-2"), RoomId("week-3")
DAY = 86_400_000


@pytest.fixture(params=["memory", "valkey"])
def courses(request: pytest.FixtureRequest) -> Courses:
    """Each implementation in turn."""
    if request.param == "memory":
        return MemoryCourses(MemoryStore())
    return RedisCourses(request.getfixturevalue("client"))


def course(course_id: CourseId = COURSE, title: str = "2B", made_at: int = AT) -> Course:
    return Course(course_id, title, ServerMillis(made_at))


def points(**much: int) -> Mapping[MemberId, MilliPoints]:
    return {MemberId(member): MilliPoints(each) for member, each in much.items()}


def play(courses: Courses, room: RoomId, day: int, version: int = 40, **much: int) -> None:
    courses.add_room(COURSE, room, ServerMillis(AT + day * DAY))
    assert courses.write_week(COURSE, room, Version(version), points(**much))


def test_a_course_made_twice_is_one_course_under_its_first_title(courses: Courses) -> None:
    assert courses.find(COURSE) is None
    assert courses.make(course()) == course()
    assert courses.make(course(title="Another name")) == course()

    assert courses.find(COURSE) == course()
    assert courses.latest(9) == [course()]


def test_the_course_that_was_used_last_comes_first(courses: Courses) -> None:
    courses.make(course())
    courses.make(course(OTHER, "2C", AT + 1))
    assert [one.id for one in courses.latest(9)] == [OTHER, COURSE]

    courses.add_room(COURSE, FIRST, ServerMillis(AT + 2))
    courses.add_room(OTHER, SECOND, ServerMillis(AT))  # it was made after that: a use never falls back

    assert [one.id for one in courses.latest(9)] == [COURSE, OTHER]
    assert [one.id for one in courses.latest(1)] == [COURSE]
    assert courses.latest(0) == []


def test_the_rooms_of_a_course_stand_in_the_order_in_which_they_were_opened(courses: Courses) -> None:
    for room, day in ((SECOND, 7), (FIRST, 0), (THIRD, 14), (FIRST, 0)):
        courses.add_room(COURSE, room, ServerMillis(AT + day * DAY))

    assert courses.rooms(COURSE) == [FIRST, SECOND, THIRD]
    assert courses.rooms(OTHER) == []


def test_the_season_adds_up_and_who_misses_a_week_keeps_his_points(courses: Courses) -> None:
    play(courses, FIRST, 0, noor=3000, emre=2500, fenna=1000)
    play(courses, SECOND, 7, noor=1500, fenna=2500, sem=0)

    assert courses.season(COURSE, 9) == [("noor", 4500), ("fenna", 3500), ("emre", 2500), ("sem", 0)]
    assert courses.season(COURSE, 2) == [("noor", 4500), ("fenna", 3500)]
    assert courses.season(COURSE, 0) == []
    assert courses.season(OTHER, 9) == []


def test_a_week_written_twice_counts_once(courses: Courses) -> None:
    for _ in range(3):
        play(courses, FIRST, 0, noor=3000)

    assert courses.season(COURSE, 9) == [("noor", 3000)]
    assert courses.written(COURSE) == {FIRST: 40}


def test_a_week_written_anew_replaces_what_it_gave_before(courses: Courses) -> None:
    play(courses, FIRST, 0, noor=3000, emre=2500)
    play(courses, SECOND, 7, emre=1000)

    play(courses, FIRST, 0, version=41, noor=2000)

    assert courses.season(COURSE, 9) == [("noor", 2000), ("emre", 1000)]
    assert courses.written(COURSE) == {FIRST: 41, SECOND: 40}


def test_a_room_that_is_deleted_takes_its_points_along(courses: Courses) -> None:
    play(courses, FIRST, 0, noor=3000, emre=2500)
    play(courses, SECOND, 7, emre=1000)

    for _ in range(2):
        courses.drop_room(COURSE, FIRST)

    assert courses.season(COURSE, 9) == [("emre", 1000)]
    assert courses.rooms(COURSE) == [SECOND]
    assert courses.written(COURSE) == {SECOND: 40}
    courses.drop_room(COURSE, SECOND)
    assert courses.season(COURSE, 9) == []


def test_a_room_of_no_course_gives_nothing(courses: Courses) -> None:
    assert not courses.write_week(COURSE, FIRST, Version(3), points(noor=1))

    assert courses.season(COURSE, 9) == []
    assert courses.written(COURSE) == {}


def test_a_week_without_points_is_written_too(courses: Courses) -> None:
    play(courses, FIRST, 0)

    assert courses.season(COURSE, 9) == []
    assert courses.written(COURSE) == {FIRST: 40}


def test_a_season_of_fifteen_weeks_and_a_thousand_people_stays_exact(courses: Courses) -> None:
    for week in range(15):
        play(
            courses, RoomId(f"room-{week}"), week * 7, **{f"m{number}": 1000 * number + week for number in range(1000)}
        )

    top = courses.season(COURSE, 2000)
    assert len(top) == 1000
    assert top[0] == ("m999", 15 * 999_000 + 105)
    assert all(type(much) is int for _, much in top)


def test_a_room_that_comes_in_between_is_not_left_out_of_the_season(
    client: Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    courses = RedisCourses(client)
    play(courses, FIRST, 0, noor=1000)
    play(courses, THIRD, 14, noor=100)
    asked: list[int] = []
    real = RedisCourses.rooms

    def another_process_is_quicker(self: RedisCourses, course_id: CourseId) -> list[RoomId]:
        rooms = list(real(self, course_id))
        asked.append(len(rooms))
        if len(asked) == 1:
            monkeypatch.setattr(RedisCourses, "rooms", real)
            play(RedisCourses(client), SECOND, 7, noor=10)
            monkeypatch.setattr(RedisCourses, "rooms", another_process_is_quicker)
        return rooms

    monkeypatch.setattr(RedisCourses, "rooms", another_process_is_quicker)
    assert courses.write_week(COURSE, THIRD, Version(50), points(noor=200))

    assert asked == [2, 3]
    assert courses.season(COURSE, 9) == [("noor", 1210)]


def test_all_keys_of_a_course_are_on_one_shard() -> None:
    names = [key(COURSE).name for key in (keys.course_line, keys.course_rooms, keys.course_written, keys.course_season)]
    names.append(keys.course_week(COURSE, FIRST).name)

    assert {key_slot(name.encode()) for name in names} == {key_slot(COURSE.encode())}


def test_a_new_room_renews_the_life_of_the_course_and_not_of_what_older_rooms_gave(client: Redis) -> None:
    courses = RedisCourses(client)
    courses.make(course())
    play(courses, FIRST, 0, noor=1000)
    for name in list(client.scan_iter()):
        client.expire(name, 5)

    play(courses, SECOND, 7, noor=1000)

    short = {name.decode() for name in client.scan_iter() if client.ttl(name) <= 5}
    assert short == {keys.course_week(COURSE, FIRST).name}


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ((60, 60, 2, FIRST, "drop"), "a number is missing"),
        ((60, "", 1, FIRST, "drop"), "a number is missing"),
        ((60, 60, 1, FIRST, "forget"), "neither write nor drop"),
        ((60, 60, 1, FIRST, "write", 3, 1), "do not add up"),
        ((60, 60, 1, FIRST, "write", 3, "much", "noor"), "a score is no number"),
    ],
)
def test_a_week_that_breaks_its_contract_writes_nothing(
    client: Redis, arguments: tuple[int | str, ...], complaint: str
) -> None:
    play(RedisCourses(client), FIRST, 0, noor=1000)
    every = (
        keys.course_rooms(COURSE),
        keys.course_written(COURSE),
        keys.course_season(COURSE),
        keys.course_week(COURSE, FIRST),
    )

    with pytest.raises(ResponseError, match=complaint):
        WEEK.run(client, every, *arguments)

    assert RedisCourses(client).season(COURSE, 9) == [("noor", 1000)]


@pytest.mark.parametrize("told", [(FIRST,), (FIRST, SECOND, THIRD), (FIRST, THIRD)], ids=["came", "went", "changed"])
def test_a_week_told_of_other_rooms_than_the_course_has_writes_nothing(client: Redis, told: tuple[RoomId, ...]) -> None:
    courses = RedisCourses(client)
    play(courses, FIRST, 0, noor=1000)
    play(courses, SECOND, 7, emre=10)
    every = [keys.course_rooms(COURSE), keys.course_written(COURSE), keys.course_season(COURSE)]
    every += [keys.course_week(COURSE, room) for room in told]

    assert WEEK.run(client, every, 60, 60, 1, *told, "write", 41, 5000, "noor") == 0

    assert courses.season(COURSE, 9) == [("noor", 1000), ("emre", 10)]
    assert courses.written(COURSE) == {FIRST: 40, SECOND: 40}
