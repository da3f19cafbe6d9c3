"""The shapes of a file of reviews/: what blind readers made of the cards of a deck, or of the items of an exam."""

from typing import Annotated, Any, Literal

from pydantic import Field

from server.content.fingerprint import CHARACTERS
from server.content.shapes import Id, Shape, Words

Content = Annotated[str, Field(pattern=rf"^[0-9a-f]{{{CHARACTERS}}}$")]
Readings = Annotated[list[dict[Id, Any]], Field(min_length=2, max_length=2)]
Verdict = Literal["agrees", "contested", "differs"]


class EarlierShape(Shape):
    """What readers made of a card before it was changed, or before it was read anew.

    `missed` are the axes on which one of them did not choose the key of then. Without `readings` no more than that was
    kept, and `reason` says why.
    """

    content: Content
    verdict: Verdict
    missed: list[Id] = Field(default_factory=list)
    reason: Words | None = None
    readings: Readings | None = None


class CardReviewShape(Shape):
    """Two independent readings of one card, each with a pick per axis, and whether they agree with its keys.

    `content` is the print of what was read. A contested card has its reason; `missed` are the axes on which one of the
    readings is not the key; `earlier` keeps what came before.
    """

    content: Content
    verdict: Verdict
    missed: list[Id] = Field(default_factory=list)
    reason: Words | None = None
    readings: Readings
    earlier: list[EarlierShape] = Field(default_factory=list)


class ReviewShape(Shape):
    """The reviews of one deck, by card."""

    format: Literal[1] = 1
    id: Id
    cards: dict[Id, CardReviewShape]


ItemReadings = Annotated[list[Words], Field(min_length=2, max_length=2)]
ItemVerdict = Literal["agrees", "differs"]


class EarlierItemShape(Shape):
    """What readers made of an item before it was changed, or before it was read anew."""

    content: Content
    verdict: ItemVerdict
    readings: ItemReadings


class ItemReviewShape(Shape):
    """Two independent readings of one item of an exam: the letters they chose, or their words on an open one."""

    content: Content
    verdict: ItemVerdict
    readings: ItemReadings
    earlier: list[EarlierItemShape] = Field(default_factory=list)


class ExamReviewShape(Shape):
    """The reviews of one mock exam, by item."""

    format: Literal[1] = 1
    id: Id
    items: dict[Id, ItemReviewShape]


class LostShape(Shape):
    """First readings that differed from the key, of which only the number of cards and keys is known.

    They are counted against the agreement, whichever cards they were.
    """

    cards: Annotated[int, Field(ge=1)]
    keys: Annotated[int, Field(ge=1)]
    reason: Words


class LostReadingsShape(Shape):
    """What was lost of the record, so that no figure makes it look better than it was."""

    format: Literal[1] = 1
    lost: list[LostShape]
