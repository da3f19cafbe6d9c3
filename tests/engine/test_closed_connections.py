"""A connection that has closed is gone at once, without a walk for garbage: a class that comes and goes leaves nothing.

On the real engine, in a process of its own that never walks.
"""

import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]

COME_AND_GO = """
import gc
gc.disable()
from server.engine.eventlet_engine import QuietProtocol, make_engine
import socket
import engineio
from eventlet.websocket import RFC6455WebSocket
from server.engine.listener import listen
from server.engine.socket_guards import install
from server.settings import Speedup

engine = make_engine()
install()
engine.quicken(SPEEDUPS)
server = engineio.Server(async_mode="eventlet", monitor_clients=False)
listener = listen("127.0.0.1", 0)
engine.serve(listener, engineio.WSGIApp(server))

HELLO = (
    b"GET /engine.io/?EIO=4&transport=websocket HTTP/1.1\\r\\nHost: here\\r\\nUpgrade: websocket\\r\\n"
    b"Connection: Upgrade\\r\\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\\r\\nSec-WebSocket-Version: 13\\r\\n\\r\\n"
)
FAREWELL = b"\\x88\\x82\\0\\0\\0\\0\\x03\\xe8"
PAGE = b"GET /nowhere HTTP/1.1\\r\\nHost: here\\r\\nConnection: close\\r\\n\\r\\n"

def visit(says_goodbye):
    line = socket.create_connection(listener.getsockname())
    line.sendall(HELLO)
    heard = b""
    while b"pingInterval" not in heard:
        heard += line.recv(4096)
    if says_goodbye:
        line.sendall(FAREWELL)
    line.close()

def look():
    line = socket.create_connection(listener.getsockname())
    line.sendall(PAGE)
    while line.recv(4096):
        pass
    line.close()

def alive():
    kinds = (engineio.socket.Socket, RFC6455WebSocket, QuietProtocol)
    return sorted(type(thing).__name__ for thing in gc.get_objects() if isinstance(thing, kinds))

for says_goodbye in (True, False) * 5:
    visit(says_goodbye)
    look()
for _ in range(1000):
    if not alive():
        break
    engine.concurrency.sleep(0.02)
print(alive())
"""


def left_behind(speedups: str) -> str:
    """What of ten connections is still in memory when they have closed."""
    script = COME_AND_GO.replace("SPEEDUPS", speedups)
    command = [sys.executable, "-W", "ignore", "-c", script]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_closed_connections_are_gone() -> None:
    assert left_behind("frozenset(Speedup)") == "[]"


def test_without_what_is_quicker_than_the_libraries_they_are_gone_too() -> None:
    assert left_behind("frozenset()") == "[]"
