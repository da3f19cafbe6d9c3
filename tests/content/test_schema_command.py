"""`trede deck schema`: the shapes for an editor, and whether those in the project are fresh."""

import json
from io import StringIO
from pathlib import Path

from server.content.deck_command import main
from server.content.deck_shapes import DeckShape
from server.content.schema_command import schema_text


def schema(*arguments: str | Path) -> tuple[int, str]:
    """Runs the command: its exit status and what it printed."""
    out = StringIO()
    status = main(["schema", *map(str, arguments)], out)
    return status, out.getvalue()


def test_all_schemas_are_written_once(tmp_path: Path) -> None:
    status, said = schema("--content", tmp_path)
    assert status == 0
    assert said.count("wrote ") == 4
    assert schema("--content", tmp_path) == (0, "")
    assert schema("--content", tmp_path, "--check") == (0, "")


def test_a_stale_schema_is_said_and_left(tmp_path: Path) -> None:
    schema("--content", tmp_path)
    (tmp_path / "deck.schema.json").write_text("{}", encoding="utf-8")
    status, said = schema("--content", tmp_path, "--check")
    assert status == 1
    assert "deck.schema.json is stale" in said
    assert (tmp_path / "deck.schema.json").read_text("utf-8") == "{}"


def test_the_schema_speaks_as_the_file_does() -> None:
    described = json.loads(schema_text(DeckShape))
    key = described["$defs"]["KeyShape"]
    assert {"is", "accept", "items", "model_answer", "cue", "why"} == set(key["properties"])
    assert key["oneOf"] == [{"required": ["is"]}, {"required": ["accept"]}, {"required": ["model_answer"]}]
    assert described["$defs"]["CardShape"]["properties"]["difficulty"]["maximum"] == 3
    assert described["additionalProperties"] is False


def test_the_schemas_in_the_project_are_fresh() -> None:
    assert schema("--check") == (0, "")
