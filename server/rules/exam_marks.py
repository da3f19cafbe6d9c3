"""How a mock exam went, all at once after handing in: one point a question, none for the rest, and no pass mark."""

from collections.abc import Mapping
from dataclasses import dataclass

from server.rules.cards import Card, Deck, Text
from server.rules.ids import AxisId, CardId, OptionId
from server.rules.practice import axes_of, mark_card


@dataclass(frozen=True, slots=True)
class ExamItemMark:
    """One question with options, marked. `said` is None where it was left open."""

    item: CardId
    said: OptionId | None
    key: OptionId
    is_right: bool
    why: Text


@dataclass(frozen=True, slots=True)
class ExamModelRow:
    """How the questions on one theme and model went."""

    theme: str
    model: str
    right: int
    asked: int


@dataclass(frozen=True, slots=True)
class ExamMarks:
    """`rows` come in the order in which their models are asked first."""

    right: int
    asked: int
    items: tuple[ExamItemMark, ...]
    rows: tuple[ExamModelRow, ...]


def mark_exam(deck: Deck, said: Mapping[CardId, OptionId]) -> ExamMarks:
    """Marks an exam that is a deck of one-axis cards. Raises Refusal BAD_PICK for an option that a question has not."""
    items = tuple(_mark(deck, card, said.get(card.id)) for card in deck.cards)
    counts: dict[tuple[str, str], list[bool]] = {}
    for card, item in zip(deck.cards, items, strict=True):
        counts.setdefault((card.theme, card.models[0]), []).append(item.is_right)
    rows = tuple(ExamModelRow(theme, model, sum(marks), len(marks)) for (theme, model), marks in counts.items())
    return ExamMarks(sum(item.is_right for item in items), len(items), items, rows)


def _mark(deck: Deck, card: Card, said: OptionId | None) -> ExamItemMark:
    axes: tuple[AxisId, ...] = axes_of(deck, card)
    key = card.keys[axes[0]]
    result = mark_card(deck, card, axes, {} if said is None else {axes[0]: said}, None)
    return ExamItemMark(card.id, said, next(iter(key.accept)), bool(result.is_hit), key.why)
