"""Every address of the server, for everybody: who is let in, and what each answer carries to keep others out.

The list of addresses is the app's own: a new one fails here until somebody has decided whom it is for.
"""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import MagicMock

import pytest
from flask import Flask

from server.after_class import attach_after_class
from server.wire.http import attach_http
from server.wire.http_log import LogRoute
from server.wire.pages import Pages
from tests.play.people import HOST_COOKIE, Lecturer, Phone, present
from tests.play.server_under_test import TOKEN, Reply, ServerUnderTest
from tests.play.staff import Account, accept, invite, make_account, sign_in

UNKNOWN = "f" * 32
ROOM = "/api/rooms/<room_id>"

ANYBODY = "nobody seat remote colleague stranger lecturer owner"
LEADERS = "remote colleague lecturer owner"
HOUSE = "stranger lecturer owner"
OWN = "lecturer owner"
ACCOUNTS = "stranger lecturer"
SEAT = "seat"
# lecturer: whose room, course, homework and invitation it is. stranger: another lecturer of the house. owner: who holds
# the host token of the machine.
# "METHOD address": who is let in. Everybody else is told FORBIDDEN, and at a seat's address TOKEN_INVALID.
DOORS = {
    "GET /": ANYBODY,
    "GET /<name>": ANYBODY,
    "GET /assets/<path:name>": ANYBODY,
    "GET /course/<course>": ANYBODY,
    "GET /exam/<exam>": ANYBODY,
    "GET /ghost/<room>": ANYBODY,
    "GET /homework": ANYBODY,
    "GET /homework/<homework>": ANYBODY,
    "GET /account": ANYBODY,
    "GET /invite": ANYBODY,
    "GET /host": ANYBODY,
    "GET /host/<room>": ANYBODY,
    "GET /join/<pin>": ANYBODY,
    "GET /mine/<room>": ANYBODY,
    "GET /practice": ANYBODY,
    "GET /remote/<room>": ANYBODY,
    "GET /replay/<room>": ANYBODY,
    "GET /report/<room>": ANYBODY,
    "GET /screen/<room>": ANYBODY,
    "GET /healthz": ANYBODY,
    "GET /readyz": ANYBODY,
    "GET /api/host": ANYBODY,
    "POST /api/host": ANYBODY,
    "GET /api/lecturers": HOUSE,
    "POST /api/lecturers/sign-in": ANYBODY,
    "POST /api/lecturers/sign-out": ANYBODY,
    "POST /api/lecturers/passphrase": ACCOUNTS,
    "GET /api/invitations": HOUSE,
    "POST /api/invitations": HOUSE,
    "DELETE /api/invitations/<invitation_id>": OWN,
    "POST /api/invitations/look": ANYBODY,
    "POST /api/invitations/accept": ANYBODY,
    "GET /api/decks": HOUSE,
    "GET /api/store": HOUSE,
    "GET /api/rooms": HOUSE,
    "POST /api/rooms": HOUSE,
    "GET /api/courses": HOUSE,
    "POST /api/courses": HOUSE,
    "GET /api/courses/<course_id>": OWN,
    "GET /api/pins/<pin>": ANYBODY,
    "GET /api/practice": ANYBODY,
    "GET /api/practice/<deck_id>/<card_id>": ANYBODY,
    "POST /api/practice/<deck_id>/<card_id>": ANYBODY,
    "GET /api/exams/<exam_id>": ANYBODY,
    "POST /api/exams/<exam_id>": ANYBODY,
    "GET /api/homework": HOUSE,
    "POST /api/homework": HOUSE,
    "DELETE /api/homework/<homework_id>": OWN,
    "POST /api/homework/<homework_id>/close": OWN,
    "GET /api/homework/<homework_id>/results": OWN,
    "GET /api/homework/<homework_id>": ANYBODY,
    "POST /api/homework/<homework_id>/answers": ANYBODY,
    f"DELETE {ROOM}": OWN,
    f"GET {ROOM}/address": ANYBODY,
    f"GET {ROOM}/qr.svg": ANYBODY,
    f"GET {ROOM}/cards": ANYBODY,
    f"GET {ROOM}/ghosts": ANYBODY,
    f"POST {ROOM}/ghosts/<int:number>": ANYBODY,
    f"GET {ROOM}/mine": SEAT,
    f"GET {ROOM}/mine-qr.svg": ANYBODY,
    f"POST {ROOM}/forget-me": SEAT,
    f"POST {ROOM}/forget-names": OWN,
    f"GET {ROOM}/replay": ANYBODY,
    f"GET {ROOM}/replay/<version>/<part>": ANYBODY,
    f"GET {ROOM}/export/<format_id>": OWN,
    f"GET {ROOM}/leaderboard": OWN,
    f"GET {ROOM}/log": OWN,
    f"GET {ROOM}/report": OWN,
    f"GET {ROOM}/warm-up": OWN,
    f"POST {ROOM}/warm-up": OWN,
    f"GET {ROOM}/worst": OWN,
    f"GET {ROOM}/keys": OWN,
    f"POST {ROOM}/keys": LEADERS,
    f"DELETE {ROOM}/keys/<key_id>": OWN,
    f"GET {ROOM}/lead": LEADERS,
    f"POST {ROOM}/lead": ANYBODY,
}
FILLED = {
    "<name>": "robots.txt", "<path:name>": "nothing.js", "<pin>": "000000", "<int:number>": "1", "<version>": "1",
    "<part>": "0", "<format_id>": "csv", "<deck_id>": "village-square", "<card_id>": "nothing", "<exam_id>": "nothing",
    "<key_id>": "0" * 16,
}  # fmt: skip
NOTHING = {"<room_id>": UNKNOWN, "<homework_id>": "0" * 24, "<invitation_id>": "0" * 16}
"""What whoever may end something ends here: it is not there."""
ENDING = {
    f"DELETE {ROOM}",
    f"POST {ROOM}/forget-me",
    "DELETE /api/homework/<homework_id>",
    "DELETE /api/invitations/<invitation_id>",
}


@dataclass(frozen=True)
class House:
    """A lecturer's room and other things, and what each who knocks at their doors carries. `sessions` are secrets too:

    those that a cookie may hold.
    """

    server: ServerUnderTest
    room: str
    things: dict[str, str]
    carried: dict[str, dict[str, str]]
    secrets: tuple[str, ...]
    sessions: tuple[str, ...]


@pytest.fixture(scope="module")
def house(server: ServerUnderTest) -> Iterator[House]:
    """A lecturer with an account, another one, a student, and two devices that hold a key."""
    with ExitStack() as leaving:
        own, stranger = make_account(server, "Own"), make_account(server, "Stranger")
        lecturer = present(Lecturer(server, cookie=own.cookie), leaving)
        phone = Phone(server, lecturer.room)
        leaving.callback(phone.close)
        assert phone.join("Noor")["ok"]
        lecturer.step_to("reveal")
        carried = {
            "nobody": {},
            "seat": {"Authorization": f"Seat {phone.token}"},
            "owner": {"Cookie": HOST_COOKIE},
            "lecturer": {"Cookie": own.cookie},
            "stranger": {"Cookie": stranger.cookie},
        }
        secrets = [TOKEN, phone.token]
        for role in ("remote", "colleague"):
            made = server.post(f"/api/rooms/{lecturer.room}/keys", {"role": role}, Cookie=own.cookie)
            secrets.append(made.json["link"].split("#")[1])
            carried[role] = {"Cookie": f"trede_key_{lecturer.room}={secrets[-1]}"}
        sessions = (own.secret, stranger.secret)
        yield House(server, lecturer.room, things_of(server, own), carried, tuple(secrets), sessions)


def things_of(server: ServerUnderTest, own: Account) -> dict[str, str]:
    """What else a lecturer has."""
    course = server.post("/api/courses", {"command_id": "c" * 24, "title": "2B"}, Cookie=own.cookie)
    decks = server.get("/api/decks", Cookie=own.cookie).json
    deck = next(deck for deck in decks if deck["id"] == "village-square")
    task: dict[str, object] = {"deck": deck["id"], "cards": [deck["shelf_cards"][0]["id"]]}
    task |= {"command_id": "d" * 24, "title": "", "until": None, "room": None}
    homework = server.post("/api/homework", task, Cookie=own.cookie)
    invitation = server.post("/api/invitations", {}, Cookie=own.cookie)
    made = {"<course_id>": course, "<homework_id>": homework, "<invitation_id>": invitation}
    assert all(reply.status == 201 for reply in made.values()), made
    return {place: reply.json["id"] for place, reply in made.items()}


def knock(house: House, door: str, who: str, **more: str) -> Reply:
    """A request to an address of this room; whoever may end something ends what is not there."""
    method, address = door.split(" ")
    places = {**FILLED, **house.things, "<room_id>": house.room, "<room>": house.room}
    if door in ENDING and who in DOORS[door].split():
        places |= NOTHING
    for place, filling in places.items():
        address = address.replace(place, filling)
    headers = {**house.carried[who], **more}
    if method == "POST":
        body = {"everywhere": None} if door.endswith("sign-out") else {}  # not understood, so that all stay signed in
        return house.server.post(address, body, **headers)
    return house.server.request(method, address, None, headers)


def code_of(reply: Reply) -> str | None:
    """With which code something was refused; None for what was not, or is no JSON."""
    said = json.loads(reply.body) if reply.body.startswith(b"{") else {}
    return said.get("code") if reply.status >= 400 else None


def test_every_address_of_the_app_has_its_line() -> None:
    app = Flask("doors", static_folder=None)
    attach_http(app, MagicMock(), Pages(Path()), MagicMock())
    LogRoute(MagicMock(), MagicMock()).attach(app)
    attach_after_class(app, MagicMock(), MagicMock(), MagicMock())
    doors = {
        f"{method} {rule.rule}" for rule in app.url_map.iter_rules() for method in rule.methods or () if method
        not in {"HEAD", "OPTIONS"}
    }  # fmt: skip
    assert doors == set(DOORS)


@pytest.mark.parametrize("door", DOORS)
def test_who_is_let_in(house: House, door: str) -> None:
    refused = "TOKEN_INVALID" if DOORS[door] == SEAT else "FORBIDDEN"
    for who in house.carried:
        reply = knock(house, door, who)
        assert reply.status < 500 or reply.status == 503, (who, reply)
        is_let_in = code_of(reply) not in {"FORBIDDEN", "TOKEN_INVALID"}
        assert is_let_in is (who in DOORS[door].split()), (who, reply)
        if not is_let_in:
            assert code_of(reply) == refused


@pytest.mark.parametrize("door", [door for door in DOORS if not door.startswith("GET")])
def test_nothing_is_changed_from_another_site_s_page_whatever_cookie_goes_with_it(house: House, door: str) -> None:
    for origin in ("http://evil.example", "null", "http://[", f"http://127.0.0.1:{house.server.port}.evil.example"):
        assert code_of(knock(house, door, "owner", Origin=origin)) == "FORBIDDEN"


@pytest.mark.parametrize("door", [*DOORS, "GET /socket.io/?EIO=4&transport=polling", "GET /socket.io/?EIO=3"])
def test_what_every_answer_carries(house: House, door: str) -> None:
    for who in house.carried:
        reply = knock(house, door, who)
        policy = reply.headers["content-security-policy"]
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert "*" not in policy
        assert reply.headers["x-content-type-options"] == "nosniff"
        assert reply.headers["referrer-policy"] == "no-referrer"
        assert reply.headers["x-frame-options"] == "DENY"
        assert "access-control-allow-origin" not in reply.headers
        assert "traceback" not in reply.body.decode("utf-8", "replace").lower()
        said = reply.body.decode("utf-8", "replace") + str(reply.pairs)
        assert not any(secret in said for secret in house.secrets)
        assert not any(secret.encode() in reply.body for secret in house.sessions)


@pytest.mark.parametrize("sent", [{}, {"X_Forwarded_Proto": "https"}])
def test_a_cookie_is_no_script_s_to_read_and_goes_with_no_other_site_s_request(
    house: House, sent: dict[str, str]
) -> None:
    server = house.server
    replies = [
        server.get(f"/host?token={TOKEN}", **sent),
        server.post("/api/host", {"token": TOKEN}, **sent),
        server.post(f"/api/rooms/{house.room}/lead", {"secret": house.secrets[2]}, **sent),
        sign_in(server, "Own", **sent),
        server.get("/api/host", **house.carried["lecturer"], **sent),
        server.post("/api/host", {"token": TOKEN}, **house.carried["lecturer"], **sent),
        accept(server, invite(server), f"Cookie {len(sent)}", **sent),
    ]
    for reply in replies:
        cookies = [value for name, value in reply.pairs if name == "set-cookie"]
        assert cookies
        for cookie in cookies:
            flags = {flag.strip() for flag in cookie.split(";")[1:]}
            assert {"HttpOnly", "SameSite=Strict"} <= flags
            assert ("Secure" in flags) is bool(sent)
    assert all(secret not in reply.headers.get("location", "") for reply in replies for secret in house.secrets)
