"""A real store for these tests: one private Valkey per run, emptied before each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from redis import Redis

from server.store.connections import open_client
from server.store.embedded import EmbeddedStore
from tests.store.own_stores import end_all, new_store, programs
from tests.support.plain_threads import PlainThreads


@pytest.fixture(autouse=True)
def no_store_outlives_its_test() -> Iterator[None]:
    """Also when the test fails."""
    yield
    end_all()


@pytest.fixture(scope="session")
def shared_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedStore]:
    """The run's Valkey. Nobody watches it: a test that kills a store starts its own."""
    store = EmbeddedStore(tmp_path_factory.mktemp("store"), PlainThreads(), programs)
    store.start()
    yield store
    store.stop()


@pytest.fixture
def address(shared_store: EmbeddedStore) -> str:
    """Where the run's Valkey listens, emptied for this test."""
    client = open_client(shared_store.address, 1)
    client.flushall()
    client.script_flush()
    client.close()
    return shared_store.address


@pytest.fixture
def client(address: str) -> Iterator[Redis]:
    """A client for commands, as the server has it."""
    client = open_client(address)
    yield client
    client.close()


@pytest.fixture
def threads() -> Iterator[PlainThreads]:
    """Plain threads that must have ended when the test has."""
    threads = PlainThreads()
    yield threads
    threads.join()


@pytest.fixture
def watched_store(tmp_path: Path, threads: PlainThreads) -> Iterator[EmbeddedStore]:
    """A store of this test's own, started again whenever it dies."""
    store = new_store(tmp_path, threads, programs)
    store.start()
    store.watch()
    yield store
    store.stop()
