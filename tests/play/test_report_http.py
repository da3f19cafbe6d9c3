"""Who may ask for a report, and what comes."""

import gzip
import json
from collections.abc import Callable

import pytest

from tests.play.people import HOST_COOKIE, Lecturer, Phone
from tests.play.server_under_test import ServerUnderTest

UNKNOWN = "0123456789abcdef0123456789abcdef"


@pytest.mark.parametrize("cookie", ["", "trede_host=wrong"])
@pytest.mark.parametrize("names", ["", "?names=true", "?names=false"])
def test_a_report_is_for_the_host_alone(lecturer: Lecturer, server: ServerUnderTest, cookie: str, names: str) -> None:
    reply = server.get(f"/api/rooms/{lecturer.room}/report{names}", Cookie=cookie)
    assert (reply.status, reply.json["code"]) == (403, "FORBIDDEN")


@pytest.mark.parametrize("room", [UNKNOWN, "%7D%7B", "%00"])
def test_there_is_no_report_of_a_room_that_is_not_there(server: ServerUnderTest, room: str) -> None:
    reply = server.get(f"/api/rooms/{room}/report", Cookie=HOST_COOKIE)
    assert (reply.status, reply.json["code"]) == (404, "ROOM_NOT_FOUND")


def test_names_come_only_when_they_are_asked_for(
    lecturer: Lecturer, server: ServerUnderTest, phone: Callable[[str], Phone]
) -> None:
    noor = phone("Noor-Linde")
    lecturer.step_to("answering")
    assert noor.answer(noor.see_open_round()["card"], stage="client")["ok"]
    path = f"/api/rooms/{lecturer.room}/report"
    assert lecturer.get(path).json["cards"] == []  # an open round is no one's business yet
    lecturer.step_to("reveal")
    assert b"Noor-Linde" not in lecturer.get(path).body
    report = lecturer.get(f"{path}?names=true").json
    assert [student["name"] for student in report["students"]] == ["Noor-Linde"]
    assert [card["people"] for card in report["cards"]] == [1]
    squeezed = server.get(path, Cookie=HOST_COOKIE, Accept_Encoding="gzip")
    assert json.loads(gzip.decompress(squeezed.body)) == lecturer.get(path).json


def test_the_page_is_there_for_who_is_signed_in_or_not(server: ServerUnderTest) -> None:
    assert server.get(f"/report/{UNKNOWN}").status == 200
