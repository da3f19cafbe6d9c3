"""Keys to lead a room: who has the secret leads, for a day, until it is taken back."""

from hashlib import sha256

import pytest

from server.rooms.ports import KeyRole
from server.rooms.room_keys import KEY_MILLIS, KEYS_MOST, KeyRing
from server.rules.commands import EndRoom
from server.rules.ids import CommandId, RoomId
from server.rules.refusals import Refusal
from tests.support.memory_store import MemoryRoomKeys, MemoryStore
from tests.support.plain_threads import eventually
from tests.support.rooms_bench import HandClock, NextInLine, Process

ROOM, OTHER = RoomId("room-1"), RoomId("room-2")


class Ring(KeyRing):
    """A key ring with its store and its clock in the hand."""

    def __init__(self) -> None:
        self.store, self.clock = MemoryStore(), HandClock()
        super().__init__(MemoryRoomKeys(self.store), self.clock, NextInLine())


def test_a_secret_opens_its_own_room_and_no_other() -> None:
    ring = Ring()
    key, secret = ring.make(ROOM, KeyRole.REMOTE, None)
    assert ring.fitting(ROOM, secret) == key
    assert ring.fitting(OTHER, secret) is None


@pytest.mark.parametrize("wrong", ["", "secret", "\ud800", "x" * 100_000])
def test_what_is_not_the_secret_opens_nothing(wrong: str) -> None:
    ring = Ring()
    ring.make(ROOM, KeyRole.REMOTE, None)
    assert ring.fitting(ROOM, wrong) is None


def test_half_a_hash_is_not_enough() -> None:
    """A key's public id is the beginning of its hash: what has the same beginning is still tried whole."""
    ring = Ring()
    key, secret = ring.make(ROOM, KeyRole.REMOTE, None)
    ring.store.room_keys[ROOM][key.id] = type(key)(key.id, key.role, "0" * 64, key.made_at, key.ends_at)
    assert ring.fitting(ROOM, secret) is None


def test_only_a_hash_is_kept() -> None:
    ring = Ring()
    _, secret = ring.make(ROOM, KeyRole.COLLEAGUE, None)
    (kept,) = ring.store.room_keys[ROOM].values()
    assert secret not in repr(kept)
    assert kept.digest == sha256(secret.encode()).hexdigest()


def test_a_key_ends_by_itself_after_a_day() -> None:
    ring = Ring()
    key, secret = ring.make(ROOM, KeyRole.REMOTE, None)
    ring.clock.millis += KEY_MILLIS - 1
    assert ring.stands(ROOM, key.id)
    ring.clock.millis += 1
    assert not ring.stands(ROOM, key.id)
    assert ring.fitting(ROOM, secret) is None
    assert ring.all(ROOM) == []


def test_a_key_that_is_taken_back_takes_with_it_what_it_made() -> None:
    ring = Ring()
    phone, phone_secret = ring.make(ROOM, KeyRole.REMOTE, None)
    lent, lent_secret = ring.make(ROOM, KeyRole.REMOTE, phone.id)
    lent_on, _ = ring.make(ROOM, KeyRole.REMOTE, lent.id)
    colleague, colleague_secret = ring.make(ROOM, KeyRole.COLLEAGUE, None)
    assert ring.take_back(ROOM, phone.id) == {phone.id, lent.id, lent_on.id}
    assert [key.id for key in ring.all(ROOM)] == [colleague.id]
    assert ring.fitting(ROOM, phone_secret) is None
    assert ring.fitting(ROOM, lent_secret) is None
    assert ring.fitting(ROOM, colleague_secret) == colleague
    ring.take_back(ROOM, phone.id)  # a second press is harmless


def test_a_room_has_so_many_keys_and_no_more() -> None:
    ring = Ring()
    keys = [ring.make(ROOM, KeyRole.REMOTE, None)[0] for _ in range(KEYS_MOST)]
    with pytest.raises(Refusal, match="ROOM_FULL"):
        ring.make(ROOM, KeyRole.REMOTE, None)
    ring.take_back(ROOM, keys[0].id)
    ring.make(ROOM, KeyRole.REMOTE, None)


def test_with_the_room_its_keys_end() -> None:
    process = Process(MemoryStore())
    room_id = process.open_room()
    ring = KeyRing(MemoryRoomKeys(process.store), process.clock, NextInLine())
    ring.make(room_id, KeyRole.REMOTE, None)
    process.ask(room_id, EndRoom(CommandId("end")))
    eventually(lambda: not process.store.room_keys)
