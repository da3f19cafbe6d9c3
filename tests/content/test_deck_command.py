"""`trede deck` leads to its commands."""

from io import StringIO

import pytest

from server.content.deck_command import COMMANDS, main


@pytest.mark.parametrize(("arguments", "status"), [([], 2), (["chekc"], 2), (["--help"], 0)])
def test_without_a_command_the_usage_is_shown(arguments: list[str], status: int) -> None:
    out = StringIO()
    assert main(arguments, out) == status
    for name in COMMANDS:
        assert f"trede deck {name}" in out.getvalue()
