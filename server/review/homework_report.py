"""What came back of a homework: how many did it, and how the first tries went, per card and axis."""

from collections.abc import Sequence
from dataclasses import dataclass

from server.rooms.ports_after_class import Homework, HomeworkAnswer
from server.rules.cards import Deck, Text
from server.rules.ids import AxisId, CardId


@dataclass(frozen=True, slots=True)
class HomeworkAxisRow:
    """First tries on one axis: how many, how many of them were right, and their mean share (0..1) of the point."""

    axis: AxisId
    label: Text
    tries: int
    right: int
    mean_share: float


@dataclass(frozen=True, slots=True)
class HomeworkCardRow:
    """First tries on one card; `right` counts those that were right on every axis."""

    card: CardId
    title: Text
    tries: int
    right: int
    axes: tuple[HomeworkAxisRow, ...]


@dataclass(frozen=True, slots=True)
class HomeworkReport:
    """`begun` devices have handed in a card, `finished` all of them. `cards` stand in the order they were set in."""

    homework: str
    begun: int
    finished: int
    cards: tuple[HomeworkCardRow, ...]


def report_homework(homework: Homework, deck: Deck | None, answers: Sequence[HomeworkAnswer]) -> HomeworkReport:
    """The report. Where the deck is gone cards and axes go by their ids; answers to other cards are left out."""
    by_card: dict[CardId, list[HomeworkAnswer]] = {card: [] for card in homework.cards}
    done: dict[str, set[CardId]] = {}
    for answer in answers:
        if answer.card in by_card:
            by_card[answer.card].append(answer)
            done.setdefault(answer.device, set()).add(answer.card)
    return HomeworkReport(
        homework=homework.id,
        begun=len(done),
        finished=sum(len(cards) == len(by_card) for cards in done.values()),
        cards=tuple(_card_row(card, deck, tries) for card, tries in by_card.items()),
    )


def _card_row(card: CardId, deck: Deck | None, tries: Sequence[HomeworkAnswer]) -> HomeworkCardRow:
    titles = {known.id: known.title for known in deck.cards} if deck else {}
    labels = {axis.id: axis.short_label for axis in deck.axes} if deck else {}
    axes = list(dict.fromkeys([axis for axis in labels if any(axis in answer.axes for answer in tries)]))
    axes += [axis for axis in dict.fromkeys(axis for answer in tries for axis in answer.axes) if axis not in labels]
    return HomeworkCardRow(
        card=card,
        title=titles.get(card, Text(card, card)),
        tries=len(tries),
        right=sum(all(one.is_right for one in answer.axes.values()) for answer in tries),
        axes=tuple(_axis_row(axis, labels.get(axis, Text(axis, axis)), tries) for axis in axes),
    )


def _axis_row(axis: AxisId, label: Text, tries: Sequence[HomeworkAnswer]) -> HomeworkAxisRow:
    said = [answer.axes[axis] for answer in tries if axis in answer.axes]
    mean = sum(one.share for one in said) / len(said)
    return HomeworkAxisRow(axis, label, len(said), sum(one.is_right for one in said), round(mean, 4))
