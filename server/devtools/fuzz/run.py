"""One run: a server of its own, fuzzers in turn, a class of bots beside them, and what came of all of it."""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from secrets import token_hex
from tempfile import TemporaryDirectory
from typing import Any, Protocol

from server.devtools.bots.door import HostDoor
from server.devtools.bots.report import is_good
from server.devtools.fuzz.finds import Finds
from server.devtools.fuzz.in_bytes import ByteFuzzer
from server.devtools.fuzz.in_files import FileFuzzer
from server.devtools.fuzz.in_messages import MessageFuzzer
from server.devtools.fuzz.over_http import HttpFuzzer
from server.devtools.fuzz.own_target import PROJECT, Target, own_target

WITNESSES = "witnesses"
SERVER = "server"
TURNS_PER_LOOK = 100
CLASS_SECONDS_MOST = 180.0
PARTS = ("messages", "bytes", "http", "files")


@dataclass(frozen=True, slots=True)
class FuzzOptions:
    """How long and with which dice. `bots` play beside it; 0: nobody does."""

    seconds: float
    seed: int
    engine: str = "eventlet"
    bots: int = 20
    parts: tuple[str, ...] = PARTS


class Turner(Protocol):
    """A part of the fuzzer."""

    def turn(self) -> None:
        """One connection, request or file."""


class Witnesses:
    """Classes of bots, one after the other, in a process of their own; their own oracle judges what they were told."""

    def __init__(self, target: Target, bots: int, seed: int) -> None:
        self._target = target
        self._bots = bots
        self._seed = seed
        self._process: subprocess.Popen[str] | None = None
        self.reports: list[dict[str, Any]] = []

    def look(self, is_last: bool = False) -> None:
        """Takes the report of a class that has gone home, and lets the next come in."""
        if not self._bots:
            return
        if self._process is not None and (is_last or self._process.poll() is not None):
            out, _ = self._process.communicate(timeout=CLASS_SECONDS_MOST)
            self.reports.append(json.loads(out) if out.startswith("{") else {"exit": self._process.returncode})
            self._process = None
        if self._process is None and not is_last:
            self._seed += 1
            self._process = subprocess.Popen(
                [
                    *(sys.executable, "-m", "server.cli", "bots", "--host-link", self._target.host_link, "--json"),
                    *("--players", str(self._bots), "--rounds", "2", "--answer-seconds", "5"),
                    *("--seed", str(self._seed)),
                ],
                cwd=PROJECT,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
            )

    def end(self) -> None:
        """Sends home whoever is still there."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def judge(self, finds: Finds) -> None:
        """A class that lost something, or was thrown out, is a find."""
        for report in self.reports:
            finds.tried(WITNESSES)
            if "players" not in report or not is_good(report):
                finds.add(WITNESSES, "the class beside it was disturbed", json.dumps(report)[:2_000])


def fuzz(options: FuzzOptions, say: Callable[[str], None]) -> dict[str, Any]:
    """Runs and reports. Raises TargetDown when there was no server to try."""
    dice, finds = Random(options.seed), Finds()
    with own_target(options.engine) as target, TemporaryDirectory(prefix="trede-spoiled-") as folder:
        turns = _turns(options, target, Path(folder), dice, finds)
        witnesses = Witnesses(target, options.bots, options.seed)
        began, count, before = time.monotonic(), 0, 0.0
        try:
            while time.monotonic() - began < options.seconds and target.is_well():
                witnesses.look()
                for _ in range(TURNS_PER_LOOK):
                    turns[count % len(turns)]()
                    count += 1
                    if time.monotonic() - began > options.seconds:
                        break
                before = before or target.memory_megabytes()  # every way of the code was gone once
                say(f"{time.monotonic() - began:.0f} s: {sum(finds.cases.values())} cases, {len(finds.found)} finds")
            witnesses.look(is_last=True)
        finally:
            witnesses.end()
        witnesses.judge(finds)
        if not target.is_well():
            finds.add(SERVER, "the server has ended, or does not answer", "")
        complaints = target.complaints
        if any("Traceback" in line or "ERROR" in line or '"error"' in line for line in complaints):
            finds.add(SERVER, "the server logged a mistake", "\n".join(complaints)[-1_200:])
        return _report(options, finds, witnesses, before, target.memory_megabytes(), len(complaints))


def _turns(options: FuzzOptions, target: Target, folder: Path, dice: Random, finds: Finds) -> list[Callable[[], None]]:
    door = HostDoor(target.host_link)
    room = door.open_room({"command_id": token_hex(12), "deck": door.decks()[0]["id"]})
    makers: dict[str, Callable[[], Turner]] = {
        "messages": lambda: MessageFuzzer(door, dice, finds),
        "bytes": lambda: ByteFuzzer(target.port, room, dice, finds),
        "http": lambda: HttpFuzzer(target.port, room, door.headers["Cookie"], dice, finds),
        "files": lambda: FileFuzzer(folder, dice, finds),
    }
    return [makers[part]().turn for part in options.parts]


def _report(
    options: FuzzOptions, finds: Finds, witnesses: Witnesses, before: float, after: float, complaints: int
) -> dict[str, Any]:
    acks = [report["ack_ms"] for report in witnesses.reports if "ack_ms" in report]
    worst: dict[str, float] = {}
    with suppress(ValueError):
        worst = {name: max(ack[name] for ack in acks) for name in ("p50", "p99", "max")}
    return {
        "seed": options.seed,
        "seconds": options.seconds,
        "engine": options.engine,
        "cases": finds.cases,
        "classes": len(witnesses.reports),
        "answers_acknowledged": sum(report.get("acknowledged", 0) for report in witnesses.reports),
        "worst_ack_ms": worst,
        "memory_mb": {"before": before, "after": after},
        "lines_logged": complaints,
        "finds": [asdict(find) for find in finds.found],
    }
