"""A whole sitting of the flagship deck, from the PIN to the podium and the replay."""

import json
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

from server.content.library import load_library
from server.rules.cards import Card
from server.rules.ids import AxisId
from tests.play.people import Device, Lecturer, Phone, View, present
from tests.play.server_under_test import ServerUnderTest

DECK = load_library().decks["village-square"]


def test_a_class_plays_the_whole_deck_to_the_podium(
    server: ServerUnderTest, lecturer: Lecturer, phone: Callable[[str], Phone], leaving: ExitStack
) -> None:
    screen = present(Device(server, "screen", lecturer.room), leaving)
    noor, sem = phone("Noor"), phone("Sem")
    lecturer.see("roster", lambda roster: [row["name"] for row in roster["rows"]] == ["Noor", "Sem"])

    for card in DECK.cards:
        lecturer.step_to("answering")
        asked = noor.see("room", open_on(card.id))["round"]
        sem.see("room", open_on(card.id))
        for frames in (noor.frames, sem.frames, screen.frames):
            assert_nothing_tells(frames, card)
        right = {axis["id"]: str(next(iter(card.keys[AxisId(axis["id"])].accept))) for axis in asked["axes"]}
        first = {axis["id"]: axis["options"][0]["id"] for axis in asked["axes"]}
        assert noor.ask("answer", card=card.id, picks=right, shown_millis=800)["ok"]
        assert sem.ask("answer", card=card.id, picks=first, shown_millis=900)["ok"]
        noor.see("seat", answered(right))
        lecturer.step_to("leaderboard")
        result = noor.see("seat", result_on(card.id))["result"]
        assert all(axis["verdict"] == "right" for axis in result["axes"])

    lecturer.step_to("podium")
    podium = noor.see("room", lambda room: room["podium"])["podium"]
    assert [(row["rank"], row["name"]) for row in podium] == [(1, "Noor"), (2, "Sem")]
    screen.see("screen", lambda view: view["podium"] == podium)
    lecturer.step_to("ended")
    assert_stored_standings_are_the_podium(lecturer, podium)
    assert_replay_leads_to_the_podium(server, lecturer, podium)
    assert server.get(f"/api/pins/{lecturer.pin}").status == 404


def open_on(card: str) -> Callable[[View], bool]:
    """Whether a room view has the open round of a card."""
    return lambda room: room["phase"] == "answering" and room["round"]["card"] == card


def answered(picks: dict[str, str]) -> Callable[[View], bool]:
    """Whether a seat view holds this answer."""
    return lambda seat: seat["answer"] is not None and seat["answer"]["picks"] == picks


def result_on(card: str) -> Callable[[View], bool]:
    """Whether a seat view has the result of a card."""
    return lambda seat: seat["result"] is not None and seat["result"]["card"] == card


def assert_nothing_tells(frames: list[tuple[str, str]], card: Card) -> None:
    """Nothing that a student or the projector has got so far says what only the reveal of this card may say."""
    secrets = [text for key in card.keys.values() for text in (key.why.nl, key.why.en)]
    secrets += [text for trap in card.traps for text in (trap.text.nl, trap.text.en)]
    for name, frame in frames:
        for secret in secrets:
            assert json.dumps(secret, ensure_ascii=False)[1:-1] not in frame, f"{name} tells of {card.id}"
        view = json.loads(frame)
        if view and view.get("round") and view["round"]["card"] == card.id:
            assert view["reveal"] is None


def assert_stored_standings_are_the_podium(lecturer: Lecturer, podium: list[Any]) -> None:
    rows = lecturer.get(f"/api/rooms/{lecturer.room}/leaderboard").json["rows"]
    assert [(row["rank"], row["name"], row["points"]) for row in rows] == [
        (row["rank"], row["name"], row["points"]) for row in podium
    ]


def assert_replay_leads_to_the_podium(server: ServerUnderTest, lecturer: Lecturer, podium: list[Any]) -> None:
    """For everybody without names, for the host with them."""
    open_to_all = server.get(f"/api/rooms/{lecturer.room}/replay").json
    assert not open_to_all["is_live"]
    assert [card["id"] for card in open_to_all["cards"]] == [card.id for card in DECK.cards]
    assert "Noor" not in json.dumps(open_to_all)
    assert server.get(f"/api/rooms/{lecturer.room}/replay?names=true").status == 403
    last: dict[str, Any] = {}
    named = lecturer.get(f"/api/rooms/{lecturer.room}/replay?names=true").json
    part = f"/api/rooms/{lecturer.room}/replay/{named['version']}/{len(named['parts']) - 1}"
    assert "Noor" not in json.dumps(server.get(part).json)
    for frame in lecturer.get(f"{part}?names=true").json["frames"]:
        last |= frame["change"]
    assert last["podium"] == podium
