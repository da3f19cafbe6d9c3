"""Coming in: a whole hall behind one address, late, twice, under the same name, without a name of one's own."""

import asyncio
import logging
import secrets
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from typing import Any

import pytest

from server.devtools.socketio_client import SocketIOClient, open_client
from server.devtools.whole_views import WholeViews
from tests.play.people import Lecturer, Phone, View, new_command_id, present
from tests.play.server_under_test import ServerUnderTest

log = logging.getLogger(__name__)

HALL = 300
RUSH_SECONDS = 5.0


class Newcomer:
    """One of a crowd: looks up the PIN, connects and takes a seat, as a phone's page does."""

    def __init__(self, server: ServerUnderTest, pin: str, number: int) -> None:
        self.server, self.pin, self.number = server, pin, number
        self.ack: View = {}
        self.waited = 0.0
        self.room: View = {}
        self._views = WholeViews()
        self._client: SocketIOClient | None = None

    async def come_in(self) -> None:
        """At its own moment within the rush."""
        await asyncio.sleep(RUSH_SECONDS * self.number / HALL)
        began = time.monotonic()
        found = await asyncio.to_thread(self.server.get, f"/api/pins/{self.pin}")
        assert found.status == 200, found
        auth = {"protocol": 2, "role": "player", "room": found.json["room"], "token": secrets.token_hex(16)}
        self._client = await open_client(self.server.url, auth, self._hear)
        self._listening = asyncio.create_task(self._client.listen())
        join = {"command_id": new_command_id(), "name": f"Student {self.number}"}
        self.ack = await self._client.call("join", join, 20.0)
        self.waited = time.monotonic() - began

    async def leave(self) -> None:
        """Goes home."""
        if self._client is not None:
            await self._client.close()
            await self._listening

    def _hear(self, event: str, *told: Any) -> None:
        view = self._views.take(event, *told)
        if event == "room":
            self.room = view


def test_a_hall_of_three_hundred_behind_one_address_comes_in(server: ServerUnderTest, lecturer: Lecturer) -> None:
    crowd = [Newcomer(server, lecturer.pin, number) for number in range(HALL)]

    async def rush() -> float:
        began = time.monotonic()
        await asyncio.gather(*(newcomer.come_in() for newcomer in crowd))
        took = time.monotonic() - began
        lecturer.see("host", lambda host: host["players"] == HALL)
        lecturer.step()
        while any(newcomer.room.get("phase") != "answering" for newcomer in crowd):
            await asyncio.sleep(0.05)
        await asyncio.gather(*(newcomer.leave() for newcomer in crowd))
        return took

    took = asyncio.run(asyncio.wait_for(rush(), 120.0))
    waited = sorted(newcomer.waited for newcomer in crowd)
    log.info(
        "%s behind one address: in after %.1f s, one by one %.2f s, %.2f at most", HALL, took, waited[150], waited[-1]
    )
    assert [newcomer.ack for newcomer in crowd if not newcomer.ack["ok"]] == []


def test_who_comes_late_sees_what_everybody_sees_in_every_phase(server: ServerUnderTest, leaving: ExitStack) -> None:
    lecturer = present(Lecturer(server, reading_seconds=60, answer_seconds=60), leaving)
    seen: list[tuple[str, int]] = []

    def somebody_comes() -> View:
        late = Phone(server, lecturer.room)
        leaving.callback(late.close)
        assert late.join(f"Laat {len(seen)}")["ok"]
        room = late.see("room", lambda room: True)
        seat = late.see("seat", lambda seat: True)
        assert (seat["answer"], seat["points"]) == (None, 0)
        result = seat["result"]
        assert result is None or all(axis["pick"] is None for axis in result["axes"])
        has_reveal = room["reveal"] is not None
        assert has_reveal is (room["phase"] == "reveal")
        if room["phase"] == "answering":
            pick = {"stage": "client"}
            ack = late.ask("answer", card=room["round"]["card"], picks=pick, shown_millis=9, vote=room["round"]["vote"])
            assert ack["ok"], ack
        seen.append((room["phase"], room["round"]["vote"] if room["round"] else 0))
        return room

    somebody_comes()  # lobby
    for _ in ("reading", "answering", "closed"):
        lecturer.step()
        somebody_comes()
    card = lecturer.see("host", lambda host: True)["round"]["card"]
    ack = lecturer.ask("talk", card=card, axes=["stage"], seconds=None)
    assert ack["ok"], ack
    lecturer.see("host", lambda host: host["phase"] == "talk")
    somebody_comes()
    lecturer.step_to("answering")
    somebody_comes()
    lecturer.step_to("reveal")
    somebody_comes()
    lecturer.step_to("leaderboard")
    somebody_comes()
    assert lecturer.ask("podium")["ok"]
    lecturer.see("host", lambda host: host["phase"] == "podium")
    somebody_comes()
    assert seen == [
        ("lobby", 0),
        ("reading", 1),
        ("answering", 1),
        ("closed", 1),
        ("talk", 1),
        ("answering", 2),
        ("reveal", 2),
        ("leaderboard", 0),
        ("podium", 0),
    ]
    assert lecturer.ask("end")["ok"]
    too_late = Phone(server, lecturer.room)
    leaving.callback(too_late.close)
    assert too_late.join("Te laat")["code"] == "ROOM_ENDED"


@pytest.mark.parametrize("twin", ["Noor", "noor", " NOOR ", "No\u200bor", "N\u043eor", "\uff2eoor"])
def test_a_name_that_is_there_already_is_refused_with_one_that_is_free(
    server: ServerUnderTest, lecturer: Lecturer, phone: Callable[[str], Phone], leaving: ExitStack, twin: str
) -> None:
    phone("Noor")
    second = Phone(server, lecturer.room)
    leaving.callback(second.close)
    refused = second.join(twin)
    assert refused["code"] == "NAME_TAKEN"
    assert second.ask("join", name=refused["suggestion"])["ok"]
    assert lecturer.see("host", lambda host: host["players"] == 2)


def test_of_two_who_want_one_name_at_once_one_gets_it(
    server: ServerUnderTest, lecturer: Lecturer, leaving: ExitStack
) -> None:
    rivals = [Phone(server, lecturer.room) for _ in range(8)]
    for rival in rivals:
        leaving.callback(rival.close)
        rival.connect()
    acks = at_once([partial(rival.ask, "join", name="Noor") for rival in rivals])
    assert sorted(ack["ok"] for ack in acks) == [False] * 7 + [True]
    assert {ack["code"] for ack in acks if not ack["ok"]} == {"NAME_TAKEN"}


def test_a_word_that_the_host_does_not_want_is_in_no_name(server: ServerUnderTest, leaving: ExitStack) -> None:
    lecturer = present(Lecturer(server, blocked_words=["stink"]), leaving)
    student = Phone(server, lecturer.room)
    leaving.callback(student.close)
    assert student.join("Grote STINKerd")["code"] == "NAME_NOT_ALLOWED"
    assert student.ask("join", name="Grote Stap")["ok"]


def test_where_names_are_off_only_those_on_offer_can_be_taken(server: ServerUnderTest, leaving: ExitStack) -> None:
    lecturer = present(Lecturer(server, names_off=True), leaving)
    offered = server.get(f"/api/pins/{lecturer.pin}").json["offered_names"]
    student = Phone(server, lecturer.room)
    leaving.callback(student.close)
    assert student.join("Noor")["code"] == "NAME_NOT_OFFERED"
    assert student.ask("join", name=offered["nl"][0])["ok"]
    assert offered["nl"][0] not in server.get(f"/api/pins/{lecturer.pin}").json["offered_names"]["nl"]


def test_two_phones_on_one_seat_that_answer_at_once_are_one_vote(
    server: ServerUnderTest, lecturer: Lecturer, phone: Callable[[str], Phone], leaving: ExitStack
) -> None:
    noor = phone("Noor")
    other = present(Phone(server, lecturer.room, noor.token), leaving)
    assert other.ask("join", name="Noor")["ok"]
    lecturer.step_to("answering")
    card = noor.see_open_round()["card"]
    for turn in range(5):
        picks = ("client", "partner") if turn % 2 else ("supporter", "client")
        acks = at_once(
            [
                partial(noor.answer, card, stage=picks[0]),
                partial(other.answer, card, stage=picks[1]),
            ]
        )
        assert all(ack["ok"] for ack in acks)
        newest = max(ack["version"] for ack in acks)
        shown = [answer_since(device, newest) for device in (noor, other)]
        assert shown[0] == shown[1]
        assert shown[0]["picks"]["stage"] in picks
    host = lecturer.see("host", lambda host: host["version"] >= newest)
    assert (host["players"], host["answered"]) == (1, 1)
    (stage,) = [axis for axis in host["keys"] if axis["axis"] == "stage"]
    assert sum(count["count"] for count in stage["counts"]) == 1


def answer_since(device: Phone, version: int) -> View:
    """The answer that a device shows once it knows of that version."""
    answer: View = device.see("seat", lambda seat: seat["version"] >= version)["answer"]
    return answer


def at_once(acts: list[Callable[[], View]]) -> list[View]:
    """Does all of them at the same moment; their acks in order."""
    ready, acks = threading.Barrier(len(acts)), dict[int, View]()

    def act(place: int) -> None:
        ready.wait()
        acks[place] = acts[place]()

    threads = [threading.Thread(target=act, args=(place,)) for place in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [acks[place] for place in range(len(acts))]
