"""`trede deck check`: what it prints, and how it ends."""

from io import StringIO
from pathlib import Path

import pytest

from server.content.deck_command import main
from tests.content.folder import ContentFolder


def check(*arguments: str | Path) -> tuple[int, str]:
    """Runs the command: its exit status and what it printed."""
    out = StringIO()
    status = main(["check", *map(str, arguments)], out)
    return status, out.getvalue()


def test_a_good_folder_ends_well(content: ContentFolder) -> None:
    assert check("--content", content.path) == (0, "1 deck and 2 axes usable; 0 problems, 0 warnings.\n")


def test_the_shipped_content_ends_well() -> None:
    status, said = check()
    assert status == 0, said
    assert said.endswith("0 problems, 0 warnings.\n")


def test_a_problem_is_said_with_file_line_field_rule_and_remedy(content: ContentFolder) -> None:
    content.change_deck("is: client", "is: clients")
    line = content.line_of("decks/market.yaml", "is: clients")
    status, said = check("--content", content.path)
    assert status == 1
    assert said == (
        f"{content.path}/decks/market.yaml:{line}: cards[cheese-on-friday].key.stage.is (option-known)\n"
        "    The axis 'stage' has no option 'clients'.\n"
        "    Did you mean 'client'? There are: prospect, customer, client.\n"
        "0 decks and 2 axes usable; 1 problem, 0 warnings.\n"
    )


def test_warnings_stand_apart_and_do_no_harm(content: ContentFolder) -> None:
    content.change_deck("person: Noor", "person: Anna")
    status, said = check("--content", content.path)
    assert status == 0
    assert said.startswith("Warnings (these keep nothing from being used):\n")
    assert said.endswith("1 deck and 2 axes usable; 0 problems, 2 warnings.\n")


def test_paths_are_short_where_the_command_runs(content: ContentFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    content.change_deck("is: client", "is: clients")
    monkeypatch.chdir(content.path.parent)
    assert check("--content", content.path)[1].startswith("game_content/decks/market.yaml:")


def test_single_files_of_each_kind(content: ContentFolder) -> None:
    files = [content.path / name for name in ("decks/market.yaml", "axes/stage.yaml", "offered_names.yaml")]
    assert check(*files) == (0, "3 files; 0 problems, 0 warnings.\n")


def test_a_deck_by_itself_is_held_against_the_axes_of_a_folder(content: ContentFolder, tmp_path: Path) -> None:
    alone = tmp_path / "desk" / "market.yaml"
    alone.parent.mkdir()
    alone.write_bytes((content.path / "decks/market.yaml").read_bytes())
    assert check(alone, "--content", content.path)[0] == 0
    status, said = check(alone)
    assert status == 1
    assert "There is no axis 'form'." in said


def test_a_folder_given_as_a_file_is_a_problem(content: ContentFolder) -> None:
    status, said = check(content.path / "decks")
    assert status == 1
    assert "This is a folder." in said


def test_a_file_that_is_not_there_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        check("nowhere.yaml")
    assert ended.value.code == 2
    assert "there is no nowhere.yaml" in capsys.readouterr().err


def test_an_unknown_option_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        check("--quickly")
    assert ended.value.code == 2
    assert "usage: trede deck check" in capsys.readouterr().err
