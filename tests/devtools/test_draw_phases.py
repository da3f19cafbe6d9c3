"""The drawn phases are those of the rules, and the page in the project is fresh."""

from pathlib import Path

from server.devtools.draw_phases import MAKERS, main, page, walk
from server.rules.phases import PHASES_ALLOWING, Phase
from tests.support.sample_deck import DECK


def test_every_phase_is_reached_and_every_command_was_tried() -> None:
    edges = list(walk(DECK, reading_seconds=10))
    assert {after for _, label, after in edges if label != "undo step"} == set(Phase) - {Phase.LOBBY}
    assert (Phase.READING, "undo step", Phase.LOBBY) in edges
    assert MAKERS.keys() == PHASES_ALLOWING.keys()


def test_without_reading_time_a_card_opens_at_once() -> None:
    assert (Phase.LOBBY, "show card (step)", Phase.ANSWERING) in set(walk(DECK, reading_seconds=0))


def test_the_page_draws_time_and_the_one_key() -> None:
    drawn = page(DECK)
    assert "answering --> closed: close due round" in drawn
    assert "closed --> reveal: reveal (step)" in drawn


def test_the_page_in_the_project_is_fresh() -> None:
    assert main(["--check"]) == 0


def test_a_stale_page_is_found_and_written_anew(tmp_path: Path) -> None:
    assert main(["--check"], tmp_path) == 1
    assert main([], tmp_path) == 0
    assert main(["--check"], tmp_path) == 0
