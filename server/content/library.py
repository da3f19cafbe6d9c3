"""A folder of content -> all that the server can play with: decks, axes and offered names, and what is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from server.content.axis_files import read_axis
from server.content.building import build_axis
from server.content.deck_files import read_deck
from server.content.name_files import NAMES_FILE, read_names
from server.content.problems import Problem, Rule, by_place
from server.content.shapes import AxisShape
from server.rules.cards import Axis, Deck

SHIPPED_CONTENT = Path(__file__).resolve().parents[2] / "game_content"
"""The content that comes with the program."""


@dataclass(frozen=True, slots=True)
class Library:
    """What a content folder holds. A deck or axis with a problem is left out; a warning leaves nothing out."""

    decks: Mapping[str, Deck]
    axes: Mapping[str, Axis]
    offered_names: Mapping[str, tuple[str, ...]]
    problems: tuple[Problem, ...]


def load_library(folder: Path = SHIPPED_CONTENT) -> Library:
    """Reads a content folder. Never raises for what an author wrote: that is among the problems."""
    axes, problems = load_axes(folder)
    decks: dict[str, Deck] = {}
    for path in yaml_files(folder / "decks"):
        deck, said = read_deck(path, axes)
        problems += said
        if deck is not None:
            decks[deck.id] = deck
    problems += misnamed_files(folder)
    names, said = read_names(folder / NAMES_FILE)
    built = {axis.id: build_axis(axis) for axis in axes.values() if axis is not None}
    return Library(decks, built, names, tuple(by_place(problems + said)))


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
