"""The soak: its slope is the slope; a short life with a flood leaves nothing unanswered and nobody behind."""

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from server.devtools import soak_command
from server.devtools.soak.chart import chart
from server.devtools.soak.churn import Life
from server.devtools.soak.samples import Sample, look, slope

SAMPLE = Sample(0.0, 90_000_000, 8_000_000, 12, 2, 40, 1.0, 0)


def rising(megabytes_an_hour: float, hours: float = 2.0) -> list[Sample]:
    """Samples of a server that grows so fast."""
    return [
        replace(SAMPLE, seconds=second, server_memory=int(9e7 + megabytes_an_hour * 1e6 * second / 3600))
        for second in range(0, int(hours * 3600), 30)
    ]


def test_a_slope_is_what_memory_gains_in_an_hour() -> None:
    line = slope([(sample.seconds, sample.server_memory) for sample in rising(3.5)])
    assert line is not None
    assert line.per_hour == pytest.approx(3.5, abs=0.01)
    assert line.give_or_take < 0.01


def test_a_slope_of_a_noisy_flat_line_says_how_little_it_knows() -> None:
    line = slope([(float(second), 9e7 + (second % 7) * 1e5) for second in range(0, 600, 5)])
    assert line is not None
    assert abs(line.per_hour) < 3 * line.give_or_take
    assert slope([(0.0, 1.0)] * 3) is None
    assert slope([(5.0, 1.0)] * 30) is None


@pytest.mark.parametrize(("growth", "hours", "is_good"), [(0.5, 2, True), (1.5, 2, False), (40, 0.5, True)])
def test_a_server_that_grows_fails_once_it_was_watched_for_an_hour(growth: float, hours: float, is_good: bool) -> None:
    report = soak_command.make_report(Life(good=1), rising(growth, hours), hours * 3600, 0)
    assert report["good"] is is_good
    assert report["server_slope"]["per_hour"] == pytest.approx(growth, abs=0.02)


@pytest.mark.parametrize("life", [Life(lost=1), Life(unanswered=1), Life(bad=["a room"])])
def test_what_was_lost_or_never_answered_fails_at_any_length(life: Life) -> None:
    assert not soak_command.make_report(life, rising(0, 0.2), 720, 0)["good"]
    assert not soak_command.make_report(Life(), rising(0, 0.2), 720, 1)["good"]  # somebody was left behind


def test_a_look_adds_up_the_servers_own_count() -> None:
    page = (
        'trede_connections{process="1",role="player"} 30\ntrede_connections{process="1",role="host"} 2\n'
        'trede_rooms{process="1",phase="lobby"} 3\n'
        'trede_connections_opened_total{process="1",role="host",came="new"} 99\n'
    )
    seen = look(5.0, 0, page, 1)
    assert (seen.connections, seen.rooms) == (32, 3)


def test_a_picture_says_the_slope_and_where_it_was_warm() -> None:
    drawn = chart(rising(2), 1800, slope([(one.seconds, one.server_memory) for one in rising(2)]))
    assert "server +2.00 MB/h" in drawn
    assert drawn.count("<polyline") == 2


def test_a_short_life_with_a_flood_answers_every_command_and_ends_empty(tmp_path: Path) -> None:
    out, progress = io.StringIO(), io.StringIO()
    wish = ["--minutes", "0.1", "--rooms", "2", "--players", "4", "--rounds", "1", "--flood", "--json"]
    status = soak_command.main([*wish, "--chart", str(tmp_path / "soak.svg")], out, progress)
    report = json.loads(out.getvalue())
    assert (report["bad"], report["lost"], report["unanswered"], report["connections_left"]) == ([], 0, 0, 0)
    assert status == 0
    assert report["classes"] == report["replays_read"] >= 2
    assert report["flood"]["messages"] > 0
    assert report["server_slope"] is None or report["warm_up_seconds"] > 0
    assert (tmp_path / "soak.svg").read_text().startswith("<svg")
