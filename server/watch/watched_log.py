"""A room's log with a watch beside it: how long appends take, and what rooms live through.

Around the port, so that neither the rooms nor the store know of it; and told by the process that wrote it, so that each
event is told once, however many processes hold the room.
"""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence

from server.rooms.ports import Clock, RoomLog, StoreFull, StoreUnavailable
from server.rooms.skimmed_log import SkimmedLog
from server.rules.events import Event, PlayersForgotten, RoomEnded, RoomOpened, RoundClosed
from server.rules.ids import MilliPoints, PlayerId, RoomId, Version
from server.watch.log_lines import tell
from server.watch.measures import Measures

SLOW_SECONDS = 0.5
LATE_SECONDS = 1.0

TOLD: Mapping[type, str] = {
    RoomOpened: "room opened",
    RoomEnded: "room ended",
    PlayersForgotten: "names forgotten",
    RoundClosed: "round closed",
}
"""The events that are looked at; of a closed round only one that came late is told."""


class WatchedRoomLog:
    """The RoomLog port around another. `ask_after_store` is called when the store failed."""

    def __init__(self, inner: RoomLog, measures: Measures, clock: Clock, ask_after_store: Callable[[], None]) -> None:
        self._inner = inner
        self._measures = measures
        self._clock = clock
        self._ask_after_store = ask_after_store

    def append(
        self,
        room: RoomId,
        expected: Version,
        events: Sequence[Event],
        standings: Mapping[PlayerId, MilliPoints] | None,
        written: Callable[[], None] | None = None,
    ) -> bool:
        """As the log within. Raises what that raises."""
        measures = self._measures
        began = measures.stopwatch()
        try:
            is_kept = self._inner.append(room, expected, events, standings, written)
        except StoreUnavailable:
            measures.store_failures.add("unavailable")
            self._ask_after_store()
            raise
        except StoreFull:
            measures.store_failures.add("full")
            tell("the store is full", logging.ERROR, room=room, version=expected)
            raise
        took = measures.stopwatch() - began
        measures.append_seconds.observe(took)
        if took > SLOW_SECONDS:
            tell(
                "slow append", logging.WARNING, room=room, version=expected, seconds=round(took, 3), events=len(events)
            )
        if not is_kept:
            measures.appends_stale.add()
            return False
        measures.append_events.observe(len(events))
        for number, event in enumerate(events, start=1):
            if type(event) in TOLD:
                self._tell(room, expected + number, event)
        return True

    def check_kept(self, room: RoomId) -> None:
        """As the log within."""
        self._inner.check_kept(room)

    def read(self, room: RoomId, after: Version) -> Iterator[Sequence[Event]]:
        """As the log within."""
        return self._inner.read(room, after)

    def skim(self, room: RoomId) -> SkimmedLog:
        """As the log within."""
        return self._inner.skim(room)

    def newest_version(self, room: RoomId) -> Version:
        """As the log within."""
        return self._inner.newest_version(room)

    def _tell(self, room: RoomId, version: int, event: Event) -> None:
        if not isinstance(event, RoundClosed):
            tell(TOLD[type(event)], room=room, version=version)
            return
        late = (self._clock.now() - event.at) / 1000
        self._measures.closed_late.observe(max(0.0, late))
        if late > LATE_SECONDS:
            tell("round closed late", logging.WARNING, room=room, version=version, seconds=round(late, 3))
