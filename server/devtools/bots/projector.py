"""The simulated projector: looks at everything that is shown to the class."""

from collections.abc import Mapping
from random import Random
from typing import Any

from server.devtools.bots.line import PROTOCOL, Line, Place
from server.devtools.bots.notes import Notes
from server.devtools.oracle import SeenTeams


class Projector:
    """A screen of the room. It never says anything."""

    def __init__(self, address: str, room: str, dice: Random, notes: Notes) -> None:
        self.line = Line(
            Place(address, {"protocol": PROTOCOL, "role": "screen", "room": room}), None, dice, notes, self._take_view
        )
        self._notes = notes

    def _take_view(self, event: str, body: Mapping[str, Any]) -> None:
        card = body["round"]["card"] if body["round"] is not None else None
        self._notes.look_for_secrets(event, body, card)
        if body["teams"]:
            self._notes.teams_seen.append(SeenTeams(body["version"], tuple(body["teams"])))
