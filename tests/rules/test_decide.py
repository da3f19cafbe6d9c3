"""What the rules allow, command by command."""

import pytest

from server.rules import commands as c
from server.rules import events as e
from server.rules.ids import CardId, CommandId, OptionId, PlayerId
from server.rules.phases import Phase
from server.rules.refusals import Refusal, RefusalCode
from server.rules.settings import RoomSettings
from tests.support.classroom import Classroom
from tests.support.sample_deck import DECK, FORM, STAGE, TRUST


@pytest.fixture
def classroom() -> Classroom:
    """Noor and Sem in the lobby of the sample deck: 5 s to read, 20 s to answer."""
    room = Classroom()
    room.join("Noor", "Sem")
    return room


@pytest.fixture
def open_round(classroom: Classroom) -> Classroom:
    """The first card is open for answers."""
    classroom.step(2)
    return classroom


def test_a_card_is_read_before_it_is_answered(classroom: Classroom) -> None:
    classroom.step()
    assert classroom.phones().phase == "reading"
    assert classroom.refusal(classroom.an_answer("Noor", stage="client")) is RefusalCode.NOT_OPEN
    classroom.step()
    assert classroom.phones().phase == "answering"


def test_without_reading_time_the_round_opens_with_its_card() -> None:
    classroom = Classroom(reading_seconds=0)
    classroom.step()
    assert classroom.room.phase is Phase.ANSWERING


def test_one_key_leads_through_a_card_picture_by_picture(classroom: Classroom) -> None:
    phases = []
    for _ in range(8):
        classroom.step()
        shown = classroom.room.round.shown_axis if classroom.room.round else None
        phases.append((classroom.room.phase, shown))
    assert phases == [
        (Phase.READING, None),
        (Phase.ANSWERING, None),
        (Phase.CLOSED, None),
        (Phase.REVEAL, STAGE),
        (Phase.REVEAL, FORM),
        (Phase.REVEAL, TRUST),
        (Phase.LEADERBOARD, TRUST),
        (Phase.READING, None),
    ]


def test_after_the_last_card_come_the_podium_and_the_end(classroom: Classroom) -> None:
    classroom.step_until(Phase.PODIUM)
    assert len(classroom.room.rounds) == len(DECK.cards)
    classroom.step()
    assert classroom.room.phase is Phase.ENDED


def test_a_press_that_arrives_twice_is_one_step(classroom: Classroom) -> None:
    press = classroom.next_press()
    classroom.do(press)
    assert classroom.do(press) == []  # the same command, repeated by a flaky line
    impatient = c.TakeStep(classroom.new_id(), press.step)
    assert classroom.refusal(impatient) is RefusalCode.STALE_STEP
    assert classroom.room.phase is Phase.READING


def test_the_left_arrow_goes_back_through_the_pictures(open_round: Classroom) -> None:
    open_round.step(5)
    assert open_round.room.phase is Phase.LEADERBOARD
    seen = []
    for _ in range(3):
        open_round.back()
        assert open_round.room.round is not None
        seen.append(open_round.room.round.shown_axis)
    assert seen == [TRUST, FORM, STAGE]
    assert open_round.host().back_step is None


def test_an_answer_may_change_until_the_round_closes(open_round: Classroom) -> None:
    open_round.answer("Noor", stage="client", form="moral", trust="conduct")
    open_round.answer("Noor", stage="partner")
    assert open_round.room.round is not None
    assert open_round.room.round.answers[PlayerId("Noor")].picks == {STAGE: "partner"}


def test_a_repeated_answer_changes_nothing(open_round: Classroom) -> None:
    first = open_round.an_answer("Noor", stage="client")
    open_round.do(first)
    open_round.answer("Noor", stage="partner")
    assert open_round.do(first) == []
    assert open_round.room.round is not None
    assert open_round.room.round.answers[PlayerId("Noor")].picks == {STAGE: "partner"}


def test_an_answer_needs_a_seat_the_right_card_and_an_open_round(open_round: Classroom) -> None:
    room = open_round
    assert room.refusal(room.an_answer("Stranger", stage="client")) is RefusalCode.NO_SEAT
    assert room.refusal(room.an_answer("Noor", stage="client", card="gossip")) is RefusalCode.WRONG_CARD
    room.step_until(Phase.REVEAL)
    assert room.refusal(room.an_answer("Noor", stage="client")) is RefusalCode.TOO_LATE


def test_there_is_nothing_to_answer_in_the_lobby(classroom: Classroom) -> None:
    assert classroom.refusal(classroom.an_answer("Noor", stage="client")) is RefusalCode.NOT_OPEN


@pytest.mark.parametrize(
    "picks",
    [
        {},
        {STAGE: OptionId("moral")},
        {FORM: OptionId("")},
        {"no-such-axis": OptionId("client")},
    ],
)
def test_a_pick_must_be_an_option_of_an_asked_axis(open_round: Classroom, picks: dict[str, str]) -> None:
    command = c.GiveAnswer(open_round.new_id(), PlayerId("Noor"), CardId("baker"), picks, 1000)  # type: ignore[arg-type]
    assert open_round.refusal(command) is RefusalCode.BAD_PICK


def test_an_axis_that_is_not_asked_cannot_be_picked(classroom: Classroom) -> None:
    classroom.ask(TRUST)
    classroom.step(2)
    assert classroom.refusal(classroom.an_answer("Noor", stage="client")) is RefusalCode.BAD_PICK
    classroom.answer("Noor", trust="conduct")


def test_an_answer_given_in_time_may_arrive_within_the_grace(open_round: Classroom) -> None:
    open_round.wait(20)
    open_round.do(c.CloseDueRound(open_round.new_id(), CardId("baker")))
    open_round.wait(0.6)
    open_round.answer("Noor", stage="client", shown_seconds=19.9)
    open_round.wait(0.2)
    late = open_round.an_answer("Sem", stage="client", shown_seconds=19.9)
    assert open_round.refusal(late) is RefusalCode.TOO_LATE


def test_an_answer_given_after_the_end_does_not_count_even_within_the_grace(open_round: Classroom) -> None:
    open_round.wait(20.5)
    honest = open_round.an_answer("Noor", stage="client", shown_seconds=20.45)
    assert open_round.refusal(honest) is RefusalCode.TOO_LATE


def test_closing_early_still_lets_in_what_was_on_its_way(open_round: Classroom) -> None:
    open_round.wait(8)
    open_round.step()
    open_round.wait(0.4)
    open_round.answer("Noor", stage="client", shown_seconds=7.9)
    assert open_round.screen().answered == 1


def test_time_closes_a_round_at_its_deadline_and_not_before(open_round: Classroom) -> None:
    close = c.CloseDueRound(open_round.new_id(), CardId("baker"))
    assert open_round.refusal(close) is RefusalCode.NOT_NOW
    open_round.wait(35)  # the server was away
    (closed,) = open_round.do(close)
    assert isinstance(closed, e.RoundClosed)
    assert open_round.room.round is not None
    assert closed.at == open_round.room.round.closes_at
    again = c.CloseDueRound(open_round.new_id(), CardId("baker"))
    assert open_round.refusal(again) is RefusalCode.NOT_NOW


def test_time_opens_a_round_when_it_has_been_read(classroom: Classroom) -> None:
    classroom.step()
    due = c.OpenDueRound(classroom.new_id(), CardId("baker"))
    assert classroom.refusal(due) is RefusalCode.NOT_NOW
    classroom.wait(5)
    classroom.do(due)
    assert classroom.room.phase is Phase.ANSWERING


def test_more_time_moves_the_deadline(open_round: Classroom) -> None:
    open_round.wait(18)
    open_round.do(c.ExtendRound(open_round.new_id(), CardId("baker"), 15))
    open_round.wait(16)
    open_round.answer("Noor", stage="client")
    assert open_round.phones().round is not None


def test_a_round_without_limit_cannot_be_extended_and_has_no_deadline() -> None:
    classroom = Classroom(answer_seconds=None)
    classroom.join("Noor")
    classroom.step(2)
    extend = c.ExtendRound(classroom.new_id(), CardId("baker"), 15)
    assert classroom.refusal(extend) is RefusalCode.NOT_NOW
    classroom.wait(3600)
    classroom.answer("Noor", stage="client")


def test_a_locked_room_takes_no_new_players_and_keeps_those_it_has(classroom: Classroom) -> None:
    classroom.do(c.LockRoom(classroom.new_id(), True))
    newcomer = c.JoinRoom(classroom.new_id(), PlayerId("Eva"), "Eva")
    assert classroom.refusal(newcomer) is RefusalCode.ROOM_LOCKED
    assert classroom.do(c.JoinRoom(classroom.new_id(), PlayerId("Noor"), "Noor")) == []
    classroom.do(c.LockRoom(classroom.new_id(), False))
    classroom.do(newcomer)


def test_a_name_that_is_taken_comes_back_with_one_that_is_free(classroom: Classroom) -> None:
    with pytest.raises(Refusal) as refused:
        classroom.do(c.JoinRoom(classroom.new_id(), PlayerId("other"), " nóór "))
    assert refused.value.code is RefusalCode.NAME_TAKEN
    assert refused.value.suggestion == "nóór 2"


def test_who_joins_twice_keeps_the_first_name(classroom: Classroom) -> None:
    assert classroom.do(c.JoinRoom(classroom.new_id(), PlayerId("Noor"), "Queen")) == []
    assert classroom.seat("Noor").name == "Noor"


def test_a_removed_player_is_out_until_let_back(open_round: Classroom) -> None:
    open_round.answer("Noor", stage="client")
    open_round.do(c.RemovePlayer(open_round.new_id(), PlayerId("Noor")))
    assert open_round.refusal(open_round.an_answer("Noor", stage="partner")) is RefusalCode.REMOVED
    assert open_round.refusal(c.JoinRoom(open_round.new_id(), PlayerId("Noor"), "N")) is RefusalCode.REMOVED
    assert open_round.screen().answered == 0
    open_round.do(c.LetPlayerBack(open_round.new_id(), PlayerId("Noor")))
    assert open_round.screen().answered == 1


def test_nobody_can_be_removed_who_is_not_there(classroom: Classroom) -> None:
    command = c.RemovePlayer(classroom.new_id(), PlayerId("ghost"))
    assert classroom.refusal(command) is RefusalCode.PLAYER_NOT_FOUND


def test_axes_are_chosen_between_cards_and_must_be_of_the_deck(classroom: Classroom) -> None:
    assert classroom.refusal(c.ChooseAxes(classroom.new_id(), ())) is RefusalCode.BAD_PICK
    classroom.ask(TRUST, STAGE)
    assert classroom.room.asked_axes == (STAGE, TRUST)  # in the deck's order
    classroom.step()
    assert classroom.refusal(c.ChooseAxes(classroom.new_id(), (FORM,))) is RefusalCode.NOT_NOW


def test_a_room_can_be_ended_from_anywhere_and_takes_nothing_afterwards(open_round: Classroom) -> None:
    open_round.do(c.EndRoom(open_round.new_id()))
    assert open_round.room.phase is Phase.ENDED
    assert open_round.refusal(open_round.an_answer("Noor", stage="client")) is RefusalCode.ROOM_ENDED
    newcomer = c.JoinRoom(open_round.new_id(), PlayerId("Eva"), "Eva")
    assert open_round.refusal(newcomer) is RefusalCode.ROOM_ENDED


def test_a_room_opens_once(classroom: Classroom) -> None:
    again = c.OpenRoom(CommandId("another"), classroom.room.pin, DECK, RoomSettings(axes=(STAGE,)))
    assert classroom.refusal(again) is RefusalCode.NOT_NOW


def test_late_comers_answer_at_once(open_round: Classroom) -> None:
    open_round.join("Late")
    open_round.answer("Late", stage="client")
    assert open_round.seat("Late").came_in_at_card == 1


def test_the_podium_may_come_before_the_last_card(open_round: Classroom) -> None:
    early = c.GoToPodium(open_round.new_id())
    assert open_round.refusal(early) is RefusalCode.NOT_NOW
    open_round.step_until(Phase.LEADERBOARD)
    open_round.do(c.GoToPodium(open_round.new_id()))
    assert open_round.screen().phase == "podium"
    open_round.step()
    assert open_round.screen().phase == "ended"
