"""What a busy room owes its listeners, and from when it may pay: coalescing, without threads or sockets."""

from dataclasses import dataclass, field

from server.rules.audiences import Audience
from server.rules.ids import PlayerId, ServerMillis
from server.rules.room import Room

STAFF_EVERY_MILLIS = 250
QUIET_MILLIS = 100
"""A class answers in bursts, and acknowledgements go first: staff are told once nothing came for so long, and a quarter
of a second after the first of what came at the latest."""
ROSTER_EVERY_MILLIS = 1_000
LONG_AGO = ServerMillis(0)


@dataclass(frozen=True, slots=True)
class Batch:
    """What goes out together. `seats` counts only where not `all_seats`; `anew`: first everybody is to come back."""

    room: Room
    phones: bool
    all_seats: bool
    seats: frozenset[PlayerId]
    staff: bool
    roster: bool
    anew: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing goes out: most looks of a class that answers are too early for anything."""
        return not (self.phones or self.all_seats or self.seats or self.staff or self.roster or self.anew)


@dataclass(slots=True)
class DueViews:
    """One room's account. Phones are due at once; staff and roster at most so often, but never left behind.

    `greeted`: lines that got the newest views since the room's view was last written for all.
    """

    room: Room
    phones: bool = False
    all_seats: bool = False
    seats: set[PlayerId] = field(default_factory=set)
    echoes: set[PlayerId] = field(default_factory=set)
    staff: bool = False
    roster: bool = False
    staff_owed_at: ServerMillis = LONG_AGO
    changed_at: ServerMillis = LONG_AGO
    anew: bool = False
    greeted: set[str] = field(default_factory=set)
    staff_paid_at: ServerMillis = LONG_AGO
    roster_paid_at: ServerMillis = LONG_AGO

    def owe(self, room: Room, audience: Audience, now: ServerMillis) -> None:
        """Notes what a change of the room makes due."""
        self.room = room
        self.phones |= audience.room
        self.all_seats |= audience.all_seats
        self.seats |= audience.seats
        self.echoes |= audience.echoes
        if not self.staff:
            self.staff_owed_at = now
        self.staff = self.roster = True
        self.changed_at = now
        if audience.staff_at_once:
            self.staff_owed_at = self.staff_paid_at = LONG_AGO

    def begin_anew(self, room: Room) -> None:
        """The room went back: what was due is true no more, and whoever comes back is greeted with what is."""
        self.room = room
        self.phones = self.all_seats = self.staff = self.roster = False
        self.seats, self.echoes = set(), set()
        self.anew = True

    def has_gone_back(self) -> bool:
        """Whether the room went back after what is being sent now was taken."""
        return self.anew

    def owe_roster(self, room: Room) -> None:
        """Notes that the list of people is to be told anew: somebody's line came or went."""
        self.room = room
        self.roster = True

    def take(self, now: ServerMillis) -> Batch:
        """What may go out now, crossed off the account."""
        pays_staff = self.staff and self._staff_wait(now) == 0
        batch = Batch(
            room=self.room,
            phones=self.phones,
            all_seats=self.all_seats,
            seats=frozenset(self.seats | self.echoes if pays_staff else self.seats),
            staff=pays_staff,
            roster=self.roster and self._roster_wait(now) == 0,
            anew=self.anew,
        )
        self.phones = self.all_seats = self.anew = False
        self.seats = set()
        if batch.all_seats or batch.staff:
            self.echoes = set()
        if batch.staff:
            self.staff, self.staff_paid_at = False, now
        if batch.roster:
            self.roster, self.roster_paid_at = False, now
        return batch

    def millis_until_due(self, now: ServerMillis) -> int | None:
        """When to look again; None when nothing is owed and every limit has passed, so the account may be closed."""
        if self.phones or self.all_seats or self.seats or self.anew:
            return 0
        staff_wait = self._staff_wait(now)
        roster_wait = self._roster_wait(now)
        owed = [wait for wait, is_owed in ((staff_wait, self.staff), (roster_wait, self.roster)) if is_owed]
        if owed:
            return min(owed)
        return max(staff_wait, roster_wait) or None

    def _staff_wait(self, now: ServerMillis) -> int:
        return max(self._burst_wait(now), _wait(self.staff_paid_at, STAFF_EVERY_MILLIS, now))

    def _roster_wait(self, now: ServerMillis) -> int:
        return max(self._burst_wait(now), _wait(self.roster_paid_at, ROSTER_EVERY_MILLIS, now))

    def _burst_wait(self, now: ServerMillis) -> int:
        if not self.staff:
            return 0
        return min(_wait(self.changed_at, QUIET_MILLIS, now), _wait(self.staff_owed_at, STAFF_EVERY_MILLIS, now))


def _wait(since: ServerMillis, every: int, now: ServerMillis) -> int:
    """Milliseconds until the next payment is allowed. A clock that was set back does not make it long."""
    wait = since + every - now
    return wait if 0 < wait <= every else 0
