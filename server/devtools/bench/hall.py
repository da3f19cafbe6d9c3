"""A thousand phones in one thread, as cheap as they can be: what is measured must be the server, not its clients.

Sockets and a selector, nothing between; a frame that all phones get alike is looked at once. Speaks WebSocket,
Engine.IO 4 and Socket.IO 5 as far as a phone does, and a bare WebSocket for the yardsticks.
"""

import selectors
import socket
import struct
import time
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

TEXT, CLOSE, PING = 0x1, 0x8, 0x9
READ_AT_ONCE = 16_384
"""More has Python ask the system for a block of memory for each message, and give it back: half of what one costs."""
CONNECT_AT_ONCE = 200
"""So many handshakes are on their way together; more would only measure the listener's backlog."""


class HallStuck(Exception):
    """What was waited for did not come in time, or a line was cut. The text is for a person."""


OnText = Callable[["Phone", bytes], None]
"""Is told each message that a phone gets."""


class Phone:
    """One connection. `number` tells phones apart; `told` is whatever a measurement wants to remember of it."""

    __slots__ = ("_buffer", "_hall", "_is_open", "_unsent", "number", "on_text", "socket", "told")

    def __init__(self, hall: "Hall", line: socket.socket, number: int, on_text: OnText) -> None:
        self.number = number
        self.socket = line
        self.on_text = on_text
        self.told: object = None
        self._hall = hall
        self._buffer = b""
        self._unsent = b""
        self._is_open = False

    def send(self, frame: bytes) -> None:
        """Sends a frame that `frame_of` made."""
        if self._unsent:
            self._unsent += frame
            return
        try:
            sent = self.socket.send(frame)
        except BlockingIOError:
            sent = 0
        if sent < len(frame):
            self._unsent = frame[sent:]
            self._hall.wants_to_write(self, True)

    def close(self) -> None:
        """Hangs up."""
        self._hall.forget(self)
        self.socket.close()

    def write(self) -> None:
        """The line has room again."""
        sent = self.socket.send(self._unsent)
        self._unsent = self._unsent[sent:]
        if not self._unsent:
            self._hall.wants_to_write(self, False)

    def read(self) -> None:
        """Takes what has come. Raises HallStuck when the server has hung up."""
        try:
            chunk = self.socket.recv(READ_AT_ONCE)
        except BlockingIOError:
            return
        if not chunk:
            raise HallStuck(f"phone {self.number} was hung up on")
        data = self._buffer + chunk if self._buffer else chunk
        if not self._is_open:
            head, found, data = data.partition(b"\r\n\r\n")
            if not found:
                self._buffer = head
                return
            if b" 101 " not in head.split(b"\r\n", 1)[0]:
                raise HallStuck(f"phone {self.number} got no WebSocket: {head[:80]!r}")
            self._is_open = True
        self._buffer = self._take_frames(data)

    def _take_frames(self, data: bytes) -> bytes:
        """Hands on each whole frame; returns what is left."""
        place, size = 0, len(data)
        while size - place >= 2:
            kind, length, begin = data[place] & 0x0F, data[place + 1], place + 2
            if length == 126:
                if size - begin < 2:
                    break
                length = struct.unpack_from("!H", data, begin)[0]
                begin += 2
            elif length == 127:
                if size - begin < 8:
                    break
                length = struct.unpack_from("!Q", data, begin)[0]
                begin += 8
            end = begin + length
            if end > size:
                break
            if kind == TEXT:
                self.on_text(self, data[begin:end])
            elif kind == CLOSE:
                raise HallStuck(f"phone {self.number} was hung up on: {data[begin:end]!r}")
            place = end
        return data[place:]


def frame_of(text: bytes) -> bytes:
    """A frame as clients must send it: masked, by a mask of zeros, which leaves the text as it is."""
    length = len(text)
    if length < 126:
        head = struct.pack("!BB", 0x81, 0x80 | length)
    elif length < 65536:
        head = struct.pack("!BBH", 0x81, 0x80 | 126, length)
    else:
        head = struct.pack("!BBQ", 0x81, 0x80 | 127, length)
    return head + b"\0\0\0\0" + text


class Hall:
    """All phones of a measurement. `busy_seconds` is this thread's own CPU in the `wall_seconds` of waiting."""

    def __init__(self) -> None:
        self._selector = selectors.DefaultSelector()
        self.phones: list[Phone] = []
        self.busy_seconds = 0.0
        self.wall_seconds = 0.0

    def connect(self, address: str, path: str, count: int, on_text: OnText, cookie: str = "") -> list[Phone]:
        """Opens so many WebSockets; they are shaken hands with while the hall runs. Raises OSError."""
        parts = urlsplit(address)
        assert parts.hostname is not None
        greeting = (
            f"GET {path} HTTP/1.1\r\nHost: {parts.netloc}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n"
            f"{f'Cookie: {cookie}' + chr(13) + chr(10) if cookie else ''}\r\n"
        ).encode()
        opened = []
        for _ in range(count):
            line = socket.create_connection((parts.hostname, parts.port or 80), timeout=10)
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            line.sendall(greeting)
            line.setblocking(False)
            phone = Phone(self, line, len(self.phones), on_text)
            self._selector.register(line, selectors.EVENT_READ, phone)
            self.phones.append(phone)
            opened.append(phone)
        return opened

    def wants_to_write(self, phone: Phone, wants: bool) -> None:
        """A phone's line is full, or has room again."""
        events = selectors.EVENT_READ | (selectors.EVENT_WRITE if wants else 0)
        self._selector.modify(phone.socket, events, phone)

    def forget(self, phone: Phone) -> None:
        """A phone that has hung up."""
        self._selector.unregister(phone.socket)
        self.phones.remove(phone)

    def hang_up(self) -> None:
        """Ends all connections."""
        for phone in list(self.phones):
            phone.close()

    def run_until(self, is_so: Callable[[], bool], what: str, seconds: float = 30.0) -> float:
        """Serves the phones until something is so; returns how long that took, in seconds. Raises HallStuck."""
        began, began_busy = time.perf_counter(), time.process_time()
        while not is_so():
            left = began + seconds - time.perf_counter()
            if left <= 0:
                raise HallStuck(f"waited {seconds:.0f} s for {what}")
            self._serve(min(left, 1.0))
        took = time.perf_counter() - began
        self.wall_seconds += took
        self.busy_seconds += time.process_time() - began_busy
        return took

    def rest(self, seconds: float) -> None:
        """Serves the phones for a while; not counted as measured time."""
        until = time.perf_counter() + seconds
        while (left := until - time.perf_counter()) > 0:
            self._serve(left)

    def _serve(self, seconds: float) -> None:
        """Waits at most so long for whatever comes, and takes it."""
        for key, events in self._selector.select(seconds):
            if events & selectors.EVENT_READ:
                key.data.read()
            if events & selectors.EVENT_WRITE:
                key.data.write()

    def forget_share(self) -> None:
        """Begins to count this thread's CPU anew."""
        self.busy_seconds = self.wall_seconds = 0.0

    @property
    def share(self) -> float:
        """Which part of the measured time this thread was busy (0..1): near 1 the clients were what was measured."""
        return self.busy_seconds / self.wall_seconds if self.wall_seconds else 0.0


def in_waves(count: int, most: int = CONNECT_AT_ONCE) -> Sequence[int]:
    """A count cut into waves."""
    whole, rest = divmod(count, most)
    return [most] * whole + ([rest] if rest else [])
