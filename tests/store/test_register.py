"""PINs on loan and the list of sessions, on memory and on a real Valkey."""

import pytest
from redis import Redis

from server.rooms.ports import Register, RoomSummary
from server.rules.cards import Text
from server.rules.ids import Pin, RoomId, ServerMillis
from server.store import keys
from server.store.register import RedisRegister
from tests.store.samples import AT, OTHER_ROOM, ROOM
from tests.support.memory_store import MemoryRegister, MemoryStore

PIN = Pin("123456")


@pytest.fixture(params=["memory", "valkey"])
def register(request: pytest.FixtureRequest) -> Register:
    """Each implementation in turn."""
    if request.param == "memory":
        return MemoryRegister(MemoryStore())
    return RedisRegister(request.getfixturevalue("client"))


def line(room: RoomId, opened_at: int, ended_at: int | None = None) -> RoomSummary:
    ended = ServerMillis(ended_at) if ended_at is not None else None
    return RoomSummary(room, PIN, "village", Text("Het dorpsplein", "The village"), ServerMillis(opened_at), ended)


def test_a_pin_leads_to_the_room_that_has_it(register: Register) -> None:
    assert register.find(PIN) is None
    assert register.lend(PIN, ROOM)
    assert register.find(PIN) == ROOM


def test_a_pin_on_loan_is_not_lent_to_another_room(register: Register) -> None:
    register.lend(PIN, ROOM)

    assert not register.lend(PIN, OTHER_ROOM)
    assert register.find(PIN) == ROOM


def test_a_room_that_asks_again_after_a_lost_reply_has_its_pin(register: Register) -> None:
    register.lend(PIN, ROOM)

    assert register.lend(PIN, ROOM)


def test_a_pin_that_came_back_can_be_lent_again(register: Register) -> None:
    register.lend(PIN, ROOM)
    register.give_back(PIN, ROOM)

    assert register.find(PIN) is None
    assert register.lend(PIN, OTHER_ROOM)


def test_a_room_cannot_give_back_what_another_has(register: Register) -> None:
    register.lend(PIN, ROOM)
    register.give_back(PIN, OTHER_ROOM)
    register.give_back(Pin("654321"), OTHER_ROOM)

    assert register.find(PIN) == ROOM


def test_the_newest_rooms_come_first(register: Register) -> None:
    lines = [line(RoomId(f"r{number}"), AT + number) for number in range(4)]
    for one in (lines[2], lines[0], lines[3], lines[1]):
        register.enter(one)

    assert register.latest(3) == [lines[3], lines[2], lines[1]]
    assert register.latest(0) == []


def test_a_room_has_one_line_and_the_last_writing_of_it_counts(register: Register) -> None:
    register.enter(line(ROOM, AT))
    register.enter(line(ROOM, AT, ended_at=AT + 1))

    assert register.latest(9) == [line(ROOM, AT, ended_at=AT + 1)]


def test_rooms_past_their_life_leave_the_list(client: Redis) -> None:
    register = RedisRegister(client)
    life = keys.ROOM_SECONDS * 1000
    register.enter(line(RoomId("old"), AT))
    register.enter(line(RoomId("oldest kept"), AT + 1))

    register.enter(line(RoomId("new"), AT + 1 + life))

    assert client.zcard(keys.rooms_by_age().name) == 2
    assert [one.room for one in register.latest(9)] == ["new", "oldest kept"]


def test_a_room_whose_line_has_lapsed_is_left_out(client: Redis) -> None:
    register = RedisRegister(client)
    register.enter(line(ROOM, AT))
    register.enter(line(OTHER_ROOM, AT))
    client.delete(keys.room_line(ROOM).name)

    assert [one.room for one in register.latest(9)] == [OTHER_ROOM]
