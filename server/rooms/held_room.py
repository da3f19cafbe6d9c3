"""One room as this process holds it: its fold, the one guarded door to it, and the commands that wait.

State changes only under the lock, and no lock is held over a read from the store or a send.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from server.rooms.outcomes import Reply
from server.rooms.ports import Concurrency, Publisher, RoomLog
from server.rules.commands import Command
from server.rules.events import Event
from server.rules.evolve import Draft, evolve_all
from server.rules.ids import RoomId, Version
from server.rules.refusals import Refusal, RefusalCode
from server.rules.room import Room


class Waiting(NamedTuple):
    """A command that waits to be decided, and whom to tell."""

    command: Command
    reply: Reply


@dataclass
class HeldRoom:
    """A room in memory. `keepers` counts the sockets that need it; `crowding` fades after another process wrote.

    `appending` is the version that an append which is on its way would bring it to; 0: none is. `is_read_anew`: what it
    holds may be true no more.
    """

    room_id: RoomId
    log: RoomLog
    publisher: Publisher
    concurrency: Concurrency
    on_change: Callable[["HeldRoom", Sequence[Event]], None]
    room: Room | None = None
    keepers: int = 0
    crowding: int = 0
    appending: int = 0
    is_committing: bool = False
    is_read_anew: bool = False
    pending: list[Waiting] = field(default_factory=list)
    lock: Any = None
    load_lock: Any = None

    def __post_init__(self) -> None:
        self.lock = self.concurrency.lock()
        self.load_lock = self.concurrency.lock()

    @property
    def version(self) -> Version:
        """The version of the fold; 0 before it is loaded."""
        return self.room.version if self.room else Version(0)

    def apply(self, first_version: int, events: Sequence[Event]) -> bool:
        """The one door: skips what is known, folds and publishes what is new. False when there is a gap before them."""
        with self.lock:
            known = self.version
            if first_version > known + 1:
                return False
            fresh = events[known + 1 - first_version :]
            if fresh:
                before, self.room = self.room, evolve_all(self.room, fresh)
                self.publisher.publish(self.room_id, before, self.room, fresh)
        if fresh:
            self.on_change(self, fresh)
        return True

    def adopt(self, base: Room, folded: Room, events: Sequence[Event]) -> None:
        """The same for events that were folded onto `base` already: if nothing came between, nothing is folded twice.

        Whoever folded them writes nothing more into `folded`.
        """
        with self.lock:
            is_next = self.room is base
            if is_next:
                self.room = folded
                self.publisher.publish(self.room_id, base, folded, events)
        if is_next:
            self.on_change(self, events)
        else:
            self.apply(base.version + 1, events)

    def load(self) -> Room:
        """The room, read from its log if it is not in memory. One thread reads, the others wait for it.

        Raises Refusal ROOM_NOT_FOUND for a log that does not exist, and StoreUnavailable.
        """
        if self.room is not None and not self.is_read_anew:  # a hall that comes in asks thousands of times
            return self.room
        with self.load_lock:
            if self.room is None:
                self._adopt(self._fold_whole_log())
            room = self.room
        if room is None:
            raise Refusal(RefusalCode.ROOM_NOT_FOUND)
        return room

    def catch_up(self) -> bool:
        """Reads what the log has beyond the fold; False when it has nothing more. Raises StoreUnavailable."""
        before = self.version
        first = before + 1
        for events in self.log.read(self.room_id, before):
            self.apply(first, events)
            first += len(events)
        return first > before + 1

    def fold_anew(self) -> None:
        """Forgets the fold and reads the whole log: the store may have gone back in time. Raises StoreUnavailable."""
        with self.load_lock:
            self.is_read_anew = True
            try:
                self._adopt(self._fold_whole_log())
            finally:
                self.is_read_anew = False
        self.catch_up()  # what the tail brought in the meantime was folded onto the old room

    def _fold_whole_log(self) -> Draft:
        draft = Draft(None)
        for events in self.log.read(self.room_id, Version(0)):
            for event in events:
                draft.apply(event)
            self.concurrency.sleep(0)  # a long log must not stall the other rooms
        return draft

    def _adopt(self, draft: Draft) -> None:
        with self.lock:
            had_room = self.room is not None
            self.room = draft.room_or_none
            if had_room and self.room is not None:
                self.publisher.publish(self.room_id, None, self.room, ())
            elif had_room:
                self.publisher.gone(self.room_id)
        self.on_change(self, ())
