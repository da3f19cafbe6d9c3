"""The fold of a log."""

import pytest

from server.rules.evolve import Draft, evolve, evolve_all
from server.rules.phases import Phase
from tests.support.classroom import Classroom


def _a_whole_game() -> Classroom:
    classroom = Classroom()
    classroom.join("Noor", "Sem")
    classroom.step(2)
    classroom.answer("Noor", stage="client", form="moral", trust="conduct")
    classroom.step_until(Phase.ENDED)
    return classroom


def test_folding_at_once_or_event_by_event_is_the_same() -> None:
    log = _a_whole_game().log
    one_by_one = None
    for event in log:
        one_by_one = evolve(one_by_one, event)
    assert one_by_one == evolve_all(None, log)


def test_every_prefix_of_a_log_is_a_room_and_stays_what_it_was() -> None:
    """A fold never reaches back into a room that was handed out before."""
    log = _a_whole_game().log
    rooms = [evolve_all(None, log[:length]) for length in range(1, len(log) + 1)]
    for length, room in enumerate(rooms, start=1):
        evolve_all(room, log[length:])
        assert room == evolve_all(None, log[:length])


def test_a_draft_leaves_the_room_it_started_from_alone() -> None:
    classroom = Classroom()
    classroom.join("Noor")
    classroom.step(2)
    before = classroom.room
    classroom.answer("Noor", stage="client")
    assert before.round is not None
    assert before.round.answers == {}


def test_a_log_begins_with_the_opening_of_the_room() -> None:
    with pytest.raises(LookupError):
        evolve_all(None, _a_whole_game().log[1:])
    with pytest.raises(LookupError):
        _ = Draft(None).room


def test_points_are_kept_over_the_cards() -> None:
    classroom = Classroom()
    classroom.join("Noor")
    for form in ("moral", "structural", "personal"):
        classroom.step_until(Phase.ANSWERING)
        classroom.answer("Noor", form=form)
        classroom.step_until(Phase.LEADERBOARD)
        if form != "personal":
            classroom.step()
    assert classroom.points("Noor") == 3000
