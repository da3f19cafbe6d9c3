"""Guessing a passphrase is slow, from one address or from many; who has signed in on a device before still comes in.

Nothing is ever locked: every bucket here fills again. A device that is known at a desk has tries of its own, which no
stranger can use up, and a right passphrase costs nothing. The figures stand in
server/decisions/0033-lecturers-accounts.md.
"""

from collections.abc import Hashable
from dataclasses import dataclass

from server.rooms.token_bucket import TokenBuckets
from server.rules.ids import ServerMillis

OWN_AT_ONCE, OWN_PER_SECOND = 10.0, 1 / 60
"""Wrong passphrases for one name from one address, or from a known device: ten, then one a minute."""
DESK_AT_ONCE, DESK_PER_SECOND = 50.0, 1 / 60
"""For one name from all addresses together."""
ADDRESS_AT_ONCE, ADDRESS_PER_SECOND = 50.0, 1 / 20
"""For all names from one address: a campus that comes in through one."""
ALL_AT_ONCE, ALL_PER_SECOND = 200.0, 1.0
"""All together: what a flood may cost of the machine."""


@dataclass(frozen=True, slots=True)
class Try:
    """One try that was let through, and what it was paid with."""

    paid: tuple[tuple[TokenBuckets, Hashable], ...]

    def give_back(self, now: ServerMillis) -> None:
        """The passphrase was right."""
        for buckets, key in self.paid:
            buckets.give_back(key, now)


class SignInGuard:
    """Counts tries. Answers at once."""

    def __init__(self) -> None:
        self._own = TokenBuckets(OWN_PER_SECOND, OWN_AT_ONCE)
        self._desks = TokenBuckets(DESK_PER_SECOND, DESK_AT_ONCE)
        self._addresses = TokenBuckets(ADDRESS_PER_SECOND, ADDRESS_AT_ONCE)
        self._all = TokenBuckets(ALL_PER_SECOND, ALL_AT_ONCE)

    def lets_try(self, desk: str, address: str, device: str | None, now: ServerMillis) -> Try | None:
        """A try at a desk, or None. `device` is one that is known there."""
        if device is not None:
            asked: tuple[tuple[TokenBuckets, Hashable], ...] = ((self._own, ("device", device)),)
        else:
            asked = (
                (self._own, (desk, address)),
                (self._desks, desk),
                (self._addresses, address),
                (self._all, "all"),
            )
        paid: list[tuple[TokenBuckets, Hashable]] = []
        for buckets, key in asked:
            if not buckets.take(key, now):
                Try(tuple(paid)).give_back(now)
                return None
            paid.append((buckets, key))
        return Try(tuple(paid))
