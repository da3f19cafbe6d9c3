"""A lecturer, a projector and phones over real Socket.IO connections, each keeping all that it was ever sent."""

import contextlib
import json
import secrets
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any, TypeVar

import socketio
from socketio.exceptions import BadNamespaceError

from server.devtools.whole_views import SheetUnknown, WholeViews
from tests.play.server_under_test import TOKEN, Reply, ServerUnderTest

HOST_COOKIE = f"trede_host={TOKEN}"
WAIT_SECONDS = 30.0
OUT_OF_ORDER_SECONDS = 0.3

View = dict[str, Any]


def new_command_id() -> str:
    """An id for a command."""
    return secrets.token_hex(12)


class Line(socketio.Client):  # type: ignore[misc]
    """A client that comes back by itself, but not once `reconnection` is off, also where it was just about to."""

    def connect(self, *where: Any, **how: Any) -> None:
        """Connects. Raises ConnectionError, also when reconnection is off: attempts that go on without it then end."""
        if not self.reconnection:
            self.stop_coming_back()
            raise socketio.exceptions.ConnectionError("It has left.")
        super().connect(*where, **how)

    def stop_coming_back(self) -> None:
        """Ends the attempts to come back, where there are any."""
        if self._reconnect_abort is not None:
            self._reconnect_abort.set()


class Device:
    """One connection, with python-socketio's own reconnection. Latest views by name; every frame as text.

    The views are whole; the sheets that came beside them are frames of their own. `asked_again`: how often one lacked.
    """

    def __init__(self, server: ServerUnderTest, role: str, room: str, token: str | None = None) -> None:
        self.server = server
        self.auth = {"protocol": 2, "role": role, "room": room}
        if token is not None:
            self.auth["token"] = token
        self.views: dict[str, View | None] = {}
        self.frames: list[tuple[str, str]] = []
        self.connections = 0
        self.asked_again = 0
        self.whole = WholeViews()
        self.refused: View | None = None
        self.cookie = HOST_COOKIE
        self._news = threading.Condition()
        self.client = Line(
            reconnection_delay=0.1, reconnection_delay_max=0.5, randomization_factor=0.5, handle_sigint=False
        )
        self.client.on("*", self._on_view)
        self.client.on("connect", self._on_connect)
        self.client.on("connect_error", self._on_refusal)

    def connect(self) -> None:
        """Connects. Raises socketio.exceptions.ConnectionError with the server's code when it is refused."""
        headers = {"Cookie": self.cookie} if self.auth["role"] == "host" else {}
        self.client.connect(self.server.url, headers, self.auth, transports=["websocket"], wait_timeout=WAIT_SECONDS)

    def close(self) -> None:
        """Leaves for good, also out of the middle of coming back, and at the moment in which that begins."""
        self.client.reconnection = False
        while (coming_back := self.client._reconnect_task) is not None and coming_back.is_alive():
            self.client.stop_coming_back()
            coming_back.join(0.1)
        self.client.shutdown()

    def drop(self) -> None:
        """Loses the network; the client comes back by itself."""
        self.client.eio.ws.shutdown()

    def ask(self, event: str, timeout: float = 15.0, **message: Any) -> View:
        """One command with an id of its own, and its ack."""
        return self.send(event, {"command_id": new_command_id(), **message}, timeout=timeout)

    def insist(self, event: str, **message: Any) -> View:
        """One command as a real client sends it: repeated with the same id for as long as it is asked to."""
        same = {"command_id": new_command_id(), **message}
        ack = self.send(event, same)
        while ack.get("retry"):
            time.sleep(0.1)
            ack = self.send(event, same)
        return ack

    def send(self, event: str, *arguments: Any, timeout: float = 15.0) -> View:
        """Anything at all, and its ack. Raises socketio.exceptions.TimeoutError when there is none."""
        ack = self.client.call(event, arguments if len(arguments) != 1 else arguments[0], timeout=timeout)
        assert isinstance(ack, dict)
        assert ack.get("ok") is True or isinstance(ack.get("code"), str), ack
        return ack

    def see(self, name: str, is_so: Callable[[View], Any], within: float = WAIT_SECONDS) -> View:
        """The first view of that name that is so, from the newest one on; fails when none comes in time."""
        deadline = time.monotonic() + within
        with self._news:
            while True:
                view = self.views.get(name)
                if view is not None and is_so(view):
                    return view
                left = deadline - time.monotonic()
                assert left > 0, f"{self.auth['role']} saw no such {name} within {within} s, but {view}"
                self._news.wait(left)

    def see_connection(self, number: int, within: float = WAIT_SECONDS) -> None:
        """Waits for the connection of that number, counted from 1."""
        with self._news:
            came = self._news.wait_for(lambda: self.connections >= number, within)
        assert came, f"{self.connections} connections within {within} s, not {number}"

    def _on_connect(self) -> None:
        with self._news:
            self.connections += 1
            self.whole = WholeViews()
            self.views.clear()  # the first view after a reconnect is taken as it is
            self._news.notify_all()

    def _on_refusal(self, why: View) -> None:
        self.refused = why

    def _on_view(self, name: str, body: View | None = None, sheets: View | None = None) -> None:
        with self._news:
            if sheets:
                self.frames.append(("sheets", json.dumps(sheets, ensure_ascii=False)))
            if (told := self._put_together(name, body, sheets)) is None:
                return
            (view,) = told
            self.frames.append((name, json.dumps(view, ensure_ascii=False)))
            newest = self.views.get(name)
            if view is None or newest is None or view["version"] >= newest["version"]:
                self.views[name] = view
            self._news.notify_all()

    def _put_together(self, name: str, body: View | None, sheets: View | None) -> tuple[View | None] | None:
        """The whole view, or None where a sheet is lacking even after a while.

        This client hears in many threads at once: what was sent before may be heard after.
        """
        while True:
            try:
                return (self.whole.take(name, body, sheets),)
            except SheetUnknown:
                if self._news.wait(OUT_OF_ORDER_SECONDS):
                    continue
                if self.views:  # else the first views are on their way
                    self.asked_again += 1
                    with contextlib.suppress(BadNamespaceError):  # it has hung up meanwhile
                        self.client.emit("again", {})
                return None


class Phone(Device):
    """A student's device."""

    def __init__(self, server: ServerUnderTest, room: str, token: str | None = None) -> None:
        self.token = token or secrets.token_hex(16)
        super().__init__(server, "player", room, self.token)

    def join(self, name: str) -> View:
        """Connects and takes a seat."""
        self.connect()
        return self.ask("join", name=name)

    def answer(self, card: str, **picks: str) -> View:
        """Answers on some axes; dashes of an axis are underscores here."""
        named = {axis.replace("_", "-"): option for axis, option in picks.items()}
        return self.ask("answer", card=card, picks=named, shown_millis=1200)

    def see_open_round(self) -> View:
        """The round as the phone sees it, once it may answer."""
        round_view = self.see("room", lambda room: room["phase"] == "answering")["round"]
        assert isinstance(round_view, dict)
        return round_view


class Lecturer(Device):
    """The host's device: opens the room over HTTP, then leads it."""

    def __init__(self, server: ServerUnderTest, **choices: Any) -> None:
        cookie: str = choices.pop("cookie", HOST_COOKIE)
        wanted = {"command_id": new_command_id(), "deck": "village-square", "reading_seconds": 0, **choices}
        opened = server.post("/api/rooms", wanted, Cookie=cookie)
        assert opened.status == 201, opened
        self.room: str = opened.json["room"]
        self.pin: str = opened.json["pin"]
        super().__init__(server, "host", self.room)
        self.cookie = cookie

    def get(self, path: str) -> Reply:
        """A GET with the host's cookie."""
        return self.server.get(path, Cookie=self.cookie)

    def step(self) -> View:
        """Presses the one key, and sees what came of it."""
        before = self.see("host", lambda host: host["next_step"])
        ack = self.ask("step", step=before["next_step"]["id"])
        assert ack["ok"], ack
        return self.see("host", lambda host: host["version"] >= ack["version"])

    def step_to(self, phase: str) -> View:
        """Presses until the room is in that phase."""
        for _ in range(10):
            view = self.step()
            if view["phase"] == phase:
                return view
        raise AssertionError(f"never came to {phase}")


D = TypeVar("D", bound=Device)


def present(device: D, leaving: ExitStack) -> D:
    """The device, connected until the test ends."""
    leaving.callback(device.close)
    device.connect()
    return device
