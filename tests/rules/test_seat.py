"""A seat that remembers one command more is the same seat in everything else."""

from dataclasses import fields, replace

from server.rules.allowances import Allowance
from server.rules.ids import CommandId, MemberId, PlayerId, ServerMillis
from server.rules.room import COMMANDS_REMEMBERED, Seat

UNUSUAL = Seat(
    PlayerId("noor"),
    "Noor",
    3,
    ServerMillis(5),
    is_removed=True,
    team=2,
    allowance=Allowance.UNLIMITED,
    last_commands=(CommandId("first"),),
    member=MemberId("phone"),
    is_forgotten=True,
    removed_by=CommandId("press"),
    removed_at=ServerMillis(9),
)


def test_nothing_else_of_a_seat_changes() -> None:
    usual = Seat(PlayerId("sem"), "Sem", 0, ServerMillis(0))
    same = [one.name for one in fields(Seat) if getattr(UNUSUAL, one.name) == getattr(usual, one.name)]
    assert same == []  # else a field could be forgotten without this test seeing it
    known = (CommandId("first"), CommandId("second"))
    assert UNUSUAL.having_sent(CommandId("second")) == replace(UNUSUAL, last_commands=known)


def test_only_the_last_commands_are_kept() -> None:
    seat = UNUSUAL
    for number in range(COMMANDS_REMEMBERED + 3):
        seat = seat.having_sent(CommandId(str(number)))
    assert seat.last_commands == tuple(CommandId(str(number)) for number in range(3, COMMANDS_REMEMBERED + 3))
