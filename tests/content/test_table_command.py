"""`trede deck table`: the decks in figures, with bars for people or as JSON, and what is thin with its reason."""

import json
from pathlib import Path
from typing import Any

import pytest

from server.content.library import SHIPPED_CONTENT, load_library
from server.content.table_words import BAR_LONGEST, bar
from tests.content.exam_text import with_exam
from tests.content.folder import ContentFolder
from tests.content.kinds_folder import KindsFolder
from tests.content.test_reviews import reading, review, run


def table(folder: Path) -> str:
    """The table for people."""
    status, said = run("table", "--content", folder)
    assert status == 0
    return said


def figures(folder: Path) -> dict[str, Any]:
    """The figures for programs."""
    status, said = run("table", "--content", folder, "--json")
    assert status == 0
    found: dict[str, Any] = json.loads(said)
    return found


def test_cards_are_counted_per_deck_model_and_option(content: ContentFolder) -> None:
    found = figures(content.path)
    assert (found["cards"], found["decks"], found["contested"], found["twins"], found["trial"]) == (2, 1, 1, 0, 0)
    assert {model: count for model, count in found["models"].items() if count} == {"M3": 2, "M14": 2}
    assert list(found["models"])[:3] == ["M1", "M2", "M3"]
    assert found["options"] == {
        "form": {"personal": 0, "moral": 1, "structural": 2},
        "stage": {"prospect": 0, "customer": 1, "client": 1},
    }


def test_a_contested_card_counts_for_each_option_that_can_be_defended_and_an_order_for_all(kinds: KindsFolder) -> None:
    options = figures(kinds.path)["options"]
    assert options["rank"] == {"love": 1, "status": 0, "goods": 1, "money": 1}
    assert options["match"] == {"love": 1, "status": 0, "goods": 1, "money": 0}
    assert "why" not in options


def test_what_is_thin_is_named_with_its_reason(content: ContentFolder) -> None:
    content.write(
        "gaps.yaml",
        'models: {M15: {nl: "Weg.", en: "Lost."}}\noptions: {form: {personal: {nl: "Zo.", en: "On purpose."}}}\n',
    )
    thin = figures(content.path)["thin"]
    assert {"model": "M15", "cards": 0, "reason": "Lost."} in thin
    assert {"model": "M1", "cards": 0, "reason": None} in thin
    assert {"axis": "form", "option": "personal", "cards": 0, "reason": "On purpose."} in thin
    assert {"axis": "form", "option": "structural", "cards": 2, "reason": None} in thin
    said = table(content.path)
    assert "  form personal    0  On purpose.\n" in said
    assert "  form structural  2  no reason is given in gaps.yaml\n" in said


def test_exams_are_no_cards(content: ContentFolder) -> None:
    found = figures(with_exam(content).path)
    assert found["cards"] == 2
    assert found["exams"] == {
        "mock": {
            "sections": {"theory": 2, "case": 1, "open": 1},
            "models": {"M1": 1, "M3": 1},
            "items_read": 0,
            "keys_read": 0,
            "keys_agreed": 0,
        }
    }


def test_readings_are_those_of_the_first_time(kinds: KindsFolder) -> None:
    review(kinds, reading(kinds, "ann"), reading(kinds, "bob", cross="ad"))
    kinds.change_gifts("Wim waves.", "Wim waves a lot.")
    found = figures(kinds.path)
    assert found["reviewed"] == 1
    assert found["blind_agreement"] == {
        "cards_read": 2,
        "cards_agreed": 1,
        "keys_read": 6,
        "keys_agreed": 5,
        "cards_known_by_number_only": 0,
    }
    said = table(kinds.path)
    assert "  cards 1 of 2 agreed (50.0 %)\n" in said
    assert "  keys  5 of 6 agreed (83.3 %)\n" in said


def test_names_and_figures_stand_below_each_other(content: ContentFolder) -> None:
    lines = table(content.path).splitlines()
    start = lines.index("Cards per option, where it is the key or can be defended; one scale for all axes")
    rows = [line for line in lines[start + 1 : lines.index("", start)] if line.startswith("  ")]
    assert rows == [
        "  personal    0",
        f"  moral       1  {'█' * 15}",
        f"  structural  2  {'█' * 30}",
        "  prospect    0",
        f"  customer    1  {'█' * 15}",
        f"  client      1  {'█' * 15}",
    ]


@pytest.mark.parametrize(("count", "most", "drawn"), [(0, 0, ""), (0, 5, ""), (5, 5, "█" * BAR_LONGEST), (1, 999, "▏")])
def test_a_bar_is_as_long_as_its_count_and_what_is_there_can_be_seen(count: int, most: int, drawn: str) -> None:
    assert bar(count, most) == drawn


def test_an_empty_folder_has_an_empty_table(tmp_path: Path) -> None:
    assert figures(tmp_path)["cards"] == 0
    assert "0 cards in 0 decks" in table(tmp_path)


def test_a_folder_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        run("table", "--content", tmp_path / "nowhere")


def test_the_shipped_content_leaves_nothing_thin_without_a_reason() -> None:
    found = figures(SHIPPED_CONTENT)
    assert [thin for thin in found["thin"] if thin["reason"] is None] == []
    assert [thin["model"] for thin in found["thin"] if "model" in thin] == ["M15"]
    assert found["cards"] == sum(len(deck.cards) for deck in load_library().decks.values())


def test_the_shipped_records_do_not_say_that_every_key_was_found_at_once() -> None:
    read = figures(SHIPPED_CONTENT)["blind_agreement"]
    assert (read["cards_read"] - read["cards_agreed"], read["keys_read"] - read["keys_agreed"]) == (5, 5)
    assert read["cards_known_by_number_only"] == 3
