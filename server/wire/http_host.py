"""The host's addresses: signing in, the shelf of decks, opening a room, the list of rooms, a room's standings."""

from flask import Flask, Response, redirect, request

from server.rooms.token_bucket import TokenBuckets
from server.rules.cards import CardStatus, Deck
from server.rules.refusals import Refusal, RefusalCode
from server.rules.standings import rank_players
from server.rules.views import axis_view
from server.wire.client_messages import OpenRoomMessage, SignInMessage
from server.wire.http_bodies import DeckOutline, Leaderboard, LeaderboardRow, RoomLine, ShelfCard, SignedIn, StoreLine
from server.wire.http_law import answer, host_only, is_secure, nothing, posted
from server.wire.pages import Pages
from server.wire.services import Services
from server.wire.sessions import HOST_COOKIE

COOKIE_SECONDS = 180 * 86_400
ROOMS_LISTED = 100
PLAYERS_LISTED = 10_000
GUESSES_PER_SECOND = 0.2
GUESSES_AT_ONCE = 10.0
GUESS_REST_SECONDS = 1.0


class HostRoutes:
    """Thin: is this the host, read, ask, answer."""

    def __init__(self, services: Services, pages: Pages) -> None:
        self._services = services
        self._pages = pages
        self._guesses = TokenBuckets(GUESSES_PER_SECOND, GUESSES_AT_ONCE)

    def attach(self, app: Flask) -> None:
        """Puts the addresses on an app."""
        app.add_url_rule("/host", "host", self.page)
        app.add_url_rule("/api/host", "sign_in", self.sign_in, methods=["POST"])
        app.add_url_rule("/api/host", "signed_in", self.signed_in)
        app.add_url_rule("/api/decks", "decks", host_only(self._services.host_key, self.decks))
        app.add_url_rule("/api/store", "store", host_only(self._services.host_key, self.store))
        app.add_url_rule("/api/rooms", "rooms", host_only(self._services.host_key, self.rooms))
        app.add_url_rule(
            "/api/rooms", "open_room", host_only(self._services.host_key, self.open_room), methods=["POST"]
        )
        app.add_url_rule(
            "/api/rooms/<room_id>/leaderboard", "leaderboard", host_only(self._services.host_key, self.leaderboard)
        )

    def page(self) -> Response:
        """The host's page. The host link carries the token: it becomes a cookie and leaves the address."""
        token = request.args.get("token")
        if token is None:
            return self._pages.page("host.html")
        response = redirect("/host", 303)
        assert isinstance(response, Response)
        if self._services.host_key.fits(token):
            return self._with_cookie(response)
        response.delete_cookie(HOST_COOKIE)
        return response

    def sign_in(self) -> Response:
        """The same by hand. Wrong guesses are slowed down; the right token always opens."""
        message = posted(SignInMessage)
        if self._services.host_key.fits(message.token):
            return self._with_cookie(nothing())
        if not self._guesses.take(request.remote_addr, self._services.clock.now()):
            self._services.concurrency.sleep(GUESS_REST_SECONDS)
            raise Refusal(RefusalCode.TOO_FAST)
        raise Refusal(RefusalCode.FORBIDDEN)

    def signed_in(self) -> Response:
        """Whether this browser holds the host's cookie."""
        return answer(SignedIn(self._services.host_key.is_in(request.environ)))

    def store(self) -> Response:
        """What an acknowledged answer survives."""
        return answer(StoreLine(self._services.kept()))

    def decks(self) -> Response:
        """The shelf."""
        return answer([_outline(deck) for deck in self._services.decks.values()])

    def rooms(self) -> Response:
        """The list of sessions, the newest first."""
        lines = self._services.register.latest(ROOMS_LISTED)
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
        message = posted(OpenRoomMessage)
        deck = self._services.decks.get(message.deck)
        if deck is None:
            raise Refusal(RefusalCode.DECK_NOT_FOUND)
        chosen = message.to_deck(deck, self._services.trial)
        settings = message.to_settings(chosen, self._offered_names(), self._services.blocked_words)
        return answer(self._services.openings.open(message.command_id, chosen, settings, message.course), 201)

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

    def _with_cookie(self, response: Response) -> Response:
        response.set_cookie(
            HOST_COOKIE,
            self._services.host_key.token,
            max_age=COOKIE_SECONDS,
            httponly=True,
            samesite="Strict",
            secure=is_secure(),
        )
        return response


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
