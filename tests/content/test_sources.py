"""A file that cannot be read as text says why, and what to do in an editor."""

import os
from pathlib import Path

import pytest

from server.content.problems import Problem, Rule
from server.content.sources import BYTES_MOST, read_text
from tests.content.folder import ContentFolder


def problem_of(path: Path) -> Problem:
    """What is said about a file that cannot be read."""
    found = read_text(path)
    assert isinstance(found, Problem)
    assert found.file == str(path)
    return found


@pytest.mark.parametrize("text", ["", "  \n\n \t\n"])
def test_an_empty_file(content: ContentFolder, text: str) -> None:
    problem = problem_of(content.write("decks/fair.yaml", text))
    assert (problem.rule, problem.message) == (Rule.FILE_SIZE, "The file is empty.")


def test_a_file_in_latin_1_names_its_first_strange_byte(content: ContentFolder) -> None:
    problem = problem_of(content.write("decks/fair.yaml", "id: fair\ntitle: één".encode("latin-1")))
    assert (problem.rule, problem.line) == (Rule.UTF_8, 2)
    assert "0xe9" in problem.message
    assert "Latin-1" in problem.message
    assert "UTF-8" in problem.remedy


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_in_utf_16_is_called_by_its_name(content: ContentFolder, encoding: str) -> None:
    text = "\ufeffid: fair" if encoding != "utf-16" else "id: fair"
    problem = problem_of(content.write("decks/fair.yaml", text.encode(encoding)))
    assert (problem.rule, problem.message) == (Rule.UTF_8, "The file is UTF-16, not UTF-8.")


def test_a_byte_order_mark_is_no_part_of_the_text(content: ContentFolder) -> None:
    assert read_text(content.write("decks/fair.yaml", b"\xef\xbb\xbfid: fair")) == "id: fair"


def test_a_file_larger_than_any_deck(content: ContentFolder) -> None:
    problem = problem_of(content.write("decks/fair.yaml", b"#" * (BYTES_MOST + 1)))
    assert (problem.rule, problem.message) == (Rule.FILE_SIZE, "The file is larger than 1 MB.")


def test_a_folder_is_not_a_file(content: ContentFolder) -> None:
    problem = problem_of(content.path / "decks")
    assert (problem.rule, problem.message) == (Rule.FILE_READABLE, "This is a folder.")


def test_a_named_pipe_is_not_waited_for(content: ContentFolder) -> None:
    pipe = content.path / "decks/fair.yaml"
    os.mkfifo(pipe)
    assert problem_of(pipe).message == "This is not an ordinary file."


def test_a_device_without_end_is_not_read() -> None:
    assert problem_of(Path("/dev/zero")).message == "This is not an ordinary file."


def test_a_file_that_is_not_there(content: ContentFolder) -> None:
    assert problem_of(content.path / "decks/fair.yaml").message == "There is no such file."


def test_a_link_to_itself(content: ContentFolder) -> None:
    link = content.path / "decks/fair.yaml"
    link.symlink_to(link)
    assert problem_of(link).rule is Rule.FILE_READABLE


def test_a_file_that_may_not_be_read(content: ContentFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    file = content.write("decks/fair.yaml", "id: fair")
    file.chmod(0)
    if os.geteuid() == 0:  # root may read everything, so the system's own refusal has to be played

        def refuse(*_: object) -> int:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(os, "open", refuse)
    problem = problem_of(file)
    assert problem.message == "This file may not be read."
    assert problem.remedy == f"Allow it: chmod u+r {file}"
