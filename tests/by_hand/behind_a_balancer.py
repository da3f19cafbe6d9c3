"""`make balancer`: the real nginx and the real Caddy, with the files of deploy/, before two servers with one class.

Not part of `make test`, since a machine may have neither; then this fails and says so.
"""

import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import pairwise
from pathlib import Path

import pytest
import socketio

from tests.by_hand.polling_phone import PollingPhone
from tests.play.people import Lecturer, Phone, new_command_id, present
from tests.play.server_under_test import ServerUnderTest, free_port
from tests.play.test_watch import METRICS_TOKEN, figures, page_of
from tests.play.test_workers import address_of_store
from tests.support.plain_threads import eventually

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
EACH = 6
"""So many phones by each transport."""
START_SECONDS = 60.0
PHONES_OF_A_ROOM = 3


def nginx_before(servers: list[int], port: int, folder: Path) -> list[str]:
    """The command that runs nginx with deploy/nginx.conf, but for its addresses, its certificate and its port."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    assert program, "nginx is not on this machine: apt-get install nginx-light"
    shipped = with_servers((DEPLOY / "nginx.conf").read_text("utf-8"), servers)
    shipped = re.sub(r"\n *ssl_certificate.*", "", shipped).replace("listen 443 ssl;", f"listen 127.0.0.1:{port};")
    (folder / "trede.conf").write_text(shipped.replace("listen 80;", f"listen 127.0.0.1:{free_port()};"))
    temporary = "".join(
        f"{name}_temp_path {folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"daemon off; pid {folder}/pid; error_log {folder}/error.log; worker_processes 2;"
        f"events {{ worker_connections 1024; }}"
        f"http {{ access_log off; {temporary} include {folder}/trede.conf; }}"
    )
    return [program, "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]


def caddy_before(servers: list[int], port: int, folder: Path) -> list[str]:
    """The same of Caddy and deploy/Caddyfile."""
    program = shutil.which("caddy")
    assert program, "Caddy is not on this machine: apt-get install caddy"
    shipped = with_servers((DEPLOY / "Caddyfile").read_text("utf-8"), servers)
    shipped = shipped.replace("class.example.org {", f"http://127.0.0.1:{port} {{")
    (folder / "Caddyfile").write_text("{\n\tadmin off\n\tauto_https off\n}\n" + shipped)
    return [program, "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


def with_servers(shipped: str, servers: list[int]) -> str:
    """A file of deploy/ with these servers in place of its examples."""
    for number, port in enumerate(servers, start=11):
        assert f"10.0.0.{number}:5000" in shipped
        shipped = shipped.replace(f"10.0.0.{number}:5000", f"127.0.0.1:{port}")
    return shipped


@pytest.fixture
def leaving() -> Iterator[ExitStack]:
    """Whoever is put in here leaves when the test has ended."""
    with ExitStack() as stack:
        yield stack


@pytest.fixture
def servers(tmp_path: Path) -> Iterator[list[ServerUnderTest]]:
    """Two servers on one store, which is the first one's."""
    figures = {"TREDE_METRICS_TOKEN": METRICS_TOKEN}
    first, second = (
        ServerUnderTest(tmp_path / name, "eventlet", environment=dict(figures)) for name in ("first", "second")
    )
    try:
        first.launch()
        eventually(first.is_ready, START_SECONDS)
        second.environment["TREDE_REDIS_URL"] = address_of_store(first)
        second.launch()
        eventually(second.is_ready, START_SECONDS)
        yield [first, second]
    finally:
        for server in (second, first):
            if server.process is not None and server.process.poll() is None:
                server.stop()


@pytest.fixture(params=[nginx_before, caddy_before], ids=["nginx", "caddy"])
def front(request: pytest.FixtureRequest, servers: list[ServerUnderTest], tmp_path: Path) -> Iterator[ServerUnderTest]:
    """The house as phones see it: the balancer's port."""
    before: Callable[[list[int], int, Path], list[str]] = request.param
    seen = ServerUnderTest(tmp_path / "front", "eventlet")
    seen.folder.mkdir()
    command = before([server.port for server in servers], seen.port, seen.folder)
    environment = {"HOME": str(seen.folder), "PATH": "/usr/bin:/bin"}
    with (seen.folder / "said.txt").open("wb") as said:
        balancer = subprocess.Popen(command, stdout=said, stderr=said, env=environment)
    try:
        eventually(lambda: balancer.poll() is not None or answers(seen), 10.0)
        assert balancer.poll() is None, (seen.folder / "said.txt").read_text()
        yield seen
    finally:
        balancer.terminate()
        balancer.wait(10)


def answers(server: ServerUnderTest) -> bool:
    """Whether a class can play there."""
    try:
        return server.get("/readyz").status == 200
    except OSError:
        return False


def answer_on_any_line(phone: Phone, card: str) -> None:
    """One answer as a real client sends it: again with the same id, also on the next line, until it is taken."""
    same = {"command_id": new_command_id(), "card": card, "picks": {"stage": "client"}, "shown_millis": 900}
    for _ in range(200):
        try:
            if phone.send("answer", same)["ok"]:
                return
        except socketio.exceptions.SocketIOError:
            time.sleep(0.1)
    raise AssertionError("an answer was never taken")


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_class_by_both_transports_loses_a_server_in_the_round_and_no_answer(
    front: ServerUnderTest, servers: list[ServerUnderTest], leaving: ExitStack
) -> None:
    lecturer = present(Lecturer(front, answer_seconds=60), leaving)
    phones = [Phone(front, lecturer.room) for _ in range(EACH)]
    for number, phone in enumerate(phones):
        leaving.callback(phone.close)
        assert phone.join(f"Socket {number}")["ok"]
    pollers = [PollingPhone(front.port, lecturer.room, says_room=False) for _ in range(EACH)]
    for number, poller in enumerate(pollers):
        assert poller.insist("join", name=f"Polling {number}")["ok"]
    assert [poller.lost for poller in pollers] == [0] * EACH  # not one request went to the wrong server
    lecturer.see("roster", lambda roster: all(row["line"] == "here" for row in roster["rows"]))

    card = lecturer.step_to("answering")["round"]["card"]
    half = EACH // 2
    for phone, poller in zip(phones[:half], pollers[:half], strict=True):
        phone.see_open_round()
        assert phone.insist("answer", card=card, picks={"stage": "client"}, shown_millis=900)["ok"]
        assert poller.insist("answer", card=card, picks={"stage": "client"}, shown_millis=900)["ok"]
    assert [poller.lost for poller in pollers] == [0] * EACH

    servers[1].kill()

    for poller in pollers[half:]:
        assert poller.insist("answer", card=card, picks={"stage": "client"}, shown_millis=900)["ok"]
    for phone in phones[half:]:
        answer_on_any_line(phone, card)
    assert lecturer.see("host", lambda host: host["answered"] == 2 * EACH)["phase"] == "answering"
    assert front.get("/").status == 200


def players_at(server: ServerUnderTest) -> int:
    """How many phones have their line there."""
    return int(figures(page_of(server)).get("trede_connections player", 0))


def test_the_phones_of_a_room_are_at_one_server_and_rooms_at_all(
    front: ServerUnderTest, servers: list[ServerUnderTest], leaving: ExitStack
) -> None:
    lecturers = [present(Lecturer(front), leaving) for _ in range(16)]
    seen: list[list[int]] = []
    for lecturer in lecturers:
        for number in range(PHONES_OF_A_ROOM):
            assert PollingPhone(front.port, lecturer.room).insist("join", name=f"Polling {number}")["ok"]
        seen.append([players_at(server) for server in servers])
    grown = [[now - then for then, now in zip(*pair, strict=True)] for pair in pairwise([[0, 0], *seen])]
    all_here = PHONES_OF_A_ROOM
    assert {tuple(counts) for counts in grown} == {(0, all_here), (all_here, 0)}


def test_a_page_of_another_origin_is_refused_behind_the_balancer_too(front: ServerUnderTest) -> None:
    asked = "/socket.io/?EIO=4&transport=polling"
    assert front.get(asked, Origin=f"http://127.0.0.1:{front.port}").status == 200
    assert front.get(asked, Origin="https://elsewhere.example").status == 400
    assert front.get(asked, Origin="https://elsewhere.example", X_Forwarded_Host="elsewhere.example").status == 400
