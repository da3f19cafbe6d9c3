"""Real stores on loopback as somebody else would run them: one alone, a primary with Sentinels, a cluster."""

import contextlib
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from redis import Redis
from redis import exceptions as redis_errors

from tests.play.server_under_test import free_port
from tests.store.own_stores import programs
from tests.support.plain_threads import eventually

SERVICE = "hall"
SLOTS = 16384


@dataclass
class GivenStore:
    """One process of the Redis family on a port of loopback, in a folder of its own."""

    folder: Path
    options: dict[str, str] = field(default_factory=dict)
    is_sentinel: bool = False
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> "GivenStore":
        """Starts it, and waits until it answers."""
        self.folder.mkdir(parents=True, exist_ok=True)
        file = self.folder / "store.conf"
        if not file.exists():  # a Sentinel and a node of a cluster write into theirs
            usual = {"port": str(self.port), "bind": "127.0.0.1", "dir": str(self.folder)}
            if not self.is_sentinel:
                usual |= {"appendonly": "yes", "appendfsync": "everysec", "save": '""'}
                usual["repl-diskless-sync-delay"] = "0"  # no second replica comes; by default a copy waits 5 s for it
            lines = [f"{name} {line}" for name, text in (usual | self.options).items() for line in text.split("\n")]
            file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        kind = ["--sentinel"] if self.is_sentinel else []
        with (self.folder / "log.txt").open("ab") as log:
            self.process = subprocess.Popen(
                [str(programs()[0].path), str(file), *kind], stdin=subprocess.DEVNULL, stdout=log, stderr=log
            )
        eventually(self._answers, 10.0, "the store answers")
        return self

    def ask(self) -> Redis:
        """A client with all rights, but for a password."""
        return Redis(port=self.port, socket_timeout=5, protocol=2)

    def kill(self) -> None:
        """kill -9."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()

    def _answers(self) -> bool:
        with contextlib.closing(self.ask()) as client:
            try:
                return bool(client.ping())
            except redis_errors.AuthenticationError:
                return True
            except redis_errors.RedisError:
                return False


def is_primary_or_has_copy(store: GivenStore) -> bool:
    """Whether a replica follows its primary; until it does, a WAIT for it fails."""
    with contextlib.closing(store.ask()) as client:
        facts = client.info("replication")
    return bool(facts["role"] == "master" or facts["master_link_status"] == "up")


@dataclass
class WatchedPair:
    """A primary, a replica, and three Sentinels that put the replica in its place when it is gone."""

    folder: Path
    options: dict[str, str] = field(default_factory=dict)
    primary: GivenStore = field(init=False)
    replica: GivenStore = field(init=False)
    sentinels: list[GivenStore] = field(default_factory=list)

    @property
    def address(self) -> str:
        """Its Sentinels'."""
        return f"redis+sentinel://{','.join(f'127.0.0.1:{each.port}' for each in self.sentinels)}/{SERVICE}/0"

    def start(self) -> "WatchedPair":
        """Starts all five, and waits until the replica has a copy and the Sentinels know of it."""
        self.primary = GivenStore(self.folder / "primary", self.options)
        copies = {"replicaof": f"127.0.0.1 {self.primary.port}"}
        self.replica = GivenStore(self.folder / "replica", self.options | copies)
        self.primary.start()
        self.replica.start()
        eventually(lambda: is_primary_or_has_copy(self.replica), 20.0, "the replica has a copy")
        for number in range(3):
            self.sentinels.append(self._sentinel(number))
            self.sentinels[-1].start()
        for each in self.sentinels:
            eventually(lambda each=each: self._is_complete(each), 20.0, "the Sentinels know each other")  # type: ignore[misc]
        return self

    def kill(self) -> None:
        """All of them."""
        for each in (*self.sentinels, self.replica, self.primary):
            each.kill()

    def _sentinel(self, number: int) -> GivenStore:
        watch = (
            f"monitor {SERVICE} 127.0.0.1 {self.primary.port} 2\ndown-after-milliseconds {SERVICE} 1000\n"
            f"failover-timeout {SERVICE} 5000"
        )
        return GivenStore(self.folder / f"sentinel-{number}", {"sentinel": watch}, is_sentinel=True)

    def _is_complete(self, sentinel: GivenStore) -> bool:
        with contextlib.closing(sentinel.ask()) as client:
            state: Any = client.sentinel_master(SERVICE)
        return bool(state["num-slaves"] == 1 and state["num-other-sentinels"] == 2)


@dataclass
class Shards:
    """A cluster of three primaries, and of a replica for each where it is asked for."""

    folder: Path
    replicas: int = 0
    nodes: list[GivenStore] = field(default_factory=list)

    @property
    def address(self) -> str:
        """Two of its nodes: the client finds the others."""
        return f"redis+cluster://{','.join(f'127.0.0.1:{node.port}' for node in self.nodes[:2])}"

    def start(self) -> "Shards":
        """Starts the nodes, shares out the slots, and waits until all of them agree."""
        options = {"cluster-enabled": "yes", "cluster-node-timeout": "1500", "cluster-config-file": "nodes.conf"}
        for number in range(3 + 3 * self.replicas):
            # The nodes talk on a port of their own, 10,000 up, which must exist.
            port = next(port for port in iter(free_port, 0) if port < 55_000)
            self.nodes.append(GivenStore(self.folder / f"node-{number}", options, port=port))
            self.nodes[-1].start()
        share = SLOTS // 3 + 1
        for number, node in enumerate(self.nodes):
            with contextlib.closing(node.ask()) as client:
                client.execute_command("CLUSTER", "MEET", "127.0.0.1", self.nodes[0].port)  # type: ignore[no-untyped-call]
                if number < 3:
                    last = min((number + 1) * share, SLOTS) - 1
                    client.execute_command("CLUSTER", "ADDSLOTSRANGE", number * share, last)  # type: ignore[no-untyped-call]
        for node in self.nodes:
            eventually(lambda node=node: self._knows_all(node), 20.0, "the nodes know each other")  # type: ignore[misc]
        for number, node in enumerate(self.nodes[3:]):
            with contextlib.closing(self.nodes[number].ask()) as client:
                name = client.execute_command("CLUSTER", "MYID")  # type: ignore[no-untyped-call]
            with contextlib.closing(node.ask()) as client:
                client.execute_command("CLUSTER", "REPLICATE", name)  # type: ignore[no-untyped-call]
        for node in self.nodes:
            eventually(lambda node=node: self._is_ready(node), 20.0, "the cluster is up")  # type: ignore[misc]
        return self

    def kill(self) -> None:
        """All of them."""
        for node in self.nodes:
            node.kill()

    def primary_of(self, room: str) -> GivenStore:
        """The node that has a room's slot, as they were shared out."""
        with contextlib.closing(self.nodes[0].ask()) as client:
            slot = int(client.execute_command("CLUSTER", "KEYSLOT", f"{{{room}}}"))  # type: ignore[no-untyped-call]
        return self.nodes[slot // (SLOTS // 3 + 1)]

    def _knows_all(self, node: GivenStore) -> bool:
        return self._told(node, "cluster_known_nodes") == str(len(self.nodes))

    def _is_ready(self, node: GivenStore) -> bool:
        if self._told(node, "cluster_state") != "ok":
            return False
        return is_primary_or_has_copy(node)

    def _told(self, node: GivenStore, name: str) -> str:
        with contextlib.closing(node.ask()) as client:
            told: bytes = client.execute_command("CLUSTER", "INFO")  # type: ignore[no-untyped-call]
        return dict(line.split(":") for line in told.decode().split())[name]
