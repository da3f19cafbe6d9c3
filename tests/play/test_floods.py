"""Floods by somebody who knows the PIN: hundreds of strangers a second, silent sockets, a phone that never ends."""

import asyncio
import contextlib
import json
import logging
import secrets
import socket
import time
from contextlib import ExitStack
from typing import Any

from server.devtools.socketio_client import ConnectionRefused, LineLost, SocketIOClient, open_client
from tests.play.people import Lecturer, Phone, new_command_id
from tests.play.raw_socket import RawSocket
from tests.play.server_under_test import ServerUnderTest
from tests.support.plain_threads import eventually

log = logging.getLogger(__name__)

STRANGERS = 600
FLOOD_SECONDS = 3.0
"""Two hundred a second, as two thousand in ten seconds: those were tried by hand, server/decisions/0030-gates.md."""
STUDENTS = 30
AT_ONCE = 100
SILENT = 500
PATIENCE_SECONDS = 30.0


class Comer:
    """Somebody who comes in and stays. `name` says whether it is a student or a stranger."""

    def __init__(self, server: ServerUnderTest, room: str, name: str) -> None:
        self.server, self.room, self.name = server, room, name
        self.token = secrets.token_hex(16)
        self.ack: dict[str, Any] = {}
        self._client: SocketIOClient | None = None
        self._listening: asyncio.Task[None] | None = None

    async def come_in(self, stays: bool) -> None:
        """Repeats the same join for as long as it is asked to, as a phone does."""
        auth = {"protocol": 2, "role": "player", "room": self.room, "token": self.token}
        self._client = await open_client(self.server.url, auth, lambda *_: None)
        self._listening = asyncio.create_task(self._client.listen())
        join = {"command_id": new_command_id(), "name": self.name}
        self.ack = await self._client.call("join", join, PATIENCE_SECONDS)
        while self.ack.get("retry"):
            await asyncio.sleep(0.2)
            self.ack = await self._client.call("join", join, PATIENCE_SECONDS)
        if not stays:
            await self.leave()

    async def leave(self) -> None:
        """Goes."""
        if self._client is not None and self._listening is not None:
            await self._client.close()
            await self._listening


async def flood(server: ServerUnderTest, room: str, students: list[Comer]) -> int:
    """Strangers come as fast as they can for as long as they need; students arrive in their midst."""
    gate = asyncio.Semaphore(AT_ONCE)
    came = 0

    async def stranger(number: int) -> None:
        nonlocal came
        await asyncio.sleep(FLOOD_SECONDS * number / STRANGERS)
        async with gate:
            with contextlib.suppress(ConnectionRefused, LineLost, TimeoutError, OSError):
                comer = Comer(server, room, f"Stranger {number}")
                await comer.come_in(stays=False)
                came += comer.ack["ok"]

    async def student(comer: Comer, number: int) -> None:
        await asyncio.sleep(FLOOD_SECONDS * number / STUDENTS)
        await comer.come_in(stays=True)

    arriving = [student(comer, number) for number, comer in enumerate(students)]
    await asyncio.gather(*(stranger(number) for number in range(STRANGERS)), *arriving)
    return came


def test_thirty_students_are_in_amid_a_flood_of_strangers_who_then_go_at_one_press(
    any_server: ServerUnderTest,
) -> None:
    any_server.start()
    with ExitStack() as leaving:
        lecturer = Lecturer(any_server)
        leaving.callback(lecturer.close)
        lecturer.connect()
        early = Phone(any_server, lecturer.room)
        leaving.callback(early.close)
        assert early.join("Early Bird")["ok"]
        since = lecturer.see("roster", lambda roster: roster["rows"])["rows"][0]["joined_at"] + 1
        students = [Comer(any_server, lecturer.room, f"Student {number}") for number in range(STUDENTS)]

        async def flooded() -> int:
            came = await flood(any_server, lecturer.room, students)
            assert [student.ack for student in students if not student.ack["ok"]] == []
            await asyncio.to_thread(lecturer.see, "host", lambda host: host["players"] == came + STUDENTS + 1, 30.0)
            # The console is usable: presses are answered, and one of them clears the hall.
            assert (await asyncio.to_thread(lecturer.ask, "lock", 30.0, locked=True))["ok"]
            assert (await asyncio.to_thread(lecturer.ask, "remove_since", 30.0, since=since))["ok"]
            await asyncio.to_thread(lecturer.see, "host", lambda host: host["players"] == 1, 30.0)
            for student in students:
                await student.leave()
            return came

        began = time.monotonic()
        came = asyncio.run(asyncio.wait_for(flooded(), 300.0))
        took = time.monotonic() - began
        views = sum(name in {"host", "roster"} for name, _ in lecturer.frames)
        log.info("%s strangers and %s students in within %.1f s; the console got %s views", came, STUDENTS, took, views)
        assert came > STRANGERS * 0.9
        log.info("connections: console %s, phone %s", lecturer.connections, early.connections)
        assert views < took * (4 + 1) + 50  # four host views a second and one roster, and at once what a press caused
        # Whoever went with the strangers is let back, with the seat as it was.
        gone = next(student for student in students)
        rows = lecturer.see("roster", lambda roster: True)["rows"]
        player = next(row["player"] for row in rows if row["name"] == gone.name)
        assert lecturer.ask("let_back", player=player)["ok"]
        lecturer.see("host", lambda host: host["players"] == 2)
        assert early.ask("join", name="Early Bird")["ok"]
    assert any_server.complained == ""


def test_five_hundred_silent_sockets_keep_nobody_out(server: ServerUnderTest, lecturer: Lecturer) -> None:
    half_said = (b"", b"GET /socket.io/", b"POST /api/host HTTP/1.1\r\nContent-Length: 900\r\n\r\n{")
    with ExitStack() as leaving:
        for number in range(SILENT):
            line = leaving.enter_context(socket.create_connection(("127.0.0.1", server.port), 10))
            line.sendall(half_said[number % 3])
        students = [Comer(server, lecturer.room, f"Student {number}") for number in range(STUDENTS)]

        async def class_comes() -> None:
            await asyncio.gather(*(student.come_in(stays=False) for student in students))

        asyncio.run(asyncio.wait_for(class_comes(), 60.0))
    assert all(student.ack["ok"] for student in students)


def test_a_phone_that_talks_without_end_is_cut_and_the_others_play_on(
    server: ServerUnderTest, lecturer: Lecturer, leaving: ExitStack
) -> None:
    witness = Phone(server, lecturer.room)
    leaving.callback(witness.close)
    assert witness.join("Witness")["ok"]
    endless = RawSocket(server)
    leaving.callback(endless.close)
    endless.enter("player", lecturer.room, secrets.token_hex(16))
    message = json.dumps(["join", {"command_id": new_command_id(), "name": "Endless"}])
    with contextlib.suppress(OSError):
        for number in range(20_000):
            endless.send(f"42{number}{message}")
    endless.until_closed()
    assert witness.insist("join", name="Witness")["ok"]
    assert witness.connections == 1


def test_a_request_that_never_ends_is_ended(any_server: ServerUnderTest) -> None:
    any_server.start()
    with socket.create_connection(("127.0.0.1", any_server.port), 60) as line:
        line.sendall(b"GET / HTTP/1.1\r\nHost: here\r\nX-Slow: ")
        line.settimeout(40.0)
        assert line.recv(1) in {b"", b"H"}  # an end, or a status: not for ever
    eventually(any_server.is_ready, 5.0)
