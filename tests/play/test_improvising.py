"""The lecturer improvises over real sockets: second votes, confidence, time of one's own, undo and skip under fire."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import Any

import pytest

from tests.play.people import Lecturer, Phone, View, present
from tests.play.server_under_test import ServerUnderTest

CLASS = 12
TAKEN_BACK = 5


def answer(phone: Phone, view: View, pick: str, confidence: str | None = None) -> View:
    """An answer on the stage, in the vote that the view says is open."""
    said: dict[str, Any] = {"confidence": confidence} if confidence else {}
    vote = view["round"]["vote"]
    return phone.ask("answer", card=view["round"]["card"], picks={"stage": pick}, shown_millis=900, vote=vote, **said)


def open_vote(phone: Phone, vote: int = 1) -> View:
    """The room as the phone sees it, once that vote is open."""
    return phone.see("room", lambda room: room["phase"] == "answering" and room["round"]["vote"] == vote)


def right_pick(host: View) -> str:
    """The key of the stage."""
    (stage,) = [axis for axis in host["keys"] if axis["axis"] == "stage"]
    option: str = stage["accepted"][0]["option"]
    return option


def reloaded(phone: Phone, leaving: ExitStack) -> Phone:
    """The same device after its page was loaded anew."""
    phone.close()
    return present(Phone(phone.server, str(phone.auth["room"]), phone.token), leaving)


def answers_in_log(lecturer: Lecturer) -> list[tuple[str, str, int]]:
    """Who answered which card in which vote, as it is kept."""
    found, after = [], 0
    while entries := lecturer.get(f"/api/rooms/{lecturer.room}/log?after={after}").json["entries"]:
        after = entries[-1]["version"]
        found += [entry["event"] for entry in entries if entry["event"]["type"] == "AnswerGiven"]
    return [(event["player"], event["command_id"], event.get("vote", 1)) for event in found]


def test_two_votes_with_confidence_survive_a_reload_in_every_phase(server: ServerUnderTest, leaving: ExitStack) -> None:
    lecturer = present(Lecturer(server, axes=["stage"], asks_confidence=True, answer_seconds=60), leaving)
    noor = Phone(server, lecturer.room)
    leaving.callback(noor.close)
    assert noor.join("Noor")["ok"]

    right = right_pick(lecturer.step())
    wrong = "prospect" if right != "prospect" else "client"
    assert answer(noor, open_vote(noor), wrong, "guess")["ok"]
    noor = reloaded(noor, leaving)
    assert noor.see("seat", lambda seat: seat["answer"])["answer"]["confidence"] == "guess"

    lecturer.step_to("closed")
    noor = reloaded(noor, leaving)
    room = noor.see("room", lambda room: room["phase"] == "closed")
    assert room["reveal"] is None
    assert noor.see("seat", lambda seat: True)["answer"]["picks"] == {"stage": wrong}

    ack = lecturer.ask("talk", card=room["round"]["card"], axes=["stage"], seconds=30)
    assert ack["ok"], ack
    noor = reloaded(noor, leaving)
    talking = noor.see("room", lambda room: room["phase"] == "talk")
    assert talking["round"]["open_axes"] == ["stage"]
    assert answer(noor, talking, right)["code"] in {"NOT_OPEN", "TOO_LATE", "NOT_NOW"}

    lecturer.step_to("answering")
    noor = reloaded(noor, leaving)
    assert noor.see("seat", lambda seat: True)["answer"]["vote"] == 1  # the first vote stands until it is said anew
    assert answer(noor, open_vote(noor, 2), right, "certain")["ok"]
    noor = reloaded(noor, leaving)
    kept = noor.see("seat", lambda seat: seat["answer"]["vote"] == 2)["answer"]
    assert (kept["picks"], kept["confidence"]) == ({"stage": right}, "certain")

    lecturer.step_to("reveal")
    for _ in ("reveal", "once more"):
        noor = reloaded(noor, leaving)
        result = noor.see("seat", lambda seat: seat["result"])["result"]
        assert result["points"] == 3000  # certain and right, and the second vote counts
        assert result["axes"][0]["first_pick"] == wrong
    lecturer.step_to("leaderboard")
    assert reloaded(noor, leaving).see("seat", lambda seat: True)["points"] == 3000


def test_an_answer_that_is_certain_and_wrong_costs(server: ServerUnderTest, leaving: ExitStack) -> None:
    lecturer = present(Lecturer(server, axes=["stage"], asks_confidence=True), leaving)
    noor = Phone(server, lecturer.room)
    leaving.callback(noor.close)
    assert noor.join("Noor")["ok"]
    right = right_pick(lecturer.step())
    assert answer(noor, open_vote(noor), "prospect" if right != "prospect" else "ambassador", "certain")["ok"]
    lecturer.step_to("reveal")
    assert noor.see("seat", lambda seat: seat["result"])["result"]["points"] < 0


def test_who_has_time_of_his_own_answers_after_the_others_also_after_a_reload(
    server: ServerUnderTest, leaving: ExitStack, wait_until: Callable[[int], None]
) -> None:
    lecturer = present(Lecturer(server, axes=["stage"], answer_seconds=5), leaving)
    noor, sem = Phone(server, lecturer.room), Phone(server, lecturer.room)
    for phone, name in ((noor, "Noor"), (sem, "Sem")):
        leaving.callback(phone.close)
        assert phone.join(name)["ok"]
    (row,) = [
        row for row in lecturer.see("roster", lambda roster: len(roster["rows"]) == 2)["rows"] if row["name"] == "Noor"
    ]
    assert lecturer.ask("extra_time", player=row["player"], allowance="double")["ok"]
    right = right_pick(lecturer.step())
    view = open_vote(noor)
    own = noor.see("seat", lambda seat: seat["own_time"])["own_time"]
    assert own["closes_at"] > view["round"]["closes_at"]

    closed = noor.see("room", lambda room: room["phase"] == "closed")
    noor = reloaded(noor, leaving)
    assert noor.see("seat", lambda seat: seat["own_time"])["own_time"] == own
    assert answer(noor, closed, right)["ok"]
    wait_until(view["round"]["closes_at"] + 1000)
    assert answer(sem, closed, right)["code"] == "TOO_LATE"
    lecturer.step_to("reveal")
    assert noor.see("seat", lambda seat: seat["result"])["result"]["points"] == 1000


class Storm:
    """A class whose phones answer again and again, and note what they were promised."""

    def __init__(self, phones: list[Phone]) -> None:
        self.kept: dict[str, tuple[str, int]] = {}
        self.refused: list[str] = []
        self._is_over = threading.Event()
        self._threads = [threading.Thread(target=self._rage, args=(phone,)) for phone in phones]

    def begin(self) -> None:
        """Lets them loose."""
        for thread in self._threads:
            thread.start()

    def end(self) -> None:
        """Waits for the last answer's ack."""
        self._is_over.set()
        for thread in self._threads:
            thread.join()

    def _rage(self, phone: Phone) -> None:
        picks = ("client", "partner")
        number = 0
        while not self._is_over.is_set():
            room = phone.views.get("room")
            if room is None or room["round"] is None:
                time.sleep(0.01)
                continue
            number += 1
            message: dict[str, Any] = {
                "command_id": f"{phone.token[:20]}{number:08x}",
                "card": room["round"]["card"],
                "picks": {"stage": picks[number % 2]},
                "shown_millis": 900,
                "vote": room["round"]["vote"],
            }
            ack = phone.send("answer", message)
            if ack["ok"]:
                self.kept[message["command_id"]] = (room["round"]["card"], message["vote"])
            else:
                self.refused.append(ack["code"])
            time.sleep(0.12)


@contextmanager
def raging(phones: list[Phone]) -> Iterator[Storm]:
    """A storm of answers, for as long as the block lasts."""
    storm = Storm(phones)
    storm.begin()
    try:
        yield storm
    finally:
        storm.end()


@pytest.fixture
def class_of_twelve(lecturer: Lecturer, phone: Callable[[str], Phone]) -> list[Phone]:
    """Twelve phones with a seat."""
    return [phone(f"Student {number}") for number in range(CLASS)]


def assert_nothing_lost(lecturer: Lecturer, storm: Storm) -> None:
    """Every answer that was acknowledged is in the log, once; nothing else is; and every refusal has its reason."""
    logged = [command for _, command, _ in answers_in_log(lecturer)]
    assert len(logged) == len(set(logged))
    assert set(logged) == set(storm.kept)
    assert set(storm.refused) <= {"NOT_OPEN", "TOO_LATE", "WRONG_CARD", "NOT_NOW", "TOO_FAST", "BAD_PICK"}
    assert len(storm.kept) > CLASS


def test_undo_in_a_storm_of_answers_loses_none(lecturer: Lecturer, class_of_twelve: list[Phone]) -> None:
    with raging(class_of_twelve) as storm:
        lecturer.step_to("answering")
        for _ in range(TAKEN_BACK):
            lecturer.see("host", lambda host: host["phase"] == "answering" and host["answered"] > 0)
            closed = lecturer.step()
            ack = lecturer.ask("undo", step=closed["undo"]["id"])
            assert ack["ok"], ack
            time.sleep(0.2)  # answers go on coming in
    assert lecturer.see("host", lambda host: True)["phase"] == "answering"
    assert_nothing_lost(lecturer, storm)
    for phone in class_of_twelve:
        assert phone.see("seat", lambda seat: seat["answer"])["answer"]["picks"]["stage"] in {"client", "partner"}


def has_left(card: str, host: View) -> bool:
    """Whether the host is past that card."""
    return host["round"] is None or host["round"]["card"] != card


def test_skipping_in_a_storm_of_answers_loses_none(lecturer: Lecturer, class_of_twelve: list[Phone]) -> None:
    with raging(class_of_twelve) as storm:
        for _ in range(4):
            view = lecturer.step_to("answering")
            lecturer.see("host", lambda host: host["answered"] >= CLASS // 2)
            assert lecturer.ask("skip", card=view["round"]["card"])["ok"]
            lecturer.see("host", partial(has_left, view["round"]["card"]))
    assert_nothing_lost(lecturer, storm)
    assert len({card for card, _ in storm.kept.values()}) >= 3


def test_a_second_vote_in_a_storm_of_answers_loses_none(lecturer: Lecturer, class_of_twelve: list[Phone]) -> None:
    with raging(class_of_twelve) as storm:
        lecturer.step_to("answering")
        lecturer.see("host", lambda host: host["answered"] == CLASS)
        view = lecturer.step_to("closed")
        assert lecturer.ask("talk", card=view["round"]["card"], axes=["stage"], seconds=None)["ok"]
        time.sleep(0.3)
        lecturer.step_to("answering")
        lecturer.see("host", lambda host: host["round"]["vote"] == 2 and host["answered"] == CLASS)
        lecturer.step_to("reveal")
    assert_nothing_lost(lecturer, storm)
    assert {vote for _, vote in storm.kept.values()} == {1, 2}
