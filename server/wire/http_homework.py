"""Homework: a lecturer sets cards and gets a link; who has it practises, and first tries come back without names."""

from dataclasses import replace
from functools import partial
from hashlib import sha256

from flask import Flask, Response, request

from server.rooms.ports_after_class import AxisTry, HandedIn, Homework, HomeworkAnswer
from server.rooms.token_bucket import TokenBuckets
from server.rules.cards import Deck, Text
from server.rules.ids import AxisId, CardId, ServerMillis
from server.rules.practice import PracticeResult, card_of, mark_card, worst_cards
from server.rules.refusals import Refusal, RefusalCode
from server.rules.view_types import Verdict
from server.wire.http_bodies_practice import CardName, HomeworkLine, HomeworkView, WorstCards
from server.wire.http_law import answer, check_host, check_room, nothing, own_room_only, posted
from server.wire.http_practice import ASKED_AT_ONCE, ASKED_PER_SECOND
from server.wire.practice_messages import CloseHomeworkMessage, HomeworkAnswerMessage, SetHomeworkMessage
from server.wire.services import Services

LISTED = 100
WORST = 5
LONGEST_MILLIS = 150 * 86_400_000
"""How far off the last day may be: well before the store forgets the homework."""
ID_LENGTH = 24


class HomeworkRoutes:
    """Thin: is this the host, read, ask, answer."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._asked = TokenBuckets(ASKED_PER_SECOND, ASKED_AT_ONCE)

    def attach(self, app: Flask) -> None:
        """Puts the addresses on an app."""
        own = partial(own_room_only, self._services.staff)
        app.add_url_rule("/api/homework", "homework_list", self.list)
        app.add_url_rule("/api/homework", "set_homework", self.set, methods=["POST"])
        app.add_url_rule("/api/homework/<homework_id>", "forget_homework", self.forget, methods=["DELETE"])
        app.add_url_rule("/api/homework/<homework_id>/close", "close_homework", self.close, methods=["POST"])
        app.add_url_rule("/api/homework/<homework_id>/results", "homework_results", self.results)
        app.add_url_rule("/api/rooms/<room_id>/worst", "worst_cards", own(self.worst))
        app.add_url_rule("/api/homework/<homework_id>", "see_homework", self.see)
        app.add_url_rule("/api/homework/<homework_id>/answers", "answer_homework", self.hand_in, methods=["POST"])

    def list(self) -> Response:
        """What was set, the newest first."""
        latest = self._services.homework.latest(LISTED, check_host(self._services.staff).lecturer)
        return answer([self._line(homework, devices) for homework, devices in latest])

    def set(self) -> Response:
        """A new homework; a repeat of the same command is answered as the first time."""
        owner = check_host(self._services.staff).lecturer
        message = posted(SetHomeworkMessage)
        deck = self._deck(message.deck)
        if len(set(message.cards)) != len(message.cards):
            raise Refusal(RefusalCode.BAD_PICK)
        for card in message.cards:
            card_of(deck, card)
        now = self._services.clock.now()
        until = ServerMillis(message.until) if message.until is not None else None
        if message.until is not None and not now < message.until <= now + LONGEST_MILLIS:
            raise Refusal(RefusalCode.BAD_NUMBER)
        homework_id = sha256(f"{owner or ''}{message.command_id}".encode()).hexdigest()[:ID_LENGTH]
        homework = self._services.homework.find(homework_id)
        if homework is None:
            room = check_room(self._services.staff, message.room) if message.room is not None else None
            homework = Homework(
                homework_id, message.title.strip(), deck.id, message.cards, now, until, room=room, owner=owner
            )
            self._services.homework.enter(homework)
        return answer(self._line(homework, 0), 201)

    def close(self, homework_id: str) -> Response:
        """Closes it, or opens it again."""
        homework = self._owned(homework_id)
        message = posted(CloseHomeworkMessage)
        closed_at = self._services.clock.now() if message.is_closed else None
        self._services.homework.enter(replace(homework, closed_at=closed_at))
        return nothing()

    def forget(self, homework_id: str) -> Response:
        """Forgets it and all that came back; harmless where it is gone."""
        member = check_host(self._services.staff)
        homework = self._services.homework.find(homework_id[:ID_LENGTH])
        if homework is not None and not member.owns(homework.owner):
            raise Refusal(RefusalCode.FORBIDDEN)
        self._services.homework.forget(homework_id[:ID_LENGTH])
        return nothing()

    def results(self, homework_id: str) -> Response:
        """How many did it, and how their first tries went."""
        homework = self._owned(homework_id)
        answers = self._services.homework.answers(homework.id)
        return answer(self._services.homework_report(homework, self._services.decks.get(homework.deck), answers))

    def worst(self, room_id: str) -> Response:
        """The cards of a sitting to set again, as far as the deck of today has them."""
        with self._services.room(room_id) as (known_id, room):
            chosen = worst_cards(room, WORST)
            deck_id = room.deck.id
        deck = self._deck(deck_id)
        titles = {card.id: card.title for card in deck.cards}
        return answer(
            WorstCards(known_id, deck_id, tuple(CardName(card, titles[card]) for card in chosen if card in titles))
        )

    def see(self, homework_id: str) -> Response:
        """What its link shows."""
        self._take()
        homework = self._find(homework_id)
        deck = self._services.decks.get(homework.deck)
        titles = {card.id: card.title for card in deck.cards} if deck else {}
        return answer(
            HomeworkView(
                id=homework.id,
                title=homework.title,
                deck=homework.deck,
                deck_title=self._deck_title(homework),
                cards=tuple(CardName(card, titles[card]) for card in homework.cards if card in titles),
                until=homework.until,
                closed_at=homework.closed_at,
                is_open=homework.is_open(self._services.clock.now()),
            )
        )

    def hand_in(self, homework_id: str) -> Response:
        """Marks an answer and keeps the marks, if they are the device's first; then the truth, as in practice."""
        self._take()
        message = posted(HomeworkAnswerMessage)
        homework = self._find(homework_id)
        deck = self._deck(homework.deck)
        now = self._services.clock.now()
        if message.card not in homework.cards:
            raise Refusal(RefusalCode.CARD_NOT_FOUND)
        self._services.check_no_room_asks(message.card)
        result = mark_card(deck, card_of(deck, message.card), message.axes, message.to_picks(), message.confidence)
        if not homework.is_open(now):
            raise Refusal(RefusalCode.HOMEWORK_CLOSED)
        kept = HomeworkAnswer(message.device, CardId(message.card), now, _tries(result))
        if self._services.homework.hand_in(homework.id, kept) is HandedIn.FULL:
            raise Refusal(RefusalCode.HOMEWORK_FULL)
        return answer(result)

    def _line(self, homework: Homework, devices: int) -> HomeworkLine:
        return HomeworkLine(
            id=homework.id,
            title=homework.title,
            deck=homework.deck,
            deck_title=self._deck_title(homework),
            cards=len(homework.cards),
            made_at=homework.made_at,
            until=homework.until,
            closed_at=homework.closed_at,
            is_open=homework.is_open(self._services.clock.now()),
            devices=devices,
            room=homework.room,
            link=f"{self._services.join_address.base_url}/homework/{homework.id}",
        )

    def _owned(self, homework_id: str) -> Homework:
        member, homework = check_host(self._services.staff), self._find(homework_id)
        if not member.owns(homework.owner):
            raise Refusal(RefusalCode.FORBIDDEN)
        return homework

    def _find(self, homework_id: str) -> Homework:
        homework = self._services.homework.find(homework_id) if len(homework_id) == ID_LENGTH else None
        if homework is None:
            raise Refusal(RefusalCode.HOMEWORK_NOT_FOUND)
        return homework

    def _deck(self, deck_id: str) -> Deck:
        deck = self._services.decks.get(deck_id)
        if deck is None:
            raise Refusal(RefusalCode.DECK_NOT_FOUND)
        return deck

    def _deck_title(self, homework: Homework) -> Text:
        deck = self._services.decks.get(homework.deck)
        return deck.title if deck else Text(homework.deck, homework.deck)

    def _take(self) -> None:
        if not self._asked.take(request.remote_addr, self._services.clock.now()):
            raise Refusal(RefusalCode.TOO_FAST)


def _tries(result: PracticeResult) -> dict[AxisId, AxisTry]:
    """The marks alone. Words of one's own have none: nobody reads them here."""
    return {
        one.axis: AxisTry(result.shares[one.axis], one.verdict is Verdict.RIGHT)
        for one in result.result.axes
        if one.axis in result.shares
    }
