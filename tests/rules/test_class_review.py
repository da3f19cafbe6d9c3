"""What the class mixed up, in words and as a matrix; how far it agrees; what the lecturer is advised; the honours."""

from dataclasses import replace

import pytest

from server.rules import commands as c
from server.rules.board_types import HonourKind
from server.rules.boards import BoardKind
from server.rules.cards import Untangle
from server.rules.class_review import agreement, calibration
from server.rules.honours import honours
from server.rules.host_view_types import Suggestion
from server.rules.ids import AxisId, CardId, OptionId, PlayerId
from server.rules.phases import Phase
from server.rules.picks import Confidence, Pick, Words
from server.rules.refusals import RefusalCode
from tests.support.classroom import Classroom
from tests.support.sample_deck import DECK, FORM, KINDS_DECK, STAGE, TRUST, card, text


def voted(forms: str, stage: str | None = None) -> Classroom:
    """A closed first card: so many personal, moral (the key) and structural; everybody picks the same stage."""
    classroom = Classroom(DECK)
    people = [f"{form} {number}" for number, form in enumerate(forms.split())]
    classroom.join(*people)
    classroom.step(2)
    for name in people:
        classroom.answer(name, form=name.split()[0], stage=stage)
    classroom.step_until(Phase.CLOSED)
    return classroom


def test_the_worst_confusions_come_first_and_two_slips_are_chance() -> None:
    classroom = voted("personal " * 5 + "moral " * 8 + "structural " * 2, stage="supporter")
    assert classroom.host().confusions == ()  # nothing is told before the reveal
    classroom.step()
    told = [(one.axis, one.key, one.pick, one.count, one.of) for one in classroom.host().confusions]
    assert told == [(STAGE, "client", "supporter", 15, 15), (FORM, "moral", "personal", 5, 15)]


def test_a_confusion_has_the_question_that_pulls_it_apart_whichever_way_it_went() -> None:
    question = text("want or ought?")
    pair = Untangle(OptionId("personal"), OptionId("moral"), question)
    axes = tuple(replace(axis, untangles=(pair,)) if axis.id == FORM else axis for axis in DECK.axes)
    classroom = Classroom(replace(DECK, axes=axes))
    classroom.join("A", "B", "C")
    classroom.step(2)
    for name in "ABC":
        classroom.answer(name, form="personal")
    classroom.step_until(Phase.REVEAL)
    assert classroom.host().confusions[0].question == question


def test_contested_axes_and_skipped_cards_are_no_confusion() -> None:
    classroom = Classroom()
    classroom.join("A", "B", "C")
    classroom.step(2)
    for name in "ABC":
        classroom.answer(name, form="personal")
    classroom.skip()
    classroom.step()
    for name in "ABC":
        classroom.answer(name, form="personal")  # this card accepts moral and structural
    classroom.step_until(Phase.REVEAL)
    assert classroom.host().confusions == ()


def test_a_card_voted_on_twice_counts_as_first_read() -> None:
    classroom = voted("personal personal personal moral")
    classroom.talk(FORM)
    classroom.step()
    for number in range(3):
        classroom.answer(f"personal {number}", form="moral")
    classroom.step_until(Phase.REVEAL)
    assert classroom.host().confusions[0].count == 3


def test_the_matrix_has_keys_as_rows_and_picks_as_columns() -> None:
    classroom = voted("personal personal moral structural")
    classroom.step()
    classroom.do(c.ShowBoard(classroom.new_id(), BoardKind.MATRIX, FORM))
    matrix = classroom.screen().board.matrix  # type: ignore[union-attr]
    assert matrix is not None
    assert [option.option for option in matrix.options] == ["personal", "moral", "structural"]
    assert matrix.counts == ((0, 0, 0), (2, 1, 1), (0, 0, 0))


@pytest.mark.parametrize(
    ("pick", "window"),
    [
        ("supporter", ["customer", "client", "supporter", "ambassador"]),
        ("prospect", ["prospect", "customer", "client", "supporter"]),
        ("partner", ["client", "supporter", "ambassador", "partner"]),
    ],
)
def test_a_matrix_of_a_long_axis_shows_the_neighbours_of_the_worst_pair(pick: str, window: list[str]) -> None:
    classroom = voted("moral moral moral", stage=pick)
    classroom.step()
    classroom.do(c.ShowBoard(classroom.new_id(), BoardKind.MATRIX, STAGE))
    matrix = classroom.screen().board.matrix  # type: ignore[union-attr]
    assert matrix is not None
    assert [option.option for option in matrix.options] == window
    assert sum(sum(row) for row in matrix.counts) == 3


def test_there_is_no_matrix_of_what_nobody_answered() -> None:
    classroom = voted("moral moral")
    classroom.step()
    assert classroom.refusal(c.ShowBoard(classroom.new_id(), BoardKind.MATRIX, TRUST)) is RefusalCode.BAD_PICK


def test_agreement_is_the_chance_that_two_said_the_same() -> None:
    assert agreement(["a", "a", "b", "b"]) == pytest.approx(1 / 3)  # type: ignore[list-item]
    assert agreement(["a"]) is None  # type: ignore[list-item]
    assert agreement([("a", "b"), ("a", "b")]) == 1  # type: ignore[list-item]


@pytest.mark.parametrize(
    ("right", "of", "advised"),
    [
        (3, 10, Suggestion.EXPLAIN),
        (4, 10, Suggestion.TALK),
        (7, 10, Suggestion.TALK),
        (8, 10, Suggestion.MOVE_ON),
        (0, 0, Suggestion.WAIT),
    ],
)
def test_the_share_of_right_answers_speaks_for_a_step(right: int, of: int, advised: Suggestion) -> None:
    classroom = voted("moral " * right + "personal " * (of - right))
    advice = classroom.host().keys[1].advice
    assert (advice.suggestion, advice.answers) == (advised, of)


def test_the_bounds_are_the_rooms_own() -> None:
    classroom = voted("moral moral personal personal")
    assert classroom.host().keys[1].advice.suggestion is Suggestion.TALK
    wanted = replace(classroom.room.settings.changeable, talk_from=0.6, talk_to=0.9)
    classroom.do(c.ChangeSettings(classroom.new_id(), wanted))
    assert classroom.host().keys[1].advice.suggestion is Suggestion.EXPLAIN


def test_after_the_talk_it_is_time_to_explain_or_to_move_on() -> None:
    classroom = voted("moral moral personal personal")
    classroom.talk(FORM)
    assert classroom.host().keys[1].advice.suggestion is Suggestion.WAIT
    classroom.step(2)
    assert classroom.host().keys[1].advice.suggestion is Suggestion.MOVE_ON


def test_a_contested_axis_is_for_debate() -> None:
    classroom = Classroom()
    classroom.join("A")
    classroom.step_until(Phase.LEADERBOARD)
    classroom.step(2)
    classroom.answer("A", form="moral")
    classroom.step()
    assert classroom.host().keys[1].advice.suggestion is Suggestion.DEBATE


def test_a_low_reveal_asks_for_the_twin_where_there_is_one() -> None:
    twin = replace(DECK.cards[2], twin_of=CardId("baker"))
    classroom = Classroom(replace(DECK, cards=(*DECK.cards[:2], twin)))
    classroom.join("A")
    classroom.step(2)
    classroom.answer("A", form="personal")
    classroom.step_until(Phase.REVEAL)
    assert classroom.host().keys[1].advice.suggestion is Suggestion.ASK_TWIN
    assert classroom.host().keys[1].advice.confused.pick == "personal"  # type: ignore[union-attr]


def hour(answers: dict[str, str], sure: dict[str, str] | None = None) -> Classroom:
    """Eight cards keyed moral; of each person a letter per card: r right, w wrong, - silent. `sure`: c, f or g."""
    cards = tuple(card(f"card-{number}", "client", ("moral",), "conduct") for number in range(8))
    classroom = Classroom(replace(DECK, cards=cards), asks_confidence=sure is not None)
    classroom.join(*answers)
    levels = {"c": Confidence.CERTAIN, "f": Confidence.FAIRLY_SURE, "g": Confidence.GUESS}
    classroom.ask(FORM)
    for number in range(8):
        classroom.step(2)
        for name, letters in answers.items():
            if letters[number] != "-":
                form = "moral" if letters[number] == "r" else "personal"
                classroom.answer(name, form=form, sure=levels[sure[name][number]] if sure else None)
        classroom.step_until(Phase.LEADERBOARD)
    classroom.step_until(Phase.PODIUM)
    return classroom


def test_most_improved_rose_most_from_the_first_half_to_the_second() -> None:
    classroom = hour({"Riser": "wwwwrrrr", "Winner": "rrrrrrrr", "Late": "----wrrr"})
    assert [(one.kind, one.names, one.figure) for one in classroom.screen().honours] == [
        (HonourKind.MOST_IMPROVED, ("Riser",), 1.0)
    ]


def test_nobody_is_improved_by_chance_or_after_two_cards() -> None:
    assert honours(hour({"Same": "rwrwrwrw", "Few": "-----wr-"}).room) == ()


def test_best_calibrated_knew_what_was_known() -> None:
    classroom = hour({"Honest": "rrrrrrrw", "Boaster": "wwwwwwwr"}, {"Honest": "cccccccg", "Boaster": "cccccccc"})
    best = [one for one in classroom.screen().honours if one.kind is HonourKind.BEST_CALIBRATED]
    assert [one.names for one in best] == [("Honest",)]


def test_words_of_ones_own_are_neither_sure_nor_wrong() -> None:
    """Nothing is staked on them, and they have no key: however the host marks them, calibration is silent."""
    classroom = Classroom(KINDS_DECK, asks_confidence=True)
    classroom.join("Noor")
    classroom.step(2)
    grid, words = KINDS_DECK.axes[0].id, KINDS_DECK.axes[-1].id
    picks: dict[AxisId, Pick] = {grid: OptionId("internal-limited"), words: Words("Omdat het zo hoort")}
    asked = classroom.room.rounds[-1].card
    sure = Confidence.CERTAIN
    classroom.do(c.GiveAnswer(classroom.new_id(), PlayerId("Noor"), asked, picks, 900, confidence=sure))
    classroom.step_until(Phase.REVEAL)
    told = calibration(classroom.room)
    assert [step.answers for step in told.steps] == [0, 0, 1]
    assert told.certain_wrong == 0
