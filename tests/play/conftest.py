"""One server per engine for all these tests, each with rooms of its own; and people who leave when the test ends."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.play.people import Lecturer, Phone, present
from tests.play.server_under_test import ServerUnderTest
from tests.support.plain_threads import eventually

ENGINES = ("eventlet", "threading")


@pytest.fixture(scope="session", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    """What runs the sockets."""
    name: str = request.param
    return name


@pytest.fixture(scope="session")
def server(engine: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerUnderTest]:
    """A server that many tests share: nobody may stop it. It must have nothing to complain about."""
    server = ServerUnderTest(tmp_path_factory.mktemp(engine), engine, environment={"TREDE_PROXIES": "1"})
    server.start()
    yield server
    assert server.stop() == 0
    assert server.complained == ""


@pytest.fixture
def own_server(engine: str, tmp_path: Path) -> Iterator[ServerUnderTest]:
    """A server that a test may stop, kill and start again."""
    yield from stopped_at_the_end(ServerUnderTest(tmp_path, engine))


@pytest.fixture
def any_server(tmp_path: Path) -> Iterator[ServerUnderTest]:
    """The same for a test of what no engine has a part in."""
    yield from stopped_at_the_end(ServerUnderTest(tmp_path, ENGINES[0]))


def stopped_at_the_end(server: ServerUnderTest) -> Iterator[ServerUnderTest]:
    """The server, stopped if the test has not done so."""
    yield server
    if server.process is not None and server.process.poll() is None:
        server.stop()


@pytest.fixture
def leaving() -> Iterator[ExitStack]:
    """Whoever is put in here leaves when the test has ended."""
    with ExitStack() as stack:
        yield stack


@pytest.fixture
def wait_until() -> Callable[[int], None]:
    """Waits until a moment on this machine's clock, in milliseconds: that of a private store too."""
    return lambda moment: eventually(lambda: time.time() * 1000 > moment, within=30.0)


@pytest.fixture
def lecturer(server: ServerUnderTest, leaving: ExitStack) -> Lecturer:
    """A lecturer with a new room, connected."""
    return present(Lecturer(server), leaving)


@pytest.fixture
def phone(server: ServerUnderTest, lecturer: Lecturer, leaving: ExitStack) -> Callable[[str], Phone]:
    """Lets a student come in: phone("Noor")."""

    def come_in(name: str) -> Phone:
        student = Phone(server, lecturer.room)
        leaving.callback(student.close)
        ack = student.join(name)
        assert ack["ok"], ack
        return student

    return come_in
