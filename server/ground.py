"""What a server stands on: its settings, its store, its clock, its secret, its lecturers. app.py puts it up first."""

import contextlib
from dataclasses import dataclass

from redis import Redis

from server.accounts.accounts import Accounts, make_accounts
from server.clock import StoreClock, SystemChance
from server.engine.contract import Engine
from server.host_token import keep_host_token
from server.rooms.ports import Concurrency, StoreUnavailable
from server.settings import Settings
from server.store.addresses import without_password
from server.store.embedded import EmbeddedStore
from server.store.lecturers import RedisLecturers
from server.store.register import RedisRegister
from server.store.server_time import redis_time
from server.store.suitability import open_given_store
from server.wire.host_key import HostKey
from server.wire.staff import Staff


@dataclass(frozen=True, slots=True)
class Ground:
    """`undo` ends what was started, the last first. `notes` are lines for whoever started the server."""

    settings: Settings
    engine: Engine
    address: str
    client: Redis
    clock: StoreClock
    chance: SystemChance
    accounts: Accounts
    staff: Staff
    notes: tuple[str, ...]
    undo: contextlib.ExitStack

    @property
    def concurrency(self) -> Concurrency:
        """The engine's threads."""
        return self.engine.concurrency

    def is_store_ready(self) -> bool:
        """Asks the store."""
        try:
            redis_time(self.client)
        except StoreUnavailable:
            return False
        return True


def stand(settings: Settings, engine: Engine, undo: contextlib.ExitStack) -> Ground:
    """Starts or finds the store, and sets the clock by it.

    Raises StoreStartError or UnsuitableStore, StoreUnavailable, and OSError.
    """
    address, notes = open_store(settings, engine.concurrency, undo)
    chance = SystemChance()
    client, facts = open_given_store(address, settings.is_store_network_trusted, chance.command_id())
    undo.callback(client.close)
    clock = StoreClock(lambda: redis_time(client))
    clock.measure()
    undo.callback(clock.keep_in_step(engine.concurrency))
    accounts = make_accounts(RedisLecturers(client), engine.concurrency, clock, chance)
    host_key = HostKey(settings.host_token or keep_host_token(settings.data_dir, chance.secret))
    staff = Staff(host_key, accounts.signing_in, RedisRegister(client))
    return Ground(settings, engine, address, client, clock, chance, accounts, staff, notes + facts.warnings, undo)


def open_store(settings: Settings, concurrency: Concurrency, undo: contextlib.ExitStack) -> tuple[str, tuple[str, ...]]:
    """The store's address and what to say of it; a private store is started, and stopped with the rest.

    Raises StoreStartError and OSError.
    """
    if settings.kept_store is not None:
        return settings.kept_store, ()
    if settings.redis_url is not None:
        return settings.redis_url, (f"Store: {without_password(settings.redis_url)}",)
    private = EmbeddedStore(settings.data_dir, concurrency)
    address = private.start()
    undo.callback(private.stop)
    private.watch()
    return address, (f"Store: {private.describe()}",)
