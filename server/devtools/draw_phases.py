"""Draws docs/phases.md from the rules themselves: a small room is walked through every phase by every command.

What it cannot see: when a command that leaves the phase as it is will be refused for another reason.
"""

import argparse
import re
import sys
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from server.content.library import load_library
from server.rules import commands as c
from server.rules.allowances import Allowance
from server.rules.boards import BoardKind
from server.rules.cards import Deck
from server.rules.decide import decide
from server.rules.due import due_at
from server.rules.evolve import evolve_all
from server.rules.ids import CardId, CommandId, Pin, PlayerId, ServerMillis
from server.rules.phases import PHASES_ALLOWING, Phase
from server.rules.refusals import Refusal
from server.rules.room import Room
from server.rules.settings import RoomSettings
from server.rules.steps import back_step, next_step, undo_step

PROJECT = Path(__file__).resolve().parents[2]
PAGE = "docs/phases.md"
MAKE_AGAIN = "`python -m server.devtools.draw_phases`"

Edge = tuple[Phase, str, Phase]
Maker = Callable[[Room, CommandId], c.Command | None]

NOBODY = PlayerId("nobody")


def _card(room: Room) -> CardId:
    return room.rounds[-1].card if room.rounds else CardId("none")


def _step(room: Room, command_id: CommandId) -> c.Command | None:
    step = next_step(room)
    return c.TakeStep(command_id, step.id) if step else None


def _back(room: Room, command_id: CommandId) -> c.Command | None:
    step = back_step(room)
    return c.GoBack(command_id, step.id) if step else None


def _undo(room: Room, command_id: CommandId) -> c.Command | None:
    step = undo_step(room)
    return c.UndoStep(command_id, step.id) if step else None


MAKERS: Mapping[type, Maker] = {
    c.JoinRoom: lambda _room, command_id: c.JoinRoom(command_id, NOBODY, "Noor"),
    c.GiveAnswer: lambda room, command_id: c.GiveAnswer(command_id, NOBODY, _card(room), {}, 0),
    c.TakeStep: _step,
    c.GoBack: _back,
    c.UndoStep: _undo,
    c.StartTalk: lambda room, command_id: c.StartTalk(command_id, _card(room), (), None),
    c.SkipCard: lambda room, command_id: c.SkipCard(command_id, _card(room)),
    c.ArrangeCards: lambda room, command_id: c.ArrangeCards(command_id, room.queue),
    c.ShowEarlier: lambda room, command_id: c.ShowEarlier(
        command_id, room.rounds[0].card if room.rounds else _card(room)
    ),
    c.ShowBoard: lambda _room, command_id: c.ShowBoard(command_id, BoardKind.JOIN),
    c.ChangeSettings: lambda room, command_id: c.ChangeSettings(command_id, room.settings.changeable),
    c.ChooseTeam: lambda _room, command_id: c.ChooseTeam(command_id, NOBODY, 0),
    c.PutInTeam: lambda _room, command_id: c.PutInTeam(command_id, NOBODY, 0),
    c.RenamePlayer: lambda _room, command_id: c.RenamePlayer(command_id, NOBODY, "Noor"),
    c.GiveExtraTime: lambda _room, command_id: c.GiveExtraTime(command_id, NOBODY, Allowance.DOUBLE),
    c.RemoveSince: lambda room, command_id: c.RemoveSince(command_id, room.opened_at),
    c.ExtendRound: lambda room, command_id: c.ExtendRound(command_id, _card(room), 15),
    c.OpenDueRound: lambda room, command_id: c.OpenDueRound(command_id, _card(room)),
    c.CloseDueRound: lambda room, command_id: c.CloseDueRound(command_id, _card(room)),
    c.ChooseAxes: lambda room, command_id: c.ChooseAxes(command_id, room.asked_axes),
    c.LockRoom: lambda room, command_id: c.LockRoom(command_id, not room.is_locked),
    c.RemovePlayer: lambda _room, command_id: c.RemovePlayer(command_id, NOBODY),
    c.LetPlayerBack: lambda _room, command_id: c.LetPlayerBack(command_id, NOBODY),
    c.LetAllBack: lambda _room, command_id: c.LetAllBack(command_id, command_id),
    c.ApproveEntry: lambda _room, command_id: c.ApproveEntry(command_id, True),
    c.LetIn: lambda _room, command_id: c.LetIn(command_id, NOBODY),
    c.LetInUntil: lambda room, command_id: c.LetInUntil(command_id, room.opened_at),
    c.TurnAway: lambda _room, command_id: c.TurnAway(command_id, NOBODY),
    c.TurnAwaySince: lambda room, command_id: c.TurnAwaySince(command_id, room.opened_at),
    c.GroupAnswers: lambda room, command_id: c.GroupAnswers(command_id, _card(room), room.asked_axes[0], ()),
    c.GoToPodium: lambda _room, command_id: c.GoToPodium(command_id),
    c.ForgetMe: lambda _room, command_id: c.ForgetMe(command_id, NOBODY),
    c.ForgetNames: lambda _room, command_id: c.ForgetNames(command_id),
    c.EndRoom: lambda _room, command_id: c.EndRoom(command_id),
}
"""One command of each kind, for a room as it stands. A new kind needs a line here."""


def walk(deck: Deck, reading_seconds: int) -> Iterator[Edge]:
    """Every change of phase that a command causes in a room of this deck. Stepping within a phase is not a change."""
    settings = RoomSettings(tuple(axis.id for axis in deck.axes), reading_seconds)
    opening = c.OpenRoom(CommandId("open"), Pin("100000"), deck, settings)
    waiting = deque([evolve_all(None, decide(None, opening, ServerMillis(1)))])
    met = set()
    while waiting:
        room = waiting.popleft()
        for kind in PHASES_ALLOWING:
            after = _after(room, kind)
            if after is None:
                continue
            if after.phase is not room.phase:
                yield room.phase, _label(room, kind), after.phase
            place = (after.phase, len(after.rounds), after.round.shown_axis if after.round else None)
            if place not in met:
                met.add(place)
                waiting.append(after)


def _after(room: Room, kind: type) -> Room | None:
    """The room after a command of this kind; None where it is refused."""
    command = MAKERS[kind](room, CommandId(f"c{room.version}"))
    if command is None:
        return None
    try:
        events = decide(room, command, due_at(room) or ServerMillis(room.version))
    except Refusal:
        return None
    return evolve_all(room, events) if events else None


def _label(room: Room, kind: type) -> str:
    step = next_step(room)
    if kind is c.TakeStep and step is not None:
        return f"{step.action.value.replace('_', ' ')} (step)"
    return _words(kind)


def _words(kind: type) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", " ", kind.__name__).lower()


def page(deck: Deck) -> str:
    """The whole of docs/phases.md."""
    order = list(Phase)
    edges = sorted(
        set(chain(walk(deck, 10), walk(deck, 0))),
        key=lambda edge: (order.index(edge[0]), order.index(edge[2]), edge[1]),
    )
    drawn = [edge for edge in edges if edge[1] not in {_words(c.EndRoom), _words(c.UndoStep)}]
    return "\n".join(
        [
            f"<!-- Generated from server/rules by {MAKE_AGAIN}. Not for editing. -->",
            "",
            "# The phases of a room",
            "",
            "One card runs from `reading` to `leaderboard`. A *step* is the host's one key; *due* commands are given",
            f"by time itself. *{_words(c.EndRoom).capitalize()}* leads to `ended` from everywhere, and",
            f"*{_words(c.UndoStep)}* back to where the last step began: neither is drawn.",
            "",
            "```mermaid",
            "stateDiagram-v2",
            f"    [*] --> {Phase.LOBBY.value}: {_words(c.OpenRoom)}",
            *(f"    {before.value} --> {after.value}: {label}" for before, label, after in drawn),
            f"    {Phase.ENDED.value} --> [*]",
            "```",
            "",
            "## Which command each phase allows",
            "",
            *_table(),
            "",
        ]
    )


def _table() -> Sequence[str]:
    phases = list(Phase)
    rows = ["| command | " + " | ".join(f"`{phase.value}`" for phase in phases) + " |"]
    rows.append("|---|" + ":-:|" * len(phases))
    for kind, allowed in PHASES_ALLOWING.items():
        rows.append(f"| {_words(kind)} | " + " | ".join("x" if phase in allowed else "" for phase in phases) + " |")
    return rows


def main(arguments: list[str] | None = None, project: Path = PROJECT) -> int:
    """Returns the exit status: 1 when --check finds the page stale, else 0."""
    parser = argparse.ArgumentParser(prog="python -m server.devtools.draw_phases", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail if the page is stale")
    checks = parser.parse_args(arguments).check
    deck = next(iter(load_library().decks.values()))
    drawn = page(deck.with_cards([card.id for card in deck.cards[:2]]))
    file = project / PAGE
    if file.is_file() and file.read_text(encoding="utf-8") == drawn:
        return 0
    if checks:
        print(f"{PAGE} is stale: run {MAKE_AGAIN} and commit it.")
        return 1
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(drawn, encoding="utf-8")
    print(f"wrote {PAGE}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
