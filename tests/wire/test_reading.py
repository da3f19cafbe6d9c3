"""Messages are read exactly: what is documented passes, all else has one code."""

from typing import Any

import pytest

from server.content.library import load_library
from server.rules import commands as c
from server.rules.cards import Deck
from server.rules.ids import AxisId, CardId, CommandId, OptionId, PlayerId
from server.rules.refusals import Refusal, RefusalCode
from server.wire.client_messages import (
    HOST_COMMANDS,
    PLAYER_COMMANDS,
    AnswerMessage,
    ChooseAxesMessage,
    JoinMessage,
    LockMessage,
    OpenRoomMessage,
)
from server.wire.reading import read_message

ID = "0123456789abcdef"
NOOR = PlayerId("noor")


def refusal_of(model: Any, body: Any) -> RefusalCode:
    """The code with which a body is refused."""
    with pytest.raises(Refusal) as refused:
        read_message(model, body)
    return refused.value.code


def test_an_answer_becomes_an_order_of_the_player_who_is_connected() -> None:
    body = {"command_id": ID, "card": "baker", "picks": {"stage": "client"}, "shown_millis": 900}
    assert read_message(AnswerMessage, body).to_command(NOOR) == c.GiveAnswer(
        CommandId(ID), NOOR, CardId("baker"), {AxisId("stage"): OptionId("client")}, 900
    )


def test_the_axes_of_a_choice_keep_their_order() -> None:
    message = read_message(ChooseAxesMessage, {"command_id": ID, "axes": ["b", "a"]})
    assert message.to_command().axes == ("b", "a")


def test_no_message_can_say_who_sends_it() -> None:
    for model in PLAYER_COMMANDS.values():
        assert "player" not in model.model_fields
        assert refusal_of(model, {"command_id": ID, "player": "noor"}) is RefusalCode.BAD_REQUEST


@pytest.mark.parametrize("model", [*PLAYER_COMMANDS.values(), *HOST_COMMANDS.values()])
@pytest.mark.parametrize("body", [None, [], "x", 1, {}, {"command_id": None}])
def test_what_is_no_such_message_is_a_bad_request(model: Any, body: Any) -> None:
    assert refusal_of(model, body) is RefusalCode.BAD_REQUEST


@pytest.mark.parametrize("command_id", ["", "abc", "0123456789ABCDEF", "g" * 16, "0" * 65, "0123456789abcdef\n"])
def test_a_command_id_is_hex_of_a_certain_length(command_id: str) -> None:
    assert refusal_of(JoinMessage, {"command_id": command_id, "name": "Noor"}) is RefusalCode.BAD_REQUEST


@pytest.mark.parametrize("name", ["a\x00", "\ud800", "a\x1b[31m", "\x7f"])
def test_text_that_is_no_text_is_refused(name: str) -> None:
    assert refusal_of(JoinMessage, {"command_id": ID, "name": name}) is RefusalCode.BAD_TEXT


def test_an_answer_on_too_many_axes_is_too_large() -> None:
    picks = {str(axis): "x" for axis in range(17)}
    body = {"command_id": ID, "card": "baker", "picks": picks, "shown_millis": 1}
    assert refusal_of(AnswerMessage, body) is RefusalCode.TOO_LARGE


@pytest.mark.parametrize("locked", [1, "true", None])
def test_only_a_truth_value_locks(locked: Any) -> None:
    assert refusal_of(LockMessage, {"command_id": ID, "locked": locked}) is RefusalCode.BAD_REQUEST


def test_what_a_host_leaves_away_is_the_default() -> None:
    settings = read_message(OpenRoomMessage, {"command_id": ID, "deck": "village"}).to_settings((AxisId("stage"),))
    assert settings.axes == ("stage",)
    assert (settings.reading_seconds, settings.answer_seconds, settings.speed_bonus) == (10, 60, False)


def test_a_host_may_take_the_limit_away_and_ask_fewer_axes() -> None:
    body = {"command_id": ID, "deck": "village", "answer_seconds": None, "axes": ["trust", "stage"]}
    settings = read_message(OpenRoomMessage, body).to_settings((AxisId("stage"), AxisId("form"), AxisId("trust")))
    assert settings.answer_seconds is None
    assert settings.axes == ("stage", "trust")  # in the order of the deck


@pytest.mark.parametrize("deck", load_library().decks.values(), ids=lambda deck: deck.id)
def test_every_shipped_deck_can_be_opened_with_all_that_it_has(deck: Deck) -> None:
    axes = [axis.id for axis in deck.axes]
    body = {"command_id": ID, "deck": deck.id, "cards": [card.id for card in deck.cards], "axes": axes}
    assert read_message(OpenRoomMessage, body).to_settings(tuple(axes)).axes == tuple(axes)
