"""A device's line: it comes back by itself and repeats a command, with the same id, until the answer is final."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from random import Random
from typing import Any

from server.devtools.bots.line import Line, Place, pause_seconds
from server.devtools.bots.notes import Notes
from server.devtools.oracle import Fate
from tests.devtools.scripted_server import Guest, Said, ScriptedServer, soon

OK = {"ok": True, "version": 7}
BUSY = {"ok": False, "code": "SERVER_BUSY", "retry": True}
TAKEN = {"ok": False, "code": "NAME_TAKEN", "retry": False, "suggestion": "Noor 2"}
BODY = {"command_id": "c1", "name": "Noor"}


@asynccontextmanager
async def a_line(server: ScriptedServer, notes: Notes, seen: list[Any]) -> AsyncIterator[Line]:
    """A line that is kept for the length of a test."""
    line = Line(Place(server.address, {}), "noor", Random(1), notes, lambda event, body: seen.append((event, body)))
    keeping = asyncio.create_task(line.keep())
    try:
        yield line
    finally:
        keeping.cancel()
        await asyncio.gather(keeping, return_exceptions=True)


def ordered(answers: list[Any], refusals: tuple[str, ...] = ()) -> tuple[ScriptedServer, Notes]:
    """Orders BODY of a server that answers so; None breaks the line. Returns what both sides know in the end."""
    notes = Notes()

    async def answer(said: Said) -> None:
        told = answers.pop(0)
        if told is None:
            said.guest.hang_up()
        else:
            await said.guest.answer(said.ack_id, told)

    async def play() -> ScriptedServer:
        async with (
            ScriptedServer(answer, refusals=list(refusals)).running() as server,
            a_line(server, notes, []) as line,
        ):
            await line.order("join", BODY)
            return server

    return asyncio.run(play()), notes


def test_a_command_that_is_acknowledged_is_noted_with_its_version() -> None:
    _, notes = ordered([OK])
    (command,) = notes.commands
    assert (command.command_id, command.player, command.fate, command.version) == ("c1", "noor", Fate.ACKNOWLEDGED, 7)


def test_a_line_that_broke_before_the_answer_repeats_the_same_command() -> None:
    server, notes = ordered([None, None, OK])
    assert [said.body for said in server.heard] == [BODY] * 3
    assert len(server.guests) == 3
    assert notes.repeats == 2
    assert len(notes.commands) == 1


def test_not_now_is_tried_again_and_a_refusal_is_final() -> None:
    server, notes = ordered([BUSY, BUSY, TAKEN])
    assert len(server.heard) == 3
    assert notes.retries == {"SERVER_BUSY": 2}
    assert notes.refusals == {"NAME_TAKEN": 1}
    assert notes.commands[0].fate is Fate.REFUSED


def test_a_code_that_honest_play_never_gets_is_an_error() -> None:
    _, notes = ordered([{"ok": False, "code": "SERVER_ERROR", "retry": False}])
    assert notes.errors == {"SERVER_ERROR": 1}


def test_a_refused_connection_is_tried_again() -> None:
    _, notes = ordered([OK], refusals=("SERVER_BUSY", "ROOM_NOT_FOUND"))
    assert notes.retries == {"REFUSED_SERVER_BUSY": 1}
    assert notes.errors == {"REFUSED_ROOM_NOT_FOUND": 1}


def test_a_command_without_an_answer_in_the_end_is_unsure() -> None:
    notes = Notes()

    async def keep_silent(said: Said) -> None:
        """No answer."""

    async def play() -> None:
        async with ScriptedServer(keep_silent).running() as server, a_line(server, notes, []) as line:
            order = asyncio.create_task(line.order("join", BODY))
            await soon(lambda: len(server.heard) == 1)
            order.cancel()
            await asyncio.gather(order, return_exceptions=True)

    asyncio.run(play())
    assert [command.fate for command in notes.commands] == [Fate.UNSURE]


def test_a_view_older_than_the_last_is_dropped_and_told_but_not_across_connections() -> None:
    notes, seen = Notes(), list[Any]()

    async def greet(guest: Guest) -> None:
        for version in (5, 4, 6) if guest.number == 1 else (3,):
            await guest.tell("room", {"version": version})

    async def hang_up(said: Said) -> None:
        said.guest.hang_up() if said.guest.number == 1 else await said.guest.answer(said.ack_id, OK)

    async def play() -> None:
        async with ScriptedServer(hang_up, on_arrival=greet).running() as server, a_line(server, notes, seen) as line:
            await line.order("join", BODY)
            await soon(lambda: len(seen) == 3)

    asyncio.run(play())
    assert [body["version"] for _, body in seen] == [5, 6, 3]
    assert notes.versions_fell == ["room of noor: 4 after 5"]


def test_pauses_grow_from_a_third_of_a_second_to_two_with_chance_in_them() -> None:
    dice = Random(1)
    first = [pause_seconds(0, dice) for _ in range(100)]
    later = [pause_seconds(50, dice) for _ in range(100)]
    assert 0.15 <= min(first) < 0.2 < 0.4 < max(first) <= 0.45
    assert 1.0 <= min(later) < 1.2 < 2.8 < max(later) <= 3.0
