"""Replays as they are sent: each part made once and squeezed once, however many open the link.

The making rests often, so that a class that plays elsewhere on this server notices nothing.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from server.rooms.ports import Clock, Concurrency
from server.rooms.skimmed_log import SkimmedLog
from server.rules.ids import RoomId, ServerMillis, Version
from server.rules.refusals import Refusal, RefusalCode
from server.wire.packed import Packed
from server.wire.sitting_shelf import NewestVersion

KEPT = 16
"""A lecture hall's replay is 1 MB, 0.1 MB when squeezed."""
HALF_MADE = 3
"""Of so many the log is kept in memory, 8 MB for a thousand people, until all their parts are made."""
LIVE_FOR_MILLIS = 45_000
"""So long the parts of a sitting that went on can still be had, for a page that is fetching them. What is to be
forgotten is forgotten within a minute."""
FRESH_MILLIS = 3_000
"""A sitting that goes on is not played back anew for everybody who asks at the same time."""


Rest = Callable[[], None]
"""Lets others have their turn."""


class Head(Protocol):
    """What the shelf must know of a replay."""

    @property
    def version(self) -> Version:
        """The version of the log that it was made of."""
        ...

    @property
    def is_live(self) -> bool:
        """Whether the sitting goes on."""
        ...

    @property
    def parts(self) -> Sequence[object]:
        """A mark for each part."""
        ...


class Playback(Protocol):
    """A replay whose parts are made as they are asked for."""

    @property
    def head(self) -> Any:
        """What tells of the whole, a Head."""
        ...

    def part(self, number: int, rest: Rest) -> object:
        """A part; `rest` is called often. Raises LookupError."""
        ...


SkimLog = Callable[[RoomId], SkimmedLog]
"""All of a room's log, its answers not read yet. Raises Refusal ROOM_NOT_FOUND, and StoreUnavailable."""
MakeReplay = Callable[[RoomId, SkimmedLog, bool, Rest], Playback]
"""The replay of a log, with the players' names or without; the rest is called often."""


@dataclass(slots=True)
class _Kept:
    """A replay on the shelf. `playback` goes once all parts are made."""

    version: Version
    is_live: bool
    made_at: ServerMillis
    head: Packed
    parts: list[Packed | None]
    playback: Playback | None


class ReplayShelf:
    """Keeps replays by room, version and names. One is made at a time."""

    def __init__(
        self,
        newest_version: NewestVersion,
        skim: SkimLog,
        make: MakeReplay,
        concurrency: Concurrency,
        clock: Clock,
    ) -> None:
        self._newest_version = newest_version
        self._skim = skim
        self._make = make
        self._concurrency = concurrency
        self._clock = clock
        self._making = concurrency.lock()
        self._kept: OrderedDict[tuple[RoomId, Version, bool], _Kept] = OrderedDict()

    def head(self, room: RoomId, with_names: bool) -> Packed:
        """The head of a room's replay as of now. Raises Refusal ROOM_NOT_FOUND, and StoreUnavailable."""
        found = self._newest(room, with_names)
        if found is None:
            with self._making:
                found = self._newest(room, with_names) or self._play_back(room, with_names)
        return found.head

    def part(self, room: RoomId, version: Version, number: int, with_names: bool) -> Packed:
        """A part of the replay of that version.

        Raises Refusal ROOM_NOT_FOUND, BAD_NUMBER, NOT_NOW where the log has gone on since: its head must be fetched
        anew. Raises StoreUnavailable.
        """
        kept = self._of_version(room, version, with_names)
        if kept is None:
            with self._making:
                kept = self._of_version(room, version, with_names) or self._play_back(room, with_names)
            if kept.version != version:  # it has gone on while it was read
                raise Refusal(RefusalCode.NOT_NOW)
        if not 0 <= number < len(kept.parts):
            raise Refusal(RefusalCode.BAD_NUMBER)
        part = kept.parts[number]
        if part is None:
            with self._making:
                part = kept.parts[number] or self._make_part(kept, number)
        return part

    def _newest(self, room: RoomId, with_names: bool) -> _Kept | None:
        """What there is of the room as it is now, or of a moment ago while it goes on."""
        newest = self._drop_outdated(room)
        for (of, version, named), kept in reversed(self._kept.items()):
            is_fresh = kept.is_live and self._clock.now() - kept.made_at < FRESH_MILLIS
            if of == room and named is with_names and (version == newest or is_fresh):
                return kept
        return None

    def _of_version(self, room: RoomId, version: Version, with_names: bool) -> _Kept | None:
        newest = self._drop_outdated(room)
        kept = self._kept.get((room, version, with_names))
        if kept is None and version != newest:
            raise Refusal(RefusalCode.NOT_NOW)
        return kept

    def _drop_outdated(self, room: RoomId) -> Version:
        """Takes away what the log no longer says: it has gone on, was rewritten, or is gone altogether."""
        newest = self._newest_version(room)
        long_ago = self._clock.now() - LIVE_FOR_MILLIS
        for key, kept in list(self._kept.items()):
            is_going_on = kept.is_live and kept.made_at > long_ago
            if key[0] == room and kept.version != newest and not (newest and is_going_on):
                self._kept.pop(key, None)
        if not newest:
            raise Refusal(RefusalCode.ROOM_NOT_FOUND)
        return newest

    def _play_back(self, room: RoomId, with_names: bool) -> _Kept:
        playback = self._make(room, self._skim(room), with_names, self._rest)
        head: Head = playback.head
        kept = _Kept(
            version=head.version,
            is_live=head.is_live,
            made_at=self._clock.now(),
            head=Packed.of(head),
            parts=[None] * len(head.parts),
            playback=playback,
        )
        self._kept[room, head.version, with_names] = kept
        self._make_room()
        return kept

    def _make_part(self, kept: _Kept, number: int) -> Packed:
        assert kept.playback is not None, "a replay with a part to be made has its log"
        part = kept.parts[number] = Packed.of(kept.playback.part(number, self._rest))
        if all(kept.parts):
            kept.playback = None
        return part

    def _rest(self) -> None:
        self._concurrency.sleep(0)

    def _make_room(self) -> None:
        half_made = [key for key, kept in self._kept.items() if kept.playback is not None]
        for key in half_made[:-HALF_MADE]:
            del self._kept[key]
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
