"""The warm-up of the week after: what slipped comes back as another story with the same key."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from server.content.library import load_library
from server.review.sitting import Sitting, read_sitting
from server.review.warm_up import CARDS_MOST, StandIn, WarmUp, warm_up_of
from server.rules import commands as c
from server.rules.cards import Card, CardStatus, Deck
from server.rules.ids import AxisId, CardId, OptionId, PlayerId
from server.rules.phases import Phase
from server.rules.picks import ONE_OPTION, Confidence
from tests.support.classroom import ROOM, Classroom
from tests.support.sample_deck import DECK, FORM, STAGE, TRUST, card, text

PEOPLE = ("Anna", "Bram", "Cas", "Daan", "Eva")
WRONG = {STAGE: "ambassador", FORM: "structural", TRUST: "contract"}
Right = Mapping[str, Mapping[AxisId, int]]
"""How many of the five are right, by card and axis; all of them where nothing is said."""


def played(deck: Deck, right: Right, certain: Mapping[str, int] | None = None, talks: bool = False) -> Sitting:
    """Five people play all of a deck. `certain`: how many of those who are wrong somewhere on a card are certain."""
    room = Classroom(deck, asks_confidence=certain is not None)
    room.join(*PEOPLE)
    for each in deck.cards:
        room.step_until(Phase.ANSWERING)
        vote(room, each, right.get(each.id, {}), (certain or {}).get(each.id, 0), certain is not None)
        if talks:
            room.step_until(Phase.CLOSED)
            room.talk(*(axis for axis in each.keys))
            room.step_until(Phase.ANSWERING)
            vote(room, each, {}, 0, certain is not None)
        room.step_until(Phase.REVEAL)
        room.step_until(Phase.LEADERBOARD)
    return read_sitting(ROOM, room.log)


def vote(room: Classroom, each: Card, right: Mapping[AxisId, int], certain: int, asks: bool) -> None:
    for place, name in enumerate(PEOPLE):
        said = {
            axis: next(iter(key.accept)) if place < right.get(axis, len(PEOPLE)) else OptionId(WRONG[axis])
            for axis, key in each.keys.items()
        }
        sure = Confidence.CERTAIN if len(PEOPLE) - place <= certain else Confidence.GUESS
        room.answer(name, said.get(STAGE), said.get(FORM), said.get(TRUST), sure=sure if asks else None)


def library(*cards: Card) -> Mapping[str, Deck]:
    return {"shelf": replace(DECK, id="shelf", cards=cards)}


def clear(name: str, stage: str = "client", form: str = "moral", trust: str = "conduct", **fields: object) -> Card:
    return replace(card(name, stage, (form,), trust), **fields)  # type: ignore[arg-type]


def told(warm_up: WarmUp) -> list[tuple[str, str, StandIn]]:
    return [(each.slipped, each.card, each.stand_in) for each in warm_up.view.cards]


BAKER = clear("baker")
ONE_CARD = replace(DECK, cards=(BAKER,))


def test_a_card_that_slipped_comes_back_as_its_twin() -> None:
    twin, other = clear("twin", twin_of=CardId("baker")), clear("a-card-with-the-same-key")

    warm_up = warm_up_of(played(ONE_CARD, {"baker": {STAGE: 1}}), library(other, twin))

    assert told(warm_up) == [("baker", "twin", StandIn.TWIN)]
    why = warm_up.view.cards[0]
    assert (why.axis, why.right_share, why.certain_wrong) == (STAGE, 0.2, 0.0)
    assert (why.slipped_title, why.title) == (text("title of baker"), text("title of twin"))


@pytest.mark.parametrize(
    ("of_baker", "of_twin"), [(None, "baker"), ("twin", None), ("third", "third")], ids=["twin", "baker", "both"]
)
def test_twins_are_twins_whichever_of_them_says_so(of_baker: CardId | None, of_twin: CardId | None) -> None:
    deck = replace(DECK, cards=(replace(BAKER, twin_of=of_baker),))

    warm_up = warm_up_of(played(deck, {"baker": {STAGE: 1}}), library(clear("aaa"), clear("twin", twin_of=of_twin)))

    assert told(warm_up) == [("baker", "twin", StandIn.TWIN)]


def test_without_a_twin_another_card_with_the_same_key_on_that_axis_comes() -> None:
    same_stage = clear("same-stage", stage="client", form="personal", trust="integrity")
    other_stage = clear("other-stage", stage="partner")

    warm_up = warm_up_of(played(ONE_CARD, {"baker": {STAGE: 1}}), library(other_stage, same_stage))

    assert told(warm_up) == [("baker", "same-stage", StandIn.SAME_KEY)]


def test_of_many_such_cards_the_one_that_is_as_hard_and_about_something_else_comes() -> None:
    harder, same_theme = clear("aaa", difficulty=3), clear("bbb", difficulty=1, theme="cg")
    fitting = clear("ccc", difficulty=1, theme="shop")

    warm_up = warm_up_of(played(ONE_CARD, {"baker": {STAGE: 1}}), library(harder, same_theme, fitting))

    assert told(warm_up) == [("baker", "ccc", StandIn.SAME_KEY)]


def test_with_no_other_story_the_card_itself_comes_back_and_that_is_said() -> None:
    warm_up = warm_up_of(played(ONE_CARD, {"baker": {STAGE: 1}}), {"sample": ONE_CARD})

    assert told(warm_up) == [("baker", "baker", StandIn.ITSELF)]
    assert warm_up.deck is not None
    assert [each.id for each in warm_up.deck.cards] == ["baker"]


def test_a_story_that_the_class_knows_never_stands_in() -> None:
    twin, copy = clear("twin", twin_of=CardId("baker")), clear("copy", story=BAKER.story)
    sitting = played(ONE_CARD, {"baker": {STAGE: 1}})

    assert told(warm_up_of(sitting, library(twin, copy), known={CardId("twin")})) == [
        ("baker", "baker", StandIn.ITSELF)
    ]


def test_a_twin_that_was_asked_in_the_same_hour_is_known_too() -> None:
    twin = clear("twin", twin_of=CardId("baker"))
    sitting = played(replace(DECK, cards=(BAKER, twin)), {"baker": {STAGE: 1}})

    assert told(warm_up_of(sitting, library(twin, clear("third")))) == [("baker", "third", StandIn.SAME_KEY)]


def test_no_story_stands_in_for_two_cards() -> None:
    deck = replace(DECK, cards=(BAKER, clear("butcher")))

    warm_up = warm_up_of(played(deck, {"baker": {STAGE: 1}, "butcher": {STAGE: 2}}), library(clear("only")))

    assert told(warm_up) == [("baker", "only", StandIn.SAME_KEY), ("butcher", "butcher", StandIn.ITSELF)]


def test_the_worst_come_first_and_no_more_than_four() -> None:
    names = ("a", "b", "c", "d", "e", "f")
    deck = replace(DECK, cards=tuple(clear(name) for name in names))
    right = {"a": 3, "b": 0, "c": 2, "d": 1, "e": 5, "f": 3}

    warm_up = warm_up_of(played(deck, {name: {STAGE: count} for name, count in right.items()}), {})

    assert [each.slipped for each in warm_up.view.cards] == ["b", "d", "c", "a"]
    assert len(warm_up.view.cards) == CARDS_MOST


def test_of_two_equally_bad_cards_the_one_that_people_were_certain_of_comes_first() -> None:
    deck = replace(DECK, cards=(BAKER, clear("butcher")))
    right = {"baker": {STAGE: 2}, "butcher": {STAGE: 2}}

    warm_up = warm_up_of(played(deck, right, certain={"butcher": 2}), {})

    assert [(each.slipped, each.certain_wrong) for each in warm_up.view.cards] == [("butcher", 0.4), ("baker", 0.0)]


def test_what_went_well_does_not_come_back_and_then_there_is_no_deck() -> None:
    warm_up = warm_up_of(played(ONE_CARD, {"baker": {STAGE: 4}}), library(clear("other")))

    assert (warm_up.view.cards, warm_up.deck) == ((), None)


def test_contested_cards_stay_out_however_they_went() -> None:
    gossip = card("gossip", "customer", ("moral", "personal"), "contract")
    assert gossip.status is CardStatus.CONTESTED

    warm_up = warm_up_of(played(replace(DECK, cards=(gossip,)), {"gossip": {STAGE: 0, FORM: 0}}), {})

    assert warm_up.view.cards == ()


def test_the_first_vote_counts_and_not_what_talking_made_of_it() -> None:
    warm_up = warm_up_of(played(ONE_CARD, {"baker": {FORM: 1}}, talks=True), {})

    assert [(each.axis, each.right_share) for each in warm_up.view.cards] == [(FORM, 0.2)]


def test_each_card_is_asked_only_on_the_axis_that_slipped() -> None:
    deck = replace(DECK, cards=(BAKER, clear("butcher")))
    sitting = played(deck, {"baker": {STAGE: 1, TRUST: 3}, "butcher": {FORM: 2}})

    warm_up = warm_up_of(sitting, library(clear("x"), clear("y")))

    assert warm_up.deck is not None
    assert [tuple(each.keys) for each in warm_up.deck.cards] == [(STAGE,), (FORM,)]
    assert [axis.id for axis in warm_up.deck.axes] == [STAGE, FORM]
    assert warm_up.settings.axes == (STAGE, FORM)
    assert warm_up.settings.answer_seconds == sitting.room.settings.answer_seconds
    assert {trap.axis for each in warm_up.deck.cards for trap in each.traps} == {STAGE}


def test_the_deck_can_be_played_and_warmed_up_again_under_the_same_name() -> None:
    first = warm_up_of(played(ONE_CARD, {"baker": {STAGE: 1}}), library(clear("twin", twin_of=CardId("baker"))))
    assert first.deck is not None
    assert first.deck.title == replace(first.deck.title, nl="Opwarmen na sample deck (nl)")

    again = warm_up_of(played(first.deck, {"twin": {STAGE: 1}}), library(clear("third")))

    assert again.deck is not None
    assert again.deck.title == first.deck.title
    assert told(again) == [("twin", "third", StandIn.SAME_KEY)]


def test_an_axis_that_was_rewritten_since_is_another_question() -> None:
    changed = replace(DECK.axes[0], question=text("another question?"))
    shelf = {"shelf": replace(DECK, axes=(changed, *DECK.axes[1:]), cards=(clear("other"),))}

    assert told(warm_up_of(played(ONE_CARD, {"baker": {STAGE: 1}}), shelf)) == [("baker", "baker", StandIn.ITSELF)]


def test_nobody_answered_and_nothing_comes_back() -> None:
    room = Classroom(ONE_CARD)
    room.join("Anna")
    room.step_until(Phase.REVEAL)

    assert warm_up_of(read_sitting(ROOM, room.log), library(clear("other"))).view.cards == ()


def test_every_twin_of_the_shipped_decks_stands_in_for_its_original(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.support.classroom.check_laws", lambda *_: None)  # it knows the sample decks alone
    decks = load_library().decks
    cards = {each.id: (each, deck) for deck in decks.values() for each in deck.cards}
    shared = [
        (cards[each.twin_of][0], axis)
        for each, deck in cards.values()
        if each.twin_of is not None and each.status is CardStatus.CLEAR
        for axis in deck.axes
        if axis.kind in ONE_OPTION and axis.id in each.keys and axis.id in cards[each.twin_of][0].keys
    ]
    assert len(shared) > 40

    for original, axis in shared:
        wrong = next(option.id for option in axis.options if option.id not in original.keys[axis.id].accept)
        room = Classroom(replace(cards[original.id][1], cards=(original,)))
        room.join("Anna")
        room.step_until(Phase.ANSWERING)
        room.do(c.GiveAnswer(room.new_id(), PlayerId("Anna"), original.id, {axis.id: wrong}, 1000))
        room.step_until(Phase.REVEAL)
        back = warm_up_of(read_sitting(ROOM, room.log), decks)
        assert [each.stand_in for each in back.view.cards] == [StandIn.TWIN], original.id
