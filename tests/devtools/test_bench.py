"""The bench on a handful of phones: that it plays what it says it plays, and that its verdicts follow from figures."""

import json
import selectors
from io import StringIO
from xml.etree import ElementTree

import pytest

from server.devtools import bench_command
from server.devtools.bench import measures
from server.devtools.bench.chart import chart
from server.devtools.bench.flooded import flooded_row
from server.devtools.bench.hall import Hall
from server.devtools.bench.own_server import own_server
from server.devtools.bench.rows import Row, Run, of_rounds, table

FAN_OUT = of_rounds("a round opens", [0.010, 0.012, 0.050], 1.2, [0.011, 0.010, 0.012], "the wire")


def silent(_line: str) -> None:
    """Nobody watches."""


def test_a_row_is_judged_by_medians_and_shows_its_worst_round() -> None:
    assert FAN_OUT.ratio == pytest.approx(12 / 11)
    assert FAN_OUT.met
    assert FAN_OUT.worst == pytest.approx(50)
    slow = of_rounds("a round opens", [0.014], 1.2, [0.011], "the wire")
    assert not slow.met


def test_without_a_yardstick_the_figure_itself_is_judged() -> None:
    assert Row("memory", 70.0, "kB", 70.0).met
    assert not Row("memory", 70.1, "kB", 70.0).met


@pytest.mark.parametrize(("share", "own_cores", "valid"), [(0.7, True, True), (0.71, True, False), (0.1, False, False)])
def test_a_run_in_which_the_clients_were_measured_is_not_valid(share: float, own_cores: bool, valid: bool) -> None:
    run = Run((FAN_OUT,), share, own_cores)
    assert run.as_json()["valid"] is valid
    assert ("not valid" in table(run).lower() or "not a valid" in table(run)) is not valid


def test_the_client_is_judged_by_the_moments_that_were_timed() -> None:
    played = measures.Played(1_000)
    played.client_shares["opened"] = [0.2, 0.9, 0.8]
    played.client_shares["answered"] = [0.1, 0.1, 0.95]
    assert played.client_share == 0.8


def test_what_the_host_gave_to_others_is_said() -> None:
    assert "12% of its cores' time" in table(Run((FAN_OUT,), 0.1, True, taken_share=0.12))
    assert "cores' time" not in table(Run((FAN_OUT,), 0.1, True, taken_share=0.001))


def test_the_chart_has_a_bar_for_every_row() -> None:
    drawn = ElementTree.fromstring(chart(Run((FAN_OUT, Row("memory", 900.0, "kB", 70.0)), 0.1, True)))
    bars = [one for one in drawn.iter() if one.tag.endswith("rect")]
    assert len(bars) == 1 + 2  # the ground, and two bars


def test_a_small_hall_spread_over_two_processes_is_played_and_shown_again() -> None:
    with own_server() as server, own_server({"TREDE_REDIS_URL": server.store_address}) as second:
        played = measures.play([server, second], players=12, rounds=3, say=silent)
        assert len(played.opened) == len(played.answered) == len(played.revealed) == 3
        assert played.opening.startswith(b'42["room"')
        assert min(played.bytes_to_phones) > 12 * 100
        assert played.cpu_per_answer > 0
        assert {what: len(shares) for what, shares in played.client_shares.items()} == {
            "opened": 3,
            "answered": 3,
            "revealed": 3,
        }
        first, whole = measures.replay_rows(server, played, silent)
        assert 0 < first.value <= whole.value


def test_a_replay_is_asked_for_as_a_page_does_from_the_first_card_on() -> None:
    head = {"parts": [{"at": 100}, {"at": 200}, {"at": 300}], "cards": [{"at": 250}, {"at": 300}]}
    assert list(measures._as_a_page_asks(head)) == [1, 2, 0]


def test_rooms_beside_a_flooded_one_are_measured_with_and_without_the_flood() -> None:
    told: list[str] = []
    row = flooded_row(told.append, rooms=3, players=4, answers=120)
    assert row.value > 0 < (row.yardstick or 0)
    assert not any(" 0 messages" in line for line in told)


def test_what_cannot_be_measured_is_said_and_nothing_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench_command, "raise_file_limit", lambda: 1_024)
    out = StringIO()
    assert bench_command.main(["--json"], out, StringIO()) == bench_command.CANNOT_MEASURE
    assert out.getvalue() == ""


def test_the_report_is_json_with_what_was_promised() -> None:
    told = json.loads(json.dumps(Run((FAN_OUT,), 0.25, True).as_json()))
    assert told["client_cpu_share"] == 0.25
    assert told["rows"][0].keys() >= {"name", "value", "unit", "yardstick", "ratio", "target", "met"}


def test_a_hall_rests_as_long_as_it_was_told_also_when_nothing_comes() -> None:
    """A rest that ends only when something comes makes answers one after the other take three times as long."""
    hall = Hall()
    waits: list[float | None] = []
    select = hall._selector.select

    def noted(seconds: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        waits.append(seconds)
        return select(seconds)

    hall._selector.select = noted  # type: ignore[method-assign, assignment]
    hall.rest(0.02)
    assert waits
    assert all(seconds is not None and 0 < seconds <= 0.02 for seconds in waits)
