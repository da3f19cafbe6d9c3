"""A key that is taken back at one process is dead at once there, and at every other when it next looks."""

from dataclasses import dataclass, field

from server.rooms.ports import KeyRole
from server.rooms.room_keys import KEY_MILLIS, KeyRing
from server.rules.ids import RoomId
from server.wire.key_watch import KeyWatch
from server.wire.rights import Leader
from server.wire.sessions import HostAsking, Session, Sessions
from tests.support.memory_store import MemoryRoomKeys, MemoryStore
from tests.support.plain_threads import PlainThreads
from tests.support.rooms_bench import HandClock, NextInLine

ROOM, OTHER = RoomId("room-1"), RoomId("room-2")


@dataclass
class House:
    """One process of several over one store."""

    ring: KeyRing
    hung_up: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.sessions = Sessions(PlainThreads())
        self.watch = KeyWatch(self.ring, self.sessions, self)

    def enter(self, name: str, room: RoomId, key: str | None) -> None:
        """A device that leads comes in; without a key it is the owner's."""
        leader = Leader.REMOTE if key else Leader.OWNER
        self.sessions.add(Session(name, name, HostAsking(room, leader, key)))

    def is_open(self, eio_sid: str) -> bool:
        """Whether a connection stands."""
        return eio_sid not in self.hung_up

    def hang_up(self, eio_sid: str) -> None:
        """A connection is ended."""
        self.hung_up.append(eio_sid)
        self.sessions.remove(eio_sid)


def test_here_at_once_and_elsewhere_at_the_next_look() -> None:
    ring = KeyRing(MemoryRoomKeys(MemoryStore()), HandClock(), NextInLine())
    here, elsewhere = House(ring), House(ring)
    taken, _ = ring.make(ROOM, KeyRole.REMOTE, None)
    kept, _ = ring.make(ROOM, KeyRole.REMOTE, None)
    for house in (here, elsewhere):
        house.enter("owner", ROOM, None)
        house.enter("taken", ROOM, taken.id)
        house.enter("kept", ROOM, kept.id)
        house.enter("same id, other room", OTHER, taken.id)
    here.watch.take_back(ROOM, taken.id)
    assert (here.hung_up, elsewhere.hung_up) == (["taken"], [])
    assert here.watch.here(ROOM) == {kept.id}
    elsewhere.watch.look()
    assert elsewhere.hung_up == ["taken", "same id, other room"]


def test_a_key_that_runs_out_in_the_middle_is_hung_up_too() -> None:
    clock = HandClock()
    ring = KeyRing(MemoryRoomKeys(MemoryStore()), clock, NextInLine())
    house = House(ring)
    key, _ = ring.make(ROOM, KeyRole.REMOTE, None)
    house.enter("phone", ROOM, key.id)
    house.watch.look()
    assert house.hung_up == []
    clock.millis += KEY_MILLIS
    house.watch.look()
    assert house.hung_up == ["phone"]
