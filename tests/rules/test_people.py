"""Who is in the room: teams, names, floods; and what they may see of each other's points."""

from dataclasses import replace

import pytest

from server.rules import commands as c
from server.rules.cards import Trial
from server.rules.ids import AxisId, CardId, PlayerId
from server.rules.phases import Phase
from server.rules.refusals import RefusalCode
from server.rules.settings import LeaderboardMode, ScoreMode
from tests.support.classroom import Classroom
from tests.support.sample_deck import DECK, STAGE_AXIS, card, key

TEAMS: dict[str, object] = {"scoring": ScoreMode.TEAMS, "teams": ("Left", "Right")}


def test_a_newcomer_goes_to_the_smallest_team() -> None:
    classroom = Classroom(DECK, **TEAMS)
    classroom.join("A", "B", "C")
    classroom.do(c.RemovePlayer(classroom.new_id(), PlayerId("A")))
    classroom.join("D")
    assert [row.team for row in classroom.roster().rows] == [0, 1, 0, 0]


def test_a_team_scores_the_mean_of_its_members() -> None:
    classroom = Classroom(DECK, **TEAMS)
    classroom.join("A", "B", "C")
    classroom.step(2)
    classroom.answer("A", form="moral")
    classroom.answer("B", form="moral", trust="conduct")
    classroom.answer("C", form="personal")
    classroom.step_until(Phase.LEADERBOARD)
    teams = classroom.screen().teams
    assert [(team.mean, team.members, team.is_in_front) for team in teams] == [(500, 2, False), (2000, 1, True)]


def test_one_walks_over_between_cards_and_the_host_moves_anybody_at_any_time() -> None:
    classroom = Classroom(DECK, **TEAMS)
    classroom.join("A")
    walk = c.ChooseTeam(classroom.new_id(), PlayerId("A"), 1)
    classroom.do(walk)
    assert classroom.seat("A").team == 1
    classroom.step(2)
    assert classroom.refusal(replace(walk, command_id=classroom.new_id(), team=0)) is RefusalCode.NOT_NOW
    classroom.do(c.PutInTeam(classroom.new_id(), PlayerId("A"), 0))
    assert classroom.seat("A").team == 0
    assert classroom.refusal(c.PutInTeam(classroom.new_id(), PlayerId("A"), 2)) is RefusalCode.BAD_PICK


def test_without_teams_there_is_nowhere_to_walk() -> None:
    classroom = Classroom()
    classroom.join("A")
    assert classroom.seat("A").team is None
    assert classroom.refusal(c.ChooseTeam(classroom.new_id(), PlayerId("A"), 0)) is RefusalCode.BAD_PICK


@pytest.mark.parametrize("name", ["Kaas kop", "K4ASKOP", "k.a.a.s.k.o.p", "kÄÄskop", "superkaaskop"])
def test_a_blocked_word_is_found_in_disguise(name: str) -> None:
    classroom = Classroom(blocked_words=("kaaskop", "as"))
    join = c.JoinRoom(classroom.new_id(), PlayerId("x"), name)
    assert classroom.refusal(join) is RefusalCode.NAME_NOT_ALLOWED


def test_a_short_blocked_word_spares_names_that_hold_it() -> None:
    classroom = Classroom(blocked_words=("as",))
    classroom.join("Thomas", "Bas")
    assert classroom.refusal(c.JoinRoom(classroom.new_id(), PlayerId("x"), "as")) is RefusalCode.NAME_NOT_ALLOWED


def test_with_names_off_only_names_on_offer_are_taken() -> None:
    classroom = Classroom(offered_names=("Otter", "Egel"))
    assert classroom.refusal(c.JoinRoom(classroom.new_id(), PlayerId("x"), "Noor")) is RefusalCode.NAME_NOT_OFFERED
    classroom.join("Otter")
    assert classroom.refusal(c.JoinRoom(classroom.new_id(), PlayerId("y"), "Otter")) is RefusalCode.NAME_TAKEN
    classroom.join("Otter 2")
    assert classroom.phones().offered_names_only


def test_the_host_gives_a_better_name_and_frees_the_old_one() -> None:
    classroom = Classroom()
    classroom.join("Rude", "Sem")
    classroom.do(c.RenamePlayer(classroom.new_id(), PlayerId("Rude"), "Noor"))
    assert classroom.seat("Rude").name == "Noor"
    classroom.do(c.JoinRoom(classroom.new_id(), PlayerId("other"), "Rude"))
    taken = c.RenamePlayer(classroom.new_id(), PlayerId("Rude"), "sem")
    assert classroom.refusal(taken) is RefusalCode.NAME_TAKEN


def test_everybody_since_a_moment_is_taken_out_and_let_back_one_by_one() -> None:
    classroom = Classroom()
    classroom.join("Early")
    classroom.wait(10)
    since = classroom.now
    classroom.join("Flood 1", "Flood 2")
    classroom.do(c.RemoveSince(classroom.new_id(), since))
    assert [row.is_removed for row in classroom.roster().rows] == [False, True, True]
    classroom.do(c.LetPlayerBack(classroom.new_id(), PlayerId("Flood 2")))
    assert classroom.screen().players == 2


def played(**settings: object) -> Classroom:
    classroom = Classroom(DECK, **settings)
    classroom.join("A", "B", "C", "D", "E")
    classroom.step(2)
    for name, form, trust in (("A", "moral", "conduct"), ("B", "moral", None), ("C", "personal", "integrity")):
        classroom.answer(name, form=form, trust=trust)
    classroom.step_until(Phase.REVEAL)
    return classroom


def test_the_top_only_is_the_first_three_ranks() -> None:
    classroom = played(leaderboard=LeaderboardMode.TOP)
    classroom.step_until(Phase.LEADERBOARD)
    assert [row.name for row in classroom.screen().leaderboard] == ["A", "B", "C"]
    assert len(classroom.host().leaderboard) == 5


def test_hidden_standings_are_nowhere_but_on_the_console() -> None:
    classroom = played(leaderboard=LeaderboardMode.HIDDEN)
    classroom.step(3)
    assert classroom.room.phase is Phase.READING
    assert classroom.screen().leaderboard == ()
    assert (classroom.seat("A").rank, classroom.seat("A").ranked) == (None, 0)
    assert classroom.host().leaderboard[0].name == "A"


def test_in_a_room_without_points_nobody_stands_anywhere() -> None:
    classroom = played(scoring=ScoreMode.NONE)
    classroom.do(c.GoToPodium(classroom.new_id()))
    assert classroom.screen().podium == ()
    assert classroom.screen().honours == ()
    assert classroom.host().leaderboard == ()
    assert classroom.seat("A").rank is None


def test_a_streak_counts_cards_on_which_all_was_right() -> None:
    classroom = Classroom()
    classroom.join("A")
    streaks = []
    keys = [
        ("client", "moral", "conduct"),
        ("customer", "structural", "contract"),
        ("supporter", "personal", "conduct"),
    ]
    for stage, form, trust in keys:
        classroom.step(2)
        classroom.answer("A", stage=stage, form=form, trust=trust)
        classroom.step_until(Phase.LEADERBOARD)
        streaks.append(classroom.seat("A").streak)
    assert streaks == [1, 2, 0]


def test_the_trial_card_comes_first_and_earns_nothing() -> None:
    axis = replace(STAGE_AXIS, id=AxisId("mood"))
    trial_card = replace(
        card("trial", "client", ("moral",), "conduct"), keys={axis.id: key("trial", "client")}, traps=()
    )
    classroom = Classroom(replace(DECK, trial=Trial(trial_card, (axis,))), has_trial=True)
    classroom.join("A")
    classroom.step(2)
    shown = classroom.screen()
    assert shown.round is not None
    assert (shown.round.is_trial, shown.card_number, shown.card_count) == (True, 0, 3)
    answer = classroom.an_answer("A")
    classroom.do(replace(answer, picks={axis.id: "client"}))  # type: ignore[dict-item]
    classroom.step_until(Phase.REVEAL)
    result = classroom.seat("A").result
    assert result is not None
    assert (result.is_trial, result.points, result.axes[0].verdict) == (True, 0, "right")
    assert classroom.points("A") == 0
    classroom.step()
    assert classroom.room.phase is Phase.READING  # nothing stands on a leaderboard yet
    assert (classroom.screen().card_number, classroom.screen().round.card) == (1, CardId("baker"))  # type: ignore[union-attr]
