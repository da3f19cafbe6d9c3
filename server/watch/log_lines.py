"""The log: one JSON object a line for programs, or text for a terminal. It names rooms, never people.

Every line has `time`, `level`, `what`, `process` and `where`, and `room` and `version` where it is about one. `what` is
a fixed text for what `tell` says, so that it can be searched for; the other fields carry what differs.
"""

import json
import logging
import os
import re
import traceback
from datetime import UTC, datetime
from typing import Any, TextIO

from server.settings import LogStyle

WATCH = "server.watch"
"""The logger of lines that are worth reading while all is well."""

log = logging.getLogger(WATCH)


_ROOM = re.compile(r"\broom ([A-Za-z0-9_-]{16,64})\b", re.IGNORECASE)
_VERSION = re.compile(r"\bversion (\d+)\b")
_SECRET = re.compile(r"(?<![Rr]oom )(?<!rooms/)(?<!\{)\b[0-9a-f]{24,}\b|(?<=token=)[^&\s\"']+|(?<=input_value=).*")
_HIDDEN = "(hidden)"


def set_up_log(style: LogStyle | None, stream: TextIO) -> None:
    """Where all that is logged goes from now on. None: text for a terminal, else JSON."""
    if style is None:
        style = LogStyle.TEXT if stream.isatty() else LogStyle.JSON
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines() if style is LogStyle.JSON else TextLines())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    # Who looks at a terminal has the banner; what is well is for the lines that are kept.
    log.setLevel(logging.INFO if style is LogStyle.JSON else logging.WARNING)


def tell(what: str, level: int = logging.INFO, **fields: object) -> None:
    """One line of a fixed text and its fields, such as `room` and `version`."""
    log.log(level, "%s", what, extra={"fields": fields})


class JsonLines(logging.Formatter):
    """A record as one JSON object."""

    def format(self, record: logging.LogRecord) -> str:
        """One line, whatever is in it."""
        what, fields = _said(record)
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "what": what,
            **fields,
            "process": os.getpid(),
            "where": record.name,
        }
        if record.exc_info:
            line["traceback"] = _traceback(record)
        return json.dumps(line, ensure_ascii=False, default=str)


class TextLines(logging.Formatter):
    """A record as a person reads it."""

    def format(self, record: logging.LogRecord) -> str:
        """One line, and a traceback below it."""
        what, fields = _said(record)
        when = datetime.fromtimestamp(record.created).isoformat(" ", "milliseconds")
        named = "".join(f" {name}={value}" for name, value in fields.items() if f"{value}" not in what)
        below = "\n" + _traceback(record) if record.exc_info else ""
        return f"{when} {record.levelname} {record.name}: {what}{named}{below}"


def _said(record: logging.LogRecord) -> tuple[str, dict[str, object]]:
    """What a record says, and its fields; room and version may stand in the text too."""
    what = without_secrets(record.getMessage())
    fields: dict[str, object] = dict(getattr(record, "fields", {}))
    for name, pattern in (("room", _ROOM), ("version", _VERSION)):
        found = pattern.search(what)
        if found is not None and name not in fields:
            fields[name] = int(found[1]) if name == "version" else found[1]
    return what, fields


def _traceback(record: logging.LogRecord) -> str:
    """Where it happened and what was said, of the error and of those behind it."""
    assert record.exc_info is not None
    return without_secrets("".join(traceback.format_exception(*record.exc_info)).rstrip())


def without_secrets(text: str) -> str:
    """A text in which nothing that looks like a token stands, nor what a message from outside held."""
    return _SECRET.sub(_HIDDEN, text)
