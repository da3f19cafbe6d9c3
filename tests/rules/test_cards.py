"""What an author writes, as values."""

import pytest

from server.rules.ids import AxisId, CardId, OptionId
from tests.support.sample_deck import DECK, FORM_AXIS, MULTI_AXIS, STAGE_AXIS, key


def test_an_option_has_its_place_on_the_scale() -> None:
    assert STAGE_AXIS.position(OptionId("prospect")) == 0
    assert STAGE_AXIS.position(OptionId("partner")) == 5
    with pytest.raises(KeyError):
        STAGE_AXIS.position(OptionId("moral"))


def test_a_deck_knows_its_axes() -> None:
    assert DECK.axis(AxisId("stage")) is STAGE_AXIS
    with pytest.raises(KeyError):
        DECK.axis(AxisId("emotion"))


def test_two_accepted_options_make_a_key_contested() -> None:
    assert key("card", "moral", "structural").is_contested_on(FORM_AXIS)
    assert not key("card", "moral").is_contested_on(FORM_AXIS)
    assert not key("card", "honesty", "responsibility").is_contested_on(MULTI_AXIS)  # there both are right together


def test_a_lecturer_may_play_some_cards_in_an_order_of_her_own() -> None:
    chosen = DECK.with_cards([DECK.cards[2].id, DECK.cards[0].id])
    assert [card.id for card in chosen.cards] == ["partners", "baker"]
    assert chosen.axes == DECK.axes
    with pytest.raises(KeyError):
        DECK.with_cards([CardId("nowhere")])
