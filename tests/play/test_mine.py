"""The evening after, over real sockets: a phone that played finds what it was shown, and nobody else in it."""

import json
from contextlib import ExitStack

import pytest

from tests.play.people import HOST_COOKIE, Phone
from tests.play.server_under_test import ServerUnderTest
from tests.play.short_hour import AXES, NAMES, ShortHour, cards_played, right, wrong


@pytest.fixture
def played(server: ServerUnderTest, leaving: ExitStack) -> ShortHour:
    """A short hour, played to its end."""
    hour = ShortHour.opens(server, leaving)
    hour.play()
    return hour


def test_everybody_finds_what_the_phone_was_shown(played: ShortHour) -> None:
    for name, phone in played.phones.items():
        own = played.ask("mine", phone.token).json
        assert own["name"] == name
        assert [card["result"] for card in own["cards"]] == [seat["result"] for seat in played.shown[name]]
        assert [card["total"] for card in own["cards"]] == [seat["points"] for seat in played.shown[name]]
        assert (own["total"], own["rank"]) == (played.shown[name][-1]["points"], played.shown[name][-1]["rank"])


def test_the_misses_are_what_was_wrong_and_count_who_stood_there(played: ShortHour) -> None:
    own = played.ask("mine", played.phones["Bram"].token).json
    cards = cards_played()
    assert {(miss["card"], miss["axis"]) for miss in own["misses"]} == {
        (cards[0].id, "stage"),  # Bram is right on the stage from the second card on, and never on trust
        *((card.id, "trust-level") for card in cards),
    }
    assert {miss["others"] for miss in own["misses"]} == {len(NAMES) - 2}


def test_the_cards_say_where_the_class_stood_without_anybody_in_them(played: ShortHour) -> None:
    session = played.ask("cards").json
    assert [card["round"]["card"] for card in session["cards"]] == [card.id for card in cards_played()]
    stage = session["cards"][0]["axes"][0]
    counts = {count["option"]: count["count"] for count in stage["counts"] if count["count"]}
    assert counts == {right(cards_played()[0], "stage"): 1, wrong(cards_played()[0], "stage"): 5}
    everybody = [played.shown[name][-1]["points"] for name in NAMES]
    assert session["cards"][-1]["mean"] == round(sum(everybody) / len(everybody))


def test_no_address_tells_of_anybody_else(played: ShortHour) -> None:
    own = played.phones["Annemarijn"]
    told = json.dumps([played.ask("cards").json, played.ask("mine", own.token).json, played.ask("ghosts").json])
    for name, phone in played.phones.items():
        assert phone.token not in told
        assert played.shown[name][-1]["player"] not in told
        assert name == "Annemarijn" or name not in told


@pytest.mark.parametrize("token", [None, "0" * 32, "nonsense"])
def test_without_the_seats_token_nobody_is_told(played: ShortHour, token: str | None) -> None:
    reply = played.ask("mine", token)
    assert (reply.status, reply.json["code"]) == (400, "TOKEN_INVALID")


def test_a_room_that_goes_on_tells_only_what_was_revealed(server: ServerUnderTest, leaving: ExitStack) -> None:
    hour = ShortHour.opens(server, leaving)
    hour.play_card(1)
    hour.lecturer.step_to("answering")
    session, own = hour.ask("cards").json, hour.ask("mine", hour.phones["Bram"].token).json
    assert (session["is_live"], session["can_race"]) == (True, False)
    assert len(session["cards"]) == len(own["cards"]) == 1
    assert cards_played()[1].title.en not in json.dumps(session)
    assert hour.ask("ghosts").json["why_not"] == "live"


def test_the_qr_leads_to_the_own_session(played: ShortHour) -> None:
    reply = played.ask("mine-qr.svg")
    assert (reply.status, reply.headers["content-type"]) == (200, "image/svg+xml; charset=utf-8")
    assert b"<svg" in reply.body
    assert played.lecturer.server.get("/api/rooms/nowhere/mine-qr.svg").status == 404


def test_a_ghost_race_ends_where_its_points_put_it(played: ShortHour) -> None:
    """The answers of the third in the class, raced again: the same points, the same place, and the third beside it."""
    race = played.ask("ghosts").json
    assert (race["ghosts"], len(race["cards"])) == (len(NAMES), 3)
    answers = []
    for number, card in enumerate(cards_played(), start=1):
        stage = right(card, "stage") if number == 3 else wrong(card, "stage")
        picks = {"stage": stage, "trust-level": wrong(card, "trust-level")}
        answers.append({"picks": picks, "thinking_millis": 1200})
        placed = played.lecturer.server.post(f"/api/rooms/{played.room}/ghosts/{number}", {"answers": answers}).json
        own = played.shown["Cas"][number - 1]
        everybody = [played.shown[name][number - 1]["points"] for name in NAMES]
        assert placed["total"] == own["points"]
        assert placed["rank"] == 1 + sum(points > own["points"] for points in everybody)
        assert placed["beside"] == everybody.count(own["points"])
        assert sum(tread["count"] for tread in placed["treads"]) == len(NAMES)
        assert {count["count"] for axis in placed["axes"] for count in axis["counts"]} == {0}


def test_a_race_leaves_no_trace(played: ShortHour) -> None:
    before = len(played.log())
    body = {"answers": [{"picks": {AXES[0]: right(cards_played()[0], AXES[0])}, "thinking_millis": 1}]}
    assert played.lecturer.server.post(f"/api/rooms/{played.room}/ghosts/1", body).status == 200
    assert len(played.log()) == before
    board = played.lecturer.server.get(f"/api/rooms/{played.room}/leaderboard", Cookie=HOST_COOKIE).json
    assert len(board["rows"]) == len(NAMES)


def test_who_was_taken_out_reads_the_cards_alone(server: ServerUnderTest, leaving: ExitStack) -> None:
    hour = ShortHour.opens(server, leaving)
    hour.play_card(1)
    gone: Phone = hour.phones["Fleur"]
    player = hour.shown["Fleur"][0]["player"]
    assert hour.lecturer.ask("remove", player=player)["ok"]
    own = hour.ask("mine", gone.token).json
    assert (own["is_removed"], own["cards"], own["misses"]) == (True, [], [])
