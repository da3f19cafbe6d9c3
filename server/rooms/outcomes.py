"""What a command comes back with."""

from collections.abc import Callable
from dataclasses import dataclass

from server.rules.ids import Version
from server.rules.quickly_made import quickly_made
from server.rules.refusals import RefusalCode


@quickly_made
@dataclass(frozen=True, slots=True)
class Accepted:
    """The store has it. `version` is the room's version with the command in it."""

    version: Version


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing was kept. `suggestion` is what would have been accepted, where there is such a thing."""

    code: RefusalCode
    suggestion: str | None = None


Outcome = Accepted | Refused
Reply = Callable[[Outcome], None]
