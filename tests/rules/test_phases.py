"""The table of phases is whole: every command stands in it, and what it forbids is refused."""

from typing import get_args

from server.rules import commands as c
from server.rules.phases import PHASES_ALLOWING, Phase


def test_every_command_but_the_opening_stands_in_the_table() -> None:
    asked = {*get_args(c.PlayerCommand), *get_args(c.HostCommand), *get_args(c.DueCommand)}
    assert set(PHASES_ALLOWING) == asked


def test_nothing_but_forgetting_is_allowed_once_a_room_has_ended() -> None:
    assert {kind for kind, phases in PHASES_ALLOWING.items() if Phase.ENDED in phases} == {c.ForgetMe, c.ForgetNames}
