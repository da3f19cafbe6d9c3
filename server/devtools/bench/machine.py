"""Processes on cores of their own, and what they used: read from /proc, where there is one."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

NANOSECONDS = 1_000_000_000
SERVER_CORE, CLIENT_CORE = 0, 1
STOP_SECONDS = 15
_TAKEN = 8
"""The place of `steal` in the first line of /proc/stat (man 5 proc_stat)."""


CORES = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
"""The cores that this process might use before it chose one."""


def can_part() -> bool:
    """Whether server and clients can have a core each; without, the figures say less, and the run says so."""
    return len(CORES) > CLIENT_CORE


def pin(process: "subprocess.Popen[str]", core: int) -> None:
    """Puts a process that has just begun on one core, and so all that it will start."""
    if can_part():
        with contextlib.suppress(ProcessLookupError):  # it has ended already, and whoever waits for it will hear so
            os.sched_setaffinity(process.pid, {CORES[core]})


def pin_here(core: int) -> None:
    """Puts this process on one core."""
    if can_part():
        os.sched_setaffinity(0, {CORES[core]})


@contextmanager
def child(
    command: Sequence[str], core: int, environment: Mapping[str, str] | None = None, cwd: Path | None = None
) -> Iterator[subprocess.Popen[str]]:
    """A process on a core, stopped on leaving. Its standard output is a pipe, its errors go to this one's."""
    process = subprocess.Popen(
        list(command),
        env={**os.environ, **(environment or {})},
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=sys.stderr,
        text=True,
    )
    pin(process, core)
    try:
        yield process
    finally:
        stop(process)


def stop(process: subprocess.Popen[str]) -> None:
    """Ends a process, and waits for it."""
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout is not None:
        process.stdout.close()


def cpu_seconds(pid: int) -> float:
    """What all threads of a process have used of the processors, in seconds; 0 where there is no /proc."""
    try:
        spent = [int(one.read_text().split()[0]) for one in Path(f"/proc/{pid}/task").glob("*/schedstat")]
    except OSError:
        return 0.0
    return sum(spent) / NANOSECONDS


def taken_seconds() -> float:
    """Time of all cores that went to other guests of the same host, since it runs; 0 where nobody tells."""
    try:
        ticks = Path("/proc/stat").read_text().splitlines()[0].split()
        return int(ticks[_TAKEN]) / os.sysconf("SC_CLK_TCK")
    except (OSError, IndexError, ValueError):
        return 0.0


def memory_bytes(pid: int) -> int:
    """What a process keeps in memory (its resident set); 0 where there is no /proc."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")
