"""Practice and mock exams over HTTP: questions without keys, marks for answers, one coded refusal for all else."""

import gzip
import json

import pytest

from server.rules.phases import Phase
from server.wire.http_practice import ASKED_AT_ONCE
from tests.support.classroom import Classroom
from tests.wire.practice_app import LIBRARY, PracticeApp, code_of

SQUARE = LIBRARY.decks["village-square"]
CARD = SQUARE.cards[0]
EXAM = LIBRARY.exams["exam-cg"]
KEYS = {item.id: item.key for section in EXAM.sections for item in section.items}
PATH = f"/api/practice/{SQUARE.id}/{CARD.id}"
ALL_AXES = [axis.id for axis in SQUARE.axes if axis.id in CARD.keys]


@pytest.fixture
def app() -> PracticeApp:
    """A fresh app."""
    return PracticeApp()


def test_the_shelf_names_every_deck_and_exam_and_says_no_more_of_a_card_than_its_title(app: PracticeApp) -> None:
    shelf = app.get("/api/practice").json
    assert shelf is not None
    assert [deck["id"] for deck in shelf["decks"]] == list(LIBRARY.decks)
    assert {name for deck in shelf["decks"] for card in deck["cards"] for name in card} == {"id", "title"}
    assert shelf["exams"] == [
        {
            "id": "exam-cg",
            "title": {"nl": EXAM.title.nl, "en": EXAM.title.en},
            "about": {"nl": EXAM.about.nl, "en": EXAM.about.en},
            "items": len(KEYS),
            "questions": 2,
            "minutes": None,
        }
    ]


def test_the_shelf_is_squeezed_for_whoever_can_read_that(app: PracticeApp) -> None:
    plain, squeezed = app.get("/api/practice"), app.get("/api/practice", encoding="gzip")
    assert squeezed.headers["Content-Encoding"] == "gzip"
    assert json.loads(gzip.decompress(squeezed.data)) == plain.json
    assert len(squeezed.data) < len(plain.data) / 2


def test_a_card_of_a_warm_up_is_found_in_the_deck_that_it_is_from(app: PracticeApp) -> None:
    asked = app.get(f"/api/practice/warm-up/{CARD.id}").json
    assert asked is not None
    assert asked["card"] == CARD.id
    assert code_of(app.get("/api/practice/warm-up/no-such-card")) == (404, "DECK_NOT_FOUND")
    exam_item = next(iter(KEYS))
    assert code_of(app.get(f"/api/practice/warm-up/{exam_item}")) == (404, "DECK_NOT_FOUND")


def test_a_card_comes_without_its_truth_and_the_answer_brings_it(app: PracticeApp) -> None:
    asked = app.get(PATH)
    assert asked.json is not None
    assert [axis["id"] for axis in asked.json["axes"]] == ALL_AXES
    for key in CARD.keys.values():
        assert key.why.nl not in asked.text

    picks = {axis: next(iter(CARD.keys[axis].accept)) for axis in ALL_AXES}
    told = app.post(PATH, {"axes": ALL_AXES, "picks": picks, "confidence": "certain"}).json
    assert told is not None
    assert told["is_hit"] is True
    assert told["shares"] == dict.fromkeys(ALL_AXES, 1.0)
    assert told["result"]["points"] == 3000 * len(ALL_AXES)
    assert [axis["why"]["nl"] for axis in told["axes"]] == [CARD.keys[axis].why.nl for axis in ALL_AXES]


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({}, 400, "BAD_REQUEST"),
        ([], 400, "BAD_REQUEST"),
        ({"axes": ALL_AXES, "picks": {}, "points": 3}, 400, "BAD_REQUEST"),
        ({"axes": "stage", "picks": {}}, 400, "BAD_REQUEST"),
        ({"axes": ["no-such"], "picks": {}}, 400, "BAD_PICK"),
        ({"axes": [], "picks": {}}, 400, "BAD_PICK"),
        ({"axes": ["stage"], "picks": {"stage": "no-such"}}, 400, "BAD_PICK"),
        ({"axes": ["stage"], "picks": {"stage": {"x": 0.5, "y": 0.5}}}, 400, "BAD_PICK"),
        ({"axes": ["stage"], "picks": {"stage": 3}}, 400, "BAD_REQUEST"),
        ({"axes": ["stage"], "picks": {}, "confidence": "very"}, 400, "BAD_REQUEST"),
        ({"axes": ["stage"] * 17, "picks": {}}, 413, "TOO_LARGE"),
        ({"axes": ["a\x00"], "picks": {}}, 400, "BAD_TEXT"),
        ({"axes": ["x" * 101], "picks": {}}, 413, "TOO_LARGE"),
        ({"axes": ["x" * 20_000], "picks": {}}, 413, "TOO_LARGE"),
    ],
)
def test_what_is_no_answer_is_refused_with_a_code(app: PracticeApp, body: object, status: int, code: str) -> None:
    assert code_of(app.post(PATH, body)) == (status, code)


def test_what_is_not_there_is_said_to_be(app: PracticeApp) -> None:
    assert code_of(app.get("/api/practice/no-such/card")) == (404, "DECK_NOT_FOUND")
    assert code_of(app.get(f"/api/practice/{SQUARE.id}/no-such")) == (404, "CARD_NOT_FOUND")
    assert code_of(app.post(f"/api/practice/{SQUARE.id}/no-such", {"axes": ["stage"], "picks": {}})) == (
        404,
        "CARD_NOT_FOUND",
    )
    assert code_of(app.get("/api/exams/no-such")) == (404, "EXAM_NOT_FOUND")
    assert code_of(app.post("/api/exams/no-such", {"answers": {}})) == (404, "EXAM_NOT_FOUND")


def test_a_flood_is_slowed_down_and_a_class_is_not(app: PracticeApp) -> None:
    for _ in range(int(ASKED_AT_ONCE)):
        assert app.get(PATH).status_code == 200
    assert code_of(app.get(PATH)) == (429, "TOO_FAST")
    app.clock.millis += 1_000
    assert app.get(PATH).status_code == 200


def test_an_exam_comes_without_keys_and_handing_in_brings_them(app: PracticeApp) -> None:
    asked = app.get(f"/api/exams/{EXAM.id}")
    assert asked.json is not None
    items = [item for section in asked.json["sections"] for item in section["items"]]
    assert {field for item in items for field in item} == {"id", "question", "options"}
    assert [item["id"] for item in items if item["options"]] == list(KEYS)
    for section in EXAM.sections:
        for item in section.items:
            assert item.why.nl not in asked.text
        for question in section.questions:
            assert question.model_answer.nl not in asked.text

    half = dict(list(KEYS.items())[::2])
    told = app.post(f"/api/exams/{EXAM.id}", {"answers": half}).json
    assert told is not None
    assert (told["marks"]["right"], told["marks"]["asked"]) == (len(half), len(KEYS))
    assert {item["item"] for item in told["marks"]["items"] if item["is_right"]} == set(half)
    assert {question["item"] for question in told["questions"]} == {
        question.id for section in EXAM.sections for question in section.questions
    }


@pytest.mark.parametrize(
    ("answers", "status", "code"),
    [
        ({"no-such": "a"}, 400, "BAD_PICK"),
        ({next(iter(KEYS)): "z"}, 400, "BAD_PICK"),
        ({next(iter(KEYS)): 1}, 400, "BAD_REQUEST"),
        ({f"item-{number}": "a" for number in range(201)}, 413, "TOO_LARGE"),
    ],
)
def test_an_exam_with_impossible_answers_is_refused(app: PracticeApp, answers: object, status: int, code: str) -> None:
    assert code_of(app.post(f"/api/exams/{EXAM.id}", {"answers": answers})) == (status, code)


def test_a_question_of_an_exam_is_practised_like_a_card(app: PracticeApp) -> None:
    item = next(iter(KEYS))
    asked = app.get(f"/api/practice/{EXAM.id}/{item}").json
    assert asked is not None
    assert [axis["id"] for axis in asked["axes"]] == [item]
    told = app.post(f"/api/practice/{EXAM.id}/{item}", {"axes": [item], "picks": {item: KEYS[item]}}).json
    assert told is not None
    assert told["is_hit"] is True


def test_a_card_that_a_class_is_being_asked_is_told_to_nobody_until_its_reveal(app: PracticeApp) -> None:
    square = Classroom(SQUARE, axes=(SQUARE.axes[0].id,))
    square.join("Sem")
    body = {"axes": ["stage"], "picks": {}}
    square.step_until(Phase.ANSWERING)
    assert square.room.round is not None
    assert square.room.round.card == CARD.id
    for phase in (Phase.ANSWERING, Phase.CLOSED):
        square.step_until(phase)
        app.rooms[:] = [square.room]
        assert code_of(app.post(PATH, body)) == (409, "NOT_NOW")
        assert app.post(f"/api/practice/{SQUARE.id}/{SQUARE.cards[1].id}", body).status_code == 200
    square.step_until(Phase.REVEAL)
    app.rooms[:] = [square.room]
    assert app.post(PATH, body).status_code == 200


def test_a_card_that_a_class_at_another_process_is_asked_is_told_to_nobody(app: PracticeApp) -> None:
    body = {"axes": ["stage"], "picks": {}}
    app.asked_elsewhere.add(CARD.id)
    assert code_of(app.post(PATH, body)) == (409, "NOT_NOW")
    app.asked_elsewhere.clear()
    assert app.post(PATH, body).status_code == 200
