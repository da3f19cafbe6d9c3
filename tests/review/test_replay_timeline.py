"""The timeline of a replay: everything that happened in the hall, and nothing about one person."""

from dataclasses import replace

from server.review.replay import make_replay
from server.review.replay_types import ActionKind, MomentKind
from server.review.timeline import timeline_of
from server.rooms.skimmed_log import skimmed
from server.rules import commands as c
from server.rules.allowances import Allowance
from server.rules.boards import BoardKind
from server.rules.events import AnswerGiven
from server.rules.ids import CardId, PlayerId, Version
from server.rules.phases import Phase
from tests.review.replayed import no_rest
from tests.support.classroom import ROOM, Classroom
from tests.support.long_log import VOTE_SECONDS, long_log
from tests.support.sample_deck import FORM

KINDS = MomentKind


def _voted(*names: str) -> Classroom:
    """A class that has answered the first card; the vote is open."""
    classroom = Classroom()
    classroom.join(*names)
    classroom.step(2)
    for name in names:
        classroom.wait(1)
        classroom.answer(name, stage="client", form="moral", trust="conduct")
    return classroom


def _kinds(classroom: Classroom) -> list[MomentKind]:
    return [moment.kind for moment in timeline_of(skimmed(classroom.log), no_rest).moments]


def test_a_card_with_two_votes_has_all_its_steps() -> None:
    classroom = _voted("Noor", "Sem")
    classroom.step()
    classroom.talk(FORM)
    classroom.step()
    classroom.answer("Sem", form="personal")
    classroom.step()
    classroom.step_until(Phase.LEADERBOARD)
    assert _kinds(classroom) == [
        KINDS.SQUARE, KINDS.READ, KINDS.VOTE, KINDS.CLOSED, KINDS.TALK, KINDS.SECOND_VOTE, KINDS.CLOSED,
        KINDS.REVEAL, KINDS.REVEAL, KINDS.FLOW, KINDS.REVEAL, KINDS.RANKS,
    ]  # fmt: skip


def test_what_the_host_did_beside_going_on_is_told() -> None:
    classroom = _voted("Noor", "Sem")
    baker = CardId("baker")
    classroom.do(c.ExtendRound(classroom.new_id(), baker, 30))
    classroom.do(c.LockRoom(classroom.new_id(), True))
    classroom.step()
    classroom.undo()
    classroom.step_until(Phase.LEADERBOARD)
    classroom.step()
    classroom.skip()
    classroom.step_until(Phase.REVEAL)
    classroom.do(c.ShowEarlier(classroom.new_id(), baker))
    classroom.do(c.ShowBoard(classroom.new_id(), BoardKind.CONFUSIONS, None))
    classroom.do(c.LockRoom(classroom.new_id(), False))
    told = [
        (action.kind, action.seconds, action.board) for action in timeline_of(skimmed(classroom.log), no_rest).actions
    ]
    assert told == [
        (ActionKind.TIME_ADDED, 30, None),
        (ActionKind.LOCKED, None, None),
        (ActionKind.UNDONE, None, None),
        (ActionKind.SKIPPED, None, None),
        (ActionKind.EARLIER, None, None),
        (ActionKind.BOARD, None, BoardKind.CONFUSIONS),
        (ActionKind.UNLOCKED, None, None),
    ]


def test_a_step_that_was_taken_back_stands_there_and_so_does_what_was_there_before() -> None:
    classroom = _voted("Noor")
    classroom.step()
    classroom.undo()
    assert _kinds(classroom) == [KINDS.SQUARE, KINDS.READ, KINDS.VOTE, KINDS.CLOSED, KINDS.VOTE]


def test_a_skipped_card_is_not_counted_and_keeps_its_mark() -> None:
    classroom = Classroom()
    classroom.join("Noor")
    classroom.step()
    classroom.skip()
    classroom.step_until(Phase.LEADERBOARD)
    timeline = timeline_of(skimmed(classroom.log), no_rest)
    assert [(mark.number, mark.id) for mark in timeline.cards] == [(1, "baker"), (1, "gossip")]
    assert timeline.cards_played == 1


def test_every_answer_is_in_the_strip_at_the_moment_it_came() -> None:
    log = long_log(players=100, cards=2)
    first, second, again = timeline_of(skimmed(log), no_rest).answers
    assert [sum(vote.counts) for vote in (first, second, again)] == [100, 100, 20]
    assert [vote.vote for vote in (first, second, again)] == [1, 1, 2]
    assert len(first.counts) * first.every_millis >= VOTE_SECONDS * 1000
    assert first.counts[:3] == (0, 0, 0)
    assert first.counts[3] > first.counts[40] > 0


def test_each_stretch_counts_the_answers_that_came_within_it() -> None:
    log = long_log(players=150, cards=3)
    came_at = [event.at for event in log if isinstance(event, AnswerGiven)]
    for vote in timeline_of(skimmed(log), no_rest).answers:
        starts = [vote.at + place * vote.every_millis for place in range(len(vote.counts))]
        assert list(vote.counts) == [sum(start <= at < start + vote.every_millis for at in came_at) for start in starts]


def test_a_long_vote_is_counted_in_longer_stretches() -> None:
    classroom = Classroom(answer_seconds=None)
    classroom.join("Noor", "Sem")
    classroom.step(2)
    classroom.answer("Noor", stage="client")
    classroom.wait(1800)
    classroom.answer("Sem", stage="client")
    (vote,) = timeline_of(skimmed(classroom.log), no_rest).answers
    assert len(vote.counts) <= 60
    assert (vote.counts[0], vote.counts[-1], sum(vote.counts)) == (1, 1, 2)


def test_nothing_tells_that_somebody_had_more_time() -> None:
    classroom = Classroom()
    classroom.join("Noor", "Sem")
    classroom.give_time("Noor", Allowance.UNLIMITED)
    classroom.step(2)
    classroom.answer("Sem", stage="client")
    classroom.wait(21)
    classroom.due()
    classroom.wait(30)
    classroom.answer("Noor", stage="client")
    timeline = timeline_of(skimmed(classroom.log), no_rest)
    (vote,) = timeline.answers
    assert sum(vote.counts) == 2
    assert len(vote.counts) * vote.every_millis <= 22_000  # as if it had come in before the close
    assert timeline.actions == ()
    without = [event for event in classroom.log if type(event).__name__ != "ExtraTimeGiven"]
    as_others = [replace(moment, version=Version(0)) for moment in timeline.moments]
    assert as_others == [
        replace(moment, version=Version(0)) for moment in timeline_of(skimmed(without), no_rest).moments
    ]
    head = make_replay(ROOM, skimmed(classroom.log), with_names=True, rest=no_rest).head
    assert "allowance" not in repr(head).lower()


def test_who_came_went_or_was_renamed_is_no_moment() -> None:
    classroom = _voted("Noor", "Sem")
    before = timeline_of(skimmed(classroom.log), no_rest)
    classroom.do(c.RenamePlayer(classroom.new_id(), PlayerId("Sem"), "Samuel"))
    classroom.do(c.RemovePlayer(classroom.new_id(), PlayerId("Sem")))
    classroom.do(c.LetPlayerBack(classroom.new_id(), PlayerId("Sem")))
    classroom.join("Eva")
    after = timeline_of(skimmed(classroom.log), no_rest)
    assert (after.moments, after.actions) == (before.moments, before.actions)
