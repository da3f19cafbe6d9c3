"""One simulated student: joins, reads, thinks, answers, sometimes changes the answer or loses the line, comes back."""

import asyncio
import contextlib
from collections.abc import Mapping
from hashlib import sha256
from random import Random
from secrets import token_hex
from typing import Any

from server.devtools.bots.habits import Habits
from server.devtools.bots.line import PROTOCOL, Line, Place
from server.devtools.bots.mind import Mind
from server.devtools.bots.notes import Notes
from server.devtools.oracle import SeenPoints

PLAYER_ID_LENGTH = 24
NAMES_TRIED = 5


class Student:
    """A phone and whoever holds it. `has_seat` once the server has acknowledged one."""

    def __init__(
        self, address: str, room: str, name: str, mind: Mind, habits: Habits, dice: Random, notes: Notes
    ) -> None:
        token = token_hex(16)
        self.player = sha256(token.encode()).hexdigest()[:PLAYER_ID_LENGTH]
        self.has_seat = False
        self._room_id = room
        self._name = name
        self._mind = mind
        self._habits = habits
        self._dice = dice
        self._notes = notes
        auth = {"protocol": PROTOCOL, "role": "player", "room": room, "token": token}
        self._line = Line(Place(address, auth), self.player, dice, notes, self._take_view)
        self._news = asyncio.Event()
        self._room: Mapping[str, Any] | None = None
        self._card: str | None = None
        self._played: str | None = None
        self._opened_at = 0.0
        self._is_removed = False
        self._shown_points: tuple[int, int | None] | None = None

    async def attend(self) -> None:
        """Takes part until the room has ended, or until cancelled."""
        keeping = asyncio.create_task(self._line.keep())
        try:
            await self._join()
            while True:
                await self._until(lambda: self._phase == "ended" or (self._is_open and self._card != self._played))
                if self._phase == "ended":
                    return
                self._played = self._card
                await self._play_card()
        finally:
            keeping.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await keeping

    @property
    def _phase(self) -> str | None:
        return self._room["phase"] if self._room is not None else None

    @property
    def _is_open(self) -> bool:
        return self._phase == "answering" and self.has_seat and not self._is_removed

    async def _until(self, is_so: Any) -> None:
        while not is_so():
            self._news.clear()
            await self._news.wait()

    async def _join(self) -> None:
        name = self._name
        for _ in range(NAMES_TRIED):
            answer = await self._line.order("join", {"command_id": token_hex(12), "name": name})
            if answer.is_ok:
                self.has_seat = True
                self._news.set()
                return
            if answer.suggestion is None:
                self._notes.errors[f"NO_SEAT_{answer.code}"] += 1
                return
            name = answer.suggestion

    async def _play_card(self) -> None:
        """Thinks and answers, once or twice; stops when the round closes."""
        assert self._room is not None
        asked = self._room["round"]
        card, axes = asked["card"], asked["axes"]
        loop = asyncio.get_running_loop()
        limit = None if asked["closes_at"] is None else (asked["closes_at"] - self._room["server_now"]) / 1000
        if self._dice.random() < self._habits.breaks_off:
            loop.call_later(self._dice.uniform(0, limit or 10.0), self._line.cut)
        for thought, moment in enumerate(self._habits.moments(self._dice, limit)):
            if not await self._is_still_open(card, self._opened_at + moment):
                return
            body = {
                "command_id": token_hex(12),
                "card": card,
                "picks": self._mind.picks(card, axes, thought),
                "shown_millis": max(0, round((loop.time() - self._opened_at) * 1000)),
            }
            await self._line.order("answer", body, self._dice.random() < self._habits.loses_ack)

    async def _is_still_open(self, card: str, until: float) -> bool:
        """Waits until a moment; False as soon as the card no longer takes answers."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout_at(until):
                await self._until(lambda: not self._is_open or self._card != card)
        return self._is_open and self._card == card

    def _take_view(self, event: str, body: Any) -> None:
        if event == "room":
            self._take_room(body)
        elif event == "seat" and body is not None:
            self._take_seat(body)
        self._news.set()

    def _take_room(self, body: Mapping[str, Any]) -> None:
        if body["room"] != self._room_id:
            self._notes.errors["OTHER_ROOM"] += 1
        before = self._phase, self._card
        self._room = body
        if body["round"] is not None:
            self._card = body["round"]["card"]
        self._notes.look_for_secrets("room", body, self._card)
        if (self._phase, self._card) != before and self._phase == "answering":
            self._opened_at = asyncio.get_running_loop().time()

    def _take_seat(self, body: Mapping[str, Any]) -> None:
        if body["player"] != self.player:
            self._notes.errors["OTHER_SEAT"] += 1
        self._is_removed = body["is_removed"]
        result = body["result"]
        self._notes.look_for_secrets("seat", body, result["card"] if result else self._card)
        shown = body["points"], body["rank"]
        if shown != self._shown_points:
            self._shown_points = shown
            self._notes.points_seen.append(SeenPoints(self.player, body["version"], *shown))
