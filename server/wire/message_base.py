"""What every message of a client shares: exact types, no unknown fields, and the bounds of lists and texts."""

from abc import ABC, abstractmethod
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from server.rules import commands as c
from server.rules.ids import AxisId, CardId, CommandId, CourseId
from server.rules.settings import (
    ANSWER_SECONDS_LEAST,
    ANSWER_SECONDS_MOST,
    READING_SECONDS_MOST,
    TALK_SECONDS_LEAST,
    TALK_SECONDS_MOST,
)

AXES_MOST = 16
DECK_AXES_MOST = 64
"""A deck may be asked on many more axes than one card is."""
CARDS_MOST = 500
OPTIONS_MOST = 16

ClientCommandId = Annotated[CommandId, StringConstraints(pattern=r"^[0-9a-f]{16,64}$")]
CourseName = Annotated[CourseId, StringConstraints(pattern=r"^[0-9a-f]{24}$")]
ShortText = StringConstraints(max_length=100)
Axes = Annotated[tuple[AxisId, ...], Field(strict=False, max_length=DECK_AXES_MOST)]
Cards = Annotated[tuple[Annotated[CardId, ShortText], ...], Field(strict=False, max_length=CARDS_MOST)]

ReadingSeconds = Annotated[int, Field(ge=0, le=READING_SECONDS_MOST)]
AnswerSeconds = Annotated[int, Field(ge=ANSWER_SECONDS_LEAST, le=ANSWER_SECONDS_MOST)]
TalkSeconds = Annotated[int, Field(ge=TALK_SECONDS_LEAST, le=TALK_SECONDS_MOST)]
ShareBound = Annotated[float, Field(ge=0, le=1)]


class ClientMessage(BaseModel):
    """What all messages share: exact types, and no field that is not documented."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, allow_inf_nan=False)


class HostMessage(ClientMessage, ABC):
    """What the host sends. The client gives each command its id and keeps it over repeats."""

    command_id: ClientCommandId

    @abstractmethod
    def to_command(self) -> c.HostCommand:
        """The order."""
