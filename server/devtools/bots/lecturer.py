"""The simulated lecturer: opens the door, waits for the class and leads it from card to card with the one key."""

import asyncio
import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle
from random import Random
from secrets import token_hex
from typing import Any

from server.devtools.bots.door import HostDoor
from server.devtools.bots.grouping import groups_of
from server.devtools.bots.line import PROTOCOL, Line, Place
from server.devtools.bots.notes import Notes

PATIENCE_SECONDS = 45.0
"""How long any single thing may take beyond its own time before the lecturer gives up."""
AFTER_THE_END_SECONDS = 1.0
"""The rest between the end of a round and its reveal: answers given in time may still be on their way."""
LOOK_AT_BOARD_SECONDS = 0.3
TALK_SECONDS, TALK_FOR_SECONDS = 60, 1.5
"""How long the class may talk, and when this lecturer ends it."""
ALLOWANCES = ("half_more", "double", "unlimited")


class Stuck(Exception):
    """The room did not come to where it should be. The text says what was waited for."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How many rounds, for how many players, and how long a round takes.

    `talks`: every other card is talked about and voted on again. `slips`: now and then a step is taken back. So many
    players as `extra_time` says get more time, each in another way.
    """

    rounds: int
    players: int
    round_seconds: float
    talks: bool = False
    slips: bool = False
    extra_time: int = 0
    has_trial: bool = False


class Lecturer:
    """The host's console. `say` is told one line per round."""

    def __init__(self, door: HostDoor, room: str, dice: Random, notes: Notes, say: Callable[[str], None]) -> None:
        auth = {"protocol": PROTOCOL, "role": "host", "room": room}
        self.line = Line(Place(door.address, auth, door.headers), None, dice, notes, self._take_view)
        self._door = door
        self._room = room
        self._dice = dice
        self._notes = notes
        self._say = say
        self._news = asyncio.Event()
        self._view: Mapping[str, Any] | None = None
        self._roster: Sequence[Mapping[str, Any]] = ()

    async def lead(self, plan: Plan) -> None:
        """Waits for the class, plays the rounds, shows the podium and ends the room. Raises Stuck."""
        await self._until(lambda view: view["players"] >= plan.players, plan.players / 20, "the class to come in")
        await self._give_extra_time(plan.extra_time)
        for number in range(0 if plan.has_trial else 1, plan.rounds + 1):
            await self._play_round(number, plan)
        if _does(self._now, "show_podium"):
            await self._step("show_podium")
        else:
            await self._order("podium", {})
        await self._step("end_room")

    async def _give_extra_time(self, players: int) -> None:
        await self._until(lambda _: len(self._roster) >= players, 0, "the list of players")
        for row, allowance in zip(self._roster[:players], cycle(ALLOWANCES), strict=False):
            await self._order("extra_time", {"player": row["player"], "allowance": allowance})

    async def _play_round(self, number: int, plan: Plan) -> None:
        await self._step("show_card")
        await self._vote(f"round {number}", plan)
        if plan.talks and number % 2 and self._now["talk_axes"]:
            await self._talk(number)
            await self._vote(f"round {number} second vote", plan)
        asked = self._now["round"]["card"]
        await self._group_words(asked)
        view = await self._reveal(plan.slips and number % 2 == 1)
        self._say(f"round {number} revealed")
        await self._group_words(asked)
        while _does(view, "show_axis") or _does(view, "show_flow"):
            view = await self._step(view["next_step"]["action"])
        if _does(view, "show_leaderboard"):
            await self._step("show_leaderboard")
        await self._group_words(asked)
        self._say(f"round {number} done: {view['answered']}/{view['players']} answered")
        await asyncio.sleep(LOOK_AT_BOARD_SECONDS)

    async def _vote(self, name: str, plan: Plan) -> None:
        """A vote from its opening until nothing more can come."""
        await self._until(lambda view: view["phase"] == "answering", plan.round_seconds, f"{name} to open")
        self._say(f"{name} open")
        half = plan.players // 2
        view = await self._until(
            lambda view: view["answered"] >= half or view["phase"] != "answering", plan.round_seconds, "half the class"
        )
        if view["phase"] == "answering":
            self._say(f"{name} open, half answered")
        await self._until(lambda view: view["phase"] == "closed", plan.round_seconds, f"{name} to close")
        await asyncio.sleep(AFTER_THE_END_SECONDS)
        with contextlib.suppress(Stuck):
            await self._until(lambda view: not view["still_writing"], plan.round_seconds, "the last", patience=0)

    async def _talk(self, number: int) -> None:
        """The class talks about some of what can be asked again, and then votes on that."""
        view = self._now
        axes = self._dice.sample(view["talk_axes"], self._dice.randint(1, len(view["talk_axes"])))
        self._say(f"round {number} talk about {', '.join(axes)}")
        await self._order("talk", {"card": view["round"]["card"], "axes": axes, "seconds": TALK_SECONDS})
        await asyncio.sleep(TALK_FOR_SECONDS)
        await self._step("open_second_vote")

    async def _reveal(self, slips: bool) -> Mapping[str, Any]:
        """Shows the truth; a lecturer who slips takes that back first, and shows it again."""
        view = await self._step("reveal")
        await self._look_at_board(view)
        if not slips:
            return view
        view = await self._until(lambda view: view["undo"] is not None, 0, "a step to take back")
        view = await self._order("undo", {"step": view["undo"]["id"]})
        await self._look_at_board(view)
        view = await self._step("reveal")
        await self._look_at_board(view)
        return view

    @property
    def _now(self) -> Mapping[str, Any]:
        assert self._view is not None
        return self._view

    async def _group_words(self, card: str) -> None:
        """Puts the open answers of the card together and marks them: before its reveal, during it, or after it."""
        for key in self._now["keys"]:
            if key["words"]:
                groups = groups_of(key["words"], self._dice)
                view = await self._order("group", {"card": card, "axis": key["axis"], "groups": groups})
                await self._look_at_board(view)

    async def _look_at_board(self, view: Mapping[str, Any]) -> None:
        """The leaderboard is noted as it stands while the room is as this view shows it."""
        board = await asyncio.to_thread(self._door.board, self._room, view["version"])
        self._notes.boards_seen.append(board)

    async def _step(self, action: str) -> Mapping[str, Any]:
        """Presses the one key, once it does this; returns the view after it."""
        view = await self._until(lambda view: _does(view, action), 0, f"the step {action}")
        return await self._order("step", {"step": view["next_step"]["id"]})

    async def _order(self, event: str, body: Mapping[str, Any]) -> Mapping[str, Any]:
        """Gives a command; returns the first view that shows its effect."""
        answer = await self.line.order(event, {"command_id": token_hex(12), **body})
        version = answer.version
        if version is None:
            raise Stuck(f"{event} was refused: {answer.code}")
        return await self._until(lambda view: view["version"] >= version, 0, f"the effect of {event}")

    async def _until(
        self,
        is_so: Callable[[Mapping[str, Any]], bool],
        seconds: float,
        what: str,
        patience: float = PATIENCE_SECONDS,
    ) -> Mapping[str, Any]:
        """The first view of which something is so. Raises Stuck after `seconds` and the general patience."""
        try:
            async with asyncio.timeout(seconds + patience):
                while self._view is None or not is_so(self._view):
                    self._news.clear()
                    await self._news.wait()
                return self._view
        except TimeoutError:
            phase = self._view["phase"] if self._view is not None else "nothing"
            raise Stuck(f"waited for {what}, and saw {phase}") from None

    def _take_view(self, event: str, body: Any) -> None:
        self._notes.look_for_strangers(event, body)
        if event == "host":
            self._view = body
        elif event == "roster":
            self._roster = body["rows"]
        self._news.set()


def _does(view: Mapping[str, Any], action: str) -> bool:
    """Whether this is what the one key does now."""
    return view["next_step"] is not None and view["next_step"]["action"] == action
