"""Names are forgotten: on every view from then on, and in the log as if they had never been given."""

import pytest

from server.rules import commands as c
from server.rules import events as e
from server.rules.allowances import Allowance
from server.rules.audiences import audience_of
from server.rules.evolve import evolve_all
from server.rules.forgetting import NO_WORDS, forgotten_in, without_names
from server.rules.ids import AxisId, PlayerId
from server.rules.phases import Phase
from server.rules.picks import AnswerGroup, Words
from server.rules.refusals import RefusalCode
from server.rules.room import Room
from tests.support.classroom import Classroom
from tests.support.sample_deck import KINDS_DECK

NOOR, SEM = PlayerId("Noor"), PlayerId("Sem")
OPEN = AxisId("open-why")


def played() -> Classroom:
    """Two people, one card, the end."""
    classroom = Classroom()
    classroom.join("Noor", "Sem")
    classroom.step(2)
    classroom.wait(4)
    classroom.answer("Noor", form="moral", trust="conduct")
    classroom.answer("Sem", form="personal")
    classroom.step_until(Phase.ENDED)
    return classroom


def with_words() -> Classroom:
    """Somebody answers in words, and is quoted."""
    classroom = Classroom(KINDS_DECK, reading_seconds=0)
    classroom.join("Noor", "Sem")
    while OPEN not in (classroom.room.card.keys if classroom.room.card else {}):
        classroom.step()
    classroom.step_until(Phase.ANSWERING)
    card = classroom.room.rounds[-1].card
    for name, text in (("Noor", "Noor says so"), ("Sem", "because of the herring")):
        classroom.do(c.GiveAnswer(classroom.new_id(), PlayerId(name), card, {OPEN: Words(text)}, 100))
    classroom.step_until(Phase.CLOSED)
    groups = (
        AnswerGroup("people", (NOOR,), ("Noor says so",), 1.0),
        AnswerGroup("fish", (SEM,), ("the herring",), 0.0),
    )
    classroom.do(c.GroupAnswers(classroom.new_id(), card, OPEN, groups))
    classroom.step_until(Phase.REVEAL)
    return classroom


def forget_me(classroom: Classroom, name: str) -> list[e.Event]:
    """Somebody presses the button."""
    return classroom.do(c.ForgetMe(classroom.new_id(), PlayerId(name)))


def names(room: Room) -> list[str]:
    """What everybody is called."""
    return [seat.name for seat in room.seats.values()]


def test_who_is_forgotten_after_the_end_keeps_the_row_and_loses_the_name() -> None:
    classroom = played()
    points = classroom.room.points
    assert [type(event) for event in forget_me(classroom, "Noor")] == [e.PlayersForgotten]
    assert names(classroom.room) == ["P1", "Sem"]
    assert classroom.room.points == points
    assert "Noor" not in [row.name for row in classroom.roster().rows]


def test_who_is_forgotten_in_the_open_room_is_out_of_it_and_the_name_is_free() -> None:
    classroom = Classroom()
    classroom.join("Noor", "Sem")
    assert [type(event) for event in forget_me(classroom, "Noor")] == [e.PlayerRemoved, e.PlayersForgotten]
    assert classroom.refusal(c.JoinRoom(classroom.new_id(), NOOR, "Noor")) is RefusalCode.REMOVED
    classroom.do(c.JoinRoom(classroom.new_id(), PlayerId("another device"), "Noor"))
    assert names(classroom.room) == ["P1", "Sem", "Noor"]


def test_a_repeat_forgets_nothing_new_and_who_has_no_seat_is_told() -> None:
    classroom = played()
    forget_me(classroom, "Noor")
    assert forget_me(classroom, "Noor") == []
    assert classroom.refusal(c.ForgetMe(classroom.new_id(), PlayerId("Nobody"))) is RefusalCode.NO_SEAT


def test_nobody_gives_a_forgotten_person_a_name_again() -> None:
    classroom = Classroom()
    classroom.join("Noor")
    forget_me(classroom, "Noor")
    assert classroom.refusal(c.RenamePlayer(classroom.new_id(), NOOR, "Noor")) is RefusalCode.NOT_NOW


def test_all_names_go_only_when_the_room_has_ended() -> None:
    classroom = Classroom()
    classroom.join("Noor")
    assert classroom.refusal(c.ForgetNames(classroom.new_id())) is RefusalCode.NOT_NOW
    classroom = played()
    classroom.do(c.ForgetNames(classroom.new_id()))
    assert names(classroom.room) == ["P1", "P2"]
    assert classroom.do(c.ForgetNames(classroom.new_id())) == []


@pytest.mark.parametrize("by_the_one_key", [True, False])
def test_a_room_that_never_keeps_names_forgets_them_as_it_ends(by_the_one_key: bool) -> None:
    classroom = Classroom(forgets_names=True)
    classroom.join("Noor", "Sem")
    if by_the_one_key:
        classroom.step_until(Phase.ENDED)
    else:
        classroom.do(c.EndRoom(classroom.new_id()))
    assert [type(event) for event in classroom.log[-2:]] == [e.RoomEnded, e.PlayersForgotten]
    assert names(classroom.room) == ["P1", "P2"]


def test_an_undo_does_not_bring_a_name_back() -> None:
    classroom = Classroom()
    classroom.join("Noor")
    classroom.step()
    forget_me(classroom, "Noor")
    classroom.undo()
    assert names(classroom.room) == ["P1"]


def test_all_phones_screens_and_the_person_s_own_are_told() -> None:
    classroom = played()
    told = audience_of(forget_me(classroom, "Noor"))
    assert told.room
    assert told.staff_at_once
    assert told.seats == {NOOR}


def test_the_log_written_anew_folds_to_the_same_room_event_for_event() -> None:
    classroom = played()
    classroom.do(c.ForgetNames(classroom.new_id()))
    written = list(without_names(classroom.log, forgotten_in(classroom.log)))
    assert [(event.at, event.command_id) for event in written] == [
        (event.at, event.command_id) for event in classroom.log
    ]
    assert evolve_all(None, written) == classroom.room
    assert "Noor" not in [event.name for event in written if isinstance(event, e.PlayerJoined | e.PlayerRenamed)]


def test_a_name_that_the_host_gave_goes_as_well() -> None:
    classroom = Classroom()
    classroom.join("Noor", "Sem")
    classroom.do(c.RenamePlayer(classroom.new_id(), NOOR, "Noortje"))
    written = list(without_names(classroom.log, {NOOR}))
    assert names(evolve_all(None, written)) == ["P1", "Sem"]
    assert "Noortje" not in str(written)


def test_one_person_s_words_go_with_every_quotation_of_the_group_and_the_others_stay() -> None:
    classroom = with_words()
    written = list(without_names(classroom.log, {NOOR}))
    words = [event.picks[OPEN] for event in written if isinstance(event, e.AnswerGiven)]
    assert words == [Words(NO_WORDS), Words("because of the herring")]
    (grouped,) = [event for event in written if isinstance(event, e.AnswersGrouped)]
    assert [group.quotes for group in grouped.groups] == [(), ("the herring",)]
    assert evolve_all(None, written).points == classroom.room.points


def test_without_any_names_no_words_and_no_quotations_stay() -> None:
    _, *happened = without_names(with_words().log)
    assert "says so" not in str(happened)
    assert "the herring" not in str(happened)


@pytest.mark.parametrize("allowance", [Allowance.HALF_MORE, Allowance.DOUBLE, Allowance.UNLIMITED])
def test_the_hint_of_extra_time_goes_and_the_points_stay_to_a_thousandth(allowance: Allowance) -> None:
    classroom = Classroom(speed_bonus=True)
    classroom.join("Noor", "Sem")
    classroom.give_time("Noor", allowance)
    classroom.step(2)
    classroom.wait(7)
    classroom.answer("Noor", form="moral", trust="conduct")
    classroom.step_until(Phase.ENDED)
    written = list(without_names(classroom.log))
    assert {event.allowance for event in written if isinstance(event, e.ExtraTimeGiven)} == {Allowance.USUAL}
    assert abs(evolve_all(None, written).points[NOOR] - classroom.points("Noor")) <= 1


def test_who_took_a_pseudonym_as_a_name_confuses_nothing() -> None:
    classroom = Classroom()
    classroom.join("Noor", "P1")
    forget_me(classroom, "Noor")
    forget_me(classroom, "P1")
    assert names(classroom.room) == ["P1", "P2"]
    written = list(without_names(classroom.log))
    assert names(evolve_all(None, written)) == ["P1", "P2"]


def test_a_log_without_people_stays_as_it_is() -> None:
    log = Classroom().log
    assert list(without_names(log)) == log
