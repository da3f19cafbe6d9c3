"""What the process asks of the operating system and of Python before it holds thousands of sockets."""

import faulthandler
import gc
import resource
import signal

FILES_WANTED = 65_536
"""A socket is an open file; the usual limit of 1,024 is a lecture hall too few."""
GARBAGE_THRESHOLDS = (20_000, 10, 10)
"""Stock thresholds (700, 10, 10) walk all green threads again and again: pauses of up to a second were seen.

Much higher ones let closed connections, which are cycles, pile up: 100 MB in a storm of reconnects.
"""


def tell_threads_on_request() -> None:
    """On the signal USR1, says on standard error in which line each thread stands; the process goes on undisturbed.

    For a server that hangs, when nothing else can be asked of it. Lines of code alone: no values, so nobody's words.
    """
    faulthandler.register(signal.SIGUSR1, all_threads=True)


def raise_file_limit() -> int:
    """Raises the limit of open files as far as this user may; returns the limit now in force."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = FILES_WANTED if hard == resource.RLIM_INFINITY else min(FILES_WANTED, hard)
    if soft == resource.RLIM_INFINITY or soft >= wanted:
        return soft
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    except (ValueError, OSError):
        return soft
    return wanted


def tame_garbage_collector() -> None:
    """Leaves what start-up made out of every later walk, and walks seldom. Call it when everything stands.

    The start itself went without (main.py), and its leavings are not looked for either: of 150,000 objects some hundred
    are none that is needed, and to find them takes as long as to greet a hundred phones.
    """
    gc.freeze()
    gc.set_threshold(*GARBAGE_THRESHOLDS)
    gc.enable()
