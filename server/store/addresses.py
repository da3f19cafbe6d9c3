"""The addresses a store can be given by: one server, the primary that Sentinels name, or a Cluster.

redis://user:word@host:6379/0            rediss:// is the same over TLS (?ssl_ca_certs=...&ssl_certfile=...)
unix:///run/store.sock
redis+sentinel://user:word@host:26379,host:26379/service/0?sentinel_username=...&sentinel_password=...
redis+cluster://user:word@host:6379,host:6379
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from ipaddress import ip_address
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from redis.connection import parse_url

SENTINEL_PORT = 26379
REDIS_PORT = 6379


class Kind(Enum):
    """How the server that takes the writes is found."""

    ONE = auto()
    SENTINEL = auto()
    CLUSTER = auto()


@dataclass(frozen=True, slots=True)
class StoreAddress:
    """An address, taken apart. `options` are those of each connection, `sentinel_options` of those to the Sentinels."""

    kind: Kind
    hosts: tuple[tuple[str, int], ...]
    service: str
    options: dict[str, Any]
    sentinel_options: dict[str, Any]
    is_tls: bool

    @property
    def is_local(self) -> bool:
        """Whether what is said to it stays on this machine."""
        return all(_is_loopback(host) for host, _ in self.hosts)

    @property
    def is_checked_tls(self) -> bool:
        """Whether the line is closed to others, and the server's certificate is looked at."""
        return self.is_tls and self.options.get("ssl_cert_reqs", "required") == "required"

    @property
    def shows_who_asks(self) -> bool:
        """Whether there is a password, or a certificate of ours."""
        return bool(self.options.get("password") or (self.is_tls and self.options.get("ssl_certfile")))


def read_address(address: str) -> StoreAddress:
    """Takes an address apart. Raises ValueError, with a sentence that repeats nothing of the address."""
    parts = urlsplit(address)
    scheme, _, way = parts.scheme.partition("+")
    if (
        scheme not in {"redis", "rediss", "unix"}
        or way not in {"", "sentinel", "cluster"}
        or (scheme == "unix" and way)
    ):
        raise ValueError(
            "The store's address must begin with redis://, rediss:// or unix://, or with redis+sentinel://"
            " or redis+cluster://."
        )
    kind = {"": Kind.ONE, "sentinel": Kind.SENTINEL, "cluster": Kind.CLUSTER}[way]
    if scheme == "unix":
        return StoreAddress(kind, (), "", _options(address), {}, is_tls=False)
    user, at, hosts = parts.netloc.rpartition("@")
    pairs = _hosts(hosts, SENTINEL_PORT if kind is Kind.SENTINEL else REDIS_PORT)
    if kind is Kind.ONE and len(pairs) > 1:
        raise ValueError("Several hosts are Sentinels (redis+sentinel://) or nodes of a cluster (redis+cluster://).")
    query = parse_qsl(parts.query)
    sentinel = {name.removeprefix("sentinel_"): value for name, value in query if name.startswith("sentinel_")}
    service, path = "", parts.path
    if kind is Kind.SENTINEL:
        service, _, database = parts.path.strip("/").partition("/")
        path = f"/{database}"
        if not service:
            raise ValueError("The Sentinels' address must name the service: redis+sentinel://host,host/service.")
    if kind is Kind.CLUSTER and path.strip("/") not in {"", "0"}:
        raise ValueError("A cluster has one database only: leave the number out of its address.")
    kept = urlencode([(name, value) for name, value in query if not name.startswith("sentinel_")])
    plain = parts._replace(scheme=scheme, netloc=f"{user}{at}{_joined(pairs[:1])}", path=path, query=kept).geturl()
    return StoreAddress(kind, pairs, service, _options(plain), sentinel, is_tls=scheme == "rediss")


def without_password(address: str) -> str:
    """The address as it may be shown and logged: without who asks, and without options, which may be secrets too."""
    parts = urlsplit(address)
    if not parts.netloc:
        return address.partition("?")[0]
    hosts = parts.netloc.rpartition("@")[2]
    has_secret = ":" in parts.netloc.rpartition("@")[0]
    return parts._replace(netloc=f"***@{hosts}" if has_secret else parts.netloc, query="", fragment="").geturl()


def _options(address: str) -> dict[str, Any]:
    try:
        return dict(parse_url(address))  # type: ignore[no-untyped-call]
    except ValueError:
        raise ValueError(
            "The store's address cannot be read: its port or one of its options is no such thing."
        ) from None


def _hosts(text: str, usual_port: int) -> tuple[tuple[str, int], ...]:
    found = []
    for each in text.split(","):
        try:
            parts = urlsplit(f"//{each}")
            found.append((parts.hostname or "localhost", parts.port or usual_port))
        except ValueError:
            raise ValueError("The store's address cannot be read: a host is written as name or name:port.") from None
    return tuple(found)


def _joined(hosts: Sequence[tuple[str, int]]) -> str:
    return ",".join(f"[{host}]:{port}" if ":" in host else f"{host}:{port}" for host, port in hosts)


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
