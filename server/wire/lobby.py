"""What a phone asks before it is in a room: which room a PIN leads to, and which names are free."""

import unicodedata
from collections.abc import Mapping

from server.rooms.ports import Chance
from server.rules.ids import Pin
from server.rules.names import same_to_the_eye
from server.rules.refusals import Refusal, RefusalCode
from server.rules.room import Room
from server.wire.http_bodies import OfferedNames

PIN_DIGITS = 6
NAMES_OFFERED = 3


def read_pin(typed: str) -> Pin:
    """The PIN that somebody meant: spaces, dashes and full-width digits are forgiven.

    Raises Refusal ROOM_NOT_FOUND for what cannot be one.
    """
    digits = "".join(c for c in unicodedata.normalize("NFKC", typed[:100]) if not c.isspace() and c not in "-.")
    if len(digits) != PIN_DIGITS or not (digits.isascii() and digits.isdigit()):
        raise Refusal(RefusalCode.ROOM_NOT_FOUND)
    return Pin(digits)


def offer_names(room: Room, names: Mapping[str, tuple[str, ...]], chance: Chance) -> OfferedNames:
    """Names that nobody in the room has, by chance; fewer when the lists run out."""

    def offer(language: str) -> tuple[str, ...]:
        free = [name for name in names.get(language, ()) if same_to_the_eye(name) not in room.names]
        return tuple(chance.sample(free, NAMES_OFFERED))

    return OfferedNames(nl=offer("nl"), en=offer("en"))
