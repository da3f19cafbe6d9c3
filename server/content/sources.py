"""Reads a content file as text, or says why it cannot. Nothing here knows what the text means."""

import os
import stat
from pathlib import Path

from server.content.problems import Problem, Rule

BYTES_MOST = 1_000_000
"""Three hundred long cards stay below this; the longest shipped deck has 83,000."""

_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_UTF_8_MARK = b"\xef\xbb\xbf"


def read_text(path: Path) -> str | Problem:
    """The file's text without a byte order mark, or the problem that keeps it from being read."""
    try:
        # Without O_NONBLOCK opening a named pipe would wait for a writer that never comes.
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    except OSError as error:
        return _unreadable(path, error)
    try:
        mode = os.fstat(descriptor).st_mode
        if not stat.S_ISREG(mode):
            kind = "a folder" if stat.S_ISDIR(mode) else "not an ordinary file"
            message, remedy = f"This is {kind}.", "Give the path of a .yaml file."
            return Problem(str(path), 1, "", Rule.FILE_READABLE, message, remedy)
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            raw = file.read(BYTES_MOST + 1)
    finally:
        os.close(descriptor)
    return _decoded(path, raw)


def _unreadable(path: Path, error: OSError) -> Problem:
    if isinstance(error, FileNotFoundError):
        message, remedy = "There is no such file.", "Check the path and its spelling."
    elif isinstance(error, PermissionError):
        message, remedy = "This file may not be read.", f"Allow it: chmod u+r {path}"
    else:
        message, remedy = f"The file cannot be read: {error.strerror}.", "Check the path and the disk."
    return Problem(str(path), 1, "", Rule.FILE_READABLE, message, remedy)


def _decoded(path: Path, raw: bytes) -> str | Problem:
    if not raw.strip():
        return Problem(str(path), 1, "", Rule.FILE_SIZE, "The file is empty.", "Start from a copy of a shipped one.")
    if len(raw) > BYTES_MOST:
        message = f"The file is larger than {BYTES_MOST // 1_000_000} MB."
        return Problem(str(path), 1, "", Rule.FILE_SIZE, message, "Split the deck; texts only, no pictures in it.")
    if raw.startswith(_UTF_16_MARKS):
        return Problem(str(path), 1, "", Rule.UTF_8, "The file is UTF-16, not UTF-8.", _SAVE_AS_UTF_8)
    try:
        return raw.removeprefix(_UTF_8_MARK).decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = f"Byte 0x{raw[error.start]:02x} is not UTF-8; the file seems to be Latin-1 or Windows-1252."
        return Problem(str(path), line, "", Rule.UTF_8, message, _SAVE_AS_UTF_8)


_SAVE_AS_UTF_8 = "In your editor choose 'Save with encoding' and then UTF-8."
