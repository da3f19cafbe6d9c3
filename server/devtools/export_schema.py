"""Writes docs/session.schema.json, by which other programs read an exported session, from the types themselves."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from pydantic import TypeAdapter

from server.review.export_json import ExportedSession

PROJECT = Path(__file__).resolve().parents[2]
PAGE = "docs/session.schema.json"


def schema_text() -> str:
    """The schema as it should stand in the file."""
    schema = TypeAdapter(ExportedSession).json_schema(mode="serialization")
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Writes the file; with --check only says whether it is stale. Returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail when the file is stale")
    path, text = PROJECT / PAGE, schema_text()
    is_fresh = path.is_file() and path.read_text(encoding="utf-8") == text
    if parser.parse_args(arguments).check:
        if not is_fresh:
            sys.stdout.write(f"{PAGE} is stale: run `make wire` and commit it.\n")
        return 0 if is_fresh else 1
    path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
