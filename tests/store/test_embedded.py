"""The private store: a real Valkey that comes with the server, goes with it, and outlives its being killed."""

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from redis.exceptions import RedisError

from server.store import keys
from server.store.connections import open_client
from server.store.data_folder import DataFolder, StoreStartError
from server.store.embedded import EmbeddedStore
from server.store.file_lag import wait_until_in_file
from server.store.programs import StoreProgram, find_programs
from tests.store.own_stores import file_of_writes, new_store, note_orphan
from tests.support.plain_threads import PlainThreads, eventually

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture
def store(tmp_path: Path, threads: PlainThreads) -> Iterator[EmbeddedStore]:
    """A store on a new folder with a space in its name, started."""
    store = new_store(tmp_path / "my data", threads)
    store.start()
    yield store
    store.stop()


def put(address: str, value: str) -> None:
    client = open_client(address, 1)
    client.set("kept", value)
    wait_until_in_file(client, PlainThreads(), keys.rehearsal(""))
    client.close()


def kept(address: str) -> str | None:
    client = open_client(address, 1)
    value = client.get("kept")
    client.close()
    return value.decode() if isinstance(value, bytes) else None


def start_and_kill_a_server(folder: Path) -> tuple[str, int]:
    """A server starts on the folder and is killed; its store stays. Returns the store's address and process."""
    command = [sys.executable, "-m", "tests.store.server_process", str(folder)]
    with subprocess.Popen(command, cwd=REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        address, process_id = server.stdout.readline().split()
        server.kill()
    note_orphan(folder, int(process_id))
    return address, int(process_id)


def has_another_process(store: EmbeddedStore, dead: int) -> bool:
    try:
        return store.process_id != dead and kept(store.address) is not None
    except RedisError:
        return False


# --- start and stop ---------------------------------------------------------------------------------------------------


def test_it_is_a_real_store_that_writes_everything_down_and_throws_nothing_away(store: EmbeddedStore) -> None:
    client = open_client(store.address, 1)
    names = ("port", "appendonly", "appendfsync", "maxmemory-policy", "save")
    settings = {name: client.config_get(name)[name] for name in names}
    client.close()

    assert settings == {
        "port": "0",
        "appendonly": "yes",
        "appendfsync": "everysec",
        "maxmemory-policy": "noeviction",
        "save": "",
    }


def test_only_this_user_can_open_its_socket_and_its_file(store: EmbeddedStore, tmp_path: Path) -> None:
    socket = tmp_path / "my data" / "store.sock"

    assert store.address == f"unix://{tmp_path}/my%20data/store.sock"
    assert stat.S_IMODE(socket.stat().st_mode) == 0o700
    assert stat.S_IMODE(socket.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(file_of_writes(socket.parent).stat().st_mode) == 0o600


def test_ctrl_c_in_the_terminal_does_not_reach_it(store: EmbeddedStore) -> None:
    assert os.getpgid(store.process_id) != os.getpgid(0)
    assert os.getsid(store.process_id) != os.getsid(0)


def test_what_was_kept_is_there_after_stop_and_start(tmp_path: Path, threads: PlainThreads) -> None:
    for value in (None, "first", "second"):
        store = new_store(tmp_path, threads)
        address = store.start()
        assert kept(address) == value
        put(address, "second" if value else "first")
        store.stop()
        assert not DataFolder(tmp_path).has_running_store()


def test_it_says_what_it_is_and_where_it_writes(store: EmbeddedStore, tmp_path: Path) -> None:
    program = find_programs()[0]
    origin = "bundled" if program.is_bundled else str(program.path)

    assert store.describe() == f"{program.name} ({origin}), append-only in {tmp_path}/my data"


def test_stop_is_harmless_before_start_and_twice(tmp_path: Path, threads: PlainThreads) -> None:
    store = new_store(tmp_path, threads)
    store.stop()
    store = new_store(tmp_path, threads)
    store.start()
    store.stop()
    store.stop()


def test_a_store_that_hangs_is_ended_all_the_same(
    tmp_path: Path, threads: PlainThreads, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.store.embedded.STOP_SECONDS", 0.1)
    monkeypatch.setattr("server.store.connections.REPLY_SECONDS", 0.2)
    store = new_store(tmp_path, threads)
    store.start()
    os.kill(store.process_id, signal.SIGSTOP)

    store.stop()

    assert not DataFolder(tmp_path).has_running_store()


# --- deaths -----------------------------------------------------------------------------------------------------------


def test_it_is_started_again_whenever_it_dies_on_the_same_address(watched_store: EmbeddedStore) -> None:
    client = open_client(watched_store.address)
    client.set("kept", "yes")
    for _ in range(3):
        dead = watched_store.process_id
        os.kill(dead, signal.SIGKILL)
        eventually(partial(has_another_process, watched_store, dead), within=5)
        assert kept(watched_store.address) == "yes"
    client.close()


def test_a_store_whose_lock_was_cleaned_up_is_not_started_twice(
    store: EmbeddedStore, tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.store.embedded.STOP_SECONDS", 0.1)
    process_id = store.process_id
    (tmp_path / "my data" / "store.lock").unlink()

    store.watch()

    eventually(lambda: "was " in caplog.text and "cleaned up?" in caplog.text)
    assert store.process_id == process_id
    put(store.address, "still the one")


def test_a_start_that_is_interrupted_leaves_no_store_behind(
    tmp_path: Path, threads: PlainThreads, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = new_store(tmp_path, threads)

    def interrupt(seconds: float) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr(store, "_answers_within", interrupt)
    with pytest.raises(KeyboardInterrupt):
        store.start()

    assert not DataFolder(tmp_path).has_running_store()


def test_a_store_left_by_a_killed_server_is_adopted(tmp_path: Path, threads: PlainThreads) -> None:
    address, process_id = start_and_kill_a_server(tmp_path)
    put(address, "while nobody served")

    store = new_store(tmp_path, threads)

    assert store.start() == address
    assert store.process_id == process_id
    assert kept(address) == "while nobody served"
    assert "(adopted)" in store.describe()
    store.stop()
    assert not DataFolder(tmp_path).has_running_store()


def test_an_adopted_store_is_watched_too(tmp_path: Path, threads: PlainThreads) -> None:
    address, process_id = start_and_kill_a_server(tmp_path)
    put(address, "yes")
    store = new_store(tmp_path, threads)
    store.start()
    store.watch()

    os.kill(process_id, signal.SIGKILL)

    eventually(partial(has_another_process, store, process_id), within=5)
    assert kept(address) == "yes"
    store.stop()


def test_an_orphan_that_does_not_answer_is_named_and_left_alone(
    tmp_path: Path, threads: PlainThreads, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, process_id = start_and_kill_a_server(tmp_path)
    os.kill(process_id, signal.SIGSTOP)
    monkeypatch.setattr("server.store.embedded.ADOPT_SECONDS", 0.1)
    monkeypatch.setattr("server.store.connections.REPLY_SECONDS", 0.2)

    with pytest.raises(StoreStartError, match="does not answer: end that valkey-server"):
        new_store(tmp_path, threads).start()

    os.kill(process_id, signal.SIGKILL)
    eventually(lambda: not DataFolder(tmp_path).has_running_store())


@pytest.mark.parametrize("cut", [1, 2, 50, 200])
def test_a_file_that_was_torn_in_a_crash_costs_its_last_write_and_not_the_start(
    tmp_path: Path, threads: PlainThreads, cut: int
) -> None:
    store = new_store(tmp_path, threads)
    put(store.start(), "early")
    put(store.address, "late" * 100)
    os.kill(store.process_id, signal.SIGKILL)
    store.stop()
    written = file_of_writes(tmp_path)
    os.truncate(written, written.stat().st_size - cut)

    store = new_store(tmp_path, threads)

    assert kept(store.start()) == "early"
    store.stop()


def test_a_file_that_cannot_be_read_stops_the_start_with_the_programs_own_words(
    tmp_path: Path, threads: PlainThreads
) -> None:
    store = new_store(tmp_path, threads)
    put(store.start(), "yes")
    store.stop()
    written = file_of_writes(tmp_path)
    written.write_bytes(b"rubbish" + written.read_bytes())

    with pytest.raises(StoreStartError, match=r"does not start: .*Bad file format"):
        new_store(tmp_path, threads).start()


# --- one folder, one server -------------------------------------------------------------------------------------------


def test_a_second_server_on_the_folder_is_refused_in_one_line(store: EmbeddedStore, tmp_path: Path) -> None:
    put(store.address, "first")

    with pytest.raises(StoreStartError) as refused:
        new_store(tmp_path / "my data", PlainThreads()).start()

    assert str(refused.value) == (
        f"Another Trede server (process {os.getpid()}) is using the data folder {tmp_path}/my data: "
        "stop it, or give this one a folder of its own with DATA_DIR."
    )
    assert kept(store.address) == "first"


def test_a_server_that_was_refused_can_start_when_the_first_has_stopped(tmp_path: Path, threads: PlainThreads) -> None:
    first, second = new_store(tmp_path, threads), new_store(tmp_path, threads)
    first.start()
    with pytest.raises(StoreStartError):
        second.start()
    first.stop()

    second.start()
    second.stop()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path, threads: PlainThreads) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(StoreStartError, match=r"The data folder .*/file/data cannot be used: Not a directory\."):
        new_store(tmp_path / "file" / "data", threads).start()


def test_a_path_too_long_for_a_socket_gets_a_private_one_elsewhere(tmp_path: Path, threads: PlainThreads) -> None:
    folder = tmp_path / ("long" * 30)
    address, process_id = start_and_kill_a_server(folder)
    socket = Path(address.removeprefix("unix://"))
    assert len(address) < 100
    assert stat.S_IMODE(socket.parent.stat().st_mode) == 0o700

    store = new_store(folder, threads)

    assert store.start() == address
    assert store.process_id == process_id
    store.stop()
    assert not socket.parent.exists()


# --- who wrote the folder ---------------------------------------------------------------------------------------------


def claiming_to_be(family: str, version: str) -> StoreProgram:
    """The real program of this machine under another name."""
    return StoreProgram(family, version, find_programs()[0].path)


def test_a_private_socket_is_used_again_by_the_next_store(tmp_path: Path, threads: PlainThreads) -> None:
    folder = tmp_path / ("long" * 30)
    address, process_id = start_and_kill_a_server(folder)
    os.kill(process_id, signal.SIGKILL)
    eventually(lambda: not DataFolder(folder).has_running_store())

    store = new_store(folder, threads)

    assert store.start() == address
    store.stop()


@pytest.mark.parametrize(
    ("wrote", "reads"),
    [(("Valkey", "9.1.2"), ("Valkey", "8.1.0")), (("Redis", "7.0.15"), ("Valkey", "9.1.2"))],
    ids=["an older one", "another family"],
)
def test_a_program_that_may_misread_the_folder_is_refused(
    tmp_path: Path, threads: PlainThreads, wrote: tuple[str, str], reads: tuple[str, str]
) -> None:
    first = new_store(tmp_path, threads, lambda: [claiming_to_be(*wrote)])
    put(first.start(), "safe")
    first.stop()

    with pytest.raises(StoreStartError) as refused:
        new_store(tmp_path, threads, lambda: [claiming_to_be(*reads)]).start()
    assert str(refused.value) == (
        f"The data folder {tmp_path} was written by {' '.join(wrote)}, and {' '.join(reads)} may not be able to read "
        f"it: install {' '.join(wrote)} or newer, or give Trede another folder with DATA_DIR."
    )

    again = new_store(tmp_path, threads, lambda: [claiming_to_be(*reads), claiming_to_be(*wrote)])
    assert kept(again.start()) == "safe"
    assert again.describe().startswith(" ".join(wrote))
    again.stop()


def test_a_newer_program_may_read_the_folder_and_the_older_one_then_not_any_more(
    tmp_path: Path, threads: PlainThreads
) -> None:
    old, new = claiming_to_be("Valkey", "8.1.0"), claiming_to_be("Valkey", "9.0.0")
    for programs in ([old], [new]):
        store = new_store(tmp_path, threads, partial(list, programs))
        store.start()
        store.stop()

    with pytest.raises(StoreStartError, match=r"written by Valkey 9\.0\.0, and Valkey 8\.1\.0 may not"):
        new_store(tmp_path, threads, lambda: [old]).start()


def test_a_machine_without_any_store_is_told_what_to_install(tmp_path: Path, threads: PlainThreads) -> None:
    with pytest.raises(
        StoreStartError, match=r"no Valkey or Redis 6\.2\+ on this machine: install one .* TREDE_REDIS_URL"
    ):
        new_store(tmp_path, threads, lambda: []).start()


def test_a_note_that_cannot_be_read_stops_the_start(tmp_path: Path, threads: PlainThreads) -> None:
    (tmp_path / "store.json").write_text('{"family": "Valkey"}')

    with pytest.raises(StoreStartError, match=r"store\.json says which program wrote this data folder"):
        new_store(tmp_path, threads).start()
