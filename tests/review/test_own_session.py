"""A student's own hour: what it tells of that student, and that it tells nothing of anybody else."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.review.class_session import FEW, ClassSession, make_class_session
from server.review.own_session import OwnSession, make_own_session
from server.review.sitting import read_sitting
from server.rules import commands as c
from server.rules.events import AnswerGiven, Event, ExtraTimeGiven, PlayerJoined, PlayerRemoved, TeamChanged
from server.rules.ids import PlayerId
from server.rules.phases import Phase
from server.rules.picks import Confidence
from server.rules.settings import CountingVote, LeaderboardMode, ScoreMode
from server.wire.strict_json import StrictJson
from tests.support.classroom import ROOM, Classroom
from tests.support.sample_deck import DECK, FORM, STAGE, TRUST

ANNA = PlayerId("Anna")
OTHERS = ("Bram", "Cas", "Dina", "Emre", "Fleur")


def right(room: Classroom, axis: str = STAGE) -> str:
    """The key of the card on the screen."""
    card = room.room.card
    assert card is not None
    return next(iter(card.keys[axis].accept))  # type: ignore[index]


def wrong(room: Classroom, axis: str = STAGE) -> str:
    """An option that earns nothing at all on the card on the screen: the far end of the stair."""
    card = room.room.card
    assert card is not None
    options = [option.id for option in room.room.deck.axis(axis).options]  # type: ignore[arg-type]
    return next(option for option in reversed(options) if option not in card.keys[axis].accept)  # type: ignore[index]


def open_card(room: Classroom) -> None:
    """The next card's answers can be given."""
    room.step()
    room.step_until(Phase.ANSWERING)
    room.wait(2)


def an_hour(**settings: object) -> Classroom:
    """Six people, three cards: Anna is wrong on the second, and certain; most of the others always are."""
    room = Classroom(**settings)  # type: ignore[arg-type]
    room.join("Anna", *OTHERS)
    for number in (1, 2, 3):
        open_card(room)
        sure = [Confidence.GUESS, Confidence.CERTAIN, Confidence.FAIRLY_SURE][number - 1]
        room.answer("Anna", stage=wrong(room) if number == 2 else right(room), sure=sure)
        for place, name in enumerate(OTHERS):
            room.answer(name, stage=wrong(room) if place < 3 else right(room), sure=Confidence.GUESS)
        room.step_until(Phase.REVEAL)
    return room


def own(room: Classroom, name: str = "Anna") -> OwnSession:
    """Somebody's own session."""
    session = make_own_session(read_sitting(ROOM, room.log), PlayerId(name))
    assert session is not None
    return session


def of_class(room: Classroom) -> ClassSession:
    """The class's cards."""
    return make_class_session(read_sitting(ROOM, room.log))


def test_every_card_is_as_the_phone_was_shown_it() -> None:
    room = Classroom()
    room.join("Anna")
    shown = []
    for _ in DECK.cards:
        open_card(room)
        room.answer("Anna", stage=right(room), form=wrong(room, FORM))
        room.step_until(Phase.REVEAL)
        shown.append((room.seat("Anna").result, room.seat("Anna").points))
    assert [(card.result, card.total) for card in own(room).cards] == shown


def test_the_stair_rises_by_what_each_card_gave_and_the_mean_is_of_everybody() -> None:
    room = an_hour()
    session, cards = own(room), own(room).cards
    assert [card.earned for card in cards] == [1000, 0, 1000]
    assert [card.total for card in cards] == [1000, 1000, 2000]
    assert session.total == room.points("Anna") == 2000
    means = [card.mean for card in of_class(room).cards]
    everybody = [room.points(name) for name in ("Anna", *OTHERS)]
    assert means[-1] == round(sum(everybody) / 6)
    assert means == sorted(means, key=lambda mean: mean or 0)


def test_what_was_certain_and_wrong_comes_first_with_how_many_stood_there_too() -> None:
    room = Classroom(asks_confidence=True)
    room.join("Anna", *OTHERS)
    for sure in (Confidence.GUESS, Confidence.CERTAIN):
        open_card(room)
        room.answer("Anna", stage=wrong(room), sure=sure)
        for place, name in enumerate(OTHERS):
            room.answer(name, stage=wrong(room) if place < 3 else right(room))
        room.step_until(Phase.REVEAL)
    misses = own(room).misses
    assert [(miss.number, miss.confidence, miss.others) for miss in misses] == [
        (2, Confidence.CERTAIN, 3),
        (1, Confidence.GUESS, 3),
    ]
    assert [(step.confidence, step.answers, step.right) for step in own(room).sureness] == [
        (Confidence.GUESS, 1, 0),
        (Confidence.CERTAIN, 1, 0),
    ]


def test_of_a_handful_nothing_is_counted() -> None:
    room = Classroom()
    room.join("Anna", "Bram")
    open_card(room)
    room.answer("Anna", stage=wrong(room))
    room.answer("Bram", stage=wrong(room), form=right(room, FORM))
    room.step_until(Phase.REVEAL)
    card = of_class(room).cards[0]
    assert own(room).misses[0].others is None
    assert card.mean is None
    assert set(card.few) == {STAGE, FORM, TRUST}
    assert all(count.count == 0 for axis in card.axes for count in axis.counts)
    assert all(axis.why for axis in card.axes)


def test_a_rank_is_told_only_where_the_host_shows_it() -> None:
    shown, hidden = an_hour(), an_hour(leaderboard=LeaderboardMode.HIDDEN)
    assert (own(shown).rank, own(shown).ranked) == (shown.seat("Anna").rank, 6)
    assert (own(hidden).rank, own(hidden).ranked) == (None, 0)
    assert own(hidden).total == own(shown).total


def test_without_points_the_stair_is_of_what_was_right() -> None:
    session = own(an_hour(scoring=ScoreMode.NONE))
    third = round(1000 / 3)  # one of three axes right
    assert [card.earned for card in session.cards] == [third, 0, third]
    assert session.most == 3000
    assert session.rank is None


@pytest.mark.parametrize("counting", list(CountingVote))
def test_both_votes_are_told_and_the_miss_is_of_the_one_that_counts(counting: CountingVote) -> None:
    room = Classroom(counting_vote=counting)
    room.join("Anna")
    open_card(room)
    room.answer("Anna", stage=wrong(room))
    room.step_until(Phase.CLOSED)
    room.talk(STAGE)
    room.wait(5)
    room.step_until(Phase.ANSWERING)
    room.answer("Anna", stage=right(room))
    room.step_until(Phase.REVEAL)
    result = own(room).cards[0].result
    assert result is not None
    assert (result.axes[0].first_pick, result.axes[0].pick) == (wrong(room), right(room))
    assert len(own(room).misses) == (1 if counting is CountingVote.FIRST else 0)


def test_who_came_late_has_no_cards_before() -> None:
    room = Classroom()
    room.join("Bram")
    open_card(room)
    room.answer("Bram", stage=right(room))
    room.step_until(Phase.REVEAL)
    room.step_until(Phase.ANSWERING)
    room.join("Anna")
    room.answer("Anna", stage=right(room))
    room.step_until(Phase.REVEAL)
    session = own(room)
    assert session.came_in_at_card == 2
    assert [card.result is None for card in session.cards] == [True, False]
    assert session.most == 3000


def test_a_card_that_is_still_open_is_not_told() -> None:
    room = an_hour()
    earlier = Classroom()
    earlier.join("Anna")
    open_card(earlier)
    earlier.answer("Anna", stage=right(earlier))
    earlier.step_until(Phase.CLOSED)
    assert of_class(earlier).cards == ()
    assert own(earlier).cards == ()
    assert of_class(earlier).is_live
    assert len(of_class(room).cards) == 3


def test_who_was_taken_out_has_no_cards_and_is_in_no_count() -> None:
    room = an_hour()
    room.do(c.RemovePlayer(room.new_id(), ANNA))
    session = own(room)
    assert (session.is_removed, session.cards, session.misses, session.rank) == (True, (), (), None)
    assert make_own_session(read_sitting(ROOM, room.log), PlayerId("nobody")) is None
    assert sum(count.count for count in of_class(room).cards[0].axes[0].counts) == len(OTHERS)


def renamed(log: list[Event], order: list[int]) -> list[Event]:
    """The same hour, lived by other people in other seats: everybody but Anna has another name and id."""
    new = {PlayerId(name): PlayerId(f"zz-other-{order[place]}") for place, name in enumerate(OTHERS)}

    def turned(event: Event) -> Event:
        match event:
            case PlayerJoined(player=player) if player in new:
                return replace(event, player=new[player], name=f"name-{new[player]}")
            case AnswerGiven(player=player) | TeamChanged(player=player) | PlayerRemoved(player=player) if (
                player in new
            ):
                return replace(event, player=new[player])
            case ExtraTimeGiven(player=player) if player in new:
                return replace(event, player=new[player])
            case _:
                return event

    return [turned(event) for event in log]


@settings(max_examples=20, deadline=None)
@given(order=st.permutations(range(len(OTHERS))), picks=st.lists(st.integers(0, 5), min_size=5, max_size=5))
def test_nothing_tells_one_of_the_others_from_another(order: list[int], picks: list[int]) -> None:
    """Whoever said it, the pages are the same letter for letter: they hold counts and no person."""
    room = Classroom()
    room.join("Anna", *OTHERS)
    open_card(room)
    stages = [option.id for option in room.room.deck.axis(STAGE).options]
    room.answer("Anna", stage=stages[0])
    for name, pick in zip(OTHERS, picks, strict=True):
        room.answer(name, stage=stages[pick])
    room.step_until(Phase.REVEAL)
    told = {json_of(log) for log in (room.log, renamed(room.log, list(order)))}
    assert len(told) == 1
    text = told.pop()
    assert not any(name in text for name in (*OTHERS, "zz-other"))


def json_of(log: list[Event]) -> str:
    """All that Anna's phone gets."""
    sitting = read_sitting(ROOM, log)
    return StrictJson.dumps([make_class_session(sitting), make_own_session(sitting, ANNA)])


def test_what_few_said_cannot_be_read_out() -> None:
    """Up to four answers the page is the same whatever they were; the fifth makes them a class."""
    pages = set()
    for pick in ("prospect", "partner"):
        room = Classroom()
        room.join("Anna", *OTHERS[: FEW - 2])
        open_card(room)
        for name in OTHERS[: FEW - 2]:
            room.answer(name, stage=pick)
        room.step_until(Phase.REVEAL)
        pages.add(json.dumps(json.loads(StrictJson.dumps(of_class(room)))))
    assert len(pages) == 1
