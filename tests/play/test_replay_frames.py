"""The replay of a sitting is what the projector was sent while it went on: every view, field by field."""

import json
from contextlib import ExitStack
from typing import Any

from server.content.library import load_library
from server.review.replay import make_replay
from server.rooms.skimmed_log import skimmed
from server.rules.events import Event
from server.rules.ids import RoomId
from server.store.event_codec import decode_event
from server.wire.strict_json import StrictJson
from tests.play.people import Device, Lecturer, Phone, View, new_command_id, present
from tests.play.server_under_test import ServerUnderTest
from tests.review.replayed import no_rest, parts_of, views_of

DECK = load_library().decks["village-square"]
CLEAR = [card.id for card in DECK.cards if card.status.value == "clear"]
CONTESTED = [card.id for card in DECK.cards if card.status.value == "contested"]
OF_THE_MOMENT = "server_now"


class Hall:
    """A lecturer, a projector that keeps all it is sent, and students."""

    def __init__(self, server: ServerUnderTest, leaving: ExitStack) -> None:
        self.server, self._leaving = server, leaving
        cards = [*CLEAR[:2], *CONTESTED[:1], CLEAR[2]]
        self.lecturer = present(
            Lecturer(server, cards=cards, trial=True, answer_seconds=60, reading_seconds=5), leaving
        )
        self.screen = present(Device(server, "screen", self.lecturer.room), leaving)
        self.students: dict[str, Phone] = {}
        self.joined: dict[str, str] = {}

    def join(self, *names: str) -> None:
        """They come in, one after the other."""
        for name in names:
            phone = self.students[name] = Phone(self.server, self.lecturer.room)
            self._leaving.callback(phone.close)
            assert phone.join(name)["ok"]
            roster = self.lecturer.see("roster", lambda view, name=name: _row(view, name))  # type: ignore[misc]
            self.joined[name] = _row(roster, name)["player"]

    def say(self, event: str, **what: Any) -> None:
        """The lecturer does something, and it is done."""
        ack = self.lecturer.ask(event, **what)
        assert ack["ok"], (event, ack)
        self.lecturer.see("host", lambda host: host["version"] >= ack["version"])

    def everybody_answers(self, vote: int = 1) -> None:
        """Each something else, on what is asked."""
        for place, phone in enumerate(self.students.values()):
            room = phone.see("room", lambda room: room["phase"] == "answering" and room["round"]["vote"] == vote)
            asked = room["round"]
            axes = [axis for axis in asked["axes"] if axis["id"] in asked["open_axes"]]
            picks = {axis["id"]: axis["options"][(place + vote) % len(axis["options"])]["id"] for axis in axes}
            ack = phone.send(
                "answer",
                {
                    "command_id": new_command_id(),
                    "card": asked["card"],
                    "picks": picks,
                    "shown_millis": 700,
                    "vote": vote,
                },
            )
            assert ack["ok"], ack

    @property
    def card(self) -> str:
        """The card on the screen."""
        card: str = self.lecturer.see("host", lambda host: host["round"])["round"]["card"]
        return card

    def undo(self) -> None:
        """The last step is taken back."""
        self.say("undo", step=self.lecturer.see("host", lambda host: host["undo"])["undo"]["id"])


def _row(roster: View, name: str) -> View:
    found: View = next((row for row in roster["rows"] if row["name"] == name), {})
    return found


def play_an_eventful_hour(hall: Hall) -> None:
    """All that a lecturer may come to do, once."""
    lecturer = hall.lecturer
    hall.join("Noor", "Sem", "Eva", "Finn")
    hall.say("lock", locked=True)
    hall.say("lock", locked=False)
    lecturer.step_to("answering")  # the trial
    hall.everybody_answers()
    lecturer.step_to("reveal")

    lecturer.step_to("answering")
    hall.join("Late")
    hall.everybody_answers()
    hall.say("extend", card=hall.card, seconds=30)
    lecturer.step_to("closed")
    hall.undo()
    lecturer.step_to("closed")
    hall.say("talk", card=hall.card, seconds=60)
    lecturer.step_to("answering")
    hall.everybody_answers(vote=2)
    first = hall.card
    lecturer.step_to("leaderboard")
    hall.say("board", board="confusions")
    hall.say("board", board=None)

    lecturer.step_to("answering")
    hall.say("rename", player=hall.joined["Sem"], name="Samuel")
    hall.say("remove", player=hall.joined["Finn"])
    del hall.students["Finn"]
    hall.everybody_answers()
    hall.say("skip", card=hall.card)

    lecturer.step_to("answering")  # the contested card
    hall.say("let_back", player=hall.joined["Finn"])
    hall.everybody_answers()
    lecturer.step_to("reveal")
    hall.say("earlier", card=first)
    hall.say("board", board="matrix", axis="stage")
    lecturer.step_to("leaderboard")
    lecturer.step_to("podium")
    lecturer.step_to("ended")
    hall.screen.see("screen", lambda view: view["phase"] == "ended")


def test_every_view_that_was_sent_live_is_in_the_replay(server: ServerUnderTest, leaving: ExitStack) -> None:
    hall = Hall(server, leaving)
    play_an_eventful_hour(hall)
    live = {view["version"]: view for view in map(json.loads, _sent(hall.screen))}
    phases = {"lobby", "reading", "answering", "closed", "talk", "reveal", "leaderboard", "podium", "ended"}
    assert {view["phase"] for view in live.values()} == phases
    assert any(view["board"] for view in live.values())

    # Every version: from the log, with a frame for each.
    room = hall.lecturer.room
    playback = make_replay(RoomId(room), skimmed(_log(hall.lecturer)), with_names=True, rest=no_rest, frame_millis=0)
    views = {
        view.version: StrictJson.loads(StrictJson.dumps(view)) for part in parts_of(playback) for view in views_of(part)
    }
    for version, view in live.items():
        assert _lasting(view) == _lasting(views[version]), f"version {version}"

    # And what the host's page gets: a frame for all that was told apart.
    fetched = {view["version"]: view for view in _fetched(hall.lecturer, "?names=true")}
    told_apart = live.keys() & fetched.keys()
    assert len(told_apart) >= len(live) * 2 // 3
    assert {live[version]["phase"] for version in told_apart} == phases
    for version in told_apart:
        assert _lasting(live[version]) == _lasting(fetched[version]), f"version {version}"


def test_a_shared_link_is_the_same_but_for_the_names(server: ServerUnderTest, leaving: ExitStack) -> None:
    hall = Hall(server, leaving)
    play_an_eventful_hour(hall)
    host, room = hall.lecturer, hall.lecturer.room
    head = server.get(f"/api/rooms/{room}/replay")
    assert head.json["with_names"] is False
    part = f"/api/rooms/{room}/replay/{head.json['version']}/0"
    for address in (f"/api/rooms/{room}/replay?names=true", f"{part}?names=true"):
        assert server.get(address).status == 403
        assert host.get(address).status == 200
    said = head.body + b"".join(server.get(f"{part[:-1]}{place}").body for place in range(len(head.json["parts"])))
    for name in ("Noor", "Sem", "Samuel", "Eva", "Finn", "Late"):
        assert name.encode() not in said
    assert b'"P5"' in said
    named, nameless = _fetched(host, "?names=true"), _fetched(host, "")
    assert [_without_names(view) for view in named] == [_without_names(view) for view in nameless]
    assert any("Samuel" in view["newest_names"] for view in named)


def test_parts_come_squeezed_where_that_is_asked_for(server: ServerUnderTest, leaving: ExitStack) -> None:
    lecturer = present(Lecturer(server), leaving)
    lecturer.step()
    address = f"/api/rooms/{lecturer.room}/replay"
    head = server.get(address)
    part = f"{address}/{head.json['version']}/0"
    for one in (address, part):
        squeezed = server.get(one, Accept_Encoding="gzip")
        assert squeezed.headers["content-encoding"] == "gzip"
        assert squeezed.headers["cache-control"] == "no-store"
        assert "content-encoding" not in server.get(one).headers
    assert server.get(f"{address}/{head.json['version']}/9").json["code"] == "BAD_NUMBER"
    assert server.get(f"{address}/{head.json['version']}/x").json["code"] == "BAD_NUMBER"
    assert server.get(f"{address}/99/0").json["code"] == "NOT_NOW"


def _sent(screen: Device) -> list[str]:
    return [body for name, body in screen.frames if name == "screen"]


def _log(lecturer: Lecturer) -> list[Event]:
    events: list[Event] = []
    while entries := lecturer.get(f"/api/rooms/{lecturer.room}/log?after={len(events)}").json["entries"]:
        for entry in entries:
            kind = entry["event"].pop("type")
            written = {
                name: value for name, value in entry["event"].items() if value is not None or name != "confidence"
            }
            events.append(decode_event(json.dumps([kind, written], separators=(",", ":")).encode()))
    return events


def _fetched(asker: Lecturer, names: str) -> list[View]:
    """The views of all parts, as a page reads them."""
    address = f"/api/rooms/{asker.room}/replay"
    head = asker.get(f"{address}{names}").json
    views: list[View] = []
    for place in range(len(head["parts"])):
        whole: View = {}
        for frame in asker.get(f"{address}/{head['version']}/{place}{names}").json["frames"]:
            whole = {**whole, **frame["change"]}
            views.append(whole)
    return views


def _lasting(view: View) -> View:
    return {name: value for name, value in view.items() if name != OF_THE_MOMENT}


def _without_names(view: View) -> View:
    rows = [{**row, "name": ""} for row in (*view["leaderboard"], *view["podium"])]
    honours = [{**honour, "players": len(honour["players"])} for honour in view["honours"]]
    return {**view, "newest_names": len(view["newest_names"]), "leaderboard": rows, "podium": [], "honours": honours}
