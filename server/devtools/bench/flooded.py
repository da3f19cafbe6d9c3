"""Many rooms on one server, one of them flooded: what the others notice of it.

Strangers connect to that room and send as fast as their lines take it, for as long as answers are measured in the
others. Whoever is cut off comes back at once: being refused, cut off and let in again are all work for the server.
"""

import json
import socket
import time
from collections.abc import Callable
from secrets import token_hex
from statistics import quantiles
from urllib.parse import urlsplit

from server.devtools.bench.hall import READ_AT_ONCE, Hall, frame_of
from server.devtools.bench.own_server import own_server
from server.devtools.bench.rows import Row
from server.devtools.bench.sitting import PROTOCOL, SOCKET_PATH, Sitting, Told, call_of

ROOMS, PLAYERS, ANSWERS = 30, 30, 1_500
FRAMES_A_SECOND = 80.0
"""What each stranger wants to send; a line that sends a hundred is cut."""
NOISE = call_of("answer", {"command_id": "0" * 24, "card": "no-card", "picks": {}, "shown_millis": 0}, 9)
RATIO_MOST = 2.0

Say = Callable[[str], None]


class Stranger:
    """One line that floods. Never waits, and never gives up."""

    def __init__(self, address: str, room: str) -> None:
        self._host = urlsplit(address)
        auth = {"protocol": PROTOCOL, "role": "player", "room": room, "token": token_hex(16)}
        self._introduction = frame_of(b"40" + json.dumps(auth).encode())
        self._line: socket.socket | None = None
        self._is_in = False
        self._began = time.perf_counter()
        self.sent = self.cut = 0

    def go_on(self) -> None:
        """Reads away what has come, and sends what is due by now."""
        try:
            if self._line is None:
                self._connect()
            elif self._has_heard() and not self._is_in:
                self._line.sendall(self._introduction)
                self._is_in = True
            elif self._is_in and self._line is not None:
                due = int((time.perf_counter() - self._began) * FRAMES_A_SECOND) - self.sent
                self._line.sendall(NOISE * min(due, 8))
                self.sent += min(due, 8)
        except BlockingIOError:
            return
        except OSError:
            self.hang_up()

    def hang_up(self) -> None:
        """Lets go of the line."""
        if self._line is not None:
            self._line.close()
            self.cut += 1
        self._line, self._is_in = None, False

    def _connect(self) -> None:
        assert self._host.hostname is not None
        self._line = socket.create_connection((self._host.hostname, self._host.port or 80), timeout=10)
        greeting = (
            f"GET {SOCKET_PATH} HTTP/1.1\r\nHost: {self._host.netloc}\r\nUpgrade: websocket\r\n"
            "Connection: Upgrade\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n"
        )
        self._line.sendall(greeting.encode())
        self._line.setblocking(False)

    def _has_heard(self) -> bool:
        assert self._line is not None
        try:
            chunk = self._line.recv(READ_AT_ONCE)
        except BlockingIOError:
            return False
        if not chunk:
            self.hang_up()
        return bool(chunk)


def flooded_row(say: Say, rooms: int = ROOMS, players: int = PLAYERS, answers: int = ANSWERS) -> Row:
    """How long the slowest of a hundred answers waits for its ack in a calm room while another is flooded.

    Beside the same without the flood, in this run. Raises HallStuck.
    """
    with own_server() as server:
        hall = Hall()
        sittings = [Sitting(hall, server.door(), players, 3) for _ in range(rooms)]
        for sitting in sittings:
            sitting.open()
            sitting.step_to("answering")
        flooded, calm = sittings[0], sittings[1:]
        quiet = _slow_ones(hall, calm, answers, lambda: None)
        strangers = [Stranger(server.address, flooded.room) for _ in range(players)]
        noisy = _slow_ones(hall, calm, answers, lambda: _flood(strangers))
        sent, cut = sum(each.sent for each in strangers), sum(each.cut for each in strangers)
        say(
            f"{rooms} rooms of {players}: {sent} messages flooded one, {cut} lines cut; {answers} answers in the others"
        )
        for each in strangers:
            each.hang_up()
        hall.hang_up()
    return Row(
        f"99 of 100 answers in {rooms - 1} rooms, one more flooded",
        noisy * 1000, "ms", RATIO_MOST, quiet * 1000, "without the flood, this run",
    )  # fmt: skip


def _flood(strangers: list[Stranger]) -> None:
    for each in strangers:
        each.go_on()


def _slow_ones(hall: Hall, rooms: list[Sitting], answers: int, between: Callable[[], object]) -> float:
    """The seconds within which 99 of 100 answers are acknowledged, one after the other, from room to room."""
    waited = []
    for number in range(answers):
        room = rooms[number % len(rooms)]
        phone = room.phones[number // len(rooms) % len(room.phones)]
        told = phone.told
        assert isinstance(told, Told)
        before, answer = told.acks, _answer(room)
        between()
        began = time.perf_counter()
        phone.send(answer)
        hall.run_until(lambda: told.acks > before, "an answer's ack")  # noqa: B023  done before the next
        waited.append(time.perf_counter() - began)
    return quantiles(waited, n=100)[98]


def _answer(room: Sitting) -> bytes:
    asked = room.room_view["round"]
    picks = {axis["id"]: axis["options"][0]["id"] for axis in asked["axes"] if axis["kind"] in {"single", "ordinal"}}
    return call_of("answer", {"command_id": token_hex(12), "card": asked["card"], "picks": picks, "shown_millis": 1}, 1)
