"""A phone in a network that lets no WebSocket through: Engine.IO by plain requests, each on a connection of its own.

So a balancer chooses a server anew for every request: the hardest case for keeping them together.
"""

import http.client
import json
import secrets
from typing import Any

PING, PONG, CONNECT = "2", "3", "40"
BETWEEN = "\x1e"
PATIENCE_SECONDS = 30


class LineLost(Exception):
    """The server that had this line does not know it any more."""


class PollingPhone:
    """One seat. Views by name as they come. For the balancer it sends its line, and its room unless told not to."""

    def __init__(self, port: int, room: str, says_room: bool = True) -> None:
        self.views: dict[str, Any] = {}
        self.requests = 0
        self.lost = 0
        self._port = port
        self._auth = {"protocol": 2, "role": "player", "room": room, "token": secrets.token_hex(16)}
        self._sent = f"line={secrets.token_hex(8)}" + (f"&room={room[:8]}" if says_room else "")
        self._sid = ""
        self._acks: dict[int, Any] = {}
        self._calls = 0
        self.is_open = False

    def connect(self) -> None:
        """Opens a line and is let in. Raises LineLost."""
        self.is_open, self._sid = False, ""
        self._sid = json.loads(self._request("GET", None)[1:])["sid"]
        self._say(CONNECT + json.dumps(self._auth))
        while not self.is_open:
            self.poll()

    def insist(self, event: str, **message: Any) -> Any:
        """One command as a real client sends it: again, with the same id, on a new line if need be."""
        body = {"command_id": secrets.token_hex(12), **message}
        for _ in range(60):
            try:
                if not self.is_open:
                    self.connect()
                ack = self._call(event, body)
            except (LineLost, OSError, http.client.HTTPException):
                self.lost += 1
                self.is_open = False
                continue
            if not ack.get("retry"):
                return ack
        raise AssertionError(f"{event} was never answered")

    def poll(self) -> None:
        """Waits for news once."""
        for packet in self._request("GET", None).split(BETWEEN):
            if packet == PING:
                self._say(PONG)
            elif packet.startswith("40"):
                self.is_open = True
            elif packet.startswith("42"):
                name, *bodies = json.loads(packet[2:])
                self.views[name] = bodies[0] if bodies else None
            elif packet.startswith("43"):
                number, _, told = packet[2:].partition("[")
                self._acks[int(number)] = json.loads("[" + told)[0]

    def _call(self, event: str, body: dict[str, Any]) -> Any:
        self._calls += 1
        number = self._calls
        self._say(f"42{number}" + json.dumps([event, body]))
        while number not in self._acks:
            self.poll()
        return self._acks.pop(number)

    def _say(self, packet: str) -> None:
        self._request("POST", packet)

    def _request(self, method: str, body: str | None) -> str:
        self.requests += 1
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE_SECONDS)
        try:
            path = f"/socket.io/?EIO=4&transport=polling&{self._sent}"
            connection.request(method, path + (f"&sid={self._sid}" if self._sid else ""), body)
            answer = connection.getresponse()
            told = answer.read().decode()
        finally:
            connection.close()
        if answer.status != 200:
            raise LineLost(f"{answer.status} {told}")
        return told
