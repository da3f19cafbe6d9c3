"""One simulated student: joins, reads, thinks, answers, sometimes changes the answer or loses the line, comes back."""

import asyncio
import contextlib
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from random import Random
from secrets import token_hex
from typing import Any

from server.devtools.bots.asked import Asked, asked_of
from server.devtools.bots.door import DoorShut
from server.devtools.bots.habits import Habits
from server.devtools.bots.line import PROTOCOL, Line, Place
from server.devtools.bots.mind import Mind
from server.devtools.bots.notes import Notes
from server.devtools.oracle import SeenPoints

PLAYER_ID_LENGTH = 24
NAMES_TRIED = 8

NameOffer = Callable[[], Sequence[str]]
"""Asks the server which names are free to take. Blocks."""


class Student:
    """A phone and whoever holds it. `has_seat` once the server has acknowledged one."""

    def __init__(
        self,
        address: str,
        room: str,
        name: str,
        mind: Mind,
        habits: Habits,
        dice: Random,
        notes: Notes,
        name_offer: NameOffer = tuple,
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
        self._name_offer = name_offer
        auth = {"protocol": PROTOCOL, "role": "player", "room": room, "token": token}
        self._line = Line(Place(address, auth), self.player, dice, notes, self._take_view)
        self._news = asyncio.Event()
        self._room: Mapping[str, Any] | None = None
        self._seat: Mapping[str, Any] | None = None
        self._card: str | None = None
        self._played: tuple[str, int, int] | None = None
        self._said: dict[str, dict[str, Any]] = {}
        self._opened: tuple[tuple[str, int, int], float] | None = None
        self._shown_points: tuple[int, int | None] | None = None

    async def attend(self) -> None:
        """Takes part until the room has ended, or until cancelled."""
        keeping = asyncio.create_task(self._line.keep())
        try:
            await self._join()
            while True:
                await self._until(lambda: self._is_over or self._is_new)
                asked = self._asked
                if self._is_over or asked is None:
                    return
                self._played = asked.key
                await self._play(asked)
        finally:
            keeping.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await keeping

    @property
    def is_online(self) -> bool:
        """Whether the phone has a connection now."""
        return self._line.is_online

    @property
    def has_seen_the_end(self) -> bool:
        """Whether the room has ended, and the phone knows."""
        return self._is_over

    @property
    def refused_with(self) -> str | None:
        """Why the phone was not let in at its last attempt."""
        return self._line.refused_with

    @property
    def _is_over(self) -> bool:
        return self._room is not None and self._room["phase"] == "ended"

    @property
    def _asked(self) -> Asked | None:
        return asked_of(self._room, self._seat) if self.has_seat else None

    @property
    def _is_new(self) -> bool:
        asked = self._asked
        return asked is not None and asked.key != self._played

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
            offered = await self._offered() if answer.code == "NAME_NOT_OFFERED" else ()
            if answer.suggestion is None and not offered:
                self._notes.errors[f"NO_SEAT_{answer.code}"] += 1
                return
            name = answer.suggestion or self._dice.choice(offered)

    async def _offered(self) -> Sequence[str]:
        try:
            return await asyncio.to_thread(self._name_offer)
        except DoorShut:
            return ()

    async def _play(self, asked: Asked) -> None:
        """Thinks and answers, once or twice; stops when the vote is over for this phone."""
        loop = asyncio.get_running_loop()
        opened = self._opened[1] if self._opened is not None else loop.time()
        if self._dice.random() < self._habits.breaks_off:
            loop.call_later(self._dice.uniform(0, asked.seconds or 10.0), self._line.cut)
        has_answered = asked.vote > 1 and asked.card in self._said
        if self._habits.is_silent_now(self._dice, has_answered):
            return
        for thought, moment in enumerate(self._habits.moments(self._dice, asked.seconds)):
            if not await self._is_still_open(asked, opened + moment):
                return
            body = self._answer(asked, thought)
            body["shown_millis"] = max(0, round((loop.time() - opened) * 1000))
            answer = await self._line.order("answer", body, self._dice.random() < self._habits.loses_ack)
            if answer.is_ok:
                self._said[asked.card] = {**self._said.get(asked.card, {}), **body["picks"]}

    def _answer(self, asked: Asked, thought: int) -> dict[str, Any]:
        """The body of an answer, without the time that it took."""
        if asked.vote > 1:
            picks = self._mind.picks_after_talk(asked.card, asked.axes, self._said.get(asked.card, {}), thought)
        else:
            picks = self._mind.picks(asked.card, asked.axes, thought)
        body = {"command_id": token_hex(12), "card": asked.card, "vote": asked.vote, "picks": picks}
        if asked.asks_confidence:
            body["confidence"] = self._mind.confidence(asked.card, picks, 10 * asked.vote + thought)
        return body

    async def _is_still_open(self, asked: Asked, until: float) -> bool:
        """Waits until a moment; False as soon as the vote no longer takes answers from this phone."""

        def is_gone() -> bool:
            now = self._asked
            return now is None or now.key != asked.key

        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout_at(until):
                await self._until(is_gone)
        return not is_gone()

    def _take_view(self, event: str, body: Any) -> None:
        if event == "room":
            self._take_room(body)
        elif event == "seat" and body is not None:
            self._take_seat(body)
        asked = asked_of(self._room, self._seat)
        if asked is not None and (self._opened is None or self._opened[0] != asked.key):
            self._opened = asked.key, asyncio.get_running_loop().time()
        self._news.set()

    def _take_room(self, body: Mapping[str, Any]) -> None:
        if body["room"] != self._room_id:
            self._notes.strangers_heard.append(f"{self.player} was told of room {body['room']}")
        self._room = body
        self._card = body["round"]["card"] if body["round"] is not None else None
        self._notes.look_for_secrets("room", body, self._card)

    def _take_seat(self, body: Mapping[str, Any]) -> None:
        if body["player"] != self.player:
            self._notes.strangers_heard.append(f"{self.player} was told of seat {body['player']}")
        self._seat = body
        result = body["result"]
        self._notes.look_for_secrets("seat", body, result["card"] if result else self._card)
        shown = body["points"], body["rank"]
        if shown != self._shown_points:
            self._shown_points = shown
            self._notes.points_seen.append(SeenPoints(self.player, body["version"], *shown))
