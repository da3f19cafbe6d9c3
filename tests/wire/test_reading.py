"""Messages are read exactly: what is documented passes, all else has one code."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.content.library import load_library
from server.rules import commands as c
from server.rules.cards import Deck
from server.rules.ids import AxisId, CardId, CommandId, OptionId, PlayerId
from server.rules.refusals import Refusal, RefusalCode
from server.rules.settings import RoomSettings
from server.wire.client_messages import (
    HOST_COMMANDS,
    PLAYER_COMMANDS,
    AnswerMessage,
    JoinMessage,
    OpenRoomMessage,
)
from server.wire.host_messages import ChooseAxesMessage, LockMessage
from server.wire.reading import check_plain, is_plain_throughout, read_message
from tests.support.sample_deck import DECK, STAGE, TRUST

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


def settings_of(body: dict[str, Any]) -> RoomSettings:
    """The settings that a host's form makes on the sample deck."""
    form = {"command_id": ID, "deck": "village"} | body
    return read_message(OpenRoomMessage, form).to_settings(DECK, ("Otter", "Egel"), ("rude",))


def test_what_a_host_leaves_away_is_the_default() -> None:
    settings = settings_of({"axes": ["stage"]})
    assert settings == RoomSettings(axes=(STAGE,), blocked_words=("rude",))


def test_a_host_may_take_the_limit_away_and_ask_fewer_axes() -> None:
    settings = settings_of({"answer_seconds": None, "axes": [TRUST, STAGE]})
    assert settings.answer_seconds is None
    assert settings.axes == (STAGE, TRUST)  # in the order of the deck


def test_names_off_leaves_only_names_on_offer() -> None:
    assert settings_of({"names_off": True}).offered_names == ("Otter", "Egel")
    assert settings_of({}).offered_names == ()


def test_the_hosts_own_words_come_beside_those_of_the_house() -> None:
    assert settings_of({"blocked_words": ["rude", "worse"]}).blocked_words == ("rude", "worse")


@pytest.mark.parametrize(
    "body",
    [
        {"scoring": "teams"},
        {"scoring": "teams", "teams": ["Alone"]},
        {"scoring": "teams", "teams": ["Same", "Same "]},
        {"scoring": "teams", "teams": ["One", " "]},
        {"teams": ["One", "Two"]},
        {"talk_from": 0.8, "talk_to": 0.4},
        {"axes": ["not-an-axis"]},
    ],
)
def test_teams_and_bounds_must_make_sense(body: dict[str, Any]) -> None:
    with pytest.raises(Refusal) as refused:
        settings_of(body)
    assert refused.value.code is RefusalCode.BAD_PICK


@pytest.mark.parametrize("deck", load_library().decks.values(), ids=lambda deck: deck.id)
def test_every_shipped_deck_can_be_opened_with_all_that_it_has(deck: Deck) -> None:
    axes = [axis.id for axis in deck.axes]
    body = {"command_id": ID, "deck": deck.id, "cards": [card.id for card in deck.cards], "axes": axes}
    assert read_message(OpenRoomMessage, body).to_settings(deck, (), ()).axes == tuple(axes)


WORDS = st.one_of(
    st.text(max_size=6), st.sampled_from(["\x00", "\n", "\x7f", "\ud800", "é", "\\", '"', "\u2028", "👩‍🏫"])
)
SAID = st.recursive(
    WORDS, lambda part: st.lists(part, max_size=3) | st.dictionaries(WORDS, part, max_size=3), max_leaves=6
)


@given(SAID, st.booleans())
def test_a_text_that_is_plain_throughout_holds_nothing_that_is_refused(said: Any, is_escaped: bool) -> None:
    if is_plain_throughout(json.dumps(said, ensure_ascii=is_escaped)):
        check_plain(said)


def test_what_classes_send_all_day_is_seen_to_be_plain_at_a_glance() -> None:
    assert is_plain_throughout('["answer",{"picks":{"stage":"één-euro meer"},"shown_millis":1234}]')
    assert not is_plain_throughout('["join",{"name":"a\\u0000b"}]')
