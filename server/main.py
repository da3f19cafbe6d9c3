"""Chooses the engine before anything else is imported: what was imported earlier would keep its own sockets."""

import importlib
import sys
from dataclasses import replace

from server.settings import ServeOptions, SettingsError, settings_from_environment


def serve(options: ServeOptions) -> int:
    """Runs the server until it is told to stop; returns the exit status."""
    try:
        settings = settings_from_environment()
    except SettingsError as error:
        sys.stderr.write(f"trede: {error}\n")
        return 2
    settings = replace(
        settings,
        host=settings.host if options.host is None else options.host,
        port=settings.port if options.port is None else options.port,
    )
    engine = importlib.import_module(f"server.engine.{settings.engine}_engine").make_engine()
    status: int = importlib.import_module("server.running").run(settings, options, engine)
    return status


if __name__ == "__main__":
    sys.exit(serve(ServeOptions()))
