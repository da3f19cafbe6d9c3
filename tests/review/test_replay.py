"""A session played back from its log is the session that was seen."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from server.review.replay import FRAME_MILLIS, PART_LEAST, Playback, make_replay
from server.review.replay_types import Frame, MomentKind
from server.rooms.skimmed_log import SkimmedLog, skimmed
from server.rules import commands as c
from server.rules.boards import BoardKind
from server.rules.commands import CloseDueRound
from server.rules.events import AnswerGiven, CardShown, Event
from server.rules.evolve import evolve_all
from server.rules.ids import CardId, PlayerId
from server.rules.phases import Phase
from server.rules.view_types import (
    ScreenView,
)
from server.rules.views import screen_view
from tests.review.replayed import all_frames, no_rest, parts_of, views_of
from tests.support.classroom import ROOM, Classroom
from tests.support.long_log import START, long_log
from tests.support.sample_deck import FORM


def _a_whole_session() -> Classroom:
    classroom = Classroom()
    classroom.join("Noor", "Sem", "Eva")
    while classroom.room.phase is not Phase.ENDED:
        classroom.wait(2)
        if classroom.room.phase is Phase.ANSWERING:
            for name in ("Noor", "Sem", "Eva"):
                classroom.answer(name, stage="client", form="moral", trust="conduct")
                classroom.wait(0.1)
        classroom.step()
    return classroom


def _played(classroom: Classroom, with_names: bool = True, **how: int) -> Playback:
    return make_replay(ROOM, skimmed(classroom.log), with_names, rest=no_rest, **how)


def _frames_and_views(playback: Playback) -> list[tuple[Frame, ScreenView]]:
    return [pair for part in parts_of(playback) for pair in zip(part.frames, views_of(part), strict=True)]


def test_every_frame_is_the_screen_of_its_version() -> None:
    classroom = _a_whole_session()
    for frame, view in _frames_and_views(_played(classroom)):
        room = evolve_all(None, classroom.log[: frame.version])
        assert view == screen_view(room, ROOM, frame.at)


def test_no_moment_of_the_host_is_missing() -> None:
    classroom = _a_whole_session()
    views = [view for _, view in _frames_and_views(_played(classroom))]
    seen = [view.phase for view in views]
    changes = [phase for place, phase in enumerate(seen) if place == 0 or seen[place - 1] != phase]
    one_card = [Phase.READING, Phase.ANSWERING, Phase.CLOSED, Phase.REVEAL, Phase.LEADERBOARD]
    assert changes == [Phase.LOBBY, *one_card * 3, Phase.PODIUM, Phase.ENDED]
    shown = {view.reveal.shown_axis for view in views if view.reveal}
    assert len(shown) == 3


def test_answers_within_a_quarter_second_share_a_frame_and_the_last_count_is_right() -> None:
    classroom = Classroom()
    names = [f"Player {number}" for number in range(40)]
    classroom.join(*names)
    classroom.step(2)
    for name in names:
        classroom.answer(name, stage="client")
        classroom.wait(0.05)
    classroom.step()
    frames = all_frames(_played(classroom, with_names=False))
    counts = [(frame.at, frame.change["answered"]) for frame in frames if "answered" in frame.change]
    assert len(counts) <= 2 + 40 * 50 // FRAME_MILLIS
    assert counts[-1][1] == 40


def test_an_answer_that_is_given_anew_is_not_counted_twice() -> None:
    classroom = Classroom()
    classroom.join("Noor", "Sem")
    classroom.step(2)
    for stage in ("client", "partner", "client"):
        classroom.wait(1)
        classroom.answer("Noor", stage=stage)
    views = [view for _, view in _frames_and_views(_played(classroom))]
    assert [view.answered for view in views[-3:]] == [1, 1, 1]


def test_time_never_runs_backwards_even_when_a_round_closed_while_the_server_was_away() -> None:
    classroom = Classroom()
    classroom.join("Noor")
    classroom.step(2)
    classroom.wait(20.6)
    classroom.answer("Noor", stage="client", shown_seconds=19)
    classroom.do(CloseDueRound(classroom.new_id(), classroom.room.rounds[-1].card))
    moments = [frame.at for frame in all_frames(_played(classroom))]
    assert moments == sorted(moments)


def test_names_are_replaced_unless_they_are_asked_for() -> None:
    classroom = _a_whole_session()
    without = _played(classroom, with_names=False)
    told = repr((without.head, parts_of(without)))
    assert not any(name in told for name in ("Noor", "Sem", "Eva"))
    assert "P1" in told
    assert "Noor" in repr(parts_of(_played(classroom)))


def test_names_of_those_who_were_renamed_or_sent_away_are_replaced_too() -> None:
    classroom = Classroom()
    classroom.join("Noor", "Sem", "Eva")
    classroom.do(c.RenamePlayer(classroom.new_id(), PlayerId("Sem"), "Samuel"))
    classroom.do(c.RemovePlayer(classroom.new_id(), PlayerId("Eva")))
    playback = _played(classroom, with_names=False)
    told = repr((playback.head, parts_of(playback)))
    assert not any(name in told for name in ("Noor", "Sem", "Samuel", "Eva"))
    assert [view.newest_names for _, view in _frames_and_views(playback)][-1] == ("P1", "P2")


def test_a_session_that_goes_on_tells_nothing_of_the_open_round() -> None:
    classroom = Classroom()
    classroom.join("Noor")
    classroom.step(2)
    classroom.answer("Noor", stage="client", form="moral", trust="conduct")
    playback = _played(classroom)
    assert playback.head.is_live
    told = repr((playback.head, parts_of(playback)))
    assert "secret" not in told
    assert json.dumps([str(frame.change) for frame in all_frames(playback)]).count("picks") == 0


def test_the_head_knows_when_each_card_came_up() -> None:
    head = _played(_a_whole_session()).head
    assert [(mark.number, mark.id) for mark in head.cards] == [(1, "baker"), (2, "gossip"), (3, "partners")]
    assert not head.is_live
    assert head.ended_at == head.last_at
    assert (head.players, head.cards_played) == (3, 3)


def test_a_session_that_ended_in_the_middle_of_a_card_is_played_as_far_as_it_came() -> None:
    classroom = Classroom()
    classroom.join("Noor")
    classroom.step(2)
    classroom.answer("Noor", stage="client")
    classroom.do(c.EndRoom(classroom.new_id()))
    playback = _played(classroom)
    assert not playback.head.is_live
    assert [moment.kind for moment in playback.head.moments][-1] is MomentKind.ENDED
    assert _frames_and_views(playback)[-1][1].phase is Phase.ENDED


def test_a_session_in_which_no_card_came_up_has_a_head() -> None:
    head = _played(Classroom()).head
    assert (head.cards, head.players, len(head.parts)) == ((), 0, 1)


def test_there_is_no_replay_of_nothing() -> None:
    with pytest.raises(LookupError):
        make_replay(ROOM, skimmed(()), with_names=False, rest=no_rest)


def test_a_part_can_be_read_alone_and_in_any_order() -> None:
    log = long_log(players=12, cards=6)
    onward = make_replay(ROOM, skimmed(log), with_names=True, rest=no_rest, part_least=5)
    assert len(onward.head.parts) == 7
    backward = make_replay(ROOM, skimmed(log), with_names=True, rest=no_rest, part_least=5)
    numbers = range(len(onward.head.parts))
    in_order = [onward.part(number, no_rest) for number in numbers]
    assert in_order == [backward.part(number, no_rest) for number in reversed(numbers)][::-1]
    for part in in_order:
        for frame, view in zip(part.frames, views_of(part), strict=True):
            assert view == screen_view(evolve_all(None, log[: frame.version]), ROOM, frame.at)


def test_the_head_says_how_the_parts_lie() -> None:
    playback = make_replay(ROOM, skimmed(long_log(players=12, cards=6)), with_names=True, rest=no_rest, part_least=5)
    parts = parts_of(playback)
    firsts = [(part.frames[0].at, part.frames[0].version) for part in parts]
    assert [(mark.at, mark.version) for mark in playback.head.parts] == firsts
    counted = 0
    for mark, part in zip(playback.head.parts, parts, strict=True):
        assert mark.frame == counted
        counted += len(part.frames)
    assert playback.head.last_at == parts[-1].frames[-1].at


def _read_by(log: list[Event], look: Callable[[SkimmedLog], object]) -> set[int]:
    """The places of the answers that were read while something looked."""
    read: set[int] = set()

    def note(start: int, end: int) -> Iterator[Event]:
        for place in range(start, end):
            if isinstance(log[place], AnswerGiven):
                read.add(place)
            yield log[place]

    look(replace(skimmed(log), read=note))
    return read


def test_the_head_is_made_without_reading_an_answer() -> None:
    log = long_log(players=300, cards=4)
    assert _read_by(log, lambda skimmed: make_replay(ROOM, skimmed, with_names=False, rest=no_rest)) == set()


def test_the_first_picture_needs_no_answer_to_a_later_card() -> None:
    log = long_log(players=600, cards=4)
    second_card = [place for place, event in enumerate(log) if isinstance(event, CardShown)][1]
    read = _read_by(log, lambda skimmed: make_replay(ROOM, skimmed, with_names=False, rest=no_rest).part(1, no_rest))
    assert len(read) == 600
    assert max(read) < second_card


def test_a_hall_that_answers_in_a_moment_has_a_part_for_each_card_and_a_small_class_has_not() -> None:
    def at_once(players: int) -> list[Event]:
        return [replace(event, at=START) for event in long_log(players=players, cards=4)]

    of_hall = make_replay(ROOM, skimmed(at_once(600)), with_names=False, rest=no_rest)
    assert len(all_frames(of_hall)) < PART_LEAST
    assert [mark.at for mark in of_hall.head.parts] == [START] * 5
    assert len(make_replay(ROOM, skimmed(at_once(20)), with_names=False, rest=no_rest).head.parts) == 1


def test_a_part_that_is_not_there_is_not_made() -> None:
    playback = _played(_a_whole_session())
    for number in (-1, len(playback.head.parts)):
        with pytest.raises(LookupError):
            playback.part(number, no_rest)


def test_others_get_their_turn_while_a_full_hall_is_made() -> None:
    playback = make_replay(ROOM, skimmed(long_log(players=300, cards=3)), with_names=False, rest=no_rest)
    rests: list[None] = []
    last = len(playback.head.parts) - 1
    playback.part(last, lambda: rests.append(None))
    assert len(rests) > 900 // 200


def test_boards_and_what_lies_under_them_are_the_screens_own() -> None:
    classroom = _revealed_to_thirty()
    classroom.do(c.ShowBoard(classroom.new_id(), BoardKind.MATRIX, FORM))
    classroom.do(c.ShowBoard(classroom.new_id(), BoardKind.CONFUSIONS, None))
    classroom.do(c.ShowBoard(classroom.new_id(), None, None))
    classroom.do(c.ShowEarlier(classroom.new_id(), CardId("baker")))
    views = [view for _, view in _frames_and_views(_played(classroom, frame_millis=0))]
    assert [view.board and view.board.kind for view in views[-4:]] == [
        BoardKind.MATRIX,
        BoardKind.CONFUSIONS,
        None,
        None,
    ]
    assert views[-1] == classroom.screen()


def _revealed_to_thirty() -> Classroom:
    classroom = Classroom()
    names = [f"Player {number}" for number in range(6)]
    classroom.join(*names)
    classroom.step(2)
    for place, name in enumerate(names):
        classroom.answer(name, stage="client", form="moral" if place % 2 else "personal", trust="conduct")
    classroom.step_until(Phase.REVEAL)
    return classroom
