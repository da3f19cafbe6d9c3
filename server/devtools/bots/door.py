"""The host's door: the few HTTP requests of a lecturer, patient while the server is away."""

import json
import time
from collections.abc import Callable
from http.cookies import SimpleCookie
from typing import Any, TypeVar
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from server.devtools.oracle import SeenBoard

COOKIE = "trede_host"
REQUEST_SECONDS = 10.0
FIRST_PATIENCE_SECONDS = 8.0
"""How long to wait for a server that has not been seen yet; one that was, gets PATIENCE_SECONDS to come back."""
PATIENCE_SECONDS = 30.0
PAUSE_SECONDS = 0.5

T = TypeVar("T")


class DoorShut(Exception):
    """The server says no, or was away for too long. The text is for a person."""


class _NoRedirects(HTTPRedirectHandler):
    def redirect_request(self, *_args: Any) -> None:
        """The cookie stands in the redirect itself; the page behind it is not wanted."""


class HostDoor:
    """Signed in by the host link. Every method blocks: call it from a thread of its own."""

    def __init__(self, host_link: str) -> None:
        """Raises DoorShut when the link is none, or does not sign in."""
        parts = urlsplit(host_link)
        if parts.scheme not in {"http", "https"} or not parts.netloc:
            raise DoorShut(f"A host link looks like http://localhost:5000/host?token=..., not {host_link!r}.")
        self.address = f"{parts.scheme}://{parts.netloc}"
        self._opener = build_opener(_NoRedirects, ProxyHandler({}))
        self.headers: dict[str, str] = {}
        self._sign_in(host_link)

    def decks(self) -> list[dict[str, Any]]:
        """The decks on the shelf."""
        return list(self._get("/api/decks"))

    def rooms(self) -> list[dict[str, Any]]:
        """The sessions, the newest first."""
        return list(self._get("/api/rooms"))

    def room_of_pin(self, pin: str) -> str:
        """The open room of a PIN."""
        return str(self._get(f"/api/pins/{quote(pin)}")["room"])

    def pin_of(self, room: str) -> str:
        """The PIN under which a room on the list was opened."""
        return next((str(line["pin"]) for line in self.rooms() if line["room"] == room), "")

    def offered_names(self, pin: str) -> list[str]:
        """Some names that are free to take in the room of a PIN, in either language."""
        offered = self._get(f"/api/pins/{quote(pin)}")["offered_names"]
        return [name for names in offered.values() for name in names]

    def open_room(self, wish: dict[str, Any]) -> str:
        """Opens a room; `wish` is an OpenRoomMessage. Returns its id."""
        return str(_patiently(lambda: self._ask("/api/rooms", wish))["room"])

    def board(self, room: str, version: int) -> SeenBoard:
        """The leaderboard of a room as the server tells it now, when the room is known to be at a version."""
        return SeenBoard(version, tuple(self._get(f"/api/rooms/{room}/leaderboard")["rows"]))

    def replay(self, room: str, part: str = "") -> dict[str, Any]:
        """The head of a room's replay, or its part "<version>/<number>"."""
        return dict(self._get(f"/api/rooms/{room}/replay{'/' if part else ''}{part}"))

    def log(self, room: str) -> list[dict[str, Any]]:
        """The whole log of a room."""
        entries: list[dict[str, Any]] = []
        while chunk := self._get(f"/api/rooms/{room}/log?after={len(entries)}")["entries"]:
            entries += chunk
        return entries

    def _sign_in(self, host_link: str) -> None:
        def knock() -> str:
            try:
                with self._opener.open(host_link, timeout=REQUEST_SECONDS) as response:
                    return str(response.headers.get("Set-Cookie", ""))
            except HTTPError as told:
                if told.code == 303:
                    return str(told.headers.get("Set-Cookie", ""))
                raise

        cookie = SimpleCookie(_patiently(knock, FIRST_PATIENCE_SECONDS)).get(COOKIE)
        if cookie is None or not cookie.value:
            raise DoorShut("This host link does not sign in: is the token of this server in it?")
        self.headers = {"Cookie": f"{COOKIE}={cookie.value}"}

    def _get(self, path: str) -> Any:
        return _patiently(lambda: self._ask(path))

    def _ask(self, path: str, body: dict[str, Any] | None = None) -> Any:
        headers = {**self.headers, "Content-Type": "application/json"}
        written = None if body is None else json.dumps(body).encode()
        request = Request(self.address + path, written, headers)
        with self._opener.open(request, timeout=REQUEST_SECONDS) as response:
            return json.loads(response.read())


def _patiently(ask: Callable[[], T], seconds: float = PATIENCE_SECONDS) -> T:
    """Asks again while the server is away or busy. Raises DoorShut when it says no, or when the time is up."""
    give_up_at = time.monotonic() + seconds
    while True:
        try:
            return ask()
        except HTTPError as told:
            if told.code != 503 or time.monotonic() > give_up_at:
                raise DoorShut(f"{told.url.split('?')[0]}: {told.code} {_code_in(told)}") from told
        except (URLError, OSError) as away:
            if time.monotonic() > give_up_at:
                raise DoorShut(f"The server does not answer: {away}") from away
        time.sleep(PAUSE_SECONDS)


def _code_in(told: HTTPError) -> str:
    try:
        return str(json.loads(told.read())["code"])
    except (ValueError, LookupError, TypeError):
        return str(told.reason)
