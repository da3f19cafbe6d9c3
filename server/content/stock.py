"""What a server plays with, kept beside the content as it was last checked, so that a restart reads one file.

Checking all decks takes half a second of processor time, and what checks them a tenth more to load, while a class
waits for a killed server to return. Nothing depends on it: a print of every file that was read, and of the program that
read it, is kept with it; whatever does not fit, or is spoilt, is read and checked anew.
"""

import contextlib
import importlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Protocol

import pydantic
from pydantic import TypeAdapter, ValidationError

from server.content.exams import Exam
from server.rules.cards import Deck, Trial

SHIPPED_CONTENT = Path(__file__).resolve().parents[2] / "game_content"
"""The content that comes with the program."""
FOLDER = ".parsed"
"""In the content folder: what was made of it before. It holds a .gitignore for itself."""
FILE = "stock.json"
BYTES_READ = 4_000_000
"""Of each file, for its print: more than any that is used has."""
_PROGRAM = Path(__file__).resolve().parents[1]
_READ_BY = ("content", "rules")
"""The folders of the program that say what is made of a file."""


class _Print(Protocol):
    def update(self, data: bytes, /) -> None: ...


@dataclass(frozen=True, slots=True)
class Stock:
    """Of a library what is played with: see there."""

    decks: dict[str, Deck]
    exams: dict[str, Exam]
    offered_names: dict[str, tuple[str, ...]]
    blocked_words: tuple[str, ...]
    trial: Trial | None


def load_stock(folder: Path = SHIPPED_CONTENT) -> Stock:
    """The stock of a content folder, as its library has it. Never raises for what an author wrote."""
    now = print_of(folder)
    return _recall(folder, now) or _read(folder, now)


def print_of(folder: Path) -> str:
    """Changes with every file of a content folder, and with the program that reads them."""
    made = sha256(pydantic.VERSION.encode())
    for part in _READ_BY:
        _add_files(made, (_PROGRAM / part).glob("*.py"))
    for part in ("axes", "decks", "."):
        _add_files(made, (folder / part).glob("*"))
    return made.hexdigest()


def _add_files(made: _Print, files: Iterable[Path]) -> None:
    for path in sorted(path for path in files if path.is_file()):
        with contextlib.suppress(OSError):  # one that cannot be read is said by the library
            with path.open("rb") as file:
                text = file.read(BYTES_READ)
            made.update(f"{path.name} {path.stat().st_size} ".encode("utf-8", "surrogateescape"))
            made.update(text)


def _read(folder: Path, before: str) -> Stock:
    """Reads and checks all of it; what does that is loaded only here."""
    library = importlib.import_module("server.content.library").load_library(folder)
    stock = Stock(
        dict(library.decks), dict(library.exams), dict(library.offered_names), library.blocked_words, library.trial
    )
    if print_of(folder) == before:  # nobody saved a file while it was read
        _keep(folder, before, stock)
    return stock


def _recall(folder: Path, now: str) -> Stock | None:
    """The stock that was kept of a folder with this print; its first line says of what and of which bytes."""
    try:
        head, _, body = (folder / FOLDER / FILE).read_bytes().partition(b"\n")
        return _adapter().validate_json(body, strict=True) if head == _head(now, body) else None
    except (OSError, ValidationError):
        return None


def _keep(folder: Path, now: str, stock: Stock) -> None:
    """Where nothing can be written, nothing is kept."""
    body = _adapter().dump_json(stock)
    with contextlib.suppress(OSError):
        kept = folder / FOLDER
        kept.mkdir(exist_ok=True)
        (kept / ".gitignore").write_text("*\n", encoding="utf-8")
        draft = kept / f"{FILE}.{os.getpid()}"
        draft.write_bytes(_head(now, body) + b"\n" + body)
        draft.replace(kept / FILE)  # in one step: another server may be reading


def _head(now: str, body: bytes) -> bytes:
    return f"{now} {sha256(body).hexdigest()}".encode()


@cache
def _adapter() -> TypeAdapter[Stock]:
    return TypeAdapter(Stock)
