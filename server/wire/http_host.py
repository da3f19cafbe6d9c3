"""The host's addresses: signing in, the shelf of decks, opening a room, the list of rooms, a room's standings."""

from flask import Flask, Response, redirect, request

from server.rooms.ports import StoreUnavailable
from server.rooms.token_bucket import TokenBuckets
from server.rules.cards import CardStatus, Deck
from server.rules.refusals import Refusal, RefusalCode
from server.rules.standings import rank_players
from server.rules.views import axis_view
from server.wire.client_messages import OpenRoomMessage, SignInMessage
from server.wire.http_bodies import DeckOutline, Leaderboard, LeaderboardRow, RoomLine, ShelfCard, StoreLine
from server.wire.http_bodies_lecturers import SignedIn
from server.wire.http_law import answer, check_host, host_only, nothing, own_room_only, posted
from server.wire.pages import Pages
from server.wire.services import Services
from server.wire.sessions import room_of
from server.wire.staff import StaffMember
from server.wire.staff_cookies import enter_as_owner, keep_lecturer, leave_as_owner

ROOMS_LISTED = 100
PLAYERS_LISTED = 10_000
GUESSES_PER_SECOND = 0.2
GUESSES_AT_ONCE = 10.0
GUESS_REST_SECONDS = 1.0


class HostRoutes:
    """Thin: is this the host, read, ask, answer."""

    def __init__(self, services: Services, pages: Pages) -> None:
        self._services = services
        self._host_key = services.staff.host_key
        self._pages = pages
        self._guesses = TokenBuckets(GUESSES_PER_SECOND, GUESSES_AT_ONCE)

    def attach(self, app: Flask) -> None:
        """Puts the addresses on an app."""
        app.add_url_rule("/host", "host", self.page)
        app.add_url_rule("/api/host", "sign_in", self.sign_in, methods=["POST"])
        app.add_url_rule("/api/host", "signed_in", self.signed_in)
        app.add_url_rule("/api/decks", "decks", host_only(self._services.staff, self.decks))
        app.add_url_rule("/api/store", "store", host_only(self._services.staff, self.store))
        app.add_url_rule("/api/rooms", "rooms", self.rooms)
        app.add_url_rule("/api/rooms", "open_room", self.open_room, methods=["POST"])
        own = own_room_only(self._services.staff, self.leaderboard)
        app.add_url_rule("/api/rooms/<room_id>/leaderboard", "leaderboard", own)

    def page(self) -> Response:
        """The host's page. The host link carries the token: it becomes a cookie and leaves the address."""
        token = request.args.get("token")
        if token is None:
            return self._pages.page("host.html")
        response = redirect("/host", 303)
        assert isinstance(response, Response)
        if self._host_key.fits(token):
            return enter_as_owner(response, self._host_key)
        return leave_as_owner(response)

    def sign_in(self) -> Response:
        """The same by hand. Wrong guesses are slowed down; the right token always opens."""
        message = posted(SignInMessage)
        if self._host_key.fits(message.token):
            return enter_as_owner(nothing(), self._host_key)
        if not self._guesses.take(request.remote_addr, self._services.clock.now()):
            self._services.concurrency.sleep(GUESS_REST_SECONDS)
            raise Refusal(RefusalCode.TOO_FAST)
        raise Refusal(RefusalCode.FORBIDDEN)

    def signed_in(self) -> Response:
        """Who this browser is; with `?room=` whether that room is its own. A lecturer's cookie is kept longer by it."""
        member = self._services.staff.asking(request.environ)
        if member is None:
            return answer(SignedIn(False, None, self._has_lecturers()))
        if member.standing is None:
            return answer(SignedIn(True, None, self._has_lecturers()))
        is_own = self._is_own(member, request.args.get("room"))
        return keep_lecturer(answer(SignedIn(is_own, member.standing.lecturer.name, True)))

    def _has_lecturers(self) -> bool:
        try:
            return bool(self._services.accounts.book.all())
        except StoreUnavailable:  # the token opens without the store
            return False

    def _is_own(self, member: StaffMember, room_id: str | None) -> bool:
        try:
            return room_id is None or self._services.staff.owns_room(member, room_of(room_id))
        except Refusal:  # there is no such room
            return False

    def store(self) -> Response:
        """What an acknowledged answer survives."""
        return answer(StoreLine(self._services.kept()))

    def decks(self) -> Response:
        """The shelf."""
        return answer([_outline(deck) for deck in self._services.decks.values()])

    def rooms(self) -> Response:
        """The list of sessions, the newest first."""
        lines = self._services.register.latest(ROOMS_LISTED, check_host(self._services.staff).lecturer)
        return answer(
            [
                RoomLine(
                    line.room,
                    line.pin,
                    line.deck,
                    line.title,
                    line.opened_at,
                    line.ended_at,
                    line.course,
                    line.names_kept,
                )
                for line in lines
            ]
        )

    def open_room(self) -> Response:
        """A new room; a repeat of the same command is answered as the first time."""
        owner = check_host(self._services.staff).lecturer
        message = posted(OpenRoomMessage)
        deck = self._services.decks.get(message.deck)
        if deck is None:
            raise Refusal(RefusalCode.DECK_NOT_FOUND)
        chosen = message.to_deck(deck, self._services.trial)
        settings = message.to_settings(chosen, self._offered_names(), self._services.blocked_words)
        opened = self._services.openings.open(message.command_id, chosen, settings, message.course, owner)
        return answer(opened, 201)

    def _offered_names(self) -> tuple[str, ...]:
        """The names on offer in every language: in one class both are spoken."""
        return tuple(dict.fromkeys(name for names in self._services.offered_names.values() for name in names))

    def leaderboard(self, room_id: str) -> Response:
        """The stored standings, with ranks shared by ties."""
        with self._services.room(room_id) as (known_id, room):
            stored = self._services.leaderboards.top(known_id, PLAYERS_LISTED)
            rows = [
                LeaderboardRow(standing.player, room.seats[standing.player].name, standing.rank, standing.points)
                for standing in rank_players(dict(stored))
            ]
        return answer(Leaderboard(tuple(rows)))


def _outline(deck: Deck) -> DeckOutline:
    return DeckOutline(
        id=deck.id,
        title=deck.title,
        about=deck.about,
        cards=len(deck.cards),
        contested=sum(card.status is CardStatus.CONTESTED for card in deck.cards),
        axes=tuple(axis_view(axis) for axis in deck.axes),
        shelf_cards=tuple(ShelfCard(card.id, card.title, card.status, card.difficulty) for card in deck.cards),
    )
