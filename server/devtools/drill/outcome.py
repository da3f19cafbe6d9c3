"""What came of a fault."""

from dataclasses import dataclass, field
from typing import Any

from server.devtools.drill.fault import Fault

BACK_SECONDS_MOST = 5.0
PROBLEMS_SHOWN = 12


@dataclass(slots=True)
class Outcome:
    """`backs` are the seconds, for each time, until every phone was back and an answer was acknowledged or refused.

    `gone_with_store`: acknowledged answers that the store itself had lost; they are in none of the other figures.
    """

    fault: Fault
    players: int
    times: int = 0
    acknowledged: int = 0
    lost: int = 0
    doubled: int = 0
    gone_with_store: int = 0
    oracle_agrees: bool = False
    backs: list[float] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    @property
    def back_s(self) -> float | None:
        """The longest wait; None: somebody never came back."""
        return round(max(self.backs), 2) if self.backs else None

    @property
    def passed(self) -> bool:
        """Whether the promise held."""
        back = self.back_s
        return bool(
            self.oracle_agrees
            and not (self.lost or self.doubled or self.problems)
            and self.times == len(self.backs) > 0
            and back is not None
            and back < BACK_SECONDS_MOST
        )

    def as_json(self) -> dict[str, Any]:
        """Plain values; the figures that are asked for come first."""
        return {
            "name": self.fault.name,
            "times": self.times,
            "lost": self.lost,
            "doubled": self.doubled,
            "oracle_agrees": self.oracle_agrees,
            "back_s": self.back_s,
            "passed": self.passed,
            "what": self.fault.what,
            "promise": self.fault.promise.value,
            "players": self.players,
            "acknowledged": self.acknowledged,
            "gone_with_store": self.gone_with_store,
            "backs_s": [round(back, 2) for back in self.backs],
            "problems": self.problems[:PROBLEMS_SHOWN],
        }

    def line(self) -> str:
        """The same for a person."""
        back = "never" if self.back_s is None else f"{self.back_s:.2f} s"
        gone = f", {self.gone_with_store} gone with the store" if self.gone_with_store else ""
        verdict = "held" if self.passed else "BROKEN"
        return (
            f"{self.fault.name:<18} {self.times:>3} times, {self.players} phones: {self.acknowledged} acknowledged, "
            f"{self.lost} lost, {self.doubled} doubled{gone}, back in {back}: {verdict}"
        )
