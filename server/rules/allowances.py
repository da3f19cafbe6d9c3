"""How much time a person has beside what the room gives: set by the host, seen by nobody else."""

from enum import StrEnum

from server.rules.ids import ServerMillis


class Allowance(StrEnum):
    """The usual time, half as much more, twice as much, or no limit."""

    USUAL = "usual"
    HALF_MORE = "half_more"
    DOUBLE = "double"
    UNLIMITED = "unlimited"


HALVES = {Allowance.USUAL: 2, Allowance.HALF_MORE: 3, Allowance.DOUBLE: 4}
"""How many halves of the usual time each has; in whole numbers, so that a deadline is the same on every machine."""


def own_limit(limit_millis: int | None, allowance: Allowance) -> int | None:
    """A person's own limit in milliseconds; None without one."""
    if limit_millis is None or allowance is Allowance.UNLIMITED:
        return None
    return limit_millis * HALVES[allowance] // 2


def own_deadline(opened_at: ServerMillis, closes_at: ServerMillis | None, allowance: Allowance) -> ServerMillis | None:
    """When a round ends for a person; None when it has no end of its own."""
    limit = own_limit(None if closes_at is None else closes_at - opened_at, allowance)
    return None if limit is None else ServerMillis(opened_at + limit)
