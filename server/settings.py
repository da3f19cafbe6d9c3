"""What the environment says, read once into one frozen value. The only reader of os.environ; standard library only."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

DEFAULT_PORT = 5000
SHORTEST_HOST_TOKEN = 8
SHORTEST_METRICS_TOKEN = 16
DAYS_MOST = 180
"""How long a room is kept at most: the lifetime of its keys, store/keys.py."""
REDIS_SCHEMES = (
    "redis",
    "rediss",
    "unix",
    "redis+sentinel",
    "rediss+sentinel",
    "redis+cluster",
    "rediss+cluster",
)


class SettingsError(Exception):
    """A setting has a value that cannot be used. The message is for the person who set it."""


class LogStyle(StrEnum):
    """How the log's lines are written."""

    JSON = "json"
    TEXT = "text"


class EngineName(StrEnum):
    """What runs the sockets."""

    EVENTLET = "eventlet"
    THREADING = "threading"


class Speedup(StrEnum):
    """What the engine does quicker than its libraries; each can be left away, should a library change under it."""

    INLINE_SEND = "inline_send"
    """server/engine/inline_send.py"""
    BROADCAST = "broadcast"
    """server/engine/broadcast.py; only together with inline_send"""
    WHOLE_FRAMES = "whole_frames"
    """server/engine/whole_frames.py"""
    INLINE_RECEIVE = "inline_receive"
    """server/engine/inline_receive.py; only together with whole_frames"""
    ONE_PINGER = "one_pinger"
    """server/engine/one_pinger.py"""
    QUIET_WALKS = "quiet_walks"
    """server/engine/quiet_walks.py"""
    LATE_FUNCTIONS = "late_functions"
    """server/engine/short_start.py"""


@dataclass(frozen=True, slots=True)
class Settings:
    """How this server was asked to run.

    `port` 0 takes any free one. `host_token` None: the token in the data folder, made at the first start.
    `redis_url` None: a private server in the data folder. `public_url`, without a path, is where phones reach
    this server through a proxy; None: this machine's own address. `can_open_browser`: there is one to open.
    `content_dir` is a folder of axes and decks; None: the content that comes with the program. `names_days` and
    `sessions_days` after its end a room loses its names, and all that is kept of it.
    `log` None: text for a terminal, else JSON. `counts`: whether figures are kept; `metrics_token` opens them at
    /metrics, `metrics_port` on a port of this machine's own (0: any).
    `speedups` is what the engine may do quicker than its libraries. `is_store_network_trusted`: nobody else is on the
    network of `redis_url`. `store_replicas` is how many replicas of it must have an answer before it is acknowledged.
    `kept_store` is the address of a private store that the process above this one keeps; `websocket_only`: every
    request may reach another of the `processes` on this port, so that long-polling cannot work. `proxies` is how many
    of our own stand between phones and this server: so many of the last addresses in X-Forwarded-For are believed.
    """

    data_dir: Path
    host: str = "0.0.0.0"
    port: int = DEFAULT_PORT
    host_token: str | None = None
    redis_url: str | None = None
    public_url: str | None = None
    engine: EngineName = EngineName.EVENTLET
    can_open_browser: bool = False
    content_dir: Path | None = None
    names_days: int = 30
    sessions_days: int = 180
    speedups: frozenset[Speedup] = frozenset(Speedup)
    log: LogStyle | None = None
    counts: bool = True
    metrics_token: str | None = None
    metrics_port: int | None = None
    is_store_network_trusted: bool = False
    store_replicas: int = 0
    kept_store: str | None = None
    websocket_only: bool = False
    processes: int = 1
    proxies: int = 0


@dataclass(frozen=True, slots=True)
class ServeOptions:
    """What the command line adds to the environment. `demo` is how many simulated students come along.

    `workers` is how many processes serve one port. `worker_line`: this is one of them, and that open file leads to the
    process above it.
    """

    host: str | None = None
    port: int | None = None
    demo: int = 0
    opens_browser: bool = True
    workers: int = 1
    worker_line: int | None = None


def settings_from_environment() -> Settings:
    """The settings of this process. Raises SettingsError."""
    return read_settings(os.environ)


def read_settings(environment: Mapping[str, str]) -> Settings:
    """The settings that an environment describes; an empty value is as good as none. Raises SettingsError."""
    given = {name: value.strip() for name, value in environment.items() if value.strip()}
    return Settings(
        data_dir=_data_dir(given),
        host=given.get("HOST", "0.0.0.0"),
        port=_port(given.get("PORT", str(DEFAULT_PORT))),
        host_token=_host_token(given.get("TREDE_HOST_TOKEN")),
        redis_url=_redis_url(given.get("TREDE_REDIS_URL")),
        public_url=_public_url(given.get("TREDE_PUBLIC_URL")),
        engine=_engine(given.get("TREDE_ENGINE", EngineName.EVENTLET.value)),
        can_open_browser=_can_open_browser(given),
        content_dir=_content_dir(given.get("TREDE_CONTENT_DIR")),
        names_days=_days(given, "TREDE_NAMES_DAYS", 30),
        sessions_days=_days(given, "TREDE_SESSIONS_DAYS", DAYS_MOST),
        speedups=_speedups(given.get("TREDE_SPEEDUPS", "all")),
        log=_log_style(given.get("TREDE_LOG")),
        counts=_counts(given.get("TREDE_METRICS", "on")),
        metrics_token=_metrics_token(given.get("TREDE_METRICS_TOKEN")),
        metrics_port=_metrics_port(given.get("TREDE_METRICS_PORT")),
        is_store_network_trusted=_yes(given, "TREDE_STORE_TRUSTED"),
        store_replicas=_replicas(given.get("TREDE_STORE_REPLICAS", "0")),
        proxies=_proxies(given.get("TREDE_PROXIES", "0")),
    )


def _port(value: str, name: str = "PORT") -> int:
    if not value.isascii() or not value.isdigit() or int(value) > 65535:
        raise SettingsError(f"{name} must be a number from 0 to 65535, not {value!r}.")
    return int(value)


def _data_dir(given: Mapping[str, str]) -> Path:
    """DATA_DIR, else the place where this system keeps a user's data, else ./data."""
    if "DATA_DIR" in given:
        return Path(given["DATA_DIR"]).expanduser().resolve()
    home = given.get("HOME")
    if home is None:
        return Path("data").resolve()
    if sys.platform == "darwin":
        return Path(home, "Library", "Application Support", "trede")
    return Path(given.get("XDG_DATA_HOME", f"{home}/.local/share"), "trede").resolve()


def _host_token(value: str | None) -> str | None:
    if value is not None and len(value) < SHORTEST_HOST_TOKEN:
        raise SettingsError(f"TREDE_HOST_TOKEN must have at least {SHORTEST_HOST_TOKEN} characters.")
    if value is not None and not (value.isascii() and value.isprintable()):
        raise SettingsError("TREDE_HOST_TOKEN may have plain letters, digits and signs only.")
    return value


def _redis_url(value: str | None) -> str | None:
    if value is not None and urlsplit(value).scheme not in REDIS_SCHEMES:
        raise SettingsError("TREDE_REDIS_URL must begin with redis://, rediss:// or unix://: see docs/stores.md.")
    return value


def _public_url(value: str | None) -> str | None:
    """The address without a slash at its end."""
    if value is None:
        return None
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path.strip("/") or parts.query:
        raise SettingsError(f"TREDE_PUBLIC_URL must look like https://class.example.org, not {value!r}.")
    return f"{parts.scheme}://{parts.netloc}"


def _content_dir(value: str | None) -> Path | None:
    if value is None:
        return None
    folder = Path(value).expanduser().resolve()
    if not folder.is_dir():
        raise SettingsError(f"TREDE_CONTENT_DIR must be a folder with axes and decks, not {value!r}.")
    return folder


def _days(given: Mapping[str, str], name: str, usual: int) -> int:
    """From 0, at the next look of each hour, to as long as the store keeps anything."""
    value = given.get(name, str(usual))
    if not value.isascii() or not value.isdigit() or len(value) > 4 or int(value) > DAYS_MOST:
        raise SettingsError(f"{name} must be a number of days from 0 to {DAYS_MOST}, not {value!r}.")
    return int(value)


def _yes(given: Mapping[str, str], name: str) -> bool:
    value = given.get(name, "no")
    if value not in {"yes", "no"}:
        raise SettingsError(f"{name} must be yes or no, not {value!r}.")
    return value == "yes"


def _replicas(value: str) -> int:
    if value not in {"0", "1", "2", "3", "4", "5"}:
        raise SettingsError(f"TREDE_STORE_REPLICAS must be a number from 0 to 5, not {value!r}.")
    return int(value)


def _proxies(value: str) -> int:
    if not value.isascii() or not value.isdigit() or len(value) > 1:
        raise SettingsError(f"TREDE_PROXIES must be a number from 0 to 9, not {value!r}.")
    return int(value)


def _engine(value: str) -> EngineName:
    try:
        return EngineName(value)
    except ValueError:
        known = " or ".join(EngineName)
        raise SettingsError(f"TREDE_ENGINE must be {known}, not {value!r}.") from None


def _speedups(value: str) -> frozenset[Speedup]:
    if value in {"all", "none"}:
        return frozenset(Speedup) if value == "all" else frozenset()
    try:
        return frozenset(Speedup(name.strip()) for name in value.split(","))
    except ValueError:
        known = ", ".join(Speedup)
        raise SettingsError(f"TREDE_SPEEDUPS must be all, none, or some of {known}, not {value!r}.") from None


def _log_style(value: str | None) -> LogStyle | None:
    try:
        return None if value is None else LogStyle(value)
    except ValueError:
        raise SettingsError(f"TREDE_LOG must be {' or '.join(LogStyle)}, not {value!r}.") from None


def _counts(value: str) -> bool:
    if value not in {"on", "off"}:
        raise SettingsError(f"TREDE_METRICS must be on or off, not {value!r}.")
    return value == "on"


def _metrics_port(value: str | None) -> int | None:
    return None if value is None else _port(value, "TREDE_METRICS_PORT")


def _metrics_token(value: str | None) -> str | None:
    if value is not None and (len(value) < SHORTEST_METRICS_TOKEN or not (value.isascii() and value.isprintable())):
        raise SettingsError(f"TREDE_METRICS_TOKEN must have at least {SHORTEST_METRICS_TOKEN} plain characters.")
    return value


def _can_open_browser(given: Mapping[str, str]) -> bool:
    """Whether there is a desktop, or a BROWSER that was asked for; never a browser inside the terminal."""
    return sys.platform == "darwin" or any(name in given for name in ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY"))
