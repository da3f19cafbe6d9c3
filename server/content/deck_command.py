"""`trede deck ...`: the commands for who writes decks. Each returns the exit status and prints to the given stream."""

from collections.abc import Callable, Mapping, Sequence
from typing import TextIO

from server.content import check_command, review_command, schema_command, strip_command, table_command

DeckCommand = Callable[[Sequence[str], TextIO], int]

COMMANDS: Mapping[str, DeckCommand] = {
    "check": check_command.main,
    "schema": schema_command.main,
    "strip": strip_command.main,
    "review": review_command.main,
    "table": table_command.main,
}

USAGE = """\
usage: trede deck check [--content FOLDER] [FILE ...]   say what is wrong with decks and axes
       trede deck schema [--content FOLDER] [--check]   write the schemas with which an editor completes
       trede deck strip DECK [--language nl|en|both]    print a deck or a mock exam for a blind reader
       trede deck review DECK READING READING           record two blind readings
       trede deck table [--content FOLDER] [--json]     what the decks hold, in figures
"""


def main(arguments: Sequence[str], out: TextIO) -> int:
    """Runs one of the commands; 2 when there is no such command. Raises SystemExit for wrong options."""
    name, *rest = arguments or [""]
    if name in COMMANDS:
        return COMMANDS[name](rest, out)
    out.write(USAGE)
    return 0 if name in {"-h", "--help"} else 2
