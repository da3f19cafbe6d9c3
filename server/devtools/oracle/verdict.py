"""What the oracle says in the end."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class FaultKind(StrEnum):
    """Everything that must never happen in a room."""

    LOG_BROKEN = "the log has a hole or an event that cannot be read"
    ANSWER_LOST = "an acknowledged answer is not in the log"
    ANSWER_DOUBLED = "an answer is in the log more than once"
    ANSWER_ALTERED = "an answer in the log is not what was sent"
    ANSWER_INVENTED = "the log has an answer that its player never gave"
    ANSWER_MISPLACED = "an answer was kept outside its vote, or after its end"
    ANSWER_UNDONE = "an undo took back a vote that had answers"
    ANSWERS_SWAPPED = "a player's answers are in the log in another order than given"
    REFUSED_BUT_KEPT = "a refused command is in the log"
    SEAT_LOST = "an acknowledged seat is not in the log"
    SEAT_DOUBLED = "a player has more than one seat"
    TEAM_WRONG = "a newcomer is not with the smallest team, or a team does not stand at the mean of its members"
    STEP_LOST = "an acknowledged step of the host is not in the log"
    STEP_DOUBLED = "a step of the host was carried out twice"
    GROUPS_ALTERED = "the groups of open answers in the log are not those that the host made"
    ACK_TOO_EARLY = "an acknowledgement names a version before its own event"
    TIME_UNFAIR = "a thinking time is not the bounded claim of the phone"
    LEADERBOARD_WRONG = "the leaderboard differs from the one recomputed"
    PHONE_WRONG = "a phone showed points or a rank that it did not have"
    KEY_EARLY = "a message told of a key before its reveal"
    VOTES_EARLY = "a message told how the class voted before the reveal"
    VERSION_FELL = "a connection got an older version after a newer one"
    CAME_BACK_OLDER = "a device that came back was shown an older room than it had seen"
    ANSWERED_LATE = "a message had no answer within five seconds"
    OTHER_ROOM_HEARD = "a device was told of another room"
    ROOM_DIFFERS = "a process held another room than its log says"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, for a person to look into."""

    kind: FaultKind
    about: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The counts that matter and every fault found. `acknowledged`, `in_log` and `refused` count answers."""

    acknowledged: int
    in_log: int
    refused: int
    faults: Sequence[Fault]

    def count(self, *kinds: FaultKind) -> int:
        """How many faults are of these kinds."""
        return sum(fault.kind in kinds for fault in self.faults)

    @property
    def is_clean(self) -> bool:
        """Whether nothing at all is wrong."""
        return not self.faults

    @property
    def leaderboard_matches(self) -> bool:
        """Whether every leaderboard that was seen is the recomputed one, ties and ranks included."""
        return not self.count(FaultKind.LEADERBOARD_WRONG)

    def tally(self) -> dict[str, int]:
        """Faults by the name of their kind."""
        return dict(Counter(fault.kind.name for fault in self.faults))
