"""What a fuzzer found: something that no input may cause."""

from dataclasses import dataclass, field

SHOWN = 1_200
KEPT_MOST = 50


@dataclass(frozen=True, slots=True)
class Find:
    """`part` of the fuzzer, what was `wrong`, and what had been `sent`, cut to what a person reads."""

    part: str
    wrong: str
    sent: str


@dataclass(slots=True)
class Finds:
    """How many cases were tried per part, and what was found."""

    cases: dict[str, int] = field(default_factory=dict)
    found: list[Find] = field(default_factory=list)

    def tried(self, part: str) -> None:
        """One more case."""
        self.cases[part] = self.cases.get(part, 0) + 1

    def add(self, part: str, wrong: str, sent: str | bytes) -> None:
        """Something that should not be; the same thing is kept only so often."""
        if len(self.found) < KEPT_MOST:
            said = sent.decode("latin-1") if isinstance(sent, bytes) else sent
            self.found.append(Find(part, wrong[:SHOWN], said.encode("unicode_escape").decode()[:SHOWN]))
