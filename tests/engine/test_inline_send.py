"""What goes out at once is what would have gone out, in the same order and whole, whoever reads or does not.

On real sockets: see phone_line.py.
"""

import contextlib
import random
import socket
from collections.abc import Iterator

import eventlet
import pytest
from engineio import packet
from engineio.exceptions import SocketIsClosedError
from eventlet.greenio import GreenSocket
from eventlet.websocket import RFC6455WebSocket

from server.engine import inline_send
from tests.engine.phone_line import HANDLERS, OPEN, OPENED, Phone, inline_lines


@pytest.fixture(autouse=True)
def installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Inline sending, for one test."""
    with inline_lines(monkeypatch):
        yield


def test_where_nothing_is_before_it_a_message_is_out_before_anybody_else_runs() -> None:
    phone = Phone().connect()
    went_before = phone.writes.stock
    phone.say("a card came up")
    phone.end.setblocking(False)
    assert phone.end.recv(100) == b"\x81\x0f4a card came up"
    assert phone.writes.stock == went_before


def test_a_line_on_which_all_went_out_at_once_outlives_the_patience_of_its_writer() -> None:
    phone = Phone()
    phone.socket.server.ping_interval = phone.socket.server.ping_timeout = 0.1  # a writer waits for the two together
    phone.connect()
    phone.socket.last_ping = 1
    phone.socket.schedule_ping()
    for number in range(6):
        assert phone.read() == "2"
        phone.answer("3")
        phone.say(f"card {number}")
        assert phone.read() == f"4card {number}"
    assert not phone.socket.closed


@pytest.mark.parametrize("size", [1, 125, 126, 127, 65_535, 65_536, 70_000])
def test_a_frame_is_packed_as_the_library_packs_it(size: int) -> None:
    here, there = socket.socketpair()
    OPENED.extend((here, there))
    ws = RFC6455WebSocket(GreenSocket(here), {}, extensions={})
    for content in (("é" * size)[:size], "x" * size, b"x" * size, ""):
        assert inline_send._packed(ws, content) == ws._pack_message(content)


def test_a_broadcast_is_packed_once() -> None:
    phones = [Phone().connect() for _ in range(3)]
    shared = packet.Packet(packet.MESSAGE, "for all")
    for phone in phones:
        phone.socket.send(shared)
    frames = {id(shared.frame)}
    assert [phone.read() for phone in phones] == ["4for all"] * 3
    assert frames == {id(shared.frame)}


def test_a_phone_that_does_not_read_for_long_gets_everything_in_order_and_whole() -> None:
    phone = Phone().connect()
    said = [f"{number}:" + "x" * (number % 7000) for number in range(500)]
    for text in said:
        phone.say(text)  # far more than the line holds: parts are written, the rest waits
        if text.startswith(("100:", "300:")):
            eventlet.sleep(0)
    assert phone.writes.stock < len(said)
    assert [phone.read() for _ in said] == [f"4{text}" for text in said]
    phone.say("and on")
    assert phone.read() == "4and on"


@pytest.mark.parametrize("seed", range(6))
def test_nothing_overtakes_while_a_phone_reads_by_fits_and_starts(seed: int) -> None:
    phone, dice = Phone().connect(), random.Random(seed)
    said = [f"{number}:" + "x" * dice.choice((1, 50, 3_000, 9_000, 40_000)) for number in range(300)]
    heard: list[str] = []

    def read() -> None:
        while len(heard) < len(said):
            heard.append(phone.read())
            if dice.random() < 0.3:
                eventlet.sleep(0)

    reader = eventlet.spawn(read)
    for text in said:
        phone.say(text)
        while dice.random() < 0.5:
            eventlet.sleep(0)
    reader.wait()
    assert heard == [f"4{text}" for text in said]


def test_room_in_the_middle_of_a_frame_is_for_that_frame_alone() -> None:
    phone = Phone().connect()
    phone.say("x" * 100_000)
    begun = phone.end.fd.recv(4_000)  # the line has room again, and nobody else has run yet
    phone.say("second")
    assert len(begun) == 4_000
    phone.unread = begun
    assert phone.read() == "4" + "x" * 100_000
    assert phone.read() == "4second"


def test_a_phone_that_stalls_holds_nobody_up() -> None:
    stalled, quick = Phone().connect(), Phone().connect()
    for number in range(200):
        stalled.say("x" * 5000)
        quick.say(str(number))
        assert quick.read() == f"4{number}"


def test_a_frame_half_written_is_finished_before_anything_else() -> None:
    phone = Phone().connect()
    phone.say("x" * 100_000)
    assert phone.ws._sendlock.balance == 0
    phone.say("second")
    assert not phone.socket.queue.empty()
    assert phone.read() == "4" + "x" * 100_000
    assert phone.read() == "4second"


def test_a_line_that_breaks_within_a_frame_closes_the_connection() -> None:
    phone = Phone().connect()
    phone.say("x" * 100_000)
    phone.end.shutdown(socket.SHUT_RDWR)
    while not phone.socket.closed:
        eventlet.sleep(0)
    with pytest.raises(SocketIsClosedError):
        phone.socket.send(packet.Packet(packet.MESSAGE, "nobody hears this"))
    phone.say("nor this")


def test_a_line_that_is_gone_before_a_frame_closes_the_connection() -> None:
    phone = Phone().connect()
    phone.end.shutdown(socket.SHUT_RDWR)
    phone.say("nobody hears this")
    with eventlet.Timeout(0.4):  # sooner than by the silence of the next ping
        wait_until_closed(phone)


def wait_until_closed(phone: Phone) -> None:
    """The reader has met the end of its line."""
    while not phone.socket.closed:
        eventlet.sleep(0)


def test_nothing_overtakes_what_waited_while_the_phone_came_from_polling() -> None:
    phone = Phone(is_polling_first=True)
    phone.say("said while polling")
    assert phone.socket.poll()[0].data == "said while polling"
    HANDLERS.append(eventlet.spawn(phone.socket._websocket_handler, phone.ws))
    polling = eventlet.spawn(phone.socket.poll)
    phone.answer("2probe")
    assert phone.read() == "3probe"
    assert polling.wait()[0].packet_type == packet.NOOP  # ends the phone's last poll
    phone.say("said while upgrading")  # not by WebSocket before the phone has said that it goes there
    assert not phone.socket.queue.empty()
    phone.answer("5")
    assert phone.read() == "4said while upgrading"
    phone.say("straight")
    assert phone.read() == "4straight"


def test_nothing_overtakes_the_first_packet_of_a_connection() -> None:
    phone = Phone()
    phone.socket.send(OPEN)
    HANDLERS.append(eventlet.spawn(phone.socket._websocket_handler, phone.ws))
    eventlet.spawn(phone.say, "second")  # the WebSocket stands, but its writer has not run yet
    assert [phone.read(), phone.read()] == [OPEN.encode(), "4second"]


def test_what_is_said_together_goes_out_as_one_write_and_whole() -> None:
    phone = Phone().connect()
    phone.end.setblocking(False)
    with phone.socket.together():
        phone.say("you stand")
        eventlet.sleep(0)
        phone.say("the room")
        with pytest.raises(BlockingIOError):
            phone.end.fd.recv(100)
        with phone.socket.together():  # one within another ends with the outer
            phone.say("your seat")
    assert phone.end.fd.recv(100) == b"\x81\x0a4you stand" + b"\x81\x094the room" + b"\x81\x0a4your seat"
    phone.say("and on")
    assert phone.end.fd.recv(100) == b"\x81\x074and on"


def test_what_is_said_together_is_said_also_when_something_fails() -> None:
    phone = Phone().connect()

    def refuse() -> None:
        with phone.socket.together():
            phone.say("you are not let in")
            raise ValueError("no room")

    with pytest.raises(ValueError, match="no room"):
        refuse()
    assert phone.read() == "4you are not let in"


@pytest.mark.parametrize("seed", range(3))
def test_nothing_overtakes_what_is_said_together(seed: int) -> None:
    phone, dice = Phone().connect(), random.Random(seed)
    said = [f"{number}:" + "x" * dice.choice((1, 3_000, 40_000)) for number in range(90)]
    heard: list[str] = []
    reader = eventlet.spawn(lambda: heard.extend(phone.read() for _ in said))
    for number in range(0, len(said), 3):
        with phone.socket.together() if dice.random() < 0.5 else contextlib.nullcontext():
            for text in said[number : number + 3]:
                phone.say(text)
                while dice.random() < 0.4:
                    eventlet.sleep(0)
    reader.wait()
    assert heard == [f"4{text}" for text in said]


def test_two_messages_go_out_as_one_write_before_anybody_else_runs() -> None:
    phone = Phone().connect()
    writes: list[bytes] = []
    send = phone.ws.socket.fd.send

    class Line:
        def send(self, data: bytes) -> int:
            writes.append(data)
            return int(send(data))

        def __getattr__(self, name: str) -> object:
            return getattr(here, name)

    here, phone.ws.socket.fd = phone.ws.socket.fd, Line()
    phone.say_both("the reveal", "your part in it")
    assert writes == [b"\x81\x0b4the reveal\x81\x104your part in it"]
    phone.ws.socket.fd = here
    assert [phone.read(), phone.read()] == ["4the reveal", "4your part in it"]


def test_two_messages_wait_their_turn_behind_what_is_before_them() -> None:
    phone = Phone().connect()
    with phone.socket.together():
        phone.say("you stand")
        phone.say_both("the reveal", "your part in it")
    phone.say("x" * 100_000)
    phone.say_both("the next card", "your points")
    heard = [phone.read() for _ in range(6)]
    assert heard == [
        *("4you stand", "4the reveal", "4your part in it"),
        *("4" + "x" * 100_000, "4the next card", "4your points"),
    ]


def test_two_messages_reach_a_phone_that_polls_and_harm_nobody_when_it_has_gone() -> None:
    phone, polling = Phone(), Phone(is_polling_first=True)
    polling.say_both("the reveal", "your part in it")
    assert [waiting.data for waiting in polling.socket.poll()] == ["the reveal", "your part in it"]
    phone.connect()
    phone.socket.closed = True
    phone.say_both("the reveal", "your part in it")
    del phone.server.sockets[phone.sid]
    phone.say_both("the reveal", "your part in it")


@pytest.mark.parametrize("seed", range(3))
def test_nothing_overtakes_two_messages_while_a_phone_reads_by_fits_and_starts(seed: int) -> None:
    phone, dice = Phone().connect(), random.Random(seed)
    said = [f"{number}:" + "x" * dice.choice((1, 3_000, 40_000)) for number in range(120)]
    heard: list[str] = []
    reader = eventlet.spawn(lambda: heard.extend(phone.read() for _ in said))
    for first, second, third in zip(said[::3], said[1::3], said[2::3], strict=True):
        phone.say_both(first, second)
        phone.say(third)
        while dice.random() < 0.4:
            eventlet.sleep(0)
    reader.wait()
    assert heard == [f"4{text}" for text in said]


def test_a_farewell_within_comes_after_what_was_said_before() -> None:
    phone = Phone().connect()
    with phone.socket.together():
        phone.say("you stand")
        phone.socket.close(wait=False)
    assert [phone.read(), phone.read()] == ["4you stand", "1"]


def test_before_a_websocket_stands_nothing_is_held_back() -> None:
    phone = Phone(is_polling_first=True)
    with phone.socket.together():
        phone.say("said while polling")
        assert phone.socket.poll()[0].data == "said while polling"


def test_a_closing_connection_says_goodbye_last() -> None:
    phone = Phone().connect()
    phone.say("x" * 100_000)
    phone.socket.close(wait=False)
    assert phone.read() == "4" + "x" * 100_000
    assert phone.read() == "1"


def test_a_line_with_tls_or_compression_goes_the_stock_way() -> None:
    here, there = socket.socketpair()
    OPENED.extend((here, there))
    assert inline_send.is_plain(RFC6455WebSocket(GreenSocket(here), {}, extensions={}))
    assert not inline_send.is_plain(RFC6455WebSocket(GreenSocket(here), {}, extensions={"permessage-deflate": {}}))
    assert not inline_send.is_plain(RFC6455WebSocket(here, {}, extensions={}))
    assert not inline_send.is_plain(object())


def test_the_private_names_that_this_leans_on_are_there() -> None:
    """When a new release moves one, this says which, before a lecture does."""
    phone = Phone()
    for holder, names in (
        (phone.socket, ("queue", "upgraded", "check_ping_timeout", "send", "_websocket_handler")),
        (phone.ws, ("_sendlock", "_pack_message", "socket", "version", "extensions")),
        (phone.ws.socket, ("fd", "sendall")),
        (phone.ws._sendlock, ("balance", "counter", "_waiters", "acquire", "release")),
        (phone.socket.queue, ("queue", "empty", "put")),
    ):
        assert [name for name in names if not hasattr(holder, name)] == []
