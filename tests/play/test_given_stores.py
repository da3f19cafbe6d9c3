"""A class plays on stores that somebody else runs: as a user of few rights, over TLS, on a cluster, through losses."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from server.store.permissions import acl_line
from tests.play.people import HOST_COOKIE, Lecturer, Phone, View, present
from tests.play.server_under_test import ServerUnderTest
from tests.play.short_hour import AXES, NAMES, ShortHour, cards_played, right
from tests.store.given_stores import GivenStore, Shards, WatchedPair
from tests.store.tls_door import TlsDoor, make_certificates
from tests.support.plain_threads import eventually

WORD = "pass-w0rd-of-the-hall"
BACK_SECONDS = 30.0
"""The Sentinels take a second to miss the primary and some to agree; the machine is busy."""


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Callable[..., ServerUnderTest]]:
    """Starts servers on a store; they must end well."""
    servers: list[ServerUnderTest] = []

    def run(address: str, engine: str = "eventlet", **environment: str) -> ServerUnderTest:
        given = {"TREDE_REDIS_URL": address, **environment}
        servers.append(ServerUnderTest(tmp_path / f"server-{len(servers)}", engine, environment=given))
        servers[-1].start()
        return servers[-1]

    yield run
    for server in servers:
        server.stop()


def test_a_class_plays_as_a_user_of_just_the_documented_rights(
    tmp_path: Path, running: Callable[..., ServerUnderTest], leaving: ExitStack
) -> None:
    store = GivenStore(tmp_path / "store", {"user": acl_line("trede", WORD) + "\ndefault off"})
    leaving.callback(store.kill)
    store.start()
    server = running(f"redis://trede:{WORD}@127.0.0.1:{store.port}/0")

    hour = ShortHour.opens(server, leaving)
    hour.play()

    assert hour.lecturer.get(f"/api/rooms/{hour.room}/leaderboard").json["rows"][0]["name"] == NAMES[0]
    assert server.complained == ""
    assert WORD not in server.said


def test_a_class_plays_over_tls_and_a_stranger_is_not_taken_for_the_store(
    tmp_path: Path, running: Callable[..., ServerUnderTest], leaving: ExitStack
) -> None:
    made = tmp_path / "certificates"
    make_certificates(made)
    store = GivenStore(tmp_path / "store", {"requirepass": WORD})
    leaving.callback(store.kill)
    store.start()
    door = TlsDoor(made, store.port, asks_who=True)
    leaving.callback(door.close)
    own = f"ssl_certfile={made}/door.pem&ssl_keyfile={made}/door.key"
    address = f"rediss://:{WORD}@127.0.0.1:{door.port}/0?{own}&ssl_ca_certs={made}"

    ShortHour.opens(running(f"{address}/ca.pem"), leaving).play()

    assert door.came_in > 1
    refused = ServerUnderTest(
        tmp_path / "refused", "eventlet", environment={"TREDE_REDIS_URL": f"{address}/stranger.pem"}
    )
    refused.launch()
    assert refused.process is not None
    assert refused.process.wait(20) == 1
    assert "certificate is not one that this machine trusts" in refused.complained
    assert WORD not in refused.complained


def test_two_servers_and_a_cluster_of_three_carry_one_class(
    tmp_path: Path, running: Callable[..., ServerUnderTest], leaving: ExitStack
) -> None:
    shards = Shards(tmp_path / "shards")
    leaving.callback(shards.kill)
    shards.start()
    servers = [running(shards.address), running(shards.address, "threading")]

    rooms = [class_on(servers, leaving), class_on(servers, leaving), class_on(servers[::-1], leaving)]
    for hour in rooms:
        hour.play()

    for hour in rooms:
        logs = [server.get(f"/api/rooms/{hour.room}/log", Cookie=HOST_COOKIE).json["entries"] for server in servers]
        assert logs[0] == logs[1]
        assert logs[0][-1]["event"]["type"] == "RoomEnded"
    assert [server.complained for server in servers] == ["", ""]


def test_a_cluster_that_loses_a_primary_goes_on_with_its_replica(
    tmp_path: Path, running: Callable[..., ServerUnderTest], leaving: ExitStack
) -> None:
    shards = Shards(tmp_path / "shards", replicas=1)
    leaving.callback(shards.kill)
    shards.start()
    servers = [running(shards.address), running(shards.address)]
    hour = class_on(servers, leaving)
    hour.play_card(1)

    shards.primary_of(hour.room).kill()

    next_step = hour.lecturer.see("host", lambda host: host["next_step"])["next_step"]["id"]
    ack = hour.lecturer.insist("step", step=next_step)
    assert ack["ok"], ack
    hour.lecturer.see("host", lambda host: host["version"] >= ack["version"], BACK_SECONDS)
    hour.play_card(2)
    hour.play_card(3)
    hour.end()


def test_a_failover_in_an_open_round_loses_no_answer_that_a_replica_has(
    tmp_path: Path, running: Callable[..., ServerUnderTest], leaving: ExitStack
) -> None:
    pair = WatchedPair(tmp_path / "pair")
    leaving.callback(pair.kill)
    pair.start()
    server = running(pair.address, TREDE_STORE_REPLICAS="1")
    hour = ShortHour.opens(server, leaving)
    hour.lecturer.step_to("answering")
    card = cards_played()[0]
    picks = {axis.replace("-", "_"): right(card, axis) for axis in AXES}
    early = list(hour.phones.values())[:3]
    for phone in early:
        phone.see("room", lambda room: room["phase"] == "answering")
        assert phone.answer(card.id, **picks)["ok"]

    pair.primary.kill()

    late = list(hour.phones.values())[3:]
    for phone in late:
        assert insist_on(phone, card.id, **picks)["ok"]
    seen = hour.lecturer.see("host", lambda host: host["answered"] == len(NAMES), within=BACK_SECONDS)
    assert seen["phase"] == "answering"
    hour.lecturer.step_to("reveal")


def test_without_its_replica_an_answer_is_not_acknowledged_where_one_was_asked_for(
    tmp_path: Path, running: Callable[..., ServerUnderTest], leaving: ExitStack
) -> None:
    pair = WatchedPair(tmp_path / "pair", {"min-replicas-to-write": "1", "min-replicas-max-lag": "3"})
    leaving.callback(pair.kill)
    pair.start()
    with pair.primary.ask() as asked:
        eventually(lambda: asked.info("replication")["min_slaves_good_slaves"] == 1)
    server = running(pair.address)
    hour = ShortHour.opens(server, leaving, NAMES[:1])
    hour.lecturer.step_to("answering")
    card = cards_played()[0]
    picks = {axis.replace("-", "_"): right(card, axis) for axis in AXES}
    (phone,) = hour.phones.values()

    pair.replica.kill()
    with pair.primary.ask() as asked:
        eventually(lambda: asked.info("replication")["connected_slaves"] == 0)

    refused = phone.answer(card.id, **picks)
    assert not refused["ok"]
    assert refused["retry"]
    pair.replica.start()
    assert insist_on(phone, card.id, **picks)["ok"]


def class_on(servers: list[ServerUnderTest], leaving: ExitStack) -> ShortHour:
    """A lecturer on the first server, every phone on the last."""
    wanted = {"cards": [card.id for card in cards_played()], "axes": list(AXES), "answer_seconds": 60}
    lecturer = present(Lecturer(servers[0], **wanted), leaving)
    phones = {}
    for name in NAMES:
        phones[name] = Phone(servers[-1], lecturer.room)
        leaving.callback(phones[name].close)
        assert phones[name].join(name)["ok"]
    return ShortHour(lecturer, phones, {name: [] for name in NAMES})


def insist_on(phone: Phone, card: str, **picks: str) -> View:
    """An answer as a real phone gives it: again and again, under one id."""
    named = {axis.replace("_", "-"): option for axis, option in picks.items()}
    return phone.insist("answer", card=card, picks=named, shown_millis=1200)
