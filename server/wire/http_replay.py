"""A room played back: its head, and its frames in parts. Open to whoever has the link; names are for the host."""

from flask import Flask, Response, request

from server.rules.ids import Version
from server.wire.http_law import check_room
from server.wire.http_log import whole_number
from server.wire.replay_shelf import ReplayShelf
from server.wire.sessions import room_of
from server.wire.staff import Staff


class ReplayRoutes:
    """Thin: read, ask, answer."""

    def __init__(self, shelf: ReplayShelf, staff: Staff) -> None:
        self._shelf = shelf
        self._staff = staff

    def attach(self, app: Flask) -> None:
        """Puts the addresses on an app."""
        app.add_url_rule("/api/rooms/<room_id>/replay", "replay_of", self.head)
        app.add_url_rule("/api/rooms/<room_id>/replay/<version>/<part>", "replay_part", self.part)

    def head(self, room_id: str) -> Response:
        """What tells of the whole sitting, and how its parts lie."""
        return self._shelf.head(room_of(room_id), self._with_names(room_id)).answer()

    def part(self, room_id: str, version: str, part: str) -> Response:
        """Some of the frames of the replay of a version."""
        wanted = Version(whole_number(version)), whole_number(part)
        return self._shelf.part(room_of(room_id), *wanted, self._with_names(room_id)).answer()

    def _with_names(self, room_id: str) -> bool:
        with_names = request.args.get("names") == "true"
        if with_names:
            check_room(self._staff, room_id)
        return with_names
