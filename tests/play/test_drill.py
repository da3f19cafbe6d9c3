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


@pytest.mark.timeout(400)
def test_a_killed_server_a_torn_file_and_a_store_that_goes_back_keep_their_promises(
    tmp_path: Path,
) -> None:
    faults = ("server-kill", "torn-tail", "gone-back")
    options = ("--players", str(PLAYERS), "--json", "--times", "1", "--at-once", "2")
    run = subprocess.run(
        [sys.executable, "-m", "server.cli", "drill", *options, *(f"--fault={name}" for name in faults)],
        cwd=PROJECT,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=RUN_SECONDS,
        check=False,
    )
    outcomes = {outcome["name"]: outcome for outcome in json.loads(run.stdout)["faults"]}
    assert outcomes.keys() == set(faults)
    for outcome in outcomes.values():
        assert (outcome["lost"], outcome["doubled"], outcome["problems"]) == (0, 0, []), run.stderr
        assert outcome["oracle_agrees"], run.stderr
        assert outcome["times"] == 1
        assert outcome["acknowledged"] > 0
        assert outcome["back_s"] is not None, run.stderr
    assert outcomes["server-kill"]["gone_with_store"] == outcomes["torn-tail"]["gone_with_store"] == 0
