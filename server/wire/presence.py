"""How the connections of a room's players do: who is here, and whose line keeps breaking. Of this process alone."""

from collections import deque

from server.rooms.ports import Clock, Concurrency
from server.rules.host_view_types import LineState
from server.rules.ids import PlayerId, RoomId, ServerMillis
from server.wire.sessions import Sessions

SHAKY_DROPS = 3
SHAKY_MILLIS = 120_000
"""So many breaks within this time, and the line is shaky."""


class Presence:
    """Remembers the last breaks of every player's line, for as long as somebody is in the room."""

    def __init__(self, sessions: Sessions, clock: Clock, concurrency: Concurrency) -> None:
        self._sessions = sessions
        self._clock = clock
        self._lock = concurrency.lock()
        self._drops: dict[RoomId, dict[PlayerId, deque[ServerMillis]]] = {}

    def line_broke(self, room: RoomId, player: PlayerId) -> None:
        """A player's connection has ended."""
        with self._lock:
            if self._sessions.is_empty(room):
                self._drops.pop(room, None)
                return
            drops = self._drops.setdefault(room, {}).setdefault(player, deque(maxlen=SHAKY_DROPS))
            drops.append(self._clock.now())

    def lines_of(self, room: RoomId) -> dict[PlayerId, LineState]:
        """The lines of those who are connected."""
        since = self._clock.now() - SHAKY_MILLIS
        players = self._sessions.present_in(room).players
        with self._lock:
            drops = self._drops.get(room, {})
            return {
                player: LineState.SHAKY if _is_shaky(drops.get(player), since) else LineState.HERE for player in players
            }


def _is_shaky(drops: "deque[ServerMillis] | None", since: int) -> bool:
    return drops is not None and len(drops) == SHAKY_DROPS and drops[0] >= since
