"""A course over its weeks: who came, what sticks, and who stands highest. Pure: from its sittings and its season.

Nobody is listed as absent, and the season has no bottom: eight rows, and how many there are in all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from server.review.course_sitting import CourseSitting
from server.rules.cards import Text
from server.rules.ids import AxisId, CourseId, MemberId, MilliPoints, PlayerId, RoomId, ServerMillis
from server.rules.season import is_over
from server.rules.standings import rank_players

SAME_LESSON_MILLIS = 20 * 3_600_000
"""A warm-up and the sitting that follows it within this time are one week."""
SEASON_ROWS = 8
ENOUGH_ANSWERS = 30
"""With fewer on either side nothing is said of up or down."""
SAME_WITHIN = 0.03
"""Shares this near to each other are the same."""


class Trend(StrEnum):
    """What became of an axis since the time before."""

    UP = "up"
    DOWN = "down"
    SAME = "same"
    TOO_FEW = "too_few"


@dataclass(frozen=True, slots=True)
class WeekRoom:
    """A room of a week."""

    room: RoomId
    title: Text
    opened_at: ServerMillis
    is_over: bool
    is_warm_up: bool


@dataclass(frozen=True, slots=True)
class CourseWeek:
    """A step: a sitting, with its warm-up where there was one. `number` counts from 1.

    `people` came; `came_back` of them had been there before. `right_share` (0..1) is of the first vote, None where
    nothing was judged. `is_over`: false while its room is still going.
    """

    number: int
    title: Text
    opened_at: ServerMillis
    is_over: bool
    people: int
    came_back: int
    right_share: float | None
    rooms: tuple[WeekRoom, ...]


@dataclass(frozen=True, slots=True)
class Sticking:
    """An axis that was asked in the newest week, beside the last time before that it was asked, if ever."""

    axis: AxisId
    label: Text
    week: int
    right_share: float
    before_week: int | None
    before_share: float | None
    trend: Trend


@dataclass(frozen=True, slots=True)
class SeasonRow:
    """A place in the season, under the name of the last time. Ties share a rank."""

    rank: int
    name: str
    points: MilliPoints


@dataclass(frozen=True, slots=True)
class Climb:
    """Who climbed most places in the newest week."""

    name: str
    from_rank: int
    to_rank: int


@dataclass(frozen=True, slots=True)
class CourseView:
    """A course as its page shows it. `warm_up_from` is the sitting whose cards come back next; None: there is none."""

    course: CourseId
    title: str
    weeks: tuple[CourseWeek, ...]
    sticking: tuple[Sticking, ...]
    season: tuple[SeasonRow, ...]
    members: int
    climb: Climb | None
    warm_up_from: RoomId | None
    warm_up_from_week: int | None


@dataclass(frozen=True, slots=True)
class _Week:
    number: int
    sittings: tuple[CourseSitting, ...]
    is_over: bool

    @property
    def main(self) -> CourseSitting:
        """The sitting that the week is named after."""
        return next((sitting for sitting in self.sittings if not sitting.is_warm_up), self.sittings[-1])

    @property
    def members(self) -> frozenset[MemberId]:
        """Who came."""
        return frozenset(member for sitting in self.sittings for member in sitting.names)


def view_course(
    course: CourseId, title: str, sittings: Sequence[CourseSitting], season: Mapping[MemberId, MilliPoints]
) -> CourseView:
    """The page of a course, from its sittings in the order in which they were opened, and the points of its season."""
    weeks = _weeks(sittings)
    over = [week for week in weeks if week.is_over]
    names = _newest_names(sittings)
    ranked = sorted(
        (row for row in _ranks(season) if row.member in names), key=lambda row: (row.rank, names[row.member])
    )
    last = over[-1] if over else None
    return CourseView(
        course=course,
        title=title,
        weeks=tuple(_course_week(week, weeks) for week in weeks),
        sticking=_sticking(over),
        season=tuple(SeasonRow(row.rank, names[row.member], row.points) for row in ranked[:SEASON_ROWS]),
        members=len(ranked),
        climb=_climb(over, season, names),
        warm_up_from=last.main.room if last else None,
        warm_up_from_week=last.number if last else None,
    )


def _is_over(sitting: CourseSitting, sittings: Sequence[CourseSitting]) -> bool:
    return is_over(sitting.ended_at, sitting.opened_at, sittings[-1].opened_at)


def _weeks(sittings: Sequence[CourseSitting]) -> list[_Week]:
    groups: list[list[CourseSitting]] = []
    for sitting in sittings:
        before = groups[-1][-1] if groups else None
        follows = (
            before is not None
            and before.is_warm_up
            and not sitting.is_warm_up
            and sitting.opened_at - before.opened_at <= SAME_LESSON_MILLIS
        )
        if follows:
            groups[-1].append(sitting)
        else:
            groups.append([sitting])
    return [
        _Week(number, tuple(group), all(_is_over(sitting, sittings) for sitting in group))
        for number, group in enumerate(groups, start=1)
    ]


def _course_week(week: _Week, weeks: Sequence[_Week]) -> CourseWeek:
    before = {member for earlier in weeks[: week.number - 1] for member in earlier.members}
    tallies = [tally for sitting in week.sittings for tally in sitting.axes.values()]
    answers = sum(tally.answers for tally in tallies)
    all_sittings = [sitting for each in weeks for sitting in each.sittings]
    return CourseWeek(
        number=week.number,
        title=week.main.title,
        opened_at=week.sittings[0].opened_at,
        is_over=week.is_over,
        people=len(week.members),
        came_back=len(week.members & before),
        right_share=sum(tally.right for tally in tallies) / answers if answers else None,
        rooms=tuple(
            WeekRoom(one.room, one.title, one.opened_at, _is_over(one, all_sittings), one.is_warm_up)
            for one in week.sittings
        ),
    )


def _sticking(weeks: Sequence[_Week]) -> tuple[Sticking, ...]:
    """The axes of the newest week, each beside the newest week before in which it was asked; the oldest news last."""
    if not weeks:
        return ()
    told = []
    for axis, (label, answers, right) in _axes(weeks[-1]).items():
        share = right / answers
        before = next((week for week in reversed(weeks[:-1]) if axis in _axes(week)), None)
        earlier = _axes(before)[axis] if before else None
        told.append(
            Sticking(
                axis=axis,
                label=label,
                week=weeks[-1].number,
                right_share=share,
                before_week=before.number if before else None,
                before_share=earlier[2] / earlier[1] if earlier else None,
                trend=_trend(answers, share, earlier),
            )
        )
    return tuple(sorted(told, key=lambda one: one.before_week is None))


Tallied = tuple[Text, int, int]


def _axes(week: _Week) -> dict[AxisId, Tallied]:
    """Label, answers and right ones of each axis, over the sittings of a week."""
    counted: dict[AxisId, Tallied] = {}
    for sitting in week.sittings:
        for axis, tally in sitting.axes.items():
            _, answers, right = counted.get(axis, (tally.label, 0, 0))
            counted[axis] = tally.label, answers + tally.answers, right + tally.right
    return counted


def _trend(answers: int, share: float, earlier: Tallied | None) -> Trend:
    if earlier is None or min(answers, earlier[1]) < ENOUGH_ANSWERS:
        return Trend.TOO_FEW
    difference = share - earlier[2] / earlier[1]
    if abs(difference) < SAME_WITHIN:
        return Trend.SAME
    return Trend.UP if difference > 0 else Trend.DOWN


def _newest_names(sittings: Sequence[CourseSitting]) -> dict[MemberId, str]:
    """What everybody was called last; a pseudonym only where no sitting has a name any more."""
    last: dict[MemberId, str] = {}
    for is_nameless in (True, False):
        for sitting in sittings:
            last |= {who: name for who, name in sitting.names.items() if (who in sitting.nameless) is is_nameless}
    return last


def _climb(
    weeks: Sequence[_Week], season: Mapping[MemberId, MilliPoints], names: Mapping[MemberId, str]
) -> Climb | None:
    """Who stood somewhere before the newest week and climbed furthest in it; of equals who stands highest."""
    if len(weeks) < 2:
        return None
    newest = [sitting.points for sitting in weeks[-1].sittings]
    earlier = {member for week in weeks[:-1] for sitting in week.sittings for member in sitting.points}
    before = {
        member: MilliPoints(points - sum(given.get(member, 0) for given in newest))
        for member, points in season.items()
        if member in earlier
    }
    rank_before = {row.member: row.rank for row in _ranks(before)}
    rows = [row for row in _ranks(season) if row.member in rank_before and row.member in names]
    best = max(rows, key=lambda row: (rank_before[row.member] - row.rank, -row.rank), default=None)
    if best is None or rank_before[best.member] <= best.rank:
        return None
    return Climb(names[best.member], rank_before[best.member], best.rank)


@dataclass(frozen=True, slots=True)
class _Place:
    member: MemberId
    rank: int
    points: MilliPoints


def _ranks(points: Mapping[MemberId, MilliPoints]) -> list[_Place]:
    """The members by points, as the players of a room are ranked."""
    ranked = rank_players({PlayerId(member): much for member, much in points.items()})
    return [_Place(MemberId(row.player), row.rank, row.points) for row in ranked]
