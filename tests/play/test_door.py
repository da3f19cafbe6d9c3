"""Where the host lets people in: over real sockets, in the middle of strangers, after a reload and after a kill."""

import asyncio
import secrets
from contextlib import ExitStack
from typing import Any

import pytest

from server.devtools.socketio_client import SocketIOClient, open_client
from tests.play.people import Lecturer, Phone, new_command_id, present
from tests.play.server_under_test import ServerUnderTest

STRANGERS = 200
STUDENTS = 10
VIEWS_A_SECOND = 4 + 1
"""Four host views and one list of people: whatever happens at the door."""


class Caller:
    """Somebody who asks to come in and stays at the door, as a phone does."""

    def __init__(self, server: ServerUnderTest, room: str, name: str) -> None:
        self.server, self.room, self.name = server, room, name
        self.token = secrets.token_hex(16)
        self.ack: dict[str, Any] = {}
        self.seats: list[Any] = []
        self._client: SocketIOClient | None = None
        self._listening: asyncio.Task[None] | None = None

    async def ask(self) -> None:
        """Connects and asks."""
        auth = {"protocol": 2, "role": "player", "room": self.room, "token": self.token}
        self._client = await open_client(self.server.url, auth, self._hear)
        self._listening = asyncio.create_task(self._client.listen())
        self.ack = await self.insist()

    async def insist(self) -> dict[str, Any]:
        """Asks, again for as long as it is told to; what is said in the end."""
        assert self._client is not None
        join = {"command_id": new_command_id(), "name": self.name}
        ack: dict[str, Any] = await self._client.call("join", join, 30.0)
        while ack.get("retry"):
            await asyncio.sleep(0.2)
            ack = await self._client.call("join", join, 30.0)
        return ack

    def _hear(self, event: str, body: Any, *_: Any) -> None:
        if event == "seat":
            self.seats.append(body)

    async def door_is(self, door: str | None) -> None:
        """Waits until the phone has been told how it stands."""
        while not self.seats or self.seats[-1] is None or self.seats[-1]["door"] != door:
            await asyncio.sleep(0.02)

    async def leave(self) -> None:
        """Goes."""
        if self._client is not None and self._listening is not None:
            await self._client.close()
            await self._listening


def test_ten_students_are_let_in_from_among_two_hundred_strangers_who_are_then_turned_away(
    any_server: ServerUnderTest, leaving: ExitStack
) -> None:
    any_server.start()
    lecturer = present(Lecturer(any_server, approves_entry=True), leaving)
    lecturer.see("roster", lambda roster: roster["rows"] == [])
    students = [Caller(any_server, lecturer.room, f"Student {number}") for number in range(STUDENTS)]
    strangers = [Caller(any_server, lecturer.room, f"Stranger {number}") for number in range(STRANGERS)]

    def let_students_in() -> None:
        everybody = STRANGERS + STUDENTS
        rows = lecturer.see("roster", lambda roster: len(roster["callers"]) == everybody)["callers"]
        assert {row["state"] for row in rows} == {"waiting"}
        view = lecturer.see("host", lambda host: host["door"]["waiting"] == everybody)
        assert view["players"] == 0
        for row in rows:
            if row["name"].startswith("Student"):
                assert lecturer.ask("let_in", 30.0, player=row["player"])["ok"]
        lecturer.see("host", lambda host: host["players"] == STUDENTS)

    async def played() -> None:
        began = asyncio.get_running_loop().time()
        await asyncio.gather(*(caller.ask() for caller in (*strangers, *students)))
        assert {caller.ack["ok"] for caller in (*strangers, *students)} == {True}
        await asyncio.to_thread(let_students_in)
        await asyncio.gather(*(student.door_is(None) for student in students))
        assert {stranger.seats[-1]["door"] for stranger in strangers} == {"waiting"}
        took = asyncio.get_running_loop().time() - began
        views = sum(name in {"host", "roster"} for name, _ in lecturer.frames)
        # At once beside the usual rate: what each press of the host caused.
        assert views < took * VIEWS_A_SECOND + 10
        assert (await asyncio.to_thread(lecturer.ask, "turn_away_since", 30.0, since=0))["ok"]
        await asyncio.gather(*(stranger.door_is("turned_away") for stranger in strangers))
        assert (await strangers[0].insist())["code"] == "TURNED_AWAY"
        await asyncio.gather(*(caller.leave() for caller in (*strangers, *students)))

    asyncio.run(asyncio.wait_for(played(), 120.0))
    seated = lecturer.see("roster", lambda roster: len(roster["rows"]) == STUDENTS)["rows"]
    assert sorted(row["name"] for row in seated) == sorted(student.name for student in students)
    assert any_server.complained == ""


def test_who_waits_goes_on_waiting_after_a_kill_and_a_reload_and_is_then_let_in(
    any_server: ServerUnderTest, leaving: ExitStack
) -> None:
    any_server.start()
    lecturer = present(Lecturer(any_server, approves_entry=True), leaving)
    noor = Phone(any_server, lecturer.room)
    leaving.callback(noor.close)
    assert noor.join("Noor")["ok"]
    noor.see("seat", lambda seat: seat["door"] == "waiting")
    any_server.kill()
    any_server.start()
    noor.see_connection(2)
    noor.see("seat", lambda seat: seat["door"] == "waiting")
    noor.close()
    reloaded = present(Phone(any_server, lecturer.room, noor.token), leaving)
    seat = reloaded.see("seat", lambda seat: seat["door"] == "waiting")
    lecturer.see_connection(2)
    lecturer.see("roster", lambda roster: [row["line"] for row in roster["callers"]] == ["here"])
    assert lecturer.insist("let_in", player=seat["player"])["ok"]
    reloaded.see("seat", lambda seat: seat["door"] is None and seat["name"] == "Noor")
    lecturer.step_to("answering")
    assert reloaded.answer(reloaded.see_open_round()["card"], stage="client")["ok"]


@pytest.mark.parametrize("begins_open", [True, False], ids=["before the hour", "during it"])
def test_who_has_a_seat_comes_back_without_asking(
    server: ServerUnderTest, leaving: ExitStack, begins_open: bool
) -> None:
    lecturer = present(Lecturer(server, approves_entry=not begins_open), leaving)
    noor = present(Phone(server, lecturer.room), leaving)
    assert noor.ask("join", name="Noor")["ok"]
    if not begins_open:
        player = noor.see("seat", lambda seat: seat["door"] == "waiting")["player"]
        assert lecturer.ask("let_in", player=player)["ok"]
    lecturer.see("host", lambda host: host["players"] == 1)
    assert lecturer.ask("approve_entry", approves=True)["ok"]
    noor.close()
    back = present(Phone(server, lecturer.room, noor.token), leaving)
    back.see("seat", lambda seat: seat["name"] == "Noor" and seat["door"] is None)
    assert back.ask("join", name="Noor")["ok"]
    sem = present(Phone(server, lecturer.room), leaving)
    assert sem.ask("join", name="Sem")["ok"]
    sem.see("seat", lambda seat: seat["door"] == "waiting")
    assert lecturer.see("host", lambda host: host["door"]["waiting"] == 1)["players"] == 1
