"""A line of ours between two parts: it delays, loses, holds and cuts, swallows acknowledgements, and shares out.

TCP hides a lost packet from both ends and sends it again, so what is lost here arrives late, after a retransmission's
time. With several targets the line is a balancer: each new connection goes to the next target that takes it.
"""

import asyncio
import contextlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

CHUNK = 65_536
SENT_AGAIN_SECONDS = 0.2, 1.0
"""How long TCP takes to notice a loss and send again."""
ACK = b"43"


@dataclass(slots=True)
class Weather:
    """What a line does now. Shares are 0..1; `is_held`: nothing arrives; `is_cut`: nobody gets through."""

    delay: float = 0.0
    jitter: float = 0.0
    loss: float = 0.0
    acks_lost: float = 0.0
    is_held: bool = False
    is_cut: bool = False


@dataclass(slots=True)
class LineBetween:
    """Listens on a port of its own. `targets` are ports of this machine; `has_frames`: they answer in WebSocket's."""

    targets: Sequence[int]
    dice: Random
    has_frames: bool = False
    weather: Weather = field(default_factory=Weather)
    port: int = 0
    acks_swallowed: int = 0
    _server: asyncio.Server | None = None
    _next: int = 0
    _open: set[asyncio.StreamWriter] = field(default_factory=set)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    async def start(self) -> None:
        """Begins to listen."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, backlog=1024)
        self.port = self._server.sockets[0].getsockname()[1]

    async def end(self) -> None:
        """Nothing goes through any more."""
        if self._server is not None:
            self._server.close()
        self.cut_all()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def cut_all(self) -> None:
        """Every connection breaks, without a word."""
        for writer in list(self._open):
            writer.transport.abort()

    async def _serve(self, near: asyncio.StreamReader, near_out: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        self._open.add(near_out)
        far_out = None
        try:
            far, far_out = await self._reach()
            self._open.add(far_out)
            sieve = FrameSieve(self) if self.has_frames else None
            await asyncio.gather(self._carry(near, far_out, None), self._carry(far, near_out, sieve))
        except (OSError, asyncio.CancelledError):
            pass  # the line is cut, or ends: whoever was connected finds out
        finally:
            for writer in (near_out, far_out):
                if writer is not None:
                    self._open.discard(writer)
                    writer.transport.abort()
            self._tasks.discard(task)

    async def _reach(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """The next target that takes a connection. Raises OSError when none does."""
        if not self.weather.is_cut:
            for _ in self.targets:
                target = self.targets[self._next % len(self.targets)]
                self._next += 1
                with contextlib.suppress(OSError):
                    return await asyncio.open_connection("127.0.0.1", target)
        raise ConnectionRefusedError

    async def _carry(
        self, source: asyncio.StreamReader, target: asyncio.StreamWriter, sieve: "FrameSieve | None"
    ) -> None:
        """One direction: what is read now arrives when it is due, and never overtakes."""
        loop = asyncio.get_running_loop()
        way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()

        async def write() -> None:
            while True:
                due, data = await way.get()
                await asyncio.sleep(max(0.0, due - loop.time()))
                while self.weather.is_held:
                    await asyncio.sleep(0.02)
                if not data:
                    target.transport.abort()
                    return
                target.write(data)
                await target.drain()

        writing = asyncio.create_task(write())
        try:
            last_due = 0.0
            while True:
                data = await source.read(CHUNK)
                last_due = max(last_due, loop.time() + self._late())
                kept = sieve.passed(data) if sieve is not None and data else data
                if kept or not data:
                    way.put_nowait((last_due, kept))
                if not data:
                    await writing
                    return
        except OSError:
            target.transport.abort()
        finally:
            writing.cancel()
            await asyncio.gather(writing, return_exceptions=True)

    def _late(self) -> float:
        weather = self.weather
        late = max(0.0, weather.delay + self.dice.uniform(-1, 1) * weather.jitter)
        if weather.loss and self.dice.random() < weather.loss:
            late += self.dice.uniform(*SENT_AGAIN_SECONDS)
        return late


class FrameSieve:
    """Follows what a server sends, frame by frame, and swallows a share of the acknowledgements."""

    def __init__(self, line: LineBetween) -> None:
        self._line = line
        self._buffer = b""
        self._is_socket: bool | None = None

    def passed(self, data: bytes) -> bytes:
        """What goes on to the phone. What is no WebSocket goes on whole."""
        if self._is_socket is False:
            return data
        self._buffer += data
        if self._is_socket is None:
            head, end, rest = self._buffer.partition(b"\r\n\r\n")
            if not end:
                return b""
            self._is_socket = head.startswith(b"HTTP/1.1 101")
            self._buffer = b""
            return head + end + self.passed(rest)
        kept = b""
        while (length := _frame_length(self._buffer)) is not None and length <= len(self._buffer):
            frame, self._buffer = self._buffer[:length], self._buffer[length:]
            kept += b"" if self._swallows(frame) else frame
        return kept

    def _swallows(self, frame: bytes) -> bool:
        line = self._line
        if not line.weather.acks_lost or not frame[_head_length(frame) :].startswith(ACK):
            return False
        is_lost = line.dice.random() < line.weather.acks_lost
        line.acks_swallowed += is_lost
        return is_lost


def _head_length(frame: bytes) -> int:
    return {126: 4, 127: 10}.get(frame[1] & 127, 2)


def _frame_length(data: bytes) -> int | None:
    """How long the frame at the start is, head and all; None while that is not known. A server masks nothing."""
    if len(data) < 2 or len(data) < _head_length(data):
        return None
    head = _head_length(data)
    return head + (int.from_bytes(data[2:head]) if head > 2 else data[1] & 127)
