"""What a room costs, as straight lines over its phones: fitted to some runs, and held against others.

A round of a room of n phones costs a + b n of everything that is counted; a process with m connections costs c + d m
in every second in which nothing happens.
A line is enough because nothing in a round is looked at pair by pair; that it is enough is what `error` tells.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

PHASES = ("show", "open", "answers", "close", "reveal")
"""The parts of a round, as the bench plays it."""
STORE = ("calls", "store_ms", "bytes_in", "bytes_out", "stream_bytes")
"""What is counted at the store over a round: its commands, its CPU, its network, and how the room's log grew."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What rounds of so many rooms cost. `per_round`: of one room and round, by phase (CPU in ms) and by STORE.

    `idle_ms`: CPU of a process with all its connections in a still second. `connection_bytes`: memory of one of them.
    """

    rooms: int
    players: int
    per_round: Mapping[str, float]
    idle_ms: float
    connection_bytes: float


@dataclass(frozen=True, slots=True)
class Line:
    """fixed + each * n."""

    fixed: float
    each: float

    def at(self, phones: int) -> float:
        """What it says for so many."""
        return self.fixed + self.each * phones


@dataclass(frozen=True, slots=True)
class Model:
    """A line for each thing that is counted; `idle` over all connections of a process, the others over one room's."""

    lines: Mapping[str, Line]
    idle: Line
    connection_bytes: float

    def of_round(self, players: int) -> float:
        """Milliseconds of a server's core for a round of a room of so many."""
        return sum(self.lines[phase].at(players) for phase in PHASES)


def fit(runs: Sequence[Counted]) -> Model:
    """Lines by least squares of the relative error, so that a small room weighs as much as a large one."""
    names = (*PHASES, *STORE)
    return Model(
        {name: _line([(run.players, run.per_round[name]) for run in runs]) for name in names},
        _line([(run.rooms * run.players, run.idle_ms) for run in runs]),
        fmean(run.connection_bytes for run in runs),
    )


def _line(points: Sequence[tuple[int, float]]) -> Line:
    weighted = [(n, value, 1 / max(value, 1e-9) ** 2) for n, value in points]
    total = sum(weight for _, _, weight in weighted)
    mean_n = sum(n * weight for n, _, weight in weighted) / total
    mean_value = sum(value * weight for _, value, weight in weighted) / total
    spread = sum(weight * (n - mean_n) ** 2 for n, _, weight in weighted)
    each = sum(weight * (n - mean_n) * (value - mean_value) for n, value, weight in weighted) / spread
    if each < 0:  # nothing costs less the more there are: what is left is noise around a constant
        return Line(mean_value, 0.0)
    if mean_value - each * mean_n < 0:
        by_size = sum(weight * n * value for n, value, weight in weighted)
        return Line(0.0, by_size / sum(weight * n * n for n, _, weight in weighted))
    return Line(mean_value - each * mean_n, each)


def error(model: Model, run: Counted) -> Mapping[str, float]:
    """How far a run is from what the model says of it: 0.1 means that it cost a tenth more. CPU is one figure."""
    spent = sum(run.per_round[phase] for phase in PHASES)
    off = {"cpu": spent / model.of_round(run.players) - 1}
    for name in STORE:
        said = model.lines[name].at(run.players)
        off[name] = run.per_round[name] / said - 1 if said else 0.0
    return off
