"""A mock exam as values: its sections, their items, and what is missing from it. No rules of play here."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from server.rules.cards import Text


class SectionKind(StrEnum):
    """The three parts of the exam."""

    THEORY = "theory"
    CASE = "case"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to an item, or one point of a rubric."""

    id: str
    text: Text


@dataclass(frozen=True, slots=True)
class ChoiceItem:
    """A question with three or four answers; `key` is the id of the right one.

    `paragraph` is that of the case which decides it, from 1; None in theory.
    """

    id: str
    theme: str
    model: str
    question: Text
    options: tuple[Choice, ...]
    key: str
    why: Text
    paragraph: int | None = None


@dataclass(frozen=True, slots=True)
class OpenItem:
    """A question answered in words; the model answer and the points of the rubric are shown afterwards."""

    id: str
    theme: str
    model: str
    question: Text
    model_answer: Text
    rubric: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """The case that the items of its section are about; a paragraph's number is its place, from 1."""

    title: Text
    paragraphs: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the exam. `items` are of theory or of the case, `questions` those of the open part."""

    kind: SectionKind
    title: Text
    case: Case | None = None
    items: tuple[ChoiceItem, ...] = ()
    questions: tuple[OpenItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A line of what a whole exam would have: a section, or the theory on one theme and model.

    `wanted` is None where nobody said how many; `why` is the reason why fewer are here, if it is given.
    """

    kind: SectionKind
    theme: str | None
    model: str | None
    wanted: int | None
    filled: int
    why: Text | None = None

    @property
    def is_hole(self) -> bool:
        """Whether items are missing here: fewer than wanted, or none at all."""
        return self.filled < self.wanted if self.wanted is not None else self.filled == 0


@dataclass(frozen=True, slots=True)
class Exam:
    """An authored mock exam. `rows` are first those of the sections, then those of the blueprint.

    `minutes`: how long one has; None where nobody said.
    """

    id: str
    title: Text
    about: Text
    sections: tuple[Section, ...]
    rows: tuple[Row, ...] = ()
    minutes: int | None = None

    @property
    def holes(self) -> tuple[Row, ...]:
        """What a whole exam would have and this one has not."""
        return tuple(row for row in self.rows if row.is_hole)

    def items(self, kind: SectionKind) -> Iterator[ChoiceItem | OpenItem]:
        """All that is asked in a section."""
        for section in self.sections:
            if section.kind is kind:
                yield from section.items
                yield from section.questions
