"""What the drill is made of: its table, its lines, its lanes, and when it says that a promise held."""

import asyncio
import contextlib
import io
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from random import Random

import pytest

from server.devtools import drill_command
from server.devtools.drill.breakable import DrillBroken
from server.devtools.drill.fault import Fault, Promise, Scene
from server.devtools.drill.faults import FAULTS
from server.devtools.drill.ground import Ground, Needs
from server.devtools.drill.line_between import FrameSieve, LineBetween, Weather
from server.devtools.drill.looking import differences
from server.devtools.drill.outcome import Outcome
from server.devtools.drill.picture import picture
from server.devtools.drill_command import lanes_of, main

ROUND_TRIPS = 20


async def nothing(_scene: Scene) -> float:
    """Breaks nothing."""
    return 0.0


FAULT = Fault("nothing", "nothing breaks", nothing)


def held(**changed: object) -> Outcome:
    """The outcome of a fault after which all was well, but for what is changed."""
    outcome = Outcome(FAULT, players=20, times=2, acknowledged=40, oracle_agrees=True, backs=[0.3, 4.9])
    for name, value in changed.items():
        setattr(outcome, name, value)
    return outcome


def test_every_fault_has_a_name_of_its_own_and_a_promise() -> None:
    assert len({fault.name for fault in FAULTS}) == len(FAULTS) > 20
    lossy = {fault.name for fault in FAULTS if fault.promise is not Promise.NOTHING_LOST}
    assert lossy == {"cut-tail", "gone-back", "flush-all"}, "only where the store itself has lost something"


def test_a_promise_held_when_nothing_is_lost_and_all_were_back_in_time() -> None:
    assert held().passed
    assert held().as_json()["back_s"] == 4.9


@pytest.mark.parametrize(
    "broken",
    [
        {"lost": 1},
        {"doubled": 1},
        {"oracle_agrees": False},
        {"backs": [0.3, 5.1]},
        {"backs": [0.3]},
        {"backs": [], "times": 0},
        {"problems": ["KEY_EARLY: room at version 8"]},
    ],
)
def test_a_promise_is_broken_by_any_of_these(broken: dict[str, object]) -> None:
    outcome = held(**broken)
    assert not outcome.passed
    assert "BROKEN" in outcome.line()
    assert "broken" in picture([outcome])


def test_every_fault_is_drilled_once_whatever_the_number_of_lanes() -> None:
    for count in (1, 3, 40):
        lanes = lanes_of(FAULTS, count)
        assert sorted(fault.name for lane in lanes for fault in lane) == sorted(fault.name for fault in FAULTS)
        assert len(lanes) <= count


def test_a_wrong_use_is_refused_before_anything_is_started() -> None:
    for arguments in ([], ["--quick", "--all"], ["--fault", "nothing-of-that-name"], ["--quick", "--players", "0"]):
        with pytest.raises(SystemExit):
            main(arguments, io.StringIO(), io.StringIO())


def test_a_ground_that_cannot_be_laid_is_one_line_and_no_fault_that_needs_it_is_said_to_have_held(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def no_ground(_needs: Needs, _dice: Random) -> contextlib.AbstractAsyncContextManager[Ground]:
        raise DrillBroken("the store did not start")

    monkeypatch.setattr(drill_command, "ground", no_ground)
    monkeypatch.setattr(signal, "signal", lambda *_: None)  # they are pytest's
    told, progress = io.StringIO(), io.StringIO()
    assert main(["--quick", "--at-once", "2", "--json"], told, progress) == 2
    assert told.getvalue() == ""
    assert progress.getvalue().count("BROKEN") == sum(fault.is_quick for fault in FAULTS)
    assert capsys.readouterr().err == "trede drill: Nothing could be drilled: the store did not start\n"


def test_two_views_of_a_room_may_differ_in_their_moment_only() -> None:
    assert differences({"version": 3, "server_now": 1}, {"version": 3, "server_now": 2}) == []
    assert differences({"version": 3, "players": 2}, {"version": 3, "players": 1}) == ["players"]


async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Says everything back."""
    while data := await reader.read(100):
        writer.write(data)
    writer.close()


def over_a_line(use: Callable[[LineBetween], Awaitable[None]], dead_targets: int = 0) -> None:
    """Something is done over a line to an echo."""

    async def run() -> None:
        server = await asyncio.start_server(echo, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        gone = await asyncio.start_server(echo, "127.0.0.1", 0)
        dead = gone.sockets[0].getsockname()[1]
        gone.close()
        line = LineBetween([dead] * dead_targets + [port], Random(1))
        await line.start()
        try:
            await use(line)
        finally:
            await line.end()
            server.close()

    asyncio.run(run())


@contextlib.asynccontextmanager
async def caller(line: LineBetween) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    """Somebody on the line."""
    reader, writer = await asyncio.open_connection("127.0.0.1", line.port)
    try:
        yield reader, writer
    finally:
        writer.transport.abort()
        await asyncio.sleep(0)


async def say(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, word: bytes) -> float:
    """Says a word, hears it back, and tells how long that took."""
    began = asyncio.get_running_loop().time()
    writer.write(word)
    assert await reader.readexactly(len(word)) == word
    return asyncio.get_running_loop().time() - began


def test_a_line_delays_and_keeps_the_order() -> None:
    async def use(line: LineBetween) -> None:
        async with caller(line) as (reader, writer):
            await say(reader, writer, b"quick")
            line.weather = Weather(delay=0.1, jitter=0.05, loss=0.3)
            words = [b"%04d" % number for number in range(ROUND_TRIPS)]
            for word in words:
                writer.write(word)
                await asyncio.sleep(0.005)
            assert await reader.readexactly(4 * ROUND_TRIPS) == b"".join(words)
            line.weather = Weather(delay=0.1)
            assert await say(reader, writer, b"slow") >= 0.2

    over_a_line(use)


def test_a_line_that_is_cut_takes_nobody_and_lets_nobody_go_on() -> None:
    async def use(line: LineBetween) -> None:
        async with caller(line) as (reader, writer):
            await say(reader, writer, b"before")
            line.weather = Weather(is_cut=True)
            line.cut_all()
            with pytest.raises((ConnectionError, asyncio.IncompleteReadError)):
                await say(reader, writer, b"after")
        async with caller(line) as (reader, writer):
            with pytest.raises((ConnectionError, asyncio.IncompleteReadError)):
                await say(reader, writer, b"still")
        line.weather = Weather()
        async with caller(line) as (reader, writer):
            await say(reader, writer, b"again")

    over_a_line(use)


def test_a_balancer_goes_on_to_a_target_that_lives() -> None:
    async def use(line: LineBetween) -> None:
        for _ in range(4):
            async with caller(line) as (reader, writer):
                await say(reader, writer, b"there")

    over_a_line(use, dead_targets=1)


def frame(text: bytes) -> bytes:
    """A server's frame, short or long."""
    head = bytes([0x81, len(text)]) if len(text) < 126 else b"\x81\x7e" + len(text).to_bytes(2)
    return head + text


def test_a_sieve_swallows_acknowledgements_and_nothing_else() -> None:
    line = LineBetween([1], Random(1), weather=Weather(acks_lost=1.0))
    sieve = FrameSieve(line)
    welcome = b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n"
    view, ack, ping = frame(b'42["room",' + b"x" * 300 + b"]"), frame(b'431[{"ok":true}]'), frame(b"2")
    stream = welcome + view + ack + ping + ack + view
    passed = b"".join(sieve.passed(stream[place : place + 7]) for place in range(0, len(stream), 7))
    assert passed == welcome + view + ping + view
    assert line.acks_swallowed == 2


def test_a_sieve_leaves_alone_what_is_no_socket() -> None:
    sieve = FrameSieve(LineBetween([1], Random(1), weather=Weather(acks_lost=1.0)))
    page = b"HTTP/1.1 200 OK\r\n\r\n43 is a number"
    assert sieve.passed(page) + sieve.passed(b"43") == page + b"43"
