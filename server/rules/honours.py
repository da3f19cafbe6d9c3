"""Who stands beside the podium: most improved, and best calibrated. Nobody is compared downwards."""

from collections.abc import Mapping
from dataclasses import dataclass

from server.rules.board_types import HonourKind
from server.rules.cards import CardStatus
from server.rules.ids import PlayerId
from server.rules.picks import Confidence
from server.rules.room import Room, Round
from server.rules.scoring import is_right

HALF_LEAST = 2
"""So many cards in each half, before one may be called better than the other."""
IMPROVED_LEAST = 0.1
"""A smaller rise of the share right is chance."""
CALIBRATED_LEAST = 8
"""So many answers with a confidence, before a person's certainty says anything."""
SHARED_MOST = 3
"""An honour that more people share is not told: it would be a list."""

MEANT: Mapping[Confidence, float] = {Confidence.GUESS: 0.25, Confidence.FAIRLY_SURE: 0.58, Confidence.CERTAIN: 0.83}
"""The share right that each confidence speaks for: the middle of the range in which it pays."""


@dataclass(frozen=True, slots=True)
class Honour:
    """An honour and whose it is; several share it. `figure` as in HonourView."""

    kind: HonourKind
    players: tuple[PlayerId, ...]
    figure: float


def honours(room: Room) -> tuple[Honour, ...]:
    """The honours of the sitting as of now."""
    rounds = [asked for asked in room.judged_rounds if room.card_of(asked.card).status is CardStatus.CLEAR]
    players = [seat.player for seat in room.active_seats]
    found = [
        _best(HonourKind.MOST_IMPROVED, {p: rise for p in players if (rise := _rise(rounds, p)) is not None}, 1),
        _best(HonourKind.BEST_CALIBRATED, {p: gap for p in players if (gap := _gap(room, rounds, p)) is not None}, -1),
    ]
    return tuple(honour for honour in found if honour is not None)


def _best(kind: HonourKind, figures: Mapping[PlayerId, float], sign: int) -> Honour | None:
    if not figures:
        return None
    best = max(figures.values(), key=lambda figure: sign * figure)
    players = tuple(player for player, figure in figures.items() if figure == best)
    return Honour(kind, players, best) if len(players) <= SHARED_MOST else None


def _rise(rounds: list[Round], player: PlayerId) -> float | None:
    """How much higher the mean share was in the second half of the cards that a player answered."""
    shares = []
    for asked in rounds:
        score = (asked.scores or {}).get(player)
        if score is not None and score.shares:
            shares.append(sum(score.shares.values()) / len(score.shares))
    half = len(shares) // 2
    if half < HALF_LEAST:
        return None
    first, second = shares[:half], shares[len(shares) - half :]
    rise = round(sum(second) / half - sum(first) / half, 3)
    return rise if rise >= IMPROVED_LEAST else None


def _gap(room: Room, rounds: list[Round], player: PlayerId) -> float | None:
    """How far, on average over a player's answers, the share right of a confidence lay from what it speaks for."""
    right: dict[Confidence, list[bool]] = {confidence: [] for confidence in Confidence}
    for asked in rounds:
        answer = asked.untalked_answers.get(player)
        if answer is None or answer.confidence is None:
            continue
        card = room.card_of(asked.card)
        right[answer.confidence] += [
            is_right(room.deck.axis(axis), card.keys[axis], pick) for axis, pick in answer.picks.items()
        ]
    count = sum(map(len, right.values()))
    if count < CALIBRATED_LEAST:
        return None
    gaps = [len(those) * abs(sum(those) / len(those) - MEANT[level]) for level, those in right.items() if those]
    return round(sum(gaps) / count, 3)
