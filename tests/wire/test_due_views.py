"""Coalescing: phones at once, screen and host four times a second, the roster once, and the last state always."""

from dataclasses import replace

from server.rules import commands as c
from server.rules.allowances import Allowance
from server.rules.audiences import Audience, audience_of
from server.rules.ids import PlayerId, ServerMillis, Version
from server.rules.room import Room
from server.wire.due_views import DueViews
from tests.support.classroom import Classroom

NOON = ServerMillis(1_700_000_000_000)
ROOM = Classroom().room
NOOR, SEM = PlayerId("noor"), PlayerId("sem")
NEW_PHASE = Audience(room=True, all_seats=False, seats=frozenset(), staff_at_once=True)


def answer_of(player: PlayerId) -> Audience:
    """Who is touched by one answer."""
    return Audience(False, False, frozenset(), False, echoes=frozenset({player}))


def later(millis: int) -> ServerMillis:
    return ServerMillis(NOON + millis)


def at_version(version: int) -> Room:
    return replace(ROOM, version=Version(version))


def test_the_first_change_goes_to_everybody_at_once() -> None:
    due = DueViews(ROOM)
    due.owe(ROOM, NEW_PHASE, NOON)
    batch = due.take(NOON)
    assert (batch.phones, batch.staff, batch.roster) == (True, True, True)


def test_what_was_paid_is_not_paid_again() -> None:
    due = DueViews(ROOM)
    due.owe(ROOM, NEW_PHASE, NOON)
    due.take(NOON)
    batch = due.take(later(5_000))
    assert (batch.phones, batch.all_seats, batch.seats, batch.staff, batch.roster) == (
        False,
        False,
        frozenset(),
        False,
        False,
    )


def test_answers_without_end_are_told_to_phones_and_staff_four_times_a_second() -> None:
    due = DueViews(ROOM)
    echoes, staff_batches, roster_batches = [], 0, 0
    for millis in range(0, 1_000, 10):
        due.owe(ROOM, answer_of(NOOR), later(millis))
        batch = due.take(later(millis))
        assert not batch.phones
        assert batch.seats == ({NOOR} if batch.staff else frozenset())
        echoes += [millis] if batch.seats else []
        staff_batches += batch.staff
        roster_batches += batch.roster
    assert echoes == [250, 510, 770]
    assert (staff_batches, roster_batches) == (3, 1)


def test_a_burst_is_told_when_it_is_over_and_acknowledgements_go_first() -> None:
    due = DueViews(ROOM)
    for millis in range(0, 110, 10):
        due.owe(ROOM, answer_of(NOOR), later(millis))
        assert due.take(later(millis)).is_empty
    assert due.millis_until_due(later(100)) == 100
    batch = due.take(later(200))
    assert (batch.staff, batch.roster) == (True, True)
    assert batch.seats == {NOOR}


def test_who_was_removed_or_renamed_is_told_at_once() -> None:
    due = DueViews(ROOM)
    due.owe(ROOM, Audience(False, False, frozenset({SEM}), False), NOON)
    assert due.take(NOON).seats == {SEM}


def test_seats_that_changed_together_go_together() -> None:
    due = DueViews(ROOM)
    due.owe(ROOM, answer_of(NOOR), NOON)
    due.owe(ROOM, answer_of(SEM), NOON)
    assert due.take(later(100)).seats == {NOOR, SEM}


def test_between_the_quarter_seconds_there_is_nothing_to_send() -> None:
    due = DueViews(ROOM)
    due.owe(ROOM, NEW_PHASE, NOON)
    assert not due.take(NOON).is_empty
    due.owe(ROOM, answer_of(NOOR), later(10))
    assert due.take(later(20)).is_empty
    assert not due.take(later(260)).is_empty


def test_a_new_phase_does_not_wait_for_the_quarter_second() -> None:
    due = DueViews(ROOM)
    due.owe(ROOM, answer_of(NOOR), NOON)
    due.take(NOON)
    due.owe(ROOM, NEW_PHASE, NOON)
    assert due.take(later(1)).staff


def test_the_newest_room_is_what_goes_out() -> None:
    due = DueViews(ROOM)
    due.owe(at_version(5), answer_of(NOOR), NOON)
    due.owe(at_version(6), answer_of(SEM), NOON)
    assert due.take(NOON).room.version == 6


def test_it_says_when_to_look_again_and_when_the_account_may_be_closed() -> None:
    due = DueViews(ROOM)
    due.owe(ROOM, NEW_PHASE, NOON)
    assert due.millis_until_due(NOON) == 0
    due.take(NOON)
    assert due.millis_until_due(NOON) == 1_000  # nothing is owed, but the roster's limit still runs
    due.owe(ROOM, answer_of(NOOR), later(10))
    assert due.millis_until_due(later(10)) == 240
    due.take(later(250))
    assert due.millis_until_due(later(250)) == 750
    due.take(later(1_000))
    assert due.millis_until_due(later(1_999)) == 1
    assert due.millis_until_due(later(2_000)) is None


def test_a_clock_that_is_set_back_silences_nobody() -> None:
    due = DueViews(ROOM)
    due.owe(ROOM, NEW_PHASE, NOON)
    due.take(NOON)
    due.owe(ROOM, answer_of(NOOR), later(1))
    assert due.take(later(-3_600_000)).staff


def test_a_person_with_own_time_is_told_of_each_new_deadline_and_nobody_else_is() -> None:
    classroom = Classroom()
    classroom.join("noor", "sem")
    classroom.do(c.GiveExtraTime(classroom.new_id(), NOOR, Allowance.DOUBLE))
    classroom.step()
    for _ in ("the round opens", "it closes"):
        due = DueViews(classroom.room)
        events = classroom.do(classroom.next_press())
        due.owe(classroom.room, audience_of(events, classroom.room), NOON)
        batch = due.take(NOON)
        assert (batch.phones, batch.all_seats, batch.seats) == (True, False, frozenset({NOOR}))
