"""Events survive the way into the log and back, whatever they hold; anything else is refused, never guessed."""

import json
from dataclasses import replace
from types import MappingProxyType
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.rules.cards import CardStatus, Deck, GridCell, Key, PartMarks, Picture, Point, Text
from server.rules.events import AnswerGiven, AnswersGrouped, Event, RoomOpened, SettingsChanged
from server.rules.ids import ServerMillis
from server.rules.picks import AnswerGroup, Pairs, Words
from server.rules.settings import ChangeableSettings, RoomSettings
from server.store.event_codec import UPGRADES, Fields, UnreadableEvent, answered_at, decode_event, encode_event
from tests.store.samples import answered, deck, joined, opened

KINDS = get_args(Event)

# A deck has too many fields to draw each at will: those that are not plain text are drawn, the rest is one text.
names = st.text(max_size=3)
texts = st.builds(Text, names, names)
shares = st.floats(0, 1)
marks = st.builds(PartMarks, shares, st.lists(st.tuples(names, names), max_size=2).map(tuple))
pictures = st.builds(Picture, cells=st.none() | st.dictionaries(names, st.from_type(GridCell), max_size=2))
axes = st.builds(replace, st.just(deck().axes[0]), label=texts, picture=pictures, part_marks=st.none() | marks)
card_keys = st.builds(Key, st.dictionaries(names, shares, max_size=3), texts, texts)
cards = st.builds(
    replace,
    st.just(deck().cards[0]),
    keys=st.dictionaries(names, card_keys, max_size=2),
    debate=st.none() | texts,
    status=st.sampled_from(CardStatus),
    difficulty=st.integers(),
)
decks = st.builds(Deck, names, texts, texts, st.tuples(axes), st.lists(cards, max_size=2).map(tuple))
picks = (
    names
    | st.lists(names, max_size=3).map(tuple)
    | st.builds(Point, shares, shares)
    | st.builds(Pairs, st.dictionaries(names, names, max_size=2))
    | st.builds(Words, names)
)
groups = st.builds(AnswerGroup, names, st.lists(names, max_size=2).map(tuple), st.just(()), st.none() | shares)

room_settings = st.builds(RoomSettings, talk_from=shares, talk_to=shares)
changed_settings = st.builds(ChangeableSettings, talk_from=shares, talk_to=shares)


def events_of(kind: type[Event]) -> st.SearchStrategy[Event]:
    """Events of that kind, with whatever their fields may hold."""
    if kind is RoomOpened:
        return st.builds(kind, deck=decks, settings=room_settings)
    if kind is SettingsChanged:
        return st.builds(kind, settings=changed_settings)
    if kind is AnswerGiven:
        return st.builds(kind, picks=st.dictionaries(names, picks, max_size=3))
    if kind is AnswersGrouped:
        return st.builds(kind, groups=st.lists(groups, max_size=3).map(tuple))
    return st.from_type(kind)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_kind_of_event_comes_back_equal(kind: type[Event]) -> None:
    @settings(max_examples=40, deadline=None)
    @given(events_of(kind))
    def check(event: Event) -> None:
        back = decode_event(encode_event(event))
        assert back == event
        assert type(back) is kind

    check()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_when_an_answer_came_is_seen_without_reading_it_and_of_nothing_else(kind: type[Event]) -> None:
    @settings(max_examples=40, deadline=None)
    @given(events_of(kind), st.integers(0, 2**53))
    def check(event: Event, at: int) -> None:
        raw = encode_event(replace(event, at=ServerMillis(at)))
        assert answered_at(raw) == (at if kind is AnswerGiven else None)

    check()


@pytest.mark.parametrize("at", ["-1", "1.5", '"1"', "null", "true", "1e3", ""])
def test_an_answer_with_a_strange_moment_is_left_to_the_strict_reader(at: str) -> None:
    raw = encode_event(answered(1)).replace(b'"at":1790000000000', b'"at":' + at.encode())
    assert answered_at(raw) is None


def test_a_deck_travels_whole_inside_the_first_event() -> None:
    back = decode_event(encode_event(opened()))

    assert isinstance(back, RoomOpened)
    assert back == opened()
    assert back.deck.axis(opened().settings.axes[0]).position(opened().deck.axes[0].options[1].id) == 1
    assert hash(back.deck.cards[0].status) == hash(opened().deck.cards[0].status)
    assert type(back.deck.cards[0].status) is type(opened().deck.cards[0].status)


def test_the_log_reads_as_compact_json_with_the_name_of_the_event() -> None:
    raw = encode_event(joined(1))

    assert raw == (b'["PlayerJoined",{"at":1790000000000,"command_id":"join-1","player":"p1","name":"Player 1"}]')
    assert json.loads(raw)[0] == "PlayerJoined"


def test_a_field_that_was_added_later_has_its_default() -> None:
    name, fields = json.loads(encode_event(opened()))
    del fields["rules"]

    back = decode_event(json.dumps([name, fields], separators=(",", ":")).encode())

    assert isinstance(back, RoomOpened)
    assert back.rules == 1


@pytest.mark.parametrize(
    ("raw", "complaint"),
    [
        (b"", "not an event"),
        (b"null", "not an event"),
        (b'{"at":1}', "not an event"),
        (b'["PlayerJoined"]', "not an event"),
        (b'["PlayerJoined",{"at":1', "not an event"),
        (b'["PlayerJumped",{}]', "unknown event 'PlayerJumped'"),
        (b'["Text",{"nl":"a","en":"b"}]', "unknown event 'Text'"),
        (b'["\xff",{}]', "unknown event"),
        (b'["RoomEnded",{"at":1}]', "command_id"),
        (b'["RoomEnded",{"at":1,"command_id":"c","by":"host"}]', "by"),
        (b'["RoomEnded",{"at":"1","command_id":"c"}]', "at"),
        (b'["RoomEnded",{"at":1.0,"command_id":"c"}]', "at"),
        (b'["RoomEnded",{"at":true,"command_id":"c"}]', "at"),
        (b'["RoomEnded",{"at":null,"command_id":"c"}]', "at"),
        (b'["RoomEnded",{"at":1,"command_id":2}]', "command_id"),
        (b'["RoomEnded",{"at":1,"command_id":"\xff"}]', "RoomEnded"),
        (b'["RoomEnded",{"at":1,"command_id":"c"}],["x",{}]', "RoomEnded"),
        (b'["RoomLockChanged",{"at":1,"command_id":"c","locked":1}]', "locked"),
        (b'["AxesChosen",{"at":1,"command_id":"c","axes":"stage"}]', "axes"),
    ],
)
def test_what_is_no_event_of_ours_is_refused_by_name(raw: bytes, complaint: str) -> None:
    with pytest.raises(UnreadableEvent, match=complaint):
        decode_event(raw)


def test_an_unknown_field_deep_in_a_deck_is_refused() -> None:
    raw = encode_event(opened()).replace(b'"person":', b'"persona":1,"person":')

    with pytest.raises(UnreadableEvent, match="persona"):
        decode_event(raw)


@pytest.mark.parametrize(
    "event",
    [
        replace(joined(1), name="lone surrogate \ud800"),
        replace(joined(1), name=7),  # type: ignore[arg-type]
        replace(joined(1), at="now"),  # type: ignore[arg-type]
        replace(answered(1), picks=MappingProxyType(dict(answered(1).picks))),
    ],
)
def test_what_could_not_be_read_back_is_never_written(event: Event) -> None:
    with pytest.raises(ValueError, match=f"{type(event).__name__} cannot be written"):
        encode_event(event)


def test_an_old_shape_is_upgraded_on_the_way_in() -> None:
    def from_one_choice(fields: Fields) -> tuple[str, Fields]:
        if "choice" in fields:
            fields["picks"] = {"stage": fields.pop("choice")}
        return "AnswerGiven", fields

    renamed = {"AnswerLocked": from_one_choice, "AnswerGiven": from_one_choice}
    old = b'["AnswerLocked",{"at":1,"command_id":"c","player":"p","card":"k","choice":"regular","thinking_millis":9}]'

    back = decode_event(old, renamed)

    assert isinstance(back, AnswerGiven)
    assert back.picks == {"stage": "regular"}
    assert decode_event(encode_event(answered(1)), renamed) == answered(1)


def test_an_old_shape_that_cannot_be_upgraded_is_refused_by_name() -> None:
    with pytest.raises(UnreadableEvent, match="AnswerLocked cannot be upgraded: KeyError"):
        decode_event(b'["AnswerLocked",{}]', {"AnswerLocked": lambda fields: ("AnswerGiven", fields["choice"])})


def test_upgrades_name_no_event_that_they_do_not_lead_to() -> None:
    names = {kind.__name__ for kind in KINDS}

    assert {upgrade({})[0] for upgrade in UPGRADES.values()} <= names
