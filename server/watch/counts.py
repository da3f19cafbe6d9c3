"""Counters, gauges and histograms, and the text that Prometheus reads of them (its text format 0.0.4).

By hand, because it is small and the hot path pays for each observation: a dictionary entry here, two locks in the
usual library. No lock is needed: an addition is one step for green threads. Real threads could lose one now and then,
which a figure survives.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"

Sample = tuple[str, Mapping[str, str], float]
"""What follows the family's name, the labels, the value."""


class Family(Protocol):
    """Figures of one name."""

    @property
    def name(self) -> str:
        """As Prometheus will know it."""
        ...

    @property
    def help(self) -> str:
        """One line for a person."""
        ...

    @property
    def kind(self) -> str:
        """counter, gauge or histogram."""
        ...

    def samples(self) -> Iterator[Sample]:
        """What it says now."""
        ...


class Counter:
    """Numbers that only rise, one for each combination of labels that has happened."""

    kind = "counter"

    def __init__(self, name: str, help: str, *labels: str) -> None:
        self.name, self.help, self.labels = name, help, labels
        self.values: dict[tuple[str, ...], float] = {} if labels else {(): 0}

    def add(self, *labels: str, by: float = 1) -> None:
        """It has happened once more."""
        self.values[labels] = self.values.get(labels, 0) + by

    def samples(self) -> Iterator[Sample]:
        """One for each combination of labels."""
        for labels, value in list(self.values.items()):
            yield "", dict(zip(self.labels, labels, strict=True)), value


@dataclass(frozen=True, slots=True)
class Reading:
    """Numbers that are read when somebody asks, by the values of one label; without a label by the empty text."""

    name: str
    help: str
    read: Callable[[], Mapping[str, float]]
    label: str = ""
    kind: str = "gauge"

    def samples(self) -> Iterator[Sample]:
        """What is read now."""
        for value_of_label, value in self.read().items():
            yield "", {self.label: value_of_label} if self.label else {}, value


class Histogram:
    """How often something was how large."""

    kind = "histogram"

    def __init__(self, name: str, help: str, bounds: Iterable[float]) -> None:
        """`bounds` rise; what is larger than the last is counted beyond it."""
        self.name, self.help, self.bounds = name, help, tuple(bounds)
        self.counts = [0] * (len(self.bounds) + 1)
        self.sum = 0.0

    def observe(self, value: float) -> None:
        """One more."""
        self.counts[bisect_left(self.bounds, value)] += 1
        self.sum += value

    def samples(self) -> Iterator[Sample]:
        """The number up to each bound, the sum and the number of all."""
        counts, total = list(self.counts), 0
        for bound, count in zip((*map(_number, self.bounds), "+Inf"), counts, strict=True):
            total += count
            yield "_bucket", {"le": bound}, total
        yield "_sum", {}, self.sum
        yield "_count", {}, total


def as_text(families: Iterable[Family], everywhere: Mapping[str, str]) -> str:
    """The page of all families; the labels `everywhere` stand on each line."""
    lines: list[str] = []
    for family in families:
        lines.append(f"# HELP {family.name} {_escaped(family.help, quotes=False)}")
        lines.append(f"# TYPE {family.name} {family.kind}")
        for suffix, labels, value in family.samples():
            said = ",".join(f'{name}="{_escaped(text)}"' for name, text in {**everywhere, **labels}.items())
            lines.append(f"{family.name}{suffix}{{{said}}} {_number(value)}")
    return "\n".join(lines) + "\n"


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(float(value))


def _escaped(text: str, quotes: bool = True) -> str:
    text = text.replace("\\", r"\\").replace("\n", r"\n")
    return text.replace('"', r"\"") if quotes else text
