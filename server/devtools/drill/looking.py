"""Looks at a room in one process, past any balancer: as its host's console would see it."""

import asyncio
import contextlib
from collections.abc import Mapping
from typing import Any

from server.devtools.bots.line import PROTOCOL
from server.devtools.drill.server_process import ServerProcess
from server.devtools.oracle import SeenRoom
from server.devtools.socketio_client import LineLost, open_client
from server.devtools.whole_views import WholeViews

LOOK_SECONDS = 10.0
AGAIN_SECONDS = 0.1
OF_THE_MOMENT = frozenset({"server_now"})
"""What two views of the same room may differ in."""

View = Mapping[str, Any]


async def host_view_at(server: ServerProcess, headers: Mapping[str, str], room: str) -> View:
    """The host's view of a room at this process. Raises TimeoutError or ConnectionRefused."""
    async with asyncio.timeout(LOOK_SECONDS):
        while True:
            with contextlib.suppress(LineLost):  # a room that goes back hangs up on everybody, also on who just came
                return await _first_host_view(server, headers, room)
            await asyncio.sleep(AGAIN_SECONDS)


async def _first_host_view(server: ServerProcess, headers: Mapping[str, str], room: str) -> View:
    seen: asyncio.Future[View] = asyncio.get_running_loop().create_future()

    def take(event: str, *told: Any) -> None:
        if event == "host" and not seen.done():
            seen.set_result(WholeViews().take(event, *told))

    client = await open_client(server.address, {"protocol": PROTOCOL, "role": "host", "room": room}, take, headers)
    listening = asyncio.create_task(client.listen())
    try:
        either: set[asyncio.Future[Any]] = {seen, listening}
        await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        if not seen.done():
            raise LineLost
        return seen.result()
    finally:
        await client.close()
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)


def as_seen(process: str, view: View) -> SeenRoom:
    """What the oracle judges of such a view."""
    card = view["round"]["card"] if view["round"] is not None else None
    return SeenRoom(process, view["version"], view["phase"], view["players"], view["answered"], card)


def differences(one: View, other: View) -> list[str]:
    """The parts in which two views of the same room differ."""
    return [
        name for name in one.keys() | other.keys() if name not in OF_THE_MOMENT and one.get(name) != other.get(name)
    ]
