"""What the engines' ways of spawning share: an exception in spawned work is logged, never lost."""

import logging
from collections.abc import Callable
from typing import Any

log = logging.getLogger(__name__)


def run_logged(work: Callable[..., Any], *args: Any) -> None:
    """Runs work; an exception in it is a mistake of ours and goes to the log with its traceback."""
    try:
        work(*args)
    except Exception:
        log.exception("Background work %s failed.", getattr(work, "__qualname__", work))
