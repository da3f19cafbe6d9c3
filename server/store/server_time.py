"""The one clock, as Redis tells it. server/clock.py keeps the offset; nobody else asks."""

from redis import Redis

from server.rules.ids import ServerMillis
from server.store.connections import store_errors


def redis_time(client: Redis) -> ServerMillis:
    """Milliseconds since 1970 by Redis's clock, at some moment during the call. Raises StoreUnavailable."""
    with store_errors():
        seconds, microseconds = client.time()
    return ServerMillis(seconds * 1000 + microseconds // 1000)
