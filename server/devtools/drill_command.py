"""`trede drill`: whole rooms are played while servers, stores and lines are broken on purpose, and an oracle judges."""

import argparse
import asyncio
import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path
from random import Random
from typing import Any, TextIO

from server.devtools.drill.breakable import DrillBroken
from server.devtools.drill.fault import Fault
from server.devtools.drill.faults import FAULTS
from server.devtools.drill.ground import Ground, ground
from server.devtools.drill.outcome import Outcome
from server.devtools.drill.picture import picture
from server.devtools.drill.sitting import Wish, drill
from server.devtools.options import between
from server.engine.process import raise_file_limit

BROKEN = 1
CANNOT_DRILL = 2
QUICK_AT_ONCE = 6
"""Four of its faults one after the other; a round is mostly waiting, and two cores are half busy with so many."""
PROBLEMS_TOLD = 5
PLAYERS, QUICK_PLAYERS, PLAYERS_MOST = 200, 20, 1000
TIMES_MOST = 24
"""The deck has so many cards, and one is left."""


def main(arguments: Sequence[str], out: TextIO | None = None, progress: TextIO | None = None) -> int:
    """Runs the command; returns 0 when every promise held, 1 when one broke, 2 when nothing could be drilled.

    With --json exactly one object goes to `out` (standard output); the lines on the way go to `progress` (standard
    error) in any case.
    """
    out, lines = out or sys.stdout, progress or sys.stderr
    chosen = _parser().parse_args(list(arguments))

    def say(line: str) -> None:
        print(f"drill: {line}", file=lines, flush=True)

    raise_file_limit()
    began = time.monotonic()
    try:
        outcomes = asyncio.run(_drill_all(chosen, say))
    except KeyboardInterrupt:
        return CANNOT_DRILL
    problems = [problem for outcome in outcomes for problem in outcome.problems]
    if problems and not any(outcome.times for outcome in outcomes):
        print(f"trede drill: Nothing could be drilled: {problems[0]}", file=sys.stderr)
        return CANNOT_DRILL
    report = {
        "load": round(os.getloadavg()[0], 1),
        "cores": os.cpu_count(),
        "seed": chosen.seed,
        "seconds": round(time.monotonic() - began, 1),
        "passed": all(outcome.passed for outcome in outcomes),
        "faults": [outcome.as_json() for outcome in outcomes],
    }
    if chosen.chart is not None:
        chosen.chart.write_text(picture(outcomes), encoding="utf-8")
    print(json.dumps(report, ensure_ascii=False, indent=1) if chosen.json else _told(outcomes), file=out, flush=True)
    return 0 if report["passed"] else BROKEN


async def _drill_all(chosen: argparse.Namespace, say: Callable[[str], None]) -> list[Outcome]:
    """Lane beside lane; on a lane one fault after the other, on a ground that is kept."""
    faults = _chosen_faults(chosen)
    lanes = lanes_of(faults, chosen.at_once or (QUICK_AT_ONCE if chosen.quick else 1))
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(_drill_lane(lane, chosen, say)) for lane in lanes]
    outcomes = [outcome for task in tasks for outcome in task.result()]
    return sorted(outcomes, key=lambda outcome: faults.index(outcome.fault))


async def _drill_lane(lane: Sequence[Fault], chosen: argparse.Namespace, say: Callable[[str], None]) -> list[Outcome]:
    outcomes: list[Outcome] = []
    for needs, faults in groupby(lane, key=lambda fault: fault.needs):
        on_one_ground = list(faults)
        try:
            async with ground(needs, Random(f"{chosen.seed}/{needs}")) as place:
                for fault in on_one_ground:
                    outcomes.append(await _drilled(fault, chosen, place, say))
        except DrillBroken as broken:  # there is no such ground: nothing is known of what needs it, the others go on
            for fault in on_one_ground:
                outcomes.append(_told_at_once(Outcome(fault, _players(chosen), problems=[str(broken)]), say))
    return outcomes


async def _drilled(fault: Fault, chosen: argparse.Namespace, place: Ground, say: Callable[[str], None]) -> Outcome:
    times = chosen.times or (1 if chosen.quick else fault.times)
    wish = Wish(chosen.seed, _players(chosen), times, say, looks_afresh=not chosen.quick)
    try:
        outcome = await drill(fault, wish, place)
    except DrillBroken as broken:
        outcome = Outcome(fault, wish.players, problems=[str(broken)])
    return _told_at_once(outcome, say)


def _told_at_once(outcome: Outcome, say: Callable[[str], None]) -> Outcome:
    say(outcome.line())
    for problem in outcome.problems[:PROBLEMS_TOLD]:
        say(f"  {problem}")
    return outcome


def _players(chosen: argparse.Namespace) -> int:
    players: int = chosen.players or (QUICK_PLAYERS if chosen.quick else PLAYERS)
    return players


def lanes_of(faults: Sequence[Fault], count: int) -> list[list[Fault]]:
    """The faults shared out over so many lanes, those of the same needs side by side where that can be."""
    ordered = sorted(faults, key=lambda fault: str(fault.needs))
    long = -(-len(ordered) // count)
    return [ordered[first : first + long] for first in range(0, len(ordered), long)]


def _chosen_faults(chosen: argparse.Namespace) -> list[Fault]:
    if chosen.fault:
        return [fault for fault in FAULTS if fault.name in chosen.fault]
    if chosen.quick:
        return [fault.in_a_short_round() for fault in FAULTS if fault.is_quick]
    return list(FAULTS)


def _told(outcomes: Sequence[Outcome]) -> str:
    lines: list[Any] = [outcome.line() for outcome in outcomes]
    held = sum(outcome.passed for outcome in outcomes)
    return "\n".join([*lines, f"{held} of {len(outcomes)} promises held"])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="trede drill",
        description="Starts servers and stores of its own, lets a class play, and breaks something once in every open "
        "round. An oracle that uses none of the server's code then judges from what the class wrote down.",
        epilog="Exit status: 0 every promise held, 1 one broke, 2 nothing could be drilled. "
        f"Faults: {', '.join(fault.name for fault in FAULTS)}.",
    )
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument(
        "--all", action="store_true", help="every fault, as often as docs/promises.md says; half an hour"
    )
    which.add_argument("--quick", action="store_true", help="nearly every fault once, in short rounds; about a minute")
    names = [fault.name for fault in FAULTS]
    which.add_argument("--fault", action="append", choices=names, metavar="NAME", help="only this one; repeat for more")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="the same seed strikes alike; default: 1")
    parser.add_argument("--players", type=between(3, PLAYERS_MOST), metavar="N", help="default: 200, --quick: 20")
    parser.add_argument("--times", type=between(1, TIMES_MOST), metavar="N", help="strikes per fault, one a round")
    parser.add_argument("--at-once", type=between(1, 16), metavar="N", help="so many faults side by side")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--chart", type=Path, metavar="FILE", help="draw the waiting times as an SVG")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
