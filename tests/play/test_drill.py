"""`trede drill` as it is called: things break in open rounds, nothing is lost, and nothing of it stays behind."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.play.server_under_test import PROJECT
from tests.support.plain_threads import eventually

PLAYERS = 20
RUN_SECONDS = 170


def drill(*options: str, folder: Path) -> subprocess.Popen[str]:
    """The command on its way; its grounds lie in the folder."""
    return subprocess.Popen(
        [sys.executable, "-m", "server.cli", "drill", "--players", str(PLAYERS), *options],
        cwd=PROJECT,
        env={**os.environ, "TMPDIR": str(folder)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def processes_of(folder: Path) -> list[str]:
    """Every process that was started with this folder in its environment, or stands in it, as a store does."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            stands_in = str((process / "cwd").readlink())
            if str(folder) in stands_in or str(folder).encode() in (process / "environ").read_bytes():
                found.append((process / "cmdline").read_bytes().replace(b"\0", b" ").decode())
        except OSError:
            continue  # another user's, or gone by now
    return found


@pytest.mark.timeout(400)
def test_a_killed_server_a_torn_file_and_a_store_that_goes_back_keep_their_promises(
    tmp_path: Path,
) -> None:
    faults = ("server-kill", "torn-tail", "gone-back")
    run = drill("--json", "--times", "1", "--at-once", "2", *(f"--fault={name}" for name in faults), folder=tmp_path)
    told, lines = run.communicate(timeout=RUN_SECONDS)
    outcomes = {outcome["name"]: outcome for outcome in json.loads(told)["faults"]}
    assert outcomes.keys() == set(faults)
    for outcome in outcomes.values():
        assert (outcome["lost"], outcome["doubled"], outcome["problems"]) == (0, 0, []), lines
        assert outcome["oracle_agrees"], lines
        assert outcome["times"] == 1
        assert outcome["acknowledged"] > 0
        assert outcome["back_s"] is not None, lines
    assert outcomes["server-kill"]["gone_with_store"] == outcomes["torn-tail"]["gone_with_store"] == 0


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="looks for processes in /proc")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_drill_that_is_broken_off_leaves_no_process_and_no_file(tmp_path: Path, how: signal.Signals) -> None:
    run = drill("--fault", "server-pause", "--times", "24", folder=tmp_path)
    try:
        eventually(lambda: len(processes_of(tmp_path)) >= 3, 90.0, "drill, store and server are running")
        run.send_signal(how)
        run.communicate(timeout=60)
    finally:
        run.kill()
    assert run.returncode == 2
    assert processes_of(tmp_path) == []
    assert list(tmp_path.iterdir()) == []
