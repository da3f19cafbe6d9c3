"""Who is asking: from the token or the cookie, and from nothing else."""

from hashlib import sha256
from typing import Any

import pytest

from server.rules.ids import RoomId
from server.rules.refusals import Refusal, RefusalCode
from server.wire.sessions import HostAsking, PlayerAsking, ScreenAsking, Session, Sessions, identify
from tests.support.house import accounts_in_memory, staff_of
from tests.support.plain_threads import PlainThreads
from tests.support.rooms_bench import HandClock, NextInLine

HOUSE = staff_of("the-token-of-the-host", accounts_in_memory(HandClock(), NextInLine()))
ROOM = RoomId("room-1")
TOKEN = "0123456789abcdef0123456789abcdef"
COOKIE = {"HTTP_COOKIE": "other=1; trede_host=the-token-of-the-host"}


def no_key(_room: RoomId, _secret: str) -> None:
    """A room without keys."""


def handshake(role: str, **more: Any) -> dict[str, Any]:
    """What a client says."""
    return {"protocol": 2, "role": role, "room": ROOM, **more}


def refusal_of(auth: Any, environ: dict[str, str]) -> RefusalCode:
    """The code with which a connection is refused."""
    with pytest.raises(Refusal) as refused:
        identify(auth, environ, HOUSE, no_key)
    return refused.value.code


def test_a_player_is_known_by_a_piece_of_the_hash_of_the_token() -> None:
    player = sha256(TOKEN.encode()).hexdigest()[:24]
    assert identify(handshake("player", token=TOKEN), {}, HOUSE, no_key) == PlayerAsking(ROOM, player)  # type: ignore[arg-type]


def test_a_projector_needs_the_room_alone() -> None:
    assert identify(handshake("screen"), {}, HOUSE, no_key) == ScreenAsking(ROOM)


def test_the_host_is_known_by_the_cookie() -> None:
    assert identify(handshake("host"), COOKIE, HOUSE, no_key) == HostAsking(ROOM)


@pytest.mark.parametrize(
    "cookie", ["", "trede_host=", "trede_host=the-token", "trede_host=the-token-of-the-host2", "x"]
)
def test_without_the_cookie_nobody_is_the_host(cookie: str) -> None:
    assert refusal_of(handshake("host"), {"HTTP_COOKIE": cookie}) is RefusalCode.FORBIDDEN
    assert refusal_of(handshake("host", token="the-token-of-the-host"), {}) is RefusalCode.FORBIDDEN


@pytest.mark.parametrize("token", [None, "", TOKEN[:-1], TOKEN.upper(), TOKEN + "0", TOKEN + "\n"])
def test_a_token_that_no_client_makes_is_invalid(token: str | None) -> None:
    assert refusal_of(handshake("player", token=token), {}) is RefusalCode.TOKEN_INVALID


@pytest.mark.parametrize("room", ["", "}", "a b", "../x", "x" * 65, "room\n"])
def test_a_room_that_can_not_be_is_not_found(room: str) -> None:
    assert refusal_of({**handshake("screen"), "room": room}, {}) is RefusalCode.ROOM_NOT_FOUND


@pytest.mark.parametrize("auth", [None, [], {}, "x", handshake("admin"), {**handshake("screen"), "protocol": 1}])
def test_an_introduction_of_another_shape_is_a_bad_request(auth: Any) -> None:
    assert refusal_of(auth, COOKIE) is RefusalCode.BAD_REQUEST


def test_sessions_are_found_by_connection_and_by_room() -> None:
    sessions = Sessions(PlainThreads())
    noor = Session("s1", "e1", PlayerAsking(ROOM, "noor"))  # type: ignore[arg-type]
    screen = Session("s2", "e2", ScreenAsking(ROOM))
    for session in (noor, screen):
        sessions.add(session)
    assert sessions.get("s1") is noor
    assert sessions.in_room(ROOM) == [noor, screen]
    assert sessions.remove("s1") is noor
    assert sessions.remove("s1") is None
    assert sessions.in_room(ROOM) == [screen]
    sessions.remove("s2")
    assert sessions.in_room(ROOM) == []


def test_two_devices_of_a_player_share_a_pace_and_two_projectors_do_not() -> None:
    asker = PlayerAsking(ROOM, "noor")  # type: ignore[arg-type]
    assert Session("s1", "e1", asker).pace_key == Session("s2", "e2", asker).pace_key
    assert Session("s1", "e1", ScreenAsking(ROOM)).pace_key != Session("s2", "e2", ScreenAsking(ROOM)).pace_key
