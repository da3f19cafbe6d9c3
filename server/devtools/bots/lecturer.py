"""The simulated lecturer: opens the door, waits for the class and leads it from card to card with the one key."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
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


class Stuck(Exception):
    """The room did not come to where it should be. The text says what was waited for."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How many rounds, for how many players, and how long a round takes."""

    rounds: int
    players: int
    round_seconds: float


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

    async def lead(self, plan: Plan) -> None:
        """Waits for the class, plays the rounds, shows the podium and ends the room. Raises Stuck."""
        await self._until(lambda view: view["players"] >= plan.players, plan.players / 20, "the class to come in")
        for number in range(1, plan.rounds + 1):
            await self._play_round(number, plan)
        await self._order("podium", {})
        await self._step("end_room")

    async def _play_round(self, number: int, plan: Plan) -> None:
        await self._step("show_card")
        await self._until(lambda view: view["phase"] == "answering", plan.round_seconds, f"round {number} to open")
        self._say(f"round {number} open")
        half = plan.players // 2
        view = await self._until(
            lambda view: view["answered"] >= half or view["phase"] != "answering", plan.round_seconds, "half the class"
        )
        if view["phase"] == "answering":
            self._say(f"round {number} open, half answered")
        await self._until(lambda view: view["phase"] == "closed", plan.round_seconds, f"round {number} to close")
        await asyncio.sleep(AFTER_THE_END_SECONDS)
        await self._group_words()
        view = await self._step("reveal")
        await self._look_at_board(view)
        await self._group_words()
        while _does(view, "show_axis"):
            view = await self._step("show_axis")
        await self._step("show_leaderboard")
        await self._group_words()
        self._say(f"round {number} done: {view['answered']}/{view['players']} answered")
        await asyncio.sleep(LOOK_AT_BOARD_SECONDS)

    async def _group_words(self) -> None:
        """Puts the open answers of the card together and marks them: before its reveal, during it, or after it."""
        view = self._view
        assert view is not None
        card = view["cards"][view["card_number"] - 1]["id"]
        for key in view["keys"]:
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

    async def _until(self, is_so: Callable[[Mapping[str, Any]], bool], seconds: float, what: str) -> Mapping[str, Any]:
        """The first view of which something is so. Raises Stuck after `seconds` and the general patience."""
        try:
            async with asyncio.timeout(seconds + PATIENCE_SECONDS):
                while self._view is None or not is_so(self._view):
                    self._news.clear()
                    await self._news.wait()
                return self._view
        except TimeoutError:
            phase = self._view["phase"] if self._view is not None else "nothing"
            raise Stuck(f"waited for {what}, and saw {phase}") from None

    def _take_view(self, event: str, body: Any) -> None:
        if event == "host":
            self._view = body
            self._news.set()


def _does(view: Mapping[str, Any], action: str) -> bool:
    """Whether this is what the one key does now."""
    return view["next_step"] is not None and view["next_step"]["action"] == action
