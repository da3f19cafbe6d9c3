"""Whatever people do, in whatever order: the replay is what the hall saw, and its timeline knows every moment of it."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server.review.replay import make_replay
from server.rooms.skimmed_log import skimmed
from server.rules.cards import Deck
from server.rules.evolve import evolve_all
from server.rules.ids import CommandId
from server.rules.view_types import (
    ScreenView,
)
from server.rules.views import screen_view
from tests.review.replayed import no_rest, parts_of, views_of
from tests.rules.test_any_commands import ASKED, GOOD_PICKS, PLAYERS, ROOMS, carry_out
from tests.support.classroom import ROOM, Classroom
from tests.support.sample_deck import DECK, KINDS_DECK

NEW_IDS = st.integers(100, 10**9).map(lambda number: CommandId(f"id-{number}"))
ANSWERS = st.lists(st.tuples(st.just("answer"), NEW_IDS, PLAYERS, GOOD_PICKS, st.just(None)), max_size=4)
"""After every step a few, so that people change their minds before a frame, and in a second vote."""


def _moment_of(view: ScreenView) -> object:
    """What the screen takes for one moment: as screen/moments.ts names it."""
    reveal, board = view.reveal, view.board
    asked = view.round and (view.round.card, view.round.vote)
    picture = reveal and (reveal.shown_axis, reveal.shows_flow, reveal.is_earlier)
    over = board and (board.kind, board.matrix and board.matrix.axis)
    return view.phase, view.card_number, asked, picture, over


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    asked=st.lists(st.tuples(ASKED, ANSWERS), min_size=4, max_size=16),
    reading=st.sampled_from([0, 5]),
    deck=st.sampled_from([DECK, KINDS_DECK]),
    chosen=st.sampled_from(ROOMS),
    frame_millis=st.sampled_from([0, 250]),
    part_least=st.sampled_from([1, 4, 150]),
)
def test_a_replay_is_what_was_seen(
    asked: list[tuple[object, list[object]]],
    reading: int,
    deck: Deck,
    chosen: dict[str, object],
    frame_millis: int,
    part_least: int,
) -> None:
    classroom = Classroom(deck, reading_seconds=reading, **chosen)
    classroom.join("Noor", "Sem", "Eva")
    classroom.step(2 if reading else 1)
    for step, answers in asked:
        for each in (*answers, step):
            carry_out(classroom, each)
    log = classroom.log
    playback = make_replay(
        ROOM, skimmed(log), with_names=True, rest=no_rest, frame_millis=frame_millis, part_least=part_least
    )

    versions = []
    seen: list[tuple[int, object]] = []
    for part in parts_of(playback):
        for frame, view in zip(part.frames, views_of(part), strict=True):
            assert view == screen_view(evolve_all(None, log[: frame.version]), ROOM, frame.at)
            versions.append(frame.version)
            if not seen or seen[-1][1] != _moment_of(view):
                seen.append((frame.version, _moment_of(view)))
    assert versions[-1] == len(log)
    assert frame_millis or versions == list(range(1, len(log) + 1))
    assert [moment.version for moment in playback.head.moments] == [version for version, _ in seen]

    nameless = make_replay(
        ROOM, skimmed(log), with_names=False, rest=no_rest, frame_millis=frame_millis, part_least=part_least
    )
    assert [mark.version for mark in nameless.head.parts] == [mark.version for mark in playback.head.parts]
    names = {seat.name for seat in classroom.room.seats.values() if len(seat.name) > 3}
    assert not any(repr(name) in repr(parts_of(nameless)) for name in names)
