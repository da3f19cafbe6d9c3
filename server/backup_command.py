"""`trede backup FOLDER`: a copy of the data folder, beside a running server or without one."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from server.settings import SettingsError, settings_from_environment
from server.store.backup import CannotBackUp, back_up


def main(arguments: Sequence[str], out: TextIO = sys.stdout) -> int:
    """Makes the copy; returns the exit status. Raises SystemExit for wrong usage."""
    parser = argparse.ArgumentParser(prog="trede backup", description="Copies the data folder, also while it is used.")
    parser.add_argument("to", metavar="FOLDER", help="where to; it must not be there yet")
    to = Path(parser.parse_args(arguments).to)
    try:
        settings = settings_from_environment()
        if settings.redis_url is not None:
            raise CannotBackUp(
                "TREDE_REDIS_URL names a store of your own: its backup is made there, see docs/backup.md."
            )
        made = back_up(settings.data_dir, to)
    except (CannotBackUp, SettingsError) as error:
        return _refuse(str(error))
    except OSError as error:
        return _refuse(f"{error.filename or to}: {error.strerror or error}")
    out.write(f"{made.files} files, {made.size:,} bytes, in {to}. Start it there with DATA_DIR={to} trede serve\n")
    return 0


def _refuse(reason: str) -> int:
    sys.stderr.write(f"trede backup: {reason}\n")
    return 1
