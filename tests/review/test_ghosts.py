"""The class as it was, to be raced against: moments and points, and nothing of anybody."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.review.ghosts import Ghosts, NoRace, raise_ghosts
from server.review.sitting import read_sitting
from server.rules import commands as c
from server.rules.allowances import Allowance
from server.rules.ids import AxisId, OptionId, PlayerId, ServerMillis
from server.rules.phases import Phase
from server.rules.picks import Confidence, Pick
from server.rules.refusals import Refusal, RefusalCode
from server.rules.room import Answer
from server.rules.settings import CountingVote, LeaderboardMode, ScoreMode
from server.wire.strict_json import StrictJson
from tests.review.test_own_session import OTHERS, open_card, renamed, right, wrong
from tests.support.classroom import ROOM, Classroom
from tests.support.sample_deck import STAGE

CLASS = ("Anna", *OTHERS)


def an_evening(**chosen: object) -> Classroom:
    """Six people and three cards: on card n the first n of them are right, one second after the other. Then it ends."""
    room = Classroom(**chosen)  # type: ignore[arg-type]
    room.join(*CLASS)
    for number in (1, 2, 3):
        open_card(room)
        for place, name in enumerate(CLASS):
            room.wait(1)
            room.answer(name, stage=right(room) if place < number else wrong(room))
        room.step_until(Phase.REVEAL)
    return ended(room)


def ended(room: Classroom) -> Classroom:
    """The same room, over."""
    room.do(c.EndRoom(room.new_id()))
    return room


def ghosts_of(room: Classroom) -> Ghosts:
    """The class, ready to be raced."""
    return raise_ghosts(read_sitting(ROOM, room.log))


def said(after: int = 0, sure: Confidence | None = None, **picks: Pick) -> Answer:
    """What a racer says."""
    return Answer({AxisId(axis): pick for axis, pick in picks.items()}, ServerMillis(after), after, sure)


def key(ghosts: Ghosts, number: int) -> OptionId:
    """The right stage of a card of the race."""
    return next(iter(ghosts.raced[number - 1][0].card.keys[STAGE].accept))


def test_answers_arrive_at_their_recorded_moments() -> None:
    card = ghosts_of(an_evening()).race.cards[0]
    assert card.arrivals == (3000, 4000, 5000, 6000, 7000, 8000)  # two seconds after it opened they begin
    assert card.reading_millis == 0  # the host opened it at once
    assert card.round.limit_millis == 20_000


def test_who_changed_an_answer_does_not_stand_out_among_the_moments() -> None:
    """In the room's memory Anna still comes first; among the ghosts nobody has a place of their own."""
    room = Classroom()
    room.join(*CLASS)
    open_card(room)
    for name in (*CLASS, "Anna"):
        room.wait(1)
        room.answer(name, stage=right(room))
    room.step_until(Phase.REVEAL)
    assert ghosts_of(ended(room)).race.cards[0].arrivals == (4000, 5000, 6000, 7000, 8000, 9000)


def test_extra_time_cannot_be_told_from_when_an_answer_came() -> None:
    """Somebody with twice the time who answers after thirty of forty seconds stands where others do after fifteen."""
    room = Classroom()
    room.join(*CLASS)
    room.give_time("Anna", Allowance.DOUBLE)
    room.give_time("Bram", Allowance.UNLIMITED)
    open_card(room)
    for name in CLASS[2:]:
        room.answer(name, stage=right(room))
    room.wait(28)
    room.due()
    room.answer("Anna", stage=right(room))
    room.wait(60)
    room.answer("Bram", stage=right(room))
    room.step_until(Phase.REVEAL)
    card = ghosts_of(ended(room)).race.cards[0]
    assert card.arrivals == (2000, 2000, 2000, 2000, 15_000, 20_000)
    assert "DOUBLE" not in StrictJson.dumps(card).upper()


def test_who_plays_like_somebody_stands_where_that_one_stood() -> None:
    """Everybody's own answers, raced again, give everybody's own points and place: the rules are the same rules."""
    room = an_evening(speed_bonus=True)
    ghosts = ghosts_of(room)
    ordered = sorted((room.points(name) for name in CLASS), reverse=True)
    for name in CLASS:
        own = [asked.answers[PlayerId(name)] for _, asked in ghosts.raced]
        placed = ghosts.after(3, own)
        assert placed.total == room.points(name)
        assert placed.rank == ordered.index(room.points(name)) + 1
        assert placed.beside == ordered.count(room.points(name))
        assert placed.ranked == len(CLASS) + 1


def test_the_class_stands_on_its_points_after_each_card() -> None:
    ghosts = ghosts_of(an_evening())
    assert ghosts.totals == (
        (1000, 0, 0, 0, 0, 0),
        (2000, 1000, 0, 0, 0, 0),
        (3000, 2000, 1000, 0, 0, 0),
    )
    placed = ghosts.after(2, [said(stage=key(ghosts, 1)), said()])
    assert [(tread.points, tread.count) for tread in placed.treads] == [(2000, 1), (1000, 1), (0, 4)]
    assert (placed.rank, placed.beside, placed.total, placed.most) == (2, 1, 1000, 6000)


def test_after_a_card_its_truth_is_told_but_not_what_the_class_chose() -> None:
    ghosts = ghosts_of(an_evening())
    placed = ghosts.after(1, [said(stage=OptionId("partner"))])
    axis = placed.axes[0]
    assert axis.why.en
    assert axis.accepted
    assert {count.count for count in axis.counts} == {0}
    assert [mark.missed for mark in placed.marks] == [(STAGE,)]
    assert '"why":' not in StrictJson.dumps(ghosts.race)
    assert '"accepted":' not in StrictJson.dumps(ghosts.race)


@pytest.mark.parametrize("counting", list(CountingVote))
def test_of_two_votes_only_the_first_is_raced_by_you_and_by_the_class(counting: CountingVote) -> None:
    room = Classroom(counting_vote=counting)
    room.join(*CLASS)
    open_card(room)
    for name in CLASS:
        room.answer(name, stage=wrong(room))
    room.step_until(Phase.CLOSED)
    room.talk(STAGE)
    room.wait(5)
    room.step_until(Phase.ANSWERING)
    for name in CLASS:
        room.answer(name, stage=right(room))
    room.step_until(Phase.REVEAL)
    ghosts = ghosts_of(ended(room))
    assert ghosts.race.cards[0].votes == 2
    assert ghosts.totals == ((0,) * 6,)
    assert ghosts.race.cards[0].round.limit_millis == 20_000
    assert ghosts.after(1, [said(stage=key(ghosts, 1))]).rank == 1


def test_confidence_counts_where_the_room_asked_it_and_nowhere_else() -> None:
    certain = said(sure=Confidence.CERTAIN, stage=OptionId("partner"))
    assert ghosts_of(an_evening()).after(1, [certain]).total == 0
    asked = Classroom(asks_confidence=True)
    asked.join(*CLASS)
    open_card(asked)
    asked.step_until(Phase.REVEAL)
    assert ghosts_of(ended(asked)).after(1, [certain]).total == -3000


def test_there_is_no_race_with_a_class_that_cannot_see_itself_stand() -> None:
    live = Classroom()
    live.join(*CLASS)
    open_card(live)
    live.step_until(Phase.REVEAL)
    few = Classroom()
    few.join("Anna", "Bram")
    open_card(few)
    few.step_until(Phase.REVEAL)
    for room, why_not in (
        (live, NoRace.LIVE),
        (ended(few), NoRace.FEW),
        (an_evening(leaderboard=LeaderboardMode.HIDDEN), NoRace.HIDDEN),
        (an_evening(scoring=ScoreMode.NONE), NoRace.HIDDEN),
    ):
        ghosts = ghosts_of(room)
        assert (ghosts.race.why_not, ghosts.race.cards) == (why_not, ())
        with pytest.raises(Refusal, match=RefusalCode.NOT_NOW):
            ghosts.after(1, [said()])


@pytest.mark.parametrize(
    ("number", "answers", "code"),
    [
        (0, [], RefusalCode.BAD_REQUEST),
        (4, [said()] * 4, RefusalCode.BAD_REQUEST),
        (2, [said()], RefusalCode.BAD_REQUEST),
        (1, [said(stage=OptionId("nowhere"))], RefusalCode.BAD_PICK),
        (1, [said(unknown=OptionId("partner"))], RefusalCode.BAD_PICK),
        (1, [said(stage=(OptionId("partner"),))], RefusalCode.BAD_PICK),
    ],
)
def test_what_could_not_have_been_said_is_refused(number: int, answers: list[Answer], code: RefusalCode) -> None:
    ghosts = ghosts_of(an_evening())
    with pytest.raises(Refusal, match=code):
        ghosts.after(number, answers)


@settings(max_examples=20, deadline=None)
@given(order=st.permutations(range(len(OTHERS))))
def test_ghosts_have_no_names_and_cannot_be_told_apart(order: list[int]) -> None:
    """Whoever lived the hour, the race is the same letter for letter, and so is the place in it."""
    log = EVENING.log
    told = set()
    for lived in (log, renamed(log, order)):
        ghosts = raise_ghosts(read_sitting(ROOM, lived))
        told.add(StrictJson.dumps([ghosts.race, ghosts.after(1, [said()])]))
    assert len(told) == 1
    text = told.pop()
    assert not any(name in text for name in (*CLASS, "zz-other"))


EVENING = an_evening()


def test_who_was_taken_out_is_no_ghost() -> None:
    without = Classroom()
    without.join(*CLASS)
    open_card(without)
    for name in CLASS:
        without.answer(name, stage=right(without))
    without.step_until(Phase.REVEAL)
    without.do(c.RemovePlayer(without.new_id(), PlayerId("Anna")))
    race = ghosts_of(ended(without)).race
    assert (race.ghosts, len(race.cards[0].arrivals)) == (5, 5)
