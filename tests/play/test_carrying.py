"""A session leaves one server as a file and is played back on another, to the byte; beside a server or without."""

import gzip
import json
import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.play.people import HOST_COOKIE, Lecturer, Phone, present
from tests.play.server_under_test import PROJECT, ServerUnderTest
from tests.play.whole_replay import whole_replay

MARKED = "Xanthippe"


def trede(server: ServerUnderTest, *arguments: str, status: int = 0) -> str:
    """The command on a server's data folder; returns what it said."""
    done = subprocess.run(
        [sys.executable, "-m", "server.cli", "replay", *arguments],
        cwd=PROJECT,
        env={**os.environ, "DATA_DIR": str(server.folder / "data"), **server.environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == status, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


def play(server: ServerUnderTest, leaving: ExitStack) -> str:
    """Two people, one card, the end; returns the room."""
    lecturer = present(Lecturer(server), leaving)
    phones = [Phone(server, lecturer.room) for _ in range(2)]
    for phone, name in zip(phones, (MARKED, "Sem"), strict=True):
        leaving.callback(phone.close)
        assert phone.join(name)["ok"]
    card = lecturer.step_to("answering")["round"]["card"]
    for phone, option in zip(phones, ("client", "supporter"), strict=True):
        assert phone.answer(card, stage=option)["ok"]
    lecturer.step_to("leaderboard")
    assert lecturer.ask("end")["ok"]
    lecturer.see("host", lambda host: host["phase"] == "ended")
    return lecturer.room


@pytest.fixture
def there(tmp_path: Path) -> ServerUnderTest:
    """Another server, on another folder; started by whoever needs it."""
    return ServerUnderTest(tmp_path / "there", "threading")


def test_a_session_is_played_back_elsewhere_to_the_byte(
    any_server: ServerUnderTest, there: ServerUnderTest, leaving: ExitStack, tmp_path: Path
) -> None:
    any_server.start()
    room = play(any_server, leaving)
    replay = whole_replay(any_server, room)
    board = any_server.get(f"/api/rooms/{room}/leaderboard", Cookie=HOST_COOKIE).json
    assert "P1, P2" in trede(any_server, "export", f"{any_server.url}/replay/{room}", "--to", str(tmp_path / "hour"))
    assert MARKED.encode() not in gzip.decompress((tmp_path / "hour").read_bytes())

    assert f"/replay/{room}" in trede(there, "import", str(tmp_path / "hour"))  # no server is running there
    assert "was here already" in trede(there, "import", str(tmp_path / "hour"))
    leaving.callback(there.stop)
    there.start()
    assert whole_replay(there, room) == replay
    line = there.get("/api/rooms", Cookie=HOST_COOKIE).json[0]
    assert (line["room"], line["names_kept"], line["ended_at"] is not None) == (room, False, True)
    assert there.get(f"/api/pins/{line['pin']}").status == 404
    rows = there.get(f"/api/rooms/{room}/leaderboard", Cookie=HOST_COOKIE).json["rows"]
    assert [(row["rank"], row["points"]) for row in rows] == [(row["rank"], row["points"]) for row in board["rows"]]


def test_with_names_it_comes_back_as_it_was_also_beside_a_running_server(
    any_server: ServerUnderTest, there: ServerUnderTest, leaving: ExitStack, tmp_path: Path
) -> None:
    any_server.start()
    room = play(any_server, leaving)
    with_names = whole_replay(any_server, room, "?names=true")
    any_server.stop()
    trede(any_server, "export", room, "--to", str(tmp_path / "hour"), "--names")  # no server is running here
    leaving.callback(there.stop)
    there.start()
    trede(there, "import", str(tmp_path / "hour"))
    assert whole_replay(there, room, "?names=true") == with_names
    assert MARKED.encode() in with_names
    assert there.get("/api/rooms", Cookie=HOST_COOKIE).json[0]["names_kept"]
    assert there.is_ready()


def test_what_cannot_be_carried_is_said_in_one_line_and_changes_nothing(
    any_server: ServerUnderTest, there: ServerUnderTest, leaving: ExitStack, tmp_path: Path
) -> None:
    any_server.start()
    room = play(any_server, leaving)
    path = tmp_path / "hour"
    trede(any_server, "export", room, "--to", str(path))
    assert "there already" in trede(any_server, "export", room, "--to", str(path), status=1)
    assert "no room" in trede(any_server, "export", "0" * 32, "--to", str(tmp_path / "b"), status=1)
    assert "no room's id" in trede(any_server, "export", "../etc/passwd?", "--to", str(tmp_path / "b"), status=1)
    assert "--as-new" in trede(any_server, "import", str(path), status=1)  # here it has names
    new = trede(any_server, "import", str(path), "--as-new").split(":")[0].removeprefix("/replay/")
    assert new != room
    assert whole_replay(any_server, new).replace(new.encode(), room.encode()) == whole_replay(any_server, room)

    cut = tmp_path / "cut"
    cut.write_bytes(path.read_bytes()[:-20])
    assert "copy the file again" in trede(there, "import", str(cut), status=1)
    lines = gzip.decompress(path.read_bytes()).splitlines()
    heading = {**json.loads(lines[0]), "room": "../../etc"}
    strange = tmp_path / "strange"
    strange.write_bytes(gzip.compress(b"\n".join([json.dumps(heading).encode(), *lines[1:]])))
    assert "no room's id" in trede(there, "import", str(strange), status=1)
    answers = [line for line in lines if line.startswith(b'["AnswerGiven"')]
    unfitting = tmp_path / "unfitting"
    unfitting.write_bytes(gzip.compress(b"\n".join([lines[0], lines[1], *answers, b'{"events": 3}'])))
    assert "do not follow" in trede(there, "import", str(unfitting), status=1)
    assert "No such file" in trede(there, "import", str(tmp_path / "none"), status=1)
    leaving.callback(there.stop)
    there.start()
    assert there.get("/api/rooms", Cookie=HOST_COOKIE).json == []


def test_a_session_that_goes_on_comes_in_as_one_that_has_ended(
    any_server: ServerUnderTest, there: ServerUnderTest, leaving: ExitStack, tmp_path: Path
) -> None:
    any_server.start()
    lecturer = present(Lecturer(any_server), leaving)
    trede(any_server, "export", lecturer.room, "--to", str(tmp_path / "lobby"))
    trede(there, "import", str(tmp_path / "lobby"))
    leaving.callback(there.stop)
    there.start()
    assert not there.get(f"/api/rooms/{lecturer.room}/replay").json["is_live"]
