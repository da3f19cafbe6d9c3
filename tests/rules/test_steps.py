"""The host's one key."""

from server.rules.host_view_types import (
    StepAction,
)
from server.rules.phases import Phase
from server.rules.steps import back_step, next_step
from tests.support.classroom import Classroom


def test_every_moment_of_a_session_has_a_step_of_its_own() -> None:
    classroom = Classroom()
    ids = []
    while (step := next_step(classroom.room)) is not None:
        ids.append(step.id)
        classroom.step()
    assert len(ids) == len(set(ids))
    assert classroom.room.phase is Phase.ENDED


def test_the_last_leaderboard_leads_to_the_podium() -> None:
    classroom = Classroom()
    actions = []
    while (step := next_step(classroom.room)) is not None:
        actions.append(step.action)
        classroom.step()
    assert actions.count(StepAction.SHOW_CARD) == 3
    assert actions[-2:] == [StepAction.SHOW_PODIUM, StepAction.END_ROOM]


def test_there_is_no_way_back_into_an_open_round() -> None:
    classroom = Classroom()
    for phase in (Phase.READING, Phase.ANSWERING, Phase.CLOSED, Phase.REVEAL):
        classroom.step_until(phase)
        assert back_step(classroom.room) is None
