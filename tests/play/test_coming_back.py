"""Reload, locked phone, lost Wi-Fi, a second device: the same seat, the same answer, the right screen."""

from collections.abc import Callable
from contextlib import ExitStack

from tests.play.people import Device, Lecturer, Phone, new_command_id, present
from tests.play.server_under_test import ServerUnderTest
from tests.support.plain_threads import eventually


def test_a_phone_that_reloads_in_an_open_round_has_its_seat_and_its_answer(
    server: ServerUnderTest, lecturer: Lecturer, phone: Callable[[str], Phone], leaving: ExitStack
) -> None:
    noor = phone("Noor")
    lecturer.step_to("answering")
    card = noor.see_open_round()["card"]
    assert noor.answer(card, stage="client")["ok"]
    noor.close()

    reloaded = present(Phone(server, lecturer.room, noor.token), leaving)

    seat = reloaded.see("seat", lambda seat: seat["answer"])
    assert seat["name"] == "Noor"
    assert seat["answer"]["picks"] == {"stage": "client"}
    assert reloaded.see_open_round()["card"] == card


def test_a_phone_that_lost_the_network_comes_back_by_itself(lecturer: Lecturer, phone: Callable[[str], Phone]) -> None:
    noor = phone("Noor")
    noor.drop()
    lecturer.step_to("answering")
    noor.see_connection(2)
    assert noor.answer(noor.see_open_round()["card"], stage="client")["ok"]


def test_a_command_that_is_repeated_after_a_reconnect_counts_once(
    lecturer: Lecturer, phone: Callable[[str], Phone]
) -> None:
    noor = phone("Noor")
    lecturer.step_to("answering")
    message = {
        "command_id": new_command_id(),
        "card": noor.see_open_round()["card"],
        "picks": {"stage": "client"},
        "shown_millis": 900,
    }
    first = noor.send("answer", message)
    noor.drop()
    noor.see_connection(2)
    again = noor.send("answer", message)
    assert first["ok"]
    assert again == first  # the version did not move: nothing was written
    lecturer.see("host", lambda host: host["answered"] == 1)


def test_two_devices_of_one_student_show_the_same_and_have_one_vote(
    server: ServerUnderTest, lecturer: Lecturer, phone: Callable[[str], Phone], leaving: ExitStack
) -> None:
    noor = phone("Noor")
    tablet = present(Phone(server, lecturer.room, noor.token), leaving)
    assert tablet.ask("join", name="Somebody else")["ok"]
    assert tablet.see("seat", lambda seat: True)["name"] == "Noor"
    lecturer.step_to("answering")
    card = noor.see_open_round()["card"]
    assert noor.answer(card, stage="client")["ok"]
    assert tablet.answer(card, stage="partner")["ok"]
    for device in (noor, tablet):
        device.see("seat", lambda seat: seat["answer"] and seat["answer"]["picks"] == {"stage": "partner"})
    assert lecturer.see("host", lambda host: host["answered"])["answered"] == 1


def test_a_stranger_with_another_token_has_no_seat(
    server: ServerUnderTest, lecturer: Lecturer, phone: Callable[[str], Phone], leaving: ExitStack
) -> None:
    phone("Noor")
    stranger = present(Phone(server, lecturer.room), leaving)
    stranger.see("room", lambda room: room["players"] == 1)
    eventually(lambda: ("seat", "null") in stranger.frames)
    lecturer.step_to("answering")
    assert stranger.answer(stranger.see_open_round()["card"], stage="client")["code"] == "NO_SEAT"
    assert stranger.ask("join", name="noor")["code"] == "NAME_TAKEN"


def test_a_removed_student_is_out_until_let_back(lecturer: Lecturer, phone: Callable[[str], Phone]) -> None:
    noor = phone("Noor")
    player = lecturer.see("roster", lambda roster: roster["rows"])["rows"][0]["player"]
    assert lecturer.ask("remove", player=player)["ok"]
    noor.see("seat", lambda seat: seat["is_removed"])
    assert noor.ask("join", name="Noor")["code"] == "REMOVED"
    assert lecturer.ask("let_back", player=player)["ok"]
    noor.see("seat", lambda seat: not seat["is_removed"])


def test_a_locked_room_lets_nobody_new_in(
    server: ServerUnderTest, lecturer: Lecturer, phone: Callable[[str], Phone], leaving: ExitStack
) -> None:
    noor = phone("Noor")
    assert lecturer.ask("lock", locked=True)["ok"]
    late = present(Phone(server, lecturer.room), leaving)
    assert late.ask("join", name="Late")["code"] == "ROOM_LOCKED"
    assert noor.ask("join", name="Noor")["ok"]


def test_a_host_who_reloads_finds_the_same_room_phase_and_timer(
    server: ServerUnderTest, lecturer: Lecturer, leaving: ExitStack
) -> None:
    before = lecturer.step_to("answering")
    lecturer.close()
    reloaded = present(Device(server, "host", lecturer.room), leaving)
    after = reloaded.see("host", lambda host: True)
    for field in ("room", "pin", "phase", "round", "next_step", "card_number"):
        assert after[field] == before[field]


def test_two_devices_of_the_host_press_one_key_once(
    server: ServerUnderTest, lecturer: Lecturer, leaving: ExitStack
) -> None:
    remote = present(Device(server, "host", lecturer.room), leaving)
    step = remote.see("host", lambda host: host["next_step"])["next_step"]["id"]
    acks = [device.ask("step", step=step) for device in (lecturer, remote)]
    assert acks[0]["ok"]
    assert acks[1]["code"] == "STALE_STEP"
    remote.see("host", lambda host: host["card_number"] == 1)


def test_nobody_hears_another_room(server: ServerUnderTest, lecturer: Lecturer, leaving: ExitStack) -> None:
    other = present(Lecturer(server), leaving)
    eve = Phone(server, other.room)
    leaving.callback(eve.close)
    assert eve.join("Eve")["ok"]
    lecturer.step_to("answering")
    other.step()
    eve.see_open_round()
    assert all(lecturer.room not in frame for _, frame in eve.frames)
    assert all(other.room not in frame for _, frame in lecturer.frames)
