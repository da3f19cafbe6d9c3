"""Hangs up the consoles of lecturers who have signed out or are gone: within seconds, at every process.

What they would still order is refused at once: each command asks the store (sockets.py).
"""

from collections.abc import Callable

from server.rooms.looking import look_now_and_then
from server.rooms.ports import Concurrency
from server.wire.sessions import HostAsking, Lines, Sessions

LOOK_SECONDS = 2.0


class LecturerWatch:
    """Looks at the lecturers' connections of this process. `stands`: whether a session has not ended."""

    def __init__(self, stands: Callable[[str], bool], sessions: Sessions, lines: Lines) -> None:
        self._stands = stands
        self._sessions = sessions
        self._lines = lines

    def start(self, concurrency: Concurrency) -> Callable[[], None]:
        """Looks now and then beside the caller; returns what stops it."""
        away = "The sessions of lecturers could not be read; who leads goes on leading until they can."
        return look_now_and_then(concurrency, LOOK_SECONDS, self.look, away)

    def look(self) -> None:
        """Hangs up whoever's session has ended. Raises StoreUnavailable."""
        by_session: dict[str, list[str]] = {}
        for connection in self._sessions.of_lecturers():
            if isinstance(connection.asker, HostAsking) and connection.asker.session:
                by_session.setdefault(connection.asker.session, []).append(connection.eio_sid)
        for session, lines in by_session.items():
            if not self._stands(session):
                for line in lines:
                    self._lines.hang_up(line)
