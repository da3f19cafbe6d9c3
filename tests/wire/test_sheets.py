"""A view that was taken apart and put together again is the same view, and a key leaves with its reveal, not before."""

import gc
import json
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest

from server.devtools.whole_views import SheetUnknown, WholeViews
from server.rules.cards import Deck, Text
from server.rules.events import RoomOpened
from server.rules.evolve import evolve_all
from server.rules.phases import Phase
from server.rules.view_types import RoomView
from server.rules.views import room_view, screen_view
from server.wire.sheets import REFERENCE, ROWS, SHEETS, sheet_id, taken_apart, written_sheets
from server.wire.strict_json import StrictJson, field_names
from tests.support.classroom import ROOM, Classroom
from tests.support.sample_deck import DECK, KINDS_DECK, with_other_keys


def an_hour(deck: Deck) -> Iterator[Classroom]:
    """A class that answers, steps back, shows an earlier card; at each moment of it."""
    classroom = Classroom(deck)
    classroom.join("noor", "sem")
    yield classroom
    while classroom.room.phase is not Phase.ENDED:
        classroom.step()
        yield classroom
        if classroom.room.phase is Phase.ANSWERING and deck is DECK:
            classroom.answer("noor", stage="client")
            yield classroom
        if classroom.room.phase is Phase.REVEAL:
            classroom.undo()
            yield classroom
            classroom.step()


def sent(view: object) -> tuple[Any, dict[str, Any]]:
    """What of a view a client reads off the wire: the body, and the sheets beside it."""
    parts = taken_apart(view)
    body, sheets = json.loads(StrictJson.dumps([parts.view, written_sheets(parts.sheets)]))
    return body, sheets


@pytest.mark.parametrize("deck", [DECK, KINDS_DECK], ids=["three axes", "every kind of axis"])
def test_what_is_taken_apart_can_be_put_together_again(deck: Deck) -> None:
    lines = {"phones": WholeViews(), "screen": WholeViews(), "host": WholeViews()}
    for now in an_hour(deck):
        for name, line in lines.items():
            view = getattr(now, name)()
            assert line.take(name, *sent(view)) == json.loads(StrictJson.dumps(view))


def test_a_new_phase_of_a_card_brings_no_sheet_that_is_long() -> None:
    classroom, told = Classroom(), {}
    classroom.step()
    told.update(sent(classroom.phones())[1])
    for phase in (Phase.ANSWERING, Phase.CLOSED):
        classroom.step_until(phase)
        body, sheets = sent(classroom.phones())
        news = {sheet: content for sheet, content in sheets.items() if sheet not in told}
        assert len(json.dumps(news)) < 200
        assert len(json.dumps(body)) < 350


@pytest.mark.parametrize("deck", [DECK, KINDS_DECK], ids=["three axes", "every kind of axis"])
def test_before_its_reveal_nothing_of_a_key_is_on_a_sheet(deck: Deck) -> None:
    """A room whose secret cards had other keys would have sent the very same sheets."""
    for now in an_hour(deck):
        revealed = {asked.card for asked in now.room.rounds if asked.scores is not None}
        opened = now.log[0]
        assert isinstance(opened, RoomOpened)
        hidden = {card.id for card in opened.deck.cards} - revealed
        twin = evolve_all(None, [replace(opened, deck=with_other_keys(opened.deck, hidden)), *now.log[1:]])
        for made in (room_view, screen_view):
            assert sent(made(twin, ROOM, now.now)) == sent(made(now.room, ROOM, now.now))


def test_the_words_of_a_key_come_with_the_reveal() -> None:
    classroom = Classroom()
    classroom.step_until(Phase.CLOSED)
    assert "accepted" not in json.dumps(sent(classroom.phones())[1])
    classroom.step_until(Phase.REVEAL)
    assert "accepted" in json.dumps(sent(classroom.phones())[1])


def test_equal_texts_are_one_sheet_and_other_texts_another() -> None:
    one, same = Classroom(), Classroom()
    other = Classroom(replace(DECK, title=replace(DECK.title, nl="Iets anders")))
    assert sent(one.phones())[1] == sent(same.phones())[1]
    assert sent(one.phones())[1].keys() != sent(other.phones())[1].keys()
    assert sheet_id("[1]") != sheet_id("[2]")
    assert len(sheet_id("")) == 8


def test_who_lacks_a_sheet_is_told_so_and_not_shown_half_a_view() -> None:
    classroom = Classroom()
    classroom.step()
    body, sheets = sent(classroom.phones())
    for missing in sheets:
        line = WholeViews()
        with pytest.raises(SheetUnknown):
            line.take("room", body, {name: content for name, content in sheets.items() if name != missing})


def test_a_field_is_on_one_sheet_at_most() -> None:
    for kind, groups in SHEETS.items():
        named = [name for group in groups for name in group]
        assert len(set(named)) == len(named)
        assert set(named) <= set(field_names(kind))
        assert not {"version", "server_now"} & set(named)
    for kind, on_sheet in ROWS.items():
        assert set(on_sheet) < set(field_names(kind))


def test_no_object_has_the_member_by_itself() -> None:
    classroom = Classroom()
    classroom.step_until(Phase.REVEAL)
    assert isinstance(classroom.phones(), RoomView)
    assert f'"{REFERENCE}"' not in StrictJson.dumps(classroom.host())


def test_a_view_that_was_written_is_gone_with_all_that_it_was_made_of() -> None:
    classroom = Classroom(deepcopy(DECK))
    classroom.step()
    gc.disable()
    try:
        before = sum(type(thing) is Text for thing in gc.get_objects())
        for _ in range(3):
            sent(classroom.phones())
        assert sum(type(thing) is Text for thing in gc.get_objects()) == before
        assert not any(type(thing).__name__ == "_Writer" for thing in gc.get_objects())
    finally:
        gc.enable()
