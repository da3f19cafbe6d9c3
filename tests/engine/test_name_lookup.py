"""A slow name server holds up one look-up, and no other green thread. In a process of its own: it changes the whole."""

import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]

SLOW_NAMES = """
from server.engine.eventlet_engine import make_engine
from server.engine import name_lookup
from eventlet import patcher
threading = patcher.original("threading")
answered = threading.Event()
asked = []
def slow(host, *more, **named):
    asked.append(host)
    assert answered.wait(60), "nobody else ran while a name was looked up"
    return [host]
name_lookup._ask_system = slow
engine = make_engine()
import socket, sys
engine.concurrency.spawn(answered.set)
assert socket.getaddrinfo("store.example.org", 6379) == ["store.example.org"]
import eventlet.green.socket
assert eventlet.green.socket.getaddrinfo("store.example.org", 6379) == ["store.example.org"]

name_lookup._ask_system = lambda host, *more, **named: threading.current_thread().name
for address in ("127.0.0.1", b"127.0.0.1", "::1", None, ""):
    assert socket.getaddrinfo(address, 80) == "MainThread", address
def fails(*asked, **named): raise socket.gaierror("nobody has that name")
name_lookup._ask_system = fails
try:
    socket.getaddrinfo("store.example.org", 6379)
except socket.gaierror:
    print("as the system said")
assert not any(name.partition(".")[0] == "dns" for name in sys.modules), "the resolver in Python was loaded"
"""


def test_names_are_asked_of_the_system_beside_everything_else() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SLOW_NAMES], cwd=PROJECT, capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.stdout, done.stderr) == ("as the system said\n", "")
