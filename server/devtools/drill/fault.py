"""What a fault is: how it is done, what it needs, and what is promised all the same."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from random import Random

from server.devtools.bots.notes import Notes
from server.devtools.drill.ground import Ground, Needs
from server.devtools.oracle import Fate, FaultKind


class Promise(StrEnum):
    """What holds when a fault is over."""

    NOTHING_LOST = "no acknowledged answer is lost or doubled, and the room plays on"
    STORE_WENT_BACK = "what the store itself has lost is gone; nothing else is, and everybody is told the room anew"
    STORE_EMPTIED = "the room is gone with its store; everybody is told so, and the next room plays whole"


@dataclass(slots=True)
class Scene:
    """An open round in which something is about to break. `afterwards`: what is to be done before the next strike."""

    ground: Ground
    room: str
    notes: Notes
    dice: Random
    afterwards: list[asyncio.Task[None]]
    gone_with_store: int = 0

    def forgive_what_the_store_lost(self, kept: int) -> None:
        """The log ends at a version, so what was acknowledged beyond it may be in it, or not any more.

        To be called while the store is down: whatever is acknowledged afterwards must be kept.
        """
        for place, sent in enumerate(self.notes.commands):
            if sent.fate is Fate.ACKNOWLEDGED and sent.event == "answer" and (sent.version or 0) > kept:
                self.notes.commands[place] = replace(sent, fate=Fate.UNSURE)
                self.gone_with_store += 1


PLAIN = Needs()
SHORT_ROUND_SECONDS = 5
"""The shortest that a room has: the strike still falls into it, and the class is seen to come back, before or after."""

Act = Callable[[Scene], Awaitable[float]]
"""Does it, and lifts it. Returns the moment of the lifting by the loop's clock: from there it is counted how long
the class waits. For a kill that is the kill itself, since whoever keeps the process starts it again at once."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One line of the table.

    `times`: how often in a full run, a round for each. `breaks_lines`: phones lose their connection. `forgives`: codes
    and kinds of faults that this fault makes by itself, since phones truly hear nothing, or are truly told so.
    """

    name: str
    what: str
    act: Act
    promise: Promise = Promise.NOTHING_LOST
    needs: Needs = PLAIN
    times: int = 3
    is_quick: bool = True
    breaks_lines: bool = False
    answer_seconds: int = 7
    forgives: frozenset[str] = frozenset()
    forgiven_kinds: frozenset[FaultKind] = frozenset()

    def in_a_short_round(self) -> "Fault":
        """The same for who has a minute."""
        return replace(self, answer_seconds=SHORT_ROUND_SECONDS)
