"""The class of `make demo`: waits for a room that a person opens, and fills it with students who play along.

`python -m server.devtools.demo --players 30 --host-link LINK`. They go to the newest room that is opened from then on;
when it has ended, or another is opened, they move on. If the server that brought them is killed, they come back to the
room they were in and leave when it ends: the next server brings its own class. It judges nothing: `trede bots` does.
"""

import argparse
import asyncio
import os
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from server.devtools.bots.class_names import class_names
from server.devtools.bots.class_run import CONTENT
from server.devtools.bots.door import DoorShut, HostDoor
from server.devtools.bots.habits import Habits
from server.devtools.bots.mind import Mind
from server.devtools.bots.notes import Notes
from server.devtools.bots.student import Student
from server.devtools.oracle import NotJudged, Quiz, read_quiz

LOOK_SECONDS = 1.0
ARRIVE_WITHIN_SECONDS = 20.0
SECONDS_PER_ARRIVAL = 0.7
EARLY_SHARE = 0.5
LEAVE_SECONDS = 5.0

LIVING_CLASS = Habits(answers=0.95, changes=0.2, breaks_off=0.08, loses_ack=0.0, last_second=0.06, last_moment=0.02)


@dataclass(slots=True)
class DemoClass:
    """So many students, one room after the other. `say` is told one line per room.

    `since` is when the server began, in milliseconds on its own clock: rooms from before are somebody else's.
    """

    host_link: str
    players: int
    say: Callable[[str], None]
    content: Path = CONTENT
    dice: Random = field(default_factory=Random)
    since: int = field(default_factory=lambda: time.time_ns() // 1_000_000)
    _parent: int = field(default_factory=os.getppid)
    _attending: list[asyncio.Task[None]] = field(default_factory=list)

    async def follow(self) -> None:
        """Goes where the newest open room is, until cancelled. Raises DoorShut when the server is gone for good."""
        door = await asyncio.to_thread(HostDoor, self.host_link)
        current: str | None = None
        try:
            while not self._is_orphan or self._is_in_class:
                newest = await asyncio.to_thread(self._newest_open_room, door)
                if newest is not None and newest["room"] != current and not self._is_orphan:
                    await self._leave()
                    current = newest["room"]
                    self._enter(door, newest)
                await asyncio.sleep(LOOK_SECONDS)
        finally:
            await self._leave()

    @property
    def _is_orphan(self) -> bool:
        """Whether the process that started this one has died."""
        return os.getppid() != self._parent

    @property
    def _is_in_class(self) -> bool:
        return any(not task.done() for task in self._attending)

    def _newest_open_room(self, door: HostDoor) -> dict[str, Any] | None:
        """The newest room that was opened since the server began; None while there is none, or the server is away.

        Raises DoorShut when it is away for long and nobody is left who would start it again.
        """
        try:
            lines = [line for line in door.rooms() if line["ended_at"] is None and line["opened_at"] >= self.since]
        except DoorShut:
            if self._is_orphan:
                raise
            return None
        return lines[0] if lines else None

    def _enter(self, door: HostDoor, line: dict[str, Any]) -> None:
        names = class_names(self.players, self.dice)
        quiz = _quiz_or_none(self.content, line["deck"])
        seed = self.dice.getrandbits(32)
        notes = Notes()

        def name_offer() -> list[str]:
            return door.offered_names(line["pin"])

        for number, name in enumerate(names):
            dice = Random(f"{seed}/{number}")
            mind = Mind(quiz, seed, number)
            student = Student(door.address, line["room"], name, mind, LIVING_CLASS, dice, notes, name_offer)
            self._attending.append(asyncio.create_task(_arrive(student, arrival_seconds(self.players, dice))))
        self.say(f"  {self.players} simulated students are coming to room {line['pin']}.")

    async def _leave(self) -> None:
        for task in self._attending:
            task.cancel()
        if self._attending:
            await asyncio.wait(self._attending, timeout=LEAVE_SECONDS)
        self._attending.clear()


def arrival_seconds(players: int, dice: Random) -> float:
    """When somebody comes in: half of a class in the first quarter of the time, the others one by one."""
    within = min(ARRIVE_WITHIN_SECONDS, players * SECONDS_PER_ARRIVAL)
    return dice.uniform(0, within / 4 if dice.random() < EARLY_SHARE else within)


async def _arrive(student: Student, after_seconds: float) -> None:
    await asyncio.sleep(after_seconds)
    await student.attend()


def _quiz_or_none(content: Path, deck: str) -> Quiz | None:
    """The deck's keys; None for a deck that is not authored here or asked in other ways: then the class guesses."""
    try:
        return read_quiz(content, deck)
    except (OSError, LookupError, NotJudged):
        return None


def main(arguments: Sequence[str]) -> int:
    """Runs until it is told to stop; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m server.devtools.demo", description=__doc__.splitlines()[0])
    parser.add_argument("--host-link", required=True, help="the lecturer's link, as `trede serve` prints it")
    parser.add_argument("--players", type=int, default=30, metavar="N", help="default: 30")
    parser.add_argument(
        "--since", type=int, metavar="MILLIS", help="rooms from before this are left alone; default: now"
    )
    chosen = parser.parse_args(list(arguments))
    demo = DemoClass(chosen.host_link, chosen.players, lambda line: print(line, flush=True))
    if chosen.since is not None:
        demo.since = chosen.since
    try:
        asyncio.run(demo.follow())
    except DoorShut as problem:
        print(f"The simulated class cannot come: {problem}", file=sys.stderr, flush=True)
        return 1
    except KeyboardInterrupt:
        pass
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
