"""The figures of a run: each with its yardstick, its ratio and what is to be reached."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

CLIENT_SHARE_MOST = 0.70
"""With less than this left idle the clients, not the server, would be what was measured."""
TAKEN_WORTH_A_WORD = 0.005


@dataclass(frozen=True, slots=True)
class Row:
    """One figure. `value` and `yardstick` are medians in `unit`, `worst` is the worst round.

    `ratio` is value over yardstick; `target` is for the ratio where there is a yardstick, else for the value itself.
    """

    name: str
    value: float
    unit: str
    target: float
    yardstick: float | None = None
    yardstick_name: str = ""
    worst: float | None = None

    @property
    def ratio(self) -> float | None:
        """How many times the yardstick."""
        return None if not self.yardstick else self.value / self.yardstick

    @property
    def met(self) -> bool:
        """Whether what is to be reached was reached."""
        return (self.value if self.ratio is None else self.ratio) <= self.target

    def as_json(self) -> dict[str, object]:
        """As it stands in the report."""
        return {
            "name": self.name,
            "value": round(self.value, 3),
            "unit": self.unit,
            "worst": None if self.worst is None else round(self.worst, 3),
            "yardstick": None if self.yardstick is None else round(self.yardstick, 3),
            "yardstick_name": self.yardstick_name,
            "ratio": None if self.ratio is None else round(self.ratio, 3),
            "target": self.target,
            "met": self.met,
        }


@dataclass(frozen=True, slots=True)
class Run:
    """All figures of a run. `client_share` is the largest part of its core that the load client used (0..1).

    `taken_share` of the cores' time (0..1) the host gave to its other guests: it makes single rounds long.
    """

    rows: tuple[Row, ...]
    client_share: float
    has_own_cores: bool
    taken_share: float = 0.0

    @property
    def valid(self) -> bool:
        """Whether it was the server that was measured."""
        return self.has_own_cores and self.client_share <= CLIENT_SHARE_MOST

    def as_json(self) -> dict[str, object]:
        """The whole report."""
        return {
            "rows": [row.as_json() for row in self.rows],
            "valid": self.valid,
            "client_cpu_share": round(self.client_share, 3),
            "own_cores": self.has_own_cores,
            "taken_share": round(self.taken_share, 3),
        }


def of_rounds(
    name: str, seconds: Sequence[float], target: float, yardstick: Sequence[float], yardstick_name: str
) -> Row:
    """A row of rounds that were timed, against a yardstick that was: medians, in milliseconds."""
    return Row(
        name=name,
        value=median(seconds) * 1000,
        unit="ms",
        target=target,
        yardstick=median(yardstick) * 1000,
        yardstick_name=yardstick_name,
        worst=max(seconds) * 1000,
    )


def table(run: Run) -> str:
    """The report for a terminal; also Markdown."""
    lines = ["| what | median | worst | yardstick | ratio | to reach | |", "|---|---|---|---|---|---|---|"]
    for row in run.rows:
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}x"
        worst = "" if row.worst is None else f"{_figure(row.worst)} {row.unit}"
        beside = "" if row.yardstick is None else f"{_figure(row.yardstick)} {row.unit} ({row.yardstick_name})"
        target = f"<= {row.target:g}{'x' if row.ratio is not None else ' ' + row.unit}"
        verdict = "reached" if row.met else "not reached"
        lines.append(
            f"| {row.name} | {_figure(row.value)} {row.unit} | {worst} | {beside} | {ratio} | {target} | {verdict} |"
        )
    share = f"The load client used {run.client_share:.0%} of its core at most"
    if not run.has_own_cores:
        lines += ["", f"{share}. Not valid: server and clients had no core each."]
    else:
        lines += ["", f"{share}: {'a valid run' if run.valid else 'not a valid run, the client was measured'}."]
    if run.taken_share >= TAKEN_WORTH_A_WORD:
        lines[-1] += f" The host gave {run.taken_share:.0%} of its cores' time to others."
    return "\n".join(lines)


def _figure(value: float) -> str:
    return f"{value:.0f}" if value >= 10 else f"{value:.2f}"
