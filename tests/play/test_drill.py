"""`trede drill` as it is called: things break in open rounds, and nothing is lost."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.play.server_under_test import PROJECT

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
