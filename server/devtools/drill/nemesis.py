"""Strikes once in each round, while it is open, and measures how long the class waits for its room."""

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from server.devtools.bots.door import HostDoor
from server.devtools.drill.drilled_class import DrilledClass
from server.devtools.drill.fault import Fault, Promise, Scene
from server.devtools.drill.ground import Ground
from server.devtools.drill.looking import as_seen, host_view_at
from server.devtools.socketio_client import ConnectionRefused, LineLost

GIVE_UP_SECONDS = 30.0
LOOK_SECONDS = 0.02
FIRST_MOMENT, LAST_MOMENT = 0.3, 0.35
"""The strike comes from so many seconds after the opening, until this share of the round."""

_OPEN = re.compile(r"round \d+ open")
_REVEALED = re.compile(r"round \d+ revealed")


@dataclass(slots=True)
class Nemesis:
    """Hears what the lecturer says, and acts on it. `backs` and `problems` are what it has seen."""

    fault: Fault
    ground: Ground
    dice: Random
    say: Callable[[str], None]
    door: HostDoor
    drilled: DrilledClass | None = None
    strikes: int = 0
    backs: list[float] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    gone_with_store: int = 0
    is_gone: asyncio.Event = field(default_factory=asyncio.Event)
    _tasks: list[asyncio.Task[None]] = field(default_factory=list)
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Held while something is broken and while it is looked at: a slow machine must not do both at once."""
    _afterwards: list[asyncio.Task[None]] = field(default_factory=list)

    def hears(self, line: str) -> None:
        """A line of the lecturer's."""
        if _OPEN.fullmatch(line):
            self._tasks.append(asyncio.create_task(self._strike()))
        elif _REVEALED.fullmatch(line):
            self._tasks.append(asyncio.create_task(self._look_at_every_process()))
        elif line.startswith("a simulated student broke"):
            self.problems.append(line)

    async def finish(self) -> None:
        """Waits until everything that was begun has come to its end."""
        for outcome in await asyncio.gather(*self._tasks, *self._afterwards, return_exceptions=True):
            if isinstance(outcome, BaseException):
                self.problems.append(f"the drill stumbled: {outcome!r}")

    def stop(self) -> None:
        """Begins nothing more, and lets go of what is under way."""
        for task in (*self._tasks, *self._afterwards):
            task.cancel()

    async def _strike(self) -> None:
        assert self.drilled is not None
        loop = asyncio.get_running_loop()
        await asyncio.sleep(self.dice.uniform(FIRST_MOMENT, LAST_MOMENT * self.fault.answer_seconds))
        self.strikes += 1
        scene = Scene(self.ground, self.drilled.room, self.drilled.notes, self.dice, self._afterwards)
        async with self._turn:
            await asyncio.gather(*self._afterwards)
            lifted = await self.fault.act(scene)
        self.gone_with_store += scene.gone_with_store
        back = await self._back_at(loop.time(), self.fault.promise is Promise.STORE_EMPTIED)
        if back is None:
            self.problems.append(f"not everybody was back {GIVE_UP_SECONDS:g} s after strike {self.strikes}")
        else:
            self.backs.append(back - lifted)
            self.say(f"{self.fault.name} {self.strikes}: everybody back after {back - lifted:.2f} s")
        if self.fault.promise is Promise.STORE_EMPTIED:
            self.is_gone.set()

    async def _back_at(self, since: float, is_room_gone: bool) -> float | None:
        """When every phone was connected and an answer had come to a command; None: not in time.

        Where the room is gone: when every phone had been told so.
        """
        drilled, loop = self.drilled, asyncio.get_running_loop()
        assert drilled is not None
        assert drilled.witness is not None
        while loop.time() < since + GIVE_UP_SECONDS:
            if is_room_gone:
                if all(student.refused_with == "ROOM_NOT_FOUND" for student in drilled.students):
                    return loop.time()
            elif drilled.is_everybody_back() and drilled.witness.heard_after(since) is not None:
                return loop.time()
            await asyncio.sleep(LOOK_SECONDS)
        return None

    async def _look_at_every_process(self) -> None:
        """Between two rounds nothing is broken: each process must hold the room that the log says."""
        assert self.drilled is not None
        async with self._turn:
            await asyncio.gather(*self._afterwards)
            for number, server in enumerate(self.ground.servers, start=1):
                try:
                    view = await host_view_at(server, self.door.headers, self.drilled.room)
                except (TimeoutError, LineLost, ConnectionRefused) as problem:
                    self.problems.append(f"process {number} does not show the room: {problem!r}")
                else:
                    self.drilled.notes.rooms_seen.append(as_seen(f"process {number}", view))
