"""Vote, talk, vote again: the first vote is locked and hidden, the second begins with it, and who moved is told."""

import pytest

from server.rules import commands as c
from server.rules.board_types import FlowMove
from server.rules.host_view_types import StepAction
from server.rules.ids import CardId, PlayerId
from server.rules.phases import Phase
from server.rules.refusals import RefusalCode
from server.rules.settings import CountingVote
from tests.support.classroom import Classroom
from tests.support.sample_deck import DECK, FORM, KINDS_DECK, STAGE, TRUST


def talked_about(*axes: str, **settings: object) -> Classroom:
    """A class of three in the talk about the first card: its key is client, moral, conduct."""
    classroom = Classroom(DECK, **settings)
    classroom.join("Noor", "Sem", "Eva")
    classroom.step(2)
    classroom.answer("Noor", stage="supporter", form="moral", trust="conduct")
    classroom.answer("Sem", stage="client", form="personal", trust="conduct")
    classroom.answer("Eva", stage="client", form="personal")
    classroom.step_until(Phase.CLOSED)
    classroom.talk(*axes)  # type: ignore[arg-type]
    return classroom


def test_a_talk_shows_no_one_what_was_voted() -> None:
    classroom = talked_about()
    screen = classroom.screen()
    assert screen.phase is Phase.TALK
    assert screen.reveal is None
    assert screen.round is not None
    assert screen.round.open_axes == (STAGE, FORM, TRUST)
    assert screen.round.talk_ends_at == classroom.now + 60_000


def test_nobody_answers_during_the_talk() -> None:
    classroom = talked_about()
    assert classroom.refusal(classroom.an_answer("Noor", stage="client")) is RefusalCode.TOO_LATE


def test_the_second_vote_asks_only_what_was_talked_about() -> None:
    classroom = talked_about(FORM)
    classroom.step()
    assert classroom.room.phase is Phase.ANSWERING
    assert classroom.refusal(classroom.an_answer("Noor", stage="client")) is RefusalCode.BAD_PICK
    classroom.answer("Sem", form="moral")
    assert classroom.room.rounds[-1].answers[PlayerId("Sem")].picks == {
        STAGE: "client",
        FORM: "moral",
        TRUST: "conduct",
    }


def test_a_late_packet_of_the_first_vote_is_no_second_vote() -> None:
    classroom = talked_about()
    late = c.GiveAnswer(classroom.new_id(), PlayerId("Noor"), CardId("baker"), {FORM: "structural"}, 500, vote=1)  # type: ignore[dict-item]
    classroom.step()
    assert classroom.refusal(late) is RefusalCode.TOO_LATE


def test_who_is_silent_at_the_second_vote_stands_by_the_first() -> None:
    classroom = talked_about(FORM)
    classroom.step()
    classroom.answer("Sem", form="moral")
    classroom.step_until(Phase.REVEAL)
    assert [classroom.points(name) for name in ("Noor", "Sem", "Eva")] == [2500, 3000, 1000]


def test_the_room_may_count_the_first_vote() -> None:
    classroom = talked_about(FORM, counting_vote=CountingVote.FIRST)
    classroom.step()
    classroom.answer("Sem", form="moral")
    classroom.step_until(Phase.REVEAL)
    assert classroom.points("Sem") == 2000
    result = classroom.seat("Sem").result
    assert result is not None
    form = result.axes[1]
    assert (form.first_pick, form.pick, form.verdict) == ("personal", "moral", "wrong")


def test_the_counter_counts_the_newest_vote() -> None:
    classroom = talked_about(FORM)
    assert classroom.screen().answered == 3
    classroom.step()
    assert classroom.screen().answered == 0
    classroom.answer("Sem", form="moral")
    assert classroom.screen().answered == 1
    assert [row.has_answered for row in classroom.roster().rows] == [False, True, False]


def test_the_flow_follows_the_picture_of_its_axis_and_counts_who_moved() -> None:
    classroom = talked_about(FORM)
    classroom.step()
    for name, form in (("Noor", "moral"), ("Sem", "moral"), ("Eva", "personal")):
        classroom.answer(name, form=form)
    classroom.step_until(Phase.REVEAL)
    seen = []
    while classroom.room.phase is Phase.REVEAL:
        reveal = classroom.screen().reveal
        assert reveal is not None
        seen.append((reveal.shown_axis, reveal.shows_flow))
        classroom.step()
    assert seen == [(STAGE, False), (FORM, False), (FORM, True), (TRUST, False)]
    classroom.back()
    reveal = classroom.screen().reveal
    assert reveal is not None
    flow = reveal.axes[1].flow
    assert flow is not None
    assert flow.moves == (
        FlowMove("personal", "personal", 1),
        FlowMove("personal", "moral", 1),
        FlowMove("moral", "moral", 1),
    )
    assert (flow.voters, flow.came_to_key, flow.left_key) == (3, 1, 0)
    assert (round(flow.right_before, 2), round(flow.right_after, 2)) == (0.33, 0.67)
    assert [place.before for place in flow.places] == [2, 1, 0]
    assert reveal.axes[0].flow is None


def test_a_flow_conserves_people() -> None:
    classroom = talked_about()
    classroom.step()
    classroom.answer("Noor", stage="client", form="structural", trust="integrity")
    classroom.answer("Eva", stage="partner", form="personal", trust="conduct")
    classroom.step_until(Phase.REVEAL)
    reveal = classroom.screen().reveal
    assert reveal is not None
    for axis, voters in zip(reveal.axes, (2, 2, 1), strict=True):  # Eva said nothing on trust the first time
        assert axis.flow is not None
        assert sum(move.count for move in axis.flow.moves) == axis.flow.voters == voters
        assert sum(place.before for place in axis.flow.places) == voters
        assert sum(place.after for place in axis.flow.places) == voters


def test_talk_takes_the_speed_bonus_away_unless_the_first_vote_counts() -> None:
    second = talked_about(FORM, speed_bonus=True)
    first = talked_about(FORM, speed_bonus=True, counting_vote=CountingVote.FIRST)
    for classroom in (second, first):
        classroom.step_until(Phase.REVEAL)
    assert second.room.rounds[-1].scores[PlayerId("Sem")].bonus == 0  # type: ignore[index]
    assert first.room.rounds[-1].scores[PlayerId("Sem")].bonus > 0  # type: ignore[index]


def test_a_first_vote_that_counts_is_timed_by_its_own_clock() -> None:
    classroom = Classroom(DECK, speed_bonus=True, counting_vote=CountingVote.FIRST, answer_seconds=60)
    classroom.join("Noor")
    classroom.step(2)
    classroom.wait(30)
    classroom.answer("Noor", form="moral")
    classroom.step()
    classroom.talk(FORM)
    classroom.step()
    classroom.do(c.ExtendRound(classroom.new_id(), CardId("baker"), 600))
    classroom.step_until(Phase.REVEAL)
    assert classroom.points("Noor") == 1000 + 250


def test_who_only_answers_after_the_talk_earns_nothing_for_speed() -> None:
    classroom = talked_about(FORM, speed_bonus=True, counting_vote=CountingVote.FIRST)
    classroom.join("Ravi")
    classroom.step()
    classroom.answer("Ravi", form="moral")
    classroom.step_until(Phase.REVEAL)
    assert classroom.points("Ravi") == 1000


def test_there_is_one_talk_a_card() -> None:
    classroom = talked_about(FORM)
    classroom.step(2)
    assert classroom.host().talk_axes == ()
    talk = c.StartTalk(classroom.new_id(), CardId("baker"), (), None)
    assert classroom.refusal(talk) is RefusalCode.NOT_NOW


@pytest.mark.parametrize("seconds", [0, 9, 3601, -60])
def test_a_talk_has_a_sensible_length(seconds: int) -> None:
    classroom = Classroom()
    classroom.step_until(Phase.CLOSED)
    assert classroom.refusal(c.StartTalk(classroom.new_id(), CardId("baker"), (), seconds)) is RefusalCode.BAD_NUMBER


def test_a_talk_is_prolonged_by_fifteen_seconds_and_has_no_end_where_none_was_given() -> None:
    classroom = talked_about(FORM)
    classroom.do(c.ExtendRound(classroom.new_id(), CardId("baker"), 15))
    assert classroom.screen().round.talk_ends_at == classroom.now + 75_000  # type: ignore[union-attr]
    endless = Classroom()
    endless.step_until(Phase.CLOSED)
    endless.talk(seconds=None)
    assert endless.refusal(c.ExtendRound(endless.new_id(), CardId("baker"), 15)) is RefusalCode.NOT_NOW


def test_nothing_happens_by_itself_when_the_talk_is_over() -> None:
    classroom = talked_about(FORM)
    classroom.wait(600)
    assert classroom.due() == []
    assert classroom.host().next_step.action is StepAction.OPEN_SECOND_VOTE  # type: ignore[union-attr]


def test_words_of_ones_own_are_not_voted_on_again() -> None:
    classroom = Classroom(KINDS_DECK)
    classroom.step_until(Phase.CLOSED)
    assert "open-why" not in classroom.host().talk_axes
    assert len(classroom.host().talk_axes) == 6


def test_who_came_in_during_the_talk_votes_in_the_second_round_only() -> None:
    classroom = talked_about(FORM)
    classroom.join("Late")
    classroom.step()
    classroom.answer("Late", form="moral")
    classroom.step_until(Phase.REVEAL)
    assert classroom.points("Late") == 1000
    assert classroom.screen().reveal.axes[1].flow.voters == 0  # type: ignore[union-attr]
