"""What a phone is told of a card that was voted on twice: both picks, and which of them the verdict is about."""

from dataclasses import replace

import pytest

from server.rules import commands as c
from server.rules.phases import Phase
from server.rules.settings import CountingVote
from server.rules.view_types import Verdict
from tests.support.classroom import Classroom
from tests.support.sample_deck import STAGE


@pytest.mark.parametrize(
    ("counting", "vote", "verdict"),
    [(CountingVote.FIRST, 1, Verdict.WRONG), (CountingVote.SECOND, 2, Verdict.RIGHT)],
)
def test_a_result_has_both_picks_and_says_which_vote_was_marked(
    counting: CountingVote, vote: int, verdict: Verdict
) -> None:
    classroom = Classroom(counting_vote=counting)
    classroom.join("Noor", "Sem")
    classroom.step_until(Phase.ANSWERING)
    for name in ("Noor", "Sem"):
        classroom.answer(name, stage="partner")
    classroom.step_until(Phase.CLOSED)
    card = classroom.room.rounds[-1].card
    classroom.do(c.StartTalk(classroom.new_id(), card, (STAGE,), None))
    classroom.step_until(Phase.ANSWERING)
    classroom.do(replace(classroom.an_answer("Noor", stage="client"), vote=2))
    classroom.step_until(Phase.REVEAL)
    moved, stayed = classroom.seat("Noor").result, classroom.seat("Sem").result
    assert moved is not None
    assert stayed is not None
    stage = moved.axes[0]
    assert (stage.first_pick, stage.pick) == ("partner", "client")
    assert (moved.counted_vote, stage.verdict) == (vote, verdict)
    assert (stayed.counted_vote, stayed.axes[0].verdict) == (1, Verdict.WRONG)
