"""`trede deck check [FILE ...]`: every problem as file, line, field, rule and what to do."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from server.content.axis_files import read_axis
from server.content.blocked_files import read_blocked
from server.content.deck_files import read_deck
from server.content.exam_files import is_exam, read_exam
from server.content.gap_files import GAPS_FILE, read_gaps
from server.content.library import SHIPPED_CONTENT, load_axes, load_library, offered_names, yaml_files
from server.content.name_files import read_names
from server.content.name_shapes import BLOCKED_FILE, NAMES_FILE
from server.content.opened import open_document
from server.content.problems import Problem, by_place
from server.content.reporting import write_problem
from server.content.review_files import check_review, check_reviews
from server.content.review_record import REVIEWS
from server.content.trial_files import read_trial
from server.content.trial_shapes import TRIAL_FILE


def main(arguments: Sequence[str], out: TextIO) -> int:
    """0 when all is well (warnings included), 1 when there is a problem. Raises SystemExit(2) for wrong usage."""
    parser = argparse.ArgumentParser(
        prog="trede deck check", description="Says what is wrong with decks, axes and offered names."
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="files to check (default: all)")
    parser.add_argument("--content", type=Path, default=None, metavar="FOLDER", help="another content folder")
    chosen = parser.parse_args(arguments)
    for path in (*chosen.files, *([chosen.content] if chosen.content else [])):
        if not path.exists():
            parser.error(f"there is no {path}")
    folder = near(chosen.content or SHIPPED_CONTENT)
    if chosen.files:
        problems = [problem for file in chosen.files for problem in check_file(file, folder)]
        looked_at = _counted(len(chosen.files), "file")
    else:
        library = load_library(folder)
        problems = [*library.problems, *check_reviews(folder, library), *read_gaps(folder, library.axes)[1]]
        counts = [_counted(len(library.decks), "deck"), _counted(len(library.axes), "axis")]
        if library.exams:
            counts.insert(1, _counted(len(library.exams), "exam"))
        looked_at = f"{', '.join(counts[:-1])} and {counts[-1]} usable"
    return _report(problems, looked_at, out)


def check_file(file: Path, folder: Path) -> list[Problem]:
    """What there is to say about one file. A deck outside a content folder is held against `folder`'s axes."""
    if file.parent.name == "axes":
        return read_axis(file)[1]
    if (file.parent / "axes").is_dir() or file.name == NAMES_FILE:
        said = _check_file_of_folder(file)
        if said is not None:
            return said
    if file.parent.name == REVIEWS:
        return check_review(file, load_library(file.parent.parent))
    document = open_document(file)
    if is_exam(document):
        read_exam(document)
        return document.problems
    home = file.parent.parent if (file.parent.parent / "axes").is_dir() else folder
    axes, _ = load_axes(home)
    return read_deck(file, axes, [path for path in yaml_files(home / "decks") if path != file])[1]


def _check_file_of_folder(file: Path) -> list[Problem] | None:
    """The same for a file that lies beside the folders of axes and decks; None when it is none of those known."""
    folder = file.parent
    match file.name:
        case names if names == NAMES_FILE:
            return read_names(file)[1]
        case blocked if blocked == BLOCKED_FILE:
            return read_blocked(file, offered_names(folder))[1]
        case gaps if gaps == GAPS_FILE:
            return read_gaps(folder, load_library(folder).axes)[1]
        case trial if trial == TRIAL_FILE:
            library = load_library(folder)
            cards = {card.id for deck in library.decks.values() for card in deck.cards}
            return read_trial(file, library.axes, cards)[1]
    return None


def near(path: Path) -> Path:
    """The path as seen from where the command runs, if it lies below; so that lines stay short."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _report(problems: list[Problem], looked_at: str, out: TextIO) -> int:
    wrong = by_place(problem for problem in problems if not problem.is_warning)
    warned = by_place(problem for problem in problems if problem.is_warning)
    for problem in wrong:
        write_problem(problem, out)
    if warned:
        out.write("Warnings (these keep nothing from being used):\n")
        for problem in warned:
            write_problem(problem, out)
    out.write(f"{looked_at}; {_counted(len(wrong), 'problem')}, {_counted(len(warned), 'warning')}.\n")
    return 1 if wrong else 0


def _counted(count: int, name: str) -> str:
    plural = {"axis": "axes"}.get(name, f"{name}s")
    return f"{count} {name if count == 1 else plural}"
