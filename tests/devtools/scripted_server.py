"""A Socket.IO server that does what a test says: it greets each connection and hands what comes in to a script."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed

OPENING = {"sid": "s", "upgrades": [], "pingInterval": 200, "pingTimeout": 200, "maxPayload": 1000}


@dataclass
class Guest:
    """One connection as the server sees it: `number` from 1, `auth` as it came."""

    number: int
    socket: ServerConnection
    auth: Any

    async def tell(self, event: str, body: Any) -> None:
        """Sends an event."""
        await self.socket.send(f"42{json.dumps([event, body])}")

    async def answer(self, ack_id: int, body: Any) -> None:
        """Acknowledges a message."""
        await self.socket.send(f"43{ack_id}{json.dumps([body])}")

    def hang_up(self) -> None:
        """The line breaks."""
        self.socket.transport.abort()


@dataclass(frozen=True)
class Said:
    """A message that came in."""

    guest: Guest
    event: str
    body: Any
    ack_id: int


Script = Callable[[Said], Awaitable[None]]


@dataclass
class ScriptedServer:
    """`on_message` answers, or does not; `refusal` refuses the next connections; `heard` is all that came in."""

    on_message: Script
    on_arrival: Callable[[Guest], Awaitable[None]] | None = None
    refusals: list[str] = field(default_factory=list)
    guests: list[Guest] = field(default_factory=list)
    heard: list[Said] = field(default_factory=list)
    pongs: int = 0
    address: str = ""

    @asynccontextmanager
    async def running(self) -> AsyncIterator["ScriptedServer"]:
        """Listens on a free port of this machine."""
        async with serve(self._receive, "127.0.0.1", 0) as listening:
            port = next(iter(listening.sockets)).getsockname()[1]
            self.address = f"http://127.0.0.1:{port}"
            yield self

    async def _receive(self, socket: ServerConnection) -> None:
        await socket.send("0" + json.dumps(OPENING))
        greeting = str(await socket.recv())
        if self.refusals:
            await socket.send("44" + json.dumps({"message": self.refusals.pop(0)}))
            return
        await socket.send("2")  # a ping may come at any time, also before the welcome
        await socket.send('40{"sid":"x"}')
        guest = Guest(len(self.guests) + 1, socket, json.loads(greeting[2:]))
        self.guests.append(guest)
        if self.on_arrival is not None:
            await self.on_arrival(guest)
        try:
            async for message in socket:
                await self._take(guest, str(message))
        except ConnectionClosed:
            pass

    async def _take(self, guest: Guest, message: str) -> None:
        if message == "3":
            self.pongs += 1
        elif message.startswith("42"):
            start = message.index("[")
            event, body = json.loads(message[start:])
            said = Said(guest, event, body, int(message[2:start]))
            self.heard.append(said)
            await self.on_message(said)


async def soon(is_so: Callable[[], bool]) -> None:
    """Waits until something is so; fails after five seconds."""
    async with asyncio.timeout(5):
        while not is_so():
            await asyncio.sleep(0.005)
