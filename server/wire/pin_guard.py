"""Who may look up how many PINs: a PIN cannot be found by guessing, and no class behind one address is kept out by it.

Only a wrong PIN costs, and a room that is known at an address costs nothing there: the console, the projector and the
first student make it known, so that a hall gets in whatever else is sent from its network. The figures, and what they
leave to somebody who guesses, stand in server/decisions/0030-gates.md.
"""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Any

from server.rooms.token_bucket import TokenBucket
from server.rules.ids import RoomId, ServerMillis

ADDRESS_AT_ONCE, ADDRESS_PER_SECOND = 60.0, 1 / 60
"""Wrong PINs from one address: a hall of a thousand that mistypes, then one a minute."""
ALL_AT_ONCE, ALL_PER_SECOND = 600.0, 1 / 6
"""Wrong PINs from all addresses together, of whoever has many."""
OWN_TRY_AT_ONCE, OWN_TRY_PER_SECOND = 1.0, 1 / 3600
"""While those are used up, every address still has a try of its own: somebody on a mobile network comes in."""
KEPT_MOST = 50_000
PROXIES_COUNTED = "werkzeug.proxy_fix.orig"
HOME_NETWORK_BITS = 64
"""One household or phone has at least this much of IPv6 to itself, and is one address here."""


@dataclass(frozen=True, slots=True)
class Whence:
    """Where a request comes from. `is_sure`: from the socket itself, or said by a proxy on this machine."""

    address: str
    is_sure: bool = True


def whence(environ: Mapping[str, Any]) -> Whence:
    """The sender of a request. What a proxy on another machine says may be forged by whoever reaches us without it."""
    peer = str(environ.get("REMOTE_ADDR") or "")
    if PROXIES_COUNTED in environ:  # TREDE_PROXIES says how many are ours, and the sender's address was put right
        return Whence(_network(peer))
    said = str(environ.get("HTTP_X_FORWARDED_FOR") or "").rsplit(",", 1)[-1].strip()
    if not said:
        return Whence(_network(peer))
    return Whence(_network(said), is_sure=_is_loopback(peer))


class PinGuard:
    """Counts wrong PINs. Answers at once: nothing may come between the counting and the answer."""

    def __init__(self) -> None:
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
        address = _bucket(self._by_address, sender.address, now, ADDRESS_PER_SECOND, ADDRESS_AT_ONCE)
        if self._all is None:
            self._all = TokenBucket(now, ALL_PER_SECOND, ALL_AT_ONCE)
        if not address.take(now):
            return False
        paid = [address]
        if self._all.take(now):
            paid.append(self._all)
        else:
            own = _bucket(self._own_tries, sender.address, now, OWN_TRY_PER_SECOND, OWN_TRY_AT_ONCE)
            if not (sender.is_sure and own.take(now)):
                return False
            paid.append(own)
        if room is not None:
            for bucket in paid:
                bucket.give_back(now)
            self.make_known(sender, room)
        return True


def _bucket(
    kept: OrderedDict[str, TokenBucket], address: str, now: ServerMillis, per_second: float, at_once: float
) -> TokenBucket:
    bucket = kept.get(address)
    if bucket is None:
        bucket = kept[address] = TokenBucket(now, per_second, at_once)
        _shorten(kept)
    kept.move_to_end(address)
    return bucket


def _shorten(kept: OrderedDict[Any, Any]) -> None:
    while len(kept) > KEPT_MOST:
        kept.popitem(last=False)


def _network(text: str) -> str:
    """An address, or of IPv6 the network around it; what is none stands for itself."""
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return text[:100]
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is not None:
            return str(address.ipv4_mapped)
        return str(ip_network((address, HOME_NETWORK_BITS), strict=False))
    return str(address)


def _is_loopback(text: str) -> bool:
    try:
        return ip_address(text).is_loopback
    except ValueError:
        return False
