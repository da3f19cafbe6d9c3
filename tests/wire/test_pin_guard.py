"""A PIN cannot be found by guessing, and no hall behind one address is kept out by somebody who tries."""

import pytest

from server.rules.ids import RoomId, ServerMillis
from server.wire.pin_guard import PinGuard
from server.wire.senders import Whence

ROOM, OTHER = RoomId("room-1"), RoomId("room-2")
SCHOOL, PHONE = Whence("192.0.2.1"), Whence("198.51.100.7")
START = ServerMillis(1_000_000)
PINS = 900_000


def wrong_pins_told(guard: PinGuard, senders: list[Whence], hours: int, tries_per_second: int = 5) -> int:
    """How many wrong PINs are told to be wrong when these addresses guess for so long, each as fast as it likes."""
    told = 0
    for second in range(hours * 3_600):
        now = ServerMillis(START + second * 1000)
        for turn in range(tries_per_second):
            told += guard.lets_see(senders[(second * tries_per_second + turn) % len(senders)], None, now)
    return told


def test_one_address_learns_of_sixty_wrong_pins_and_then_of_one_a_minute() -> None:
    assert wrong_pins_told(PinGuard(), [SCHOOL], hours=1) == 60 + 59


def test_a_thousand_addresses_together_have_a_chance_of_a_quarter_of_a_percent_in_an_hour() -> None:
    crowd = [Whence(f"203.0.113.{number}") for number in range(1_000)]
    told = wrong_pins_told(PinGuard(), crowd, hours=1)
    assert 600 + 600 < told <= 600 + 600 + 1_000
    assert told / PINS < 0.0025


def test_a_right_pin_costs_nothing() -> None:
    guard = PinGuard()
    assert all(guard.lets_see(SCHOOL, RoomId(f"room-{number}"), START) for number in range(500))


def test_who_guesses_keeps_nobody_of_the_own_class_out() -> None:
    guard = PinGuard()
    guard.make_known(SCHOOL, ROOM)  # the console, which is in the same hall
    while guard.lets_see(SCHOOL, None, START):
        pass
    assert guard.lets_see(SCHOOL, ROOM, START)
    assert not guard.lets_see(SCHOOL, OTHER, START)  # whether right or wrong: it is not said
    assert not guard.lets_see(SCHOOL, None, START)


def test_the_first_who_finds_the_room_opens_the_way_for_all_at_that_address() -> None:
    guard = PinGuard()
    assert guard.lets_see(SCHOOL, ROOM, START)
    while guard.lets_see(SCHOOL, None, START):
        pass
    assert guard.lets_see(SCHOOL, ROOM, START)


def test_a_phone_on_its_own_network_gets_in_while_thousands_guess() -> None:
    guard, now = PinGuard(), START
    for number in range(1_000):
        guard.lets_see(Whence(f"203.0.113.{number}"), None, now)
    assert guard.lets_see(PHONE, None, now)  # it may even mistype once
    assert not guard.lets_see(PHONE, None, now)
    assert guard.lets_see(Whence("198.51.100.8"), ROOM, now)


def test_an_address_that_may_be_forged_knows_no_room() -> None:
    guard, forged = PinGuard(), Whence("192.0.2.1", is_sure=False)
    guard.make_known(SCHOOL, ROOM)
    while guard.lets_see(forged, None, START):
        pass
    assert not guard.lets_see(forged, ROOM, START)


def test_forged_addresses_have_no_try_of_their_own() -> None:
    guard = PinGuard()
    told = sum(guard.lets_see(Whence(f"10.0.0.{number}", is_sure=False), None, START) for number in range(5_000))
    assert told == 600


@pytest.mark.parametrize("processes", [2, 8, 100])
def test_more_processes_let_through_no_more_guesses(processes: int) -> None:
    guards = [PinGuard(processes) for _ in range(processes)]
    told = sum(wrong_pins_told(guard, [SCHOOL], hours=1, tries_per_second=1) for guard in guards)
    assert told <= max(60, processes) + 60  # at least one for each process, or nobody would get in there


def test_the_share_of_all_addresses_is_divided_too() -> None:
    guards = [PinGuard(4) for _ in range(4)]
    forged = [Whence(f"10.0.{number // 250}.{number % 250}", is_sure=False) for number in range(5_000)]
    assert sum(guard.lets_see(sender, None, START) for guard in guards for sender in forged) == 600


def test_what_is_kept_of_addresses_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.wire.pin_guard.KEPT_MOST", 100)
    guard = PinGuard()
    for number in range(1_000):
        guard.lets_see(Whence(f"203.0.113.{number}"), ROOM, START)
        guard.lets_see(Whence(f"203.0.113.{number}"), None, START)
    assert len(guard._known) == len(guard._by_address) == 100
