"""What JavaScript could not read back neither comes in nor goes out."""

import json
import math
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.rules.cards import Point, Text
from server.rules.host_view_types import (
    RosterView,
)
from server.rules.ids import AxisId, CardId, MilliPoints, OptionId, PlayerId, ServerMillis, Version
from server.rules.picks import Confidence, Pairs, Words
from server.rules.view_types import AnswerView, AxisResult, OwnTime, ResultView, SeatView, Verdict
from server.wire import strict_json
from server.wire.strict_json import BadNumber, StrictJson, as_plain

SEAT = SeatView(
    Version(9), ServerMillis(1_790_000_000_000), PlayerId("0" * 32), "Noor", False, None, 1, None,
    MilliPoints(0), None, None, 0, None, 0, None, None,
)  # fmt: skip


@pytest.mark.parametrize("text", ["NaN", "[Infinity]", '{"a":-Infinity}', "1e999", "-1e400", "9" * 26])
def test_a_number_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(BadNumber):
        StrictJson.loads(text)


@pytest.mark.parametrize("text", ["", "{", "[1,]", "'a'", "[" * 10_000, '{"a":' * 9 + "1" + "}" * 9])
def test_what_is_no_plain_json_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"Expecting|Illegal|nested too deep"):
        StrictJson.loads(text)


NUMBERS = st.one_of(
    st.integers(),
    st.floats(),
    st.sampled_from(["-0", "1E5", "1e-7", "1e999", "0." + "1" * 30, "9" * 25, "9" * 26, "01"]),
)
PARTS = st.recursive(
    st.one_of(
        NUMBERS.map(str), st.text(max_size=8).map(json.dumps), st.sampled_from(["null", "true", "NaN", '"\\ud800"'])
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map(lambda parts: f"[{', '.join(parts)}]"),
        st.lists(st.tuples(st.sampled_from(["a", "b"]), inner), max_size=4).map(
            lambda parts: "{" + ",".join(f'"{key}": {value}' for key, value in parts) + "}"
        ),
    ),
    max_leaves=8,
)


@settings(max_examples=400)
@given(st.one_of(PARTS, st.text(alphabet='[]{},:"0123456789.eE-+ nulatrf\\', max_size=12)))
def test_the_quick_reader_takes_what_the_careful_one_takes(text: str) -> None:
    def read(reader: Any) -> str:
        try:
            return repr(reader(text))
        except ValueError as error:
            return type(error).__name__ if isinstance(error, BadNumber) else "ValueError"

    def carefully(text: str) -> Any:
        strict_json._check_depth(text)
        return strict_json._DECODER.decode(text)

    assert read(StrictJson.loads) == read(carefully)


def test_brackets_inside_a_text_do_not_nest() -> None:
    text = json.dumps({"name": '[{"' * 50})
    assert StrictJson.loads(text) == {"name": '[{"' * 50}


def test_the_deepest_message_is_read() -> None:
    assert StrictJson.loads("[" * 8 + "]" * 8) == [[[[[[[[]]]]]]]]


def test_views_go_out_field_by_field() -> None:
    assert StrictJson.dumps(Text(nl="één", en="one")) == '{"nl":"één","en":"one"}'
    assert StrictJson.dumps(RosterView(version=Version(3), rows=())) == '{"version":3,"rows":[],"callers":[]}'


@pytest.mark.parametrize(
    "pick",
    [
        "client",
        ("love", "goods"),
        Point(0.25, 1.0),
        Pairs({"hug": OptionId("love")}),
        Words('Wie "zegt" dat é?'),
        None,
    ],
)
def test_what_a_phone_alone_knows_is_written_the_same_by_its_schema(pick: Any) -> None:
    axis = AxisResult(AxisId("stage"), pick, pick, Verdict.ALMOST, MilliPoints(250))
    card, player = CardId("card-1"), PlayerId("0" * 32)
    answer = AnswerView(card, {} if pick is None else {AxisId("stage"): pick}, ServerMillis(5), 1, Confidence.CERTAIN)
    result = ResultView(card, (axis,), MilliPoints(250), MilliPoints(0), MilliPoints(1000), None, False, 1)
    own = OwnTime(None, 3000)
    view = SeatView(
        Version(9), ServerMillis(1_790_000_000_000), player, "Noor 😀", False, None, 1, answer,
        MilliPoints(-250), 1, None, 30, 2, 0, own, result,
    )  # fmt: skip
    another = replace(view, result=replace(result, points=MilliPoints(1)))
    for seat in (view, replace(view, name="Sem"), another, replace(view, result=None)):
        assert StrictJson.dumps(seat) == json.dumps(seat, ensure_ascii=False, separators=(",", ":"), default=as_plain)


def test_no_more_written_results_are_kept_than_a_hall_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strict_json, "RESULTS_LATELY_MOST", 3)
    for points in range(10):
        result = ResultView(CardId("c"), (), MilliPoints(points), MilliPoints(0), MilliPoints(0), None, False, 1)
        written = StrictJson.dumps(replace(SEAT, result=result))
        assert json.loads(written)["result"]["points"] == points
    assert len(strict_json._RESULTS) <= 3


def test_no_nan_goes_out() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        StrictJson.dumps({"share": math.nan})


def test_an_inside_type_does_not_go_out() -> None:
    with pytest.raises(TypeError):
        StrictJson.dumps({"when": object()})
