"""A folder of content -> all that the server can play with: decks, axes and offered names, and what is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from server.content.axis_files import read_axis
from server.content.axis_shapes import AxisShape
from server.content.blocked_files import read_blocked
from server.content.building import build_axis
from server.content.deck_files import OpenDeck, open_deck
from server.content.exam_files import is_exam, read_exam
from server.content.exams import Exam
from server.content.kin_checks import known_cards
from server.content.name_files import read_names
from server.content.name_shapes import BLOCKED_FILE, NAMES_FILE
from server.content.opened import open_document
from server.content.problems import Problem, Rule, by_place
from server.content.stock import SHIPPED_CONTENT as SHIPPED_CONTENT
from server.content.trial_files import read_trial
from server.content.trial_shapes import TRIAL_FILE
from server.rules.cards import Axis, Deck, Trial


@dataclass(frozen=True, slots=True)
class Library:
    """What a content folder holds. A deck or axis with a problem is left out; a warning leaves nothing out.

    `decks` are those that a room can play, in the order of the shelf; mock exams are not among them, and the trial card
    is in none of them. `blocked_words` may stand in no name.
    """

    decks: Mapping[str, Deck]
    axes: Mapping[str, Axis]
    offered_names: Mapping[str, tuple[str, ...]]
    problems: tuple[Problem, ...]
    exams: Mapping[str, Exam] = field(default_factory=dict)
    trial: Trial | None = None
    blocked_words: tuple[str, ...] = ()


def load_library(folder: Path = SHIPPED_CONTENT) -> Library:
    """Reads a content folder. Never raises for what an author wrote: that is among the problems.

    Reading takes about a second, so a folder that did not change since is not read again.
    """
    return _read_library(folder, _state_of(folder))


FolderState = tuple[tuple[Path, int, int], ...]
"""The folder's files with when each changed (nanoseconds) and its size (bytes)."""


def _state_of(folder: Path) -> FolderState:
    files = [path for part in ("axes", "decks", ".") for path in sorted((folder / part).glob("*")) if path.is_file()]
    return tuple((path, path.stat().st_mtime_ns, path.stat().st_size) for path in files)


@lru_cache(maxsize=2)
def _read_library(folder: Path, _: FolderState) -> Library:
    axes, problems = load_axes(folder)
    documents = [open_document(path) for path in yaml_files(folder / "decks")]
    opened = [open_deck(document, axes) for document in documents if not is_exam(document)]
    known = known_cards(card for deck in opened for card in deck.cards.values())
    decks = [deck for each in sorted(opened, key=_shelf) if (deck := each.among(known)) is not None]
    exams = [exam for each in documents if is_exam(each) and (exam := read_exam(each)) is not None]
    problems += [problem for document in documents for problem in document.problems]
    problems += misnamed_files(folder)
    names, said = read_names(folder / NAMES_FILE)
    trial, said_of_trial = read_trial(folder / TRIAL_FILE, axes, known)
    blocked, said_of_blocked = read_blocked(folder / BLOCKED_FILE, names)
    built = {axis.id: build_axis(axis) for axis in axes.values() if axis is not None}
    return Library(
        decks={deck.id: deck for deck in decks},
        axes=built,
        offered_names=names,
        problems=tuple(by_place([*problems, *said, *said_of_trial, *said_of_blocked])),
        exams={exam.id: exam for exam in exams},
        trial=trial,
        blocked_words=blocked,
    )


def _shelf(deck: OpenDeck) -> tuple[bool, int]:
    """Where a deck stands; decks that say nothing stay as they come, after the others."""
    place = deck.head.shelf if deck.head else None
    return place is None, place or 0


def offered_names(folder: Path = SHIPPED_CONTENT) -> Mapping[str, tuple[str, ...]]:
    """The names on offer per language; empty when their file cannot be used."""
    return read_names(folder / NAMES_FILE)[0]


def load_axes(folder: Path) -> tuple[dict[str, AxisShape | None], list[Problem]]:
    """Every axis of a content folder by its file's name, None for one that cannot be used; and the problems."""
    axes: dict[str, AxisShape | None] = {}
    problems: list[Problem] = []
    for path in yaml_files(folder / "axes"):
        axes[path.stem], said = read_axis(path)
        problems += said
    return axes, problems


def yaml_files(folder: Path) -> list[Path]:
    """The folder's .yaml files by name; none when there is no such folder."""
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if path.suffix == ".yaml" and not _is_hidden(path))


def misnamed_files(folder: Path) -> list[Problem]:
    """A warning for each file that lies among the axes and decks and is not read."""
    return [
        Problem(
            str(path),
            1,
            "",
            Rule.FILE_READABLE,
            "This file is not read, because its name does not end in .yaml.",
            "Rename it, or move it elsewhere.",
            is_warning=True,
        )
        for part in ("axes", "decks")
        if (folder / part).is_dir()
        for path in sorted((folder / part).iterdir())
        if path.suffix != ".yaml" and not _is_hidden(path)
    ]


def _is_hidden(path: Path) -> bool:
    return path.name.startswith(".") or path.name.endswith("~")
