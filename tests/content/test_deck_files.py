"""Whatever an author, an editor or a bad disk leaves in a deck's file: it is said, and nothing falls over."""

from copy import deepcopy
from io import StringIO
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from server.content.axis_shapes import AxisShape
from server.content.deck_files import read_deck
from server.content.documents import parse
from server.content.shape_check import fit
from tests.content.folder import DECK, FORM, STAGE, ContentFolder

ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(["stage", "client"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
FOLDER_IS_REUSED = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


AXES: dict[str, AxisShape | None] = {
    axis: fit(parse(axis, text), AxisShape, parse(axis, text).value)
    for axis, text in (("stage", STAGE), ("form", FORM))
}
GOOD_DECK = parse("market.yaml", DECK).value


def says_something_useful(content: ContentFolder, raw: bytes) -> None:
    """Reads a deck from these bytes: a deck, or problems that name the file, a line of it and what to do."""
    file = content.write("decks/market.yaml", raw)
    deck, problems = read_deck(file, AXES)
    assert (deck is None) == any(not problem.is_warning for problem in problems)
    for problem in problems:
        assert problem.file == str(file)
        assert 1 <= problem.line <= raw.count(b"\n") + 1
        assert problem.message.isprintable()
        assert problem.remedy


@FOLDER_IS_REUSED
@given(
    start=st.integers(0, len(DECK)),
    length=st.integers(0, 40),
    put=st.text(max_size=12) | st.sampled_from(list("{}[]&*!:#|>\"'-\n\t")),
)
def test_a_file_with_something_cut_out_or_typed_in(content: ContentFolder, start: int, length: int, put: str) -> None:
    text = DECK[:start] + put + DECK[start + length :]
    says_something_useful(content, text.encode("utf-8", "surrogatepass"))


@FOLDER_IS_REUSED
@given(start=st.integers(0, len(DECK)), put=st.binary(max_size=8))
def test_a_file_with_bytes_of_something_else(content: ContentFolder, start: int, put: bytes) -> None:
    raw = DECK.encode("utf-8")
    says_something_useful(content, raw[:start] + put + raw[start:])


@FOLDER_IS_REUSED
@given(choices=st.data(), value=ANYTHING)
def test_a_field_with_anything_in_it(content: ContentFolder, choices: st.DataObject, value: Any) -> None:
    deck: Any = deepcopy(GOOD_DECK)
    here = deck
    while True:
        places = list(here) if isinstance(here, dict) else list(range(len(here)))
        place = choices.draw(st.sampled_from(places))
        if not isinstance(here[place], dict | list) or not here[place] or choices.draw(st.booleans()):
            break
        here = here[place]
    here[place] = value
    written = StringIO()
    YAML(typ="safe", pure=True).dump(deck, written)
    says_something_useful(content, written.getvalue().encode("utf-8", "surrogatepass"))


def test_a_broken_card_does_not_hide_the_next(content: ContentFolder) -> None:
    content.change_deck("difficulty: 1", "difficulty: easy")
    content.change_deck("accept: {moral: 1, structural: 0.5}", "accept: {moral: 1, legal: 1}")
    _, problems = read_deck(content.path / "decks/market.yaml", AXES)
    assert [problem.field for problem in problems] == [
        "cards[cheese-on-friday].difficulty",
        "cards[two-stalls-of-fish].key.form.accept.legal",
    ]


def test_cards_are_looked_at_even_when_the_head_is_broken(content: ContentFolder) -> None:
    content.change_deck("about:", "abut:")
    content.change_deck("difficulty: 1", "difficulty: easy")
    _, problems = read_deck(content.path / "decks/market.yaml", AXES)
    assert {problem.field for problem in problems} == {"about", "abut", "cards[cheese-on-friday].difficulty"}
