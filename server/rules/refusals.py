"""Why the rules, or the door before them, say no: one closed list of codes. The browser holds the words."""

from enum import StrEnum


class RefusalCode(StrEnum):
    """Every reason a command can come back with. Add here, and the wire, the docs and the browser follow."""

    # The message itself
    BAD_REQUEST = "BAD_REQUEST"
    """Not the shape that the protocol documents."""
    BAD_NUMBER = "BAD_NUMBER"
    """A number that is not finite or not whole where it must be."""
    BAD_TEXT = "BAD_TEXT"
    """Text with control characters or broken Unicode."""
    TOO_LARGE = "TOO_LARGE"
    """More than a message may hold."""
    UNKNOWN_EVENT = "UNKNOWN_EVENT"
    """No command of that name."""
    TOO_FAST = "TOO_FAST"
    """This connection sends more than a person can."""

    # Who is asking
    FORBIDDEN = "FORBIDDEN"
    """Only the host may do this, or this connection's role may not."""
    TOKEN_INVALID = "TOKEN_INVALID"
    """Not a seat token: 32 hex characters."""
    NO_SEAT = "NO_SEAT"
    """This device has no seat in the room yet."""
    REMOVED = "REMOVED"
    """The host has taken this player out of the room."""

    # The room
    ROOM_NOT_FOUND = "ROOM_NOT_FOUND"
    """No room has this id, or no open room this PIN."""
    ROOM_ENDED = "ROOM_ENDED"
    """The sitting is over; its replay stays."""
    ROOM_LOCKED = "ROOM_LOCKED"
    """The host has shut the door for new players; who has a seat keeps it."""
    ROOM_FULL = "ROOM_FULL"
    """Every seat that a room can have is taken."""
    TURNED_AWAY = "TURNED_AWAY"
    """The host lets in who comes new, and said no to this person."""
    DECK_NOT_FOUND = "DECK_NOT_FOUND"
    """The server has no deck of that id."""

    COURSE_NOT_FOUND = "COURSE_NOT_FOUND"
    """The server has no course of that id."""
    NOTHING_SLIPPED = "NOTHING_SLIPPED"
    """No card of that sitting went badly enough to come back."""
    # After class
    CARD_NOT_FOUND = "CARD_NOT_FOUND"
    """The deck has no card of that id any more."""
    EXAM_NOT_FOUND = "EXAM_NOT_FOUND"
    """The server has no mock exam of that id."""
    HOMEWORK_NOT_FOUND = "HOMEWORK_NOT_FOUND"
    """No homework has this id, or its time of keeping is over."""
    HOMEWORK_CLOSED = "HOMEWORK_CLOSED"
    """The lecturer has closed this homework, or its last day is over; nothing comes in any more."""
    HOMEWORK_FULL = "HOMEWORK_FULL"
    """As many devices as a homework can have have handed in."""

    # Lecturers
    LINK_GONE = "LINK_GONE"
    """This link was used, was taken back, or is too old."""
    PASSPHRASE_WEAK = "PASSPHRASE_WEAK"
    """Shorter than a passphrase must be, the name itself, or hardly any different characters."""

    # Joining
    NAME_EMPTY = "NAME_EMPTY"
    """Nothing is left of the name once spaces and invisible characters are gone."""
    NAME_TOO_LONG = "NAME_TOO_LONG"
    """More characters than a name may have."""
    NAME_TAKEN = "NAME_TAKEN"
    """Another player has this name, or one that looks the same; `suggestion` is free."""
    NAME_NOT_ALLOWED = "NAME_NOT_ALLOWED"
    """A word stands in the name that the host does not allow."""
    NAME_NOT_OFFERED = "NAME_NOT_OFFERED"
    """In this room only names that are on offer can be taken."""

    # Playing
    NOT_NOW = "NOT_NOW"
    """The room is in a phase in which this cannot be done."""
    STALE_STEP = "STALE_STEP"
    """The host's press was meant for a step that has been taken already."""
    NOT_OPEN = "NOT_OPEN"
    """The round of this card takes no answers yet."""
    WRONG_CARD = "WRONG_CARD"
    """Meant for a card that is not the one on the screen."""
    TOO_LATE = "TOO_LATE"
    """The round of this card is closed."""
    BAD_PICK = "BAD_PICK"
    """An axis that is not asked, or an option that the axis does not have."""
    PLAYER_NOT_FOUND = "PLAYER_NOT_FOUND"
    """No player of that id has a seat in this room."""

    # The house
    SERVER_BUSY = "SERVER_BUSY"
    """Nothing was kept; the same command may be sent again."""
    STORAGE_FULL = "STORAGE_FULL"
    """The store has no room left, in its memory or on its disk; the same command may be sent again."""
    SERVER_ERROR = "SERVER_ERROR"
    """A mistake of ours; it is in the log of the server."""


RETRY_CODES = frozenset({RefusalCode.SERVER_BUSY, RefusalCode.STORAGE_FULL, RefusalCode.TOO_FAST})
"""Codes after which the same command may succeed unchanged."""


class Refusal(Exception):
    """The rules say no. `suggestion` is what would have been accepted instead, where there is such a thing."""

    def __init__(self, code: RefusalCode, suggestion: str | None = None) -> None:
        super().__init__(code.value)
        self.code = code
        self.suggestion = suggestion
