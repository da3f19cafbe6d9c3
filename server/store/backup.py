"""A copy of the data folder while its server runs: whole, as it was at one moment, and ready to be started elsewhere.

The store appends to files that its manifest names. A rewrite of them, which may come at any time, changes the manifest;
so a copy between two equal readings of the manifest is of one moment. The last file may end in half an entry, which
the store cuts off when it starts: what was acknowledged is in the file whole (decision 0010).
"""

import json
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

APPENDED = "appendonlydir"
OLD_APPENDED = "appendonly.aof"
"""One file, before Redis 7: a rewrite puts another in its place, and whoever has it open reads on in the old one."""
BESIDE = ("host-token", "store.json")
TRIES = 20


class CannotBackUp(Exception):
    """Why there is no copy: one line, with what to do."""


@dataclass(frozen=True, slots=True)
class BackUp:
    """What was copied."""

    files: int
    size: int


def back_up(data_dir: Path, to: Path) -> BackUp:
    """Copies all that a server needs to go on into a new folder. Raises CannotBackUp, and OSError."""
    if to.exists():
        raise CannotBackUp(f"{to} is there already: take another name, so that nothing is written over.")
    if not (data_dir / "store.json").is_file():
        raise CannotBackUp(f"{data_dir} is no data folder of Trede: name the right one with DATA_DIR.")
    draft = to.with_name(to.name + ".part")
    shutil.rmtree(draft, ignore_errors=True)
    to.parent.mkdir(parents=True, exist_ok=True)
    try:
        _copy_moment(data_dir, draft)
        for name in BESIDE:
            if (data_dir / name).is_file():
                _copy(data_dir / name, draft / name)
        _without_socket(draft / "store.json")
        copied = [file for file in draft.rglob("*") if file.is_file()]
        draft.rename(to)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return BackUp(len(copied), sum(file.stat().st_size for file in to.rglob("*") if file.is_file()))


def _copy_moment(data_dir: Path, draft: Path) -> None:
    for _ in range(TRIES):
        draft.mkdir(mode=0o700)
        before = _manifests(data_dir)
        try:
            _copy_all(data_dir, draft, before)
        except FileNotFoundError:
            pass  # rewritten meanwhile
        else:
            if _manifests(data_dir) == before:
                return
        shutil.rmtree(draft)
    raise CannotBackUp(f"The store's files in {data_dir} were written anew all the time: try again.")


def _copy_all(data_dir: Path, draft: Path, manifests: dict[str, bytes]) -> None:
    if not manifests:
        _copy(data_dir / OLD_APPENDED, draft / OLD_APPENDED)
        return
    (draft / APPENDED).mkdir(mode=0o700)
    for manifest, text in manifests.items():
        for name in _named_in(text):
            _copy(data_dir / APPENDED / name, draft / APPENDED / name)
        _write(draft / APPENDED / manifest, text)


def _manifests(data_dir: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (data_dir / APPENDED).glob("*.manifest")}


def _named_in(manifest: bytes) -> Iterable[str]:
    """`file appendonly.aof.1.base.rdb seq 1 type b`, a line each; those of type h are history, and on their way out."""
    for line in manifest.decode().splitlines():
        words = line.split()
        told = dict(zip(words[::2], words[1::2], strict=False))
        if told.get("type") in {"b", "i"}:
            yield told["file"].strip('"')


def _copy(source: Path, target: Path) -> None:
    with source.open("rb") as read, target.open("xb") as write:
        shutil.copyfileobj(read, write)
        write.flush()
        os.fsync(write.fileno())
    target.chmod(0o600)


def _write(target: Path, text: bytes) -> None:
    target.write_bytes(text)
    target.chmod(0o600)


def _without_socket(note: Path) -> None:
    """The copy's store must listen in its own folder: the old place may still be the old store's."""
    told = json.loads(note.read_text(encoding="utf-8"))
    note.write_text(json.dumps({**told, "socket": "store.sock"}) + "\n", encoding="utf-8")
