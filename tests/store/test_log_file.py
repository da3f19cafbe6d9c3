"""A room's log as a file: it comes back as it was, and a file that is not whole is never taken for a short hour."""

import gzip
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from server.rules.events import Event
from server.store.log_file import UnreadableLogFile, read_log_file, write_log_file
from tests.store.samples import ROOM, answered, joined, opened

LOG = (opened(), joined(1), joined(2), answered(1))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A good file."""
    path = tmp_path / "hour.trede-log"
    assert write_log_file(path, ROOM, LOG) == len(LOG)
    return path


def rewritten(file: Path, change: Callable[[list[bytes]], list[bytes]]) -> Path:
    """The same file with other lines."""
    lines = gzip.decompress(file.read_bytes()).splitlines(keepends=True)
    file.write_bytes(gzip.compress(b"".join(change(lines))))
    return file


def test_a_log_comes_back_as_it_was(file: Path) -> None:
    read = read_log_file(file)
    assert (read.room, read.events) == (ROOM, LOG)


def test_the_same_log_gives_the_same_bytes(file: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.trede-log"
    write_log_file(again, ROOM, iter(LOG))
    assert again.read_bytes() == file.read_bytes()


def test_a_file_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_log_file(tmp_path / "gone" / "hour.trede-log", ROOM, LOG)

    def breaks_off() -> Iterator[Event]:
        yield LOG[0]
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_log_file(tmp_path / "half.trede-log", ROOM, breaks_off())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda lines: [], "is no log of Trede"),
        (lambda lines: lines[1:], "is no log of Trede"),
        (lambda lines: lines[:-1], "cut off after 4 events"),
        (lambda lines: [*lines[:2], *lines[3:]], "cut off after 3 events"),
        (lambda lines: [*lines, lines[1]], "the file was changed"),
        (lambda lines: [lines[0], b'["Unheard",{}]\n', *lines[2:]], "line 2: unknown event 'Unheard'"),
        (lambda lines: [lines[0], *lines[2:4], b'{"events": 2}\n'], "begins with RoomOpened"),
        (lambda lines: [*lines[:-1], lines[1], b'{"events": 5}\n'], "holds two rooms"),
        (lambda lines: [b'{"format": "trede-log", "edition": 2, "room": "x"}\n', *lines[1:]], "a newer Trede"),
        (lambda lines: [b'{"format": "trede-log", "edition": 1, "room": 7}\n', *lines[1:]], "names no room"),
    ],
)
def test_a_file_that_is_not_whole_is_refused_with_its_reason(
    file: Path, change: Callable[[list[bytes]], list[bytes]], said: str
) -> None:
    with pytest.raises(UnreadableLogFile, match=said):
        read_log_file(rewritten(file, change))


def test_a_file_that_was_cut_off_on_its_way_is_refused(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-20])
    with pytest.raises(UnreadableLogFile, match="copy the file again"):
        read_log_file(file)


def test_something_else_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("not a log", encoding="utf-8")
    with pytest.raises(UnreadableLogFile, match="no log of Trede"):
        read_log_file(other)
