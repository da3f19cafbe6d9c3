"""A course over real sockets: the same phones under other names, weeks that add up, a server that is killed between."""

import secrets
from collections.abc import Sequence
from contextlib import ExitStack
from typing import Any

import pytest

from tests.play.people import HOST_COOKIE, Lecturer, Phone, View, new_command_id, present
from tests.play.server_under_test import Reply, ServerUnderTest
from tests.play.whole_replay import whole_replay
from tests.support.plain_threads import eventually


def make_course(server: ServerUnderTest, title: str = "Klas 2B", command_id: str | None = None) -> Reply:
    body = {"command_id": command_id or new_command_id(), "title": title}
    return server.post("/api/courses", body, Cookie=HOST_COOKIE)


def course_view(server: ServerUnderTest, course: str) -> Any:
    reply = server.get(f"/api/courses/{course}", Cookie=HOST_COOKIE)
    assert reply.status == 200, reply
    return reply.json


class Device:
    """Somebody's own phone: it keeps its token for the course, and takes another name and seat each week."""

    def __init__(self) -> None:
        self.course_token = secrets.token_hex(16)


class Week:
    """One sitting of a course with one card, answered by every phone on the first axis."""

    def __init__(self, server: ServerUnderTest, course: str, leaving: ExitStack, **choices: Any) -> None:
        self.server, self.leaving = server, leaving
        self.lecturer = present(Lecturer(server, course=course, axes=["stage"], **choices), leaving)

    def come_in(self, name: str, device: Device | None = None) -> Phone:
        phone = Phone(self.server, self.lecturer.room)
        self.leaving.callback(phone.close)
        phone.connect()
        known: dict[str, Any] = {"course_token": device.course_token} if device else {}
        assert phone.ask("join", name=name, **known)["ok"]
        return phone

    def play(self, right: Sequence[Phone], wrong: Sequence[Phone] = ()) -> None:
        """One card from its story to its reveal."""
        asked = self.lecturer.step_to("answering")["round"]
        key = self.key_of(asked["card"])
        other = next(option["id"] for option in asked["axes"][0]["options"] if option["id"] not in key)
        for phone in right:
            assert phone.answer(asked["card"], stage=next(iter(key)))["ok"]
        for phone in wrong:
            assert phone.answer(asked["card"], stage=other)["ok"]
        self.lecturer.step_to("reveal")

    def key_of(self, card: str) -> View:
        log = self.lecturer.get(f"/api/rooms/{self.lecturer.room}/log?after=0").json["entries"]
        deck = log[0]["event"]["deck"]
        return dict(next(each for each in deck["cards"] if each["id"] == card)["keys"]["stage"]["accept"])

    def end(self) -> None:
        assert self.lecturer.insist("end")["ok"]


def season(server: ServerUnderTest, course: str) -> dict[str, float]:
    return {row["name"]: row["points"] / 1000 for row in course_view(server, course)["season"]}


def test_the_same_phones_under_other_names_add_up_over_two_weeks(server: ServerUnderTest, leaving: ExitStack) -> None:
    course = make_course(server).json["id"]
    noor, emre = Device(), Device()
    first = Week(server, course, leaving)
    assert server.get(f"/api/pins/{first.lecturer.pin}").json["course"] == course
    phones = [first.come_in("Noor", noor), first.come_in("Emre", emre), first.come_in("Somebody")]
    first.play(right=phones[:1], wrong=phones[1:])
    first.end()
    second = Week(server, course, leaving)
    again = [second.come_in("Queen of the Square", noor), second.come_in("Emre", emre), second.come_in("Sem", Device())]
    second.play(right=again)
    second.end()

    assert season(server, course) == {"Queen of the Square": 2.0, "Emre": 1.0, "Sem": 1.0, "Somebody": 0.0}
    weeks = course_view(server, course)["weeks"]
    assert [(week["people"], week["came_back"], week["is_over"]) for week in weeks] == [(3, 0, True), (3, 2, True)]
    assert [week["right_share"] for week in weeks] == [pytest.approx(1 / 3), 1.0]


def test_who_misses_a_week_keeps_his_points_and_a_removed_seat_brings_none(
    server: ServerUnderTest, leaving: ExitStack
) -> None:
    course = make_course(server).json["id"]
    noor, emre = Device(), Device()
    first = Week(server, course, leaving)
    first.play(right=[first.come_in("Noor", noor), first.come_in("Emre", emre)])
    first.end()
    second = Week(server, course, leaving)
    phone = second.come_in("Emre", emre)
    second.play(right=[phone])
    player = phone.see("seat", lambda seat: seat)["player"]
    assert second.lecturer.insist("remove", player=player)["ok"]
    second.end()

    assert season(server, course) == {"Noor": 1.0, "Emre": 1.0}


def test_a_server_killed_at_the_end_of_a_room_loses_no_week(own_server: ServerUnderTest, leaving: ExitStack) -> None:
    own_server.start()
    course = make_course(own_server).json["id"]
    device = Device()
    for number, name in enumerate(("Noor", "Noor again", "Noor for ever"), start=1):
        week = Week(own_server, course, leaving)
        week.play(right=[week.come_in(name, device)])
        week.end()
        own_server.kill()
        own_server.start()

        assert season(own_server, course) == {name: float(number)}
    assert [week["number"] for week in course_view(own_server, course)["weeks"]] == [1, 2, 3]


def test_a_name_that_says_nothing_of_the_device_and_no_view_that_does(
    server: ServerUnderTest, leaving: ExitStack
) -> None:
    course = make_course(server).json["id"]
    week = Week(server, course, leaving)
    device = Device()
    phone = week.come_in("Noor", device)
    week.play(right=[phone])
    log = week.lecturer.get(f"/api/rooms/{week.lecturer.room}/log?after=0").json["entries"]
    member = next(entry["event"]["member"] for entry in log if entry["event"]["type"] == "PlayerJoined")

    assert len(member) == 24
    assert member not in {phone.see("seat", lambda seat: seat)["player"], device.course_token}
    for told in (phone, week.lecturer):
        assert not any(member in frame or device.course_token in frame for _, frame in told.frames)
    assert member not in server.get(f"/api/courses/{course}", Cookie=HOST_COOKIE).body.decode()
    assert member not in whole_replay(server, week.lecturer.room).decode()


def test_outside_a_course_a_course_token_is_not_kept(server: ServerUnderTest, leaving: ExitStack) -> None:
    lecturer = present(Lecturer(server), leaving)
    assert server.get(f"/api/pins/{lecturer.pin}").json["course"] is None
    phone = Phone(server, lecturer.room)
    leaving.callback(phone.close)
    phone.connect()
    assert phone.ask("join", name="Noor", course_token=secrets.token_hex(16))["ok"]

    joined = lecturer.get(f"/api/rooms/{lecturer.room}/log?after=0").json["entries"][1]["event"]
    assert joined.get("member") is None


@pytest.mark.parametrize("token", ["", "short", "g" * 32, "A" * 32])
def test_a_course_token_that_no_phone_makes_is_refused(server: ServerUnderTest, leaving: ExitStack, token: str) -> None:
    week = Week(server, make_course(server).json["id"], leaving)
    phone = Phone(server, week.lecturer.room)
    leaving.callback(phone.close)
    phone.connect()
    assert phone.ask("join", name="Noor", course_token=token)["code"] == "TOKEN_INVALID"


def test_a_course_is_made_once_however_often_the_command_comes(server: ServerUnderTest) -> None:
    command_id = new_command_id()
    first = make_course(server, "  Klas   2B ", command_id)
    assert (first.status, first.json["title"]) == (201, "Klas 2B")
    assert make_course(server, "Klas 2B", command_id).json == first.json
    listed = server.get("/api/courses", Cookie=HOST_COOKIE).json
    assert [line["id"] for line in listed].count(first.json["id"]) == 1
    empty = course_view(server, first.json["id"])
    assert (empty["weeks"], empty["season"], empty["warm_up_from"]) == ([], [], None)


@pytest.mark.parametrize(
    ("title", "code"), [("", "NAME_EMPTY"), ("\u200b ", "NAME_EMPTY"), ("x" * 41, "NAME_TOO_LONG")]
)
def test_a_course_needs_a_name_that_fits(server: ServerUnderTest, title: str, code: str) -> None:
    assert make_course(server, title).json["code"] == code


@pytest.mark.parametrize("course", ["0" * 24, "none", "..%2f..", "x" * 200])
def test_a_course_that_is_not_there_has_no_page(server: ServerUnderTest, course: str) -> None:
    reply = server.get(f"/api/courses/{course}", Cookie=HOST_COOKIE)
    assert reply.status == 404


def test_no_room_opens_in_a_course_that_is_not_there(server: ServerUnderTest) -> None:
    wanted = {"command_id": new_command_id(), "deck": "village-square", "course": "0" * 24}
    reply = server.post("/api/rooms", wanted, Cookie=HOST_COOKIE)
    assert (reply.status, reply.json["code"]) == (404, "COURSE_NOT_FOUND")


@pytest.mark.parametrize("path", ["/api/courses", f"/api/courses/{'0' * 24}", "/api/rooms/0123456789abcdef/warm-up"])
def test_courses_are_the_hosts_alone(server: ServerUnderTest, path: str) -> None:
    assert server.get(path).json["code"] == "FORBIDDEN"
    assert server.post(path, {"command_id": new_command_id()}).status in {403, 405}


def test_the_warm_up_opens_at_one_press_and_counts_to_the_same_course(
    server: ServerUnderTest, leaving: ExitStack
) -> None:
    course = make_course(server).json["id"]
    week = Week(server, course, leaving)
    phones = [week.come_in(name, Device()) for name in ("Noor", "Emre", "Sem")]
    week.play(right=phones[:1], wrong=phones[1:])
    week.end()
    assert course_view(server, course)["warm_up_from"] == week.lecturer.room
    path = f"/api/rooms/{week.lecturer.room}/warm-up"
    (back,) = server.get(path, Cookie=HOST_COOKIE).json["cards"]
    assert back["right_share"] == pytest.approx(1 / 3)
    assert back["card"] != back["slipped"]

    command = {"command_id": new_command_id()}
    opened = server.post(path, command, Cookie=HOST_COOKIE)
    assert opened.status == 201
    assert server.post(path, command, Cookie=HOST_COOKIE).json == opened.json

    log = server.get(f"/api/rooms/{opened.json['room']}/log?after=0", Cookie=HOST_COOKIE).json["entries"]
    first = log[0]["event"]
    assert first["course"] == course
    assert [card["id"] for card in first["deck"]["cards"]] == [back["card"]]
    assert first["settings"]["axes"] == ["stage"]
    eventually(lambda: len(course_view(server, course)["weeks"]) == 2, 5.0, "the warm-up is the week of now")
    assert not course_view(server, course)["weeks"][1]["is_over"]


def test_nothing_slipped_and_no_room_opens(server: ServerUnderTest, leaving: ExitStack) -> None:
    week = Week(server, make_course(server).json["id"], leaving)
    week.play(right=[week.come_in("Noor", Device())])
    path = f"/api/rooms/{week.lecturer.room}/warm-up"

    assert server.get(path, Cookie=HOST_COOKIE).json == {"cards": []}
    reply = server.post(path, {"command_id": new_command_id()}, Cookie=HOST_COOKIE)
    assert (reply.status, reply.json["code"]) == (409, "NOTHING_SLIPPED")
    unknown = server.post("/api/rooms/none/warm-up", {"command_id": new_command_id()}, Cookie=HOST_COOKIE)
    assert unknown.json["code"] == "ROOM_NOT_FOUND"
