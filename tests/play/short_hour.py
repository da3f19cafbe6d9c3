"""A short hour over real sockets: six students, three cards, played to the end; what each phone was shown is kept."""

from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

from server.content.library import load_library
from server.rules.cards import Card, Deck
from tests.play.people import HOST_COOKIE, Lecturer, Phone, present
from tests.play.server_under_test import ServerUnderTest

NAMES = ("Annemarijn", "Bram", "Cas", "Dina", "Emre", "Fleur")
CARDS = 3
AXES = ("stage", "trust-level")


def village() -> Deck:
    """The deck that is played."""
    return load_library().decks["village-square"]


def cards_played() -> tuple[Card, ...]:
    """Its first three clear cards."""
    clear = (card for card in village().cards if card.status == "clear" and set(AXES) <= card.keys.keys())
    return tuple(card for card, _ in zip(clear, range(CARDS), strict=False))


def right(card: Card, axis: str) -> str:
    """The key of a card on an axis."""
    return next(iter(card.keys[axis].accept))  # type: ignore[index]


def wrong(card: Card, axis: str) -> str:
    """The option of an axis that lies furthest from the key."""
    options = [option.id for option in village().axis(axis).options]  # type: ignore[arg-type]
    at = options.index(right(card, axis))  # type: ignore[arg-type]
    return options[0] if at > len(options) / 2 else options[-1]


@dataclass
class ShortHour:
    """A class and its lecturer. `shown` holds, per name, the seat views of each reveal."""

    lecturer: Lecturer
    phones: dict[str, Phone]
    shown: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    @classmethod
    def opens(
        cls, server: ServerUnderTest, leaving: ExitStack, names: tuple[str, ...] = NAMES, **choices: Any
    ) -> "ShortHour":
        """A room with everybody in it."""
        wanted = {"cards": [card.id for card in cards_played()], "axes": list(AXES), "answer_seconds": 60, **choices}
        lecturer = present(Lecturer(server, **wanted), leaving)
        phones = {}
        for name in names:
            phones[name] = Phone(server, lecturer.room)
            leaving.callback(phones[name].close)
            assert phones[name].join(name)["ok"]
        return cls(lecturer, phones, {name: [] for name in names})

    @property
    def room(self) -> str:
        """Its id."""
        return self.lecturer.room

    def play(self) -> None:
        """Every card, and the end. Who is nth is right on stage from card n on; only the first knows about trust."""
        for number in range(1, CARDS + 1):
            self.play_card(number)
        self.end()

    def play_card(self, number: int) -> None:
        """One card from its story to its reveal."""
        self.lecturer.step_to("answering")
        card = cards_played()[number - 1]
        for place, (name, phone) in enumerate(self.phones.items()):
            asked = phone.see("room", lambda room: room["phase"] == "answering" and room["round"]["card"] == card.id)
            stage = right(card, "stage") if place < number else wrong(card, "stage")
            trust = right(card, "trust-level") if place == 0 else wrong(card, "trust-level")
            assert phone.answer(asked["round"]["card"], stage=stage, trust_level=trust)["ok"], name
        self.lecturer.step_to("reveal")
        for name, phone in self.phones.items():
            view = phone.see("seat", lambda seat: seat["result"] and seat["result"]["card"] == card.id)
            self.shown[name].append(view)

    def end(self) -> None:
        """To the podium and out."""
        self.lecturer.step_to("ended")

    def ask(self, path: str, token: str | None = None) -> Any:
        """What anybody gets of the room, or who holds a token."""
        headers = {"Authorization": f"Seat {token}"} if token else {}
        return self.lecturer.server.get(f"/api/rooms/{self.room}/{path}", **headers)

    def log(self) -> list[Any]:
        """The events of the room."""
        reply = self.lecturer.server.get(f"/api/rooms/{self.room}/log", Cookie=HOST_COOKIE)
        return [entry["event"] for entry in reply.json["entries"]]
