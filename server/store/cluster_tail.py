"""Hears what any process appends to the rooms of this process, in a cluster.

A blocking read over rooms of two slots is refused there, even on one node. So each room is looked at, all in one round
trip per node, and again after a short rest: what this process appends itself it knows at once, only what others append
comes by this way.
"""

import logging
from collections.abc import Mapping
from typing import Any

from redis import Redis

from server.rooms.ports import Concurrency, StoreUnavailable, TailListener
from server.rules.ids import RoomId, Version
from server.store import keys
from server.store.connections import store_errors
from server.store.positions import Positions
from server.store.room_log import CHUNK, end_of, entry_id

REST_SECONDS = 0.04
IDLE_SECONDS = 2.0
LOOK_BACK_EVERY = 25
"""Reads. So often it is looked whether a log is still as long as it was: a shard may have gone back in time unseen."""
RECONNECT_SECONDS = 0.1
BUG_SECONDS = 1.0

_log = logging.getLogger(__name__)


class ClusterTail:
    """Tail on the streams of a cluster, over the same client as the commands."""

    def __init__(self, client: Redis, concurrency: Concurrency) -> None:
        self._client = client
        self._concurrency = concurrency
        self._listener: TailListener | None = None
        self._positions = Positions(concurrency)
        self._must_stop = False
        self._is_started = False
        self._has_rooms = concurrency.signal()
        self._has_ended = concurrency.signal()

    def set_listener(self, listener: TailListener) -> None:
        """Whom to tell. Before start()."""
        self._listener = listener

    def start(self) -> None:
        """Begins to read, beside the caller."""
        assert self._listener is not None, "set_listener first"
        self._is_started = True
        self._concurrency.spawn(self._run, self._listener)

    def stop(self) -> None:
        """Ends the reading; after its return the listener is told nothing more, unless the store hangs."""
        self._must_stop = True
        self._has_rooms.set()
        if self._is_started:
            self._has_ended.wait(IDLE_SECONDS)

    def watch(self, room: RoomId, after: Version) -> None:
        """Begins to hear a room. One heard already goes back to an older version, never forward; never raises."""
        self._positions.watch(room, after)
        self._has_rooms.set()

    def unwatch(self, room: RoomId) -> None:
        """Stops hearing a room."""
        self._positions.unwatch(room)

    def _run(self, listener: TailListener) -> None:
        is_away, reads = False, 0
        while not self._must_stop:
            asked = self._positions.asked()
            if not asked:
                self._has_rooms.wait(IDLE_SECONDS)
                continue
            rest = REST_SECONDS
            try:
                if is_away or reads % LOOK_BACK_EVERY == 0:
                    self._look_back(asked, listener, is_away)
                    is_away = False
                    asked = self._positions.asked()
                self._read(asked, listener)
                reads += 1
            except StoreUnavailable as error:
                if not is_away:
                    _log.warning("The tail has lost the store: %s", error)
                is_away, rest = True, RECONNECT_SECONDS
            except Exception:
                _log.exception("The tail has failed; it begins again")
                is_away, rest = True, BUG_SECONDS
            self._concurrency.sleep(rest)
        self._has_ended.set()

    def _read(self, asked: Mapping[RoomId, Version], listener: TailListener) -> None:
        with store_errors():
            pipeline = self._client.pipeline(transaction=False)
            for room, after in asked.items():
                pipeline.xrange(keys.room_log(room).name, min=entry_id(Version(after + 1)), count=CHUNK)
            found: Any = pipeline.execute()
        for (room, after), entries in zip(asked.items(), found, strict=True):
            if entries:
                self._positions.hand_on(listener, room, after, entries)

    def _look_back(self, asked: Mapping[RoomId, Version], listener: TailListener, was_away: bool) -> None:
        """No place in a log lies beyond its end; where one did, or the store was away, all is folded anew."""
        with store_errors():
            pipeline = self._client.pipeline(transaction=False)
            for room in asked:
                pipeline.xrevrange(keys.room_log(room).name, count=1)
            found: Any = pipeline.execute()
        went_back = [self._positions.cut(room, end_of(newest)) for room, newest in zip(asked, found, strict=True)]
        if any(went_back) or was_away:
            _log.info("The tail has the store back")
            listener.connection_lost()
