"""The courses: what each is called, its rooms, and a season of sorted sets, one per room and one of them all."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from pydantic import TypeAdapter
from redis import Redis

from server.rooms.ports import StoreUnavailable
from server.rooms.ports_after_class import Course
from server.rules.ids import CourseId, LecturerId, MemberId, MilliPoints, RoomId, ServerMillis, Version
from server.store import keys
from server.store.connections import store_errors
from server.store.paging import pages_of
from server.store.scripts import WEEK

TRIES = 20
"""How often a week is written anew when a room came or went meanwhile. Rooms of one course come a few times a week."""
_LINE = TypeAdapter(Course)


@dataclass(frozen=True, slots=True)
class RedisCourses:
    """Courses on Redis. Every method raises StoreUnavailable, the writing ones StoreFull."""

    client: Redis

    def make(self, course: Course) -> Course:
        """Keeps a new course. One that is there already stays as it is, and is what comes back."""
        line = keys.course_line(course.id)
        with store_errors():
            is_new = self.client.set(line.name, _LINE.dump_json(course), nx=True, ex=line.seconds)
            if is_new:
                self._use(course.id, course.made_at)
        return course if is_new else self.find(course.id) or course

    def find(self, course: CourseId) -> Course | None:
        """The course of an id."""
        with store_errors():
            line: Any = self.client.get(keys.course_line(course).name)
        return _LINE.validate_json(line, strict=True) if line is not None else None

    def latest(self, count: int, owner: LecturerId | None = None) -> Sequence[Course]:
        """The courses that were used last first, of one lecturer or all; one whose line has lapsed is left out."""
        return list(islice((course for course in self._courses(count) if owner in (None, course.owner)), max(count, 0)))

    def _courses(self, at_once: int) -> Iterator[Course]:
        """All of them, the one that was used last first, read as far as they are asked for."""
        for page in pages_of(self.client, keys.courses_by_use(), at_once):
            with store_errors():
                pipeline = self.client.pipeline(transaction=False)
                for course in page:
                    pipeline.get(keys.course_line(CourseId(course)).name)
                lines = pipeline.execute()
            yield from (_LINE.validate_json(line, strict=True) for line in lines if line is not None)

    def add_room(self, course: CourseId, room: RoomId, opened_at: ServerMillis) -> None:
        """A room counts to a course from now on; the course lives on for as long as a new room does."""
        line, rooms = keys.course_line(course), keys.course_rooms(course)
        with store_errors():
            pipeline = self.client.pipeline(transaction=True)
            pipeline.zadd(rooms.name, {room: opened_at})
            for key in (line, rooms, keys.course_written(course), keys.course_season(course)):
                pipeline.expire(key.name, key.seconds)
            pipeline.execute()
            self._use(course, opened_at)

    def rooms(self, course: CourseId) -> Sequence[RoomId]:
        """The rooms of a course, the oldest first."""
        with store_errors():
            rooms: Any = self.client.zrange(keys.course_rooms(course).name, 0, -1)
        return [RoomId(room.decode()) for room in rooms]

    def write_week(
        self, course: CourseId, room: RoomId, version: Version, points: Mapping[MemberId, MilliPoints]
    ) -> bool:
        """What a room gives to the season, in place of what it gave before. False for a room that is not the course's.

        Written twice it is the same, so that whoever does not know whether it was done does it again.
        """
        scores = [part for member, much in points.items() for part in (much, member)]
        return self._run(course, room, "write", version, *scores)

    def drop_room(self, course: CourseId, room: RoomId) -> None:
        """A room and all that it gave leave the course; harmless when it is gone already."""
        self._run(course, room, "drop")

    def written(self, course: CourseId) -> Mapping[RoomId, Version]:
        """The rooms that the season holds, each with the version that it was written from."""
        with store_errors():
            written: Any = self.client.hgetall(keys.course_written(course).name)
        return {RoomId(room.decode()): Version(int(version)) for room, version in written.items()}

    def season(self, course: CourseId, count: int) -> Sequence[tuple[MemberId, MilliPoints]]:
        """The highest `count` members over all weeks, highest first; ties in backward order of their ids."""
        if count < 1:
            return []
        with store_errors():
            rows: Any = self.client.zrevrange(keys.course_season(course).name, 0, count - 1, withscores=True)
        return [(MemberId(member.decode()), MilliPoints(int(points))) for member, points in rows]

    def _use(self, course: CourseId, at: ServerMillis) -> None:
        # No transaction: in a cluster this key lives apart. The course comes first, so that no listed one is lacking.
        uses = keys.courses_by_use()
        pipeline = self.client.pipeline(transaction=False)
        pipeline.zadd(uses.name, {course: at}, gt=True)
        pipeline.zremrangebyscore(uses.name, "-inf", f"({at - uses.seconds * 1000}")
        pipeline.expire(uses.name, uses.seconds)
        pipeline.execute()

    def _run(self, course: CourseId, room: RoomId, verb: str, *arguments: int | str) -> bool:
        """Runs the script over the rooms that the course has now; again when another came or went meanwhile."""
        written, season = keys.course_written(course), keys.course_season(course)
        for _ in range(TRIES):
            rooms = self.rooms(course)
            if room not in rooms:
                return False
            weeks = [keys.course_week(course, each) for each in rooms]
            every = (keys.course_rooms(course), written, season, *weeks)
            seconds = keys.COURSE_SECONDS, keys.ROOM_SECONDS
            with store_errors():
                is_done = WEEK.run(self.client, every, *seconds, rooms.index(room) + 1, *rooms, verb, *arguments)
            if is_done:
                return True
        raise StoreUnavailable(f"course {course}: its rooms changed {TRIES} times while a week was written")
