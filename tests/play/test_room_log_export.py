"""The host can read a room's log over HTTP, chunk by chunk; nobody else can."""

from collections.abc import Callable

from tests.play.people import Lecturer, Phone
from tests.play.server_under_test import ServerUnderTest


def test_the_log_has_every_event_in_order_and_ends(lecturer: Lecturer, phone: Callable[[str], Phone]) -> None:
    student = phone("Noor")
    card = lecturer.step_to("answering")["round"]["card"]
    assert student.answer(card, stage="client")["ok"]
    entries = lecturer.get(f"/api/rooms/{lecturer.room}/log").json["entries"]
    assert [entry["version"] for entry in entries] == list(range(1, len(entries) + 1))
    kinds = [entry["event"]["type"] for entry in entries]
    assert kinds == ["RoomOpened", "PlayerJoined", "CardShown", "RoundOpened", "AnswerGiven"]
    assert entries[-1]["event"]["picks"] == {"stage": "client"}
    later = lecturer.get(f"/api/rooms/{lecturer.room}/log?after=4").json["entries"]
    assert later == entries[4:]
    assert lecturer.get(f"/api/rooms/{lecturer.room}/log?after=5").json["entries"] == []


def test_a_log_is_for_the_host_alone(server: ServerUnderTest, lecturer: Lecturer) -> None:
    refused = server.get(f"/api/rooms/{lecturer.room}/log")
    assert (refused.status, refused.json["code"]) == (403, "FORBIDDEN")


def test_a_room_or_a_place_that_is_none_is_said(lecturer: Lecturer) -> None:
    assert lecturer.get(f"/api/rooms/{'0' * 32}/log").status == 404
    for place in ("-1", "1.5", "all", "%D9%A1", "9" * 20):
        answer = lecturer.get(f"/api/rooms/{lecturer.room}/log?after={place}")
        assert (answer.status, answer.json["code"]) == (400, "BAD_NUMBER")
