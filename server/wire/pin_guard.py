"""Who may look up how many PINs: a PIN cannot be found by guessing, and no class behind one address is kept out by it.

Only a wrong PIN costs, and a room that is known at an address costs nothing there: the console, the projector and the
first student make it known, so that a hall gets in whatever else is sent from its network. The figures, and what they
leave to somebody who guesses, stand in server/decisions/0030-gates.md.
"""

from collections import OrderedDict
from typing import Any

from server.rooms.token_bucket import TokenBucket
from server.rules.ids import RoomId, ServerMillis
from server.wire.senders import Whence

ADDRESS_AT_ONCE, ADDRESS_PER_SECOND = 60.0, 1 / 60
"""Wrong PINs from one address: a hall of a thousand that mistypes, then one a minute."""
ALL_AT_ONCE, ALL_PER_SECOND = 600.0, 1 / 6
"""Wrong PINs from all addresses together, of whoever has many."""
OWN_TRY_AT_ONCE, OWN_TRY_PER_SECOND = 1.0, 1 / 3600
"""While those are used up, every address still has a try of its own: somebody on a mobile network comes in."""
KEPT_MOST = 50_000


class PinGuard:
    """Counts wrong PINs. Answers at once: nothing may come between the counting and the answer.

    `processes` serve this house on one port, each with a guard of its own: each has its share of what is let through.
    """

    def __init__(self, processes: int = 1) -> None:
        self._processes = processes
        self._all: TokenBucket | None = None
        self._by_address: OrderedDict[str, TokenBucket] = OrderedDict()
        self._own_tries: OrderedDict[str, TokenBucket] = OrderedDict()
        self._known: OrderedDict[tuple[str, RoomId], None] = OrderedDict()

    def make_known(self, sender: Whence, room: RoomId) -> None:
        """Somebody at this address is in the room already, or has shown that he may be."""
        if sender.is_sure:
            self._known[sender.address, room] = None
            self._known.move_to_end((sender.address, room))
            _shorten(self._known)

    def lets_see(self, sender: Whence, room: RoomId | None, now: ServerMillis) -> bool:
        """Whether this address is told what its PIN leads to: a room, or nothing."""
        if room is not None and sender.is_sure and (sender.address, room) in self._known:
            return True
        address = self._bucket(self._by_address, sender.address, now, ADDRESS_PER_SECOND, ADDRESS_AT_ONCE)
        if self._all is None:
            self._all = self._share(now, ALL_PER_SECOND, ALL_AT_ONCE)
        if not address.take(now):
            return False
        paid = [address]
        if self._all.take(now):
            paid.append(self._all)
        else:
            own = self._bucket(self._own_tries, sender.address, now, OWN_TRY_PER_SECOND, OWN_TRY_AT_ONCE)
            if not (sender.is_sure and own.take(now)):
                return False
            paid.append(own)
        if room is not None:
            for bucket in paid:
                bucket.give_back(now)
            self.make_known(sender, room)
        return True

    def _bucket(
        self, kept: OrderedDict[str, TokenBucket], address: str, now: ServerMillis, per_second: float, at_once: float
    ) -> TokenBucket:
        bucket = kept.get(address)
        if bucket is None:
            bucket = kept[address] = self._share(now, per_second, at_once)
            _shorten(kept)
        kept.move_to_end(address)
        return bucket

    def _share(self, now: ServerMillis, per_second: float, at_once: float) -> TokenBucket:
        """This process's part; one try at least, or nobody would ever get in."""
        return TokenBucket(now, per_second / self._processes, max(1.0, at_once / self._processes))


def _shorten(kept: OrderedDict[Any, Any]) -> None:
    while len(kept) > KEPT_MOST:
        kept.popitem(last=False)
