"""What the operating system says of this process: processor time, memory, open files. By Prometheus's usual names."""

import os
import resource
from collections.abc import Callable, Mapping
from pathlib import Path

from server.clock import cpu_seconds
from server.watch.counts import Reading

OPEN_FILES = Path("/dev/fd")
MEMORY = Path("/proc/self/statm")


def process_readings(started_at: float) -> tuple[Reading, ...]:
    """`started_at` is in seconds since 1970. What this system does not tell is left out, not guessed."""
    return (
        Reading("process_cpu_seconds_total", "Processor time, user and system.", _of(cpu_seconds), kind="counter"),
        Reading("process_resident_memory_bytes", "Resident memory.", _of(memory_bytes)),
        Reading("process_open_fds", "Open files, sockets among them.", _of(open_files)),
        Reading("process_max_fds", "How many files may be open.", _of(_files_most)),
        Reading("process_start_time_seconds", "When the process began, since 1970.", _of(lambda: started_at)),
    )


def memory_bytes() -> float | None:
    """The resident set; None where there is no /proc."""
    try:
        return int(MEMORY.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return None


def open_files() -> float | None:
    """How many files are open now."""
    try:
        return len(os.listdir(OPEN_FILES)) - 1  # the listing itself is one
    except OSError:
        return None


def _files_most() -> float:
    return resource.getrlimit(resource.RLIMIT_NOFILE)[0]


def _of(read: Callable[[], float | None]) -> Callable[[], Mapping[str, float]]:
    def as_mapping() -> Mapping[str, float]:
        value = read()
        return {} if value is None else {"": value}

    return as_mapping
