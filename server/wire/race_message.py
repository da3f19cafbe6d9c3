"""What somebody says who races a class: every answer so far, since the server keeps none of them."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from server.rules.ids import AxisId, ServerMillis
from server.rules.picks import Confidence
from server.rules.room import Answer
from server.wire.client_messages import SHOWN_MILLIS_MOST, PickMessage, pick_of
from server.wire.message_base import AXES_MOST, CARDS_MOST, ClientMessage


class RacedAnswerMessage(ClientMessage):
    """What was said on one card, after how many milliseconds; without picks: nothing."""

    picks: Annotated[Mapping[AxisId, PickMessage], Field(max_length=AXES_MOST)]
    thinking_millis: Annotated[int, Field(ge=0, le=SHOWN_MILLIS_MOST)]
    confidence: Annotated[Confidence, Field(strict=False)] | None = None


class RaceMessage(ClientMessage):
    """The answers to the first cards of a race, in their order, up to the one that is asked about."""

    answers: Annotated[tuple[RacedAnswerMessage, ...], Field(strict=False, max_length=CARDS_MOST)]

    def to_answers(self) -> tuple[Answer, ...]:
        """The answers as the rules read them. They arrive when they were thought of: nothing is known but the claim."""
        return tuple(
            Answer(
                picks={axis: pick_of(said) for axis, said in one.picks.items()},
                at=ServerMillis(one.thinking_millis),
                thinking_millis=one.thinking_millis,
                confidence=one.confidence,
            )
            for one in self.answers
        )
