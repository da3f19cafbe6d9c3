"""Replays as they are sent: made once for a room that has ended, however many open the link."""

import gzip
from collections import OrderedDict
from dataclasses import dataclass

from server.rooms.ports import Concurrency
from server.rules.ids import RoomId
from server.wire.services import ReplayOf
from server.wire.strict_json import StrictJson

KEPT = 16
"""A lecture hall's replay is 0.7 MB, 60 kB when squeezed."""


@dataclass(frozen=True, slots=True)
class PackedReplay:
    """A replay in JSON, plain and gzipped."""

    plain: bytes
    squeezed: bytes


class ReplayShelf:
    """Makes one replay at a time, since the making of a large one takes a second in which nothing else is done."""

    def __init__(self, replay_of: ReplayOf, concurrency: Concurrency) -> None:
        self._replay_of = replay_of
        self._making = concurrency.lock()
        self._kept: OrderedDict[tuple[RoomId, bool], PackedReplay] = OrderedDict()

    def get(self, room: RoomId, with_names: bool) -> PackedReplay:
        """The replay as of now. Raises Refusal ROOM_NOT_FOUND, and StoreUnavailable."""
        key = (room, with_names)
        kept = self._kept.get(key)
        if kept is not None:
            return kept
        with self._making:
            return self._kept.get(key) or self._make(key)

    def _make(self, key: tuple[RoomId, bool]) -> PackedReplay:
        replay, is_final = self._replay_of(*key)
        plain = StrictJson.dumps(replay).encode()
        packed = PackedReplay(plain, gzip.compress(plain, 6, mtime=0))
        if is_final:
            self._kept[key] = packed
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return packed
