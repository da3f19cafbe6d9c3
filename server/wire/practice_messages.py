"""What may be said after class: an answer in practice, an exam that is handed in, a homework."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field, StringConstraints

from server.rules.ids import AxisId, CardId, OptionId
from server.rules.picks import Confidence, Pick
from server.wire.client_messages import PickMessage, pick_of
from server.wire.message_base import AXES_MOST, ClientCommandId, ClientMessage, ShortText

EXAM_ITEMS_MOST = 200
HOMEWORK_CARDS_MOST = 40
HOMEWORK_TITLE_LONGEST = 80
MILLIS_MOST = 4_102_444_800_000
"""The end of the year 2099."""

DeviceId = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
Picks = Annotated[Mapping[Annotated[AxisId, ShortText], PickMessage], Field(max_length=AXES_MOST)]


class PracticeMessage(ClientMessage):
    """An answer to a card, on the axes that were asked. `confidence`: how sure, where somebody wanted to say it."""

    axes: Annotated[tuple[Annotated[AxisId, ShortText], ...], Field(strict=False, max_length=AXES_MOST)]
    picks: Picks
    confidence: Annotated[Confidence, Field(strict=False)] | None = None

    def to_picks(self) -> Mapping[AxisId, Pick]:
        """What was said, as the rules have it."""
        return {axis: pick_of(said) for axis, said in self.picks.items()}


class HandInExamMessage(ClientMessage):
    """All answers to an exam, by question; what is left open is left away."""

    answers: Annotated[
        Mapping[Annotated[CardId, ShortText], Annotated[OptionId, ShortText]], Field(max_length=EXAM_ITEMS_MOST)
    ]


class SetHomeworkMessage(ClientMessage):
    """Sets a homework. The client gives it its own command id and keeps it over repeats; `until` null: until closed.

    `room`: the sitting that the cards are from, whose report shows what comes back.
    """

    command_id: ClientCommandId
    deck: Annotated[str, ShortText]
    cards: Annotated[
        tuple[Annotated[CardId, ShortText], ...], Field(strict=False, min_length=1, max_length=HOMEWORK_CARDS_MOST)
    ]
    title: Annotated[str, StringConstraints(max_length=HOMEWORK_TITLE_LONGEST)] = ""
    until: Annotated[int, Field(ge=0, le=MILLIS_MOST)] | None = None
    room: Annotated[str, ShortText] | None = None


class CloseHomeworkMessage(ClientMessage):
    """Closes a homework, or opens it again."""

    is_closed: bool


class HomeworkAnswerMessage(PracticeMessage):
    """An answer to a card of a homework. `device` is random, made for this homework alone; its first answer counts."""

    device: DeviceId
    card: Annotated[CardId, ShortText]
