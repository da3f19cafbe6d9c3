"""A server that comes back loads what phones need, and the rest once they had time to return."""

import gc
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from server import main
from server.loaded_later import LoadedLater
from server.settings import ServeOptions

PROJECT = Path(__file__).resolve().parents[1]

START = """
import os, sys, tempfile
from pathlib import Path
from server.content.stock import load_stock
from server.settings import Settings
load_stock()  # an earlier start
for name in [name for name in sys.modules if name.startswith(("server.content.", "ruamel"))]:
    del sys.modules[name]
from server.engine.{engine}_engine import make_engine
engine = make_engine()
import server.running
with tempfile.TemporaryDirectory() as folder:
    house = server.running.create_app(Settings(Path(folder), host="127.0.0.1"), engine, 5001)
    print(*sorted(sys.modules))
    house.stop()
"""
NOT_AT_START = (
    "dns",
    "ruamel",
    "xlsxwriter",
    "server.review",
    "server.evening",
    "server.devtools",
    "server.content.library",
)


def loaded_by_a_start(engine: str) -> list[str]:
    """The modules of a server that stands, where another stood before."""
    command = [sys.executable, "-W", "ignore", "-c", START.replace("{engine}", engine)]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_a_server_stands_without_what_only_the_evening_needs() -> None:
    loaded = loaded_by_a_start("eventlet")
    assert "server.wire.sockets" in loaded
    early = [name for name in loaded for late in NOT_AT_START if name == late or name.startswith(f"{late}.")]
    assert early == []


def test_who_opens_a_replay_first_waits_for_no_spreadsheets() -> None:
    names = "import sys, server.after_class as a; a.replay.make_replay; print(*sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", names],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    loaded = done.stdout.split()
    assert "server.review.replay" in loaded
    assert "server.evening" not in loaded
    assert "xlsxwriter" not in loaded


def test_a_start_is_not_walked_for_garbage(monkeypatch: pytest.MonkeyPatch) -> None:
    walked: list[bool] = []

    def look(*_: object) -> int:
        walked.append(gc.isenabled())
        return 0

    engine, running = SimpleNamespace(make_engine=look), SimpleNamespace(run=look)
    found = {"server.engine.eventlet_engine": engine, "server.running": running}
    monkeypatch.setattr("server.main.importlib.import_module", found.__getitem__)
    try:
        assert main.serve(ServeOptions()) == 0
    finally:
        gc.enable()
    assert walked == [False, False]


def test_what_is_left_is_loaded_one_module_at_a_time() -> None:
    later = LoadedLater("server.evening", before=("server.review",))
    steps = sum(1 for _ in later.load_in_pieces())
    modules = len(list((PROJECT / "server" / "review").glob("*.py"))) - 1
    assert steps == modules + 1


def test_no_step_loads_what_takes_long_by_itself() -> None:
    script = (
        "import sys; from server.loaded_later import LoadedLater\n"
        "for _ in LoadedLater('server.evening', before=('server.review',)).load_in_pieces(): pass\n"
        "print(*sorted(sys.modules))"
    )
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=120, check=True)
    loaded = done.stdout.split()
    assert "server.review.export_xlsx" in loaded
    assert "xlsxwriter" not in loaded


def test_a_function_is_there_whenever_it_is_asked_for() -> None:
    from server import evening

    assert LoadedLater("server.evening").make_report is evening.make_report
