"""A link opens once, for its time, for what it was made for; and what a passphrase must be."""

import pytest

from server.accounts.invitations import INVITATIONS_MOST, LASTS_MILLIS
from server.accounts.ports import Purpose
from server.rules.refusals import Refusal, RefusalCode
from tests.accounts.desk import PASSPHRASE, Desk


def refused(desk: Desk, secret: str, name: str = "Sam", passphrase: str = PASSPHRASE) -> RefusalCode:
    """The code with which an invitation does not become an account."""
    with pytest.raises(Refusal) as refusal:
        desk.accept(secret, name, passphrase)
    return refusal.value.code


def test_a_link_makes_one_lecturer() -> None:
    desk = Desk()
    _, secret = desk.invitations.make(Purpose.NEW)
    assert desk.accept(secret, "Noor").name == "Noor"
    assert refused(desk, secret) is RefusalCode.LINK_GONE
    assert [lecturer.name for lecturer in desk.book.all()] == ["Noor"]


def test_a_link_is_not_used_up_by_what_is_refused() -> None:
    desk = Desk()
    desk.invited("Noor")
    _, secret = desk.invitations.make(Purpose.NEW)
    assert refused(desk, secret, name=" ") is RefusalCode.NAME_EMPTY
    assert refused(desk, secret, name="nóór") is RefusalCode.NAME_TAKEN
    assert refused(desk, secret, passphrase="eleven char") is RefusalCode.PASSPHRASE_WEAK
    assert refused(desk, secret, passphrase="abcabcabcabcabc") is RefusalCode.PASSPHRASE_WEAK
    assert refused(desk, secret, "sam.stapper@example.org", "Sam.Stapper@example.org") is (RefusalCode.PASSPHRASE_WEAK)
    assert desk.accept(secret, "Sam").name == "Sam"


def test_a_link_ends_when_its_time_is_over_or_it_is_taken_back() -> None:
    desk = Desk()
    _, late = desk.invitations.make(Purpose.NEW)
    desk.clock.millis += LASTS_MILLIS[Purpose.NEW] - 1
    assert desk.invitations.fitting(late) is not None
    desk.clock.millis += 1
    assert desk.invitations.fitting(late) is None
    assert desk.invitations.open() == []
    taken_back, secret = desk.invitations.make(Purpose.NEW)
    desk.invitations.take_back(taken_back.id)
    assert refused(desk, secret) is RefusalCode.LINK_GONE


def test_the_first_link_is_void_as_soon_as_there_is_a_lecturer_and_each_start_makes_its_own() -> None:
    desk = Desk()
    earlier, first = desk.invitations.offer_first(), desk.invitations.offer_first()
    assert earlier is not None
    assert first is not None
    assert refused(desk, earlier) is RefusalCode.LINK_GONE
    desk.invited("Noor")
    assert refused(desk, first) is RefusalCode.LINK_GONE
    assert desk.invitations.offer_first() is None


def test_a_reset_gives_a_new_passphrase_to_that_lecturer_alone_and_ends_the_sessions() -> None:
    desk = Desk()
    noor = desk.invited("Noor")
    desk.invited("Sam")
    session = desk.sign_in("Noor")
    _, secret = desk.invitations.make(Purpose.RESET, name=noor.name)
    assert desk.is_in(session)
    changed = desk.accept(secret, "Sam", "another wooden stair")
    assert (changed.id, changed.name) == (noor.id, "Noor")
    assert not desk.is_in(session)
    assert desk.told("Noor", "another wooden stair") is None
    assert desk.told("Sam", PASSPHRASE) is None


def test_with_a_lecturer_go_the_links_that_were_made_by_or_for_one() -> None:
    desk = Desk()
    noor = desk.invited("Noor")
    made = desk.invitations.make(Purpose.NEW, made_by=noor.id)[1]
    reset = desk.invitations.make(Purpose.RESET, name="Noor")[1]
    others = desk.invitations.make(Purpose.NEW)[1]
    desk.invitations.remove_lecturer(noor)
    assert [desk.invitations.fitting(secret) is not None for secret in (made, reset, others)] == [False, False, True]


def test_there_is_an_end_to_invitations() -> None:
    desk = Desk()
    for _ in range(INVITATIONS_MOST):
        desk.invitations.make(Purpose.NEW)
    with pytest.raises(Refusal, match="TOO_LARGE"):
        desk.invitations.make(Purpose.NEW)
