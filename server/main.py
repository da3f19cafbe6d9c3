"""Chooses the engine before anything else is imported: what was imported earlier would keep its own sockets."""

import gc
import importlib
import sys
from dataclasses import replace

from server.engine.listener import EarlyListener
from server.engine.process import tell_threads_on_request
from server.engine.short_start import compile_functions_late, unused_left_out
from server.settings import ServeOptions, SettingsError, Speedup, settings_from_environment


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
    tell_threads_on_request()
    if options.workers > 1:
        if sys.platform != "linux":
            sys.stderr.write("trede: --workers needs Linux, which shares out the connections. Leave it away here.\n")
            return 2
        above: int = importlib.import_module("server.workers").run_workers(settings, options)
        return above
    # A worker listens when it stands: the others take what comes meanwhile.
    listener = EarlyListener(settings.host, settings.port) if options.worker_line is None else None
    gc.disable()  # nearly all that a start makes stays; tame_garbage_collector switches it on
    if Speedup.LATE_FUNCTIONS in settings.speedups:
        compile_functions_late()
    with unused_left_out():
        engine = importlib.import_module(f"server.engine.{settings.engine}_engine").make_engine()
        running = importlib.import_module("server.running")
    status: int = running.run(settings, options, engine, listener)
    return status


if __name__ == "__main__":
    sys.exit(serve(ServeOptions()))
