"""The book of lecturers on a real store: one account a desk, changes that overtake none, links used once."""

from dataclasses import replace

from redis import Redis

from server.accounts.ports import Invitation, Lecturer, LecturerSession, Purpose
from server.rooms.ports import RoomSummary
from server.rules.cards import Text
from server.rules.ids import LecturerId, Pin, RoomId, ServerMillis
from server.store.lecturers import RedisLecturers
from server.store.register import RedisRegister
from tests.store.samples import AT

NOOR = Lecturer(LecturerId("l1"), "Noor", "hash", AT)
SAM = Lecturer(LecturerId("l2"), "Sam", "hash", ServerMillis(AT + 1))


def test_a_desk_has_one_account_and_the_oldest_is_listed_first(client: Redis) -> None:
    book = RedisLecturers(client)
    assert book.add(SAM)
    assert book.add(NOOR)
    assert not book.add(replace(NOOR, id=LecturerId("l3"), name="noor"))
    assert book.all() == [NOOR, SAM]
    assert book.find(NOOR.desk) == NOOR


def test_of_two_changes_at_once_one_is_kept_and_a_removed_account_does_not_come_back(client: Redis) -> None:
    book = RedisLecturers(client)
    book.add(NOOR)
    first, second = replace(NOOR, generation=1), replace(NOOR, hashed="another")
    assert book.change(NOOR, first)
    assert not book.change(NOOR, second)
    assert book.find(NOOR.desk) == first
    book.remove(first)
    book.renew(first)
    assert not book.change(first, second)
    assert (book.find(NOOR.desk), book.all()) == (None, [])


def test_sessions_devices_and_invitations_come_back_as_they_were_kept(client: Redis) -> None:
    book = RedisLecturers(client)
    session = LecturerSession(NOOR.id, NOOR.desk, 3, AT)
    book.begin("digest", session)
    assert book.session("digest") == session
    book.end("digest")
    assert book.session("digest") is None
    book.know_device("digest", NOOR.desk)
    assert (book.device("digest"), book.device("other")) == (NOOR.desk, None)
    invitation = Invitation("id", "digest", Purpose.RESET, AT, AT, NOOR.id, "Noor")
    book.invite(invitation)
    assert book.invitations() == [invitation]
    assert [book.take("id"), book.take("id")] == [True, False]


def test_a_lecturer_s_rooms_are_found_behind_any_number_of_others(client: Redis) -> None:
    register = RedisRegister(client)
    for number in range(25):
        owner = NOOR.id if number == 0 else SAM.id if number % 2 else None
        room, at = RoomId(f"room-{number}"), ServerMillis(AT + number)
        register.enter(RoomSummary(room, Pin("123456"), "village", Text("dorp", "village"), at, owner=owner))
    assert [line.room for line in register.latest(4, NOOR.id)] == ["room-0"]
    assert [line.room for line in register.latest(3, SAM.id)] == ["room-23", "room-21", "room-19"]
    assert len(register.latest(10)) == 10
    assert register.latest(0, NOOR.id) == []
