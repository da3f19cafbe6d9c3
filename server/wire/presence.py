"""How the connections of a room's players do: who is here, and whose line keeps breaking, at all processes together."""

import json
from collections import deque
from collections.abc import Collection, Sequence, Set
from dataclasses import dataclass

from server.rooms.ports import Clock, Concurrency
from server.rules.host_view_types import LineState
from server.rules.ids import PlayerId, RoomId, ServerMillis
from server.wire.sessions import HostAsking, PlayerAsking, Sessions

SHAKY_DROPS = 3
SHAKY_MILLIS = 120_000
"""So many breaks within this time, and the line is shaky."""

Drops = dict[PlayerId, Sequence[ServerMillis]]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What the other processes say of a room: who is connected there, whose lines broke when, which keys lead it."""

    players: frozenset[PlayerId] = frozenset()
    drops: tuple[tuple[PlayerId, tuple[ServerMillis, ...]], ...] = ()
    keys: frozenset[str] = frozenset()

    @staticmethod
    def read(notices: Collection[str]) -> "Elsewhere":
        """All their notices as one."""
        told = [json.loads(notice) for notice in notices]
        return Elsewhere(
            frozenset(player for one in told for player in one["here"]),
            tuple((player, tuple(times)) for one in told for player, times in one["drops"].items()),
            frozenset(key for one in told for key in one["keys"]),
        )


NOWHERE_ELSE = Elsewhere()


class Presence:
    """Remembers the last breaks of every player's line for two minutes, and what was last heard of other processes."""

    def __init__(self, sessions: Sessions, clock: Clock, concurrency: Concurrency) -> None:
        self._sessions = sessions
        self._clock = clock
        self._lock = concurrency.lock()
        self._drops: dict[RoomId, dict[PlayerId, deque[ServerMillis]]] = {}
        self._changed: set[RoomId] = set()
        self._led: set[RoomId] = set()
        self._elsewhere: dict[RoomId, Elsewhere] = {}

    def changed(self, *rooms: RoomId) -> None:
        """Connections have come or gone; the next look tells the other processes."""
        with self._lock:
            self._changed.update(rooms)

    def line_broke(self, room: RoomId, player: PlayerId) -> None:
        """A player's connection has ended."""
        with self._lock:
            drops = self._drops.setdefault(room, {}).setdefault(player, deque(maxlen=SHAKY_DROPS))
            drops.append(self._clock.now())

    def lines_of(self, room: RoomId) -> dict[PlayerId, LineState]:
        """The lines of those who are connected, anywhere."""
        since = self._clock.now() - SHAKY_MILLIS
        here = self._sessions.present_in(room).players.keys()
        with self._lock:
            elsewhere = self._elsewhere.get(room, NOWHERE_ELSE)
            breaks: dict[PlayerId, int] = {}
            for drops in (self._drops.get(room, {}).items(), elsewhere.drops):
                for player, times in drops:
                    breaks[player] = breaks.get(player, 0) + sum(at >= since for at in times)
        return {
            player: LineState.SHAKY if breaks.get(player, 0) >= SHAKY_DROPS else LineState.HERE
            for player in here | elsewhere.players
        }

    def take_changed(self) -> Set[RoomId]:
        """The rooms in which connections came or went since the last call."""
        with self._lock:
            changed, self._changed = self._changed, set()
            return changed

    def notice_of(self, room: RoomId) -> str | None:
        """What the other processes are to know of a room; None where nobody is connected to it here."""
        players, keys, is_led = set(), set(), False
        for session in self._sessions.in_room(room):
            if isinstance(session.asker, PlayerAsking):
                players.add(session.asker.player)
            elif isinstance(session.asker, HostAsking):
                is_led = True
                keys |= {session.asker.key} - {None}
        with self._lock:
            if is_led:
                self._led.add(room)
            else:
                self._led.discard(room)
                self._elsewhere.pop(room, None)
            drops = self._fresh_drops(room)
        if not (players or keys or drops):
            return None
        return json.dumps({"here": sorted(players), "drops": drops, "keys": sorted(key for key in keys if key)})

    def led_here(self) -> Set[RoomId]:
        """The rooms that a host is connected to at this process."""
        with self._lock:
            return frozenset(self._led)

    def heard(self, room: RoomId, elsewhere: Elsewhere) -> bool:
        """Takes in what the other processes say; whether it is news."""
        with self._lock:
            is_news = self._elsewhere.get(room, NOWHERE_ELSE) != elsewhere
            self._elsewhere[room] = elsewhere
        return is_news

    def _fresh_drops(self, room: RoomId) -> Drops:
        """The breaks that still count; the others are forgotten. Called under the lock."""
        since = self._clock.now() - SHAKY_MILLIS
        fresh = {player: times for player, times in self._drops.pop(room, {}).items() if times[-1] >= since}
        if fresh:
            self._drops[room] = fresh
        return {player: list(times) for player, times in fresh.items()}
