"""The private store's file, written anew, so that what was deleted is gone from the disk as well.

Redis appends what happens: a name that was overwritten stands in the file until the file is written anew.
"""

import logging
from typing import Any

from redis import Redis
from redis import exceptions as redis_errors

from server.rooms.ports import Concurrency, StoreFull, StoreUnavailable
from server.store.connections import store_errors

LOOK_SECONDS = 0.1
REST_SECONDS = 10.0
"""Between two rewrites: who deletes ten rooms in a row causes two of them, not ten."""
LONGEST_SECONDS = 120.0

_log = logging.getLogger(__name__)


class FileCleaning:
    """Writes the file anew when it is asked to, one at a time, beside the caller."""

    def __init__(self, client: Redis, concurrency: Concurrency, rest_seconds: float = REST_SECONDS) -> None:
        self._client = client
        self._concurrency = concurrency
        self._rest_seconds = rest_seconds
        self._is_asked = concurrency.signal()
        self._is_stopped = concurrency.signal()
        self._must_stop = False

    def start(self) -> None:
        """Begins to listen."""
        self._concurrency.spawn(self._work)

    def ask(self) -> None:
        """Something was deleted. Returns at once."""
        self._is_asked.set()

    def stop(self) -> None:
        """Ends the work. What was asked for and not yet done is done after the next start."""
        self._must_stop = True
        self._is_asked.set()
        self._is_stopped.set()

    def clean(self) -> bool:
        """Writes the file anew; returns when that is done, False when it failed or takes too long.

        Raises StoreUnavailable.
        """
        while not self._begins():
            self._concurrency.sleep(LOOK_SECONDS)  # one is under way, begun before the last deletion
        for _ in range(int(LONGEST_SECONDS / LOOK_SECONDS)):
            with store_errors():
                facts: Any = self._client.info("persistence")
            if not facts["aof_rewrite_in_progress"] and not facts.get("aof_rewrite_scheduled"):
                return bool(facts["aof_last_bgrewrite_status"] == "ok")
            self._concurrency.sleep(LOOK_SECONDS)
        return False

    def _begins(self) -> bool:
        try:
            with store_errors():
                self._client.bgrewriteaof()
        except redis_errors.ResponseError as error:
            if "already in progress" in str(error):
                return False
            raise
        return True

    def _work(self) -> None:
        while not self._must_stop:
            if not self._is_asked.wait(60.0) or self._must_stop:
                continue
            try:
                if not self.clean():
                    _log.warning("The store's file could not be written anew; it is tried again.")
                    self._is_asked.set()
            except (StoreUnavailable, StoreFull):
                self._is_asked.set()
            except redis_errors.ResponseError as error:
                _log.warning("The store's file cannot be written anew: %s", error)
            self._is_stopped.wait(self._rest_seconds)
