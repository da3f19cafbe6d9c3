"""Time's own commands: opens what has been read, closes what is due. One loop for all rooms of the process.

An overdue room (the server was away) is due at once. Every process that holds the room does this; the rules accept
the first and refuse the rest.
"""

import heapq
from collections.abc import Callable

from server.rooms.ports import Chance, Clock, Concurrency
from server.rules.commands import Command
from server.rules.due import due_at, due_command
from server.rules.ids import CommandId, RoomId, ServerMillis
from server.rules.room import Room

LONGEST_WAIT_SECONDS = 1.0
"""A bound on one wait, so that a corrected clock is noticed."""
RETRY_MILLIS = 500
"""A deadline that was given stays due until the room has changed; it is given again after this long."""


class Deadlines:
    """Watches the rooms that the process holds and gives each its due command."""

    def __init__(
        self,
        clock: Clock,
        chance: Chance,
        concurrency: Concurrency,
        room_of: Callable[[RoomId], Room | None],
        give: Callable[[RoomId, Command], None],
    ) -> None:
        self._clock = clock
        self._chance = chance
        self._room_of = room_of
        self._give = give
        self._wake = concurrency.signal()
        self._lock = concurrency.lock()
        self._queue: list[tuple[ServerMillis, RoomId]] = []
        self._planned: dict[RoomId, ServerMillis] = {}
        self._is_stopped = False

    def room_changed(self, room_id: RoomId, room: Room | None) -> None:
        """Plans, moves or forgets the room's deadline."""
        moment = due_at(room) if room else None
        with self._lock:
            if self._planned.get(room_id) == moment:
                return
            if moment is None:
                self._planned.pop(room_id, None)
                return
            self._planned[room_id] = moment
            heapq.heappush(self._queue, (moment, room_id))
            is_next = self._queue[0] == (moment, room_id)
        if is_next:
            self._wake.set()

    def run(self) -> None:
        """The loop; returns after stop()."""
        while not self._is_stopped:
            self.give_what_is_due()
            self._wake.wait(self._seconds_to_next())

    def give_what_is_due(self) -> None:
        """Gives every room its command whose moment has come."""
        for room_id in self._take_due():
            self._give_due(room_id)

    def stop(self) -> None:
        """Ends the loop."""
        self._is_stopped = True
        self._wake.set()

    def _take_due(self) -> list[RoomId]:
        now = self._clock.now()
        due: list[RoomId] = []
        with self._lock:
            while self._queue and self._queue[0][0] <= now:
                moment, room_id = heapq.heappop(self._queue)
                if self._planned.get(room_id) != moment:
                    continue  # an older plan of a room that has moved on
                due.append(room_id)
                again = ServerMillis(now + RETRY_MILLIS)
                self._planned[room_id] = again
                heapq.heappush(self._queue, (again, room_id))
        return due

    def _give_due(self, room_id: RoomId) -> None:
        room = self._room_of(room_id)
        command = due_command(room, CommandId(self._chance.command_id())) if room else None
        if command is None:
            with self._lock:
                self._planned.pop(room_id, None)
            return
        self._give(room_id, command)

    def _seconds_to_next(self) -> float:
        with self._lock:
            if not self._queue:
                return LONGEST_WAIT_SECONDS
            wait = (self._queue[0][0] - self._clock.now()) / 1000
        return min(max(wait, 0.0), LONGEST_WAIT_SECONDS)
