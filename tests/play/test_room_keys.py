"""Another device leads one room by a key: made, used, listed and taken back on the real server, and told to nobody."""

from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
import socketio.exceptions

from tests.play.people import HOST_COOKIE, Device, Lecturer, Phone, present
from tests.play.server_under_test import Reply, ServerUnderTest
from tests.support.plain_threads import eventually


class Guest(Device):
    """A device that leads a room by the secret of a link."""

    def __init__(self, server: ServerUnderTest, room: str, link: str, leaving: ExitStack) -> None:
        super().__init__(server, "host", room)
        self.secret = link.split("#")[1]
        self.cookies = [
            value.split(";")[0] for value in cookies_of(server.post(f"/api/rooms/{room}/lead", {"secret": self.secret}))
        ]
        leaving.callback(self.close)

    def connect(self) -> None:
        """Connects with the cookie that the page got for the secret."""
        headers = {"Cookie": self.cookies[0]}
        self.client.connect(self.server.url, headers, self.auth, transports=["websocket"], wait_timeout=10)


def assert_shut_out(guest: Guest, code: str = "FORBIDDEN") -> None:
    """The device was hung up at once, and is not let in again."""
    eventually(lambda: not guest.client.connected and guest.client.eio.state == "disconnected")
    assert_refused(guest, code)


def assert_refused(guest: Guest, code: str) -> None:
    """The device is not let in, for that reason."""
    with pytest.raises(socketio.exceptions.ConnectionError):
        guest.connect()
    eventually(lambda: code in str(guest.refused))


def cookies_of(reply: Reply) -> list[str]:
    """What the browser is told to keep."""
    assert reply.status == 200, reply
    return [value for name, value in reply.pairs if name == "set-cookie"]


def make_key(lecturer: Lecturer, role: str = "remote", cookie: str = HOST_COOKIE) -> dict[str, Any]:
    """A new key to the lecturer's room."""
    made = lecturer.server.post(f"/api/rooms/{lecturer.room}/keys", {"role": role}, Cookie=cookie)
    assert made.status == 201, made
    key: dict[str, Any] = made.json
    return key


def take_back(lecturer: Lecturer, key_id: str, cookie: str = HOST_COOKIE) -> int:
    """Takes a key back; returns the status."""
    path = f"/api/rooms/{lecturer.room}/keys/{key_id}"
    return lecturer.server.request("DELETE", path, None, {"Cookie": cookie}).status


def test_a_phone_with_the_link_leads_this_room(server: ServerUnderTest, lecturer: Lecturer, leaving: ExitStack) -> None:
    made = make_key(lecturer)
    assert made["link"].startswith(f"http://127.0.0.1:{server.port}/remote/{lecturer.room}#")
    phone = Guest(server, lecturer.room, made["link"], leaving)
    phone.connect()
    step = phone.see("host", lambda host: host["next_step"])["next_step"]["id"]
    assert phone.ask("step", step=step)["ok"]
    lecturer.see("host", lambda host: host["phase"] == "answering")
    assert phone.ask("end")["code"] == "FORBIDDEN"
    (line,) = lecturer.get(f"/api/rooms/{lecturer.room}/keys").json
    assert (line["id"], line["role"], line["is_here"]) == (made["id"], "remote", True)


def test_the_cookie_is_no_script_s_to_read_and_goes_to_this_room_and_the_sockets_alone(
    server: ServerUnderTest, lecturer: Lecturer
) -> None:
    secret = make_key(lecturer)["link"].split("#")[1]
    cookies = cookies_of(server.post(f"/api/rooms/{lecturer.room}/lead", {"secret": secret}))
    assert {cookie.split("Path=")[1].split(";")[0] for cookie in cookies} == {
        "/socket.io",
        f"/api/rooms/{lecturer.room}",
    }
    for cookie in cookies:
        assert cookie.startswith(f"trede_key_{lecturer.room}=")
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie


def test_a_key_of_one_room_opens_no_other(server: ServerUnderTest, lecturer: Lecturer, leaving: ExitStack) -> None:
    other = Lecturer(server)
    phone = Guest(server, lecturer.room, make_key(lecturer)["link"], leaving)
    assert server.post(f"/api/rooms/{other.room}/lead", {"secret": phone.secret}).json["code"] == "FORBIDDEN"
    phone.auth["room"] = other.room
    phone.cookies = [f"trede_key_{other.room}={phone.secret}; trede_key_{lecturer.room}={phone.secret}"]
    assert_refused(phone, "FORBIDDEN")


@pytest.mark.parametrize("secret", ["", "guess", "a-token-for-the-tests"])
def test_who_guesses_does_not_lead(server: ServerUnderTest, lecturer: Lecturer, secret: str) -> None:
    make_key(lecturer)
    reply = server.post(f"/api/rooms/{lecturer.room}/lead", {"secret": secret})
    assert reply.json["code"] in {"FORBIDDEN", "TOO_FAST"}
    assert "set-cookie" not in reply.headers


def test_a_key_that_is_taken_back_is_dead_at_once_in_the_middle_of_leading(
    server: ServerUnderTest, lecturer: Lecturer, leaving: ExitStack
) -> None:
    colleague, phone = make_key(lecturer, "colleague"), make_key(lecturer)
    guests = [Guest(server, lecturer.room, made["link"], leaving) for made in (colleague, phone)]
    for guest in guests:
        guest.connect()
        guest.see("host", lambda host: True)
    assert take_back(lecturer, colleague["id"]) == 204
    assert_shut_out(guests[0])  # hung up, came back by itself, was refused
    seen = len(guests[0].frames)
    lecturer.step()
    guests[1].see("host", lambda host: host["phase"] == "answering")
    assert len(guests[0].frames) == seen
    assert server.post(f"/api/rooms/{lecturer.room}/lead", {"secret": guests[0].secret}).json["code"] == "FORBIDDEN"
    assert [line["id"] for line in lecturer.get(f"/api/rooms/{lecturer.room}/keys").json] == [phone["id"]]


def test_while_a_colleague_leads_the_owner_still_does_and_takes_the_room_back(
    server: ServerUnderTest, lecturer: Lecturer, leaving: ExitStack
) -> None:
    made = make_key(lecturer, "colleague")
    colleague = Guest(server, lecturer.room, made["link"], leaving)
    colleague.connect()
    step = colleague.see("host", lambda host: host["next_step"])["next_step"]["id"]
    assert colleague.ask("step", step=step)["ok"]
    assert lecturer.ask("step", step=step)["code"] == "STALE_STEP"  # both pressed: it was one step
    lecturer.see("host", lambda host: host["phase"] == "answering")
    lecturer.step()
    colleague.see("host", lambda host: host["phase"] == "closed")
    assert take_back(lecturer, made["id"]) == 204
    assert_shut_out(colleague)
    lecturer.step()


def test_keys_are_the_owner_s_to_list_and_to_take_back(
    server: ServerUnderTest, lecturer: Lecturer, leaving: ExitStack
) -> None:
    made = make_key(lecturer, "colleague")
    colleague = Guest(server, lecturer.room, made["link"], leaving)
    cookie = colleague.cookies[0]
    path = f"/api/rooms/{lecturer.room}/keys"
    assert server.get(path, Cookie=cookie).status == 403
    assert take_back(lecturer, made["id"], cookie) == 403
    assert server.post(path, {"role": "colleague"}, Cookie=cookie).status == 403
    assert server.get(path).status == 403
    lent = make_key(lecturer, "remote", cookie)
    phone = Guest(server, lecturer.room, lent["link"], leaving)
    phone.connect()
    phone.see("host", lambda host: True)
    assert take_back(lecturer, made["id"]) == 204  # what the colleague gave away goes with it
    assert_shut_out(phone)


def test_a_key_leads_to_nothing_else_of_the_owner_s(
    server: ServerUnderTest, lecturer: Lecturer, leaving: ExitStack
) -> None:
    cookie = Guest(server, lecturer.room, make_key(lecturer, "colleague")["link"], leaving).cookies[0]
    room = f"/api/rooms/{lecturer.room}"
    for path in ("/api/rooms", "/api/decks", f"{room}/log", f"{room}/leaderboard", f"{room}/replay?names=true"):
        assert server.get(path, Cookie=cookie).status == 403, path
    leading = server.get(f"{room}/lead", Cookie=cookie).json
    assert leading["leader"] == "colleague"
    assert "end" in leading["commands"]


def test_with_the_room_its_keys_end(server: ServerUnderTest, leaving: ExitStack) -> None:
    lecturer = present(Lecturer(server), leaving)
    made = make_key(lecturer)
    phone = Guest(server, lecturer.room, made["link"], leaving)
    phone.connect()
    phone.see("host", lambda host: True)
    assert lecturer.ask("end")["ok"]
    phone.see("host", lambda host: host["phase"] == "ended")
    eventually(lambda: lecturer.get(f"/api/rooms/{lecturer.room}/keys").json == [])
    assert_shut_out(phone)
    reply = server.post(f"/api/rooms/{lecturer.room}/keys", {"role": "remote"}, Cookie=HOST_COOKIE)
    assert reply.json["code"] == "ROOM_ENDED"


def test_a_server_that_was_killed_still_knows_its_keys(own_server: ServerUnderTest, leaving: ExitStack) -> None:
    own_server.start()
    lecturer = present(Lecturer(own_server), leaving)
    phone = Guest(own_server, lecturer.room, make_key(lecturer)["link"], leaving)
    phone.connect()
    phone.see("host", lambda host: True)
    own_server.kill()
    own_server.start()
    phone.see_connection(2, within=20.0)
    step = phone.see("host", lambda host: host["next_step"])["next_step"]["id"]
    assert phone.insist("step", step=step)["ok"]


def test_a_secret_is_in_its_link_and_nowhere_else(own_server: ServerUnderTest, leaving: ExitStack) -> None:
    """Not in what the server prints or logs, not in its store's file, not in any frame of any device."""
    own_server.start()
    lecturer = present(Lecturer(own_server), leaving)
    made = make_key(lecturer, "colleague")
    colleague = Guest(own_server, lecturer.room, made["link"], leaving)
    student = Phone(own_server, lecturer.room)
    leaving.callback(student.close)
    student.join("Noor")
    screen = present(Device(own_server, "screen", lecturer.room), leaving)
    colleague.connect()
    step = colleague.see("host", lambda host: host["next_step"])["next_step"]["id"]
    assert colleague.ask("step", step=step)["ok"]
    assert own_server.get(f"/remote/{lecturer.room}").status in {200, 503}
    listed = lecturer.get(f"/api/rooms/{lecturer.room}/keys").body.decode()
    take_back(lecturer, made["id"])
    assert_shut_out(colleague)
    screen.see("screen", lambda view: view["phase"] == "answering")

    frames = [frame for device in (lecturer, colleague, student, screen) for _, frame in device.frames]
    assert len(frames) > 8
    files = [path for path in Path(own_server.folder).rglob("*") if path.is_file()]
    assert len(files) > 3
    for text in [own_server.said, own_server.complained, listed, *frames]:
        assert colleague.secret not in text
    for path in files:
        assert colleague.secret.encode() not in path.read_bytes(), path
