"""The store for the length of one command: the one that runs, or the private one, started for the moment.

The locks of the data folder say which: beside a running server its store is used and left alone; without one it is
started under the same locks, so that no server can start meanwhile, and stopped afterwards.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from redis import Redis

from server.rooms.ports import Concurrency
from server.store.connections import as_cluster, open_client
from server.store.data_folder import DataFolder
from server.store.embedded import EmbeddedStore
from server.store.suitability import examine_store


@contextmanager
def visited_store(redis_url: str | None, data_dir: Path, concurrency: Concurrency) -> Iterator[Redis]:
    """A client of the store. Raises StoreStartError, UnsuitableStore, StoreUnavailable or OSError."""
    if redis_url is not None:
        with _client(redis_url) as client:
            yield client
        return
    running = _running(data_dir)
    if running is not None:
        with _client(running) as client:
            yield client
        return
    store = EmbeddedStore(data_dir, concurrency)
    address = store.start()
    try:
        with _client(address) as client:
            yield client
    finally:
        store.stop()


@contextmanager
def _client(address: str) -> Iterator[Redis]:
    with closing(open_client(address, 4)) as client:
        examine_store(client, is_cluster=as_cluster(client) is not None)
        yield client


def _running(data_dir: Path) -> str | None:
    """The address of the store that runs on a folder, a server's or an orphan."""
    folder = DataFolder(data_dir)
    if not data_dir.is_dir() or not folder.has_running_store():
        return None
    writer = folder.writer()
    return f"unix://{quote(str(writer.socket))}" if writer else None
