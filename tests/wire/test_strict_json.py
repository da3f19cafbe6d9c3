"""What JavaScript could not read back neither comes in nor goes out."""

import json
import math

import pytest

from server.rules.cards import Text
from server.rules.host_view_types import (
    RosterView,
)
from server.rules.ids import Version
from server.wire.strict_json import BadNumber, StrictJson


@pytest.mark.parametrize("text", ["NaN", "[Infinity]", '{"a":-Infinity}', "1e999", "-1e400", "9" * 26])
def test_a_number_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(BadNumber):
        StrictJson.loads(text)


@pytest.mark.parametrize("text", ["", "{", "[1,]", "'a'", "[" * 10_000, '{"a":' * 9 + "1" + "}" * 9])
def test_what_is_no_plain_json_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"Expecting|Illegal|nested too deep"):
        StrictJson.loads(text)


def test_brackets_inside_a_text_do_not_nest() -> None:
    text = json.dumps({"name": '[{"' * 50})
    assert StrictJson.loads(text) == {"name": '[{"' * 50}


def test_the_deepest_message_is_read() -> None:
    assert StrictJson.loads("[" * 8 + "]" * 8) == [[[[[[[[]]]]]]]]


def test_views_go_out_field_by_field() -> None:
    assert StrictJson.dumps(Text(nl="één", en="one")) == '{"nl":"één","en":"one"}'
    assert StrictJson.dumps(RosterView(version=Version(3), rows=())) == '{"version":3,"rows":[],"callers":[]}'


def test_no_nan_goes_out() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        StrictJson.dumps({"share": math.nan})


def test_an_inside_type_does_not_go_out() -> None:
    with pytest.raises(TypeError):
        StrictJson.dumps({"when": object()})
