"""The evening after over HTTP, without a store: who is told what, and that a token stands in a header alone."""

import logging
from collections.abc import Sequence
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server.rules.ids import PlayerId, RoomId, ServerMillis
from server.rules.refusals import Refusal, RefusalCode
from server.rules.room import Answer
from server.wire import http_law
from server.wire.beside_sitting import BesideSitting
from server.wire.http_mine import LONGEST_RACE, RACES_AT_ONCE, MineRoutes, MineSource
from server.wire.origins import Origins
from server.wire.packed import Packed
from server.wire.sessions import player_of
from tests.support.plain_threads import PlainThreads

TOKEN = "ab" * 16
ROOM = "room-1"


class StillClock:
    """Always the same moment."""

    def now(self) -> ServerMillis:
        """The moment."""
        return ServerMillis(0)


class Evening:
    """The routes on an app of their own, and what they asked review for."""

    def __init__(self) -> None:
        self.asked: list[Any] = []
        app = Flask(__name__, static_folder=None)
        http_law.lay_down(app, Origins(None))
        source = MineSource(
            cards_of=lambda room: self._known(room, Packed.of({"cards": []})),
            own_session_of=self._own,
            race_of=lambda room: self._known(room, Packed.of({"ghosts": 41})),
            place_after=self._place,
        )
        services = type("Some", (), {"clock": StillClock()})()
        MineRoutes(services, source).attach(app)
        self.client: FlaskClient = app.test_client()

    def _known(self, room: RoomId, body: Packed) -> Packed:
        if room != ROOM:
            raise Refusal(RefusalCode.ROOM_NOT_FOUND)
        return body

    def _own(self, room: RoomId, player: PlayerId) -> object | None:
        self._known(room, Packed.of({}))
        self.asked.append(player)
        return {"name": "Anna"} if player == player_of(TOKEN) else None

    def _place(self, room: RoomId, number: int, answers: Sequence[Answer]) -> object:
        self.asked.append((room, number, answers))
        return {"rank": 1}

    def race(self, body: object, number: int = 1) -> object:
        """The code that a race is refused with, or its rank."""
        reply: Any = self.client.post(f"/api/rooms/{ROOM}/ghosts/{number}", json=body)
        return reply.json.get("code") or reply.json.get("rank")


def code_of(reply: Any) -> str:
    """Why something was refused."""
    return str(reply.json["code"])


@pytest.fixture
def evening() -> Evening:
    """The routes."""
    return Evening()


def test_the_seats_token_opens_the_own_session(evening: Evening) -> None:
    reply = evening.client.get(f"/api/rooms/{ROOM}/mine", headers={"Authorization": f"Seat {TOKEN}"})
    assert (reply.status_code, reply.json) == (200, {"name": "Anna"})
    assert reply.headers["Cache-Control"] == "no-store"
    assert evening.asked == [player_of(TOKEN)]


@pytest.mark.parametrize(
    "given",
    [None, "", "Seat ", f"Bearer {TOKEN}", TOKEN, f"Seat {TOKEN.upper()}", f"Seat {TOKEN} ", f"Seat {'cd' * 16}",
     "Seat " + "a" * 10_000, f"seat {TOKEN}"],
)  # fmt: skip
def test_every_other_token_and_none_is_refused_alike(evening: Evening, given: str | None) -> None:
    headers = {} if given is None else {"Authorization": given}
    reply = evening.client.get(f"/api/rooms/{ROOM}/mine", headers=headers)
    assert (reply.status_code, reply.json) == (400, {"code": "TOKEN_INVALID", "retry": False})


def test_a_token_in_the_address_is_not_looked_at(evening: Evening, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        reply = evening.client.get(f"/api/rooms/{ROOM}/mine?token={TOKEN}")
        evening.client.get(f"/api/rooms/{ROOM}/mine", headers={"Authorization": f"Seat {TOKEN}"})
    assert code_of(reply) == "TOKEN_INVALID"
    assert TOKEN not in caplog.text


def test_the_cards_and_the_race_need_the_link_alone(evening: Evening) -> None:
    for path in ("cards", "ghosts"):
        plain = evening.client.get(f"/api/rooms/{ROOM}/{path}")
        squeezed = evening.client.get(f"/api/rooms/{ROOM}/{path}", headers={"Accept-Encoding": "gzip"})
        assert plain.status_code == 200
        assert squeezed.headers["Content-Encoding"] == "gzip"
        gone = evening.client.get(f"/api/rooms/another/{path}")
        assert (gone.status_code, code_of(gone)) == (404, "ROOM_NOT_FOUND")


def test_a_race_is_asked_about_with_every_answer_so_far(evening: Evening) -> None:
    said = {"picks": {"stage": "client", "chain": ["a", "b"]}, "thinking_millis": 1200, "confidence": "certain"}
    assert evening.race({"answers": [said, {"picks": {}, "thinking_millis": 0}]}, number=2) == 1
    room, number, answers = evening.asked[0]
    assert (room, number) == (ROOM, 2)
    assert [(dict(one.picks), one.thinking_millis, one.confidence) for one in answers] == [
        ({"stage": "client", "chain": ("a", "b")}, 1200, "certain"),
        ({}, 0, None),
    ]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, "BAD_REQUEST"),
        ({"answers": None}, "BAD_REQUEST"),
        ({"answers": [], "player": "x"}, "BAD_REQUEST"),
        ({"answers": [{"picks": {}}]}, "BAD_REQUEST"),
        ({"answers": [{"picks": {"a": 1}, "thinking_millis": 0}]}, "BAD_REQUEST"),
        ({"answers": [{"picks": {}, "thinking_millis": -1}]}, "BAD_NUMBER"),
        ({"answers": [{"picks": {}, "thinking_millis": 1.5}]}, "BAD_NUMBER"),
        ({"answers": [{"picks": {}, "thinking_millis": 10**12}]}, "BAD_NUMBER"),
        ({"answers": [{"picks": {"a": "b" * 101}, "thinking_millis": 0}]}, "TOO_LARGE"),
        ({"answers": [{"picks": {str(a): "b" for a in range(17)}, "thinking_millis": 0}]}, "TOO_LARGE"),
        ({"answers": [{"picks": {}, "thinking_millis": 0}] * 501}, "TOO_LARGE"),
        ({"answers": [{"picks": {}, "thinking_millis": 0, "confidence": "very"}]}, "BAD_REQUEST"),
        ({"answers": [{"picks": {"a": "\u0000"}, "thinking_millis": 0}]}, "BAD_TEXT"),
        ({"answers": "x" * LONGEST_RACE}, "TOO_LARGE"),
    ],
)
def test_what_no_race_would_send_is_refused(evening: Evening, body: object, code: str) -> None:
    assert evening.race(body) == code
    assert evening.asked == []
    assert evening.race({"answers": []}) == 1


def test_a_flood_of_races_is_slowed_down(evening: Evening) -> None:
    answered = [evening.race({"answers": []}) for _ in range(int(RACES_AT_ONCE) + 1)]
    assert answered[-2:] == [1, "TOO_FAST"]


@pytest.mark.parametrize("number", ["0x1", "-1", "1.5", "one", "%00"])
def test_a_card_has_a_whole_number(evening: Evening, number: str) -> None:
    assert evening.client.post(f"/api/rooms/{ROOM}/ghosts/{number}", json={"answers": []}).status_code == 404


def test_what_is_made_of_a_sitting_is_made_once_for_all_who_ask() -> None:
    sittings: dict[str, object] = {"a": object()}
    made: list[object] = []

    def make(sitting: object) -> int:
        made.append(sitting)
        return len(made)

    beside = BesideSitting(lambda room: sittings[room], make, PlainThreads())
    assert [beside.get(RoomId("a")) for _ in range(3)] == [1, 1, 1]
    sittings["a"] = object()
    assert beside.get(RoomId("a")) == 2
