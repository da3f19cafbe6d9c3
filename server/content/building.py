"""Checked shapes -> the values that the rules play with."""

from collections.abc import Iterable

from server.content.shapes import (
    AxisShape,
    CardShape,
    DeckHead,
    KeyShape,
    PartMarksShape,
    PictureShape,
    TextShape,
)
from server.rules.cards import (
    Axis,
    Card,
    Deck,
    GridCell,
    Key,
    Option,
    PartMarks,
    Picture,
    Text,
    Trap,
)
from server.rules.ids import AxisId, CardId, OptionId


def build_axis(shape: AxisShape) -> Axis:
    """The axis that a sound shape describes."""
    return Axis(
        id=AxisId(shape.id),
        kind=shape.kind,
        label=_text(shape.label),
        short_label=_text(shape.short_label),
        question=_text(shape.question),
        model=shape.model,
        options=tuple(
            Option(OptionId(option.id), _text(option.label), _text(option.short), _text(option.hint))
            for option in shape.options
        ),
        picture=_picture(shape.picture),
        part_marks=_part_marks(shape.part_marks) if shape.part_marks else None,
    )


def build_deck(head: DeckHead, axes: Iterable[AxisShape], cards: Iterable[CardShape]) -> Deck:
    """The deck that sound shapes describe, its cards' keys in the order of its axes."""
    listed = tuple(build_axis(axis) for axis in axes)
    return Deck(
        id=head.id,
        title=_text(head.title),
        about=_text(head.about),
        axes=listed,
        cards=tuple(_card(card, listed) for card in cards),
    )


def _card(shape: CardShape, axes: tuple[Axis, ...]) -> Card:
    return Card(
        id=CardId(shape.id),
        title=_text(shape.title),
        person=shape.person,
        story=_text(shape.story),
        models=tuple(shape.models),
        theme=shape.theme,
        difficulty=shape.difficulty,
        status=shape.status,
        version=shape.version,
        keys={axis.id: _key(shape.key[axis.id]) for axis in axes},
        traps=tuple(Trap(AxisId(trap.axis), OptionId(trap.pick), _text(trap.text)) for trap in shape.traps),
        debate=_text(shape.debate) if shape.debate else None,
        note=_text(shape.note) if shape.note else None,
    )


def _key(shape: KeyShape) -> Key:
    accept = {OptionId(option): share for option, share in shape.shares.items()}
    return Key(accept=accept, cue=_text(shape.cue), why=_text(shape.why))


def _text(shape: TextShape) -> Text:
    return Text(nl=shape.nl, en=shape.en)


def _part_marks(shape: PartMarksShape) -> PartMarks:
    pairs = tuple((OptionId(low), OptionId(high)) for low, high in shape.no_credit_across)
    return PartMarks(neighbour=shape.neighbour, no_credit_across=pairs)


def _picture(shape: PictureShape) -> Picture:
    return Picture(
        kind=shape.kind,
        columns=tuple(_text(column) for column in shape.columns),
        rows=tuple(_text(row) for row in shape.rows),
        cells={OptionId(option): _cell(place) for option, place in shape.cells.items()} if shape.cells else None,
        empty_at=_cell(shape.empty.at) if shape.empty else None,
        empty_why=_text(shape.empty.why) if shape.empty else None,
    )


def _cell(place: list[int]) -> GridCell:
    row, column = place
    return GridCell(row=row, column=column)
