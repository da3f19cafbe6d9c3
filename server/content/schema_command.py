"""`trede deck schema`: the shapes of content files as JSON schemas, with which an editor completes and corrects."""

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TextIO

from server.content.axis_shapes import AxisShape
from server.content.check_command import near
from server.content.deck_shapes import DeckShape
from server.content.exam_shapes import ExamShape
from server.content.library import SHIPPED_CONTENT
from server.content.shapes import Shape
from server.content.trial_shapes import TrialShape

SCHEMAS: Mapping[str, type[Shape]] = {
    "deck.schema.json": DeckShape,
    "axis.schema.json": AxisShape,
    "exam.schema.json": ExamShape,
    "trial.schema.json": TrialShape,
}


def schema_text(shape: type[Shape]) -> str:
    """A shape as the text of a JSON schema, the same for the same shape."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": "Written by `trede deck schema`. Not for editing.",
        **shape.model_json_schema(by_alias=True),
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def main(arguments: Sequence[str], out: TextIO) -> int:
    """Writes what is stale. With --check it only says so and returns 1. Raises SystemExit(2) for wrong usage."""
    parser = argparse.ArgumentParser(prog="trede deck schema", description="Writes the schemas of content files.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a schema is stale")
    parser.add_argument("--content", type=Path, default=SHIPPED_CONTENT, metavar="FOLDER", help="where to write")
    chosen = parser.parse_args(arguments)
    if not chosen.content.is_dir():
        parser.error(f"there is no folder {chosen.content}")
    texts = {chosen.content / name: schema_text(shape) for name, shape in SCHEMAS.items()}
    stale = [path for path, text in texts.items() if not path.is_file() or path.read_text("utf-8") != text]
    for path in stale:
        if chosen.check:
            out.write(f"{near(path)} is stale: run `trede deck schema` and commit it.\n")
        else:
            path.write_text(texts[path], encoding="utf-8")
            out.write(f"wrote {near(path)}\n")
    return 1 if stale and chosen.check else 0
