"""Hears what any process appends: one blocking read over all rooms that this process holds.

For one Redis, or a primary with replicas. In a cluster a read over rooms of two shards is refused, so there another
implementation of the same port is needed.
"""

import contextlib
import logging
from collections.abc import Mapping
from typing import Any

from redis import Redis
from redis import exceptions as redis_errors

from server.rooms.ports import Concurrency, StoreUnavailable, TailListener
from server.rules.ids import RoomId, Version
from server.store import keys
from server.store.connections import TAIL_BLOCK_MILLIS, open_tail_client, store_errors
from server.store.positions import Positions
from server.store.room_log import CHUNK, end_of, entry_id

REST_SECONDS = 0.02
"""Between two reads: a read over a thousand rooms costs Redis 3 ms, and a class answers in bursts."""
WAKE_AGAIN_SECONDS = 0.01
RECONNECT_SECONDS = 0.1
BUG_SECONDS = 1.0

_log = logging.getLogger(__name__)


class RedisTail:
    """Tail on Redis streams. It reads on a connection of its own; `client`, the one for commands, wakes it."""

    def __init__(self, address: str, client: Redis, concurrency: Concurrency) -> None:
        self._address = address
        self._client = client
        self._concurrency = concurrency
        self._listener: TailListener | None = None
        self._lock = concurrency.lock()
        self._positions = Positions(concurrency)
        self._changes = 0
        self._changes_seen = 0
        self._connection_id: int | None = None
        self._is_waking = False
        self._is_started = False
        self._must_stop = False
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
        if not self._is_started:
            return
        self._wake()
        self._has_ended.wait(TAIL_BLOCK_MILLIS / 1000)

    def watch(self, room: RoomId, after: Version) -> None:
        """Begins to hear a room. One heard already goes back to an older version, never forward; never raises."""
        if self._positions.watch(room, after):
            self._wake()

    def unwatch(self, room: RoomId) -> None:
        """Stops hearing a room."""
        if self._positions.unwatch(room):
            self._wake()

    def _run(self, listener: TailListener) -> None:
        was_connected = False
        while not self._is_stopping():
            try:
                with contextlib.closing(open_tail_client(self._address)) as reader, store_errors():
                    self._connection_id = reader.client_id()
                    if was_connected:
                        self._go_on_after_loss(reader, listener)
                    was_connected = True
                    self._read_until_stopped(reader, listener)
            except StoreUnavailable as error:
                if self._connection_id is not None:
                    _log.warning("The tail has lost the store: %s", error)
                rest = RECONNECT_SECONDS
            except Exception:
                _log.exception("The tail has failed; it begins again")
                rest = BUG_SECONDS
            else:
                break
            finally:
                self._connection_id = None
            self._concurrency.sleep(rest)
        self._has_ended.set()

    def _go_on_after_loss(self, reader: Redis, listener: TailListener) -> None:
        """The store may have gone back in time: no place in a log lies beyond its end, and all is folded anew."""
        for room in self._asked():
            newest: Any = reader.xrevrange(keys.room_log(room).name, count=1)
            self._positions.cut(room, end_of(newest))
        _log.info("The tail has the store back")
        listener.connection_lost()

    def _read_until_stopped(self, reader: Redis, listener: TailListener) -> None:
        while not self._is_stopping():
            asked = self._asked()
            if not asked:
                self._has_rooms.wait(TAIL_BLOCK_MILLIS / 1000)
                continue
            room_of = {keys.room_log(room).name.encode(): room for room in asked}
            streams: Any = {keys.room_log(room).name: entry_id(after) for room, after in asked.items()}
            reply: Any = reader.xread(streams, count=CHUNK, block=TAIL_BLOCK_MILLIS)
            for name, entries in reply:
                room = room_of[name]
                self._positions.hand_on(listener, room, asked[room], entries)
            self._concurrency.sleep(REST_SECONDS)

    def _asked(self) -> Mapping[RoomId, Version]:
        """The rooms and places of the next read."""
        with self._lock:
            self._changes_seen = self._changes
        return self._positions.asked()

    def _is_stopping(self) -> bool:
        return self._must_stop

    def _wake(self) -> None:
        """Ends the read that is under way, since it asks for the wrong rooms. Returns at once."""
        self._has_rooms.set()
        with self._lock:
            self._changes += 1
            if self._is_waking:
                return
            self._is_waking = True
        self._concurrency.spawn(self._wake_until_seen)

    def _wake_until_seen(self) -> None:
        # Again and again, because a call that comes just before the read blocks wakes nobody.
        while True:
            with self._lock:
                reader = self._connection_id
                if reader is None or self._changes_seen == self._changes:
                    self._is_waking = False
                    return
            try:
                with store_errors():
                    self._client.client_unblock(reader)
            except (StoreUnavailable, redis_errors.ResponseError) as error:
                _log.debug("The tail could not be woken, it wakes by itself: %s", error)
            self._concurrency.sleep(WAKE_AGAIN_SECONDS)
