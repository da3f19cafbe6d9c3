"""When an acknowledged write is in the file of the store, and not only in its memory.

With `appendfsync everysec` Redis answers in two cases in which its file has nothing yet. While a sync of the file is
under way it holds its writes back, for two seconds at most: killed within those milliseconds it loses what it has
acknowledged, seen in 13 of 30 kills that were aimed there. And a write that fails, because the disk is full, is noted
and tried again each second; only the next command is refused: killed meanwhile it loses that whole turn. So it is asked
after the reply, since before it nothing is known (server/decisions/0036-full-disks.md). Power cuts are another matter:
what is in the file is on the disk a second later.
"""

from dataclasses import dataclass
from typing import Any

from redis import Redis

from server.rooms.ports import Concurrency, StoreFull, StoreUnavailable
from server.store.connections import REPLY_SECONDS, as_cluster, store_errors
from server.store.keys import Key

LOOK_AGAIN_SECONDS = 0.002
_ASKED = "INFO persistence"
"""As one word, so that redis-py hands out what Redis says and parses no hundred lines of it: three are looked at."""


@dataclass(frozen=True, slots=True)
class _File:
    """What a store says of its file, in the moment before it writes what came in together with the question."""

    is_kept: bool
    has_failed: bool
    is_synced_now: bool
    has_waiting: bool


def wait_until_in_file(client: Redis, concurrency: Concurrency, near: Key, may_lag: bool = True) -> None:
    """Returns when everything that was answered before this call is in the store's file.

    `near`: a key of what was written, in a cluster. `may_lag`: the write may be held back still, not only have failed.
    Raises StoreFull when the store cannot write its file; it tries again by itself, so what was answered may be kept
    later. Raises StoreUnavailable when that takes too long: it may be kept, or not.
    """
    for _ in range(int(REPLY_SECONDS / LOOK_AGAIN_SECONDS)):
        file = _look(client, near)
        if not file.is_kept:
            return
        if file.has_failed:
            raise StoreFull("The store cannot write its file: is its disk full?")
        if not may_lag or not file.has_waiting:
            return
        if file.is_synced_now:
            concurrency.sleep(LOOK_AGAIN_SECONDS)
        else:
            # What was held back goes to the file before this very answer leaves: the next one tells how.
            may_lag = False
    raise StoreUnavailable("The store's disk is too slow to say that a write is kept.")


def _look(client: Redis, near: Key) -> _File:
    cluster = as_cluster(client)
    with store_errors():
        if cluster is not None:
            node: Any = cluster.get_node_from_key(near.name)  # type: ignore[no-untyped-call]
            told: Any = cluster.execute_command(_ASKED, target_nodes=node)  # type: ignore[no-untyped-call]
        else:
            told = client.execute_command(_ASKED)  # type: ignore[no-untyped-call]
    said = set(told.split())
    return _File(
        is_kept=b"aof_enabled:1" in said,
        has_failed=b"aof_last_write_status:err" in said,
        is_synced_now=b"aof_pending_bio_fsync:0" not in said,
        has_waiting=b"aof_buffer_length:0" not in said,
    )
