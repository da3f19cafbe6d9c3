"""The axes that ship, each with every clear key that an author may write on it and every pick that can be blind."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, combinations_with_replacement, permutations, product

from server.content.building import build_axis
from server.content.key_checks import ITEMS_LEAST, ITEMS_MOST, RANKED_MOST
from server.content.library import SHIPPED_CONTENT, load_axes
from server.rules.cards import Axis, AxisKind, Key, Point, Text
from server.rules.ids import OptionId
from server.rules.picks import Pairs, Pick, Words
from tests.support.sample_deck import text

GRID_STEP = 0.01
"""How finely a plane is tapped all over."""


@dataclass(frozen=True)
class ShippedAxis:
    """An axis of game_content/axes. `keyable` are the options that a key may be: all but those never keyed."""

    axis: Axis
    keyable: tuple[OptionId, ...]

    @property
    def options(self) -> tuple[OptionId, ...]:
        """The ids of all options."""
        return tuple(option.id for option in self.axis.options)


@dataclass(frozen=True)
class Keying:
    """Keys that are taken to be equally likely, and what can be said without having read a word of the story."""

    name: str
    keys: Sequence[Key]
    blind: Sequence[Pick]


@cache
def shipped_axes() -> tuple[ShippedAxis, ...]:
    """All of them, read as the server reads them. Fails when one has a problem."""
    shapes, problems = load_axes(SHIPPED_CONTENT)
    assert not problems, problems
    return tuple(
        ShippedAxis(
            build_axis(shape),
            tuple(OptionId(option.id) for option in shape.options if option.id not in shape.never_keyed),
        )
        for _, shape in sorted(shapes.items())
        if shape is not None
    )


def key(**right: object) -> Key:
    """A key with this one right answer."""
    fields = {"accept": {}, "cue": text("cue"), "why": text("why")} | right
    return Key(**fields)  # type: ignore[arg-type]


def keyings(shipped: ShippedAxis) -> Iterator[Keying]:
    """Every way in which cards may be keyed on the axis, each with all its keys and all constant picks."""
    match shipped.axis.kind:
        case AxisKind.SINGLE | AxisKind.ORDINAL | AxisKind.GRID:
            yield Keying("one option", _one_right(shipped), shipped.options)
        case AxisKind.MAP2D:
            yield Keying("one place", _one_right(shipped), plane())
        case AxisKind.MULTI:
            yield from _several_right(shipped)
        case AxisKind.SEQUENCE:
            yield _order(shipped.keyable, (1,) * len(shipped.keyable))
        case AxisKind.RANK:
            for count in range(2, min(RANKED_MOST, len(shipped.keyable)) + 1):
                for sizes in _step_sizes(count):
                    yield _order(shipped.keyable[:count], sizes)
        case AxisKind.PAIR:
            yield from (_pairs(shipped, count) for count in range(ITEMS_LEAST, ITEMS_MOST + 1))
        case AxisKind.OPEN:
            answer = Text(nl="Omdat het moet", en="Because she must")
            yield Keying("words", [key(model_answer=answer)], [Words(answer.en)])


def plane() -> list[Point]:
    """Points all over a plane, its edges and its centre among them."""
    steps = [round(number * GRID_STEP, 6) for number in range(round(1 / GRID_STEP) + 1)]
    return [Point(x, y) for x, y in product(steps, steps)]


def _one_right(shipped: ShippedAxis) -> list[Key]:
    return [key(accept={option: 1.0}) for option in shipped.keyable]


def _several_right(shipped: ShippedAxis) -> Iterator[Keying]:
    """So many of all, for each number; and any number. Never all options: then there is nothing to ask."""
    sets = [chosen for size in range(len(shipped.options) + 1) for chosen in combinations(shipped.options, size)]
    every: list[Key] = []
    for size in range(1, len(shipped.options)):
        keys = [key(accept=dict.fromkeys(chosen, 1.0)) for chosen in combinations(shipped.keyable, size)]
        every += keys
        yield Keying(f"{size} of {len(shipped.options)}", keys, sets)
    yield Keying("any of them", every, sets)


def _step_sizes(count: int) -> Iterator[tuple[int, ...]]:
    """How so many options may stand on two steps or more: 3 is 1+1+1, 1+2, 2+1."""
    for cuts in range(1, count):
        for places in combinations(range(1, count), cuts):
            yield tuple(to - start for start, to in zip((0, *places), (*places, count), strict=True))


def _order(options: tuple[OptionId, ...], sizes: tuple[int, ...]) -> Keying:
    orders = {_in_steps(order, sizes) for order in permutations(options)}
    return Keying("+".join(map(str, sizes)), [key(order=order) for order in sorted(orders)], [*permutations(options)])


def _in_steps(order: tuple[OptionId, ...], sizes: tuple[int, ...]) -> tuple[tuple[OptionId, ...], ...]:
    left = iter(order)
    return tuple(tuple(sorted(next(left) for _ in range(size))) for size in sizes)


def _pairs(shipped: ShippedAxis, count: int) -> Keying:
    """So many items with any options, not all with the same one. The items stand for one another, so their order in a
    blind pick is all one."""
    items = [f"item-{number}" for number in range(count)]
    named = {item: text(item) for item in items}
    keys = [
        key(pairs=dict(zip(items, chosen, strict=True)), items=named)
        for chosen in product(shipped.keyable, repeat=count)
        if len(set(chosen)) > 1
    ]
    blind = [
        Pairs(dict(zip(items, chosen, strict=True))) for chosen in combinations_with_replacement(shipped.options, count)
    ]
    return Keying(f"{count} items", keys, blind)
