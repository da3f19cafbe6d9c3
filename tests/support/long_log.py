"""The log of a full lecture hall, written down at once: deciding twenty thousand commands would take a minute."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from server.rules.cards import AxisKind, Card, Deck
from server.rules.events import (
    AnswerGiven,
    AxisShown,
    CardRevealed,
    CardShown,
    Event,
    LeaderboardShown,
    PlayerJoined,
    PodiumShown,
    RoomEnded,
    RoomOpened,
    RoundClosed,
    RoundOpened,
    TalkStarted,
)
from server.rules.ids import AxisId, CardId, CommandId, OptionId, Pin, PlayerId, ServerMillis
from server.rules.picks import Pick
from server.rules.settings import RoomSettings
from tests.support.sample_deck import DECK, card

START = ServerMillis(1_790_000_000_000)
ARRIVAL_SECONDS = 120
VOTE_SECONDS = 60
TALKED_EVERY = 5
"""Every fifth card is talked about and voted on again by a fifth of the hall."""


def long_deck(cards: int) -> Deck:
    """The sample deck's first card under many ids."""
    return replace(
        DECK, cards=tuple(card(f"card-{number}", "client", ("moral",), "conduct") for number in range(cards))
    )


@dataclass
class _Clock:
    now: int = START
    events: int = 0

    def next(self) -> tuple[ServerMillis, CommandId]:
        self.events += 1
        return ServerMillis(self.now), CommandId(f"{self.events:024x}")


def long_log(players: int = 1000, cards: int = 20, deck: Deck | None = None) -> list[Event]:
    """A whole sitting: everybody arrives, and answers every card; about `players` times `cards` answers."""
    chosen = deck or long_deck(cards)
    return list(_events(players, cards, chosen, _Clock()))


def _events(players: int, cards: int, deck: Deck, clock: _Clock) -> Iterator[Event]:
    axes = tuple(axis.id for axis in deck.axes if axis.kind in {AxisKind.ORDINAL, AxisKind.SINGLE})[:3]
    settings = RoomSettings(axes=axes, reading_seconds=5, answer_seconds=VOTE_SECONDS)
    yield RoomOpened(*clock.next(), Pin("482917"), deck, settings)
    seats = [PlayerId(f"{number:032x}") for number in range(players)]
    for number, player in enumerate(seats):
        clock.now += ARRIVAL_SECONDS * 1000 // players
        yield PlayerJoined(*clock.next(), player, f"Person {number + 1}")
    for place in range(cards):
        asked = deck.cards[place % len(deck.cards)]
        yield from _one_card(clock, deck, asked, axes, seats, is_talked=place % TALKED_EVERY == 1)
    clock.now += 5_000
    yield PodiumShown(*clock.next())
    clock.now += 20_000
    yield RoomEnded(*clock.next())


def _one_card(
    clock: _Clock, deck: Deck, asked: Card, axes: tuple[AxisId, ...], seats: list[PlayerId], is_talked: bool
) -> Iterator[Event]:
    clock.now += 8_000
    yield CardShown(*clock.next(), asked.id, axes, ServerMillis(clock.now + 5_000))
    clock.now += 5_000
    yield from _vote(clock, deck, asked.id, axes, seats, 1)
    if is_talked:
        clock.now += 2_000
        yield TalkStarted(*clock.next(), asked.id, axes[:1], ServerMillis(clock.now + 60_000))
        clock.now += 60_000
        yield from _vote(clock, deck, asked.id, axes[:1], seats[::5], 2)
    clock.now += 6_000
    yield CardRevealed(*clock.next(), asked.id)
    if is_talked:
        clock.now += 12_000
        yield AxisShown(*clock.next(), axes[0], flow=True)
    for axis in axes[1:]:
        clock.now += 12_000
        yield AxisShown(*clock.next(), axis)
    clock.now += 12_000
    yield LeaderboardShown(*clock.next())


def _vote(
    clock: _Clock, deck: Deck, asked: CardId, axes: tuple[AxisId, ...], seats: list[PlayerId], vote: int
) -> Iterator[Event]:
    began = clock.now
    yield RoundOpened(*clock.next(), asked, ServerMillis(began + VOTE_SECONDS * 1000), vote)
    for place, player in enumerate(seats):
        late = (place / len(seats)) ** 1.6  # most are quick, some take their time
        clock.now = began + 3_000 + round(late * (VOTE_SECONDS - 8) * 1000)
        picks = {axis: _pick(deck, axis, place * (3 + vote) + ord(asked[-1])) for axis in axes}
        yield AnswerGiven(*clock.next(), player, asked, picks, clock.now - began)
    clock.now = began + VOTE_SECONDS * 1000
    yield RoundClosed(*clock.next(), asked)


def _pick(deck: Deck, axis: AxisId, lot: int) -> Pick:
    options = deck.axis(axis).options
    return OptionId(options[lot * 7 % 11 % len(options)].id)
