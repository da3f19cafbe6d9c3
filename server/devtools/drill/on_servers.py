"""Faults of the server's processes."""

import asyncio

from server.devtools.drill.fault import Scene


async def kill_server(scene: Scene) -> float:
    """-9, and started again at once."""
    server = scene.ground.server
    await asyncio.to_thread(server.kill)
    lifted = asyncio.get_running_loop().time()
    await asyncio.to_thread(server.start)
    return lifted


async def deploy(scene: Scene) -> float:
    """TERM, and the next release once the last one has ended."""
    server = scene.ground.server
    lifted = asyncio.get_running_loop().time()
    status = await asyncio.to_thread(server.terminate)
    if status:
        scene.notes.errors[f"STOPPED_WITH_{status}"] += 1
    await asyncio.to_thread(server.start)
    return lifted


async def pause_server(scene: Scene) -> float:
    """It stands still for a while."""
    scene.ground.server.pause()
    await asyncio.sleep(scene.dice.uniform(1.0, 3.0))
    scene.ground.server.resume()
    return asyncio.get_running_loop().time()


async def kill_one_of_two(scene: Scene) -> float:
    """-9 to one of the processes behind the balancer; its phones go to the other until it is back."""
    server = scene.dice.choice(scene.ground.servers)
    await asyncio.to_thread(server.kill)
    scene.afterwards.append(asyncio.create_task(asyncio.to_thread(server.start)))
    return asyncio.get_running_loop().time()
