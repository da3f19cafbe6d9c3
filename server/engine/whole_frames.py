"""A frame is read with one call where it came in one piece, and unmasked as one number.

eventlet asks the socket for a frame's head, its mask and its content one by one, and unmasks byte by byte in Python.
Here what the socket has is taken at once and cut up in memory. What is refused, and with which code, is as eventlet has
it: tests/engine/test_whole_frames.py holds the two side by side.
"""

import struct
from typing import Any

from eventlet import websocket
from eventlet.greenio import GreenSocket
from eventlet.greenio.base import SOCKET_CLOSED
from eventlet.hubs import IOClosed
from eventlet.websocket import ConnectionClosedError, FailedConnectionError, RFC6455WebSocket

READ_AT_ONCE = 65_536
CONTINUED, TEXT, BINARY, END, PING, PONG = 0x0, 0x1, 0x2, 0x8, 0x9, 0xA
OPCODES = frozenset({CONTINUED, TEXT, BINARY, END, PING, PONG})
CONTROL_LONGEST = 125


def install() -> None:
    """Reads whole frames from now on, in every WebSocket of this process."""
    websocket.RFC6455WebSocket._recv_frame = _recv_frame


def _recv_frame(self: Any, message: Any = None) -> Any:
    """The next frame, as the message that it begins, continues or is. Raises as eventlet's own."""
    first_chunk = getattr(self, "first_chunk", None)
    if first_chunk is not None and message is None and not self._buf:
        self._buf = first_chunk()
        if not self._buf:
            raise ConnectionClosedError
    first, second = _take(self, 2)
    is_final, opcode, is_masked, length = bool(first & 0x80), first & 0x0F, bool(second & 0x80), second & 0x7F
    is_compressed = bool(first & 0x40)
    if is_compressed and "permessage-deflate" not in self.extensions:
        raise FailedConnectionError(1002, "No extension was agreed on that gives the reserved bits a meaning.")
    _check_head(self, opcode, is_final, is_masked, length, is_continuing=bool(message))
    if length == 126:
        (length,) = struct.unpack("!H", _take(self, 2))
    elif length == 127:
        (length,) = struct.unpack("!Q", _take(self, 8))
    if length > self.max_frame_length:
        raise FailedConnectionError(1009, f"A frame of {length} bytes is above the limit of {self.max_frame_length}.")
    mask = _take(self, 4) if is_masked else b""
    content = _take(self, length)
    if not message or opcode & 0x8:
        decoder = self.UTF8Decoder() if opcode == TEXT else None
        inflator = self._get_permessage_deflate_dec(is_compressed)
        message = RFC6455WebSocket.Message(opcode, self.max_frame_length, decoder=decoder, decompressor=inflator)
    message.push(unmasked(content, mask) if is_masked and content else content, final=is_final)
    return message


def _check_head(self: Any, opcode: int, is_final: bool, is_masked: bool, length: int, is_continuing: bool) -> None:
    if opcode not in OPCODES:
        raise FailedConnectionError(1002, "Unknown kind of frame.")
    if not is_masked and not self.client:
        raise FailedConnectionError(1002, "A client must mask its frames.")
    if opcode & 0x8:
        if not is_final:
            raise FailedConnectionError(1002, "A control frame comes in one piece.")
        if length > CONTROL_LONGEST:
            raise FailedConnectionError(1002, f"A control frame has at most {CONTROL_LONGEST} bytes.")
    elif opcode and is_continuing:
        raise FailedConnectionError(1002, "A new message began within another.")
    elif not opcode and not is_continuing:
        raise FailedConnectionError(1002, "Nothing was begun that could be continued.")


def _take(self: Any, count: int) -> bytes:
    """So many bytes, from what was read before and then from the socket."""
    held: bytes = self._buf
    while len(held) < count:
        chunk = _read(self.socket)
        if not chunk:
            raise ConnectionClosedError
        held = held + chunk if held else chunk
    self._buf = held[count:]
    return held[:count]


def _read(line: Any) -> bytes:
    """What has come. Waits without a timer, which would be set and taken back for each message: pings find the dead."""
    if type(line) is not GreenSocket:  # TLS reads otherwise
        chunk: bytes = line.recv(READ_AT_ONCE)
        return chunk
    while True:
        try:
            chunk = line.fd.recv(READ_AT_ONCE)
        except BlockingIOError:
            try:
                line._trampoline(line.fd, read=True)
            except IOClosed:
                return b""
        except OSError as error:
            if error.errno in SOCKET_CLOSED:
                return b""
            raise
        else:
            return chunk


def unmasked(content: bytes, mask: bytes) -> bytes:
    """What was sent, of what came in: each byte was xored with one of the four of the mask."""
    size = len(content)
    key = (mask * (size // 4 + 1))[:size]
    return (int.from_bytes(content, "little") ^ int.from_bytes(key, "little")).to_bytes(size, "little")
