"""What was parsed stays beside the content, so that a restarted server reads in a moment what it read before.

Parsing is most of what reading takes: over a second for all decks, while a class waits for a killed server to return.
Nothing depends on it: a print of the text is kept with it, and whatever does not fit is parsed again.
"""

import contextlib
import json
import os
from hashlib import sha256
from pathlib import Path

from server.content.documents import Document
from server.content.name_shapes import BLOCKED_FILE, NAMES_FILE
from server.content.stock import FOLDER as FOLDER
from server.content.trial_shapes import TRIAL_FILE

_FORMAT = "1"
_KEPT_PARTS = frozenset({"axes", "decks"})
_KEPT_FILES = frozenset({NAMES_FILE, BLOCKED_FILE, TRIAL_FILE})
"""Those that lie in the content folder itself."""


def recall(path: Path, text: str) -> Document | None:
    """The document of a file with this text, if it was parsed before."""
    if not _is_kept(path):
        return None
    try:
        kept = json.loads(_place(path).read_text("utf-8"))
        if kept["print"] != _print(text):
            return None
        lines = {tuple(field): line for line, field in kept["lines"]}
        return Document(str(path), kept["value"], lines)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def keep(path: Path, text: str, document: Document) -> None:
    """Keeps a document in which nothing was wrong so far. Where nothing can be written, nothing is kept."""
    if not _is_kept(path) or document.notes:
        return
    lines = [(line, field) for field, line in document.lines.items()]
    kept = json.dumps({"print": _print(text), "value": document.value, "lines": lines})
    with contextlib.suppress(OSError):
        folder = _place(path).parent
        folder.mkdir(exist_ok=True)
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")
        written = _place(path).with_suffix(f".{os.getpid()}")
        written.write_text(kept, encoding="utf-8")
        written.replace(_place(path))  # In one step: another server may be reading.


def _is_kept(path: Path) -> bool:
    return path.parent.name in _KEPT_PARTS or path.name in _KEPT_FILES


def _place(path: Path) -> Path:
    if path.parent.name in _KEPT_PARTS:
        return path.parent.parent / FOLDER / f"{path.parent.name}-{path.stem}.json"
    return path.parent / FOLDER / f"{path.stem}.json"


def _print(text: str) -> str:
    return sha256(f"{_FORMAT}/{text}".encode("utf-8", "surrogatepass")).hexdigest()
