"""Homework and what comes back, on memory and on a real Valkey."""

from dataclasses import replace
from typing import Any

import pytest
from redis import Redis

from server.rooms.ports import StoreUnavailable
from server.rooms.ports_after_class import AxisTry, HandedIn, Homework, HomeworkAnswer, HomeworkBook
from server.rules.ids import AxisId, CardId, ServerMillis
from server.store import keys
from server.store.connections import open_client
from server.store.embedded import EmbeddedStore
from server.store.homework import RedisHomework
from tests.store.samples import AT
from tests.support.memory_store import MemoryHomework, MemoryStore

BAKER, ROOM_TWELVE = CardId("village-baker"), CardId("room-twelve")
SET = Homework("a" * 24, "Voor donderdag", "village-square", (BAKER, ROOM_TWELVE), AT, until=ServerMillis(AT + 1000))
LATER = Homework("b" * 24, "", "trust", (CardId("c"),), ServerMillis(AT + 5))
RIGHT, NEARLY = AxisTry(1.0, True), AxisTry(0.5, False)


def answer(device: str, card: CardId, mark: AxisTry = RIGHT) -> HomeworkAnswer:
    """A phone's answer on one axis."""
    return HomeworkAnswer(device, card, AT, {AxisId("stage"): mark})


@pytest.fixture(params=["memory", "valkey"])
def book(request: pytest.FixtureRequest) -> HomeworkBook:
    """Each implementation in turn, with room for two devices."""
    if request.param == "memory":
        return MemoryHomework(MemoryStore(), devices_most=2)
    return RedisHomework(request.getfixturevalue("client"), devices_most=2)


def test_a_homework_is_found_as_it_was_set_and_listed_the_newest_first(book: HomeworkBook) -> None:
    book.enter(SET)
    book.enter(LATER)

    assert book.find(SET.id) == SET
    assert book.find("c" * 24) is None
    assert list(book.latest(10)) == [(LATER, 0), (SET, 0)]
    assert list(book.latest(1)) == [(LATER, 0)]
    assert list(book.latest(0)) == []


def test_it_can_be_closed_and_stays_one_line(book: HomeworkBook) -> None:
    book.enter(SET)
    book.enter(replace(SET, closed_at=AT))

    assert [homework.closed_at for homework, _ in book.latest(10)] == [AT]


def test_a_devices_first_answer_to_a_card_stays_however_often_it_is_sent(book: HomeworkBook) -> None:
    assert book.hand_in(SET.id, answer("one", BAKER, NEARLY)) is HandedIn.KEPT
    assert book.hand_in(SET.id, answer("one", BAKER, RIGHT)) is HandedIn.KNOWN
    assert book.hand_in(SET.id, answer("one", ROOM_TWELVE)) is HandedIn.KEPT

    kept = {known.card: known for known in book.answers(SET.id)}
    assert kept == {BAKER: answer("one", BAKER, NEARLY), ROOM_TWELVE: answer("one", ROOM_TWELVE)}
    assert list(book.answers(LATER.id)) == []


def test_above_the_bound_no_new_device_comes_in_and_the_others_go_on(book: HomeworkBook) -> None:
    book.enter(SET)
    assert book.hand_in(SET.id, answer("one", BAKER)) is HandedIn.KEPT
    assert book.hand_in(SET.id, answer("two", BAKER)) is HandedIn.KEPT
    assert book.hand_in(SET.id, answer("three", BAKER)) is HandedIn.FULL
    assert book.hand_in(SET.id, answer("two", ROOM_TWELVE)) is HandedIn.KEPT

    assert list(book.latest(1)) == [(SET, 2)]
    assert {known.device for known in book.answers(SET.id)} == {"one", "two"}


def test_what_is_forgotten_leaves_nothing(book: HomeworkBook) -> None:
    book.enter(SET)
    book.hand_in(SET.id, answer("one", BAKER))

    book.forget(SET.id)
    book.forget(SET.id)

    assert book.find(SET.id) is None
    assert list(book.answers(SET.id)) == []
    assert list(book.latest(10)) == []


def test_no_key_of_a_homework_is_without_a_lifetime_or_outside_of_its_slot(client: Redis) -> None:
    book = RedisHomework(client)
    book.enter(SET)
    book.hand_in(SET.id, answer("one", BAKER))

    found: Any = client.keys("*")
    names = [name.decode() for name in found]
    assert all(0 < client.ttl(name) <= keys.HOMEWORK_SECONDS for name in names)
    assert sum(f"{{{SET.id}}}" in name for name in names) == 3
    assert len(names) == 4  # and the list


def test_one_that_lapsed_is_no_longer_listed(client: Redis) -> None:
    book = RedisHomework(client)
    book.enter(SET)
    client.delete(keys.homework_sheet(SET.id).name)
    assert list(book.latest(10)) == []

    book.enter(replace(LATER, made_at=ServerMillis(AT + (keys.HOMEWORK_SECONDS + 1) * 1000)))
    assert client.zcard(keys.homework_by_age().name) == 1


def test_a_store_that_is_away_is_said_to_be(watched_store: EmbeddedStore) -> None:
    client = open_client(watched_store.address)
    watched_store.stop()
    with pytest.raises(StoreUnavailable):
        RedisHomework(client).hand_in(SET.id, answer("one", BAKER))
    client.close()
