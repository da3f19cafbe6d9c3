"""Every key has a lifetime, and a room's keys live on one shard."""

import re
from pathlib import Path

from redis import Redis
from redis.crc import key_slot

from server.accounts.ports import Invitation, Lecturer, LecturerSession, Purpose
from server.rooms.ports import KeyRole, RoomKey, RoomSummary
from server.rooms.ports_after_class import Course
from server.rooms.ports_between import board_of_card, board_of_room
from server.rules.cards import Text
from server.rules.ids import CardId, CourseId, LecturerId, MemberId, MilliPoints, Pin, PlayerId, Version
from server.store import keys
from server.store.courses import RedisCourses
from server.store.lecturers import RedisLecturers
from server.store.notices import RedisNotices
from server.store.register import RedisRegister
from server.store.room_keys import RedisRoomKeys
from server.store.room_log import RedisRoomLog
from tests.store.samples import AT, ROOM, joined
from tests.support.plain_threads import PlainThreads
from tests.support.rooms_bench import HandClock

PIN = Pin("123456")
COURSE = CourseId("class-2b")
CARD = CardId("baker")
NOOR = Lecturer(LecturerId("l1"), "Noor", "hash", AT)


def write_everything(client: Redis) -> None:
    """All that the store ever writes."""
    log, register = RedisRoomLog(client, PlainThreads()), RedisRegister(client)
    log.append(ROOM, Version(0), [joined(1)], {PlayerId("p1"): MilliPoints(1)})
    log.append(ROOM, Version(1), [joined(2)], None)
    RedisRoomKeys(client).add(ROOM, RoomKey("id", KeyRole.REMOTE, "digest", AT, AT))
    register.lend(PIN, ROOM)
    register.enter(RoomSummary(ROOM, PIN, "village", Text("dorp", "village"), AT))
    courses = RedisCourses(client)
    courses.make(Course(COURSE, "2B", AT))
    courses.add_room(COURSE, ROOM, AT)
    courses.write_week(COURSE, ROOM, Version(2), {MemberId("m1"): MilliPoints(1)})
    lecturers = RedisLecturers(client)
    lecturers.add(NOOR)
    lecturers.begin("digest", LecturerSession(NOOR.id, NOOR.desk, 0, AT))
    lecturers.know_device("digest", NOOR.desk)
    lecturers.invite(Invitation("id", "digest", Purpose.NEW, AT, AT))
    notices = RedisNotices(client, HandClock(), "process")
    notices.put({board_of_room(ROOM): "who is here", board_of_card(CARD): "asked"}, ())


def test_no_key_is_without_a_lifetime(client: Redis) -> None:
    write_everything(client)

    lifetimes = {name.decode(): client.ttl(name) for name in client.scan_iter()}

    assert set(lifetimes) == {
        key.name
        for key in (
            keys.room_log(ROOM),
            keys.room_standings(ROOM),
            keys.room_line(ROOM),
            keys.room_keys(ROOM),
            keys.room_here(ROOM),
            keys.card_asked(CARD),
            keys.pin_loan(PIN),
            keys.rooms_by_age(),
            keys.lecturer(NOOR.desk),
            keys.lecturers(),
            keys.lecturer_session("digest"),
            keys.lecturer_device("digest"),
            keys.invitations(),
            keys.courses_by_use(),
            keys.course_line(COURSE),
            keys.course_rooms(COURSE),
            keys.course_week(COURSE, ROOM),
            keys.course_written(COURSE),
            keys.course_season(COURSE),
        )
    }
    assert min(lifetimes.values()) > 0


def test_each_append_renews_the_life_of_the_log_and_of_the_standings_beside_it(client: Redis) -> None:
    write_everything(client)
    for key in (keys.room_log(ROOM), keys.room_standings(ROOM)):
        client.expire(key.name, 5)

    RedisRoomLog(client, PlainThreads()).append(ROOM, Version(2), [joined(3)], None)

    assert client.ttl(keys.room_log(ROOM).name) > 5
    assert client.ttl(keys.room_standings(ROOM).name) > 5


def test_all_keys_of_a_room_are_on_one_shard() -> None:
    slots = {
        key_slot(key(ROOM).name.encode())
        for key in (keys.room_log, keys.room_standings, keys.room_line, keys.room_keys, keys.room_here)
    }

    assert len(slots) == 1
    assert slots == {key_slot(ROOM.encode())}


def test_no_other_file_of_the_store_spells_a_key() -> None:
    folder = Path(keys.__file__).parent
    spelling = re.compile(r"trede:")
    others = [path for path in folder.rglob("*.*") if path.suffix in {".py", ".lua"} and path.name != "keys.py"]

    assert len(others) > 5
    assert [path.name for path in others if spelling.search(path.read_text(encoding="utf-8"))] == []
