"""A pretended server process around RoomService: memory store, plain threads, a clock that a test moves."""

import itertools
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field

from server.rooms.forgetting import Forgetting
from server.rooms.outcomes import Accepted, Outcome, Refused
from server.rooms.rewriting import LogRewriter
from server.rooms.room_service import RoomService
from server.rules.commands import Command, JoinRoom
from server.rules.events import Event
from server.rules.ids import CommandId, Pin, PlayerId, RoomId, ServerMillis
from server.rules.room import Room
from server.rules.settings import RoomSettings
from tests.support.memory_store import (
    MemoryCourses,
    MemoryRegister,
    MemoryRewriting,
    MemoryRoomKeys,
    MemoryRoomLog,
    MemoryShelves,
    MemoryStore,
    MemoryTail,
)
from tests.support.plain_threads import PlainThreads
from tests.support.sample_deck import DECK


@dataclass
class HandClock:
    """A clock that stands still until a test moves it, or moves on by itself at every look."""

    millis: int = 1_000_000
    millis_per_look: int = 0

    def now(self) -> ServerMillis:
        """The time as set."""
        self.millis += self.millis_per_look
        return ServerMillis(self.millis)


class NextInLine:
    """Chance without surprise: ids and PINs in order. Two pretended processes never make the same."""

    _everywhere = itertools.count(1)

    def __init__(self) -> None:
        self._pins = itertools.count(100_000)

    def pin(self) -> Pin:
        """100000, 100001, ..."""
        return Pin(str(next(self._pins)))

    def room_id(self) -> RoomId:
        """room-1, room-2, ..."""
        return RoomId(f"room-{next(self._everywhere)}")

    def command_id(self) -> str:
        """house-1, house-2, ..."""
        return f"house-{next(self._everywhere)}"

    def secret(self) -> str:
        """secret-1, secret-2, ..."""
        return f"secret-{next(self._everywhere)}"

    def sample(self, choices: Sequence[str], count: int) -> list[str]:
        """The first ones."""
        return list(choices[:count])


@dataclass
class Published:
    """What a process would have sent: the rooms in the order in which they were published."""

    rooms: list[Room] = field(default_factory=list)
    times_anew: int = 0
    gone_rooms: list[RoomId] = field(default_factory=list)

    def publish(self, room: RoomId, before: Room | None, after: Room, events: Sequence[Event]) -> None:
        """Notes a room."""
        self.rooms.append(after)
        self.times_anew += before is None and not events

    def gone(self, room: RoomId) -> None:
        """Notes that a room is not there any more."""
        self.gone_rooms.append(room)


class Process:
    """One server process. Several over one MemoryStore are a fleet."""

    def __init__(self, store: MemoryStore, clock: HandClock | None = None) -> None:
        self.store = store
        self.clock = clock or HandClock()
        self.threads = PlainThreads()
        self.tail = MemoryTail(store)
        self.published = Published()
        self.rooms = RoomService(
            MemoryRoomLog(store),
            self.tail,
            MemoryRegister(store),
            MemoryRoomKeys(store),
            MemoryCourses(store),
            self.published,
            self.clock,
            NextInLine(),
            self.threads,
        )
        self.tail.set_listener(self.rooms)
        self.rewriter = LogRewriter(MemoryRoomLog(store), MemoryRewriting(store), NextInLine(), self.threads)
        self.to_rewrite: list[RoomId] = []
        self.rooms.set_forgotten_listener(self.to_rewrite.append)
        self.hung_up: list[RoomId] = []
        self.leaving: list[tuple[RoomId, bool]] = []
        self.forgetting = Forgetting(
            self.rooms,
            MemoryRegister(store),
            MemoryShelves(store),
            NextInLine(),
            self.threads,
            self.hung_up.append,
            leaving=lambda room: self.leaving.append((room, room in store.logs)),
        )
        self._commands = itertools.count(1)

    def open_room(self, forgets_names: bool = False) -> RoomId:
        """A new room of the sample deck, kept by one socket."""
        axes = tuple(axis.id for axis in DECK.axes)
        settings = RoomSettings(axes, reading_seconds=5, answer_seconds=20, forgets_names=forgets_names)
        room_id, _ = self.rooms.open_room(DECK, settings, CommandId("opening"))
        self.rooms.keep(room_id)
        return room_id

    def ask(self, room_id: RoomId, *commands: Command) -> list[Outcome]:
        """Submits commands at once and waits for every reply."""
        outcomes: dict[int, Outcome] = {}
        done = threading.Semaphore(0)
        for place, command in enumerate(commands):

            def reply(outcome: Outcome, place: int = place) -> None:
                assert place not in outcomes, "a command is answered once"
                outcomes[place] = outcome
                done.release()

            self.rooms.submit(room_id, command, reply)
        for _ in commands:
            assert done.acquire(timeout=10), "a command was not answered"
        self.threads.join()
        return [outcomes[place] for place in range(len(commands))]

    def join(self, room_id: RoomId, *names: str) -> list[Outcome]:
        """These people take a seat, all at once."""
        return self.ask(room_id, *(JoinRoom(CommandId(f"join-{name}"), PlayerId(name), name) for name in names))

    def room(self, room_id: RoomId) -> Room:
        """The room as this process has it in memory."""
        return self.rooms.held()[room_id]


def codes(outcomes: Sequence[Outcome]) -> list[str]:
    """ "ok" or the code of each outcome."""
    return ["ok" if isinstance(outcome, Accepted) else outcome.code.value for outcome in outcomes]


def refused(outcome: Outcome) -> Refused:
    """The refusal; fails when it was accepted."""
    assert isinstance(outcome, Refused)
    return outcome
