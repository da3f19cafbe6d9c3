"""`trede fuzz`: bad input of every kind against a server of its own, with a class of bots beside it."""

import argparse
import json
import sys
from collections.abc import Sequence
from typing import TextIO

from server.devtools.fuzz.own_target import TargetDown
from server.devtools.fuzz.run import PARTS, FuzzOptions, fuzz

FOUND = 1
NOT_TRIED = 2


def main(arguments: Sequence[str], out: TextIO | None = None) -> int:
    """Runs the command; returns 0 when nothing was found, 1 when something was, 2 when nothing could be tried."""
    out = out or sys.stdout
    chosen = _parser().parse_args(list(arguments))
    lines = sys.stderr if chosen.json else out
    options = FuzzOptions(chosen.seconds, chosen.seed, chosen.engine, chosen.bots, tuple(chosen.part or PARTS))
    try:
        report = fuzz(options, lambda line: print(line, file=lines, flush=True))
    except TargetDown as problem:
        print(f"trede fuzz: {problem}", file=sys.stderr)
        return NOT_TRIED
    except KeyboardInterrupt:
        return NOT_TRIED
    print(json.dumps(report) if chosen.json else json.dumps(report, indent=2), file=out, flush=True)
    return FOUND if report["finds"] else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="trede fuzz",
        description="Sends bad input of every kind to a server of its own, while a class of bots plays there.",
        epilog="Exit status: 0 nothing was found, 1 something was, 2 nothing could be tried.",
    )
    parser.add_argument("--seconds", type=float, default=60.0, metavar="S", help="how long; default: 60")
    parser.add_argument(
        "--seed", type=int, default=1, metavar="N", help="the same seed throws the same dice; default: 1"
    )
    parser.add_argument("--engine", choices=("eventlet", "threading"), default="eventlet")
    parser.add_argument("--bots", type=int, default=20, metavar="N", help="students that play beside it; default: 20")
    parser.add_argument("--part", action="append", choices=PARTS, help="only this part; may be said again")
    parser.add_argument("--json", action="store_true", help="print one JSON object; progress goes to standard error")
    return parser
