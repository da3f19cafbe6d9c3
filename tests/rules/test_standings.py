"""Who stands where."""

from server.rules import commands as c
from server.rules.ids import MilliPoints, PlayerId
from server.rules.phases import Phase
from server.rules.standings import Standings, changes_standings, rank_players, scores_for_leaderboard
from tests.support.classroom import Classroom


def _points(**by_name: int) -> dict[PlayerId, MilliPoints]:
    return {PlayerId(name): MilliPoints(points) for name, points in by_name.items()}


def test_ties_share_a_rank_and_the_next_is_skipped() -> None:
    ranked = rank_players(_points(a=1000, b=3000, c=2000, d=2000, e=0))
    assert [(row.player, row.rank) for row in ranked] == [("b", 1), ("c", 2), ("d", 2), ("a", 4), ("e", 5)]


def test_nobody_has_a_place_before_the_first_reveal() -> None:
    classroom = Classroom()
    classroom.join("Noor")
    assert Standings.of(classroom.room).rows == ()
    assert classroom.seat("Noor").rank is None


def test_a_place_remembers_the_one_before() -> None:
    classroom = Classroom()
    classroom.join("Noor", "Sem")
    classroom.step(2)
    classroom.answer("Noor", form="moral")
    classroom.step_until(Phase.LEADERBOARD)
    classroom.join("Late")
    classroom.step(2)
    classroom.answer("Sem", stage="customer", form="moral")
    classroom.step_until(Phase.LEADERBOARD)
    rows = {row.name: (row.rank, row.previous_rank) for row in classroom.screen().leaderboard}
    assert rows == {"Sem": (1, 2), "Noor": (2, 1), "Late": (3, 2)}


def test_who_came_during_the_card_has_no_place_before_it() -> None:
    classroom = Classroom()
    classroom.join("Noor")
    classroom.step_until(Phase.LEADERBOARD)
    classroom.step(2)
    classroom.join("Late")
    classroom.step_until(Phase.LEADERBOARD)
    assert classroom.seat("Late").previous_rank is None


def test_a_removed_player_leaves_the_standings_and_comes_back_with_all_points() -> None:
    classroom = Classroom()
    classroom.join("Noor", "Sem")
    classroom.step(2)
    classroom.answer("Noor", form="moral")
    classroom.step_until(Phase.REVEAL)
    removed = classroom.do(c.RemovePlayer(classroom.new_id(), PlayerId("Noor")))
    assert changes_standings(removed)
    assert scores_for_leaderboard(classroom.room) == _points(Sem=0)
    classroom.do(c.LetPlayerBack(classroom.new_id(), PlayerId("Noor")))
    assert scores_for_leaderboard(classroom.room) == _points(Noor=1000, Sem=0)


def test_an_answer_in_an_open_round_moves_nobody() -> None:
    classroom = Classroom()
    classroom.join("Noor")
    classroom.step(2)
    events = classroom.answer("Noor", form="moral")
    assert not changes_standings(events)
    assert classroom.points("Noor") == 0
