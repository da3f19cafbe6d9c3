"""Loads the scripts of lua/ and runs them by their hash.

`<verb>-3.lua` takes exactly three keys, `<verb>-3+.lua` three or more.
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from redis import Redis
from redis.exceptions import NoScriptError

from server.store.keys import Key

_FILE_NAME = re.compile(r"^(?P<verb>[a-z_]+)-(?P<keys>\d)(?P<more>\+?)\.lua$")


@dataclass(frozen=True, slots=True)
class Script:
    """One script: what it is called, how many keys it takes (at least), its text and the hash Redis knows it by."""

    verb: str
    key_count: int
    text: str
    sha: str
    takes_more: bool = False

    def run(self, client: Redis, keys: Sequence[Key], *args: bytes | str | int) -> Any:
        """Runs it by hash; a Redis that has forgotten it (restart, SCRIPT FLUSH) gets the text, once.

        Returns the script's reply. Raises ValueError for a wrong number of keys, else what redis-py raises.
        """
        names = self._names(keys)
        try:
            return client.evalsha(self.sha, len(names), *names, *args)
        except NoScriptError:
            # Nothing has run yet, so this is no repeat of a write. EVAL also loads the script for the next time.
            return client.eval(self.text, len(names), *names, *args)

    def run_copied(
        self, client: Redis, keys: Sequence[Key], replicas: int, millis: int, *args: bytes | str | int
    ) -> tuple[Any, int]:
        """The same; then waits for that many replicas, on the same connection since WAIT knows of no other's writes.

        Returns the script's reply and how many replicas have it.
        """
        names = self._names(keys)
        for send in ("evalsha", "eval"):
            pipeline = client.pipeline(transaction=False)
            getattr(pipeline, send)(self.sha if send == "evalsha" else self.text, len(names), *names, *args)
            pipeline.wait(replicas, millis)
            reply, copies = pipeline.execute(raise_on_error=False)
            if not isinstance(reply, NoScriptError):
                break
        for told in (reply, copies):
            if isinstance(told, Exception):
                raise told
        return reply, int(copies)

    def _names(self, keys: Sequence[Key]) -> list[str]:
        if len(keys) != self.key_count and not (self.takes_more and len(keys) > self.key_count):
            raise ValueError(f"{self.verb} takes {self.key_count} keys, not {len(keys)}")
        return [key.name for key in keys]


def load_script(file_name: str) -> Script:
    """The script of that file in lua/. Raises ValueError for a name without verb and key count, OSError if missing."""
    match = _FILE_NAME.match(file_name)
    if match is None:
        raise ValueError(f"{file_name}: a script is named <verb>-<number of keys>.lua")
    text = files("server.store").joinpath("lua", file_name).read_text(encoding="utf-8")
    sha = hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()
    return Script(match["verb"], int(match["keys"]), text, sha, bool(match["more"]))


APPEND = load_script("append-2.lua")
RANK = load_script("rank-1.lua")
GIVE_BACK = load_script("give_back-1.lua")
WEEK = load_script("week-3+.lua")
HAND_IN = load_script("hand_in-2.lua")
REWRITE = load_script("rewrite-2.lua")
SWAP = load_script("swap-1.lua")
