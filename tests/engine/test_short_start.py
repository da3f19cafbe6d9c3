"""What a start leaves for later is the same when it is asked for. In a process of its own: it changes the whole."""

import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]

LATE_FUNCTIONS = """
import dataclasses, sys
from dataclasses import FrozenInstanceError, dataclass, field

compiled = []
stock = getattr(dataclasses, "_create_fn", None)
if stock is not None:
    def noted(name, args, body, *, globals=None, locals=None, return_type=dataclasses.MISSING):
        compiled.append(name)
        return stock(name, args, body, globals=globals, locals=locals, return_type=return_type)
    dataclasses._create_fn = noted

from server.engine.short_start import compile_functions_late
is_late = compile_functions_late()
assert is_late == (sys.version_info < (3, 13)), sys.version
assert compile_functions_late() == is_late

@dataclass(frozen=True, slots=True)
class Answer:
    player: str
    picks: tuple[str, ...] = ()
    note: str = field(default="", compare=False, repr=False)

@dataclass(frozen=True, slots=True)
class LateAnswer(Answer):
    by_millis: int = 0

@dataclass
class Tally:
    counts: dict = field(default_factory=dict)

if is_late:
    assert compiled == ["__init__"] * 3, compiled
noor, again, sem = Answer("noor", ("a",)), Answer("noor", ("a",), "in pencil"), Answer("sem")
for _ in range(2):
    assert noor == again and noor != sem and noor != LateAnswer("noor", ("a",)) and noor != "noor"
    assert LateAnswer("noor", by_millis=3) == LateAnswer("noor", by_millis=3) != LateAnswer("noor", by_millis=4)
    assert hash(noor) == hash(again) and len({noor, again, sem, LateAnswer("noor", ("a",))}) == 3
    assert repr(noor) == "Answer(player='noor', picks=('a',))", repr(noor)
    assert repr(LateAnswer("sem")) == "LateAnswer(player='sem', picks=(), by_millis=0)"
    for change in (lambda: setattr(noor, "player", "sem"), lambda: delattr(noor, "player")):
        try:
            change()
        except FrozenInstanceError as error:
            assert "player" in str(error)
        else:
            raise AssertionError("a frozen value was changed")
    tally = Tally()
    tally.counts["itself"] = tally
    assert repr(tally) == "Tally(counts={'itself': ...})", repr(tally)
    try:
        hash(tally)
    except TypeError:
        pass
    else:
        raise AssertionError("what may change has a hash")
if is_late:
    assert sorted(set(compiled)) == ["__delattr__", "__eq__", "__hash__", "__init__", "__repr__", "__setattr__"]
    assert compiled.count("__eq__") == 2, "once for each class whose values were compared, however often"
    assert Answer.__eq__.__code__.co_filename == "<string>", "the late one stands in the way for ever"
    assert Answer.__eq__.__qualname__ == "Answer.__eq__"
print("the same")
"""

LEFT_OUT = """
import sys
from server.engine.short_start import unused_left_out
with unused_left_out():
    import socketio
    assert socketio.redis_manager.valkey is None
assert "valkey" not in sys.modules
with unused_left_out():
    pass
import json
sys.modules["valkey"] = json
with unused_left_out():
    import valkey
assert valkey is json, "what was there already stays"
print("left out")
"""


def told(script: str) -> str:
    """What a process says that runs this."""
    command = [sys.executable, "-W", "error", "-c", script]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_functions_that_are_compiled_late_do_what_they_always_did() -> None:
    assert told(LATE_FUNCTIONS) == "the same"


def test_a_client_of_another_kind_is_not_loaded_and_can_be_later() -> None:
    assert told(LEFT_OUT) == "left out"
