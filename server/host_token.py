"""The host's secret: given by the environment, else made once and kept in the data folder, for this user's eyes only.

Kept, so that a lecturer who reloads the page after the server was restarted is still in.
"""

import os
from collections.abc import Callable
from pathlib import Path

FILE = "host-token"


def keep_host_token(folder: Path, make: Callable[[], str]) -> str:
    """The token in the folder, made at the first call. Raises OSError when the folder cannot be written."""
    path = folder / FILE
    kept = _read(path)
    if kept:
        return kept
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = folder / f"{FILE}.new"
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        token = make()
        file.write(f"{token}\n")
    draft.replace(path)
    return token


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii").strip()
    except (FileNotFoundError, UnicodeDecodeError):
        return ""
