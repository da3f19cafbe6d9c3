"""The flood of the tests at its full size: two thousand strangers in ten seconds from one address.

By hand, for the minute that it takes: `python -m pytest tests/by_hand/two_thousand_strangers.py`, and with
`-o log_cli=true --log-cli-level=INFO` it says how the console fared.
"""

from pathlib import Path

import pytest

from tests.play import test_floods
from tests.play.server_under_test import ServerUnderTest


@pytest.mark.timeout(400)
def test_thirty_students_are_in_amid_two_thousand_strangers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(test_floods, "STRANGERS", 2_000)
    monkeypatch.setattr(test_floods, "FLOOD_SECONDS", 10.0)
    server = ServerUnderTest(tmp_path, "eventlet")
    try:
        test_floods.test_thirty_students_are_in_amid_a_flood_of_strangers_who_then_go_at_one_press(server)
    finally:
        server.stop()
