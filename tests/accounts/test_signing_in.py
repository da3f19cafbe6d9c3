"""Who signs in, and for how long; that a wrong name and a wrong passphrase cannot be told apart."""

from dataclasses import replace

import pytest

from server.accounts.passphrases import NOBODYS
from server.accounts.signing_in import RENEW_MILLIS
from server.rules.refusals import Refusal, RefusalCode
from tests.accounts.desk import PASSPHRASE, Desk


def test_a_lecturer_signs_in_by_name_and_passphrase_however_the_name_is_written() -> None:
    desk = Desk()
    desk.invited("J. de Wit")
    for written in ("J. de Wit", "j.dewit", " J. DE WIT "):
        assert desk.is_in(desk.sign_in(written))


def test_a_passphrase_is_the_same_from_another_keyboard_but_not_in_another_case() -> None:
    desk = Desk()
    desk.invited("Noor", "één trede per keer")
    assert desk.told("Noor", "e\u0301e\u0301n trede per keer ") is None
    assert desk.told("Noor", "Één trede per keer") is RefusalCode.FORBIDDEN


def test_a_name_that_is_nobody_s_is_refused_like_a_wrong_passphrase_and_is_hashed_like_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk = Desk()
    desk.invited("Noor")
    tried: list[str] = []
    passphrases = desk.signing_in._passphrases
    fits = passphrases.fits

    def watched(said: str, kept: str | None) -> bool:
        tried.append(kept or NOBODYS)
        return fits(said, kept)

    monkeypatch.setattr(passphrases, "fits", watched)
    assert desk.told("Noor", "no such wooden stairs") is desk.told("Nobody", PASSPHRASE) is RefusalCode.FORBIDDEN
    assert len(tried) == 2
    assert {kept.rsplit("$", 2)[0] for kept in tried} == {NOBODYS.rsplit("$", 2)[0]}  # the same figures, the same time


def test_of_no_secret_more_than_a_hash_is_kept() -> None:
    desk = Desk()
    desk.invited("Noor")
    entered = desk.sign_in("Noor")
    kept = repr(desk.book)
    assert PASSPHRASE not in kept
    assert entered.session not in kept
    assert entered.device not in kept
    assert "$argon2id$" in kept


def test_signing_out_ends_one_session_and_signing_out_everywhere_all() -> None:
    desk = Desk()
    noor = desk.invited("Noor")
    desk.invited("Sam")
    office, hall, other = desk.sign_in("Noor"), desk.sign_in("Noor"), desk.sign_in("Sam")
    standing = desk.signing_in.standing(office.session)
    assert standing is not None
    desk.signing_in.sign_out(standing)
    assert [desk.is_in(each) for each in (office, hall, other)] == [False, True, True]
    desk.signing_in.sign_out_everywhere(noor)
    assert [desk.is_in(each) for each in (office, hall, other)] == [False, False, True]


def test_a_new_passphrase_ends_every_session_but_the_one_that_it_begins() -> None:
    desk = Desk()
    noor = desk.invited("Noor")
    old = desk.sign_in("Noor")
    with pytest.raises(Refusal, match="FORBIDDEN"):
        desk.signing_in.change_passphrase(noor, "not the old one", "another wooden stair", "here", None)
    new = desk.signing_in.change_passphrase(noor, PASSPHRASE, "another wooden stair", "here", None)
    assert (desk.is_in(old), desk.is_in(new)) == (False, True)
    assert desk.told("Noor", PASSPHRASE) is RefusalCode.FORBIDDEN
    assert desk.told("Noor", "another wooden stair") is None


def test_who_is_removed_is_out_and_a_later_lecturer_of_that_name_is_somebody_else() -> None:
    desk = Desk()
    first = desk.invited("Noor")
    session = desk.sign_in("Noor")
    desk.invitations.remove_lecturer(first)
    assert not desk.is_in(session)
    assert desk.invited("Noor").id != first.id
    assert not desk.is_in(session)


def test_a_session_in_use_is_kept_longer_once_a_day() -> None:
    desk = Desk()
    desk.invited("Noor")
    entered = desk.sign_in("Noor")
    (begun,) = desk.book.sessions.values()
    desk.clock.millis += RENEW_MILLIS
    assert desk.is_in(entered)
    assert list(desk.book.sessions.values()) == [begun]
    desk.clock.millis += 1
    assert desk.is_in(entered)
    assert list(desk.book.sessions.values()) == [replace(begun, renewed_at=desk.clock.now())]


def test_a_hash_of_weaker_figures_is_made_anew_at_the_next_sign_in() -> None:
    from argon2 import PasswordHasher

    desk = Desk()
    noor = desk.invited("Noor")
    weaker = replace(noor, hashed=PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSPHRASE))
    assert desk.book.change(noor, weaker)
    desk.sign_in("Noor")
    (kept,) = desk.book.all()
    assert "m=19456,t=2,p=1" in kept.hashed
    assert desk.told("Noor", PASSPHRASE) is None
