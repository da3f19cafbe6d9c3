"""A lean Socket.IO client over one WebSocket (Engine.IO 4, Socket.IO 5, namespace "/", JSON only).

Made for holding thousands in one process: no threads, no polling, no reconnecting of its own (that is the caller's,
who knows what to say again), and a message that a thousand sockets get alike is read once.
"""

import asyncio
import contextlib
import json
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, WebSocketException

OPEN_SECONDS = 10.0
LARGEST_MESSAGE = 4 * 1024 * 1024
MESSAGES_READ_ALIKE = 32

OPEN, CLOSE, PING, PONG, MESSAGE, NOOP = "012346"
CONNECT, DISCONNECT, EVENT, ACK, CONNECT_ERROR = "01234"

EventHandler = Callable[..., None]
"""Is told the name and the arguments of each event, the body first. They may be shared between clients:
read them, never change them."""


class LineLost(Exception):
    """There is no connection, or not any more. What was on its way may have arrived or not."""


class ConnectionRefused(Exception):
    """The server does not let this client in; the text is its reason."""


class SocketIOClient:
    """One connection, from `open_client` until it is lost. `surplus_acks` counts answers to what was answered."""

    def __init__(self, socket: ClientConnection, on_event: EventHandler, silence_seconds: float) -> None:
        self._socket = socket
        self._on_event = on_event
        self._silence_seconds = silence_seconds
        self._waiting: dict[int, asyncio.Future[Any]] = {}
        self._given_up: set[int] = set()
        self._next_ack = 0
        self._is_lost = False
        self.surplus_acks = 0

    async def call(self, event: str, body: Any, timeout: float) -> Any:
        """Sends an event and returns its acknowledgement. Raises TimeoutError, or LineLost."""
        if self._is_lost:
            raise LineLost
        number, self._next_ack = self._next_ack, self._next_ack + 1
        waiting = asyncio.get_running_loop().create_future()
        self._waiting[number] = waiting
        try:
            await self._send(f"{MESSAGE}{EVENT}{number}{_written([event, body])}")
            async with asyncio.timeout(timeout):
                return await waiting
        except TimeoutError:
            self._given_up.add(number)
            raise
        finally:
            self._waiting.pop(number, None)

    async def listen(self) -> None:
        """Reads until the connection is lost; then every call that waits raises LineLost."""
        try:
            while True:
                async with asyncio.timeout(self._silence_seconds):
                    message = await self._socket.recv()
                if isinstance(message, str):
                    await self._take(message)
        except (ConnectionClosed, TimeoutError, LineLost):
            self.cut()
        finally:
            self._is_lost = True
            for waiting in self._waiting.values():
                if not waiting.done():
                    waiting.set_exception(LineLost())
                    waiting.exception()  # taken note of, should its caller have given up in this very moment

    async def close(self) -> None:
        """Says goodbye and ends."""
        with contextlib.suppress(LineLost):
            await self._send(MESSAGE + DISCONNECT)
        await self._socket.close()

    def cut(self) -> None:
        """Ends without a word, as when Wi-Fi goes."""
        self._socket.transport.abort()

    async def _send(self, packet: str) -> None:
        try:
            await self._socket.send(packet)
        except ConnectionClosed as lost:
            raise LineLost from lost

    async def _take(self, message: str) -> None:
        kind = message[:1]
        if kind == PING:
            await self._send(PONG)
        elif kind == CLOSE or message[:2] == MESSAGE + DISCONNECT:
            raise LineLost
        elif message[:2] == MESSAGE + EVENT:
            self._on_event(*_event(message))
        elif message[:2] == MESSAGE + ACK:
            self._take_ack(*_acknowledgement(message))

    def _take_ack(self, number: int, body: Any) -> None:
        waiting = self._waiting.get(number)
        if waiting is not None and not waiting.done():
            waiting.set_result(body)
        elif number not in self._given_up:
            self.surplus_acks += 1


async def open_client(
    address: str, auth: Mapping[str, Any], on_event: EventHandler, headers: Mapping[str, str] | None = None
) -> SocketIOClient:
    """Connects to the server at an http(s) address. Raises LineLost, or ConnectionRefused with the server's reason."""
    parts = urlsplit(address)
    scheme = "wss" if parts.scheme == "https" else "ws"
    try:
        async with asyncio.timeout(OPEN_SECONDS):
            socket = await connect(
                f"{scheme}://{parts.netloc}/socket.io/?EIO=4&transport=websocket",
                additional_headers=headers,
                compression=None,
                ping_interval=None,
                open_timeout=None,
                close_timeout=1,
                max_size=LARGEST_MESSAGE,
                proxy=None,
            )
            try:
                opened = json.loads(_after(await socket.recv(), OPEN))
                await socket.send(f"{MESSAGE}{CONNECT}{_written(auth)}")
                _check_welcome(await _next_but_pings(socket))
            except BaseException:
                socket.transport.abort()
                raise
    except (OSError, TimeoutError, WebSocketException, ValueError) as error:
        raise LineLost(str(error)) from error
    silence = (opened["pingInterval"] + opened["pingTimeout"]) / 1000
    return SocketIOClient(socket, on_event, silence)


async def _next_but_pings(socket: ClientConnection) -> str | bytes:
    while True:
        message = await socket.recv()
        if message != PING:
            return message
        await socket.send(PONG)


def _check_welcome(message: str | bytes) -> None:
    if isinstance(message, str) and message.startswith(MESSAGE + CONNECT_ERROR):
        reason = json.loads(message[2:])
        raise ConnectionRefused(str(reason.get("message") if isinstance(reason, dict) else reason))
    _after(message, MESSAGE + CONNECT)


def _after(message: str | bytes, start: str) -> str:
    if not isinstance(message, str) or not message.startswith(start):
        raise ValueError(f"expected a packet {start}, got {message[:40]!r}")
    return message[len(start) :]


@lru_cache(maxsize=MESSAGES_READ_ALIKE)
def _event(message: str) -> tuple[Any, ...]:
    content = json.loads(message[message.index("[") :])
    return tuple(content) if len(content) > 1 else (content[0], None)


def _acknowledgement(message: str) -> tuple[int, Any]:
    start = message.index("[")
    content = json.loads(message[start:])
    return int(message[2:start]), content[0] if content else None


def _written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
