"""Where a drill is held: a folder, a store, one or two servers on it, and the lines between them that a fault needs."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from server.devtools.drill.line_between import LineBetween
from server.devtools.drill.server_process import TOKEN, ServerProcess
from server.devtools.drill.store_process import StoreProcess


@dataclass(frozen=True, slots=True)
class Needs:
    """What a fault needs: so many server processes, and a line of ours before the store or before the servers."""

    processes: int = 1
    store_line: bool = False
    phone_line: bool = False


@dataclass(slots=True)
class Ground:
    """All parts, up and running. `store_line` and `phone_line` are None where nothing lies in between."""

    folder: Path
    store: StoreProcess
    servers: list[ServerProcess]
    store_line: LineBetween | None
    phone_line: LineBetween | None

    @property
    def server(self) -> ServerProcess:
        """The first process."""
        return self.servers[0]

    @property
    def host_link(self) -> str:
        """Where the class and its lecturer come in."""
        port = self.phone_line.port if self.phone_line is not None else self.server.port
        return f"http://127.0.0.1:{port}/host?token={TOKEN}"

    def mend(self) -> None:
        """Before the next fault everything runs. Blocks. Raises DrillBroken."""
        self.store.ensure()
        for server in self.servers:
            server.ensure()

    @property
    def mistakes(self) -> list[str]:
        """The lines with stack traces that the servers have logged."""
        lines = (line for server in self.servers for line in server.complaints.splitlines())
        return [line for line in lines if "Traceback (most recent call last)" in line]


@contextlib.asynccontextmanager
async def ground(needs: Needs, dice: Random) -> AsyncIterator[Ground]:
    """A ground of its own. Whatever happens, on leaving no process and no file of it is left."""
    with TemporaryDirectory(prefix="trede-drill-") as name:
        folder = Path(name)
        store = StoreProcess(folder / "store")
        servers: list[ServerProcess] = []
        store_line = phone_line = None
        try:
            await asyncio.to_thread(store.start)
            if needs.store_line:
                store_line = LineBetween([store.port], dice)
                await store_line.start()
            url = store.url(store_line.port if store_line is not None else None)
            servers += [ServerProcess(folder / f"server-{number}", url) for number in range(1, needs.processes + 1)]
            await asyncio.gather(*(asyncio.to_thread(server.start) for server in servers))
            if needs.phone_line or needs.processes > 1:
                phone_line = LineBetween([server.port for server in servers], dice, has_frames=True)
                await phone_line.start()
            yield Ground(folder, store, servers, store_line, phone_line)
        finally:
            for line in (phone_line, store_line):
                if line is not None:
                    await line.end()
            await asyncio.shield(asyncio.to_thread(_end_all, servers, store))


def _end_all(servers: Sequence[ServerProcess], store: StoreProcess) -> None:
    for server in servers:
        server.end()
    store.end()
