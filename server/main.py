"""Chooses the engine before anything else is imported: what was imported earlier would keep its own sockets."""

import gc
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
    if options.workers > 1:
        if sys.platform != "linux":
            sys.stderr.write("trede: --workers needs Linux, which shares out the connections. Leave it away here.\n")
            return 2
        above: int = importlib.import_module("server.workers").run_workers(settings, options)
        return above
    gc.disable()  # nearly all that a start makes stays; tame_garbage_collector switches it on
    engine = importlib.import_module(f"server.engine.{settings.engine}_engine").make_engine()
    status: int = importlib.import_module("server.running").run(settings, options, engine)
    return status


if __name__ == "__main__":
    sys.exit(serve(ServeOptions()))
