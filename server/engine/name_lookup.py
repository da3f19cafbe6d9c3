"""Names of machines are looked up in a real thread, so that a slow name server holds up nobody else.

eventlet's own way is a resolver in Python, dnspython: a quarter second of every start, for a server that looks up its
store's name and no other. This way the system is asked, which also knows the names that only it knows.
"""

import socket
from ipaddress import ip_address
from typing import Any

import eventlet.green.socket
from eventlet import tpool

THREADS = 2
_ask_system = socket.getaddrinfo


def install() -> None:
    """Looks names up like this from now on. Call it once the standard library is green."""
    tpool.set_num_threads(THREADS)
    socket.getaddrinfo = eventlet.green.socket.getaddrinfo = _look_up


def _look_up(host: Any, *asked: Any, **more: Any) -> Any:
    """socket.getaddrinfo; what needs no looking up is answered at once. Raises OSError as that does."""
    if not host or _is_address(host):
        return _ask_system(host, *asked, **more)
    return tpool.execute(_ask_system, host, *asked, **more)


def _is_address(host: Any) -> bool:
    try:
        ip_address(host.decode("ascii") if isinstance(host, bytes) else host)
    except ValueError:
        return False
    return True
