"""HTTP as pages, phones, hosts and strangers meet it."""

import json
import socket
from collections.abc import Callable

import pytest

from tests.play.people import HOST_COOKIE, Lecturer, Phone, new_command_id
from tests.play.server_under_test import TOKEN, ServerUnderTest

JSON = {"Content_Type": "application/json"}


def test_the_host_link_leaves_a_cookie_and_no_token_in_the_address(server: ServerUnderTest) -> None:
    reply = server.get(f"/host?token={TOKEN}")
    assert (reply.status, reply.headers["location"]) == (303, "/host")
    cookie = reply.headers["set-cookie"]
    assert cookie.startswith(f"trede_host={TOKEN};")
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert server.get("/api/host", Cookie=HOST_COOKIE).json["is_host"] is True
    assert server.get("/api/host", Cookie="trede_host=wrong").json["is_host"] is False


def test_a_wrong_host_link_leaves_nothing(server: ServerUnderTest) -> None:
    reply = server.get("/host?token=not-the-token")
    assert (reply.status, reply.headers["location"]) == (303, "/host")
    assert reply.headers["set-cookie"].startswith("trede_host=;")


def test_the_host_may_sign_in_by_hand(server: ServerUnderTest) -> None:
    assert server.post("/api/host", {"token": TOKEN}).status == 204
    assert server.post("/api/host", {"token": "wrong"}).json == {"code": "FORBIDDEN", "retry": False}


@pytest.mark.parametrize("path", ["/api/decks", "/api/rooms", "/api/rooms/0123456789abcdef/leaderboard"])
@pytest.mark.parametrize("cookie", ["", "trede_host=wrong", "trede_host="])
def test_the_hosts_addresses_are_closed_to_everybody_else(server: ServerUnderTest, path: str, cookie: str) -> None:
    reply = server.get(path, Cookie=cookie)
    assert (reply.status, reply.json["code"]) == (403, "FORBIDDEN")


def test_a_pin_leads_to_a_room_and_offers_names_that_are_free(server: ServerUnderTest, lecturer: Lecturer) -> None:
    view = server.get(f"/api/pins/{lecturer.pin}").json
    assert view["room"] == lecturer.room
    assert view["deck_title"] == {"nl": "Het dorpsplein", "en": "The village square"}
    assert not view["is_locked"]
    assert not view["names_off"]
    assert [len(set(view["offered_names"][language])) for language in ("nl", "en")] == [3, 3]


def test_a_pin_says_where_only_a_name_on_offer_can_be_taken(server: ServerUnderTest) -> None:
    wanted = {"command_id": new_command_id(), "deck": "village-square", "names_off": True}
    opened = server.post("/api/rooms", wanted, Cookie=HOST_COOKIE).json
    view = server.get(f"/api/pins/{opened['pin']}").json
    assert view["names_off"]
    assert [len(set(view["offered_names"][language])) for language in ("nl", "en")] == [3, 3]


def test_a_pin_may_be_typed_with_spaces_and_in_full_width_digits(server: ServerUnderTest, lecturer: Lecturer) -> None:
    spaced = f"%20{lecturer.pin[:3]}%20{lecturer.pin[3:]}%20"
    full_width = "".join(f"%EF%BC%{0x90 + int(digit):X}" for digit in lecturer.pin)
    for typed in (spaced, full_width):
        assert server.get(f"/api/pins/{typed}").json["room"] == lecturer.room


@pytest.mark.parametrize("pin", ["000000", "12345", "1234567", "abc", "%00", "%F0%9F%8D%8B", "1" * 200])
def test_a_pin_that_leads_nowhere_says_so(server: ServerUnderTest, pin: str) -> None:
    reply = server.get(f"/api/pins/{pin}")
    assert (reply.status, reply.json["code"]) == (404, "ROOM_NOT_FOUND")


def test_a_room_is_opened_once_however_often_it_is_asked(server: ServerUnderTest) -> None:
    wanted = {"command_id": new_command_id(), "deck": "village-square", "axes": ["trust-level", "stage"]}
    first, again = (server.post("/api/rooms", wanted, Cookie=HOST_COOKIE) for _ in range(2))
    assert first.status == 201
    assert again.json == first.json
    newest = server.get("/api/rooms", Cookie=HOST_COOKIE).json[0]
    assert {name: newest[name] for name in ("room", "pin")} == first.json
    assert newest["ended_at"] is None


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"deck": "no-such-deck"}, 404, "DECK_NOT_FOUND"),
        ({"axes": []}, 400, "BAD_PICK"),
        ({"axes": ["stage", "no-such-axis"]}, 400, "BAD_PICK"),
        ({"reading_seconds": 121}, 400, "BAD_NUMBER"),
        ({"reading_seconds": 1.5}, 400, "BAD_NUMBER"),
        ({"answer_seconds": 4}, 400, "BAD_NUMBER"),
        ({"answer_seconds": "20"}, 400, "BAD_REQUEST"),
        ({"speed_bonus": 1}, 400, "BAD_REQUEST"),
        ({"deck": "a\x00b"}, 400, "BAD_TEXT"),
        ({"points": 3}, 400, "BAD_REQUEST"),
        ({"command_id": "1"}, 400, "BAD_REQUEST"),
    ],
)
def test_a_room_with_impossible_choices_is_refused(
    server: ServerUnderTest, change: dict[str, object], status: int, code: str
) -> None:
    wanted = {"command_id": new_command_id(), "deck": "village-square", **change}
    reply = server.post("/api/rooms", wanted, Cookie=HOST_COOKIE)
    assert (reply.status, reply.json["code"]) == (status, code)


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (b"{", JSON, 400),
        (b"\xff\xfe", JSON, 400),
        (b'{"token":NaN}', JSON, 400),
        (b"[]", JSON, 400),
        (b"", JSON, 400),
        (json.dumps({"token": TOKEN}).encode(), {"Content_Type": "text/plain"}, 400),
        (b"token=" + TOKEN.encode(), {"Content_Type": "application/x-www-form-urlencoded"}, 400),
        (b'{"token":"' + b"x" * 20_000 + b'"}', JSON, 413),
    ],
)
def test_a_body_that_is_no_message_is_refused(
    server: ServerUnderTest, body: bytes, headers: dict[str, str], status: int
) -> None:
    assert server.request("POST", "/api/host", body, headers).status == status


def test_where_to_join_is_told_and_drawn(server: ServerUnderTest, lecturer: Lecturer) -> None:
    address = server.get(f"/api/rooms/{lecturer.room}/address").json
    host = f"127.0.0.1:{server.port}"
    assert address == {"join_url": f"http://{host}/join/{lecturer.pin}", "join_host": host, "pin": lecturer.pin}
    code = server.get(f"/api/rooms/{lecturer.room}/qr.svg")
    assert code.headers["content-type"].startswith("image/svg+xml")
    assert code.body.startswith(b"<svg")


@pytest.mark.parametrize("room", ["0123456789abcdef0123456789abcdef", "%7D%7B", "a" * 65, "%00"])
@pytest.mark.parametrize("what", ["address", "qr.svg", "replay"])
def test_an_unknown_room_is_not_found(server: ServerUnderTest, room: str, what: str) -> None:
    reply = server.get(f"/api/rooms/{room}/{what}")
    assert (reply.status, reply.json["code"]) == (404, "ROOM_NOT_FOUND")


def test_the_stored_standings_share_ranks(lecturer: Lecturer, phone: Callable[[str], Phone]) -> None:
    for name in ("Noor", "Sem"):
        phone(name)
    lecturer.step_to("reveal")
    rows = lecturer.get(f"/api/rooms/{lecturer.room}/leaderboard").json["rows"]
    assert sorted((row["name"], row["rank"], row["points"]) for row in rows) == [("Noor", 1, 0), ("Sem", 1, 0)]


def test_an_open_round_changes_nothing_that_is_public(lecturer: Lecturer, phone: Callable[[str], Phone]) -> None:
    noor = phone("Noor")
    lecturer.step_to("answering")
    before = lecturer.get(f"/api/rooms/{lecturer.room}/leaderboard").json
    assert noor.answer(noor.see_open_round()["card"], stage="client")["ok"]
    assert lecturer.get(f"/api/rooms/{lecturer.room}/leaderboard").json == before == {"rows": []}
    replay = lecturer.get(f"/api/rooms/{lecturer.room}/replay")
    part = lecturer.get(f"/api/rooms/{lecturer.room}/replay/{replay.json['version']}/0").body
    assert b'"answered":1' in part
    assert b'"picks"' not in replay.body + part


@pytest.mark.parametrize(
    "path",
    ["/", "/join/123456", "/host", "/host/abc", "/screen/abc", "/replay/abc", "/mine/abc", "/ghost/abc", "/api/host"],
)
def test_every_answer_carries_the_headers_that_keep_others_out(server: ServerUnderTest, path: str) -> None:
    headers = server.get(path).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'self';")
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "path",
    ["/nothing", "/join/%00/..", "/assets/nothing.js", "/assets/../play.html", "/assets/%2e%2e/%2e%2e/pyproject.toml",
     "/play.html", "/..%2f..%2fpyproject.toml", "/api/nothing"],
)  # fmt: skip
def test_what_is_not_there_is_not_found(server: ServerUnderTest, path: str) -> None:
    assert server.get(path).status == 404


@pytest.mark.parametrize("pin", ["%00", "abc", "123"])
def test_a_join_link_that_is_broken_still_shows_the_page(server: ServerUnderTest, pin: str) -> None:
    reply = server.get(f"/join/{pin}")
    assert reply.status in {404, 503}  # 503: the pages have not been built here
    assert not reply.body.startswith(b"{")


def test_a_wrong_method_is_told_the_right_ones(server: ServerUnderTest) -> None:
    reply = server.request("DELETE", "/api/rooms", None, {})
    assert reply.status == 405
    assert {"GET", "POST"} <= set(reply.headers["allow"].replace(" ", "").split(","))


def test_an_endless_address_is_refused(server: ServerUnderTest) -> None:
    assert server.get("/" + "x" * 9_000).status == 414


def test_the_server_says_that_it_is_well(server: ServerUnderTest) -> None:
    assert server.get("/healthz").status == 200
    assert server.get("/readyz").status == 200


@pytest.mark.parametrize(
    "query",
    ["EIO=3&transport=polling", "transport=polling", "EIO=4&transport=foo", "EIO=4&transport=polling&sid=unknown"],
)
def test_another_socket_protocol_is_refused(server: ServerUnderTest, query: str) -> None:
    assert server.get(f"/socket.io/?{query}").status == 400


def test_two_lengths_for_one_body_are_refused(server: ServerUnderTest) -> None:
    request = (
        f"POST /api/host HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nContent-Type: application/json\r\n"
        "Content-Length: 5\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", server.port), timeout=5) as connection:
        connection.sendall(request.encode())
        assert connection.recv(100).split(b" ", 2)[1] == b"400"


def test_compressed_sockets_are_not_offered(server: ServerUnderTest) -> None:
    request = (
        f"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
        "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", server.port), timeout=5) as connection:
        connection.sendall(request.encode())
        answer = connection.recv(2_000).lower()
    assert answer.startswith(b"http/1.1 101")
    assert b"deflate" not in answer


def test_a_class_may_play_over_long_polling(server: ServerUnderTest, lecturer: Lecturer) -> None:
    opened = server.get("/socket.io/?EIO=4&transport=polling").body.decode()
    path = f"/socket.io/?EIO=4&transport=polling&sid={json.loads(opened[1:])['sid']}"
    auth = {"protocol": 2, "role": "player", "room": lecturer.room, "token": "f" * 32}
    assert server.request("POST", path, b"40" + json.dumps(auth).encode(), {}).status == 200
    heard = ""
    while '42["seat",null]' not in heard:
        heard += server.get(path).body.decode()
    join = json.dumps(["join", {"command_id": new_command_id(), "name": "Noor"}])
    assert server.request("POST", path, f"421{join}".encode(), {}).status == 200
    while '431[{"ok":true' not in heard:
        heard += server.get(path).body.decode()
    assert heard.index("40{") < heard.index('42["room"')


@pytest.mark.parametrize(
    "upgrade",
    [
        {},
        {"Upgrade": "websocket"},
        {"Connection": "Upgrade"},
        {"Upgrade": "websocket", "Connection": "Upgrade"},
        {
            "Upgrade": "websocket",
            "Connection": "Upgrade",
            "Sec_WebSocket_Version": "-1",
            "Sec_WebSocket_Key": "dGhlIHNhbXBsZSBub25jZQ==",
        },
    ],
)
def test_a_websocket_that_is_named_and_not_asked_for_is_refused(
    server: ServerUnderTest, upgrade: dict[str, str]
) -> None:
    assert server.get("/socket.io/?EIO=4&transport=websocket", **upgrade).status == 400


def test_what_is_no_request_never_reaches_the_log(server: ServerUnderTest) -> None:
    for line in (
        f"GET /host?token={TOKEN} NO/SUCH",
        f"\x1b[2J {TOKEN}",
        f"GET /\x00{TOKEN} HTTP/1.1",
        f"X {TOKEN} HTTP/9",
    ):
        with socket.create_connection(("127.0.0.1", server.port), timeout=5) as connection:
            connection.sendall(f"{line}\r\n\r\n".encode())
            connection.recv(1_000)
    assert TOKEN not in server.complained


def test_an_address_that_is_no_utf_8_is_no_mistake_of_ours(server: ServerUnderTest) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=5) as connection:
        connection.sendall(b"GET /so\xd5ket?EIO\xf24 HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n")
        assert connection.recv(100).split(b" ", 2)[1] == b"404"
