"""What is heard inline is what engineio would have heard, in the same order, whatever comes in and in whatever pieces.

Real sockets in pairs, the real engineio and eventlet; green threads run only inside these tests.
"""

import contextlib
import errno
import socket
import struct
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import engineio
import eventlet
import pytest
from eventlet import websocket
from eventlet.greenio import GreenSocket
from eventlet.hubs import get_hub
from eventlet.websocket import RFC6455WebSocket
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server.engine import inline_receive, socket_guards, whole_frames
from server.engine.inline_receive import event_in
from server.engine.socket_guards import FRAMES_AT_ONCE

PATIENCE_SECONDS = 15
ANSWER = '42["answer",{}]'


@pytest.fixture(autouse=True)
def installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Inline hearing, for one test."""
    for name in ("_websocket_handler", "send_packet"):
        holder = engineio.socket.Socket if name == "_websocket_handler" else engineio.Server
        monkeypatch.setattr(holder, name, getattr(holder, name))
    monkeypatch.setattr(websocket.RFC6455WebSocket, "_recv_frame", websocket.RFC6455WebSocket._recv_frame)
    socket_guards.install()
    whole_frames.install()
    inline_receive.install()
    with eventlet.Timeout(PATIENCE_SECONDS):
        yield


class Hall:
    """An engineio server, and what it heard from whom."""

    def __init__(self) -> None:
        self.server = engineio.Server(async_mode="eventlet", async_handlers=False, monitor_clients=False)
        self.heard: list[tuple[str, str]] = []
        self.hearing: Callable[[str, str], None] = lambda _sid, _text: None
        self.server.on("message", self._hear)
        self.phones: list[Phone] = []

    def _hear(self, sid: str, text: str) -> None:
        self.heard.append((sid, text))
        self.hearing(sid, text)

    def phone(self, name: str) -> "Phone":
        """Somebody comes in."""
        phone = Phone(self, name)
        self.phones.append(phone)
        return phone

    def hears(self, count: int) -> list[tuple[str, str]]:
        """The first so many messages, once they are there."""
        while len(self.heard) < count:
            eventlet.sleep(0.001)
        return self.heard


class Phone:
    """One connection: the server's side of it, and the phone's end of the line."""

    def __init__(self, hall: Hall, name: str) -> None:
        here, self.end = socket.socketpair()
        self.ws = RFC6455WebSocket(GreenSocket(here), {}, extensions={})
        self.wakes = 0
        self.socket: Any = engineio.socket.Socket(hall.server, name)
        hall.server.sockets[name] = self.socket
        receive = self.socket.receive

        def woken(packet: Any) -> None:
            self.wakes += 1
            receive(packet)

        self.socket.receive = woken
        self.thread = eventlet.spawn(self.socket._websocket_handler, self.ws)
        eventlet.sleep(0)

    def send(self, *messages: str) -> None:
        """Each in a frame and a call of its own."""
        for message in messages:
            self.end.sendall(frame(message.encode()))
            eventlet.sleep(0)
            eventlet.sleep(0)

    def leave(self) -> None:
        """Hangs up, and the server has noticed."""
        with contextlib.suppress(OSError):
            self.end.shutdown(socket.SHUT_RDWR)
        self.thread.wait()
        self.end.close()


@pytest.fixture
def hall() -> Iterator[Hall]:
    """A server that hears."""
    hall = Hall()
    yield hall
    for phone in hall.phones:
        phone.leave()


def frame(content: bytes, opcode: int = 1, final: bool = True) -> bytes:
    """A frame as a phone sends it."""
    size, mask = len(content), b"\x0f\xf0\x33\xcc"
    length = bytes([0x80 | size]) if size < 126 else bytes([0x80 | 126]) + struct.pack("!H", size)
    hidden = bytes(byte ^ mask[place % 4] for place, byte in enumerate(content))
    return bytes([(0x80 if final else 0) | opcode]) + length + mask + hidden


def test_an_event_is_heard_while_the_thread_of_its_line_sleeps(hall: Hall) -> None:
    noor = hall.phone("noor")
    noor.send(ANSWER, '42["answer",{"a":"' + "é" * 200 + '"}]')
    assert hall.hears(2) == [("noor", ANSWER[1:]), ("noor", '2["answer",{"a":"' + "é" * 200 + '"}]')]
    assert noor.wakes == 0


def test_a_pong_is_noted_while_the_thread_of_its_line_sleeps(hall: Hall) -> None:
    noor = hall.phone("noor")
    noor.socket.last_ping = 1
    noor.send("3", ANSWER)
    hall.hears(1)
    assert noor.socket.last_ping is None
    assert noor.wakes == 0


@pytest.mark.parametrize("other", ["40", "41", "43[]", "4", "4x", "3probe", "2"])
def test_anything_else_wakes_the_thread(hall: Hall, other: str) -> None:
    noor = hall.phone("noor")
    noor.send(other, ANSWER)
    hall.hears(2 if other.startswith("4") else 1)
    assert noor.wakes == 1


def test_who_holds_a_line_up_holds_up_no_other(hall: Hall) -> None:
    noor, sem, lot = (hall.phone(name) for name in ("noor", "sem", "lot"))
    go_on = eventlet.event.Event()
    hall.hearing = lambda sid, _text: go_on.wait() if sid == "noor" else None
    for phone in (noor, sem, lot):
        phone.send('42["first"]')
    hall.hears(3)
    for phone in (noor, sem, lot):
        phone.send('42["second"]')
    assert {sid for sid, text in hall.hears(5) if "second" in text} == {"sem", "lot"}
    assert ("noor", '2["second"]') not in hall.heard
    go_on.send(None)
    assert hall.hears(6)[5] == ("noor", '2["second"]')


def test_what_comes_while_a_line_is_heard_keeps_its_turn(hall: Hall) -> None:
    noor = hall.phone("noor")
    hall.hearing = lambda _sid, _text: eventlet.sleep(0.002)
    messages = [f'42["answer",{number}]' if number % 3 else f"4{number}" for number in range(30)]
    noor.send(*messages)
    assert [text for _, text in hall.hears(30)] == [message[1:] for message in messages]


def test_a_mistake_of_ours_ends_no_line(hall: Hall, caplog: pytest.LogCaptureFixture) -> None:
    noor = hall.phone("noor")

    def fail(_sid: str, text: str) -> None:
        assert "bad" not in text

    hall.hearing = fail
    noor.send('42["bad"]', ANSWER)
    hall.hears(2)
    assert "not heard to its end" in caplog.text


def test_who_sends_without_end_is_cut_off(hall: Hall) -> None:
    noor = hall.phone("noor")
    with contextlib.suppress(OSError):
        for _ in range(int(FRAMES_AT_ONCE) * 2):
            noor.send(ANSWER)
    noor.thread.wait()
    assert noor.socket.closed
    assert FRAMES_AT_ONCE <= len(hall.heard) < FRAMES_AT_ONCE * 2


def test_a_phone_that_vanishes_is_noticed(hall: Hall) -> None:
    noor = hall.phone("noor")
    noor.end.close()
    noor.thread.wait()
    assert noor.socket.closed


def test_a_line_that_breaks_is_noticed(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        def recv(self, _most: int) -> bytes:
            raise OSError(errno.ETIMEDOUT, "gone")

        def __getattr__(self, name: str) -> Any:
            return getattr(line, name)

    noor = hall.phone("noor")
    line = noor.ws.socket.fd
    monkeypatch.setattr(noor.ws.socket, "fd", Broken())
    noor.send(ANSWER)
    noor.thread.wait()
    assert noor.socket.closed
    assert hall.heard == []


def test_what_comes_on_a_line_that_was_closed_is_left_to_the_library_which_ends(hall: Hall) -> None:
    noor = hall.phone("noor")
    noor.socket.closed = True
    noor.send(ANSWER)
    noor.thread.wait()
    assert noor.wakes == 1


def test_a_line_that_is_closed_here_while_it_is_heard_is_left(hall: Hall) -> None:
    noor = hall.phone("noor")

    def close(_sid: str, _text: str) -> None:
        noor.send(ANSWER)
        eventlet.sleep(0.01)
        noor.ws.socket.close()

    hall.hearing = close
    noor.send(ANSWER)
    noor.thread.wait()
    assert len(hall.heard) == 1


PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            [ANSWER, '42["join",{"name":"Noor"}]', '421["é"]', "40", "4", "3", "2probe", "42" + "x" * 300]
        ).map(lambda text: frame(text.encode())),
        st.sampled_from(
            [frame(b"42[", final=False) + frame(b"]", 0), frame(b"", 9), frame(b"hi", 0xA), frame(b"42\xff")]
        ),
    ),
    max_size=8,
)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(PIECES, st.lists(st.integers(1, 60), max_size=12))
def test_whatever_comes_in_whatever_pieces_is_heard_as_engineio_hears_it(frames: list[bytes], cuts: list[int]) -> None:
    def heard(first_chunk: bool) -> Sequence[tuple[str, str]]:
        hall = Hall()
        noor = hall.phone("noor") if first_chunk else stock_phone(hall)
        stream = b"".join(frames)
        for cut in [*cuts, len(stream)]:
            piece, stream = stream[:cut], stream[cut:]
            with contextlib.suppress(OSError):
                noor.end.sendall(piece)
            eventlet.sleep(0)
        noor.leave()
        return hall.heard

    assert heard(first_chunk=True) == heard(first_chunk=False)


def stock_phone(hall: Hall) -> Phone:
    """A phone that is read as engineio has it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(inline_receive.Line, "first_chunk", None)
        return hall.phone("noor")


@pytest.mark.parametrize(
    "chunk",
    [
        b"",
        b"\x81",
        frame(ANSWER.encode())[:-1],
        frame(ANSWER.encode()) * 2,
        frame(ANSWER.encode(), opcode=2),
        frame(ANSWER.encode(), final=False),
        b"\xc1" + frame(ANSWER.encode())[1:],
        b"\x81\x0f" + ANSWER.encode(),
        frame(b"42\xff\xfe"),
        bytes([0x81, 0xFF]) + struct.pack("!Q", 2) + b"\0\0\0\0" + b"42",
    ],
)
def test_a_chunk_that_is_not_exactly_one_event_is_left_to_the_library(chunk: bytes) -> None:
    assert event_in(chunk) is None


def test_the_private_names_that_this_leans_on_are_there(hall: Hall) -> None:
    noor = hall.phone("noor")
    for holder, names in (
        (noor.socket, ("upgraded", "closed", "schedule_ping", "server", "_websocket_handler")),
        (noor.socket.server, ("handlers",)),
        (noor.ws.socket, ("fd", "_mark_as_closed")),
        (get_hub(), ("add", "remove", "switch", "schedule_call_global", "READ")),
    ):
        assert [name for name in names if not hasattr(holder, name)] == []
