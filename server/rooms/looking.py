"""Looking now and then, beside the caller: a store that is away or full is looked at again the next time."""

import logging
from collections.abc import Callable

from server.rooms.ports import Concurrency, StoreFull, StoreUnavailable

log = logging.getLogger(__name__)


def look_now_and_then(
    concurrency: Concurrency, seconds: float, look: Callable[[], None], when_away: str
) -> Callable[[], None]:
    """Calls `look` every so many seconds; returns what stops it. `when_away` is logged for a store away or full."""
    stop = concurrency.signal()

    def work() -> None:
        while not stop.wait(seconds):
            try:
                look()
            except (StoreUnavailable, StoreFull):
                log.info(when_away)

    concurrency.spawn(work)
    return stop.set
