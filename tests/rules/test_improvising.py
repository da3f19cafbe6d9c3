"""A lecturer improvises: another order, skipping, undoing, looking back. No answer is ever lost by it."""

from dataclasses import replace

import pytest

from server.rules import commands as c
from server.rules.boards import BoardKind
from server.rules.host_view_types import CardState, StepAction
from server.rules.ids import CardId
from server.rules.phases import Phase
from server.rules.refusals import RefusalCode
from server.rules.settings import LeaderboardMode, ScoreMode
from tests.support.classroom import Classroom
from tests.support.sample_deck import DECK

BAKER, GOSSIP, PARTNERS = (card.id for card in DECK.cards)


def arrange(classroom: Classroom, *cards: str) -> None:
    classroom.do(c.ArrangeCards(classroom.new_id(), tuple(CardId(card) for card in cards)))


def test_any_card_may_come_next() -> None:
    classroom = Classroom()
    arrange(classroom, PARTNERS, BAKER)
    classroom.step()
    assert classroom.screen().round.card == PARTNERS  # type: ignore[union-attr]
    assert (classroom.screen().card_number, classroom.screen().card_count) == (1, 2)
    assert [(card.id, card.state) for card in classroom.host().cards] == [
        (PARTNERS, CardState.CURRENT),
        (BAKER, CardState.COMING),
        (GOSSIP, CardState.ASIDE),
    ]


@pytest.mark.parametrize("cards", [(BAKER, BAKER), ("no-such-card",), (BAKER,)])
def test_a_card_comes_once_and_only_if_it_has_not_been(cards: tuple[str, ...]) -> None:
    classroom = Classroom()
    classroom.step()
    order = tuple(CardId(card) for card in cards)
    assert classroom.refusal(c.ArrangeCards(classroom.new_id(), order)) is RefusalCode.BAD_PICK


def test_with_nothing_to_come_the_podium_is_next() -> None:
    classroom = Classroom()
    classroom.step_until(Phase.LEADERBOARD)
    arrange(classroom)
    assert classroom.host().next_step.action is StepAction.SHOW_PODIUM  # type: ignore[union-attr]


def test_a_skipped_card_earns_nothing_and_the_next_comes_up() -> None:
    classroom = Classroom()
    classroom.join("Noor")
    classroom.step(2)
    classroom.answer("Noor", form="moral")
    classroom.skip()
    assert classroom.room.phase is Phase.READING
    assert classroom.screen().round.card == GOSSIP  # type: ignore[union-attr]
    assert classroom.screen().card_number == 1
    assert classroom.host().cards[0].state is CardState.SKIPPED
    classroom.step_until(Phase.LEADERBOARD)
    assert classroom.points("Noor") == 0


def test_a_reveal_pressed_too_early_is_taken_back_with_its_points() -> None:
    classroom = Classroom()
    classroom.join("Noor")
    classroom.step(2)
    classroom.answer("Noor", form="moral")
    classroom.step_until(Phase.REVEAL)
    assert classroom.points("Noor") == 1000
    classroom.undo()
    assert classroom.room.phase is Phase.CLOSED
    assert classroom.points("Noor") == 0
    assert classroom.seat("Noor").result is None
    classroom.step()
    assert classroom.points("Noor") == 1000


def test_a_round_closed_too_early_opens_again_with_every_answer_and_some_time() -> None:
    classroom = Classroom()
    classroom.join("Noor", "Sem")
    classroom.step(2)
    classroom.answer("Noor", form="moral")
    classroom.wait(19)
    classroom.step()
    classroom.answer("Sem", form="moral", shown_seconds=18.9)  # within the grace, after the close
    classroom.undo()
    assert classroom.room.phase is Phase.ANSWERING
    assert classroom.screen().round.closes_at == classroom.now + 15_000  # type: ignore[union-attr]
    assert classroom.screen().answered == 2
    classroom.answer("Noor", form="personal")


def test_an_undo_is_refused_where_it_would_lose_an_answer() -> None:
    classroom = Classroom()
    classroom.join("Noor")
    classroom.step(2)
    assert classroom.host().undo is not None
    classroom.answer("Noor", form="moral")
    assert classroom.host().undo is None
    assert classroom.refusal(c.UndoStep(classroom.new_id(), "anything")) is RefusalCode.NOT_NOW


def test_a_second_press_of_undo_is_one() -> None:
    classroom = Classroom()
    classroom.step()
    press = c.UndoStep(classroom.new_id(), classroom.host().undo.id)  # type: ignore[union-attr]
    classroom.do(press)
    assert classroom.room.phase is Phase.LOBBY
    assert classroom.room.queue == (BAKER, GOSSIP, PARTNERS)
    assert classroom.do(press) == []
    assert classroom.refusal(c.UndoStep(classroom.new_id(), press.step)) is RefusalCode.NOT_NOW


def test_an_undone_skip_brings_the_card_and_its_answers_back() -> None:
    classroom = Classroom()
    classroom.join("Noor")
    classroom.step(2)
    classroom.answer("Noor", form="moral")
    classroom.skip()
    classroom.undo()
    assert classroom.screen().round.card == BAKER  # type: ignore[union-attr]
    assert classroom.seat("Noor").answer is not None
    classroom.step_until(Phase.REVEAL)
    assert classroom.points("Noor") == 1000


def test_who_came_in_since_stays_after_an_undo() -> None:
    classroom = Classroom()
    classroom.step()
    classroom.join("Noor")
    classroom.undo()
    classroom.join("Sem")
    assert [row.name for row in classroom.roster().rows] == ["Noor", "Sem"]


def test_a_talk_started_by_mistake_is_taken_back() -> None:
    classroom = Classroom()
    classroom.join("Noor")
    classroom.step(2)
    classroom.answer("Noor", form="moral")
    classroom.step_until(Phase.CLOSED)
    classroom.talk()
    classroom.undo()
    assert classroom.room.phase is Phase.CLOSED
    assert classroom.host().talk_axes != ()


def test_an_earlier_reveal_comes_back_and_the_class_goes_on_where_it_was() -> None:
    classroom = Classroom()
    classroom.join("Noor")
    classroom.step(2)
    classroom.answer("Noor", form="moral")
    classroom.step_until(Phase.LEADERBOARD)
    classroom.step()
    classroom.step_until(Phase.REVEAL)
    classroom.do(c.ShowEarlier(classroom.new_id(), BAKER))
    screen = classroom.screen()
    assert (screen.round.card, screen.reveal.is_earlier) == (BAKER, True)  # type: ignore[union-attr]
    assert classroom.seat("Noor").result.card == BAKER  # type: ignore[union-attr]
    classroom.step(2)
    classroom.back()
    classroom.step_until(Phase.LEADERBOARD)
    classroom.step()
    assert classroom.screen().round.card == PARTNERS  # type: ignore[union-attr]


def test_a_card_that_was_never_revealed_cannot_be_looked_back_at() -> None:
    classroom = Classroom()
    classroom.step(2)
    classroom.skip()
    classroom.step_until(Phase.REVEAL)
    assert classroom.refusal(c.ShowEarlier(classroom.new_id(), BAKER)) is RefusalCode.WRONG_CARD


def test_a_twin_is_offered_until_it_has_been_asked() -> None:
    deck = DECK.with_cards([BAKER, PARTNERS])
    twin = replace(deck.cards[1], twin_of=BAKER)
    classroom = Classroom(replace(deck, cards=(deck.cards[0], twin)))
    classroom.step_until(Phase.REVEAL)
    assert classroom.host().twin == PARTNERS
    arrange(classroom)  # set aside, it can still be asked
    assert classroom.host().twin == PARTNERS
    arrange(classroom, PARTNERS)
    classroom.step_until(Phase.LEADERBOARD)
    classroom.step()
    assert classroom.host().twin is None


def test_a_board_lies_over_the_slide_until_the_next_step() -> None:
    classroom = Classroom()
    classroom.step_until(Phase.LEADERBOARD)
    classroom.do(c.ShowBoard(classroom.new_id(), BoardKind.CONFUSIONS))
    assert classroom.screen().board is not None
    classroom.step()
    assert classroom.screen().board is None


@pytest.mark.parametrize("kind", [kind for kind in BoardKind if kind is not BoardKind.JOIN])
def test_while_a_vote_is_open_only_the_way_in_may_be_shown(kind: BoardKind) -> None:
    classroom = Classroom(scoring=ScoreMode.TEAMS, teams=("Left", "Right"))
    classroom.step(2)
    assert classroom.refusal(c.ShowBoard(classroom.new_id(), kind)) is RefusalCode.NOT_NOW
    classroom.do(c.ShowBoard(classroom.new_id(), BoardKind.JOIN))
    assert classroom.screen().board is not None


def test_settings_change_for_the_next_card_and_the_leaderboard_at_once() -> None:
    classroom = Classroom()
    classroom.step(2)
    later = replace(
        classroom.room.settings.changeable,
        answer_seconds=None,
        leaderboard=LeaderboardMode.HIDDEN,
        asks_confidence=True,
    )
    classroom.do(c.ChangeSettings(classroom.new_id(), later))
    assert classroom.screen().round.asks_confidence is False  # type: ignore[union-attr]
    assert classroom.screen().round.closes_at is not None  # type: ignore[union-attr]
    classroom.step_until(Phase.REVEAL)
    classroom.step(2)
    assert classroom.host().next_step.action is StepAction.SHOW_CARD  # type: ignore[union-attr]
    classroom.step(2)
    assert classroom.screen().round.asks_confidence is True  # type: ignore[union-attr]
    assert classroom.screen().round.closes_at is None  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "wrong", [{"answer_seconds": 1}, {"reading_seconds": -1}, {"talk_from": 0.9, "talk_to": 0.1}, {"talk_seconds": 5}]
)
def test_settings_keep_within_their_bounds(wrong: dict[str, object]) -> None:
    classroom = Classroom()
    settings = replace(classroom.room.settings.changeable, **wrong)  # type: ignore[arg-type]
    assert classroom.refusal(c.ChangeSettings(classroom.new_id(), settings)) is RefusalCode.BAD_NUMBER
