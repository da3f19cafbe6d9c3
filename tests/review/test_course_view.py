"""A course over its weeks: who came, what sticks, who stands highest."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from server.review.course_sitting import AxisTally, CourseSitting, read_course_sitting
from server.review.course_view import SEASON_ROWS, Climb, CourseView, Trend, view_course
from server.rules.cards import WARM_UP_DECK
from server.rules.commands import EndRoom, RemovePlayer, RenamePlayer
from server.rules.ids import AxisId, CourseId, MemberId, MilliPoints, PlayerId, RoomId, ServerMillis, Version
from server.rules.phases import Phase
from server.rules.settings import ScoreMode
from tests.support.classroom import ROOM, Classroom
from tests.support.sample_deck import DECK, FORM, STAGE, text

COURSE = CourseId("class-2b")
HOUR, DAY = 3_600_000, 86_400_000
Points = Mapping[str, int]


def sitting(
    day: float,
    points: Points,
    ended: bool = True,
    warm_up: bool = False,
    nameless: str = "",
    **axes: tuple[int, int],
) -> CourseSitting:
    """A sitting on a day of the season. `points` by member, who is called so; an axis has (answers, right)."""
    opened = round(day * DAY)
    return CourseSitting(
        room=RoomId(f"day-{day}"),
        version=Version(40),
        course=COURSE,
        title=text(f"deck of day {day}"),
        opened_at=ServerMillis(opened),
        ended_at=ServerMillis(opened + HOUR) if ended else None,
        is_warm_up=warm_up,
        names={MemberId(member): "P1" if member in nameless.split() else member.title() for member in points},
        nameless=frozenset(map(MemberId, nameless.split())),
        points={MemberId(member): MilliPoints(much) for member, much in points.items()},
        axes={AxisId(axis): AxisTally(text(axis), *tally) for axis, tally in axes.items()},
        cards=(),
    )


def seen(sittings: Sequence[CourseSitting]) -> CourseView:
    """The course, its season being what the sittings gave."""
    season: Counter[MemberId] = Counter()
    for one in sittings:
        for member, much in one.points.items():
            season[member] += much
    return view_course(COURSE, "2B", sittings, {member: MilliPoints(much) for member, much in season.items()})


def test_who_was_forgotten_in_one_sitting_is_called_as_in_another() -> None:
    course = seen([sitting(1, {"noor": 3_000, "sem": 1_000}, nameless="noor sem"), sitting(8, {"noor": 500})])

    assert [(row.name, row.points) for row in course.season] == [("Noor", 3_500), ("P1", 1_000)]


def test_the_newest_name_is_forgotten_before_an_older_one_is() -> None:
    course = seen([sitting(1, {"noor": 3_000}), sitting(8, {"noor": 500}, nameless="noor")])

    assert [row.name for row in course.season] == ["Noor"]


def test_a_course_without_rooms_is_an_empty_street() -> None:
    course = seen([])

    assert (course.title, course.weeks, course.sticking, course.season) == ("2B", (), (), ())
    assert (course.members, course.climb, course.warm_up_from) == (0, None, None)


def test_each_sitting_is_a_week_with_who_came_and_how_many_had_been_there_before() -> None:
    course = seen([sitting(0, {"noor": 1, "emre": 1}), sitting(7, {"noor": 1, "sem": 1}), sitting(14, {"emre": 1})])

    assert [(week.number, week.people, week.came_back) for week in course.weeks] == [(1, 2, 0), (2, 2, 1), (3, 1, 1)]
    assert all(week.is_over for week in course.weeks)


def test_the_height_of_a_week_is_its_share_right_over_all_axes() -> None:
    course = seen([sitting(0, {}, stage=(40, 30), form=(10, 5)), sitting(7, {})])

    assert [week.right_share for week in course.weeks] == [0.7, None]


def test_a_warm_up_and_the_hour_after_it_are_one_week() -> None:
    warm_up = sitting(7, {"noor": 500}, warm_up=True, stage=(40, 20))
    hour = sitting(7.01, {"noor": 1000, "emre": 1000}, stage=(40, 30))

    course = seen([sitting(0, {"noor": 1000}), warm_up, hour])

    week = course.weeks[1]
    assert len(course.weeks) == 2
    assert (week.title, week.people, week.right_share) == (hour.title, 2, 0.625)
    assert [(one.room, one.is_warm_up) for one in week.rooms] == [(warm_up.room, True), (hour.room, False)]
    assert course.warm_up_from == hour.room


@pytest.mark.parametrize("days", [1, 7])
def test_a_warm_up_alone_is_a_week_of_its_own(days: float) -> None:
    course = seen([sitting(0, {}, warm_up=True), sitting(days, {})])

    assert [week.number for week in course.weeks] == [1, 2]


def test_a_room_that_is_still_going_is_the_week_of_now_and_changes_nothing_else() -> None:
    course = seen([sitting(0, {"noor": 1}, stage=(40, 20)), sitting(7, {}, ended=False, stage=(40, 40))])

    assert [week.is_over for week in course.weeks] == [True, False]
    assert [one.week for one in course.sticking] == [1]
    assert course.warm_up_from == RoomId("day-0")
    assert not course.weeks[1].rooms[0].is_over


def test_a_room_that_nobody_ended_is_over_once_the_next_was_opened() -> None:
    course = seen([sitting(0, {"noor": 1}, ended=False), sitting(7, {"noor": 1}, ended=False)])

    assert [week.is_over for week in course.weeks] == [True, False]


def test_what_sticks_stands_beside_the_last_time_that_it_was_asked() -> None:
    first = sitting(0, {}, stage=(40, 20), form=(40, 30))
    second = sitting(7, {}, trust=(40, 10))
    third = sitting(14, {}, trust=(40, 12), new=(50, 10), stage=(50, 40), form=(40, 30))

    told = {one.label.en: one for one in seen([first, second, third]).sticking}

    assert (told["stage (en)"].before_week, told["stage (en)"].before_share, told["stage (en)"].right_share) == (
        1,
        0.5,
        0.8,
    )
    assert told["trust (en)"].before_week == 2
    assert told["new (en)"].before_week is None
    assert list(told) == ["trust (en)", "stage (en)", "form (en)", "new (en)"]


@pytest.mark.parametrize(
    ("before", "now", "trend"),
    [
        ((100, 60), (100, 64), Trend.UP),
        ((100, 60), (100, 56), Trend.DOWN),
        ((100, 60), (100, 62), Trend.SAME),
        ((100, 60), (100, 58), Trend.SAME),
        ((29, 0), (100, 100), Trend.TOO_FEW),
        ((100, 0), (29, 29), Trend.TOO_FEW),
        ((30, 0), (30, 30), Trend.UP),
    ],
)
def test_up_down_or_the_same_is_said_where_enough_answered(
    before: tuple[int, int], now: tuple[int, int], trend: Trend
) -> None:
    course = seen([sitting(0, {}, stage=before), sitting(7, {}, stage=now)])

    assert [one.trend for one in course.sticking] == [trend]


def test_the_season_has_eight_rows_and_no_bottom() -> None:
    everybody = {f"m{number}": 1000 * number for number in range(44)}

    course = seen([sitting(0, everybody)])

    assert len(course.season) == SEASON_ROWS
    assert course.members == 44
    assert (course.season[0].name, course.season[0].rank, course.season[0].points) == ("M43", 1, 43_000)


def test_who_misses_a_week_keeps_his_points_and_ties_share_a_rank() -> None:
    course = seen([sitting(0, {"noor": 3000, "emre": 2000}), sitting(7, {"emre": 1000, "sem": 2500})])

    assert [(row.rank, row.name, row.points) for row in course.season] == [
        (1, "Emre", 3000),
        (1, "Noor", 3000),
        (3, "Sem", 2500),
    ]


def test_the_season_says_the_name_of_the_last_time() -> None:
    changed = replace(sitting(7, {"noor": 1000}), names={MemberId("noor"): "Queen of the square"})

    assert [row.name for row in seen([sitting(0, {"noor": 1000}), changed]).season] == ["Queen of the square"]


def test_somebody_whose_last_sitting_is_gone_is_in_no_row() -> None:
    season = {MemberId("noor"): MilliPoints(3000), MemberId("gone"): MilliPoints(9000)}

    course = view_course(COURSE, "2B", [sitting(0, {"noor": 3000})], season)

    assert [(row.rank, row.name) for row in course.season] == [(2, "Noor")]


def test_the_furthest_climb_of_the_newest_week_is_told() -> None:
    first = sitting(0, {"a": 5000, "b": 4000, "c": 3000, "d": 1000})
    second = sitting(7, {"d": 3500, "newcomer": 9000})

    assert seen([first, second]).climb == Climb("D", 4, 3)
    assert seen([first]).climb is None


def test_nobody_who_merely_kept_his_place_is_told_to_have_climbed() -> None:
    assert seen([sitting(0, {"a": 5000, "b": 4000}), sitting(7, {"a": 1000, "b": 1000})]).climb is None


def test_fifteen_weeks_are_fifteen_steps() -> None:
    course = seen([sitting(7 * week, {"noor": 1000}, stage=(40, 20 + week)) for week in range(15)])

    assert [week.number for week in course.weeks] == list(range(1, 16))
    assert course.season[0].points == 15_000


def played(**settings: object) -> Classroom:
    """Anna is right on two axes and Bram on none; Cas came and said nothing. Anna and Bram have devices."""
    room = Classroom(DECK, course=COURSE, **settings)
    room.join_as("Anna", "device-a")
    room.join_as("Bram", "device-b")
    room.join("Cas")
    room.step_until(Phase.ANSWERING)
    room.answer("Anna", stage="client", form="moral")
    room.answer("Bram", stage="ambassador", form="personal")
    room.step_until(Phase.REVEAL)
    return room


def read(room: Classroom) -> CourseSitting:
    return read_course_sitting(ROOM, room.log)


def test_a_sitting_is_read_from_its_log() -> None:
    room = played()
    room.do(RenamePlayer(room.new_id(), PlayerId("Anna"), "Annabel"))
    room.do(EndRoom(room.new_id()))

    one = read(room)

    assert (one.room, one.course, one.version, one.ended_at) == (ROOM, COURSE, len(room.log), room.now)
    assert one.names == {"device-a": "Annabel", "device-b": "Bram", "Cas": "Cas"}
    assert one.points == {"device-a": 2000, "device-b": 0, "Cas": 0}
    assert {axis: (tally.answers, tally.right) for axis, tally in one.axes.items()} == {STAGE: (2, 1), FORM: (2, 1)}
    assert one.cards == (DECK.cards[0].id,)
    assert not one.is_warm_up


def test_who_was_taken_out_brings_nothing_home() -> None:
    room = played()
    room.do(RemovePlayer(room.new_id(), PlayerId("Anna")))

    assert "device-a" not in read(room).points
    assert "device-a" not in read(room).names


def test_a_room_without_points_adds_none_and_its_people_came_all_the_same() -> None:
    one = read(played(scoring=ScoreMode.NONE))

    assert one.points == {}
    assert len(one.names) == 3


def test_two_seats_of_one_device_bring_home_the_better_of_the_two() -> None:
    room = Classroom(DECK, course=COURSE)
    for name in ("Anna", "Anna again"):
        room.join_as(name, "device-a")
    room.step_until(Phase.ANSWERING)
    room.answer("Anna again", stage="client")
    room.step_until(Phase.REVEAL)

    assert read(room).points == {"device-a": 1000}


def test_outside_a_course_no_device_is_remembered() -> None:
    room = Classroom(DECK)
    room.join_as("Anna", "device-a")

    assert room.room.seats[PlayerId("Anna")].member is None
    assert room.room.course is None


def test_a_warm_up_is_known_by_its_deck() -> None:
    assert read(Classroom(replace(DECK, id=WARM_UP_DECK))).is_warm_up
