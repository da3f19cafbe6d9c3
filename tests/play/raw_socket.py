"""A WebSocket that sends whatever a test likes: what no client library would let out."""

import contextlib
import json
from typing import Any

import websocket

from tests.play.server_under_test import ServerUnderTest

REPLY_SECONDS = 5.0


class RawSocket:
    """One connection, spoken to in Engine.IO and Socket.IO packets."""

    def __init__(self, server: ServerUnderTest, **options: Any) -> None:
        address = f"ws://127.0.0.1:{server.port}/socket.io/?EIO=4&transport=websocket"
        self._socket = websocket.create_connection(address, timeout=REPLY_SECONDS, **options)
        self._ack_id = 0
        assert self._read().startswith("0")

    def enter(self, role: str, room: str, token: str | None = None) -> None:
        """Says who it is and waits until it is connected."""
        auth = {"protocol": 2, "role": role, "room": room} | ({"token": token} if token else {})
        self.send(f"40{json.dumps(auth)}")
        self.until("40")

    def send(self, packet: str) -> None:
        """A text frame."""
        self._socket.send(packet)

    def send_frame(self, content: bytes, opcode: int) -> None:
        """Any frame."""
        self._socket.send(content, opcode)

    def ask(self, body: str) -> dict[str, Any]:
        """An event with this text as its body, and its ack."""
        self._ack_id += 1
        self.send(f"42{self._ack_id}{body}")
        (ack,) = json.loads(self.until(f"43{self._ack_id}["), strict=True)
        assert isinstance(ack, dict)
        return ack

    def until(self, beginning: str) -> str:
        """Reads on to the packet that begins so, and returns the rest of it with a bracket that was asked for."""
        while True:
            packet = self._read()
            if packet == "2":
                self.send("3")
            elif packet.startswith(beginning):
                return packet[len(beginning.removesuffix("[")) :]

    def until_closed(self, seconds: float = REPLY_SECONDS) -> None:
        """Reads on, and answers nothing, until the server has closed the connection; fails when it does not in time."""
        self._socket.settimeout(seconds)
        with contextlib.suppress(websocket.WebSocketConnectionClosedException, ConnectionError):
            while self._socket.recv() != "":
                pass

    def close(self) -> None:
        """Leaves."""
        self._socket.shutdown()  # type: ignore[no-untyped-call]

    def _read(self) -> str:
        packet = self._socket.recv()
        assert isinstance(packet, str)
        assert packet, "the server closed the connection"
        return packet
