"""Writes logs anew in which somebody is forgotten: soon after it was said, one at a time, beside the class.

Every process that hears of it does so; a second finds nothing left to do. What a killed process has left undone stands
noted in the store, and is done at the next sweep.
"""

import logging
from collections.abc import Callable

from server.rooms.ports import Chance, Concurrency, RoomLog, StoreFull, StoreUnavailable
from server.rooms.ports_after_class import Rewriting
from server.rules.forgetting import forgotten_in, without_names
from server.rules.ids import RoomId, Version

log = logging.getLogger(__name__)

REST_SECONDS = 5.0
"""Before a log is tried again that would not be written."""
LONGEST_WAIT_SECONDS = 60.0


class LogRewriter:
    """`written` is told after each log, so that the store's file can follow."""

    def __init__(
        self,
        room_log: RoomLog,
        rewriting: Rewriting,
        chance: Chance,
        concurrency: Concurrency,
        written: Callable[[], None] = lambda: None,
    ) -> None:
        self._log = room_log
        self._rewriting = rewriting
        self._chance = chance
        self._concurrency = concurrency
        self._written = written
        self._wanted: dict[RoomId, None] = {}
        self._lock = concurrency.lock()
        self._wake = concurrency.signal()
        self._is_stopped = False

    def start(self) -> None:
        """Begins to work, beside the caller."""
        self._concurrency.spawn(self._work)

    def stop(self) -> None:
        """Ends the work; what is left is noted in the store."""
        self._is_stopped = True
        self._wake.set()

    def want(self, room: RoomId) -> None:
        """A log holds a name that it should not. Returns at once."""
        with self._lock:
            self._wanted[room] = None
        self._wake.set()

    def want_all_noted(self) -> None:
        """The same for every room of which the store has a note. Raises StoreUnavailable."""
        for room in self._rewriting.to_forget():
            self.want(room)

    def rewrite(self, room: RoomId) -> bool:
        """Writes one log anew; False when it went on too fast meanwhile. Raises StoreUnavailable and StoreFull."""
        events = [event for chunk in self._log.read(room, Version(0)) for event in chunk]
        clean = list(without_names(events, forgotten_in(events)))
        if clean != events:
            if not self._rewriting.rewrite(room, clean, self._chance.command_id()) and self._log.newest_version(room):
                return False
            self._written()
        self._rewriting.forgotten(room)
        return True

    def _work(self) -> None:
        while not self._is_stopped:
            room = self._next()
            if room is None:
                self._wake.wait(LONGEST_WAIT_SECONDS)
            elif not self._could_rewrite(room):
                self._concurrency.sleep(REST_SECONDS)
                self.want(room)

    def _next(self) -> RoomId | None:
        with self._lock:
            room = next(iter(self._wanted), None)
            if room is not None:
                del self._wanted[room]
        return room

    def _could_rewrite(self, room: RoomId) -> bool:
        try:
            return self.rewrite(room)
        except (StoreUnavailable, StoreFull) as error:
            log.warning("room %s: names could not be forgotten yet: %s", room, error)
            return False
        except Exception:
            log.exception("room %s: names could not be forgotten; the next sweep tries again", room)
            return True
