"""What a content folder holds, in figures: cards per deck and model, how often each option is the key, what is thin."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from server.content.exams import Exam, SectionKind
from server.content.first_readings import Agreement, ItemAgreement, first_agreement, first_item_agreement
from server.content.gap_files import Gaps, read_gaps
from server.content.library import Library
from server.rules.cards import Axis, Card, CardStatus, Key

KEYED_LEAST = 3
"""On so many cards an option is the key, or the table names it."""
MODELS = tuple(f"M{number}" for number in range(1, 20))
"""The models of the course notes; M20 is the frame of the course and asks nothing."""


@dataclass(frozen=True, slots=True)
class Thin:
    """An option (or, without one, a model) with few cards or none, and the reason, where there is one."""

    name: str
    option: str | None
    cards: int
    why: str | None


@dataclass(frozen=True, slots=True)
class ExamFigures:
    """One mock exam: items per section and per model of the theory, and what its blind readers found."""

    sections: Mapping[str, int]
    models: Mapping[str, int]
    read: ItemAgreement


@dataclass(frozen=True, slots=True)
class Table:
    """All figures. Exams and the trial card are not among the cards."""

    decks: Mapping[str, int]
    models: Mapping[str, int]
    options: Mapping[str, Mapping[str, int]]
    contested: int
    twins: int
    read: Agreement
    exams: Mapping[str, ExamFigures]
    trial: int
    thin: tuple[Thin, ...]

    @property
    def cards(self) -> int:
        """The cards of all decks."""
        return sum(self.decks.values())


def table_of(library: Library, folder: Path) -> Table:
    """The figures of a content folder, those of its records of blind readers with them."""
    decks = list(library.decks.values())
    cards = [card for deck in decks for card in deck.cards]
    models = _models(cards)
    options = {name: _keyed(axis, cards) for name, axis in library.axes.items() if axis.options}
    return Table(
        decks={deck.id: len(deck.cards) for deck in decks},
        models=models,
        options=options,
        contested=sum(card.status is CardStatus.CONTESTED for card in cards),
        twins=sum(card.twin_of is not None for card in cards),
        read=first_agreement(folder, decks),
        exams={exam.id: _exam(folder, exam) for exam in library.exams.values()},
        trial=int(library.trial is not None),
        thin=tuple(_thin(models, options, read_gaps(folder, library.axes)[0])),
    )


def _models(cards: Iterable[Card]) -> Mapping[str, int]:
    """Cards per model, each of the notes' models first, then what else cards name: M3a stands behind M3."""
    count = Counter(model for card in cards for model in dict.fromkeys(card.models))
    return {model: count[model] for model in sorted({*MODELS, *count}, key=_by_number)}


def _by_number(model: str) -> tuple[int, str]:
    number = "".join(letter for letter in model if letter.isdigit())
    return int(number or 0), model


def _keyed(axis: Axis, cards: Iterable[Card]) -> Mapping[str, int]:
    """On how many cards each option of an axis is right, or can be defended, or has a place in the right order."""
    count = Counter(option for card in cards if axis.id in card.keys for option in _named(card.keys[axis.id]))
    return {option.id: count[option.id] for option in axis.options}


def _named(key: Key) -> set[str]:
    return {*key.accept, *key.pairs.values(), *(option for step in key.order for option in step)}


def _thin(models: Mapping[str, int], options: Mapping[str, Mapping[str, int]], gaps: Gaps) -> Iterator[Thin]:
    for model, cards in models.items():
        if cards == 0:
            yield Thin(model, None, cards, gaps.models.get(model))
    for axis, keyed in options.items():
        for option, cards in keyed.items():
            if cards < KEYED_LEAST:
                yield Thin(axis, option, cards, gaps.options.get((axis, option)))


def _exam(folder: Path, exam: Exam) -> ExamFigures:
    theory = Counter(item.model for item in exam.items(SectionKind.THEORY))
    return ExamFigures(
        sections={kind.value: sum(1 for _ in exam.items(kind)) for kind in SectionKind},
        models={model: theory[model] for model in sorted(theory, key=_by_number)},
        read=first_item_agreement(folder, exam),
    )
