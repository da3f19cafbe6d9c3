"""The command `trede`. A sub-command's own module is imported only when it was chosen."""

import argparse
import importlib
import os
import signal
import sys
from collections.abc import Sequence

from server.settings import ServeOptions

DECK = "server.content.deck_command"
COMMANDS = {
    "bots": "server.devtools.bots_command",
    "replay": "server.replay_command",
    "backup": "server.backup_command",
    "lecturer": "server.lecturer_command",
}
WITH_OWN_SERVER = {
    "bench": "server.devtools.bench_command",
    "drill": "server.devtools.drill_command",
    "soak": "server.devtools.soak_command",
    "fuzz": "server.devtools.fuzz_command",
}
WORKERS_MOST = 64


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns the exit status. Raises SystemExit for wrong usage."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    match given:
        case ["deck", *rest]:
            return _deck(rest)
        case [name, *rest] if name in COMMANDS:
            return int(importlib.import_module(COMMANDS[name]).main(rest))
        case [name, *rest] if name in WITH_OWN_SERVER:
            _end_as_by_hand()
            return int(importlib.import_module(WITH_OWN_SERVER[name]).main(rest))
        case _:
            return _serve(_parser().parse_args(given))


def _end_as_by_hand() -> None:
    """TERM is Ctrl-C from now on: whoever has started a server and a store takes them along, and their folder.

    Ctrl-C too, for a shell has what it starts in the background ignore it.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, lambda _number, _frame: os.kill(os.getpid(), signal.SIGINT))


def _deck(rest: Sequence[str]) -> int:
    try:
        status = int(importlib.import_module(DECK).main(rest, sys.stdout))
        sys.stdout.flush()
        return status
    except BrokenPipeError:  # whoever read the output has enough (`| head`)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _serve(chosen: argparse.Namespace) -> int:
    options = ServeOptions(
        host=chosen.host,
        port=chosen.port,
        demo=chosen.demo or 0,
        opens_browser=not chosen.no_browser,
        workers=chosen.workers,
        worker_line=chosen.worker_line,
    )
    return int(importlib.import_module("server.main").serve(options))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="trede", description="Live classification rounds for the lecture hall.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    serve = commands.add_parser("serve", help="start the server", description="Starts the server.")
    serve.add_argument("--host", help="address to listen on (default: HOST, else all of this machine's)")
    serve.add_argument("--port", type=_port, help="port to listen on (default: PORT, else 5000)")
    serve.add_argument("--demo", type=_students, metavar="N", help="bring a class of N simulated students")
    serve.add_argument("--no-browser", action="store_true", help="open no browser")
    serve.add_argument("--workers", type=_workers, default=1, metavar="N", help="serve with N processes (Linux)")
    serve.add_argument("--worker-line", type=int, help=argparse.SUPPRESS)  # how the process above starts one of them
    commands.add_parser("bots", help="let a class of N play against a running server, and judge the server")
    commands.add_parser("bench", help="measure the server beside the wire itself, as ratios")
    commands.add_parser("soak", help="let classes come and go for hours, and watch the server's memory")
    commands.add_parser("fuzz", help="send bad input of every kind to a server of its own")
    commands.add_parser("drill", help="break servers, stores and lines in the middle of rounds, and judge what is left")
    commands.add_parser("deck", help="check decks, or write their schemas")
    commands.add_parser("replay", help="carry a session as a file from one server to another")
    commands.add_parser("backup", help="copy the data folder, also while a server uses it")
    commands.add_parser("lecturer", help="who may host: list, invite, reset, remove")
    return parser


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port <= 65535:
        raise argparse.ArgumentTypeError("from 0 to 65535")
    return port


def _workers(text: str) -> int:
    workers = int(text)
    if not 1 <= workers <= WORKERS_MOST:
        raise argparse.ArgumentTypeError(f"from 1 to {WORKERS_MOST}")
    return workers


def _students(text: str) -> int:
    students = int(text)
    if not 1 <= students <= 1000:
        raise argparse.ArgumentTypeError("from 1 to 1000")
    return students


if __name__ == "__main__":
    sys.exit(main())
