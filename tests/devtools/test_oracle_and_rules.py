"""Two readings of one table: the oracle's shares and the server's, side by side on every shipped card and kind.

The picks are those of the simulated students, so that what these say is also seen to be sayable.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest

from server.content.library import load_library
from server.devtools.bots.picking import anything, exactly, nearly
from server.devtools.oracle import QuizAxis, QuizKey, read_quiz
from server.devtools.oracle.shares import share_of
from server.rules.cards import Axis, AxisKind, Card, Key, Point
from server.rules.ids import AxisId, CardId, OptionId
from server.rules.marking import share
from server.rules.picks import Pairs, Pick, Words, can_be_said
from server.rules.views import axis_view
from tests.devtools.every_kind import SHIPPED, content_with_every_kind

TIMES = 12


class Asked(NamedTuple):
    """One axis of one card, as the server and as the oracle has it."""

    card: Card
    axis: Axis
    key: Key
    quiz_axis: QuizAxis
    quiz_key: QuizKey
    traps: tuple[str, ...]


def asked_in(content: Path) -> Iterator[Asked]:
    for deck in load_library(content).decks.values():
        quiz = read_quiz(content, deck.id)
        for card in deck.cards:
            known = quiz.cards[card.id]
            for axis_id, key in card.keys.items():
                yield Asked(
                    card, deck.axis(axis_id), key, quiz.axes[axis_id], known.keys[axis_id], known.traps[axis_id]
                )


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> list[Asked]:
    """Every axis of every shipped card, and of the deck that has every kind."""
    return [*asked_in(SHIPPED), *asked_in(content_with_every_kind(tmp_path_factory.mktemp("content")))]


def as_view(one: Asked) -> dict[str, Any]:
    """The axis as a phone gets it, as far as a student looks at it."""
    view = axis_view(one.axis, one.card)
    return {
        "kind": view.kind.value,
        "options": [{"id": option.id} for option in view.options],
        "items": [{"id": item.id} for item in view.items],
    }


def as_pick(said: Any) -> Pick:
    """What was said, as the server holds it."""
    match said:
        case {"x": x, "y": y}:
            return Point(x, y)
        case {"pairs": pairs}:
            return Pairs({item: OptionId(option) for item, option in pairs.items()})
        case {"text": text}:
            return Words(text)
        case list():
            return tuple(OptionId(option) for option in said)
        case _:
            return OptionId(said)


def sayings(one: Asked, dice: Random) -> Iterator[Any]:
    for _ in range(TIMES):
        yield anything(as_view(one), dice)
        if one.axis.kind is not AxisKind.OPEN:
            yield exactly(one.quiz_axis, one.quiz_key, dice)
            yield nearly(one.quiz_axis, one.quiz_key, one.traps, dice)


def test_oracle_and_rules_give_the_same_share_for_every_saying(asked: list[Asked]) -> None:
    dice, compared = Random(5), Counter[AxisKind]()
    for one in asked:
        for said in sayings(one, dice):
            about = f"{one.card.id} on {one.axis.id}: {said}"
            pick = as_pick(said)
            assert can_be_said(one.axis, one.key, pick), about
            ours, theirs = share_of(one.quiz_axis, one.quiz_key, said), share(one.axis, one.key, pick)
            assert ours == pytest.approx(theirs, abs=1e-12), about
            assert round(1000 * ours) == round(1000 * theirs), about
            compared[one.axis.kind] += 1
    assert set(compared) == set(AxisKind)
    assert min(compared.values()) >= TIMES


def test_who_knows_earns_the_whole_point_and_who_nearly_knows_hardly_ever(asked: list[Asked]) -> None:
    dice = Random(6)
    for kind in set(AxisKind) - {AxisKind.OPEN}:
        clear = [one for one in asked if one.axis.kind is kind and not one.key.is_contested_on(one.axis)]
        known = [share_of(one.quiz_axis, one.quiz_key, exactly(one.quiz_axis, one.quiz_key, dice)) for one in clear]
        notions = [
            share_of(one.quiz_axis, one.quiz_key, nearly(one.quiz_axis, one.quiz_key, one.traps, dice))
            for one in clear * TIMES
        ]
        assert sum(known) / len(known) > 0.95, kind  # a finger on a plane may miss
        assert sum(notions) / len(notions) < 0.85, kind


def test_a_key_of_each_shipped_card_is_read_alike(asked: list[Asked]) -> None:
    for one in asked:
        assert one.quiz_key.accepted == one.key.accept, one.card.id
        assert one.quiz_key.order == one.key.order, one.card.id
        assert one.quiz_key.pairs == one.key.pairs, one.card.id
        assert one.quiz_axis.options == tuple(option.id for option in one.axis.options), one.axis.id
        assert (AxisId(one.quiz_axis.id), CardId(one.card.id)) == (one.axis.id, one.card.id)
