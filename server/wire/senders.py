"""Who sends a request: the one place where X-Forwarded-For is read, by the one rule that TREDE_PROXIES sets.

So many proxies are ours, and each adds the address that it was reached from: that many from the end stands the
sender, and what stands before that may be anybody's invention. With none of ours the header is not read. If it is
there all the same, somebody stands in between of whom we were not told, or the sender would like us to think so: such a
sender is not sure, which costs him what only a certain address has.
"""

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Any

HOME_NETWORK_BITS = 64
"""One household or phone has at least this much of IPv6 to itself, and is one address here."""
LONGEST_ADDRESS = 100
_SENDER = "trede.sender"

log = logging.getLogger(__name__)

App = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


@dataclass(frozen=True, slots=True)
class Whence:
    """Where a request comes from. `is_sure`: nobody whom we were not told of stands in between."""

    address: str
    is_sure: bool = True


class SenderEdge:
    """Around the app: puts the sender's address in the place of the nearest proxy's, for whoever asks."""

    def __init__(self, app: App, proxies: int) -> None:
        self._app = app
        self._proxies = proxies
        self._has_warned = False

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        environ[_SENDER], environ["REMOTE_ADDR"] = _read(environ, self._proxies)
        if not (environ[_SENDER].is_sure or self._has_warned):
            self._has_warned = True
            log.warning(
                "Requests come with X-Forwarded-For, and TREDE_PROXIES is 0: if a proxy of yours stands before this "
                "server, say how many with TREDE_PROXIES, else all who come through it count as one address."
            )
        return self._app(environ, start_response)


def whence(environ: Mapping[str, Any]) -> Whence:
    """The sender of a request that came in over the edge."""
    sender: Whence = environ[_SENDER]
    return sender


def _read(environ: Mapping[str, Any], proxies: int) -> tuple[Whence, str]:
    peer = str(environ.get("REMOTE_ADDR") or "")
    said = [part.strip() for part in str(environ.get("HTTP_X_FORWARDED_FOR") or "").split(",") if part.strip()]
    if not proxies:
        return Whence(_network(peer), is_sure=not said), peer
    address = said[-proxies][:LONGEST_ADDRESS] if len(said) >= proxies else peer  # fewer: it came past a proxy of ours
    return Whence(_network(address)), address


def _network(text: str) -> str:
    """An address, or of IPv6 the network around it; what is none stands for itself."""
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return text[:LONGEST_ADDRESS]
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is not None:
            return str(address.ipv4_mapped)
        return str(ip_network((address, HOME_NETWORK_BITS), strict=False))
    return str(address)
