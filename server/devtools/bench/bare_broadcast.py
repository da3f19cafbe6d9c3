"""The yardstick for fan-out: a bare loop of the `websockets` library. What one connection says, all others get.

`python -m server.devtools.bench.bare_broadcast PORT` prints "ready" when it listens.
"""

import asyncio
import sys

from websockets.asyncio.server import ServerConnection, broadcast, serve

LARGEST_MESSAGE = 4 * 1024 * 1024


async def run(port: int) -> None:
    """Serves until it is killed."""
    hall: set[ServerConnection] = set()

    async def handle(connection: ServerConnection) -> None:
        hall.add(connection)
        try:
            async for message in connection:
                broadcast(hall - {connection}, message)
        finally:
            hall.discard(connection)

    options = {"compression": None, "ping_interval": None, "max_size": LARGEST_MESSAGE, "backlog": 4096}
    async with serve(handle, "127.0.0.1", port, **options):  # type: ignore[arg-type]
        print("ready", flush=True)
        await asyncio.get_running_loop().create_future()


if __name__ == "__main__":
    asyncio.run(run(int(sys.argv[1])))
