"""The addresses of forgetting: a student's own, from the device that has the seat, and the host's.

Answered as soon as the log says so; every view is without the name by then, and within seconds so is the log itself.
"""

from flask import Flask, Response

from server.rooms.forgetting import Forgetting
from server.wire.http_law import check_room, nothing, player_asking
from server.wire.services import Services
from server.wire.sessions import room_of


class PrivacyRoutes:
    """Thin: who is asking, ask, answer."""

    def __init__(self, services: Services, forgetting: Forgetting) -> None:
        self._services = services
        self._forgetting = forgetting

    def attach(self, app: Flask) -> None:
        """Puts the addresses on an app."""
        app.add_url_rule("/api/rooms/<room_id>/forget-me", "forget_me", self.forget_me, methods=["POST"])
        app.add_url_rule("/api/rooms/<room_id>/forget-names", "forget_names", self.forget_names, methods=["POST"])
        app.add_url_rule("/api/rooms/<room_id>", "delete_room", self.delete, methods=["DELETE"])

    def forget_me(self, room_id: str) -> Response:
        """`Authorization: Seat <token>`: whose seat that is, is nobody in this room from now on."""
        self._forgetting.forget_me(room_of(room_id), player_asking())
        return nothing()

    def forget_names(self, room_id: str) -> Response:
        """All names of an ended room go."""
        self._forgetting.forget_names(check_room(self._services.staff, room_id))
        return nothing()

    def delete(self, room_id: str) -> Response:
        """All of a room goes, also an open one; it cannot be brought back."""
        self._forgetting.delete(check_room(self._services.staff, room_id))
        return nothing()
