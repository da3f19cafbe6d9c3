"""Whether the store's user may do what Trede does: every command is tried once, at the start, on keys of a minute."""

from collections.abc import Iterator

from redis import Redis
from redis import exceptions as redis_errors

from server.store import keys
from server.store.connections import as_cluster, store_errors

_SENT_OR_CALLED = """
    client|id client|setname client|unblock del eval evalsha exec expire get hdel hget hgetall hset hsetnx hvals info
    multi pexpire ping pttl rename sadd scan scard set sismember smembers srem time unlink wait xadd xlen xrange xread
    xrevrange zadd zcount zrange zrem zremrangebyscore zrevrange zscore zunionstore
"""
COMMANDS = tuple(_SENT_OR_CALLED.split())
"""All that Trede sends and its scripts call."""
WELCOME = ("config|get",)
"""Only to say what an answer survives; without it that is unknown."""
IN_A_CLUSTER = ("asking", "cluster|slots", "command")
KEYS_PATTERN = f"~{keys.EVERY_KEY}"


def acl_line(user: str, word: str, in_a_cluster: bool = False) -> str:
    """What gives a user just these rights. docs/stores.md shows it, and a test plays a class by it."""
    commands = [*COMMANDS, *WELCOME, *(IN_A_CLUSTER if in_a_cluster else ())]
    return f"{user} reset on >{word} {KEYS_PATTERN} {' '.join(f'+{command}' for command in commands)}"


def forbidden(client: Redis, start: str) -> tuple[str, ...]:
    """What of it this store does not let us do: commands, or the pattern of the keys. Raises StoreUnavailable.

    Every start tries it on keys of its own, named by `start`: several processes may begin at once.
    """
    found: dict[str, None] = {}
    with store_errors():
        for words in _rehearsal(start, as_cluster(client) is not None):
            try:
                client.execute_command(*words)  # type: ignore[no-untyped-call]
            except redis_errors.NoPermissionError as error:
                found[KEYS_PATTERN if "a key" in str(error) else _name(words)] = None
            except redis_errors.NoScriptError:
                pass  # it was allowed to ask
            except redis_errors.ResponseError as error:
                # What one forbidden command would have made may be lacking for the next; whether it may is all we ask.
                if "NOPERM" in str(error):
                    found[_name(words)] = None
                elif not found:
                    raise
    return tuple(found)


def _name(words: tuple[str | int, ...]) -> str:
    first = str(words[0]).lower()
    return f"{first}|{str(words[1]).lower()}" if first == "client" else first


def _rehearsal(start: str, in_a_cluster: bool) -> Iterator[tuple[str | int, ...]]:
    line, log, draft, ring, devices, standings, weeks = (
        keys.rehearsal(part, start).name for part in ("line", "log", "draft", "keys", "devices", "standings", "season")
    )
    seconds = keys.rehearsal("").seconds
    yield from (("PING",), ("TIME",), ("INFO", "persistence"))
    if not in_a_cluster:
        yield from (("CLIENT", "ID"), ("CLIENT", "UNBLOCK", 0), ("SCAN", 0, "COUNT", 1))
    yield from (("SET", line, "{}", "EX", seconds), ("GET", line), ("PEXPIRE", line, seconds * 1000), ("PTTL", line))
    yield from (("XADD", log, "1-0", "e", "[]"), ("EXPIRE", log, seconds), ("XLEN", log), ("XRANGE", log, "1-0", "+"))
    yield ("XREVRANGE", log, "+", "-", "COUNT", 1)
    if not in_a_cluster:
        yield ("XREAD", "COUNT", 1, "STREAMS", log, "0-0")
    yield from (("RENAME", log, draft), ("HSET", ring, "a", 1), ("EXPIRE", ring, seconds), ("HGET", ring, "a"))
    yield from (("HGETALL", ring), ("HVALS", ring), ("HSETNX", ring, "a", 2), ("HDEL", ring, "b"))
    yield from (("SADD", devices, "a"), ("EXPIRE", devices, seconds), ("SISMEMBER", devices, "a"), ("SCARD", devices))
    yield from (("SMEMBERS", devices), ("SREM", devices, "b"))
    yield from (("ZADD", standings, 1, "a"), ("EXPIRE", standings, seconds), ("ZSCORE", standings, "a"))
    yield from (("ZCOUNT", standings, 0, 1), ("ZRANGE", standings, 0, -1), ("ZREVRANGE", standings, 0, -1))
    yield from (("ZREM", standings, "b"), ("ZREMRANGEBYSCORE", standings, "-inf", 0))
    yield from (("ZUNIONSTORE", weeks, 1, standings), ("EXPIRE", weeks, seconds))
    yield from (("EVAL", "return 1", 1, line), ("EVALSHA", "0" * 40, 1, line))
    for word in ("DEL", "UNLINK"):  # where one is not allowed, the other still leaves nothing behind
        for name in (line, log, draft, ring, devices, standings, weeks):
            yield (word, name)
    if not in_a_cluster:
        yield from (("MULTI",), ("EXEC",))  # last: without EXEC the connection takes nothing else
