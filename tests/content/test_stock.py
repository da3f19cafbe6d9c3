"""What a server plays with is checked once; a restart takes what was kept, and never what is not so any more."""

import pydantic
import pytest

from server.content import library
from server.content.library import Library, load_library
from server.content.stock import FILE, FOLDER, Stock, load_stock
from tests.content.folder import ContentFolder


def no_reading(_folder: object) -> Library:
    """Stands in for the library where it must not be asked."""
    raise AssertionError("the decks were read and checked again")


def as_read(content: ContentFolder) -> tuple[object, ...]:
    """What the library says now."""
    read = content.load()
    return read.decks, read.exams, read.offered_names, read.blocked_words, read.trial


def parts_of(stock: Stock) -> tuple[object, ...]:
    """What the stock says."""
    return stock.decks, stock.exams, stock.offered_names, stock.blocked_words, stock.trial


def test_what_is_kept_is_what_was_read_to_the_last_deck_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    read = load_library()
    load_stock()
    monkeypatch.setattr(library, "load_library", no_reading)
    kept = load_stock()
    assert parts_of(kept) == (read.decks, read.exams, read.offered_names, read.blocked_words, read.trial)
    assert (list(kept.decks), list(kept.exams)) == (list(read.decks), list(read.exams))  # in the order of the shelf


@pytest.mark.parametrize("file", ["decks/market.yaml", "axes/stage.yaml", "offered_names.yaml"])
def test_whatever_file_an_author_changes_is_read_anew(content: ContentFolder, file: str) -> None:
    load_stock(content.path)
    changed = (content.path / file).read_text("utf-8").replace("Noor", "Nora").replace("Trede", "Tree")
    content.write(file, changed)
    assert parts_of(load_stock(content.path)) == as_read(content)


def test_a_deck_that_was_taken_away_is_gone(content: ContentFolder) -> None:
    assert list(load_stock(content.path).decks) == ["market"]
    (content.path / "decks/market.yaml").unlink()
    assert load_stock(content.path).decks == {}


def test_another_program_reads_anew(content: ContentFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    load_stock(content.path)
    monkeypatch.setattr(library, "load_library", no_reading)
    load_stock(content.path)
    monkeypatch.setattr(pydantic, "VERSION", "another")
    with pytest.raises(AssertionError, match="checked again"):
        load_stock(content.path)


def test_a_file_that_is_torn_or_spoilt_anywhere_is_read_anew(content: ContentFolder) -> None:
    whole = parts_of(load_stock(content.path))
    kept = content.path / FOLDER / FILE
    written = kept.read_bytes()
    for length in range(0, len(written), 97):
        kept.write_bytes(written[:length])
        assert parts_of(load_stock(content.path)) == whole
        assert kept.read_bytes() == written  # and kept again, whole
    kept.write_bytes(written.replace(b"Kaas", b"Melk"))
    assert parts_of(load_stock(content.path)) == whole


def test_what_reads_well_and_is_no_stock_is_read_anew(content: ContentFolder) -> None:
    whole = parts_of(load_stock(content.path))
    (content.path / FOLDER / FILE).write_bytes(b"{}\n{}")
    assert parts_of(load_stock(content.path)) == whole


def test_a_file_saved_while_all_is_read_is_not_missed(content: ContentFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    def meanwhile(folder: object) -> Library:
        read = load_library(content.path)
        content.change_deck('nl: "De markt"', 'nl: "De grote markt"')
        return read

    monkeypatch.setattr(library, "load_library", meanwhile)
    assert load_stock(content.path).decks["market"].title.nl == "De markt"
    monkeypatch.setattr(library, "load_library", load_library)
    assert load_stock(content.path).decks["market"].title.nl == "De grote markt"


def test_where_nothing_can_be_kept_all_is_read_all_the_same(content: ContentFolder) -> None:
    (content.path / FOLDER).write_text("a file, where the folder would be", encoding="utf-8")
    assert list(load_stock(content.path).decks) == ["market"]


def test_nothing_but_the_stock_stays_behind(content: ContentFolder) -> None:
    load_stock(content.path)
    assert sorted(path.name for path in (content.path / FOLDER).glob(f"{FILE}*")) == [FILE]
