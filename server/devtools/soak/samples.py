"""What is looked at every few seconds, and how steeply it rises."""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from server.devtools.bench.machine import cpu_seconds, memory_bytes

MEGABYTE = 1_000_000
HOUR = 3600.0
FEWEST = 8
"""So many samples, or there is no slope to speak of."""
FIGURE = re.compile(r'^(\w+)\{[^}]*?(?:role="(\w+)"[^}]*)?\} (\S+)$', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Sample:
    """One look. Memory is in bytes, `seconds` since the soak began; connections and rooms are as the server counts."""

    seconds: float
    server_memory: int
    store_memory: int
    connections: int
    rooms: int
    files: int
    cpu_seconds: float
    classes: int


@dataclass(frozen=True, slots=True)
class Slope:
    """A straight line through samples, in megabytes an hour, and how sure that is (one standard error)."""

    per_hour: float
    give_or_take: float
    samples: int


def look(seconds: float, pid: int, page: str, classes: int) -> Sample:
    """One sample of a server by its process and its page of figures."""
    connections = rooms = 0
    for name, _role, value in FIGURE.findall(page):
        connections += int(value) if name == "trede_connections" else 0
        rooms += int(value) if name == "trede_rooms" else 0
    store = sum(memory_bytes(child) for child in children_of(pid))
    return Sample(seconds, memory_bytes(pid), store, connections, rooms, files_of(pid), cpu_seconds(pid), classes)


def children_of(pid: int) -> list[int]:
    """The processes that a process began; its store is the only one."""
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def files_of(pid: int) -> int:
    """How many files a process has open; 0 where there is no /proc."""
    try:
        return len(os.listdir(f"/proc/{pid}/fd"))
    except OSError:
        return 0


def slope(points: Sequence[tuple[float, float]]) -> Slope | None:
    """The line of least squares through (seconds, bytes); None for too few points."""
    count = len(points)
    if count < FEWEST:
        return None
    mean_x = sum(x for x, _ in points) / count
    mean_y = sum(y for _, y in points) / count
    spread = sum((x - mean_x) ** 2 for x, _ in points)
    if spread == 0:
        return None
    rise = sum((x - mean_x) * (y - mean_y) for x, y in points) / spread
    rest = sum((y - mean_y - rise * (x - mean_x)) ** 2 for x, y in points)
    error = (rest / (count - 2) / spread) ** 0.5
    return Slope(rise * HOUR / MEGABYTE, error * HOUR / MEGABYTE, count)
