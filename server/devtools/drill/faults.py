"""The table of all faults, in the order in which they are drilled."""

from collections.abc import Sequence

from server.devtools.drill import on_lines, on_servers, on_store
from server.devtools.drill.fault import Fault, Promise
from server.devtools.drill.ground import Needs
from server.devtools.drill.line_between import Weather
from server.devtools.oracle import FaultKind

GONE = frozenset({"ROOM_NOT_FOUND", "REFUSED_ROOM_NOT_FOUND"})
SHOWN_ANEW = frozenset({FaultKind.CAME_BACK_OLDER})
"""A room that has truly gone back is shown as it is: after a new connection, never on one that stands.

What only a store's memory has is shown, and not acknowledged; so it is gone when such a store is killed."""
UNHEARD = frozenset({FaultKind.ANSWERED_LATE})
"""An answer that never left the network cannot be heard in time; it must all the same be kept once."""
STORE_LINE, PHONE_LINE = Needs(store_line=True), Needs(phone_line=True)

FAULTS: Sequence[Fault] = (
    Fault(
        "server-kill",
        "the server is killed (-9) and started again",
        on_servers.kill_server,
        times=20,
        breaks_lines=True,
    ),
    Fault(
        "server-term",
        "the server is told to stop (TERM) and started again",
        on_servers.deploy,
        times=10,
        breaks_lines=True,
    ),
    Fault("server-pause", "the server stands still (STOP, CONT) for 1 to 3 s", on_servers.pause_server),
    Fault(
        "one-of-two-killed",
        "two processes behind a balancer, one of them killed (-9)",
        on_servers.kill_one_of_two,
        needs=Needs(processes=2),
        times=20,
        breaks_lines=True,
    ),
    Fault("store-kill", "the store is killed (-9) and started again", on_store.kill_store, times=20),
    Fault("store-away-0.3", "the store is killed and away for 0.3 s", on_store.away(0.3)),
    Fault("store-away-1.3", "the store is killed and away for 1.3 s", on_store.away(1.3)),
    Fault("store-away-30", "the store is killed and away for 30 s", on_store.away(30.0), times=1, is_quick=False),
    Fault("store-pause-3", "the store stands still (STOP, CONT) for 3 s", on_store.paused(3.0)),
    Fault(
        "store-pause-10", "the store stands still (STOP, CONT) for 10 s", on_store.paused(10.0), times=2, is_quick=False
    ),
    Fault("script-flush", "SCRIPT FLUSH", on_store.flush_scripts),
    Fault("memory-full", "the store may use no more memory, for 0.5 to 1.5 s", on_store.fill_memory),
    Fault("disk-full", "the store's file may not grow, for 0.5 to 1.5 s", on_store.fill_disk),
    Fault(
        "full-then-killed",
        "the store's file may not grow, and after 0.3 to 1 s the store is killed, its disk still full",
        on_store.kill_on_full_disk,
        times=10,
        forgiven_kinds=SHOWN_ANEW,
    ),
    Fault("torn-tail", "the store is killed, half a write at the end of its file", on_store.tear_tail),
    Fault(
        "cut-tail",
        "the store is killed, the last 1 to 200 bytes of its file are gone",
        on_store.cut_tail,
        Promise.STORE_WENT_BACK,
        forgiven_kinds=SHOWN_ANEW,
    ),
    Fault(
        "gone-back",
        "the store is killed and comes back with its file of a second before",
        on_store.go_back,
        Promise.STORE_WENT_BACK,
        forgiven_kinds=SHOWN_ANEW,
    ),
    Fault(
        "flush-all",
        "FLUSHALL",
        on_store.flush_all,
        Promise.STORE_EMPTIED,
        times=1,
        forgives=GONE,
    ),
    Fault(
        "store-line-slow",
        "100 ms either way between server and store, for 2 s",
        on_lines.bad_weather(on_lines.to_store, 2.0, Weather(delay=0.1, jitter=0.02)),
        needs=STORE_LINE,
    ),
    Fault(
        "store-line-loss",
        "5 of 100 packets lost between server and store, for 2 s",
        on_lines.bad_weather(on_lines.to_store, 2.0, Weather(loss=0.05)),
        needs=STORE_LINE,
        is_quick=False,
    ),
    Fault(
        "store-line-cut",
        "the lines between server and store are cut for 1.3 s",
        on_lines.bad_weather(on_lines.to_store, 1.3, Weather(is_cut=True), cuts=True),
        needs=STORE_LINE,
    ),
    Fault(
        "store-line-held",
        "nothing arrives between server and store for 3 s",
        on_lines.bad_weather(on_lines.to_store, 3.0, Weather(is_held=True)),
        needs=STORE_LINE,
        is_quick=False,
    ),
    Fault(
        "phone-line-poor",
        "300 (200) ms either way and 5 of 100 packets lost between phones and server, for 3 s",
        on_lines.bad_weather(on_lines.to_phones, 3.0, Weather(delay=0.3, jitter=0.2, loss=0.05)),
        needs=PHONE_LINE,
        answer_seconds=8,
    ),
    Fault(
        "phone-line-cut",
        "all phones and the console cut off at once, for 1 s",
        on_lines.bad_weather(on_lines.to_phones, 1.0, Weather(is_cut=True), cuts=True),
        needs=PHONE_LINE,
        breaks_lines=True,
    ),
    Fault(
        "acks-lost",
        "1 of 5 acknowledgements never arrives, for 2 s",
        on_lines.bad_weather(on_lines.to_phones, 2.0, Weather(acks_lost=0.2)),
        needs=PHONE_LINE,
        answer_seconds=12,
        forgiven_kinds=UNHEARD,
    ),
)
"""Every fault has a name of its own."""
