"""The addresses that anybody may ask: what a PIN leads to, where to join, and whether the server is well."""

from flask import Flask, Response, request

from server.rules.refusals import Refusal, RefusalCode
from server.wire.http_bodies import Address, PinView
from server.wire.http_law import answer
from server.wire.join_address import qr_svg
from server.wire.lobby import offer_names, read_pin
from server.wire.senders import whence
from server.wire.services import Services

GUESS_REST_SECONDS = 1.0


class PublicRoutes:
    """Thin: read, ask, answer."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def attach(self, app: Flask) -> None:
        """Puts the addresses on an app."""
        app.add_url_rule("/api/pins/<pin>", "pin", self.pin)
        app.add_url_rule("/api/rooms/<room_id>/address", "address", self.address)
        app.add_url_rule("/api/rooms/<room_id>/qr.svg", "qr", self.qr)
        app.add_url_rule("/healthz", "healthz", lambda: answer({"ok": True}))
        app.add_url_rule("/readyz", "readyz", self.readyz)

    def pin(self, pin: str) -> Response:
        """What a PIN leads to. Who has guessed too often is not told whether this one was right."""
        room_id = self._services.register.find(read_pin(pin))
        if not self._services.pin_guard.lets_see(whence(request.environ), room_id, self._services.clock.now()):
            self._services.concurrency.sleep(GUESS_REST_SECONDS)
            raise Refusal(RefusalCode.TOO_FAST)
        if room_id is None:
            raise Refusal(RefusalCode.ROOM_NOT_FOUND)
        with self._services.room(room_id) as (_, room):
            names = offer_names(room, self._services.offered_names, self._services.chance)
            names_off = bool(room.settings.offered_names)
            return answer(PinView(room_id, room.deck.title, room.is_locked, names, names_off, room.course))

    def address(self, room_id: str) -> Response:
        """Where phones join a room."""
        place = self._services.join_address
        with self._services.room(room_id) as (_, room):
            return answer(Address(place.url(room.pin), place.host, room.pin))

    def qr(self, room_id: str) -> Response:
        """The same as a picture to scan."""
        with self._services.room(room_id) as (_, room):
            picture = qr_svg(self._services.join_address.url(room.pin))
        return Response(picture, mimetype="image/svg+xml")

    def readyz(self) -> Response:
        """Whether a class can play now."""
        ready = self._services.is_store_ready()
        return answer({"ok": ready}, 200 if ready else 503)
