"""Whether a Redis that was given by URL can hold rooms, and what its settings put at risk. Each no says what to do."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from redis import Redis
from redis import exceptions as redis_errors

from server.rooms.ports import Kept, StoreUnavailable
from server.store.addresses import Kind, StoreAddress, read_address
from server.store.connections import facts_of_each, open_client, store_errors
from server.store.permissions import forbidden
from server.store.programs import OLDEST_REDIS, numbers
from server.store.promises import read_promise

_KEPT_LINES = {
    Kept.BY_THE_SYSTEM: "appendfsync is no: a power cut may lose half a minute. Set it to everysec or always.",
    Kept.BY_SNAPSHOTS: "appendonly is off: a crash of the store loses all since its last snapshot. Set it to yes.",
    Kept.IN_MEMORY: "The store keeps all in memory only: a crash of it loses every room. Set appendonly to yes.",
    Kept.UNKNOWN: "The store does not tell its settings, so what a crash of it loses is unknown: see docs/stores.md.",
}
_ANY_ADDRESS = {"*", "-::*", "0.0.0.0", "::"}


class UnsuitableStore(Exception):
    """This Redis cannot hold rooms: one line for whoever started the server."""


@dataclass(frozen=True, slots=True)
class StoreFacts:
    """What the store is, what an acknowledged answer survives, and a plain line for each setting that can lose one."""

    name: str
    warnings: tuple[str, ...]
    kept: Kept = Kept.EACH_SECOND


def open_given_store(address: str, is_network_trusted: bool, start: str) -> tuple[Redis, StoreFacts]:
    """A client of a store that somebody else runs, looked at from all sides.

    `start` names what is tried out there, apart from what others try that start at this moment.

    Raises UnsuitableStore, and StoreUnavailable when it does not answer.
    """
    store = _checked_address(address, is_network_trusted)
    with _said_plainly():
        client = open_client(address)
        try:
            facts = examine_store(client, is_cluster=store.kind is Kind.CLUSTER)
            _check_rights(client, start)
            if not is_network_trusted and not store.shows_who_asks and store.hosts:
                _check_door(client)
        except BaseException:
            client.close()
            raise
    return client, facts


def examine_store(client: Redis, is_cluster: bool = False) -> StoreFacts:
    """Asks the store what it is. Raises UnsuitableStore, and StoreUnavailable when it does not answer."""
    with store_errors():
        each = facts_of_each(client, "everything")
    for facts in each:
        _check(facts, is_cluster)
    kept = read_promise(client)
    return StoreFacts(_name(each[0]), (_KEPT_LINES[kept],) if kept in _KEPT_LINES else (), kept)


def _checked_address(address: str, is_network_trusted: bool) -> StoreAddress:
    try:
        store = read_address(address)
    except ValueError as error:
        raise UnsuitableStore(f"TREDE_REDIS_URL: {error}") from None
    if store.hosts and not store.is_local and not is_network_trusted:
        if not store.shows_who_asks:
            raise UnsuitableStore(
                "The store is reached over a network without a password: anybody there could read and change every "
                "room. Put a password in TREDE_REDIS_URL (redis://user:password@...), or set TREDE_STORE_TRUSTED=yes "
                "if nobody else is on that network."
            )
        if not store.is_checked_tls:
            raise UnsuitableStore(
                "The store's password and every answer would go over a network in the open: use rediss:// in "
                "TREDE_REDIS_URL, or set TREDE_STORE_TRUSTED=yes if nobody else is on that network."
            )
    return store


def _check(facts: Mapping[str, Any], is_cluster: bool) -> None:
    name = _name(facts)
    if numbers(facts["redis_version"]) < OLDEST_REDIS:
        oldest = ".".join(str(number) for number in OLDEST_REDIS)
        raise UnsuitableStore(f"The store is {name}, and Trede needs Redis {oldest} or newer, or Valkey.")
    if facts.get("cluster_enabled") and not is_cluster:
        raise UnsuitableStore(
            f"The store is a node of a {name} cluster: write redis+cluster:// for redis:// in TREDE_REDIS_URL."
        )
    if facts.get("role") == "slave":
        raise UnsuitableStore(
            f"The store is a replica of {facts.get('master_host')}:{facts.get('master_port')}, which takes no writes: "
            "name its primary in TREDE_REDIS_URL, or their Sentinels (redis+sentinel://)."
        )
    policy = facts.get("maxmemory_policy", "noeviction")
    if facts.get("maxmemory", 0) and policy != "noeviction":
        raise UnsuitableStore(
            f"The store's maxmemory-policy is {policy}: a full store would throw rooms away. Set it to noeviction."
        )


def _check_rights(client: Redis, start: str) -> None:
    what = forbidden(client, start)
    if what:
        raise UnsuitableStore(
            f"The store's user may not do all that Trede does; it lacks {' '.join(what)}. Give it the rights in "
            "docs/stores.md (ACL SETUSER)."
        )


def _check_door(client: Redis) -> None:
    """A store on this machine without a password, that also listens to the network: the next one in is not us."""
    try:
        with store_errors():
            told: Any = {**client.config_get("bind"), **client.config_get("protected-mode")}
    except (redis_errors.ResponseError, TypeError):
        return
    if told.get("protected-mode") == "no" and (
        _ANY_ADDRESS & set(str(told.get("bind", "")).split()) or not told["bind"]
    ):
        raise UnsuitableStore(
            "The store has no password and listens to the whole network: set a password (requirepass, or an ACL user), "
            "or bind 127.0.0.1, or TREDE_STORE_TRUSTED=yes if nobody else is on that network."
        )


@contextmanager
def _said_plainly() -> Iterator[None]:
    """What comes of a first connection that is not to be, as a remedy."""
    try:
        yield
    except StoreUnavailable as error:
        if _caused_by(error, redis_errors.AuthenticationError):
            raise UnsuitableStore(
                "The store does not take the user name or password in TREDE_REDIS_URL, or wants one that is not there."
            ) from None
        if "Cluster mode is not enabled" in str(error):
            raise UnsuitableStore(
                "The store is no cluster: write redis:// for redis+cluster:// in TREDE_REDIS_URL."
            ) from None
        if "CERTIFICATE_VERIFY_FAILED" in str(error):
            raise UnsuitableStore(
                "The store's certificate is not one that this machine trusts: name its authority with "
                "?ssl_ca_certs=/path/to/ca.pem in TREDE_REDIS_URL."
            ) from None
        raise
    except redis_errors.NoPermissionError as error:
        raise UnsuitableStore(
            f"The store's user may not do all that Trede does ({error}). Give it the rights in docs/stores.md."
        ) from None
    except redis_errors.ResponseError as error:
        if "DB index" in str(error):
            raise UnsuitableStore(
                "The store has no database of that number: change the number at the end of TREDE_REDIS_URL."
            ) from None
        raise UnsuitableStore(f"The store cannot be used: {error}") from None


def _caused_by(error: BaseException | None, kind: type[BaseException]) -> bool:
    while error is not None:
        if isinstance(error, kind):
            return True
        error = error.__cause__ or error.__context__
    return False


def _name(facts: Mapping[str, Any]) -> str:
    if "valkey_version" in facts:
        return f"Valkey {facts['valkey_version']}"
    return f"Redis {facts['redis_version']}"
