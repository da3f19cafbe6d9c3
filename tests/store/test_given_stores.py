"""What a server says of a store that it will not use: each refusal of a real one, each with its remedy."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from secrets import token_hex

import pytest

from server.rooms.ports import Kept
from server.store.addresses import Kind, read_address, without_password
from server.store.permissions import COMMANDS, IN_A_CLUSTER, acl_line
from server.store.suitability import UnsuitableStore, open_given_store
from tests.store.given_stores import GivenStore

WORD = "pass-w0rd-of-the-hall"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GivenStore]:
    """A store with a user of the documented rights beside the all-powerful one."""
    store = GivenStore(tmp_path_factory.mktemp("given"), {"user": acl_line("trede", WORD)})
    store.start()
    yield store
    store.kill()


def opens(address: str, is_network_trusted: bool = False) -> Kept:
    """What is promised of a store that is taken."""
    client, facts = open_given_store(address, is_network_trusted, token_hex(4))
    client.close()
    return facts.kept


@pytest.mark.parametrize(
    ("address", "remedy"),
    [
        ("redis://store.example/0", r"without a password.*TREDE_REDIS_URL.*TREDE_STORE_TRUSTED=yes"),
        ("redis://10.1.2.3,127.0.0.1/0", r"Several hosts are Sentinels"),
        ("rediss://store.example/0", r"without a password"),
        ("redis+sentinel://127.0.0.1,store.example/hall", r"without a password"),
        (f"redis://trede:{WORD}@store.example/0", r"in the open: use rediss://"),
        (f"rediss://trede:{WORD}@store.example/0?ssl_cert_reqs=none", r"in the open"),
        ("redis+sentinel://127.0.0.1", r"must name the service"),
        ("redis+cluster://127.0.0.1/3", r"one database only"),
        ("redis://127.0.0.1:port", r"cannot be read"),
        ("redis://127.0.0.1/0?socket_timeout=soon", r"cannot be read"),
    ],
)
def test_an_address_that_is_open_or_cannot_be_read_is_refused_before_anybody_is_called(
    address: str, remedy: str
) -> None:
    with pytest.raises(UnsuitableStore, match=remedy) as refused:
        opens(address)
    assert WORD not in str(refused.value)


def test_the_rights_of_the_documentation_are_enough_and_one_less_is_named(store: GivenStore) -> None:
    address = f"redis://trede:{WORD}@127.0.0.1:{store.port}/0"
    assert opens(address) is Kept.EACH_SECOND
    with store.ask() as master:
        for command in set(COMMANDS) - {"client|setname", "wait"}:  # one ends the connection, one is for replicas
            master.execute_command("ACL", "SETUSER", "trede", f"-{command}")
            with pytest.raises(UnsuitableStore) as refused:
                opens(address)
            assert command in str(refused.value)
            assert "docs/stores.md" in str(refused.value)
            master.execute_command("ACL", "SETUSER", "trede", f"+{command}")
        assert master.keys() == []


def test_servers_that_start_at_one_moment_do_not_get_in_each_others_way(store: GivenStore) -> None:
    address = f"redis://trede:{WORD}@127.0.0.1:{store.port}/0"
    with ThreadPoolExecutor(8) as starts:
        assert set(starts.map(opens, [address] * 64)) == {Kept.EACH_SECOND}
    with store.ask() as master:
        assert master.keys() == []


def test_the_settings_may_be_kept_from_us(store: GivenStore) -> None:
    with store.ask() as master:
        master.execute_command("ACL", "SETUSER", "trede", "-config|get")
        assert opens(f"redis://trede:{WORD}@127.0.0.1:{store.port}/0") is Kept.UNKNOWN
        master.execute_command("ACL", "SETUSER", "trede", "+config|get")


def test_keys_of_another_name_are_no_use(store: GivenStore) -> None:
    with store.ask() as master:
        master.execute_command("ACL", "SETUSER", "lost", "on", f">{WORD}", "~other:*", "+@all")
        with pytest.raises(UnsuitableStore, match=r"it lacks ~trede:\*"):
            opens(f"redis://lost:{WORD}@127.0.0.1:{store.port}/0")


@pytest.mark.parametrize(
    ("form", "remedy"),
    [
        ("redis://trede:wr0ng@127.0.0.1:{port}/0", r"does not take the user name or password"),
        ("redis://nobody:wr0ng@127.0.0.1:{port}/0", r"does not take the user name or password"),
        ("redis://127.0.0.1:{port}/99", r"no database of that number"),
        ("redis+cluster://127.0.0.1:{port}", r"is no cluster: write redis://"),
    ],
)
def test_a_store_that_is_not_as_its_address_says_is_refused(store: GivenStore, form: str, remedy: str) -> None:
    with pytest.raises(UnsuitableStore, match=remedy) as refused:
        opens(form.format(port=store.port))
    assert "wr0ng" not in str(refused.value)


def test_a_store_whose_door_stands_open_to_the_network_is_refused(tmp_path: Path) -> None:
    store = GivenStore(tmp_path, {"bind": "* -::*", "protected-mode": "no"})
    try:
        store.start()
        with pytest.raises(UnsuitableStore, match=r"listens to the whole network"):
            opens(store.address)
        assert opens(store.address, is_network_trusted=True) is Kept.EACH_SECOND
    finally:
        store.kill()


def test_the_documentation_shows_these_very_rights() -> None:
    shown = (Path(__file__).parents[2] / "docs" / "stores.md").read_text(encoding="utf-8")

    assert f"ACL SETUSER {acl_line('trede', 'PASSWORD')}\n" in shown
    assert all(f"+{command}" in shown for command in IN_A_CLUSTER)


def test_an_address_is_taken_apart() -> None:
    found = read_address(f"rediss+sentinel://u:{WORD}@a,b:7,[::1]/hall/2?sentinel_password=s&ssl_ca_certs=/ca.pem")

    assert found.kind is Kind.SENTINEL
    assert found.hosts == (("a", 26379), ("b", 7), ("::1", 26379))
    assert (found.service, found.is_tls, found.options["db"]) == ("hall", True, 2)
    assert (found.options["username"], found.options["password"]) == ("u", WORD)
    assert (found.sentinel_options, found.options["ssl_ca_certs"]) == ({"password": "s"}, "/ca.pem")


def test_no_secret_of_an_address_is_shown() -> None:
    shown = without_password(f"redis+sentinel://u:{WORD}@a,b:7/hall/2?sentinel_password={WORD}&password={WORD}")

    assert shown == "redis+sentinel://***@a,b:7/hall/2"
