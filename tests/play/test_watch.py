"""What an operator sees of a class: figures that add up, and not one name, token, PIN or answer in any of them."""

import http.client
import json
import os
import signal
from contextlib import ExitStack
from typing import Any

import pytest
from prometheus_client.parser import text_string_to_metric_families

from server.devtools.soak.samples import children_of
from tests.play.people import Phone, new_command_id, present
from tests.play.server_under_test import TOKEN, ServerUnderTest
from tests.play.short_hour import CARDS, ShortHour, cards_played
from tests.support.plain_threads import eventually

METRICS_TOKEN = "a-token-for-the-figures"
BEARER = f"Bearer {METRICS_TOKEN}"
MARKED = ("Zwaluwtje-Marked", "Ooievaar-Marked", "Lepelaar-Marked")
MARKED_ANSWER = "an-answer-that-is-marked"


def figures(page: str) -> dict[str, float]:
    """The sum of each sample's name over all labels but those of this process."""
    sums: dict[str, float] = {}
    for family in text_string_to_metric_families(page):
        for sample in family.samples:
            labels = [f"{value}" for name, value in sorted(sample.labels.items()) if name != "process"]
            sums[" ".join([sample.name, *labels])] = sample.value
    return sums


def page_of(server: ServerUnderTest) -> str:
    reply = server.get("/metrics", Authorization=BEARER)
    assert reply.status == 200
    assert reply.headers["content-type"].startswith("text/plain; version=0.0.4")
    return reply.body.decode()


def lines_of(server: ServerUnderTest) -> list[dict[str, Any]]:
    return [json.loads(line) for line in server.logged.splitlines()]


def test_a_class_with_marked_names_is_in_the_figures_and_in_no_line(
    own_server: ServerUnderTest, leaving: ExitStack
) -> None:
    own_server.environment["TREDE_METRICS_TOKEN"] = METRICS_TOKEN
    own_server.start()
    hour = ShortHour.opens(own_server, leaving, MARKED)
    hour.play_card(1)
    phone = hour.phones[MARKED[0]]
    assert figures(page_of(own_server))["trede_connections player"] == len(MARKED)
    present(Phone(own_server, hour.room, phone.token), leaving)  # the same seat, on another device
    refused = phone.ask("answer", card=cards_played()[0].id, picks={"stage": MARKED_ANSWER}, shown_millis=1)
    assert not refused["ok"]
    assert not phone.send(MARKED_ANSWER, {"command_id": new_command_id()})["ok"]
    assert own_server.get(f"/api/pins/{hour.lecturer.pin}").status == 200
    assert own_server.get(f"/host?token={MARKED_ANSWER}").status != 500
    for number in range(2, CARDS + 1):
        hour.play_card(number)
    hour.end()
    page = page_of(own_server)
    seen = figures(page)
    answers = len(MARKED) * CARDS
    assert seen["trede_commands_total answer"] == answers + 1
    assert seen["trede_commands_total join"] == len(MARKED)
    assert seen["trede_commands_total unknown"] == 1
    assert seen["trede_refusals_total UNKNOWN_EVENT socket"] == 1
    assert seen["trede_connections_opened_total back player"] == 1
    assert seen["trede_connections host"] == 1
    assert seen["trede_rooms ended"] == 1
    assert seen["trede_players"] == len(MARKED)
    commands = sum(value for name, value in seen.items() if name.startswith("trede_commands_total"))
    assert seen["trede_ack_seconds_count"] == commands
    log = hour.log()
    assert seen["trede_append_events_sum"] == len(log)
    assert seen["trede_store_up"] == 1
    assert seen["trede_messages_sent_total"] > sum(
        value for name, value in seen.items() if name.startswith("trede_views_total") and "seat" not in name
    )
    tokens = [one.token for one in hour.phones.values()]
    assert own_server.stop() == 0
    told = {line["what"]: line for line in lines_of(own_server)}
    assert told["room opened"]["version"] == 1
    assert told["room ended"]["version"] == len(log)
    assert told["room ended"]["room"] == hour.room
    assert "server stands" in told
    assert "server stops" in told
    picked = {pick for event in log if event["type"] == "AnswerGiven" for pick in map(str, event["picks"].values())}
    assert picked
    secrets = [*MARKED, MARKED_ANSWER, TOKEN, METRICS_TOKEN, hour.lecturer.pin, *tokens]
    for text in (own_server.logged, page):
        for secret in (*secrets, *(f'"{pick}"' for pick in picked)):
            assert secret not in text
    assert hour.room not in page


def test_figures_are_for_who_holds_the_token(any_server: ServerUnderTest) -> None:
    any_server.environment["TREDE_METRICS_TOKEN"] = METRICS_TOKEN
    any_server.start()
    for said in ("", METRICS_TOKEN, "Bearer ", f"Bearer {TOKEN}", f"bearer {METRICS_TOKEN}", f"{BEARER}x"):
        reply = any_server.get("/metrics", Authorization=said)
        assert (reply.status, reply.body) == (401, b""), said
    assert any_server.get("/metrics").status == 401
    assert any_server.get("/metrics", Authorization=BEARER).status == 200


@pytest.mark.parametrize("environment", [{}, {"TREDE_METRICS": "off", "TREDE_METRICS_TOKEN": METRICS_TOKEN}])
def test_without_a_token_or_switched_off_there_are_none(
    any_server: ServerUnderTest, environment: dict[str, str], leaving: ExitStack
) -> None:
    any_server.environment |= environment
    any_server.start()
    assert any_server.get("/metrics", Authorization=BEARER).status == 404
    hour = ShortHour.opens(any_server, leaving, MARKED[:2])  # the class notices nothing
    hour.play()


def test_on_a_port_of_this_machines_own_each_process_takes_the_first_that_is_free(
    own_server: ServerUnderTest, leaving: ExitStack
) -> None:
    own_server.environment["TREDE_METRICS_PORT"] = "0"
    own_server.start()
    address = next(line["address"] for line in lines_of(own_server) if line["what"] == "figures are read at")
    first = int(address.removeprefix("127.0.0.1:"))
    second = ServerUnderTest(own_server.folder / "second", own_server.engine)
    second.environment["TREDE_METRICS_PORT"] = str(first)
    leaving.callback(second.stop)
    second.start()
    addresses = [line["address"] for line in lines_of(second) if line["what"] == "figures are read at"]
    assert addresses != [address]
    processes = set()
    for place in (address, *addresses):
        connection = http.client.HTTPConnection(place, timeout=5)
        connection.request("GET", "/metrics")
        text = connection.getresponse().read().decode()
        connection.request("GET", "/host")
        assert connection.getresponse().status == 404
        connection.close()
        samples = [one for family in text_string_to_metric_families(text) for one in family.samples]
        processes |= {one.labels["process"] for one in samples}
    assert len(processes) == 2


def test_a_store_that_dies_is_told_and_counted(any_server: ServerUnderTest, leaving: ExitStack) -> None:
    any_server.environment["TREDE_METRICS_TOKEN"] = METRICS_TOKEN
    any_server.start()
    hour = ShortHour.opens(any_server, leaving, MARKED[:1])
    phone: Phone = hour.phones[MARKED[0]]
    hour.lecturer.step_to("answering")
    assert any_server.process is not None
    store = _child_of(any_server.process.pid)
    _signal(store, "STOP")
    try:
        eventually(lambda: "store lost" in any_server.logged, 15, "the loss is told")
        assert figures(page_of(any_server))["trede_store_up"] == 0
    finally:
        _signal(store, "CONT")
    eventually(lambda: "store back" in any_server.logged, 15, "the return is told")
    eventually(lambda: figures(page_of(any_server))["trede_store_unavailable_seconds_total"] > 0, 5, "it is counted")
    assert phone.connections >= 1


def _child_of(pid: int) -> int:
    (child,) = children_of(pid)
    return child


def _signal(pid: int, name: str) -> None:
    os.kill(pid, getattr(signal, f"SIG{name}"))
