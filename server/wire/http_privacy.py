"""The addresses of forgetting: a student's own, from the device that has the seat, and the host's.

Answered as soon as the log says so; every view is without the name by then, and within seconds so is the log itself.
"""

from flask import Flask, Response, request

from server.rooms.forgetting import Forgetting
from server.rules.ids import PlayerId
from server.rules.refusals import Refusal, RefusalCode
from server.wire.http_law import nothing
from server.wire.services import Services
from server.wire.sessions import player_of, room_of

SEAT = "Seat "


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
        self._forgetting.forget_me(room_of(room_id), _player_asking())
        return nothing()

    def forget_names(self, room_id: str) -> Response:
        """All names of an ended room go."""
        self._check_host()
        self._forgetting.forget_names(room_of(room_id))
        return nothing()

    def delete(self, room_id: str) -> Response:
        """All of a room goes, also an open one; it cannot be brought back."""
        self._check_host()
        self._forgetting.delete(room_of(room_id))
        return nothing()

    def _check_host(self) -> None:
        if not self._services.host_key.is_in(request.environ):
            raise Refusal(RefusalCode.FORBIDDEN)


def _player_asking() -> PlayerId:
    """Whose token the request carries. No cookie: what no other page's form can send needs no further guard."""
    said = request.headers.get("Authorization", "")
    if not said.startswith(SEAT):
        raise Refusal(RefusalCode.TOKEN_INVALID)
    return player_of(said.removeprefix(SEAT))
