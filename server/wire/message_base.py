"""What every message of a client shares: exact types, no unknown fields, and the bounds of lists and texts."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from server.rules.ids import AxisId, CardId, CommandId

AXES_MOST = 16
DECK_AXES_MOST = 64
"""A deck may be asked on many more axes than one card is."""
CARDS_MOST = 500
OPTIONS_MOST = 16

ClientCommandId = Annotated[CommandId, StringConstraints(pattern=r"^[0-9a-f]{16,64}$")]
ShortText = StringConstraints(max_length=100)
Axes = Annotated[tuple[AxisId, ...], Field(strict=False, max_length=DECK_AXES_MOST)]
Cards = Annotated[tuple[Annotated[CardId, ShortText], ...], Field(strict=False, max_length=CARDS_MOST)]


class ClientMessage(BaseModel):
    """What all messages share: exact types, and no field that is not documented."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, allow_inf_nan=False)
