"""Anything outside the protocol gets one coded answer, or the end of its own connection; nobody else notices."""

import json
import secrets
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest
import socketio
import websocket

from tests.play.people import HOST_COOKIE, Device, Lecturer, Phone, new_command_id, present
from tests.play.raw_socket import RawSocket
from tests.play.server_under_test import ServerUnderTest

TOKEN = "0123456789abcdef0123456789abcdef"


def body(text: str) -> str:
    """A message's body. ID stands for a command id, NEW for a name that nobody has, LONG for 17,000 letters."""
    text = text.replace("ID", f'"command_id":"{new_command_id()}"').replace("NEW", secrets.token_hex(8))
    return text.replace("LONG", "x" * 17_000)


@pytest.fixture(scope="module")
def lecturer(server: ServerUnderTest) -> Iterator[Lecturer]:
    """One room for all of this module."""
    with ExitStack() as leaving:
        yield present(Lecturer(server), leaving)


@pytest.fixture(scope="module")
def bystander(server: ServerUnderTest, lecturer: Lecturer) -> Iterator[Phone]:
    """Somebody else in that room."""
    phone = Phone(server, lecturer.room)
    assert phone.join("Bystander")["ok"]
    yield phone
    phone.close()


@pytest.fixture
def witness(bystander: Phone) -> Iterator[Phone]:
    """The bystander, who after each test plays on as if nothing had happened."""
    bystander.frames.clear()
    yield bystander
    assert bystander.insist("join", name="Bystander")["ok"]
    assert bystander.connections == 1
    assert not any("NaN" in frame or "Infinity" in frame for _, frame in bystander.frames)


@pytest.fixture
def raw(server: ServerUnderTest, lecturer: Lecturer, leaving: ExitStack) -> RawSocket:
    """A phone that says what a test likes. Each has a seat, and so a pace, of its own."""
    socket = RawSocket(server)
    leaving.callback(socket.close)
    socket.enter("player", lecturer.room, secrets.token_hex(16))
    return socket


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('["join"]', "BAD_REQUEST"),
        ('["join",{ID,"name":"A"},2,3]', "BAD_REQUEST"),
        ('["join",[]]', "BAD_REQUEST"),
        ('["join","A"]', "BAD_REQUEST"),
        ('["join",7]', "BAD_REQUEST"),
        ('["join",null]', "BAD_REQUEST"),
        ('["dance",{ID}]', "UNKNOWN_EVENT"),
        ('["connect",{ID}]', "UNKNOWN_EVENT"),
        ('["disconnect"]', "UNKNOWN_EVENT"),
        ('["call",{}]', "UNKNOWN_EVENT"),
        ('["*",{}]', "UNKNOWN_EVENT"),
        ("{}", "BAD_REQUEST"),
        ("[]", "BAD_REQUEST"),
        ("null", "BAD_REQUEST"),
        ("[{},{}]", "BAD_REQUEST"),
        ('["join",{"na', "BAD_REQUEST"),
        ('["answer",{ID,"card":"c","picks":{},"shown_millis":NaN}]', "BAD_NUMBER"),
        ('["answer",{ID,"card":"c","picks":{},"shown_millis":1e999}]', "BAD_NUMBER"),
        ('["answer",{ID,"card":"c","picks":{},"shown_millis":-Infinity}]', "BAD_NUMBER"),
        ('["answer",{ID,"card":"c","picks":{},"shown_millis":1.5}]', "BAD_NUMBER"),
        ('["answer",{ID,"card":"c","picks":{},"shown_millis":-1}]', "BAD_NUMBER"),
        ('["answer",{ID,"card":"c","picks":{},"shown_millis":99999999999999999999999999999999}]', "BAD_NUMBER"),
        ('["answer",{ID,"card":"c","picks":{},"shown_millis":"1"}]', "BAD_REQUEST"),
        ('["answer",{ID,"card":"c","picks":{},"shown_millis":true}]', "BAD_REQUEST"),
        ('["answer",{ID,"card":"c","picks":{"stage":2},"shown_millis":1}]', "BAD_REQUEST"),
        ('["answer",{ID,"card":"c","picks":["stage"],"shown_millis":1}]', "BAD_REQUEST"),
        ('["join",{ID,"name":"A\\u0000B"}]', "BAD_TEXT"),
        ('["join",{ID,"name":"A\\ud800"}]', "BAD_TEXT"),
        ('["join",{ID,"name":"A","is_host":true}]', "BAD_REQUEST"),
        ('["join",{ID}]', "BAD_REQUEST"),
        ('["join",{"command_id":"x","name":"A"}]', "BAD_REQUEST"),
        ('["join",%s]' % ("[" * 7_000), "BAD_REQUEST"),
        ('["join",{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{}}}}}}}}}]', "BAD_REQUEST"),
        ('["join",{ID,"name":"LONG"}]', "TOO_LARGE"),
        ('["join",{ID,"name":"one-and-twenty letter"}]', "NAME_TOO_LONG"),
        ('["join",{ID,"name":" \\u200b "}]', "NAME_EMPTY"),
        ('["step",{ID,"step":"on.0.lobby.-.show_card"}]', "FORBIDDEN"),
    ],
)
def test_a_message_outside_the_protocol_gets_one_code(raw: RawSocket, witness: Phone, text: str, code: str) -> None:
    ack = raw.ask(body(text))
    assert ack == {"ok": False, "code": code, "retry": False}


def test_no_seat_is_said_as_null(server: ServerUnderTest, lecturer: Lecturer, leaving: ExitStack) -> None:
    socket = RawSocket(server)
    leaving.callback(socket.close)
    socket.enter("player", lecturer.room, TOKEN)
    assert socket.until('42["seat",') == "null]"


def test_after_a_bad_message_the_next_good_one_works(raw: RawSocket) -> None:
    assert raw.ask('["join",{"name":3}]')["code"] == "BAD_REQUEST"
    assert raw.ask(body('["join",{ID,"name":"NEW"}]'))["ok"]


@pytest.mark.parametrize("packet", ["42{}", "42[", "47", "4x", "45-", "451-[{}]", "42/other,[]"])
def test_the_third_unreadable_packet_ends_its_connection(raw: RawSocket, witness: Phone, packet: str) -> None:
    for _ in range(3):
        raw.send(packet)
    raw.until_closed()


@pytest.mark.parametrize("frame", ["", "x", "b4AAA"])
def test_what_is_no_packet_at_all_ends_its_connection(raw: RawSocket, witness: Phone, frame: str) -> None:
    for _ in range(3):
        try:
            raw.send(frame)
        except (OSError, websocket.WebSocketException):
            break
    raw.until_closed()


def test_a_binary_message_ends_its_connection(raw: RawSocket, witness: Phone) -> None:
    for _ in range(3):
        raw.send_frame(b"\x00\x01", websocket.ABNF.OPCODE_BINARY)
    raw.until_closed()


def test_a_megabyte_ends_its_connection(raw: RawSocket, witness: Phone) -> None:
    with ExitStack() as may_fail:
        may_fail.push(lambda kind, _value, _trace: kind is not None and issubclass(kind, OSError))
        raw.send("42" + "x" * 1_200_000)
    raw.until_closed()


def test_a_flood_is_told_so_and_the_others_play_on(raw: RawSocket, witness: Phone) -> None:
    codes = {raw.ask('["dance"]')["code"] for _ in range(40)}
    assert codes == {"UNKNOWN_EVENT", "TOO_FAST"}
    assert witness.insist("join", name="Bystander")["ok"]


def test_an_answer_to_nothing_is_passed_over(raw: RawSocket) -> None:
    raw.send("4399[]")
    assert raw.ask(body('["join",{ID,"name":"NEW"}]'))["ok"]


@pytest.mark.parametrize(
    ("auth", "code"),
    [
        ("", "BAD_REQUEST"),
        ("[]", "BAD_REQUEST"),
        ('{"a":NaN}', "BAD_REQUEST"),
        ('{"protocol":1,"role":"screen","room":"%s"}', "BAD_REQUEST"),
        ('{"protocol":2,"role":"admin","room":"%s"}', "BAD_REQUEST"),
        ('{"protocol":2,"role":"screen","room":"%s","extra":1}', "BAD_REQUEST"),
        ('{"protocol":2,"role":"player","room":"%s"}', "TOKEN_INVALID"),
        ('{"protocol":2,"role":"player","room":"%s","token":"short"}', "TOKEN_INVALID"),
        ('{"protocol":2,"role":"host","room":"%s"}', "FORBIDDEN"),
        ('{"protocol":2,"role":"screen","room":"0123456789abcdef0123456789abcdef"}', "ROOM_NOT_FOUND"),
        ('{"protocol":2,"role":"screen","room":"}{/.."}', "ROOM_NOT_FOUND"),
    ],
)
def test_a_connection_is_refused_with_a_code(
    server: ServerUnderTest, lecturer: Lecturer, leaving: ExitStack, auth: str, code: str
) -> None:
    socket = RawSocket(server)
    leaving.callback(socket.close)
    socket.send("40" + auth.replace("%s", lecturer.room))
    assert json.loads(socket.until("44")) == {"message": code}


@pytest.mark.parametrize("cookie", ["trede_host=wrong", "trede_host=", "other=1", "trede_host=ü"])
def test_a_forged_cookie_is_no_host(
    server: ServerUnderTest, lecturer: Lecturer, leaving: ExitStack, cookie: str
) -> None:
    socket = RawSocket(server, cookie=cookie)
    leaving.callback(socket.close)
    socket.send(json.dumps({"protocol": 2, "role": "host", "room": lecturer.room}).join(["40", ""]))
    assert json.loads(socket.until("44")) == {"message": "FORBIDDEN"}


@pytest.mark.parametrize(
    ("origin", "is_ours"),
    [
        ("http://127.0.0.1:{port}", True),
        ("https://127.0.0.1:{port}", True),  # a proxy may speak https outside and http inside
        ("http://evil.example", False),
        ("http://127.0.0.1", False),
        ("http://sub.127.0.0.1:{port}", False),
        ("null", False),
    ],
)
def test_only_our_own_pages_may_open_a_socket(server: ServerUnderTest, origin: str, is_ours: bool) -> None:
    given = origin.format(port=server.port)
    reply = server.get("/socket.io/?EIO=4&transport=polling", Origin=given)
    assert reply.status == (200 if is_ours else 400)
    assert server.post("/api/host", {"token": "a-wrong-guess"}, Origin=given).json["code"] == "FORBIDDEN"
    cookie = {"Cookie": HOST_COOKIE}
    opened = server.post(
        "/api/rooms", {"command_id": new_command_id(), "deck": "village-square"}, Origin=given, **cookie
    )
    assert opened.status == (201 if is_ours else 403)


@pytest.mark.parametrize(
    ("event", "message"),
    [
        ("step", {"step": "on.0.lobby.-.show_card"}),
        ("back", {"step": "back"}),
        ("extend", {"card": "village-baker", "seconds": 15}),
        ("choose_axes", {"axes": ["stage"]}),
        ("lock", {"locked": True}),
        ("remove", {"player": "somebody"}),
        ("let_back", {"player": "somebody"}),
        ("let_in_until", {"until": 2**52}),
        ("end", {}),
    ],
)
def test_nobody_but_the_host_leads(
    server: ServerUnderTest,
    lecturer: Lecturer,
    witness: Phone,
    leaving: ExitStack,
    event: str,
    message: dict[str, Any],
) -> None:
    screen = Device(server, "screen", lecturer.room)
    leaving.callback(screen.close)
    screen.connect()
    assert witness.insist(event, **message)["code"] == "FORBIDDEN"
    assert screen.ask(event, **message)["code"] == "FORBIDDEN"


def test_a_second_introduction_on_one_connection_is_refused(raw: RawSocket, lecturer: Lecturer) -> None:
    raw.send("40" + json.dumps({"protocol": 2, "role": "screen", "room": lecturer.room}))
    raw.until("44")
    assert raw.ask(body('["join",{ID,"name":"NEW"}]'))["ok"]


def test_a_client_library_says_why_it_was_refused(server: ServerUnderTest) -> None:
    phone = Phone(server, "0123456789abcdef0123456789abcdef")
    with pytest.raises(socketio.exceptions.ConnectionError):
        phone.connect()
    assert phone.refused == {"message": "ROOM_NOT_FOUND"}
