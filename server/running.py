"""One run of the server, from the listening socket to a tidy end. Imported by main.py once the engine stands."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace

from server.app import House, create_app
from server.console_banner import banner, open_browser, say
from server.engine.contract import Engine
from server.engine.listener import AddressTaken, EarlyListener, listen
from server.engine.process import raise_file_limit, tame_garbage_collector
from server.engine.quiet_walks import QuietWalks
from server.engine.stop_signal import StopSignal, limit_seconds
from server.first_lecturer import first_lecturer_notes
from server.rooms.ports import StoreFull, StoreUnavailable
from server.settings import ServeOptions, Settings, Speedup
from server.store.data_folder import StoreStartError
from server.store.suitability import UnsuitableStore
from server.watch.log_lines import set_up_log
from server.wire.join_address import ANY_ADDRESS
from server.worker_line import LineBelow

CANNOT_START = 1
STOP_SECONDS = 9
"""A stop that takes longer is cut off; the store is then adopted by the next start."""
DEMO_STOP_SECONDS = 3.0
FEW_FILES = 2_048


def run(settings: Settings, options: ServeOptions, engine: Engine, early: EarlyListener | None) -> int:
    """Serves until Ctrl-C or TERM; returns the exit status, 0 when it was told to stop. `early`: not for a worker."""
    set_up_log(settings.log, sys.stderr)
    stop_signal = StopSignal()
    if options.worker_line is not None:
        line = LineBelow(options.worker_line)
        return refusals_are_told(lambda: _work(settings, engine, line, stop_signal))
    assert early is not None
    return refusals_are_told(lambda: _run_alone(settings, options, engine, early, stop_signal))


def refusals_are_told(run_it: Callable[[], int]) -> int:
    """The exit status of a run; why there could be none is told in one line."""
    try:
        return run_it()
    except AddressTaken as taken:
        return _refuse(f"{taken} is in use. Stop the program that has it, or take another port: PORT=5001 trede serve")
    except (StoreStartError, UnsuitableStore) as error:
        return _refuse(str(error))
    except (StoreUnavailable, StoreFull) as error:
        return _refuse(f"The store does not answer: {error}")
    except OSError as error:
        return _refuse(f"The server cannot start: {error}")


def _run_alone(
    settings: Settings, options: ServeOptions, engine: Engine, early: EarlyListener, stop_signal: StopSignal
) -> int:
    listener = early.take_over()
    with contextlib.closing(listener):
        house = create_app(settings, engine, _port_of(listener))
        with contextlib.ExitStack() as undo:
            undo.callback(house.stop)
            undo.callback(limit_seconds, STOP_SECONDS, cut_off)
            _serve(settings, options, engine, listener, house, stop_signal, undo)
    return 0


def _work(settings: Settings, engine: Engine, line: LineBelow, stop_signal: StopSignal) -> int:
    """One of several workers. It listens when it stands, not before: until then the others take its connections."""
    order = line.order()
    settings = replace(
        settings,
        host_token=order.host_token,
        kept_store=order.kept_store,
        websocket_only=True,
        processes=order.processes,
    )
    house = create_app(settings, engine, order.port)
    with contextlib.ExitStack() as undo:
        undo.callback(house.stop)
        undo.callback(limit_seconds, STOP_SECONDS, cut_off)
        raise_file_limit()
        listener = undo.enter_context(contextlib.closing(listen(settings.host, order.port, shares_port=True)))
        engine.serve(listener, house.wsgi_app)
        _begin_long_life(settings, engine, undo)
        line.say_ready()
        engine.concurrency.spawn(_stop_with_the_line, line)
        stop_signal.wait()
    return 0


def _stop_with_the_line(line: LineBelow) -> None:
    line.wait_for_end()
    os.kill(os.getpid(), signal.SIGTERM)


def _serve(
    settings: Settings,
    options: ServeOptions,
    engine: Engine,
    listener: socket.socket,
    house: House,
    stop_signal: StopSignal,
    undo: contextlib.ExitStack,
) -> None:
    """Lets requests in and waits."""
    files = raise_file_limit()
    engine.serve(listener, house.wsgi_app)
    _begin_long_life(settings, engine, undo)
    link = f"{own_url(settings.host, _port_of(listener))}/host?token={house.host_token}"
    notes = house.notes
    if files < FEW_FILES:
        notes += (f"This user may open {files} files: a class above {files // 2} needs `ulimit -n 65536` first.",)
    notes = first_lecturer_notes(house.invitations, house.join_address.base_url, sys.stdout) + notes
    say(banner(link, house.join_address, notes), sys.stdout)
    if options.opens_browser and settings.can_open_browser:
        open_browser(link)
    with demo_class(options.demo, link, house.began_at):
        stop_signal.wait()
        say("Stopping ...", sys.stdout)


def _begin_long_life(settings: Settings, engine: Engine, undo: contextlib.ExitStack) -> None:
    """Everything stands: from here on garbage is looked for, if seldom."""
    tame_garbage_collector()
    if Speedup.QUIET_WALKS in settings.speedups:
        undo.callback(QuietWalks(engine.concurrency).start())


@contextlib.contextmanager
def demo_class(players: int, host_link: str, since: int) -> Iterator[None]:
    """A class of simulated students, for as long as the server runs."""
    if players == 0:
        yield
        return
    command = [sys.executable, "-m", "server.devtools.demo", "--players", str(players), "--host-link", host_link]
    command += ["--since", str(since)]
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True)
    try:
        yield
    finally:
        child.terminate()
        try:
            child.wait(DEMO_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def own_url(host: str, port: int) -> str:
    """Where this machine's own browser finds the server."""
    if host in ANY_ADDRESS:
        return f"http://localhost:{port}"
    return f"http://{f'[{host}]' if ':' in host else host}:{port}"


def _port_of(listener: socket.socket) -> int:
    port: int = listener.getsockname()[1]
    return port


def _refuse(line: str) -> int:
    say(f"trede: {line}", sys.stderr)
    return CANNOT_START


def cut_off() -> None:
    """Ends this process in the middle of its stop, with a word."""
    say("trede: Something would not stop in time and was cut off.", sys.stderr)
    os._exit(CANNOT_START)
