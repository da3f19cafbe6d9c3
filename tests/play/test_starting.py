"""Starting and stopping: what is said, what is refused, and that nothing stays behind."""

import fcntl
import os
import signal
import stat
import subprocess
from pathlib import Path

import pytest

from tests.play.server_under_test import ServerUnderTest
from tests.support.plain_threads import eventually


def ends_with(server: ServerUnderTest) -> int:
    """The exit status of a server that does not start."""
    assert server.process is not None
    return server.process.wait(20)


def is_free(lock: Path) -> bool:
    """Whether no process holds this lock of the data folder."""
    with lock.open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def test_ctrl_c_stops_all_that_was_started(own_server: ServerUnderTest) -> None:
    own_server.start()
    eventually(lambda: "Ctrl-C" in own_server.said)
    assert f"http://127.0.0.1:{own_server.port}/host?token=" in own_server.said
    assert "▄▄▄▄▄" in own_server.said  # a QR code
    assert "Valkey" in own_server.said

    assert own_server.ctrl_c() == 0
    assert own_server.complained == ""
    data = own_server.folder / "data"
    assert is_free(data / "server.lock")
    assert is_free(data / "store.lock")


def test_a_token_that_was_made_is_kept_for_the_next_start_and_for_this_user_alone(any_server: ServerUnderTest) -> None:
    any_server.environment["TREDE_HOST_TOKEN"] = ""
    any_server.start()
    kept = any_server.folder / "data" / "host-token"
    token = kept.read_text().strip()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert any_server.post("/api/host", {"token": token}).status == 204
    any_server.kill()
    any_server.start()
    assert any_server.post("/api/host", {"token": token}).status == 204


def test_a_port_that_is_taken_is_said_in_one_line(any_server: ServerUnderTest, tmp_path: Path) -> None:
    any_server.start()
    second = ServerUnderTest(tmp_path / "second", any_server.engine, any_server.port)
    second.launch()
    assert ends_with(second) == 1
    (line,) = second.complained.splitlines()
    assert f"127.0.0.1:{any_server.port} is in use" in line


def test_a_data_folder_has_one_server(any_server: ServerUnderTest, tmp_path: Path) -> None:
    any_server.start()
    second = ServerUnderTest(tmp_path / "second", any_server.engine)
    second.environment["DATA_DIR"] = str(any_server.folder / "data")
    second.launch()
    assert ends_with(second) == 1
    (line,) = second.complained.splitlines()
    assert "DATA_DIR" in line
    assert any_server.is_ready()


@pytest.mark.parametrize(
    ("name", "value", "status"),
    [
        ("PORT", "many", 2),
        ("TREDE_ENGINE", "steam", 2),
        ("TREDE_HOST_TOKEN", "short", 2),
        ("TREDE_REDIS_URL", "http://localhost", 2),
        ("TREDE_REDIS_URL", "unix:///nowhere/at/all.sock", 1),
        ("TREDE_PUBLIC_URL", "class.example.org", 2),
        ("HOST", "192.0.2.1", 1),
        ("DATA_DIR", "/dev/null/data", 1),
    ],
)
def test_a_setting_that_cannot_be_used_is_said_in_one_line(
    any_server: ServerUnderTest, name: str, value: str, status: int
) -> None:
    any_server.environment[name] = value
    any_server.launch()
    assert ends_with(any_server) == status
    (line,) = any_server.complained.splitlines()
    assert line.startswith("trede: ")


def test_a_server_that_is_asked_where_it_stands_says_it_and_goes_on(own_server: ServerUnderTest) -> None:
    own_server.start()
    told = own_server.threads()
    assert 'File "' in told
    assert own_server.get("/readyz").status == 200


def test_a_store_that_dies_is_said_and_started_again(any_server: ServerUnderTest) -> None:
    any_server.start()
    os.kill(store_process(any_server), signal.SIGSTOP)
    eventually(lambda: any_server.get("/readyz").status == 503)
    assert any_server.get("/healthz").status == 200
    os.kill(store_process(any_server), signal.SIGKILL)
    eventually(lambda: any_server.get("/readyz").status == 200)


def store_process(server: ServerUnderTest) -> int:
    """The process of the server's private store: its one child that runs on its data folder."""
    assert server.process is not None
    command = ["ps", "-A", "-o", "pid=,ppid="]
    listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    pairs = [tuple(int(number) for number in line.split()) for line in listed]
    (child,) = [process for process, parent in pairs if parent == server.process.pid]
    return child
