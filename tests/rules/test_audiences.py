"""Who is told what. The cost of a class is decided here: nothing is sent to everybody per answer or arrival."""

from server.rules import commands as c
from server.rules.allowances import Allowance
from server.rules.audiences import audience_of
from server.rules.ids import PlayerId
from tests.support.classroom import Classroom


def test_an_answer_is_told_to_its_own_phone_and_to_no_other() -> None:
    classroom = Classroom()
    classroom.join("Noor", "Sem")
    classroom.step(2)
    told = audience_of(classroom.answer("Noor", stage="client"))
    assert told.echoes == {"Noor"}
    assert not told.seats
    assert not told.room
    assert not told.all_seats
    assert not told.staff_at_once


def test_an_arrival_is_not_broadcast() -> None:
    classroom = Classroom()
    told = audience_of(classroom.do(c.JoinRoom(classroom.new_id(), PlayerId("Noor"), "Noor")))
    assert not told.room
    assert told.seats == {PlayerId("Noor")}


def test_who_comes_to_the_door_is_told_to_their_own_phone_and_waits_for_the_console_s_next_turn() -> None:
    classroom = Classroom(approves_entry=True)
    told = audience_of(classroom.do(c.JoinRoom(classroom.new_id(), PlayerId("Noor"), "Noor")))
    assert told.seats == {PlayerId("Noor")}
    assert not told.room
    assert not told.staff_at_once
    away = audience_of(classroom.do(c.TurnAway(classroom.new_id(), PlayerId("Noor"))))
    assert away.seats == {PlayerId("Noor")}
    assert away.staff_at_once


def test_a_reveal_is_told_to_everybody_each_with_their_own_result() -> None:
    classroom = Classroom()
    classroom.join("Noor")
    classroom.step(3)
    told = audience_of(classroom.do(classroom.next_press()))
    assert told.room
    assert told.all_seats
    assert told.staff_at_once


def test_the_next_picture_concerns_the_screen_alone() -> None:
    classroom = Classroom()
    classroom.step(4)
    told = audience_of(classroom.do(classroom.next_press()))
    assert not told.room
    assert told.staff_at_once


def test_who_has_time_of_his_own_is_told_of_it_when_the_round_opens_and_when_it_grows() -> None:
    classroom = Classroom()
    classroom.join("Noor", "Sem")
    classroom.do(c.GiveExtraTime(classroom.new_id(), PlayerId("Noor"), Allowance.DOUBLE))
    classroom.step()
    told = audience_of(classroom.do(classroom.next_press()), classroom.room)
    assert told.seats == {PlayerId("Noor")}
    asked = classroom.room.round_on_screen
    assert asked is not None
    told = audience_of(classroom.do(c.ExtendRound(classroom.new_id(), asked.card, 15)), classroom.room)
    assert told.seats == {PlayerId("Noor")}
