"""What gives an answer away, taken from the models and from the axes themselves."""

from server.content.axis_shapes import AxisShape, OptionShape, TelltaleShape
from server.content.shapes import TextShape
from server.content.telltale import first_telltale, telltale_phrases


def axis_with(label: str) -> AxisShape:
    """An axis whose first option has this label."""
    text = TextShape(nl="x", en="x")
    option = OptionShape(
        id="a", label=TextShape(nl=label, en=label), short=text, hint=TextShape(nl="Op papier", en="On paper")
    )
    return AxisShape.model_validate(
        {
            "id": "axis",
            "kind": "single",
            "label": {"nl": "x", "en": "x"},
            "short_label": {"nl": "x", "en": "x"},
            "question": {"nl": "x", "en": "x"},
            "model": "M1",
            "picture": {"kind": "stair"},
            "options": [option.model_dump(), option.model_dump()],
        }
    )


def test_a_label_with_a_gloss_is_two_names() -> None:
    phrases = telltale_phrases([axis_with("Client (vaste klant)")])["nl"]
    assert {"vaste klant", "Op papier"} <= set(phrases)


def test_a_single_word_of_a_label_may_be_an_everyday_word() -> None:
    axis = axis_with("Gelijk")
    assert "Gelijk" not in telltale_phrases([axis])["nl"]
    listed = axis.model_copy(update={"telltales": TelltaleShape(nl=["gelijk"])})
    assert "gelijk" in telltale_phrases([listed])["nl"]


def test_without_words_nothing_is_told() -> None:
    assert first_telltale("Anything at all", []) is None


def test_the_rank_before_a_colon_is_an_everyday_word() -> None:
    phrases = telltale_phrases([axis_with("Laag: afspraak nagekomen")])["nl"]
    assert "afspraak nagekomen" in phrases
    assert "Laag" not in phrases


def test_words_are_recognised_by_their_beginning_and_without_capitals() -> None:
    assert first_telltale("Ze VERTROUWDE hem.", ["vertrouw"]) == "VERTROUWDE"
    assert first_telltale("Regular clients come.", ["Client"]) == "clients"


def test_a_word_inside_another_is_not_meant() -> None:
    assert first_telltale("An amoral entrustment", ["moral", "trust"]) is None
