"""What was parsed before is not parsed again, and never stands in the way of what an author changed."""

import pytest

from server.content import opened
from server.content.documents import Document
from server.content.opened import open_document
from server.content.parsed_before import FOLDER
from tests.content.folder import ContentFolder


def no_parsing(file: str, text: str) -> Document:
    """Stands in for the parser where it must not be needed."""
    raise AssertionError(f"{file} was parsed again")


def test_a_file_that_did_not_change_is_not_parsed_again(
    content: ContentFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = content.path / "decks/market.yaml"
    before = open_document(file)
    monkeypatch.setattr(opened, "parse", no_parsing)
    again = open_document(file)
    assert (again.value, again.lines) == (before.value, before.lines)


def test_a_change_is_seen(content: ContentFolder) -> None:
    content.load()
    content.change_deck("is: client", "is: clients")
    assert content.only_problem().line == content.line_of("decks/market.yaml", "is: clients")


def test_what_was_wrong_is_said_again(content: ContentFolder) -> None:
    file = content.write("decks/market.yaml", "id: market\nid: fair\n")
    first, second = open_document(file).problems, open_document(file).problems
    assert first == second != []


def test_what_was_kept_may_be_spoilt(content: ContentFolder) -> None:
    content.load()
    for kept in (content.path / FOLDER).glob("*.json"):
        kept.write_text('{"print": 7', encoding="utf-8")
    content.write("decks/fair.yaml", "id: fair")
    assert "market" in content.load().decks


def test_where_nothing_can_be_kept_all_is_read_all_the_same(content: ContentFolder) -> None:
    (content.path / FOLDER).write_text("a file, where the folder would be", encoding="utf-8")
    assert "market" in content.load().decks


def test_what_is_kept_stays_out_of_version_control(content: ContentFolder) -> None:
    content.load()
    assert (content.path / FOLDER / ".gitignore").read_text("utf-8") == "*\n"
