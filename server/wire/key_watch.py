"""Hangs up the devices whose key to lead a room has ended: at once here, within a second at every other process."""

from collections.abc import Callable, Set

from server.rooms.looking import look_now_and_then
from server.rooms.ports import Concurrency
from server.rooms.room_keys import KeyRing
from server.rules.ids import RoomId
from server.wire.sessions import HostAsking, Lines, Session, Sessions

LOOK_SECONDS = 1.0


class KeyWatch:
    """Looks at the keys of the connections of this process."""

    def __init__(
        self,
        key_ring: KeyRing,
        sessions: Sessions,
        lines: Lines,
        keys_elsewhere: Callable[[RoomId], Set[str]] = lambda _room: frozenset(),
    ) -> None:
        """`keys_elsewhere`: the keys of a room by which somebody is connected to another process."""
        self._key_ring = key_ring
        self._sessions = sessions
        self._lines = lines
        self._keys_elsewhere = keys_elsewhere

    def start(self, concurrency: Concurrency) -> Callable[[], None]:
        """Looks now and then beside the caller; returns what stops it."""
        away = "The keys of rooms could not be read; who leads goes on leading until they can."
        return look_now_and_then(concurrency, LOOK_SECONDS, self.look, away)

    def look(self) -> None:
        """Hangs up whoever's key is gone. Raises StoreUnavailable."""
        by_room: dict[RoomId, list[Session]] = {}
        for session in self._sessions.with_keys():
            by_room.setdefault(session.asker.room, []).append(session)
        for room, sessions in by_room.items():
            good = {key.id for key in self._key_ring.all(room)}
            self._hang_up([session for session in sessions if _key_of(session) not in good])

    def take_back(self, room: RoomId, key_id: str) -> None:
        """Ends a key and what it made, and hangs up their devices. Raises StoreUnavailable."""
        gone = self._key_ring.take_back(room, key_id)
        self._hang_up(
            [
                session
                for session in self._sessions.with_keys()
                if session.asker.room == room and _key_of(session) in gone
            ]
        )

    def here(self, room: RoomId) -> Set[str]:
        """The keys of a room by which somebody is connected, to any process. Raises StoreUnavailable."""
        found = (_key_of(session) for session in self._sessions.with_keys() if session.asker.room == room)
        return {key for key in found if key is not None} | self._keys_elsewhere(room)

    def _hang_up(self, sessions: list[Session]) -> None:
        for session in sessions:
            self._lines.hang_up(session.eio_sid)


def _key_of(session: Session) -> str | None:
    return session.asker.key if isinstance(session.asker, HostAsking) else None
