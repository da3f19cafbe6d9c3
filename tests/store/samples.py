"""Events to write and read back."""

from server.rules.cards import (
    Axis,
    AxisKind,
    Card,
    CardStatus,
    Deck,
    GridCell,
    Key,
    Option,
    PartMarks,
    Picture,
    PictureKind,
    Text,
    Trap,
)
from server.rules.events import AnswerGiven, Event, PlayerJoined, RoomOpened
from server.rules.ids import AxisId, CardId, CommandId, OptionId, Pin, PlayerId, RoomId, ServerMillis
from server.rules.settings import RoomSettings

ROOM = RoomId("r0om")
OTHER_ROOM = RoomId("0ther")
AT = ServerMillis(1_790_000_000_000)
STAGE = AxisId("stage")
ONE, TWO = OptionId("regular"), OptionId("advocate")


def joined(number: int) -> PlayerJoined:
    """The number-th player comes in."""
    return PlayerJoined(AT, CommandId(f"join-{number}"), PlayerId(f"p{number}"), f"Player {number}")


def answered(number: int, by: str = "p") -> AnswerGiven:
    """An answer that tells itself apart by its command."""
    picks = {STAGE: ONE, AxisId("trust-level"): OptionId("calculus")}
    return AnswerGiven(AT, CommandId(f"{by}-{number}"), PlayerId(by), CardId("village-baker"), picks, 4321)


def opened() -> RoomOpened:
    """A room with a small deck that uses every kind of field a deck can have."""
    return RoomOpened(AT, CommandId("open"), Pin("123456"), deck(), RoomSettings(axes=(STAGE,), answer_seconds=None))


def deck() -> Deck:
    """One axis of each picture's fields, one contested card with cue, trap, debate and note."""
    text = Text(nl="Elke zaterdag; \u201cnooit elders\u201d \u20ac", en="Every Saturday \U0001f956")
    options = (Option(ONE, text, text, text), Option(TWO, text, text, text))
    picture = Picture(
        PictureKind.GRID,
        columns=(text,),
        rows=(text, text),
        cells={ONE: GridCell(0, 0), TWO: GridCell(1, 0)},
        empty_at=GridCell(0, 1),
        empty_why=text,
    )
    marks = PartMarks(0.5, no_credit_across=((ONE, TWO),))
    axis = Axis(STAGE, AxisKind.ORDINAL, text, text, text, "ladder", options, picture, marks)
    key = Key({ONE: 1.0, TWO: 0.5}, cue=text, why=text)
    card = Card(
        CardId("village-baker"),
        title=text,
        person="Marieke",
        story=text,
        models=("ladder",),
        theme="shop",
        difficulty=2,
        status=CardStatus.CONTESTED,
        version=3,
        keys={STAGE: key},
        traps=(Trap(STAGE, TWO, text),),
        debate=text,
        note=None,
    )
    return Deck("village", text, text, (axis,), (card,))


def command_ids(events: list[Event]) -> list[str]:
    """What tells events apart."""
    return [event.command_id for event in events]
