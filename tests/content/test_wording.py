"""Counting and searching as a reader would."""

import pytest

from server.content.wording import (
    has_markup,
    nearest_name,
    nearest_phrase,
    odd_character,
    places,
    tidy,
    word_count,
)


def test_words_are_counted_as_a_reader_counts_them() -> None:
    assert word_count("'Dead before June? Money back,' says the tag - twice.") == 9
    assert word_count("vijf-en-twintig euro's, alsjeblieft ...") == 3
    assert word_count("") == 0


def test_tidying_leaves_one_line() -> None:
    assert tidy("  a\n b\u00a0 c ") == "a b c"


def test_every_place_of_a_phrase_is_found() -> None:
    assert places("ana", "banana") == [(1, 4), (3, 6)]
    assert places("x", "banana") == []


def test_the_nearest_words_of_a_story_are_offered() -> None:
    assert nearest_phrase("prijst ze brood", "Op haar werk prijst ze zijn brood, elke dag") == "prijst ze zijn brood"
    assert nearest_phrase("something else", "Op haar werk") is None


def test_the_nearest_name_is_offered() -> None:
    assert nearest_name("Costumer", ["prospect", "customer"]) == "customer"
    assert nearest_name("whale", ["prospect", "customer"]) is None


@pytest.mark.parametrize("text", ["<b>bread</b>", "a<br/>b", "bread &amp; butter", "javascript:alert(1)"])
def test_html_is_recognised(text: str) -> None:
    assert has_markup(text)


@pytest.mark.parametrize("text", ["5 < 7 and 8 > 2", "bread & butter", "I <3 bread", "a > b"])
def test_signs_in_a_text_are_no_html(text: str) -> None:
    assert not has_markup(text)


def test_characters_that_cannot_be_shown() -> None:
    assert odd_character("a\x07b") == "U+0007"
    assert odd_character("\ud800") == "U+D800"
    assert odd_character("één\n🥖 \u200f") is None
