"""Forgetting on the real server, with sockets open: a person, all names, a whole room; in views, log and disk."""

import http.client
import json
import secrets
from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
import socketio.exceptions

from server.store.connections import open_client
from tests.play.people import HOST_COOKIE, Device, Lecturer, Phone, present
from tests.play.server_under_test import Reply, ServerUnderTest
from tests.play.whole_replay import whole_replay
from tests.support.plain_threads import eventually

MARKED = "Xanthippe"
ELSEWHERE = "127.0.0.77"
PROMISED_SECONDS = 60.0


def forget_me(server: ServerUnderTest, room: str, token: str) -> Reply:
    """The button on the phone."""
    return server.request("POST", f"/api/rooms/{room}/forget-me", None, {"Authorization": f"Seat {token}"})


def as_host(server: ServerUnderTest, method: str, path: str) -> Reply:
    """What the host asks."""
    return server.request(method, path, None, {"Cookie": HOST_COOKIE})


def log_of(lecturer: Lecturer) -> str:
    """The kept log, as the host may read it."""
    return lecturer.get(f"/api/rooms/{lecturer.room}/log").body.decode()


def play_to_the_end(lecturer: Lecturer, phone: Phone) -> None:
    """One card, then over."""
    card = lecturer.step_to("answering")["round"]["card"]
    assert phone.answer(card, stage="client")["ok"]
    lecturer.step_to("reveal")
    assert lecturer.ask("end")["ok"]
    lecturer.see("host", lambda host: host["phase"] == "ended")


def test_who_is_forgotten_in_the_open_room_is_out_of_it_and_named_nowhere(
    server: ServerUnderTest, lecturer: Lecturer, phone: Callable[[str], Phone], leaving: ExitStack
) -> None:
    student, other = phone(MARKED), phone("Sem")
    screen = present(Device(server, "screen", lecturer.room), leaving)
    assert forget_me(server, lecturer.room, student.token).status == 204
    student.see("seat", lambda seat: seat["is_removed"])
    lecturer.see("roster", lambda roster: [row["name"] for row in roster["rows"]] == ["P1", "Sem"])
    screen.see("screen", lambda view: MARKED not in json.dumps(view))
    eventually(lambda: MARKED not in log_of(lecturer), PROMISED_SECONDS)
    card = lecturer.step_to("answering")["round"]["card"]
    assert other.answer(card, stage="client")["ok"]
    assert student.answer(card, stage="client")["code"] == "REMOVED"
    newcomer = Phone(server, lecturer.room)
    leaving.callback(newcomer.close)
    assert newcomer.join(MARKED)["ok"]


def test_after_the_end_the_name_goes_everywhere_and_the_row_stays(
    server: ServerUnderTest, lecturer: Lecturer, phone: Callable[[str], Phone]
) -> None:
    student = phone(MARKED)
    play_to_the_end(lecturer, student)
    board = lecturer.get(f"/api/rooms/{lecturer.room}/leaderboard").json["rows"]
    assert forget_me(server, lecturer.room, student.token).status == 204
    assert forget_me(server, lecturer.room, student.token).status == 204
    lecturer.see("roster", lambda roster: [row["name"] for row in roster["rows"]] == ["P1"])
    after = lecturer.get(f"/api/rooms/{lecturer.room}/leaderboard").json["rows"]
    assert after == [{**row, "name": "P1"} for row in board]
    eventually(lambda: MARKED not in log_of(lecturer), PROMISED_SECONDS)
    replay = whole_replay(server, lecturer.room, "?names=true").decode()
    assert MARKED not in replay
    assert "P1" in replay


def test_only_the_seat_s_own_device_asks_for_itself(
    server: ServerUnderTest, lecturer: Lecturer, phone: Callable[[str], Phone]
) -> None:
    student = phone(MARKED)
    for said, status, code in (
        (secrets.token_hex(16), 404, "NO_SEAT"),
        ("somebody", 400, "TOKEN_INVALID"),
        (student.token.upper() + "0", 400, "TOKEN_INVALID"),
    ):
        refused = forget_me(server, lecturer.room, said)
        assert (refused.status, refused.json["code"]) == (status, code)
    assert server.request("POST", f"/api/rooms/{lecturer.room}/forget-me", None, {}).json["code"] == "TOKEN_INVALID"
    assert forget_me(server, "0" * 32, student.token).json["code"] == "ROOM_NOT_FOUND"
    foreign = server.request(
        "POST",
        f"/api/rooms/{lecturer.room}/forget-me",
        None,
        {"Authorization": f"Seat {student.token}", "Origin": "https://elsewhere.example"},
    )
    assert foreign.status == 403
    assert MARKED in log_of(lecturer)


def test_the_host_forgets_all_names_of_an_ended_room_and_the_list_says_so(
    server: ServerUnderTest, lecturer: Lecturer, phone: Callable[[str], Phone]
) -> None:
    student = phone(MARKED)
    path = f"/api/rooms/{lecturer.room}/forget-names"
    assert server.request("POST", path, None, {}).status == 403
    assert as_host(server, "POST", path).json["code"] == "NOT_NOW"
    play_to_the_end(lecturer, student)
    assert line_of(lecturer)["names_kept"]
    assert as_host(server, "POST", path).status == 204
    assert not line_of(lecturer)["names_kept"]
    eventually(lambda: MARKED not in log_of(lecturer), PROMISED_SECONDS)


def line_of(lecturer: Lecturer) -> dict[str, object]:
    """The room's line in the list of sessions, once it says that it is over."""
    eventually(
        lambda: any(line["room"] == lecturer.room and line["ended_at"] for line in lecturer.get("/api/rooms").json)
    )
    (line,) = [line for line in lecturer.get("/api/rooms").json if line["room"] == lecturer.room]
    found: dict[str, object] = line
    return found


def test_a_room_that_never_keeps_names_has_none_when_it_is_over(server: ServerUnderTest, leaving: ExitStack) -> None:
    lecturer = present(Lecturer(server, forgets_names=True), leaving)
    student = Phone(server, lecturer.room)
    leaving.callback(student.close)
    assert student.join(MARKED)["ok"]
    play_to_the_end(lecturer, student)
    lecturer.see("roster", lambda roster: [row["name"] for row in roster["rows"]] == ["P1"])
    eventually(lambda: MARKED not in log_of(lecturer), PROMISED_SECONDS)
    assert not line_of(lecturer)["names_kept"]


def test_a_deleted_room_is_gone_for_everybody_at_once(
    server: ServerUnderTest, lecturer: Lecturer, phone: Callable[[str], Phone]
) -> None:
    student = phone(MARKED)
    path = f"/api/rooms/{lecturer.room}"
    assert server.request("DELETE", path, None, {}).status == 403
    assert as_host(server, "DELETE", path).status == 204
    assert_shut_out(student)
    assert as_host(server, "DELETE", path).json["code"] == "ROOM_NOT_FOUND"
    for gone in (f"{path}/replay", f"{path}/log", f"{path}/leaderboard", f"/api/pins/{lecturer.pin}"):
        assert lecturer.get(gone).status == 404
    assert lecturer.room not in lecturer.get("/api/rooms").body.decode()


def test_another_process_lets_go_of_a_deleted_room_too(any_server: ServerUnderTest, leaving: ExitStack) -> None:
    any_server.start()
    address = f"unix://{socket_of(any_server)}"
    second = ServerUnderTest(any_server.folder / "second", "threading", environment={"TREDE_REDIS_URL": address})
    leaving.callback(second.stop)
    second.start()
    lecturer = present(Lecturer(any_server), leaving)
    student = Phone(second, lecturer.room)
    leaving.callback(student.close)
    assert student.join(MARKED)["ok"]
    assert as_host(any_server, "DELETE", f"/api/rooms/{lecturer.room}").status == 204
    assert_shut_out(student)


def assert_shut_out(student: Phone) -> None:
    """The phone was hung up, and is told that there is no such room when it comes back."""
    eventually(lambda: not student.client.connected and student.client.eio.state == "disconnected")
    with pytest.raises(socketio.exceptions.ConnectionError):
        student.connect()
    eventually(lambda: "ROOM_NOT_FOUND" in str(student.refused))


def socket_of(server: ServerUnderTest) -> str:
    """Where the private store listens."""
    note = json.loads((server.folder / "data" / "store.json").read_text())
    return str(note["socket"])


def on_disk(server: ServerUnderTest, marked: str) -> list[str]:
    """The files of the data folder, and of what the server said, in which these words stand."""
    files = [path for path in server.folder.rglob("*") if path.is_file()]
    assert any(path.suffix == ".aof" for path in files)
    return [path.name for path in files if marked.encode() in _bytes(path)]


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:  # the store has just replaced it
        return b""


def test_the_disk_forgets_as_well_and_never_knew_an_address(any_server: ServerUnderTest, leaving: ExitStack) -> None:
    any_server.start()
    with closing(open_client(f"unix://{socket_of(any_server)}", 1)) as client:
        client.config_set("rdbcompression", "no")  # else the bytes of a name could hide from this test
        lecturer = present(Lecturer(any_server), leaving)
        student = Phone(any_server, lecturer.room)
        leaving.callback(student.close)
        assert student.join(MARKED)["ok"]
        play_to_the_end(lecturer, student)
        eventually(lambda: on_disk(any_server, MARKED))
        assert forget_me_from(ELSEWHERE, any_server, lecturer.room, student.token) == 204
        written = '"name":"P1"'
        eventually(lambda: on_disk(any_server, written) and not on_disk(any_server, MARKED), PROMISED_SECONDS)
        for address in (ELSEWHERE, "127.0.0.1"):
            assert [name for name in on_disk(any_server, address) if name != "out.txt"] == []
        keys = [name for name in client.scan_iter() if client.ttl(name) < 0]
        assert keys == []
    assert ELSEWHERE not in any_server.said + any_server.complained


def forget_me_from(address: str, server: ServerUnderTest, room: str, token: str) -> int:
    """The same from another address, with a wrong PIN and a wrong host token before it."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10, source_address=(address, 0))
    with closing(connection):
        for method, path, body in (
            ("GET", "/api/pins/100001", None),
            ("POST", "/api/host", json.dumps({"token": "wrong-token"})),
            ("POST", f"/api/rooms/{room}/forget-me", None),
        ):
            headers = {"Authorization": f"Seat {token}", "Content-Type": "application/json"}
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            answer.read()
    return answer.status
