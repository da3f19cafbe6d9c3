"""`trede bench`: how fast the server is beside the wire itself, as ratios within one run."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from server.clock import stopwatch
from server.devtools.bench import measures
from server.devtools.bench.capacity_chart import capacity_chart
from server.devtools.bench.carried import PLAYERS, SLOWEST_MILLIS, as_markdown, study
from server.devtools.bench.chart import chart
from server.devtools.bench.flooded import flooded_row
from server.devtools.bench.hall import HallStuck
from server.devtools.bench.machine import CLIENT_CORE, can_part, pin_here, taken_seconds
from server.devtools.bench.own_server import own_server
from server.devtools.bench.rows import Row, Run, table
from server.devtools.bench.yardsticks import NoYardstick
from server.engine.process import raise_file_limit

CANNOT_MEASURE = 2
HALL, LARGE_HALL, SMALL_HALL = 1_000, 4_000, 250
QUICK_ROUNDS, ROUNDS, MANY_ROUNDS = 7, 15, 50
FILES_NEEDED = 6_000


def main(arguments: Sequence[str], out: TextIO | None = None, progress: TextIO | None = None) -> int:
    """Runs the command; returns 0 when it measured, whatever the figures are, and 2 when it could not.

    The report goes to `out` (standard output), the lines on the way to `progress` (standard error).
    """
    out, lines = out or sys.stdout, progress or sys.stderr
    chosen = _parser().parse_args(list(arguments))

    def say(line: str) -> None:
        print(f"bench: {line}", file=lines, flush=True)

    try:
        if chosen.capacity:
            _take_own_core()
            studied = study(say)
            if chosen.chart is not None:
                chosen.chart.write_text(capacity_chart(studied.cores, PLAYERS, SLOWEST_MILLIS), encoding="utf-8")
            print(
                json.dumps(studied.as_json(), indent=1) if chosen.json else as_markdown(studied), file=out, flush=True
            )
            return 0
        run = _measure(chosen.quick, say)
    except (HallStuck, NoYardstick, OSError) as problem:
        print(f"trede bench: {problem}", file=sys.stderr)
        return CANNOT_MEASURE
    except KeyboardInterrupt:
        return CANNOT_MEASURE
    if chosen.chart is not None:
        chosen.chart.write_text(chart(run), encoding="utf-8")
    print(json.dumps(run.as_json(), indent=1) if chosen.json else table(run), file=out, flush=True)
    return 0


def _measure(is_quick: bool, say: measures.Say) -> Run:
    _take_own_core()
    shares: list[float] = []
    began, taken = stopwatch(), taken_seconds()
    rows = list(_quick_rows(shares, say) if is_quick else _all_rows(shares, say))
    core_seconds = (stopwatch() - began) * (os.cpu_count() or 1)
    return Run(tuple(rows), max(shares, default=0.0), can_part(), (taken_seconds() - taken) / core_seconds)


def _take_own_core() -> None:
    if raise_file_limit() < FILES_NEEDED:
        raise HallStuck(f"so many phones need {FILES_NEEDED} open files: `ulimit -n 65536` first")
    pin_here(CLIENT_CORE)


def _quick_rows(shares: list[float], say: measures.Say) -> list[Row]:
    with own_server() as server:
        hall = measures.play([server], HALL, QUICK_ROUNDS, say)
    shares.append(hall.client_share)
    return _rows_of_a_hall(hall, say)


def _rows_of_a_hall(hall: measures.Played, say: measures.Say) -> list[Row]:
    say("the yardsticks")
    return [
        measures.fan_out_row(hall),
        measures.answers_row(hall),
        measures.reveal_row(hall),
        measures.memory_row(hall),
    ]


def _all_rows(shares: list[float], say: measures.Say) -> list[Row]:
    with own_server() as server:
        hall = measures.play([server], HALL, MANY_ROUNDS, say)
        replays = measures.replay_rows(server, hall, say)
    rows = [*_rows_of_a_hall(hall, say), measures.steadiness_row(hall), *replays]
    with own_server() as server, own_server({"TREDE_REDIS_URL": server.store_address}) as second:
        spread = measures.play([server, second], HALL, ROUNDS, say)
    rows.append(measures.two_processes_row(hall, spread))
    with own_server() as server:
        small = measures.play([server], SMALL_HALL, ROUNDS, say)
    with own_server() as server:
        large = measures.play([server], LARGE_HALL, ROUNDS, say)
    shares += [hall.client_share, small.client_share, large.client_share]
    rows += [measures.fan_out_row(large), measures.growth_row(large, small)]
    return [*rows, flooded_row(say), measures.back_after_kill_row(say), measures.start_row(say)]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="trede bench",
        description="Starts a server on one core and a load client on another, plays whole rooms, and plays the same "
        "bytes through bare servers in the same run. Trust the ratios: times differ from machine to machine.",
    )
    parser.add_argument("--quick", action="store_true", help="the figures of a hall of 1,000, in under a minute")
    parser.add_argument("--capacity", action="store_true", help="fit what a room costs, and carry it to many rooms")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--chart", type=Path, metavar="FILE", help="draw the ratios, or how a core fills, as an SVG")
    return parser
