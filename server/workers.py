"""`trede serve --workers N`: N servers on one port, and above them this process.

It keeps the store, the port and the terminal, and starts anew whoever dies. The system shares the connections out among
those who listen, and nobody owns a room: what the workers know of each other stands in the store. A connection stays
with its worker but a request does not, so there is no long-polling here.
"""

import contextlib
import signal
import subprocess
import sys
import threading

from server.accounts.invitations import Invitations
from server.clock import StoreClock, SystemChance
from server.console_banner import banner, open_browser, say
from server.engine.listener import hold_port
from server.engine.process import FILES_WANTED, raise_file_limit
from server.engine.stop_signal import StopSignal, limit_seconds
from server.engine.threading_engine import make_engine
from server.first_lecturer import first_lecturer_notes
from server.ground import open_store
from server.host_token import keep_host_token
from server.rooms.ports import Concurrency
from server.running import CANNOT_START, FEW_FILES, STOP_SECONDS, cut_off, demo_class, own_url, refusals_are_told
from server.settings import ServeOptions, Settings
from server.store.lecturers import RedisLecturers
from server.store.server_time import redis_time
from server.store.suitability import open_given_store
from server.watch.log_lines import set_up_log
from server.wire.join_address import JoinAddress
from server.worker_line import LineAbove, Order

FIRST_PAUSE_SECONDS = 0.2
LONGEST_PAUSE_SECONDS = 10.0
STEADY_SECONDS = 60.0
"""A worker that has run so long and dies is not one that cannot run."""
WORKERS_STOP_SECONDS = 5.0
"""So long a worker may take to say farewell; it leaves the store its own time to stop."""
POLL_SECONDS = 0.02


def run_workers(settings: Settings, options: ServeOptions) -> int:
    """Serves until Ctrl-C or TERM; returns the exit status, 0 when it was told to stop."""
    set_up_log(settings.log, sys.stderr)
    stop_signal = StopSignal()
    return refusals_are_told(lambda: _run(settings, options, stop_signal))


def _run(settings: Settings, options: ServeOptions, stop_signal: StopSignal) -> int:
    concurrency, chance = make_engine().concurrency, SystemChance()
    with hold_port(settings.host, settings.port) as port, contextlib.ExitStack() as undo:
        address, notes = open_store(settings, concurrency, undo)
        client, facts = open_given_store(address, settings.is_store_network_trusted, chance.command_id())
        with contextlib.closing(client):
            notes += facts.warnings
            clock = StoreClock(lambda: redis_time(client))
            clock.measure()
            began_at = clock.now()
            join_address = JoinAddress(settings.public_url, settings.host, port)
            invitations = Invitations(RedisLecturers(client), clock, chance)
            notes = first_lecturer_notes(invitations, join_address.base_url, sys.stdout) + notes
        token = settings.host_token or keep_host_token(settings.data_dir, chance.secret)
        order = Order(port, token, None if settings.redis_url else address, options.workers)
        workers = [Worker(number, settings.host, order) for number in range(1, options.workers + 1)]
        undo.callback(_stop, workers, concurrency)
        for worker in workers:
            concurrency.spawn(worker.run)
        undo.callback(limit_seconds, STOP_SECONDS, cut_off)
        if not all([worker.has_come_up() for worker in workers]):  # each has said why, on the same terminal
            return CANNOT_START
        link = f"{own_url(settings.host, port)}/host?token={token}"
        say(banner(link, join_address, notes + _notes(workers)), sys.stdout)
        if options.opens_browser and settings.can_open_browser:
            open_browser(link)
        with demo_class(options.demo, link, began_at):
            stop_signal.wait()
            say("Stopping ...", sys.stdout)
    return 0


def _notes(workers: "list[Worker]") -> tuple[str, ...]:
    processes = ", ".join(str(worker.process_id) for worker in workers)
    notes: tuple[str, ...] = (
        f"{len(workers)} workers (processes {processes}), by WebSocket only: a phone whose network lets none",
        "through cannot join. For those run servers behind a balancer: docs/deployment.md.",
    )
    files = raise_file_limit()
    if files < min(FEW_FILES, FILES_WANTED):
        notes += (f"This user may open {files} files a worker: a large class needs `ulimit -n 65536` first.",)
    return notes


def _stop(workers: "list[Worker]", concurrency: Concurrency) -> None:
    """TERM to all at once, then patience, then none."""
    for worker in workers:
        worker.dismiss()
    for _ in range(int(WORKERS_STOP_SECONDS / POLL_SECONDS)):
        if all(worker.has_ended.is_set() for worker in workers):
            return
        concurrency.sleep(POLL_SECONDS)
    for worker in workers:
        worker.kill()


class Worker:
    """One server process, started anew for as long as it is wanted: soon at first, later if it keeps dying."""

    def __init__(self, number: int, host: str, order: Order) -> None:
        self._number = number
        self._host = host
        self._order = order
        self._process: subprocess.Popen[bytes] | None = None
        self._guard = threading.Lock()
        self._dismissed = threading.Event()
        self._answered = threading.Event()
        self._was_ready = False
        self.has_ended = threading.Event()

    @property
    def process_id(self) -> int:
        """The process that serves now, or did last."""
        assert self._process is not None, "run() first"
        return self._process.pid

    def has_come_up(self) -> bool:
        """Waits until it serves; False where it has ended instead."""
        self._answered.wait()
        return self._was_ready

    def run(self) -> None:
        """Lives its lives, one after the other, until it is dismissed or has never come up at all."""
        pause = FIRST_PAUSE_SECONDS
        while True:
            line = LineAbove()
            with contextlib.closing(line):
                process = self._start(line)
                if process is None:
                    break
                with contextlib.suppress(OSError):
                    line.give(self._order)
                self._was_ready |= line.wait_until_ready()
                self._answered.set()
                if self._lasts(process):
                    pause = FIRST_PAUSE_SECONDS
                status = process.wait()
            if self._dismissed.is_set() or not self._was_ready:
                break
            say(
                f"trede: Worker {self._number} (process {process.pid}) has ended by itself ({_how(status)}); "
                f"another begins in {pause:g} s.",
                sys.stderr,
            )
            if self._dismissed.wait(pause):
                break
            pause = min(2 * pause, LONGEST_PAUSE_SECONDS)
        self._answered.set()
        self.has_ended.set()

    def dismiss(self) -> None:
        """It is not wanted any more: what runs is told to stop, and nothing begins anew."""
        with self._guard:
            self._dismissed.set()
            self._tell(signal.SIGTERM)

    def kill(self) -> None:
        """Ends it without farewell."""
        with self._guard:
            self._tell(signal.SIGKILL)

    def _tell(self, request: signal.Signals) -> None:
        if self._process is not None and not self.has_ended.is_set():
            self._process.send_signal(request)  # harmless for one that was waited for

    def _start(self, line: LineAbove) -> subprocess.Popen[bytes] | None:
        """A new process; None when none is wanted any more. Ctrl-C in the terminal is for the process above."""
        command = [sys.executable, "-m", "server.cli", "serve", "--no-browser", "--host", self._host]
        command += ["--port", str(self._order.port), "--worker-line", str(line.fileno())]
        with self._guard:
            if self._dismissed.is_set():
                return None
            self._process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, pass_fds=(line.fileno(),), start_new_session=True
            )
        line.handed_over()
        return self._process

    def _lasts(self, process: "subprocess.Popen[bytes]") -> bool:
        try:
            process.wait(STEADY_SECONDS)
        except subprocess.TimeoutExpired:
            return True
        return False


def _how(status: int) -> str:
    return signal.Signals(-status).name if status < 0 else f"status {status}"
