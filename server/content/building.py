"""Checked shapes -> the values that the rules play with."""

from collections.abc import Iterable

from server.content.axis_shapes import AxisShape, PartMarksShape, PictureShape, ScaleShape, UntangleShape
from server.content.deck_shapes import CardShape, DeckHead, KeyShape
from server.content.shapes import TextShape
from server.rules.cards import (
    Axis,
    AxisKind,
    Card,
    Deck,
    GridCell,
    Key,
    Option,
    PartMarks,
    Picture,
    Point,
    Scale,
    Text,
    Trap,
    Trial,
    Untangle,
)
from server.rules.ids import AxisId, CardId, OptionId


def build_axis(shape: AxisShape) -> Axis:
    """The axis that a sound shape describes."""
    return Axis(
        id=AxisId(shape.id),
        kind=shape.kind,
        label=build_text(shape.label),
        short_label=build_text(shape.short_label),
        question=build_text(shape.question),
        model=shape.model,
        options=tuple(
            Option(OptionId(option.id), build_text(option.label), build_text(option.short), build_text(option.hint))
            for option in shape.options
        ),
        picture=_picture(shape.picture),
        part_marks=_part_marks(shape.part_marks) if shape.part_marks else None,
        asks=build_text(shape.asks) if shape.asks else None,
        map={OptionId(option): Point(x, y) for option, (x, y) in shape.map.items()} if shape.map else None,
        x_axis=_scale(shape.x_axis) if shape.x_axis else None,
        y_axis=_scale(shape.y_axis) if shape.y_axis else None,
        untangles=tuple(_untangle(pair) for pair in shape.untangles),
    )


def build_deck(head: DeckHead, axes: Iterable[AxisShape], cards: Iterable[CardShape]) -> Deck:
    """The deck that sound shapes describe, its cards' keys in the order of its axes."""
    listed = tuple(build_axis(axis) for axis in axes)
    return Deck(
        id=head.id,
        title=build_text(head.title),
        about=build_text(head.about),
        axes=listed,
        cards=tuple(_card(card, listed) for card in cards),
    )


def build_trial(axes: Iterable[AxisShape], card: CardShape) -> Trial:
    """The trial card that sound shapes describe."""
    listed = tuple(build_axis(axis) for axis in axes)
    return Trial(card=_card(card, listed), axes=listed)


def _card(shape: CardShape, axes: tuple[Axis, ...]) -> Card:
    return Card(
        id=CardId(shape.id),
        title=build_text(shape.title),
        person=shape.person,
        story=build_text(shape.story),
        models=tuple(shape.models),
        theme=shape.theme,
        difficulty=shape.difficulty,
        status=shape.status,
        version=shape.version,
        keys={axis.id: _key(shape.key[axis.id], axis.kind) for axis in axes if axis.id in shape.key},
        traps=tuple(Trap(AxisId(trap.axis), OptionId(trap.pick), build_text(trap.text)) for trap in shape.traps),
        debate=build_text(shape.debate) if shape.debate else None,
        note=build_text(shape.note) if shape.note else None,
        twin_of=CardId(shape.twin_of) if shape.twin_of else None,
    )


def _key(shape: KeyShape, kind: AxisKind) -> Key:
    steps = tuple(tuple(OptionId(option) for option in step) for step in shape.steps)
    is_order = kind in {AxisKind.RANK, AxisKind.SEQUENCE}
    accept = {OptionId(option): share for option, share in shape.shares.items()}
    return Key(
        accept={} if is_order or kind is AxisKind.PAIR else accept,
        cue=build_text(shape.cue),
        why=build_text(shape.why),
        order=steps if is_order else (),
        pairs={item: OptionId(option) for item, option in shape.pairs.items()},
        items={item: build_text(name) for item, name in (shape.items or {}).items()},
        model_answer=build_text(shape.model_answer) if shape.model_answer else None,
    )


def build_text(shape: TextShape) -> Text:
    """The text in both languages."""
    return Text(nl=shape.nl, en=shape.en)


def _untangle(shape: UntangleShape) -> Untangle:
    one, other = shape.pair
    return Untangle(OptionId(one), OptionId(other), build_text(shape.question))


def _scale(shape: ScaleShape) -> Scale:
    return Scale(low=build_text(shape.low), high=build_text(shape.high))


def _part_marks(shape: PartMarksShape) -> PartMarks:
    pairs = tuple((OptionId(low), OptionId(high)) for low, high in shape.no_credit_across)
    return PartMarks(neighbour=shape.neighbour, no_credit_across=pairs)


def _picture(shape: PictureShape) -> Picture:
    return Picture(
        kind=shape.kind,
        columns=tuple(build_text(column) for column in shape.columns),
        rows=tuple(build_text(row) for row in shape.rows),
        cells={OptionId(option): _cell(place) for option, place in shape.cells.items()} if shape.cells else None,
        empty_at=_cell(shape.empty.at) if shape.empty else None,
        empty_why=build_text(shape.empty.why) if shape.empty else None,
    )


def _cell(place: list[int]) -> GridCell:
    row, column = place
    return GridCell(row=row, column=column)
