"""Guessing is slow, and nobody is kept out by somebody else's guesses who has been in before."""

import pytest

from server.accounts.sign_in_guard import ALL_AT_ONCE, DESK_AT_ONCE, OWN_AT_ONCE, SignInGuard
from server.rules.ids import ServerMillis
from server.rules.refusals import RefusalCode
from tests.accounts.desk import HALL, OFFICE, PASSPHRASE, Desk
from tests.support.plain_threads import PlainThreads

MINUTE = 60_000


def let_through(guard: SignInGuard, tries: int, desk: str = "noor", address: str = HALL, at: int = 0) -> int:
    """How many of so many tries at one moment come as far as a hash."""
    return sum(guard.lets_try(desk, address, None, ServerMillis(at)) is not None for _ in range(tries))


def test_a_thousand_tries_from_one_address_are_ten_and_then_one_a_minute() -> None:
    guard = SignInGuard()
    assert let_through(guard, 1000) == OWN_AT_ONCE
    assert let_through(guard, 1000, at=MINUTE) == 1


def test_from_many_addresses_a_name_is_tried_fifty_times_and_then_once_a_minute() -> None:
    guard = SignInGuard()
    assert sum(let_through(guard, 5, address=f"10.0.0.{number}") for number in range(200)) == DESK_AT_ONCE
    assert sum(let_through(guard, 5, address=f"10.0.1.{number}", at=MINUTE) for number in range(200)) == 1


def test_whatever_names_and_addresses_there_are_the_machine_hashes_no_more_than_it_can() -> None:
    guard = SignInGuard()
    tried = sum(let_through(guard, 1, desk=f"name {number}", address=f"10.{number}.0.1") for number in range(2000))
    assert tried == ALL_AT_ONCE


def test_a_refused_try_costs_none_of_what_others_share() -> None:
    guard = SignInGuard()
    let_through(guard, 1000)
    assert let_through(guard, 1000, address=OFFICE) == OWN_AT_ONCE


def test_a_known_device_comes_in_in_the_middle_of_a_flood_from_its_own_address() -> None:
    desk = Desk()
    desk.invited("Noor")
    device = desk.sign_in("Noor").device
    for _ in range(30):
        desk.told("Noor", "guess")
    assert desk.told("Noor", PASSPHRASE) is RefusalCode.TOO_FAST  # another device there
    assert desk.told("Noor", PASSPHRASE, device=device) is None
    assert desk.told("Noor", PASSPHRASE, device="0" * 48) is RefusalCode.TOO_FAST  # made up
    desk.clock.millis += MINUTE
    assert desk.told("Noor", PASSPHRASE) is None  # nothing is locked for good


def test_a_device_is_known_at_its_own_desk_alone() -> None:
    desk = Desk()
    desk.invited("Noor")
    desk.invited("Mallory")
    device = desk.sign_in("Mallory").device
    tried = [desk.told("Noor", f"guess {number}", HALL, device) for number in range(12)]
    assert tried == [RefusalCode.FORBIDDEN] * 10 + [RefusalCode.TOO_FAST] * 2


@pytest.mark.parametrize("device", [None, "known"])
def test_a_right_passphrase_costs_nothing(device: str | None) -> None:
    desk = Desk()
    desk.invited("Noor")
    known = desk.sign_in("Noor").device if device else None
    assert [desk.told("Noor", PASSPHRASE, device=known) for _ in range(12)] == [None] * 12


def test_one_hash_at_a_time_takes_the_machine() -> None:
    from server.accounts.passphrases import Passphrases

    running, most = [0], [0]

    class Watched(PlainThreads):
        """Counts how much computing goes on at once."""

        def in_thread(self, work):  # type: ignore[no-untyped-def]
            running[0] += 1
            most[0] = max(most[0], running[0])
            try:
                return super().in_thread(work)
            finally:
                running[0] -= 1

    threads = Watched()
    passphrases = Passphrases(threads)
    for _ in range(4):
        threads.spawn(passphrases.fits, "any", None)
    threads.join()
    assert most == [1]
