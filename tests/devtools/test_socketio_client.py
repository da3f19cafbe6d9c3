"""The lean client keeps to Socket.IO: it greets, answers pings, pairs acks with calls and knows a dead line."""

import asyncio
from typing import Any

import pytest

from server.devtools.socketio_client import ConnectionRefused, LineLost, SocketIOClient, open_client
from tests.devtools.scripted_server import Guest, Said, ScriptedServer, soon


async def echo(said: Said) -> None:
    await said.guest.answer(said.ack_id, {"echo": said.body})


async def keep_silent(said: Said) -> None:
    """No answer."""


def ignore(event: str, body: Any) -> None:
    """For tests in which no event matters."""


async def connected(server: ScriptedServer, on_event: Any = ignore) -> tuple[SocketIOClient, asyncio.Task[None]]:
    client = await open_client(server.address, {"role": "player"}, on_event)
    return client, asyncio.create_task(client.listen())


def test_a_client_says_who_it_is_and_gets_its_acknowledgements() -> None:
    async def play() -> None:
        async with ScriptedServer(echo).running() as server:
            client, listening = await connected(server)
            answers = await asyncio.gather(*(client.call("say", {"n": n}, 5) for n in range(3)))
            assert answers == [{"echo": {"n": n}} for n in range(3)]
            assert server.guests[0].auth == {"role": "player"}
            await client.close()
            await listening

    asyncio.run(play())


def test_events_arrive_in_order_and_pings_are_answered() -> None:
    seen: list[tuple[str, Any]] = []

    async def greet(guest: Guest) -> None:
        await guest.tell("room", {"version": 1})
        await guest.socket.send("2")
        await guest.tell("seat", None)

    async def play() -> None:
        async with ScriptedServer(echo, on_arrival=greet).running() as server:
            client, listening = await connected(server, lambda event, body: seen.append((event, body)))
            await soon(lambda: len(seen) == 2 and server.pongs == 2)
            await client.close()
            await listening

    asyncio.run(play())
    assert seen == [("room", {"version": 1}), ("seat", None)]


def test_a_refused_connection_tells_the_reason() -> None:
    async def play() -> None:
        async with ScriptedServer(echo, refusals=["ROOM_NOT_FOUND"]).running() as server:
            with pytest.raises(ConnectionRefused, match="ROOM_NOT_FOUND"):
                await open_client(server.address, {}, ignore)

    asyncio.run(play())


def test_where_nobody_listens_the_line_is_lost() -> None:
    async def play() -> None:
        async with ScriptedServer(echo).running() as server:
            gone = server.address
        with pytest.raises(LineLost):
            await open_client(gone, {}, ignore)

    asyncio.run(play())


def test_calls_that_wait_know_when_the_line_breaks_and_so_do_later_ones() -> None:
    async def break_off(said: Said) -> None:
        said.guest.hang_up()

    async def play() -> None:
        async with ScriptedServer(break_off).running() as server:
            client, listening = await connected(server)
            with pytest.raises(LineLost):
                await client.call("say", {}, 5)
            await listening
            with pytest.raises(LineLost):
                await client.call("say", {}, 5)

    asyncio.run(play())


def test_a_server_that_falls_silent_is_a_broken_line() -> None:
    async def play() -> None:
        async with ScriptedServer(keep_silent).running() as server:
            _, listening = await connected(server)
            async with asyncio.timeout(5):
                await listening  # ends by itself: after ping interval and timeout nothing came

    asyncio.run(play())


def test_an_answer_that_comes_twice_is_counted_and_one_that_comes_late_is_not() -> None:
    async def twice(said: Said) -> None:
        if said.event == "twice":
            await said.guest.answer(said.ack_id, 1)
        await said.guest.answer(said.ack_id, 2)

    async def play() -> None:
        async with ScriptedServer(twice).running() as server:
            client, listening = await connected(server)
            assert await client.call("twice", {}, 5) == 1
            await soon(lambda: client.surplus_acks == 1)
            with pytest.raises(TimeoutError):
                await client.call("late", {}, 0)
            assert await client.call("once", {}, 5) == 2
            assert client.surplus_acks == 1
            await client.close()
            await listening

    asyncio.run(play())
