"""Both engines keep the same promises. The green one is tried in a process of its own: it changes the whole process."""

import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]

PROMISES = """
import logging, os, sys
from server.engine.{engine}_engine import make_engine
logging.basicConfig(stream=sys.stdout, format="%(message)s")
engine = make_engine()
run = engine.concurrency

signal, seen = run.signal(), []
assert not signal.wait(0.01)
signal.set(); signal.set()
assert signal.wait(0.01)
assert not signal.wait(0.01), "a flag is lowered when it was seen"

def waiter():
    seen.append(signal.wait(10))
run.spawn(waiter)
run.sleep(0.02)
assert not seen
signal.set()
while not seen: run.sleep(0.001)
assert seen == [True]

lock, order = run.lock(), []
def inside(name):
    with lock:
        order.append(name); run.sleep(0.02); order.append(name)
for name in "ab": run.spawn(inside, name)
while len(order) < 4: run.sleep(0.001)
assert order in (list("aabb"), list("bbaa")), order

r, w = os.pipe()
run.spawn(os.write, w, b"x")
assert run.in_thread(lambda: os.read(r, 1)) == b"x", "others run while a real thread is held up"

def breaks(): raise RuntimeError("a mistake of ours")
try: run.in_thread(breaks)
except RuntimeError: pass
else: raise AssertionError("what fails in a thread fails for who asked")
run.spawn(breaks)
run.sleep(0.05)
print("kept")
"""


@pytest.mark.parametrize("engine", ["eventlet", "threading"])
def test_an_engine_keeps_its_promises_and_logs_what_fails(engine: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROMISES.replace("{engine}", engine)],
        cwd=PROJECT, capture_output=True, text=True, timeout=30, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("kept\n")
    assert "a mistake of ours" in done.stdout
    assert done.stderr == ""


def test_the_green_engine_is_alone_in_naming_its_library() -> None:
    """So that leaving it means changing one folder."""
    naming = [
        path.relative_to(PROJECT).as_posix()
        for path in (PROJECT / "server").rglob("*.py")
        if "import eventlet" in path.read_text(encoding="utf-8")
    ]
    assert {Path(one).parent.as_posix() for one in naming} == {"server/engine"}
