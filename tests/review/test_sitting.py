"""A log read once for the evening: every pick with its vote, what it was worth, and when each step was taken."""

import pytest

from server.review.sitting import Sitting, read_sitting
from server.rules import commands as c
from server.rules.ids import PlayerId, RoomId
from server.rules.phases import Phase
from server.rules.picks import Confidence
from server.rules.settings import CountingVote
from tests.support.classroom import ROOM, Classroom
from tests.support.sample_deck import FORM, STAGE, TRUST

ANNA, BRAM, CAS = PlayerId("Anna"), PlayerId("Bram"), PlayerId("Cas")


def two_votes(counting: CountingVote = CountingVote.SECOND) -> Classroom:
    """Three people, one card: Anna is wrong, talks and is right; Bram only votes at first, Cas only after the talk."""
    room = Classroom(counting_vote=counting)
    room.join("Anna", "Bram")
    room.step_until(Phase.ANSWERING)
    card = room.room.card
    assert card is not None
    right, wrong = next(iter(card.keys[STAGE].accept)), other_option(room, STAGE)
    form = next(iter(card.keys[FORM].accept))
    room.wait(3)
    room.answer("Anna", stage=wrong, form=form)
    room.wait(1)
    room.answer("Bram", stage=right)
    room.step_until(Phase.CLOSED)
    room.talk(STAGE)
    room.join("Cas")
    room.wait(10)
    room.step_until(Phase.ANSWERING)
    room.wait(2)
    room.answer("Anna", stage=right)
    room.answer("Cas", stage=wrong)
    room.step_until(Phase.REVEAL)
    return room


def other_option(room: Classroom, axis: str) -> str:
    """An option that is not the key."""
    card = room.room.card
    assert card is not None
    return next(o.id for o in room.room.deck.axis(axis).options if o.id not in card.keys[axis].accept)  # type: ignore[arg-type, index]


def read(room: Classroom) -> Sitting:
    return read_sitting(ROOM, room.log)


def test_each_vote_has_its_own_picks() -> None:
    sitting = read(two_votes())
    card = sitting.cards[0].asked.card
    first = {one.player: one for one in sitting.said_on(card, STAGE)}
    second = {one.player: one for one in sitting.said_on(card, STAGE, vote=2)}
    assert first.keys() == {ANNA, BRAM}
    assert second.keys() == {ANNA, CAS}
    assert (first[ANNA].is_right, second[ANNA].is_right) == (False, True)
    assert (first[ANNA].thinking_millis, second[ANNA].thinking_millis) == (3000, 2000)
    assert {one.player for one in sitting.said_on(card, FORM)} == {ANNA}
    assert sitting.said_on(card, FORM, vote=2) == ()
    assert sitting.said_on(card, TRUST) == ()


@pytest.mark.parametrize("counting", list(CountingVote))
def test_the_picks_that_count_are_those_that_earned_the_points(counting: CountingVote) -> None:
    sitting = read(two_votes(counting))
    card = sitting.cards[0]
    for player, score in (card.asked.scores or {}).items():
        counted = {one.axis: one.share for one in sitting.said_by(player) if one.counts}
        assert counted == {axis: score.shares[axis] for axis in counted}
        assert sum(score.shares.values()) == sum(share or 0 for share in counted.values())


def test_the_moments_of_a_card_are_in_order() -> None:
    card = read(two_votes()).cards[0]
    moments = [card.shown_at, card.opened_at, card.closed_at, card.talk_at, card.second_opened_at]
    moments += [card.second_closed_at, card.revealed_at]
    assert None not in moments
    assert moments == sorted(moments)  # type: ignore[type-var]
    assert card.opened_at < card.closed_at


def test_who_was_taken_out_and_what_was_skipped_are_no_part_of_it() -> None:
    room = two_votes()
    room.do(c.RemovePlayer(room.new_id(), ANNA))
    room.step_until(Phase.ANSWERING)
    room.answer("Bram", stage=other_option(room, STAGE))
    room.skip()
    sitting = read(room)
    assert ANNA not in {one.player for one in sitting.said}
    assert sitting.players == (BRAM, CAS)
    assert [card.number for card in sitting.cards] == [1]
    assert sitting.ended_at is None


def test_a_person_is_called_the_same_whoever_else_was_taken_out() -> None:
    room = two_votes()
    names = {player: read(room).pseudonym(player) for player in (ANNA, BRAM, CAS)}
    room.do(c.RemovePlayer(room.new_id(), ANNA))
    assert names == {ANNA: "P1", BRAM: "P2", CAS: "P3"}
    assert read(room).pseudonym(CAS) == "P3"


def test_a_log_without_a_beginning_is_no_sitting() -> None:
    with pytest.raises(LookupError):
        read_sitting(RoomId("none"), [])


def test_confidence_goes_with_the_pick() -> None:
    room = Classroom(asks_confidence=True)
    room.join("Anna")
    room.step_until(Phase.ANSWERING)
    room.answer("Anna", stage=other_option(room, STAGE), sure=Confidence.CERTAIN)
    room.step_until(Phase.REVEAL)
    assert [one.confidence for one in read(room).said] == [Confidence.CERTAIN]
