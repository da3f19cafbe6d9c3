"""A session played back from its log is the session that was seen."""

import json

import pytest

from server.review.replay import FRAME_MILLIS, Frame, make_replay
from server.rules.commands import CloseDueRound
from server.rules.evolve import evolve_all
from server.rules.phases import Phase
from server.rules.view_types import (
    ScreenView,
)
from server.rules.views import screen_view
from tests.support.classroom import ROOM, Classroom


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


def _views(frames: tuple[Frame, ...]) -> list[ScreenView]:
    """The screen at each frame: every frame's changes laid over what came before."""
    whole: dict[str, object] = {}
    views = []
    for frame in frames:
        whole |= frame.change
        views.append(ScreenView(**whole))  # type: ignore[arg-type]
    return views


def test_every_frame_is_the_screen_of_its_version() -> None:
    classroom = _a_whole_session()
    replay = make_replay(ROOM, classroom.log, with_names=True)
    for frame, view in zip(replay.frames, _views(replay.frames), strict=True):
        room = evolve_all(None, classroom.log[: frame.version])
        assert view == screen_view(room, ROOM, frame.at)


def test_no_moment_of_the_host_is_missing() -> None:
    classroom = _a_whole_session()
    replay = make_replay(ROOM, classroom.log, with_names=True)
    seen = [view.phase for view in _views(replay.frames)]
    changes = [phase for place, phase in enumerate(seen) if place == 0 or seen[place - 1] != phase]
    one_card = [Phase.READING, Phase.ANSWERING, Phase.CLOSED, Phase.REVEAL, Phase.LEADERBOARD]
    assert changes == [Phase.LOBBY, *one_card * 3, Phase.PODIUM, Phase.ENDED]
    shown = {view.reveal.shown_axis for view in _views(replay.frames) if view.reveal}
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
    replay = make_replay(ROOM, classroom.log, with_names=False)
    counts = [(frame.at, frame.change["answered"]) for frame in replay.frames if "answered" in frame.change]
    assert len(counts) <= 2 + 40 * 50 // FRAME_MILLIS
    assert counts[-1][1] == 40


def test_time_never_runs_backwards_even_when_a_round_closed_while_the_server_was_away() -> None:
    classroom = Classroom()
    classroom.join("Noor")
    classroom.step(2)
    classroom.wait(20.6)
    classroom.answer("Noor", stage="client", shown_seconds=19)
    classroom.do(CloseDueRound(classroom.new_id(), classroom.room.rounds[-1].card))
    moments = [frame.at for frame in make_replay(ROOM, classroom.log, with_names=False).frames]
    assert moments == sorted(moments)


def test_names_are_replaced_unless_they_are_asked_for() -> None:
    classroom = _a_whole_session()
    without = repr(make_replay(ROOM, classroom.log, with_names=False))
    assert not any(name in without for name in ("Noor", "Sem", "Eva"))
    assert "P1" in without
    assert "Noor" in repr(make_replay(ROOM, classroom.log, with_names=True))


def test_a_session_that_goes_on_tells_nothing_of_the_open_round() -> None:
    classroom = Classroom()
    classroom.join("Noor")
    classroom.step(2)
    classroom.answer("Noor", stage="client", form="moral", trust="conduct")
    replay = make_replay(ROOM, classroom.log, with_names=True)
    assert replay.is_live
    assert "secret" not in repr(replay.frames)
    assert json.dumps([str(frame.change) for frame in replay.frames]).count("picks") == 0


def test_the_timeline_knows_when_each_card_came_up() -> None:
    classroom = _a_whole_session()
    replay = make_replay(ROOM, classroom.log, with_names=False)
    assert [(mark.number, mark.id) for mark in replay.cards] == [(1, "baker"), (2, "gossip"), (3, "partners")]
    assert not replay.is_live
    assert replay.ended_at is not None
    assert replay.players == 3


def test_there_is_no_replay_of_nothing() -> None:
    with pytest.raises(LookupError):
        make_replay(ROOM, (), with_names=False)
