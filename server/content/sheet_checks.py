"""The rule on axes that are asked together: what one shows on the answer sheet does not give another's key away."""

from collections.abc import Iterator, Mapping

from server.content.axis_shapes import AxisShape, OptionShape
from server.content.deck_shapes import CardShape, KeyShape
from server.content.documents import Document
from server.content.problems import FieldPath, Rule
from server.content.telltale import first_telltale, telling_names
from server.content.wording import LANGUAGES
from server.rules.cards import AxisKind

_KEYED_BY_OPTION = frozenset({AxisKind.SINGLE, AxisKind.ORDINAL, AxisKind.GRID, AxisKind.MULTI, AxisKind.MAP2D})


def check_axes_apart(document: Document, path: FieldPath, card: CardShape, axes: Mapping[str, AxisShape]) -> None:
    """Notes each axis of a card whose words name what is right on another, and nothing that is wrong there.

    An axis that names wrong options too gives nothing away.
    """
    asked = [(axes[axis], key) for axis, key in card.key.items() if axis in axes]
    for asked_axis, key in asked:
        if asked_axis.kind not in _KEYED_BY_OPTION:
            continue
        for other, other_key in asked:
            told = _given_away(asked_axis, key, other, other_key) if other is not asked_axis else None
            if told:
                message = f"The answer sheet says '{told}' for '{other.id}', which is the key of '{asked_axis.id}'."
                remedy = f"Ask only one of '{other.id}' and '{asked_axis.id}' on this card."
                document.problem((*path, asked_axis.id), Rule.AXES_APART, message, remedy)


def _given_away(axis: AxisShape, key: KeyShape, other: AxisShape, other_key: KeyShape) -> str | None:
    for language in LANGUAGES:
        shown = " | ".join(_shown(other, other_key, language))
        right: list[str] = []
        wrong: list[str] = []
        for option in axis.options:
            (right if option.id in key.shares else wrong).extend(_names(axis, option, other, language))
        told = first_telltale(shown, right)
        if told and not first_telltale(shown, [name for name in wrong if name not in right]):
            return told
    return None


def _names(axis: AxisShape, option: OptionShape, other: AxisShape, language: str) -> list[str]:
    """What gives an option away on the other axis: there its whole label tells if the other has the same option."""
    is_shared = option in other.options
    return [option.label.in_language(language)] if is_shared else telling_names(axis, option, language)


def _shown(axis: AxisShape, key: KeyShape, language: str) -> Iterator[str]:
    """What of an axis on the answer sheet may tell: what stands above it, and what differs from card to card.

    Options that stand there on every card tell nothing by being there.
    """
    yield from (text.in_language(language) for text in (axis.label, axis.short_label, axis.question))
    yield from (item.in_language(language) for item in (key.items or {}).values())
    if axis.kind is AxisKind.RANK:
        yield from (option.label.in_language(language) for option in axis.options if option.id in key.shares)
