"""Reading whole frames is eventlet's own reading, only quicker: whatever comes in, in any pieces, ends the same."""

import contextlib
import socket
import struct
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import eventlet
import pytest
from eventlet import websocket
from eventlet.greenio import GreenSocket
from eventlet.websocket import RFC6455WebSocket
from hypothesis import given
from hypothesis import strategies as st

from server.engine import whole_frames

LONGEST = 1_000
stock = RFC6455WebSocket._recv_frame


class Line:
    """A socket that brings these pieces and then ends, and keeps what was sent on it."""

    def __init__(self, pieces: Sequence[bytes]) -> None:
        self.pieces = [piece for piece in pieces if piece]
        self.calls = 0
        self.sent = b""

    def recv(self, most: int) -> bytes:
        """At most so many bytes of the next piece."""
        self.calls += 1
        if not self.pieces:
            return b""
        piece = self.pieces.pop(0)
        if len(piece) > most:
            self.pieces.insert(0, piece[most:])
        return piece[:most]

    def sendall(self, data: bytes) -> None:
        """Keeps it."""
        self.sent += data

    def shutdown(self, _how: int) -> None:
        """Nothing to do."""

    def close(self) -> None:
        """Nothing to do."""


def read(reading: Callable[..., Any], pieces: Sequence[bytes]) -> tuple[list[Any], str, int]:
    """The messages, how it ended (an error, and the code that was sent), and how often the socket was asked."""
    line = Line(pieces)
    ws = RFC6455WebSocket(line, {}, extensions={}, max_frame_length=LONGEST)
    said: list[Any] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(websocket.RFC6455WebSocket, "_recv_frame", reading)
        error = ""
        try:
            while (message := ws.wait()) is not None:
                said.append(message)
        except Exception as raised:
            error = type(raised).__name__
    goodbye = line.sent[line.sent.rfind(b"\x88") :][2:4] if b"\x88" in line.sent else b""
    return said, f"{error} {goodbye.hex()}", line.calls


def frame(opcode: int, content: bytes, *, final: bool = True, masked: bool = True, rsv: int = 0) -> bytes:
    """A frame as a client sends it."""
    size, mask = len(content), b"\x0f\xf0\x33\xcc"
    bit = 0x80 if masked else 0
    head = bytes([(0x80 if final else 0) | rsv << 4 | opcode])
    if size < 126:
        head += bytes([bit | size])
    else:
        head += (
            bytes([bit | 126]) + struct.pack("!H", size)
            if size < 65_536
            else bytes([bit | 127]) + struct.pack("!Q", size)
        )
    hidden = bytes(byte ^ mask[place % 4] for place, byte in enumerate(content))
    return head + (mask + hidden if masked else content)


FRAMES = st.builds(
    frame,
    st.sampled_from([0, 1, 1, 1, 2, 3, 8, 9, 0xA]),
    st.one_of(st.text(max_size=40).map(str.encode), st.binary(max_size=200), st.binary(min_size=990, max_size=1_010)),
    final=st.sampled_from([True, True, True, False]),
    masked=st.sampled_from([True, True, True, True, False]),
    rsv=st.sampled_from([0, 0, 0, 0, 0, 1, 2, 4]),
)


@given(st.lists(FRAMES, max_size=6), st.lists(st.integers(1, 40), max_size=30), st.binary(max_size=12))
def test_whatever_comes_in_ends_as_eventlet_has_it(frames: list[bytes], cuts: list[int], rest: bytes) -> None:
    stream, pieces = b"".join(frames) + rest, []
    for cut in cuts:
        pieces.append(stream[:cut])
        stream = stream[cut:]
    pieces.append(stream)
    assert read(whole_frames._recv_frame, pieces)[:2] == read(stock, pieces)[:2]


def test_a_frame_that_came_in_one_piece_is_one_call() -> None:
    answer = frame(1, b'42["answer",{}]')
    said, _, calls = read(whole_frames._recv_frame, [answer] * 5)
    assert said == ['42["answer",{}]'] * 5
    assert calls == 6  # and the end
    assert read(stock, [answer] * 5)[2] == 3 * 5 + 1


@pytest.mark.parametrize("length", [0, 1, 3, 4, 125, 126, 200, 1_000])
def test_content_of_any_length_comes_out_as_it_went_in(length: int) -> None:
    text = ("abcdé" * length)[:length]
    content = text.encode()[:LONGEST]
    said, _, _ = read(whole_frames._recv_frame, [frame(2, content)])
    assert said == [content]


def test_the_private_names_that_this_leans_on_are_there() -> None:
    assert {"fd", "_trampoline"} <= {*dir(GreenSocket), *vars(GreenSocket(socket.socket()))}
    ws = RFC6455WebSocket(Line([]), {}, extensions={})
    names = ("_recv_frame", "_buf", "socket", "client", "extensions", "max_frame_length", "UTF8Decoder", "Message")
    assert [name for name in (*names, "_get_permessage_deflate_dec") if not hasattr(ws, name)] == []


@pytest.mark.parametrize(
    ("refused", "code"),
    [
        (frame(1, b"x" * (LONGEST + 1)), 1009),
        (frame(1, b"x" * 70_000), 1009),
        (frame(1, b"x", masked=False), 1002),
        (frame(1, b"x", rsv=4), 1002),
        (frame(3, b"x"), 1002),
        (frame(0, b"x"), 1002),
        (frame(9, b"x", final=False), 1002),
        (frame(9, b"x" * 126), 1002),
        (frame(1, b"x", final=False) + frame(1, b"y"), 1002),
        (frame(1, b"\xff"), 1011),
    ],
)
def test_what_is_refused_is_refused_with_the_same_code(refused: bytes, code: int) -> None:
    for reading in (whole_frames._recv_frame, stock):
        said, ended, _ = read(reading, [frame(1, b"before") + refused])
        assert said == ["before"]
        assert ended.endswith(f" {code:04x}")


@pytest.fixture
def line() -> Iterator[tuple[GreenSocket, socket.socket]]:
    """A line as eventlet has it, and the phone's end of it."""
    with contextlib.closing(socket.create_server(("127.0.0.1", 0))) as door:
        there = socket.create_connection(door.getsockname())
        here, _ = door.accept()
    with contextlib.closing(there), contextlib.closing(GreenSocket(here)) as green, eventlet.Timeout(20):
        yield green, there


def test_a_phone_that_says_nothing_for_longer_than_a_read_may_take_is_still_heard(
    line: tuple[GreenSocket, socket.socket],
) -> None:
    here, there = line
    here.settimeout(0.01)  # as engineio sets one; whoever is gone is found by pings
    eventlet.spawn_after(0.2, there.sendall, b"late")
    assert whole_frames._read(here) == b"late"


def test_a_phone_that_vanishes_has_said_its_last(line: tuple[GreenSocket, socket.socket]) -> None:
    here, there = line
    there.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # a reset in place of a farewell
    eventlet.spawn_after(0.05, there.close)
    assert whole_frames._read(here) == b""


def test_a_line_that_is_closed_on_this_side_wakes_its_reader(line: tuple[GreenSocket, socket.socket]) -> None:
    here, _ = line
    eventlet.spawn_after(0.05, here.shutdown, socket.SHUT_RDWR)
    assert whole_frames._read(here) == b""
