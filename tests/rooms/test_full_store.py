"""A store that is full, by memory or by disk, is told in one line, and nothing of the house stops for it."""

import logging

import pytest

from server.rooms.looking import look_now_and_then
from server.rooms.opening import Opening, Reception
from server.rooms.ports import StoreFull
from server.rules.ids import CommandId, ServerMillis
from server.rules.settings import RoomSettings
from tests.support.memory_store import MemoryCourses, MemoryRegister, MemoryRoomKeys, MemoryRoomLog, MemoryStore
from tests.support.plain_threads import PlainThreads, eventually
from tests.support.rooms_bench import NextInLine, Process
from tests.support.sample_deck import DECK


def test_who_looks_now_and_then_goes_on_looking(caplog: pytest.LogCaptureFixture) -> None:
    looks: list[None] = []

    def look() -> None:
        looks.append(None)
        raise StoreFull("The disk is full.")

    threads = PlainThreads()
    with caplog.at_level(logging.INFO):
        stop = look_now_and_then(threads, 0.001, look, "It is looked at again.")
        eventually(lambda: len(looks) > 2, what="it looks again")
        stop()
        threads.join()
    told = [record for record in caplog.records if record.name == "server.rooms.looking"]
    assert {record.getMessage() for record in told} == {"It is looked at again."}
    assert all(record.exc_info is None for record in told)


def test_a_room_that_ends_while_the_store_is_full_is_told_in_one_line(caplog: pytest.LogCaptureFixture) -> None:
    store = MemoryStore()
    reception = Reception(
        MemoryRoomLog(store), MemoryRegister(store), MemoryRoomKeys(store), MemoryCourses(store), NextInLine()
    )
    settings = RoomSettings(tuple(axis.id for axis in DECK.axes))
    room_id = reception.open(Opening(CommandId("opening"), DECK, settings, None), ServerMillis(1))
    room = Process(store).rooms.hold(room_id)
    store.is_full = True
    reception.ended(room_id, room, ServerMillis(2))
    assert [record.exc_info for record in caplog.records] == [None]
