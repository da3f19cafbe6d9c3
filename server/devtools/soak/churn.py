"""The life of a soak: classes one after another, in several rooms at a time, and all who come and go beside them."""

import asyncio
import contextlib
import gzip
import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from secrets import token_hex
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from server.devtools.bots.class_run import ClassOptions, ClassRun
from server.devtools.bots.door import DoorShut, HostDoor
from server.devtools.bots.line import PROTOCOL
from server.devtools.bots.report import is_good
from server.devtools.socketio_client import ConnectionRefused, LineLost, SocketIOClient, open_client

VISIT_SECONDS = 4.0
FLOOD_AT_ONCE = 60
FLOOD_ANSWER_SECONDS = 2.0
REQUEST_SECONDS = 20.0


@dataclass(slots=True)
class Life:
    """What came of it. `good` and `bad` count classes as the oracle judged them; `ack_ms` are all their round trips."""

    good: int = 0
    bad: list[str] = field(default_factory=list)
    answers: int = 0
    lost: int = 0
    unanswered: int = 0
    ack_ms: list[float] = field(default_factory=list)
    came_and_went: Counter[str] = field(default_factory=Counter)
    replays: int = 0
    flood_messages: int = 0
    flood_refused: int = 0
    flood_hung_up: int = 0


@dataclass(slots=True)
class Churn:
    """`classes` rooms at a time with `players` each, one after another until the time is up."""

    host_link: str
    classes: int
    players: int
    rounds: int
    seed: int
    say: Callable[[str], None]
    life: Life = field(default_factory=Life)
    open_rooms: set[str] = field(default_factory=set)
    _is_over: bool = False

    async def live(self, seconds: float, with_flood: bool) -> None:
        """Lives for so long; what has begun by then is played to its end."""
        door = await asyncio.to_thread(HostDoor, self.host_link)
        beside = [asyncio.create_task(self._visits(door)), asyncio.create_task(self._host_reloads(door))]
        if with_flood:
            beside.append(asyncio.create_task(self._flood(door)))
        rows = [asyncio.create_task(self._row_of_classes(door, row)) for row in range(self.classes)]
        try:
            await asyncio.wait(rows, timeout=seconds, return_when=asyncio.FIRST_EXCEPTION)
            self._is_over = True
            await asyncio.gather(*rows)
        finally:
            for task in (*rows, *beside):
                task.cancel()
            await asyncio.gather(*rows, *beside, return_exceptions=True)

    async def _row_of_classes(self, door: HostDoor, row: int) -> None:
        dice, number = Random(f"{self.seed}/{row}"), 0
        await asyncio.sleep(dice.uniform(0, 5))
        while not self._is_over:
            number += 1
            await self._one_class(door, self.seed + 10_000 * row + number)

    async def _one_class(self, door: HostDoor, seed: int) -> None:
        options = ClassOptions(
            self.host_link, self.players, self.rounds, seed, reading_seconds=1, answer_seconds=8, talks=seed % 3 == 0
        )
        room = ""

        def hear(line: str) -> None:
            nonlocal room
            if line.startswith("room ") and not room:
                room = line.removeprefix("room ")
                self.open_rooms.add(room)

        run = ClassRun(options, hear)
        try:
            report = await run.play()
        except DoorShut as shut:
            self.life.bad.append(str(shut))
            return
        finally:
            self.open_rooms.discard(room)
        self._note(report, run)
        await asyncio.to_thread(self._read_replay, door, room)

    def _note(self, report: dict[str, Any], run: ClassRun) -> None:
        life = self.life
        life.good += is_good(report)
        if not is_good(report):
            life.bad.append(f"room {report['room']}: {report['error_kinds']} {report['faults'][:3]}")
            self.say(life.bad[-1])
        life.answers += report["acknowledged"]
        life.lost += report["lost"]
        life.unanswered += run.notes.errors["UNANSWERED"]
        life.ack_ms += run.notes.round_trips

    def _read_replay(self, door: HostDoor, room: str) -> None:
        """Everybody looks back after class: the whole replay, part by part, and the report."""
        try:
            head = _get(door, f"/api/rooms/{room}/replay")
            for part in range(len(head["parts"])):
                _get(door, f"/api/rooms/{room}/replay/{head['version']}/{part}")
            _get(door, f"/api/rooms/{room}/report")
            self.life.replays += 1
        except (HTTPError, URLError, OSError, ValueError, LookupError) as error:
            self.life.bad.append(f"replay of {room}: {error}")

    async def _visits(self, door: HostDoor) -> None:
        """Phones that look in and go, a tenth of the class a second or so: some politely, some as when Wi-Fi goes."""
        dice = Random(f"{self.seed}/visits")
        async with asyncio.TaskGroup() as visits:  # ends with the last of them, or ends them when it is told to
            while True:
                await asyncio.sleep(dice.uniform(0.2, 1.0))
                if self.open_rooms:
                    room = dice.choice(sorted(self.open_rooms))
                    visits.create_task(self._visit(door, room, "player", dice.random()))

    async def _host_reloads(self, door: HostDoor) -> None:
        """A lecturer's page is opened again, beside the one that leads."""
        dice = Random(f"{self.seed}/reloads")
        while True:
            await asyncio.sleep(dice.uniform(1.0, 4.0))
            if self.open_rooms:
                room = dice.choice(sorted(self.open_rooms))
                await self._visit(door, room, dice.choice(("host", "screen")), dice.random())

    async def _visit(self, door: HostDoor, room: str, role: str, manner: float) -> None:
        client = await self._come_in(door, room, role)
        if client is None:
            return
        listening = asyncio.create_task(client.listen())
        try:
            await asyncio.sleep(manner * VISIT_SECONDS)
            if manner >= 0.5:
                await client.close()
        finally:
            client.cut()
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)
        self.life.came_and_went[role] += 1

    async def _come_in(self, door: HostDoor, room: str, role: str) -> SocketIOClient | None:
        auth = {"protocol": PROTOCOL, "role": role, "room": room}
        if role == "player":
            auth["token"] = token_hex(16)
        headers = door.headers if role == "host" else None
        with contextlib.suppress(LineLost, ConnectionRefused):  # the room may have ended meanwhile
            return await open_client(door.address, auth, lambda *_told: None, headers)
        return None

    async def _flood(self, door: HostDoor) -> None:
        """Somebody with the PIN of one room sends as fast as the line takes it, and comes back when hung up on."""
        while True:
            if not self.open_rooms:
                await asyncio.sleep(0.2)
                continue
            client = await self._come_in(door, min(self.open_rooms), "player")
            if client is None:
                await asyncio.sleep(0.2)
                continue
            listening = asyncio.create_task(client.listen())
            try:
                while not listening.done():
                    await self._throw(client)
            finally:
                client.cut()
                listening.cancel()
                await asyncio.gather(listening, return_exceptions=True)
            self.life.flood_hung_up += 1

    async def _throw(self, client: SocketIOClient) -> None:
        body = {"command_id": token_hex(12), "card": "none", "picks": {}, "shown_millis": 1}
        calls = [client.call("answer", body, FLOOD_ANSWER_SECONDS) for _ in range(FLOOD_AT_ONCE)]
        for ack in await asyncio.gather(*calls, return_exceptions=True):
            self.life.flood_messages += 1
            self.life.flood_refused += isinstance(ack, dict) and ack.get("ok") is False


def _get(door: HostDoor, path: str) -> Any:
    with urlopen(Request(door.address + path, headers=door.headers), timeout=REQUEST_SECONDS) as answer:
        body = answer.read()
        return json.loads(gzip.decompress(body) if answer.headers.get("Content-Encoding") == "gzip" else body)
