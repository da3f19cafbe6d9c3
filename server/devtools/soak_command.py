"""`trede soak`: hours of classes that come and go on one server, and how steeply its memory rises meanwhile."""

import argparse
import asyncio
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, TextIO
from urllib.request import Request, urlopen

from server.devtools.bench.hall import HallStuck
from server.devtools.bench.own_server import TOKEN, OwnServer, own_server
from server.devtools.bots.report import percentiles
from server.devtools.soak.chart import chart
from server.devtools.soak.churn import Churn, Life
from server.devtools.soak.samples import Sample, Slope, look, slope
from server.engine.process import raise_file_limit

NOT_GOOD = 1
CANNOT_SOAK = 2
SAMPLE_SECONDS = 5.0
TOLD_EVERY_SECONDS = 60.0
WARM_UP_SHARE = 0.25
LEAST_WARM_UP_SECONDS = 120.0
SLOPE_MOST = 1.0
"""Megabytes an hour after warm-up."""
JUDGED_FROM_MINUTES = 60.0
"""A shorter soak says its slope, and does not fail by it: one page of memory more would."""
AFTER_SECONDS = 60.0
"""Within so long after the last has gone, no connection is left."""
METRICS_TOKEN = "a-token-for-the-soak"


def main(arguments: Sequence[str], out: TextIO | None = None, progress: TextIO | None = None) -> int:
    """Runs the command; 0 when all is well, 1 when something was lost or grew, 2 when it could not run."""
    out, lines = out or sys.stdout, progress or sys.stderr
    chosen = _parser().parse_args(list(arguments))
    raise_file_limit()

    def say(line: str) -> None:
        print(f"soak: {line}", file=lines, flush=True)

    try:
        with own_server({"TREDE_METRICS_TOKEN": METRICS_TOKEN}) as server:
            report, samples = asyncio.run(_soak(chosen, server, say))
    except (HallStuck, OSError) as problem:
        print(f"trede soak: {problem}", file=sys.stderr)
        return CANNOT_SOAK
    except KeyboardInterrupt:
        return CANNOT_SOAK
    if chosen.chart is not None:
        rising = report["server_slope"]
        drawn = chart(samples, report["warm_up_seconds"], Slope(**rising) if rising else None)
        chosen.chart.write_text(drawn, encoding="utf-8")
    print(json.dumps(report, indent=1) if chosen.json else summary(report), file=out, flush=True)
    return 0 if report["good"] else NOT_GOOD


async def _soak(
    chosen: argparse.Namespace, server: OwnServer, say: Callable[[str], None]
) -> tuple[dict[str, Any], list[Sample]]:
    link = f"{server.address}/host?token={TOKEN}"
    churn = Churn(link, chosen.rooms, chosen.players, chosen.rounds, chosen.seed, say)
    samples: list[Sample] = []
    began = time.monotonic()

    async def watch() -> None:
        told = 0.0
        while True:
            seconds = time.monotonic() - began
            page = await asyncio.to_thread(read_page, server.address)
            samples.append(look(seconds, server.pid, page, churn.life.good))
            if seconds - told >= TOLD_EVERY_SECONDS:
                told = seconds
                say(_line(samples[-1]))
            await asyncio.sleep(SAMPLE_SECONDS)

    watching = asyncio.create_task(watch())
    try:
        await churn.live(chosen.minutes * 60, chosen.flood)
        lived = time.monotonic() - began
        left = await _left_over(server.address)
    finally:
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)
    return make_report(churn.life, samples, lived, left), samples


async def _left_over(address: str) -> int:
    """How many connections the server still has when everybody has gone, at last."""
    connections = -1
    until = time.monotonic() + AFTER_SECONDS
    while connections and time.monotonic() < until:
        await asyncio.sleep(1)
        connections = look(0.0, 0, await asyncio.to_thread(read_page, address), 0).connections
    return connections


def read_page(address: str) -> str:
    """The server's figures."""
    asked = Request(f"{address}/metrics", headers={"Authorization": f"Bearer {METRICS_TOKEN}"})
    with urlopen(asked, timeout=30) as answer:
        return str(answer.read(), "utf-8")


def make_report(life: Life, samples: Sequence[Sample], lived: float, left: int) -> dict[str, Any]:
    """The report as JSON."""
    warm_up = min(max(LEAST_WARM_UP_SECONDS, lived * WARM_UP_SHARE), lived / 2)
    warm = [sample for sample in samples if warm_up <= sample.seconds <= lived]
    server = slope([(one.seconds, one.server_memory) for one in warm])
    store = slope([(one.seconds, one.store_memory) for one in warm])
    is_steep = lived >= JUDGED_FROM_MINUTES * 60 and (server is None or server.per_hour > SLOPE_MOST)
    return {
        "minutes": round(lived / 60, 1),
        "warm_up_seconds": round(warm_up),
        "server_slope": asdict(server) if server else None,
        "store_slope": asdict(store) if store else None,
        "classes": life.good + len(life.bad),
        "bad": life.bad[:20],
        "answers": life.answers,
        "lost": life.lost,
        "unanswered": life.unanswered,
        "ack_ms": percentiles(life.ack_ms),
        "came_and_went": dict(life.came_and_went),
        "replays_read": life.replays,
        "flood": {"messages": life.flood_messages, "refused": life.flood_refused, "hung_up": life.flood_hung_up},
        "most_connections": max((sample.connections for sample in samples), default=0),
        "most_files": max((sample.files for sample in samples), default=0),
        "connections_left": left,
        "good": not (life.bad or life.lost or life.unanswered or left or is_steep),
        "samples": [asdict(sample) for sample in samples],
    }


def summary(report: dict[str, Any]) -> str:
    """The report for a person."""
    ack, flood = report["ack_ms"], report["flood"]
    return "\n".join(
        [
            f"{report['minutes']} minutes, {report['classes']} classes, {report['answers']} answers acknowledged, "
            f"{report['lost']} lost, {report['unanswered']} commands unanswered within 5 s",
            f"server: {_sloped(report['server_slope'])} after {report['warm_up_seconds']} s of warm-up",
            f"store: {_sloped(report['store_slope'])}; it keeps every room",
            f"acknowledged within {ack['p50']} ms (half), {ack['p99']} ms (99 of 100), {ack['max']} ms (all)",
            f"came and went beside the classes: {report['came_and_went']}; replays read: {report['replays_read']}",
            f"flood: {flood['messages']} messages, {flood['refused']} refused, hung up on {flood['hung_up']} times",
            f"at most {report['most_connections']} connections and {report['most_files']} files; "
            f"{report['connections_left']} connections left when all had gone",
            *(f"  bad: {line}" for line in report["bad"]),
            "good" if report["good"] else "NOT GOOD",
        ]
    )


def _sloped(rising: dict[str, Any] | None) -> str:
    if rising is None:
        return "too short to say"
    return f"{rising['per_hour']:+.2f} MB an hour, give or take {rising['give_or_take']:.2f}"


def _line(sample: Sample) -> str:
    return (
        f"{sample.seconds / 60:.0f} min: server {sample.server_memory / 1e6:.1f} MB, store "
        f"{sample.store_memory / 1e6:.1f} MB, {sample.connections} connections, {sample.rooms} rooms, "
        f"{sample.files} files, {sample.classes} classes"
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="trede soak",
        description="Starts a server of its own and lets classes of simulated students come and go: phones that look "
        "in and leave, pages that reload, replays that are read. Each class is judged by the oracle; the server's "
        "memory is sampled and its slope printed.",
        epilog="Exit status: 0 all is well, 1 something was lost, unanswered or grew, 2 it could not run.",
    )
    parser.add_argument("--minutes", type=float, default=120.0, metavar="M", help="default: 120")
    parser.add_argument("--rooms", type=int, default=6, metavar="N", help="so many at a time; default: 6")
    parser.add_argument("--players", type=int, default=20, metavar="N", help="in each room; default: 20")
    parser.add_argument("--rounds", type=int, default=2, metavar="N", help="cards in each room; default: 2")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="default: 1")
    parser.add_argument("--flood", action="store_true", help="somebody floods one room the whole time")
    parser.add_argument("--json", action="store_true", help="print one JSON object, the samples in it")
    parser.add_argument("--chart", type=Path, metavar="FILE", help="draw the memory as an SVG")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
