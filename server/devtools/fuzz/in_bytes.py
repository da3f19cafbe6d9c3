"""Bytes: frames that are torn, unmasked, endless or reserved, and requests that are none. A clean end, or a status."""

import json
import socket
import struct
from random import Random
from secrets import token_bytes, token_hex

from server.devtools.fuzz.finds import Finds

PART = "bytes"
WAIT_SECONDS = 3.0
UPGRADE = (
    b"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUpgrade: websocket\r\n"
    b"Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
)
LENGTHS = (0, 1, 5, 125, 126, 127, 65_535, 65_536, 2**31, 2**63 - 1, 2**63, 2**64 - 1)


class ByteFuzzer:
    """Opens a raw connection per case and leaves it as it likes."""

    def __init__(self, port: int, room: str, dice: Random, finds: Finds) -> None:
        self._port = port
        self._room = room
        self._dice = dice
        self._finds = finds

    def turn(self) -> None:
        """One connection."""
        self._finds.tried(PART)
        sent = UPGRADE % self._port + self._frames() if self._dice.random() < 0.7 else self._request()
        try:
            with socket.create_connection(("127.0.0.1", self._port), WAIT_SECONDS) as line:
                self._send(line, sent)
                self._hear(line, sent)
        except OSError:
            return  # it was closed while more was sent: that is an end, too

    def _send(self, line: socket.socket, sent: bytes) -> None:
        place = self._dice.randrange(len(sent) + 1)
        for part in (sent[:place], sent[place:]):  # in two pieces
            line.sendall(part)
        if self._dice.random() < 0.5:
            line.shutdown(socket.SHUT_WR)

    def _hear(self, line: socket.socket, sent: bytes) -> None:
        line.settimeout(0.3)  # a connection that waits for more may stand: the doorkeeper has an eye on it
        heard = b""
        try:
            while (chunk := line.recv(65_536)) and len(heard) < 1_000_000:
                heard += chunk
        except TimeoutError:
            pass
        if b"Traceback" in heard or b'File "' in heard:
            self._finds.add(PART, f"a traceback came back: {heard[-300:]!r}", sent)
        if heard and not heard.startswith((b"HTTP/1.", b"<!DOCTYPE", b"<html")):
            self._finds.add(PART, f"no HTTP came back: {heard[:200]!r}", sent)
        if heard.startswith((b"HTTP/1.1 500", b"HTTP/1.0 500")):
            self._finds.add(PART, f"a mistake of ours: {heard[-200:]!r}", sent)

    def _frames(self) -> bytes:
        auth = {"protocol": 2, "role": "player", "room": self._room, "token": token_hex(16)}
        begun = [self._frame(0x81, f"40{json.dumps(auth)}".encode())] if self._dice.random() < 0.6 else []
        return b"".join([*begun, *(self._odd_frame() for _ in range(self._dice.randrange(1, 6)))])

    def _odd_frame(self) -> bytes:
        content = self._dice.choice(
            (b"", b"42", b'421["join",{}]', b"\xff\xfe\xfa", b"2probe", b"5", b"b", b"\xed\xa0\x80", token_bytes(40))
        )
        match self._dice.randrange(9):
            case 0:
                return token_bytes(self._dice.randrange(1, 200))
            case 1:
                return self._frame(self._dice.randrange(256), content)
            case 2:
                return self._frame(0x81, content, is_masked=False)
            case 3:
                return self._frame(0x81, content, said_length=self._dice.choice(LENGTHS))
            case 4:
                return self._frame(0x01, content) + self._frame(self._dice.choice((0x80, 0x00, 0x81, 0x89)), content)
            case 5:
                return self._frame(
                    self._dice.choice((0x88, 0x89, 0x8A, 0x08, 0x09)), content * self._dice.choice((1, 40))
                )
            case 6:
                return self._frame(0x88, self._dice.choice((b"\x03", b"\x00\x00", b"\x03\xe8\xff", b"\xff\xff")))
            case 7:
                return self._frame(0x81, content)[: self._dice.randrange(1, 12)]
            case _:
                return self._frame(0x82, content)

    def _frame(self, first: int, content: bytes, is_masked: bool = True, said_length: int | None = None) -> bytes:
        length = len(content) if said_length is None else said_length
        mask_bit = 0x80 if is_masked else 0
        if length < 126:
            head = struct.pack("!BB", first, mask_bit | length)
        elif length < 65_536:
            head = struct.pack("!BBH", first, mask_bit | 126, length)
        else:
            head = struct.pack("!BBQ", first, mask_bit | 127, length)
        if not is_masked:
            return head + content
        mask = token_bytes(4)
        return head + mask + bytes(byte ^ mask[place % 4] for place, byte in enumerate(content))

    def _request(self) -> bytes:
        upgrade = UPGRADE % self._port
        match self._dice.randrange(5):
            case 0:
                return token_bytes(self._dice.randrange(1, 400))
            case 1:
                return upgrade[: self._dice.randrange(1, len(upgrade))]
            case 2:
                wounded = bytearray(upgrade)
                for _ in range(self._dice.randrange(1, 8)):
                    wounded[self._dice.randrange(len(wounded))] = self._dice.randrange(256)
                return bytes(wounded)
            case 3:
                return upgrade.replace(b"13", self._dice.choice((b"12", b"0", b"-1", b"99999999999", b"\xff")), 1)
            case _:
                return upgrade.replace(
                    b"dGhlIHNhbXBsZSBub25jZQ==", self._dice.choice((b"", b"x", b"\x00" * 9, b"a" * 900))
                )
