"""A student who never stops answering: from the answers that come back one sees when a room plays on."""

import asyncio
from typing import Any

from server.devtools.bots.asked import Asked
from server.devtools.bots.student import Student

REST_SECONDS = 0.2
"""Five answers a second: below what a phone may send."""


class Witness(Student):
    """Answers while a vote is open and asks on when it is closed. Its answers are judged like everybody's."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.told: list[tuple[float, str | None]] = []
        """When a final answer came, and its code; None: it is in."""
        self._thought = 0

    def heard_after(self, moment: float, code: str | None = None) -> float | None:
        """When the first final answer came after a moment; with a code, the first such."""
        for came, told in self.told:
            if came > moment and code in {None, told}:
                return came
        return None

    async def _play(self, asked: Asked) -> None:
        loop = asyncio.get_running_loop()
        opened = self._opened[1] if self._opened is not None else loop.time()
        while not self._is_over and not self._is_new:
            self._thought += 1
            body = self._answer(asked, self._thought)
            body["shown_millis"] = max(0, round((loop.time() - opened) * 1000))
            answer = await self._line.order("answer", body)
            self.told.append((loop.time(), answer.code))
            await asyncio.sleep(REST_SECONDS)
