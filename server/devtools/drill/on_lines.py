"""Faults of the network: between the server and its store, and between the phones and the server."""

import asyncio
from collections.abc import Callable
from dataclasses import replace

from server.devtools.drill.fault import Act, Scene
from server.devtools.drill.ground import Ground
from server.devtools.drill.line_between import LineBetween, Weather

LineOf = Callable[[Ground], LineBetween | None]


def to_store(ground: Ground) -> LineBetween | None:
    """The line between the servers and the store."""
    return ground.store_line


def to_phones(ground: Ground) -> LineBetween | None:
    """The line between the phones and the servers."""
    return ground.phone_line


def bad_weather(line_of: LineOf, seconds: float, weather: Weather, cuts: bool = False) -> Act:
    """The line is so for a while, and good again. `cuts`: all connections over it break at its beginning."""

    async def act(scene: Scene) -> float:
        line = line_of(scene.ground)
        assert line is not None
        line.weather = replace(weather)
        if cuts:
            line.cut_all()
        await asyncio.sleep(seconds)
        line.weather = Weather()
        return asyncio.get_running_loop().time()

    return act
