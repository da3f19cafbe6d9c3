"""A tool with a server of its own that is broken off takes along what it has started, and cleans up."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.play.server_under_test import PROJECT
from tests.support.plain_threads import eventually

TOOLS = {
    "drill": ("--players", "20", "--fault", "server-pause", "--times", "24"),
    "bench": ("--quick",),
    "soak": ("--minutes", "10"),
    "fuzz": ("--seconds", "600"),
}
"""Each with so much to do that it is not done before it is broken off."""
BROKEN_OFF = 2


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


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="looks for processes in /proc")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("tool", TOOLS)
def test_no_process_and_no_file_is_left(tmp_path: Path, tool: str, how: signal.Signals) -> None:
    run = subprocess.Popen(
        [sys.executable, "-m", "server.cli", tool, *TOOLS[tool]],
        cwd=PROJECT,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        eventually(lambda: len(processes_of(tmp_path)) >= 3, 90.0, "tool, store and server are running")
        run.send_signal(how)
        _, lines = run.communicate(timeout=60)
    finally:
        run.kill()
    assert run.returncode == BROKEN_OFF
    assert "Traceback" not in lines
    assert processes_of(tmp_path) == []
    assert list(tmp_path.iterdir()) == []
