"""Writes what is generated from the server's own types: the browser's types, docs/protocol.md, the decks' schemas."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from server.content.schema_command import SCHEMAS, schema_text
from server.devtools.wire_export.generated_ts import generated_ts
from server.devtools.wire_export.protocol_page import protocol_page

PROJECT = Path(__file__).resolve().parents[2]


def generated_files() -> Mapping[str, str]:
    """Each generated file, by its path in the project, with the text that it should hold."""
    schemas = {f"game_content/{name}": schema_text(shape) for name, shape in SCHEMAS.items()}
    return {"web/src/wire/generated.ts": generated_ts(), "docs/protocol.md": protocol_page(), **schemas}


def stale_files(project: Path) -> list[str]:
    """The generated files that are missing or hold something else."""
    return [path for path, text in generated_files().items() if not _holds(project / path, text)]


def write_files(project: Path) -> list[str]:
    """Writes what is stale and returns it."""
    stale = stale_files(project)
    for path in stale:
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(generated_files()[path], encoding="utf-8")
    return stale


def _holds(file: Path, text: str) -> bool:
    return file.is_file() and file.read_text(encoding="utf-8") == text


def main(arguments: list[str] | None = None, project: Path = PROJECT) -> int:
    """Returns the exit status: 1 when --check finds a stale file, else 0."""
    parser = argparse.ArgumentParser(prog="python -m server.devtools.export_wire_types", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a file is stale")
    if parser.parse_args(arguments).check:
        stale = stale_files(project)
        for path in stale:
            print(f"{path} is stale: run `make wire` and commit it.")
        return 1 if stale else 0
    for path in write_files(project):
        print(f"wrote {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
