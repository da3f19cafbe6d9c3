"""The rules on a deck as a whole: its name, its axes, and how its keys are spread."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from server.content.axis_shapes import AxisShape
from server.content.deck_shapes import CardShape, KeyShape
from server.content.documents import Document
from server.content.problems import FieldPath, Rule
from server.content.wording import nearest_name, one_of
from server.rules.cards import AxisKind, CardStatus

BALANCED_FROM_CARDS = 12
KEYED_LEAST = 2
MET_FROM_CARDS = 6
"""Of so many cards on an axis, in a deck of BALANCED_FROM_CARDS, a class should meet each of its options once."""
KEYED_MOST_SHARE: Mapping[AxisKind, float] = {
    AxisKind.SINGLE: 0.4,
    AxisKind.ORDINAL: 0.4,
    AxisKind.GRID: 0.4,
    AxisKind.MULTI: 0.6,
}
"""On how many of an axis's cards one option may be keyed. More on a multi, where several options are right at once."""
CARDS_PER_CONTESTED = 6


def check_id_is_file_name(document: Document, found: str) -> None:
    """Notes an id that is not the file's name; other files and rooms name it by its id."""
    stem = Path(document.file).stem
    if found != stem:
        message = f"The id is '{found}', and the file is called '{stem}'."
        document.problem(("id",), Rule.ID_IS_FILE_NAME, message, f"Rename the file to {found}.yaml, or the id.")


def deck_axes(
    document: Document, asked: Sequence[str], known: Mapping[str, AxisShape | None]
) -> dict[str, AxisShape] | None:
    """The deck's axes in its order; None when one cannot be had, which is noted."""
    axes: dict[str, AxisShape] = {}
    is_whole = True
    for place, name in enumerate(asked):
        path = ("axes", place)
        shape = known.get(name)
        if name in axes:
            document.problem(path, Rule.ID_ONCE, f"The axis '{name}' stands here twice.", "Remove one.")
        elif shape is not None:
            axes[name] = shape
        else:
            is_whole = False
            if name in known:
                message = f"The axis '{name}' has problems of its own."
                document.problem(path, Rule.AXIS_KNOWN, message, f"Mend axes/{name}.yaml first.")
            else:
                message = f"There is no axis '{name}'."
                document.problem(path, Rule.AXIS_KNOWN, message, one_of(known, nearest_name(name, known)))
    return axes if is_whole else None


def check_card_ids(document: Document, ids: Mapping[int, str]) -> None:
    """Notes each card whose id an earlier card has; `ids` goes by place in the list of cards."""
    first: dict[str, int] = {}
    for place, card_id in ids.items():
        if card_id in first:
            line = document.line(("cards", first[card_id], "id"))
            message = f"Another card has the id '{card_id}' already (line {line})."
            document.problem(("cards", place, "id"), Rule.ID_ONCE, message, "Name one of them otherwise.")
        first.setdefault(card_id, place)


def check_spread(document: Document, cards: Sequence[CardShape], axes: Mapping[str, AxisShape]) -> None:
    """Notes keys that are badly spread over the options, and too many contested cards."""
    contested = sum(card.status is CardStatus.CONTESTED for card in cards)
    most = max(2, len(cards) // CARDS_PER_CONTESTED)
    if contested > most:
        message = f"{contested} of {len(cards)} cards are contested; {most} is the most."
        document.problem(("cards",), Rule.CONTESTED_FEW, message, "Make some clear: one cue, one answer.")
    for place, axis in enumerate(axes.values()):
        keyed = [card.key[axis.id] for card in cards if axis.id in card.key]
        if not keyed:
            message = f"No card is asked on '{axis.id}'."
            document.warning(("axes", place), Rule.KEY_PER_AXIS, message, "Remove it, or write a card that is.")
        if len(keyed) >= BALANCED_FROM_CARDS and axis.kind in KEYED_MOST_SHARE:
            _check_balance(document, keyed, axis)
        elif len(cards) >= BALANCED_FROM_CARDS and len(keyed) >= MET_FROM_CARDS and axis.kind in KEYED_MOST_SHARE:
            _check_met(document, ("axes", place), keyed, axis)


def _check_met(document: Document, path: FieldPath, keys: Sequence[KeyShape], axis: AxisShape) -> None:
    met = {option for key in keys for option in key.shares}
    for option in (each.id for each in axis.options):
        if option not in met and option not in axis.never_keyed:
            message = f"On '{axis.id}' the option '{option}' is the key of none of {len(keys)} cards."
            document.warning(path, Rule.OPTION_MET, message, "Write a card on which it is right.")


def _check_balance(document: Document, keys: Sequence[KeyShape], axis: AxisShape) -> None:
    keyed = Counter(option for key in keys for option in key.shares)
    most = int(len(keys) * KEYED_MOST_SHARE[axis.kind])
    asked = [option.id for option in axis.options if option.id not in axis.never_keyed]
    for option in asked:
        said = f"On '{axis.id}' the option '{option}' is keyed on {keyed[option]} of {len(keys)} cards."
        if keyed[option] < KEYED_LEAST:
            remedy = f"Write cards until it is keyed at least {KEYED_LEAST} times."
            document.problem(("cards",), Rule.BALANCE, said, remedy)
        elif keyed[option] > most and len(asked) > 2:
            remedy = f"Let at most {most} cards have it, or who always picks it does too well."
            document.problem(("cards",), Rule.BALANCE, said, remedy)
