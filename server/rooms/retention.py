"""What is too old goes, each hour: names first, then the whole room; a room that nobody ended is ended.

The clock comes in, so that a test can let half a year go by. One process at a time looks; what it could not do, the
next does.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace

from server.rooms.forgetting import Forgetting
from server.rooms.ports import Clock, Concurrency, Register, RoomSummary, StoreFull, StoreUnavailable
from server.rooms.ports_after_class import Shelves
from server.rooms.rewriting import LogRewriter
from server.rules.events import Event, PlayersForgotten, RoomEnded
from server.rules.ids import RoomId, ServerMillis
from server.rules.refusals import Refusal

HOUR_SECONDS = 3600.0
SOON_SECONDS = 45.0
"""After the start: a class that is waiting at the door comes first."""
DAY_MILLIS = 24 * 60 * 60 * 1000
UNFINISHED_MILLIS = DAY_MILLIS
"""How long after its last event a room counts as open."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Terms:
    """How many days after its end a room's names, and all of it, are kept."""

    names_days: int = 30
    sessions_days: int = 180


class Retention:
    """The sweep over everything that is kept."""

    def __init__(
        self,
        terms: Terms,
        shelves: Shelves,
        register: Register,
        forgetting: Forgetting,
        rewriter: LogRewriter,
        clock: Clock,
    ) -> None:
        self._terms = terms
        self._shelves = shelves
        self._register = register
        self._forgetting = forgetting
        self._rewriter = rewriter
        self._clock = clock

    def start(self, concurrency: Concurrency, jitter: float, clean_file: Callable[[], None]) -> Callable[[], None]:
        """Sweeps soon, then each hour, beside the caller; returns what stops it. `jitter` (0..1) parts processes.

        The file is cleaned once after a start: what the last process did not come to.
        """
        stop = concurrency.signal()

        def work() -> None:
            if stop.wait(SOON_SECONDS * (1 + jitter)):
                return
            clean_file()
            self._sweep_safely(concurrency)
            while not stop.wait(HOUR_SECONDS * (1 + jitter / 10)):
                self._sweep_safely(concurrency)

        concurrency.spawn(work)
        return stop.set

    def sweep(self, rest: Callable[[], None] = lambda: None) -> None:
        """Looks at every room once. `rest` is called between two. Raises StoreUnavailable."""
        if not self._shelves.take_turn():
            return
        try:
            self._rewriter.want_all_noted()
            for room in sorted(self._shelves.rooms()):
                self._look_at_safely(room)
                rest()
        finally:
            self._shelves.end_turn()

    def _sweep_safely(self, concurrency: Concurrency) -> None:
        try:
            self.sweep(lambda: concurrency.sleep(0))
        except (StoreUnavailable, StoreFull):
            log.info("The store is away or full; what is too old is looked at in an hour.")
        except Exception:
            log.exception("The sweep has failed")

    def _look_at_safely(self, room: RoomId) -> None:
        """One room's trouble must not keep the others' names."""
        try:
            self._look_at(room)
        except (StoreUnavailable, StoreFull, Refusal) as error:
            log.warning("room %s could not be looked at: %r", room, error)
        except Exception:
            log.exception("room %s could not be looked at", room)

    def _look_at(self, room: RoomId) -> None:
        now, last = self._clock.now(), self._shelves.last_event(room)
        if last is None:
            self._forgetting.erase(room)  # a line, or standings, without a log: half deleted
            return
        line = self._register.line(room) or self._forgetting.list_again(room)
        if line.ended_at is None:
            self._look_at_unfinished(line, last, now)
            return
        kept_from = max(line.ended_at, line.imported_at or line.ended_at)
        if now - kept_from >= self._terms.sessions_days * DAY_MILLIS:
            self._forgetting.delete(room)
        elif now - line.ended_at >= self._terms.names_days * DAY_MILLIS and line.names_kept:
            self._forgetting.forget_names(room)

    def _look_at_unfinished(self, line: RoomSummary, last: Event, now: ServerMillis) -> None:
        """Where whoever ended it was killed before the list said so, the list is told now."""
        if isinstance(last, RoomEnded | PlayersForgotten) and self._forgetting.has_ended(line.room):
            self._register.enter(replace(line, ended_at=last.at))
        elif now - last.at >= UNFINISHED_MILLIS:
            self._forgetting.end(line.room)
