"""Whatever happens to sheets on the way, a device comes to whole views: it asks again, and is greeted anew."""

from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from typing import Any

import pytest

from server.devtools.whole_views import WholeViews
from tests.play.people import Device, Lecturer, Phone, View, present
from tests.play.server_under_test import ServerUnderTest

BAD_BODIES: tuple[Any, ...] = ({"extra": 1}, None, "again", [])


@pytest.mark.parametrize("role", ["player", "screen", "host"])
def test_who_has_lost_all_sheets_asks_again_and_sees_the_next_view(
    server: ServerUnderTest, lecturer: Lecturer, leaving: ExitStack, role: str
) -> None:
    event = {"player": "room"}.get(role, role)
    device = present(Phone(server, lecturer.room) if role == "player" else Device(server, role, lecturer.room), leaving)
    device.see(event, lambda view: True)
    lecturer.step_to("answering")
    story = device.see(event, lambda view: view["phase"] == "answering")["round"]["story"]
    device.whole = WholeViews()
    assert lecturer.ask("step", step=lecturer.see("host", lambda host: host["round"])["next_step"]["id"])["ok"]
    view = device.see(event, lambda view: view["phase"] == "closed")
    assert view["round"]["story"] == story
    assert device.asked_again


def test_a_host_that_has_lost_the_list_of_people_gets_it_whole(
    lecturer: Lecturer, phone: Callable[[str], Phone]
) -> None:
    phone("Noor")
    lecturer.see("roster", lambda roster: len(roster["rows"]) == 1)
    lecturer.whole = WholeViews()
    phone("Sem")
    people = lecturer.see("roster", lambda roster: len(roster["rows"]) == 2)
    assert [row["name"] for row in people["rows"]] == ["Noor", "Sem"]


def is_of(version: int, view: View) -> bool:
    """Whether a view is of this version."""
    return bool(view["version"] == version)


def test_asking_again_changes_nothing_and_is_answered_like_any_command(
    server: ServerUnderTest, lecturer: Lecturer, phone: Callable[[str], Phone], leaving: ExitStack
) -> None:
    noor, screen = phone("Noor"), present(Device(server, "screen", lecturer.room), leaving)
    for device in (noor, screen, lecturer):
        ack = device.send("again", {})
        assert ack["ok"]
        assert lecturer.see("host", partial(is_of, ack["version"]))
        for wrong in BAD_BODIES:
            assert device.send("again", wrong)["code"] == "BAD_REQUEST"
    assert noor.send("again", {}, {})["code"] == "BAD_REQUEST"


def test_who_asks_again_without_end_is_slowed_down(lecturer: Lecturer, phone: Callable[[str], Phone]) -> None:
    noor = phone("Noor")
    codes = {noor.send("again", {}).get("code") for _ in range(80)}
    assert codes == {None, "TOO_FAST"}


def test_after_steps_back_and_forth_a_late_phone_sees_what_the_others_see(
    server: ServerUnderTest, lecturer: Lecturer, phone: Callable[[str], Phone], leaving: ExitStack
) -> None:
    noor = phone("Noor")
    lecturer.step_to("reveal")
    late = present(Phone(server, lecturer.room), leaving)
    late.see("room", lambda room: room["phase"] == "reveal")
    view = lecturer.see("host", lambda host: host["undo"])
    for press, step in (("undo", "undo"), ("step", "next_step")):
        version = lecturer.ask(press, step=view[step]["id"])["version"]
        view, *seen = [
            device.see(name, lambda view, version=version: view["version"] >= version)  # type: ignore[misc]
            for device, name in ((lecturer, "host"), (noor, "room"), (late, "room"))
        ]
        assert {**seen[0], "server_now": 0} == {**seen[1], "server_now": 0}
    assert view["phase"] == "reveal"
