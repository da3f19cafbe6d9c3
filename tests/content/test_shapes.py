"""The shapes say what a file may hold, and both ways of writing a key come to the same."""

from server.content.axis_shapes import AxisShape
from server.content.deck_shapes import DeckShape, KeyShape
from server.content.shapes import Shape

TEXT = {"nl": "a", "en": "a"}


def test_is_and_accept_are_two_ways_to_say_shares() -> None:
    assert KeyShape.model_validate({"is": "client", "cue": TEXT, "why": TEXT}).shares == {"client": 1.0}
    several = {"accept": {"moral": 1, "structural": 0.5}, "cue": TEXT, "why": TEXT}
    assert KeyShape.model_validate(several).shares == {"moral": 1.0, "structural": 0.5}


def test_every_shape_explains_itself_in_an_editor() -> None:
    for shape in (DeckShape, AxisShape):
        schema = shape.model_json_schema()
        silent = [name for name, part in schema["$defs"].items() if not part.get("description")]
        assert silent == []
        assert schema["description"]


def test_no_shape_lets_an_unknown_field_pass() -> None:
    def all_shapes(kind: type[Shape]) -> list[type[Shape]]:
        return [kind, *(below for child in kind.__subclasses__() for below in all_shapes(child))]

    assert [shape for shape in all_shapes(Shape) if shape.model_config.get("extra") != "forbid"] == []
