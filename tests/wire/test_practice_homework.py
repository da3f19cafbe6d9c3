"""Homework over HTTP: set by the host, practised by whoever has the link, counted by device, never by name."""

from typing import Any

import pytest

from server.rules.marking import share
from server.rules.phases import Phase
from server.wire.http_homework import LONGEST_MILLIS
from tests.support.classroom import Classroom
from tests.wire.practice_app import LIBRARY, NOW, PracticeApp, code_of

SQUARE = LIBRARY.decks["village-square"]
ONE, OTHER = SQUARE.cards[0], SQUARE.cards[1]
STAGE = SQUARE.axes[0]
WANTED = {"command_id": "ab" * 8, "deck": SQUARE.id, "cards": [ONE.id, OTHER.id], "title": " Donderdag ", "until": None}
PHONES = ("a1" * 16, "b2" * 16, "c3" * 16)


@pytest.fixture
def app() -> PracticeApp:
    """A fresh app."""
    return PracticeApp()


def set_homework(app: PracticeApp, **change: object) -> dict[str, Any]:
    """The lecturer sets two cards."""
    reply = app.post("/api/homework", {**WANTED, **change}, as_host=True)
    assert reply.status_code == 201
    assert reply.json is not None
    line: dict[str, Any] = reply.json
    return line


def answer(device: str, card: str, right: bool) -> dict[str, Any]:
    """What a phone sends: the key of the stage, or an option that earns nothing."""
    key = next(known.keys[STAGE.id] for known in SQUARE.cards if known.id == card)
    pick = next(
        option.id
        for option in STAGE.options
        if (option.id in key.accept) == right and (right or share(STAGE, key, option.id) == 0)
    )
    return {"device": device, "card": card, "axes": [STAGE.id], "picks": {STAGE.id: pick}}


def test_only_the_host_sets_lists_closes_forgets_and_reads_results(app: PracticeApp) -> None:
    homework = set_homework(app)["id"]
    for refused in (
        app.get("/api/homework"),
        app.post("/api/homework", WANTED),
        app.post(f"/api/homework/{homework}/close", {"is_closed": True}),
        app.get(f"/api/homework/{homework}/results"),
        app.delete(f"/api/homework/{homework}"),
        app.get("/api/rooms/0123456789abcdef/worst"),
    ):
        assert code_of(refused) == (403, "FORBIDDEN")
    assert app.get(f"/api/homework/{homework}").status_code == 200


def test_a_homework_of_a_sitting_says_so_on_the_list(app: PracticeApp) -> None:
    assert set_homework(app)["room"] is None
    of_room = set_homework(app, command_id="cd" * 8, room="0123456789abcdef")
    assert of_room["room"] == "0123456789abcdef"
    assert of_room in list(app.get("/api/homework", as_host=True).json or ())
    strange = app.post("/api/homework", {**WANTED, "command_id": "ef" * 8, "room": "../etc"}, as_host=True)
    assert code_of(strange) == (404, "ROOM_NOT_FOUND")


def test_a_homework_is_set_once_however_often_it_is_asked(app: PracticeApp) -> None:
    first, again = set_homework(app), set_homework(app)
    assert first == again
    assert first["title"] == "Donderdag"
    assert first["link"] == f"https://trede.example/homework/{first['id']}"
    assert len(app.get("/api/homework", as_host=True).json or []) == 1


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"deck": "no-such"}, 404, "DECK_NOT_FOUND"),
        ({"cards": ["no-such"]}, 404, "CARD_NOT_FOUND"),
        ({"cards": [ONE.id, ONE.id]}, 400, "BAD_PICK"),
        ({"cards": []}, 400, "BAD_REQUEST"),
        ({"cards": [f"card-{number}" for number in range(41)]}, 413, "TOO_LARGE"),
        ({"title": "x" * 81}, 413, "TOO_LARGE"),
        ({"title": "a\x07"}, 400, "BAD_TEXT"),
        ({"until": NOW}, 400, "BAD_NUMBER"),
        ({"until": NOW + LONGEST_MILLIS + 1}, 400, "BAD_NUMBER"),
        ({"until": "tomorrow"}, 400, "BAD_REQUEST"),
        ({"command_id": "1"}, 400, "BAD_REQUEST"),
    ],
)
def test_an_impossible_homework_is_refused(app: PracticeApp, change: dict[str, object], status: int, code: str) -> None:
    assert code_of(app.post("/api/homework", {**WANTED, **change}, as_host=True)) == (status, code)


def test_first_tries_come_back_counted_by_card_and_axis(app: PracticeApp) -> None:
    homework = set_homework(app)["id"]
    path = f"/api/homework/{homework}/answers"
    assert app.post(path, answer(PHONES[0], ONE.id, right=True)).status_code == 200
    assert app.post(path, answer(PHONES[0], OTHER.id, right=False)).status_code == 200
    assert app.post(path, answer(PHONES[1], ONE.id, right=False)).status_code == 200
    assert app.post(path, answer(PHONES[1], ONE.id, right=True)).status_code == 200  # practised again: not a first try

    report = app.get(f"/api/homework/{homework}/results", as_host=True).json
    assert report is not None
    assert (report["begun"], report["finished"]) == (2, 1)
    assert [(row["card"], row["tries"], row["right"]) for row in report["cards"]] == [(ONE.id, 2, 1), (OTHER.id, 1, 0)]
    assert report["cards"][0]["axes"] == [
        {
            "axis": STAGE.id,
            "label": {"nl": STAGE.short_label.nl, "en": STAGE.short_label.en},
            "tries": 2,
            "right": 1,
            "mean_share": 0.5,
        }
    ]
    assert [line["devices"] for line in app.get("/api/homework", as_host=True).json or []] == [2]


def test_a_homework_that_nobody_did_has_a_report_of_noughts(app: PracticeApp) -> None:
    homework = set_homework(app)["id"]
    report = app.get(f"/api/homework/{homework}/results", as_host=True).json
    assert report is not None
    assert (report["begun"], report["finished"]) == (0, 0)
    assert [(row["tries"], row["axes"]) for row in report["cards"]] == [(0, []), (0, [])]


def test_nothing_that_came_back_names_anybody(app: PracticeApp) -> None:
    homework = set_homework(app)["id"]
    app.post(f"/api/homework/{homework}/answers", answer(PHONES[0], ONE.id, right=True))
    assert PHONES[0] not in app.get(f"/api/homework/{homework}/results", as_host=True).text
    assert code_of(
        app.post(f"/api/homework/{homework}/answers", {**answer(PHONES[0], ONE.id, True), "name": "Sem"})
    ) == (400, "BAD_REQUEST")


def test_after_its_last_moment_and_while_it_is_closed_nothing_comes_in(app: PracticeApp) -> None:
    homework = set_homework(app, until=NOW + 1000)["id"]
    path = f"/api/homework/{homework}/answers"
    app.clock.millis = NOW + 1000
    assert code_of(app.post(path, answer(PHONES[0], ONE.id, right=True))) == (409, "HOMEWORK_CLOSED")
    assert (app.get(f"/api/homework/{homework}").json or {})["is_open"] is False

    app.clock.millis = NOW
    assert app.post(f"/api/homework/{homework}/close", {"is_closed": True}, as_host=True).status_code == 204
    assert code_of(app.post(path, answer(PHONES[0], ONE.id, right=True))) == (409, "HOMEWORK_CLOSED")
    assert app.post(f"/api/homework/{homework}/close", {"is_closed": False}, as_host=True).status_code == 204
    assert app.post(path, answer(PHONES[0], ONE.id, right=True)).status_code == 200


def test_more_devices_than_it_can_have_are_told_so() -> None:
    app = PracticeApp(devices_most=1)
    homework = set_homework(app)["id"]
    path = f"/api/homework/{homework}/answers"
    assert app.post(path, answer(PHONES[0], ONE.id, right=True)).status_code == 200
    assert code_of(app.post(path, answer(PHONES[1], ONE.id, right=True))) == (409, "HOMEWORK_FULL")


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"device": "1"}, 400, "BAD_REQUEST"),
        ({"card": "no-such"}, 404, "CARD_NOT_FOUND"),
        ({"card": SQUARE.cards[5].id}, 404, "CARD_NOT_FOUND"),
        ({"picks": {STAGE.id: "no-such"}}, 400, "BAD_PICK"),
    ],
)
def test_an_answer_that_is_none_is_refused_and_not_kept(
    app: PracticeApp, change: dict[str, object], status: int, code: str
) -> None:
    homework = set_homework(app)["id"]
    body = {**answer(PHONES[0], ONE.id, right=True), **change}
    assert code_of(app.post(f"/api/homework/{homework}/answers", body)) == (status, code)
    assert app.book.answers(homework) == []


@pytest.mark.parametrize("homework", ["0" * 24, "x", "a" * 200])
def test_a_homework_that_is_not_there_says_so(app: PracticeApp, homework: str) -> None:
    assert code_of(app.get(f"/api/homework/{homework}")) == (404, "HOMEWORK_NOT_FOUND")
    assert code_of(app.post(f"/api/homework/{homework}/answers", answer(PHONES[0], ONE.id, True))) == (
        404,
        "HOMEWORK_NOT_FOUND",
    )


def test_what_the_store_cannot_keep_is_not_said_to_be_kept(app: PracticeApp) -> None:
    homework = set_homework(app)["id"]
    app.store.is_full = True
    assert code_of(app.post(f"/api/homework/{homework}/answers", answer(PHONES[0], ONE.id, True))) == (
        507,
        "STORAGE_FULL",
    )
    app.store.is_down = True
    assert code_of(app.get(f"/api/homework/{homework}")) == (503, "SERVER_BUSY")


def test_what_is_forgotten_is_gone_with_all_that_came_back(app: PracticeApp) -> None:
    homework = set_homework(app)["id"]
    app.post(f"/api/homework/{homework}/answers", answer(PHONES[0], ONE.id, right=True))
    assert app.delete(f"/api/homework/{homework}", as_host=True).status_code == 204
    assert code_of(app.get(f"/api/homework/{homework}/results", as_host=True)) == (404, "HOMEWORK_NOT_FOUND")
    assert app.book.answers(homework) == []


def test_the_worst_cards_of_a_sitting_are_offered_to_be_set_again(app: PracticeApp) -> None:
    square = Classroom(SQUARE, axes=(STAGE.id,))
    square.join("Sem")
    for right in (True, False):
        square.step_until(Phase.ANSWERING)
        card = square.room.card
        assert card is not None
        square.answer("Sem", answer(PHONES[0], card.id, right)["picks"][STAGE.id])
        square.step_until(Phase.REVEAL)
    app.rooms.append(square.room)
    assert app.get("/api/rooms/0123456789abcdef/worst", as_host=True).json == {
        "room": "0123456789abcdef",
        "deck": SQUARE.id,
        "cards": [{"id": OTHER.id, "title": {"nl": OTHER.title.nl, "en": OTHER.title.en}}],
    }
    app.rooms.clear()
    assert code_of(app.get("/api/rooms/0123456789abcdef/worst", as_host=True)) == (404, "ROOM_NOT_FOUND")
