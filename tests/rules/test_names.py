"""Names as a hall reads them."""

import pytest

from server.rules.names import clean_name, next_free_name, same_to_the_eye
from server.rules.refusals import Refusal, RefusalCode


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("  Noor  de   Wit ", "Noor de Wit"),
        ("\uff2e\uff4f\uff4f\uff52", "Noor"),
        ("No\u200bor\u202e", "Noor"),
        ("Aïcha", "Aïcha"),
        ("李小龙", "李小龙"),
        ("Tab\there", "Tab here"),
    ],
)
def test_a_name_is_shown_without_what_cannot_be_seen(raw: str, shown: str) -> None:
    assert clean_name(raw) == shown


@pytest.mark.parametrize("raw", ["", "   ", "\u200b\u200d", "\u0000\u202e", "\u0301"])
def test_a_name_that_shows_nothing_is_empty(raw: str) -> None:
    with pytest.raises(Refusal) as refused:
        clean_name(raw)
    assert refused.value.code is RefusalCode.NAME_EMPTY


def test_twenty_letters_fit_and_twenty_one_do_not() -> None:
    assert clean_name("n" * 20) == "n" * 20
    assert clean_name("e\u0301" * 20)
    with pytest.raises(Refusal) as refused:
        clean_name("n" * 21)
    assert refused.value.code is RefusalCode.NAME_TOO_LONG


def test_piled_up_marks_are_cut_down_so_that_no_name_spills_over_another() -> None:
    assert len(clean_name("Z" + "\u0335" * 500)) <= 3


@pytest.mark.parametrize(("one", "other"), [("Noor", "NOOR"), ("Noor", "nóór"), ("De Wit", "dewit")])
def test_names_that_read_alike_are_the_same(one: str, other: str) -> None:
    assert same_to_the_eye(one) == same_to_the_eye(other)


def test_the_suggestion_is_free_and_fits() -> None:
    long_name = "n" * 20
    taken = {same_to_the_eye(long_name), same_to_the_eye("n" * 18 + " 2")}
    free = next_free_name(long_name, taken)
    assert same_to_the_eye(free) not in taken
    assert clean_name(free) == free


@pytest.mark.parametrize("twin", ["N\u043eor", "No\u03bfr", "N\u00f8\u043er"])
def test_a_letter_of_another_alphabet_makes_no_other_name(twin: str) -> None:
    assert same_to_the_eye(twin) == same_to_the_eye("Noor")


def test_names_in_another_alphabet_are_told_apart_among_themselves() -> None:
    names = [
        "\u041d\u0438\u043d\u0430",
        "\u041d\u043e\u0440\u0430",
        "\u0410\u043d\u043d\u0430",
        "\u0395\u03bb\u03ad\u03bd\u03b7",
    ]
    assert len({same_to_the_eye(name) for name in names}) == len(names)
