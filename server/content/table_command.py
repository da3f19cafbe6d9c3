"""`trede deck table`: what the decks hold in figures, for who writes them and for who asks."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from server.content.library import SHIPPED_CONTENT, load_library
from server.content.table import table_of
from server.content.table_words import table_lines, table_value


def main(arguments: Sequence[str], out: TextIO) -> int:
    """Prints and returns 0. Raises SystemExit(2) for wrong usage."""
    parser = argparse.ArgumentParser(prog="trede deck table", description="Prints what the decks hold in figures.")
    parser.add_argument("--content", type=Path, default=SHIPPED_CONTENT, metavar="FOLDER", help="the content folder")
    parser.add_argument("--json", action="store_true", help="for programs")
    chosen = parser.parse_args(arguments)
    if not chosen.content.is_dir():
        parser.error(f"there is no folder {chosen.content}")
    table = table_of(load_library(chosen.content), chosen.content)
    if chosen.json:
        out.write(json.dumps(table_value(table), indent=2) + "\n")
        return 0
    for line in table_lines(table):
        out.write(f"{line}\n")
    return 0
