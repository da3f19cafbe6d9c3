"""What each audience may know. That no secret key leaks is checked by Classroom after every step of every test."""

import json
from dataclasses import asdict

from server.rules import commands as c
from server.rules.ids import OptionId, PlayerId
from server.rules.phases import Phase
from server.rules.view_types import (
    Verdict,
)
from server.rules.views import NEWEST_NAMES, roster_view, screen_view
from tests.support.classroom import ROOM, Classroom
from tests.support.sample_deck import KINDS_DECK, STAGE


def _a_class_in_an_open_round() -> Classroom:
    classroom = Classroom()
    classroom.join("Noor", "Sem", "Eva")
    classroom.step(2)
    classroom.answer("Noor", stage="client", form="moral", trust="integrity")
    classroom.answer("Sem", stage="partner")
    return classroom


def test_before_the_reveal_only_the_host_reads_keys_and_counts() -> None:
    classroom = _a_class_in_an_open_round()
    outside = json.dumps([asdict(classroom.phones()), asdict(classroom.screen()), asdict(classroom.seat("Eva"))])
    assert "secret" not in outside
    host = classroom.host()
    assert [axis.accepted[0].option for axis in host.keys] == ["client", "moral", "conduct"]
    assert {entry.option: entry.count for entry in host.keys[0].counts}[OptionId("partner")] == 1
    assert host.note is not None


def test_the_projector_counts_answers_and_nothing_else() -> None:
    classroom = _a_class_in_an_open_round()
    screen = classroom.screen()
    assert (screen.answered, screen.players) == (2, 3)
    assert screen.reveal is None
    assert screen.leaderboard == ()


def test_a_phone_knows_its_own_answer_and_no_other() -> None:
    classroom = _a_class_in_an_open_round()
    mine = classroom.seat("Noor").answer
    assert mine is not None
    assert mine.picks == {"stage": "client", "commitment-form": "moral", "trust-level": "integrity"}
    assert classroom.seat("Eva").answer is None


def test_the_reveal_tells_the_truth_and_where_everybody_stood() -> None:
    classroom = _a_class_in_an_open_round()
    classroom.step_until(Phase.REVEAL)
    reveal = classroom.screen().reveal
    assert reveal is not None
    assert reveal.shown_axis == STAGE
    stage = reveal.axes[0]
    assert [entry.count for entry in stage.counts] == [0, 0, 1, 0, 0, 1]
    assert [accepted.option for accepted in stage.accepted] == ["client"]
    assert stage.traps[0].pick == "partner"
    assert classroom.phones().reveal == reveal
    classroom.step_until(Phase.LEADERBOARD)
    assert classroom.phones().reveal is None


def test_a_result_says_per_axis_how_it_went() -> None:
    classroom = _a_class_in_an_open_round()
    classroom.step_until(Phase.REVEAL)
    result = classroom.seat("Noor").result
    assert result is not None
    assert [(row.verdict, row.points) for row in result.axes] == [
        (Verdict.RIGHT, 1000),
        (Verdict.RIGHT, 1000),
        (Verdict.ALMOST, 250),
    ]
    nothing = classroom.seat("Eva").result
    assert nothing is not None
    assert {row.verdict for row in nothing.axes} == {Verdict.NONE}
    assert nothing.points == 0


def test_a_contested_card_is_called_so_only_after_the_vote() -> None:
    classroom = Classroom()
    classroom.join("Noor")
    classroom.step_until(Phase.LEADERBOARD)
    classroom.step(2)
    assert "contested" not in json.dumps(asdict(classroom.phones()))
    classroom.step_until(Phase.REVEAL)
    reveal = classroom.phones().reveal
    assert reveal is not None
    assert reveal.axes[1].is_contested
    assert reveal.debate is not None


def test_the_lobby_shows_the_last_to_arrive() -> None:
    classroom = Classroom()
    classroom.join(*(f"Player {number}" for number in range(30)))
    names = classroom.screen().newest_names
    assert len(names) == NEWEST_NAMES
    assert names[-1] == "Player 29"


def test_names_can_be_replaced_everywhere_on_the_screen() -> None:
    classroom = _a_class_in_an_open_round()
    seen = []
    for _ in range(30):
        if classroom.room.phase is Phase.ENDED:
            break
        classroom.step()
        view = screen_view(classroom.room, ROOM, classroom.now, lambda player: f"P{len(player)}")
        seen.append(json.dumps(asdict(view)))
    assert not any(name in text for text in seen for name in ("Noor", "Eva"))


def test_ties_share_the_podium_and_nobody_stands_there_without_points() -> None:
    classroom = Classroom()
    classroom.join("Noor", "Sem", "Eva", "Tom")
    classroom.step(2)
    for name in ("Noor", "Sem"):
        classroom.answer(name, form="moral")
    classroom.step_until(Phase.PODIUM)
    assert [(row.rank, row.name) for row in classroom.screen().podium] == [(1, "Noor"), (1, "Sem")]


def test_the_run_of_cards_says_how_each_went() -> None:
    classroom = _a_class_in_an_open_round()
    assert [card.state for card in classroom.host().cards] == ["current", "coming", "coming"]
    classroom.step_until(Phase.LEADERBOARD)
    done = classroom.host().cards[0]
    assert done.state == "done"
    assert done.right_share is not None
    assert abs(done.right_share - 2.25 / 6) < 1e-9


def test_the_roster_keeps_removed_players_so_that_they_can_be_let_back() -> None:
    classroom = _a_class_in_an_open_round()
    classroom.do(c.RemovePlayer(classroom.new_id(), PlayerId("Sem")))
    rows = {row.name: (row.is_removed, row.has_answered) for row in roster_view(classroom.room, {}).rows}
    assert rows == {"Noor": (False, True), "Sem": (True, True), "Eva": (False, False)}
    assert classroom.host().players == 2


def test_the_deadline_in_the_view_is_the_stored_one() -> None:
    classroom = _a_class_in_an_open_round()
    view = classroom.phones().round
    assert view is not None
    assert view.closes_at == view.opens_at + 20_000
    assert view.limit_millis == 20_000


def test_a_phone_knows_from_the_lobby_on_which_ways_of_answering_will_come() -> None:
    assert Classroom().phones().deck_kinds == ("ordinal", "single")
    assert "map2d" in Classroom(KINDS_DECK).phones().deck_kinds
