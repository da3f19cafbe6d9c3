"""From counts to lines, from lines to a full core: arithmetic that can be checked by hand."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from server.devtools.bench.arrivals import ROUND_SECONDS, Waited, fullest, simulate
from server.devtools.bench.capacity import PHASES, STORE, Counted, Line, Model, error, fit
from server.devtools.bench.capacity_chart import TALLEST, capacity_chart
from server.devtools.bench.carried import carry

LINES = {name: Line(10.0, 0.1) for name in (*PHASES, *STORE)}
MODEL = Model(LINES, idle=Line(5.0, 0.01), connection_bytes=60_000)


def counted(players: int, factor: float = 1.0) -> Counted:
    per_round = {name: line.at(players) * factor for name, line in LINES.items()}
    return Counted(1, players, per_round, MODEL.idle.at(players), 60_000)


def test_lines_that_are_straight_are_found_again() -> None:
    model = fit([counted(30), counted(100), counted(1000)])
    for line in model.lines.values():
        assert line.fixed == pytest.approx(10.0)
        assert line.each == pytest.approx(0.1)
    assert model.idle.fixed == pytest.approx(5.0)
    assert model.idle.each == pytest.approx(0.01)


def test_what_a_process_does_for_itself_is_not_counted_once_for_each_phone() -> None:
    ten_rooms = replace(counted(100), rooms=10, idle_ms=MODEL.idle.at(1000))
    assert fit([counted(30), counted(400), ten_rooms]).idle.at(5_000) == pytest.approx(5 + 50)


def test_nothing_costs_less_the_more_there_are() -> None:
    noisy = [
        Counted(1, players, {**counted(players).per_round, "calls": spent}, 0.01, 60_000)
        for players, spent in ((10, 52.0), (100, 49.0), (1000, 50.0))
    ]
    line = fit(noisy).lines["calls"]
    assert line.each == 0
    assert line.fixed == pytest.approx(50, abs=1)


def test_the_error_is_the_part_that_a_run_cost_more() -> None:
    off = error(MODEL, counted(250, factor=1.1))
    assert set(off) == {"cpu", *STORE}
    assert all(value == pytest.approx(0.1) for value in off.values())


def test_a_core_is_busy_for_what_its_rooms_cost_and_the_same_seed_plays_the_same() -> None:
    few = simulate(MODEL, 50, 100, 20)
    expected = 50 * MODEL.of_round(100) / 1000 / ROUND_SECONDS + MODEL.idle.at(50 * 100) / 1000
    assert few.busy == pytest.approx(expected, rel=0.1)
    assert simulate(MODEL, 50, 100, 20) == few


def test_the_fuller_a_core_the_longer_an_opening_waits() -> None:
    best = fullest(MODEL, 100, most_millis=250)
    assert best.p99 <= 250
    assert simulate(MODEL, best.rooms * 2, 100, 8).p99 > 250
    assert simulate(MODEL, best.rooms // 4, 100, 8).median < best.median


def test_ten_thousand_rooms_are_as_many_cores_as_hold_them() -> None:
    carried = carry(MODEL, 200, 10_000, 100)
    assert (carried.cores, carried.connections_per_core) == (50, 20_000)
    assert carried.memory_gb_per_core == pytest.approx(1.2)
    assert carried.store_calls_per_second == pytest.approx(20 * 10_000 / ROUND_SECONDS)
    assert carried.store_cores == pytest.approx(20 * 10_000 / ROUND_SECONDS / 1000)
    assert carried.shards == 3  # a cluster has no fewer
    assert carry(MODEL, 200, 100_000, 100).cores == 500


def test_the_picture_has_a_dot_for_each_core_and_what_is_beyond_it_stays_within() -> None:
    cores = [
        Waited(100, 0.4, 20, 90, 200),
        Waited(200, 0.8, 30, 250, 600),
        Waited(250, 1.0, 900, 250 * TALLEST + 1, 4000),
    ]
    drawn = ElementTree.fromstring(capacity_chart(cores, 100, 250))
    dots = [dot for dot in drawn.iter() if dot.tag.endswith("circle")]
    assert len(dots) == 2 * len(cores)
    assert all(40 <= float(dot.attrib["cy"]) <= 350 for dot in dots)
    said = "".join(drawn.itertext())
    assert "1001 ms" in said
