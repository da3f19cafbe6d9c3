"""One fault, tried on a whole class in a room of its own, beside a small class in another room."""

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from server.devtools.bots.class_run import ClassOptions
from server.devtools.bots.door import DoorShut, HostDoor
from server.devtools.drill.drilled_class import DrilledClass
from server.devtools.drill.fault import Fault, Promise
from server.devtools.drill.ground import Ground
from server.devtools.drill.looking import differences, host_view_at
from server.devtools.drill.nemesis import Nemesis
from server.devtools.drill.outcome import Outcome
from server.devtools.drill.server_process import ServerProcess
from server.devtools.oracle import Fate, FaultKind

NEIGHBOURS = 3
AFTER_ROUNDS = 1


@dataclass(frozen=True, slots=True)
class Wish:
    """How to drill: the same seed strikes at the same moments of the rounds.

    `looks_afresh`: in the end a new process is started on the store, and all others must hold the room that it holds.
    """

    seed: int
    players: int
    times: int
    say: Callable[[str], None]
    looks_afresh: bool = True


async def drill(fault: Fault, wish: Wish, place: Ground) -> Outcome:
    """Plays a room in which the fault strikes once a round, and judges it. Raises DrillBroken."""
    outcome = Outcome(fault, wish.players)
    await asyncio.to_thread(place.mend)
    before = len(place.mistakes)
    door = await asyncio.to_thread(HostDoor, place.host_link)
    nemesis = Nemesis(fault, place, Random(f"{wish.seed}/{fault.name}"), wish.say, door)
    drilled = nemesis.drilled = DrilledClass(_options(fault, wish, place, wish.players), nemesis.hears)
    try:
        if fault.promise is Promise.STORE_EMPTIED:
            await _play_until_gone(drilled, nemesis, outcome)
            drilled = DrilledClass(_options(fault, wish, place, wish.players, AFTER_ROUNDS), lambda _line: None)
            await _play(drilled, outcome)
        elif fault.promise is Promise.NOTHING_LOST:
            beside = DrilledClass(_options(fault, wish, place, NEIGHBOURS), lambda _line: None)
            parting = asyncio.create_task(_part(drilled, beside))
            try:
                await asyncio.gather(_play(drilled, outcome), _play(beside, outcome))
            finally:
                parting.cancel()  # a class that no room was opened for never has a name
        else:
            await _play(drilled, outcome)
        await nemesis.finish()
        if wish.looks_afresh:
            await _look_afresh(place, drilled, door, outcome)
    finally:
        nemesis.stop()
    outcome.times, outcome.backs, outcome.gone_with_store = nemesis.strikes, nemesis.backs, nemesis.gone_with_store
    outcome.problems += nemesis.problems
    mistakes = place.mistakes[before:]
    if mistakes:
        outcome.problems.append(f"the servers have logged {len(mistakes)} stack traces, the first: {mistakes[0]}")
    return outcome


def _options(fault: Fault, wish: Wish, place: Ground, players: int, rounds: int | None = None) -> ClassOptions:
    return ClassOptions(
        host_link=place.host_link,
        players=players,
        rounds=rounds or wish.times,
        seed=wish.seed + (players == NEIGHBOURS),
        reading_seconds=0,
        answer_seconds=fault.answer_seconds,
        is_one_process=len(place.servers) == 1,
    )


async def _part(*classes: DrilledClass) -> None:
    """As soon as both rooms have a name, each class listens for the other's."""
    while not all(each.room for each in classes):
        await asyncio.sleep(0.01)
    for each in classes:
        each.notes.strangers = frozenset().union(*(other.ids for other in classes if other is not each))


async def _play(drilled: DrilledClass, outcome: Outcome) -> None:
    """Plays to the end and adds what the oracle says to the outcome."""
    fault = outcome.fault
    try:
        report = await drilled.play()
    except DoorShut as shut:
        outcome.problems.append(str(shut))
        return
    verdict = drilled.verdict
    assert verdict is not None
    outcome.acknowledged += verdict.acknowledged
    outcome.lost += verdict.count(FaultKind.ANSWER_LOST)
    outcome.doubled += verdict.count(FaultKind.ANSWER_DOUBLED)
    found = [each for each in verdict.faults if each.kind not in fault.forgiven_kinds]
    outcome.problems += [f"{each.kind.name}: {each.about}" for each in found]
    errors = {code: count for code, count in drilled.notes.errors.items() if code not in fault.forgives}
    outcome.problems += [f"{count} times {code}" for code, count in errors.items()]
    if report["joined"] != report["players"]:
        outcome.problems.append(f"{report['joined']} of {report['players']} took a seat")
    if report["rounds"] != drilled.options.rounds:
        outcome.problems.append(f"{report['rounds']} of {drilled.options.rounds} rounds were played")
    outcome.oracle_agrees = not outcome.problems


async def _play_until_gone(drilled: DrilledClass, nemesis: Nemesis, outcome: Outcome) -> None:
    """Plays until the room is gone and everybody knows. Nothing may be acknowledged in it from then on."""
    playing = asyncio.create_task(drilled.play())
    gone = asyncio.create_task(nemesis.is_gone.wait())
    try:
        await asyncio.wait({playing, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not gone.done():
            outcome.problems.append("the class came to its end in a room that was gone")
        nemesis.gone_with_store = _acknowledged(drilled)
        await asyncio.sleep(1.0)
        if _acknowledged(drilled) != nemesis.gone_with_store:
            outcome.problems.append("answers were acknowledged in a room that was gone")
    finally:
        for task in (playing, gone):
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError, DoorShut):
                await task


def _acknowledged(drilled: DrilledClass) -> int:
    commands = drilled.notes.commands
    return sum(sent.event == "answer" and sent.fate is Fate.ACKNOWLEDGED for sent in commands)


async def _look_afresh(place: Ground, drilled: DrilledClass, door: HostDoor, outcome: Outcome) -> None:
    """A new process knows nothing but the log: what the old ones hold must be what it holds."""
    fresh = ServerProcess(place.folder / "fresh", place.store.url())
    try:
        await asyncio.to_thread(fresh.start)
        wanted = await host_view_at(fresh, door.headers, drilled.room)
        for number, server in enumerate(place.servers, start=1):
            held = await host_view_at(server, door.headers, drilled.room)
            if found := differences(wanted, held):
                outcome.problems.append(f"process {number} differs from a fold of the log in {', '.join(found)}")
                outcome.oracle_agrees = False
    finally:
        await asyncio.to_thread(fresh.end)
