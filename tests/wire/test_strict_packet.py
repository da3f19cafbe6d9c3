"""Packets from the network: every event is one call, whatever it is named; trouble is a problem, never an exception."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from socketio import packet

from server.rules.refusals import RefusalCode
from server.rules.settings import SEATS_MOST
from server.wire.sessions import PLAYER_ID_LENGTH
from server.wire.strict_json import StrictJson
from server.wire.strict_packet import (
    CALL,
    LONGEST_FRAME,
    LONGEST_MESSAGE,
    IncomingCall,
    StrictPacket,
    encoded_ack,
)


def call_in(text: object) -> IncomingCall:
    """The call that a packet from the network becomes."""
    read = StrictPacket(encoded_packet=text)
    assert read.packet_type == packet.EVENT
    name, call = read.data
    assert name == CALL
    assert read.id is None  # the library must not answer it
    assert isinstance(call, IncomingCall)
    return call


def test_an_event_becomes_a_call_with_its_name_as_data() -> None:
    assert call_in('217["join",{"name":"Noor"}]') == IncomingCall("join", ({"name": "Noor"},), 17)


@pytest.mark.parametrize("name", ["connect", "disconnect", "call", "*", "__proto__"])
def test_a_name_from_the_network_never_picks_a_handler(name: str) -> None:
    assert call_in(f'21["{name}"]') == IncomingCall(name, (), 1)


def test_an_event_without_an_id_wants_no_answer() -> None:
    assert call_in('2["join"]').ack_id is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("21{}", RefusalCode.BAD_REQUEST),
        ("21[]", RefusalCode.BAD_REQUEST),
        ("21[{}]", RefusalCode.BAD_REQUEST),
        ("21[", RefusalCode.BAD_REQUEST),
        ("21", RefusalCode.BAD_REQUEST),
        ('2/other,1["join"]', RefusalCode.BAD_REQUEST),
        ('21["a",NaN]', RefusalCode.BAD_NUMBER),
        ('21["' + "x" * LONGEST_MESSAGE, RefusalCode.TOO_LARGE),
    ],
)
def test_an_event_that_cannot_be_read_keeps_its_id(text: str, problem: RefusalCode) -> None:
    assert call_in(text) == IncomingCall("", (), 1, problem)


def test_a_grouping_may_name_everybody_of_the_largest_room() -> None:
    players = [f"{number:0{PLAYER_ID_LENGTH}x}" for number in range(SEATS_MOST)]
    group = {"title": "t" * 90, "players": players, "quotes": ["q" * 90] * 2, "share": None}
    text = "21" + StrictJson.dumps(["group", {"command_id": "c" * 24, "card": "a", "axis": "b", "groups": [group]}])
    assert LONGEST_MESSAGE < len(text) < LONGEST_FRAME
    read = call_in(text)
    assert (read.event, read.problem) == ("group", None)


@pytest.mark.parametrize("event", ["grouping", "join", " group"])
def test_no_other_event_may_be_so_long(event: str) -> None:
    assert call_in(f'21["{event}","{"x" * LONGEST_MESSAGE}"]').problem is RefusalCode.TOO_LARGE


@pytest.mark.parametrize("text", ["9", "x", "4", "3", '51-["a",{"_placeholder":true,"num":0}]', "61-1[]", b"\x00"])
def test_what_no_client_sends_is_a_call_with_a_problem(text: object) -> None:
    assert call_in(text).problem is RefusalCode.BAD_REQUEST


def test_an_introduction_that_cannot_be_read_is_one_that_says_nothing() -> None:
    read = StrictPacket(encoded_packet='0{"room":')
    assert read.packet_type == packet.CONNECT
    assert not isinstance(read.data, dict)


@given(st.text(max_size=60) | st.binary(max_size=60))
def test_nothing_from_the_network_raises(noise: str | bytes) -> None:
    if noise:  # engineio refuses an empty packet itself
        StrictPacket(encoded_packet=noise)


def test_an_ack_is_one_packet() -> None:
    assert encoded_ack(17, {"ok": True, "version": 4}) == '317[{"ok":true,"version":4}]'
