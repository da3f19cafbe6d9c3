"""Faults of the store."""

import asyncio
from collections.abc import Callable

from server.devtools.drill.fault import Act, Scene

TAIL_BYTES_MOST = 200
OVER_SECONDS = 0.1
"""After a kill: acknowledgements of what the store had already answered still reach the phones."""


async def kill_store(scene: Scene) -> float:
    """-9, and started again at once."""
    store = scene.ground.store
    await asyncio.to_thread(store.kill)
    lifted = asyncio.get_running_loop().time()
    await asyncio.to_thread(store.start)
    return lifted


def away(seconds: float) -> Act:
    """-9, and started again after so long."""

    async def act(scene: Scene) -> float:
        await asyncio.to_thread(scene.ground.store.kill)
        await asyncio.sleep(seconds)
        lifted = asyncio.get_running_loop().time()
        await asyncio.to_thread(scene.ground.store.start)
        return lifted

    return act


def paused(seconds: float) -> Act:
    """STOP, and CONT after so long."""

    async def act(scene: Scene) -> float:
        scene.ground.store.pause()
        await asyncio.sleep(seconds)
        scene.ground.store.resume()
        return asyncio.get_running_loop().time()

    return act


async def flush_scripts(scene: Scene) -> float:
    """SCRIPT FLUSH in a burst."""
    await _ask(scene, "SCRIPT", "FLUSH")
    return asyncio.get_running_loop().time()


async def flush_all(scene: Scene) -> float:
    """FLUSHALL: every room of the store is gone."""
    await _ask(scene, "FLUSHALL")
    return asyncio.get_running_loop().time()


async def fill_memory(scene: Scene) -> float:
    """CONFIG SET maxmemory 1 under noeviction: every write is refused, for a while."""
    await _ask(scene, "CONFIG", "SET", "maxmemory", "1")
    await asyncio.sleep(scene.dice.uniform(0.5, 1.5))
    await _ask(scene, "CONFIG", "SET", "maxmemory", "0")
    return asyncio.get_running_loop().time()


async def fill_disk(scene: Scene) -> float:
    """The store's file may not grow, for a while: RLIMIT_FSIZE of its process, so EFBIG in the place of ENOSPC."""
    store = scene.ground.store
    store.may_not_grow()
    await asyncio.sleep(scene.dice.uniform(0.5, 1.5))
    store.may_grow()
    return asyncio.get_running_loop().time()


async def kill_on_full_disk(scene: Scene) -> float:
    """The same, and -9 while it is full: what is in the store's memory alone goes with it. A start finds room again."""
    store = scene.ground.store
    store.may_not_grow(scene.dice.choice((0, 0, 1, 50, 400)))
    await asyncio.sleep(scene.dice.uniform(0.3, 1.0))
    return await _restarted(scene, lambda: None)


async def tear_tail(scene: Scene) -> float:
    """-9, and half a write is added to the file: what a power cut leaves of a write that nobody was told of."""

    def half_a_write() -> None:
        file = scene.ground.store.growing_file()
        with file.open("ab") as end:
            end.write(b"*3\r\n$3\r\nSET\r\n$9\r\nhalf-of-a"[: scene.dice.randint(1, 26)])

    return await _restarted(scene, half_a_write)


async def cut_tail(scene: Scene) -> float:
    """-9, and the last 1 to 200 bytes of the file are gone, and with them what stood there."""

    def cut() -> None:
        file = scene.ground.store.growing_file()
        with file.open("r+b") as end:
            end.truncate(max(0, file.stat().st_size - scene.dice.randint(1, TAIL_BYTES_MOST)))

    return await _restarted(scene, cut, is_behind=True)


async def go_back(scene: Scene) -> float:
    """A copy of the file from a second before takes its place, as when somebody puts a backup back."""
    store = scene.ground.store
    await asyncio.to_thread(store.copy_files, "earlier")
    await asyncio.sleep(1.0)
    return await _restarted(scene, lambda: store.put_files_back("earlier"), is_behind=True)


async def _restarted(scene: Scene, between: Callable[[], None], is_behind: bool = False) -> float:
    """-9, something is done to the file, and the store is started; `is_behind`: it has lost what it acknowledged."""
    store = scene.ground.store
    await asyncio.to_thread(store.kill)
    await asyncio.sleep(OVER_SECONDS)
    await asyncio.to_thread(between)
    lifted = asyncio.get_running_loop().time()
    if is_behind:
        scene.forgive_what_the_store_lost(await asyncio.to_thread(store.newest_version, scene.room))
        lifted = asyncio.get_running_loop().time()
    await asyncio.to_thread(store.start)
    return lifted


async def _ask(scene: Scene, *words: str) -> None:
    def ask() -> None:
        with scene.ground.store.asked() as client:
            client.execute_command(*words)  # type: ignore[no-untyped-call]

    await asyncio.to_thread(ask)
