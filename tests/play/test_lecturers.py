"""Lecturers with accounts on a real server: what each sees, who leads, and what a sign-out ends."""

import json
import re
from io import StringIO

import pytest
from socketio.exceptions import ConnectionError as Refused

from server.lecturer_command import main as lecturer_command
from tests.play.people import HOST_COOKIE, Lecturer, new_command_id
from tests.play.server_under_test import ServerUnderTest
from tests.play.staff import PASSPHRASE, accept, cookie_in, invite, make_account, sign_in
from tests.support.plain_threads import eventually


@pytest.fixture
def name(request: pytest.FixtureRequest) -> str:
    """A lecturer's name of this test's own: the server is shared."""
    return re.sub(r"\W+", " ", request.node.name)[:50]


def test_each_lecturer_lists_what_is_their_own_and_the_owner_of_the_machine_all(
    server: ServerUnderTest, name: str
) -> None:
    noor, sam = make_account(server, f"{name} N"), make_account(server, f"{name} S")
    rooms = {cookie: Lecturer(server, cookie=cookie).room for cookie in (noor.cookie, sam.cookie, HOST_COOKIE)}
    seen = {
        cookie: {line["room"] for line in server.get("/api/rooms", Cookie=cookie).json} & set(rooms.values())
        for cookie in rooms
    }
    assert seen == {
        noor.cookie: {rooms[noor.cookie]},
        sam.cookie: {rooms[sam.cookie]},
        HOST_COOKIE: set(rooms.values()),
    }
    course = server.post("/api/courses", {"command_id": new_command_id(), "title": "2B"}, Cookie=noor.cookie).json["id"]
    listed = [line["id"] for line in server.get("/api/courses", Cookie=sam.cookie).json]
    assert course not in listed
    wanted = {"command_id": new_command_id(), "deck": "village-square", "course": course}
    assert server.post("/api/rooms", wanted, Cookie=sam.cookie).json["code"] == "COURSE_NOT_FOUND"
    assert server.post("/api/rooms", wanted, Cookie=noor.cookie).status == 201


def test_a_room_stays_its_lecturer_s_when_it_has_ended(server: ServerUnderTest, name: str) -> None:
    noor, sam = make_account(server, f"{name} N"), make_account(server, f"{name} S")
    lecturer = Lecturer(server, cookie=noor.cookie)
    try:
        lecturer.connect()
        assert lecturer.ask("end")["ok"]
    finally:
        lecturer.close()
    eventually(lambda: any(
        line["room"] == lecturer.room and line["ended_at"] for line in server.get("/api/rooms", Cookie=noor.cookie).json
    ))  # fmt: skip
    report = f"/api/rooms/{lecturer.room}/report"
    assert [server.get(report, Cookie=cookie).status for cookie in (noor.cookie, HOST_COOKIE, sam.cookie)] == [
        200, 200, 403,
    ]  # fmt: skip


def test_another_lecturer_does_not_lead_but_with_a_key_that_was_handed_over(server: ServerUnderTest, name: str) -> None:
    noor, sam = make_account(server, f"{name} N"), make_account(server, f"{name} S")
    lecturer = Lecturer(server, cookie=noor.cookie)
    stranger = Lecturer(server, cookie=sam.cookie)
    stranger.auth["room"] = lecturer.room
    with pytest.raises(Refused):
        stranger.connect()
    assert stranger.refused == {"message": "FORBIDDEN"}
    made = server.post(f"/api/rooms/{lecturer.room}/keys", {"role": "colleague"}, Cookie=noor.cookie).json
    stranger.cookie = f"{sam.cookie}; trede_key_{lecturer.room}={made['link'].split('#')[1]}"
    try:
        stranger.connect()
        assert stranger.see("host", lambda view: view["phase"] == "lobby")
    finally:
        stranger.close()


def test_signing_out_everywhere_hangs_up_the_console_and_refuses_what_it_orders(
    server: ServerUnderTest, name: str
) -> None:
    make_account(server, name)
    hall, office = (cookie_in(sign_in(server, name)) for _ in range(2))
    console = Lecturer(server, cookie=hall)
    try:
        console.connect()
        assert console.ask("lock", locked=True)["ok"]
        console.client.reconnection = False
        assert server.post("/api/lecturers/sign-out", {"everywhere": True}, Cookie=office).status == 204
        eventually(lambda: not console.client.connected, what="the console is hung up")
    finally:
        console.close()
    assert [server.get("/api/rooms", Cookie=cookie).status for cookie in (hall, office)] == [403, 403]


def test_a_lecturer_stays_in_over_a_kill_of_the_server_and_no_secret_stands_in_what_it_prints(
    own_server: ServerUnderTest,
) -> None:
    own_server.start()
    link = invite(own_server)
    noor = make_account(own_server, "Noor")
    room = Lecturer(own_server, cookie=noor.cookie).room
    own_server.kill()
    own_server.start()
    assert own_server.get("/api/host", Cookie=noor.cookie).json == {
        "is_host": True, "lecturer": "Noor", "has_lecturers": True,
    }  # fmt: skip
    assert [line["room"] for line in own_server.get("/api/rooms", Cookie=noor.cookie).json] == [room]
    assert accept(own_server, link, "Sam").status == 204
    said = own_server.said + own_server.logged
    for secret in (noor.secret, PASSPHRASE, link.split("#")[1], "invite#"):
        assert secret not in said


def test_the_command_line_invites_resets_and_removes_beside_a_running_server(
    any_server: ServerUnderTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    any_server.start()
    for variable, value in any_server.environment_of_process().items():
        monkeypatch.setenv(variable, value)
    link = told("invite")
    assert accept(any_server, link, "Noor Jansen").status == 204
    assert "Noor Jansen" in told("list")
    session = cookie_in(sign_in(any_server, "Noor Jansen"))
    reset = told("reset", "noor jansen")
    assert any_server.get("/api/rooms", Cookie=session).status == 200
    assert accept(any_server, reset, "", "another wooden stair").status == 204
    assert any_server.get("/api/rooms", Cookie=session).status == 403
    session = cookie_in(sign_in(any_server, "Noor Jansen", "another wooden stair"))
    assert "no lecturer any more" in told("remove", "Noor Jansen")
    assert any_server.get("/api/rooms", Cookie=session).status == 403
    assert lecturer_command(["remove", "Noor Jansen"]) == 1


def told(*arguments: str) -> str:
    """What `trede lecturer` prints: of a link the link alone."""
    out = StringIO()
    assert lecturer_command(arguments, out) == 0
    return out.getvalue().split("\n")[0]


def test_a_flood_of_guesses_is_slow_and_the_lecturer_comes_in_on_a_known_device(
    server: ServerUnderTest, name: str
) -> None:
    make_account(server, name)
    entered = sign_in(server, name)
    device = cookie_in(entered, "trede_known")
    codes = [json.loads(sign_in(server, name, f"guess {number}").body)["code"] for number in range(11)]
    assert codes == ["FORBIDDEN"] * 10 + ["TOO_FAST"]
    assert sign_in(server, name, Cookie=device).status == 204
    assert sign_in(server, f"{name} nobody").json == {"code": "FORBIDDEN", "retry": False}
